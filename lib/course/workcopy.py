"""The learner's own copy of the notebooks, outside of the repository: edits there never fight a `git pull`.

In the copy, `.rendezvous/base` holds the course's files as the learner last got them, which is what an
update is compared with, and `.rendezvous/progress.txt` the learner's progress. What is set aside goes to
`kept`, where JupyterLab shows it.
"""

from __future__ import annotations

import json
import os
import shutil
from datetime import datetime
from pathlib import Path

from course import merge, project, record, say

FOLDER = "rendezvous-notebooks"
VARIABLE = "RENDEZVOUS_WORK"
OURS = ".rendezvous"
KEPT = "kept"
FORM = 1


def place(named: str | None = None) -> Path:
    """Where the copy is: as named, as the environment says, or in the user's home."""
    if wanted := named or os.environ.get(VARIABLE):
        return Path(wanted).expanduser().absolute()
    try:
        return Path.home() / FOLDER
    except RuntimeError:
        raise say.Problem(
            f"Your home directory is not known. Say where your notebooks shall be: {VARIABLE}=DIRECTORY."
        ) from None


class WorkCopy:
    """The learner's copy."""

    def __init__(self, root: Path, source: Path = project.NOTEBOOKS):
        self.root = root
        self.source = source
        self._base = root / OURS / "base"

    @property
    def progress(self) -> Path:
        """The file of the learner's progress."""
        return self.root / OURS / "progress.txt"

    def exists(self) -> bool:
        return (self.root / OURS).is_dir()

    def update(self) -> list[str]:
        """Makes the copy, or brings what the course has changed into it; says what a learner should know."""
        self._open()
        told: list[str] = []
        with record.held(self.root / OURS / "lock"):
            for path in self._course_files():
                name = path.relative_to(self.source)
                update = self._notebook if path.suffix == ".ipynb" else self._file
                told.extend(update(name))
            told.extend(self._dropped())
            _write(self.root / OURS / "copy.json", json.dumps({"form": FORM, "course": str(self.source)}) + "\n")
        return told

    def reset(self, number: str) -> str:
        """Gives one chapter back as the course has it; the learner's is kept aside."""
        found = sorted(self.source.glob(f"{number.zfill(2)}-*.ipynb")) if number.isdecimal() else []
        if not found:
            known = ", ".join(path.name[:2] for path in project.chapters()) or "none"
            raise say.Problem(f"There is no chapter {number}. The chapters: {known}.", say.USAGE)
        self._open()
        name = found[0].relative_to(self.source)
        with record.held(self.root / OURS / "lock"):
            mine = self.root / name
            aside = self._aside(name) if mine.exists() else None
            self._take(name)
        kept = f" Yours is kept as {aside}." if aside else ""
        return f"{mine} is the course's again.{kept}"

    def _open(self) -> None:
        """Makes sure that the place is ours, or free."""
        try:
            strangers = self.root.is_dir() and not self.exists() and any(self.root.iterdir())
            if strangers or (self.root.exists() and not self.root.is_dir()):
                raise say.Problem(
                    f"Your notebooks would go to {self.root}, and there is something else. "
                    f"Move that away, or name another place: {VARIABLE}=DIRECTORY."
                )
            self._base.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise say.Problem(
                f"Your notebooks cannot be kept in {self.root} ({error.strerror}). "
                f"Name a place that you can write to: {VARIABLE}=DIRECTORY.",
                say.MISSING,
            ) from None
        marker = self.root / OURS / "copy.json"
        try:
            form = json.loads(marker.read_text("utf-8"))["form"]
        except (OSError, ValueError, KeyError, TypeError):
            return
        if form != FORM:
            raise say.Problem(f"{self.root} was made by a later version of the course. Update this one.")

    def _course_files(self) -> list[Path]:
        return [
            path
            for path in sorted(self.source.rglob("*"))
            if path.is_file() and not any(part.startswith(".") for part in path.relative_to(self.source).parts)
        ]

    def _notebook(self, name: Path) -> list[str]:
        mine, base, new = self.root / name, self._base / name, self.source / name
        new_text = new.read_text("utf-8")
        if not mine.exists():
            self._take(name)
            return []
        old_text = base.read_text("utf-8") if base.exists() else None
        if old_text == new_text:
            return []
        try:
            have = merge.read(mine.read_text("utf-8"))
        except (ValueError, OSError) as problem:
            aside = self._aside(name)
            self._take(name)
            return [f"{name} could not be read ({problem}). It is kept as {aside}; the course's is in its place."]
        was = merge.read(old_text) if old_text else {"cells": []}
        merged = merge.merge(was, have, merge.read(new_text))
        told = []
        if merged.touched or old_text is None:
            said = f"{name} has news from the course; what you wrote is in it."
            if merged.conflicts:
                count = len(merged.conflicts)
                cells = (
                    "a cell that you had changed too: yours is"
                    if count == 1
                    else f"{count} cells that you had changed too: yours are"
                )
                said = f"{name} has news from the course, also in {cells} kept below, each under a note."
                said += f" The notebook as it was: {self._aside(name)}."
            told.append(said)
        _write(mine, merge.text_of(merged.notebook))
        _write(base, new_text)
        return told

    def _file(self, name: Path) -> list[str]:
        """A page or a picture: the course's, unless the learner has changed it and the course has not."""
        mine, base, new = self.root / name, self._base / name, self.source / name
        old = base.read_bytes() if base.exists() else None
        have = mine.read_bytes() if mine.exists() else None
        if have is not None and (have == new.read_bytes() or old == new.read_bytes()):
            _copy(new, base)
            return []
        told = []
        if have is not None and have != old:
            told.append(f"{name} was changed by you and by the course. Yours is kept as {self._aside(name)}.")
        self._take(name)
        return told

    def _dropped(self) -> list[str]:
        """Files that the course no longer has: they go, unless the learner has changed them."""
        told = []
        now = {path.relative_to(self.source) for path in self._course_files()}
        for base in sorted(path for path in self._base.rglob("*") if path.is_file()):
            name = base.relative_to(self._base)
            if name in now:
                continue
            mine = self.root / name
            if mine.exists() and self._untouched(mine, base):
                mine.unlink()
            elif mine.exists():
                told.append(f"{name} is no longer part of the course. You had changed it, so it stays.")
            base.unlink()
        return told

    @staticmethod
    def _untouched(mine: Path, base: Path) -> bool:
        if mine.suffix != ".ipynb":
            return mine.read_bytes() == base.read_bytes()
        try:
            return not merge.touched(merge.read(base.read_text("utf-8")), merge.read(mine.read_text("utf-8")))
        except (ValueError, OSError):
            return False

    def _take(self, name: Path) -> None:
        """Puts the course's file into the copy."""
        _copy(self.source / name, self.root / name)
        _copy(self.source / name, self._base / name)

    def _aside(self, name: Path) -> Path:
        """Copies the learner's file to where what is set aside is kept; says where that is."""
        now = datetime.now().strftime("%Y-%m-%d %H-%M-%S")
        number, aside = 1, self.root / KEPT / f"{name.stem} {now}{name.suffix}"
        while aside.exists():
            number += 1
            aside = self.root / KEPT / f"{name.stem} {now} {number}{name.suffix}"
        aside.parent.mkdir(exist_ok=True)
        shutil.copyfile(self.root / name, aside)
        return aside


def _copy(source: Path, to: Path) -> None:
    _write(to, source.read_bytes())


def _write(path: Path, content: str | bytes) -> None:
    """Writes a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.{os.getpid()}")
    half.write_bytes(content.encode() if isinstance(content, str) else content)
    half.replace(path)
