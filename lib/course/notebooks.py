"""Finding, choosing and reading the course's notebooks."""

from __future__ import annotations

import json
import re
import warnings
from pathlib import Path

import nbformat
from nbformat import NotebookNode

ROOT = Path(__file__).resolve().parents[2]
CHAPTERS = ROOT / "notebooks"
CHAPTER_NAME = re.compile(r"(\d\d)-[a-z0-9]+(?:-[a-z0-9]+)*\.ipynb")


class NotebookError(Exception):
    """A notebook cannot be found or read; the message says which one, why, and what to do."""


def chapters(folder: Path = CHAPTERS) -> list[Path]:
    """The chapters in course order: every `NN-….ipynb` of the folder."""
    return sorted(folder.glob("[0-9][0-9]-*.ipynb"))


def select(wanted: list[str], folder: Path = CHAPTERS) -> list[Path]:
    """The notebooks meant by numbers (`05`, `5`), names or paths; all chapters if none is named."""
    known = chapters(folder)
    if not wanted:
        if not known:
            raise NotebookError(f"{folder} holds no chapter (NN-topic.ipynb); nothing to run")
        return known
    return [path for word in wanted for path in _matches(word, known)]


def _matches(word: str, known: list[Path]) -> list[Path]:
    if word.isdecimal():
        found = [path for path in known if int(path.name[:2]) == int(word)]
    else:
        path = Path(word)
        found = [path] if path.exists() else [each for each in known if each.stem == path.stem]
    if found:
        return found
    have = ", ".join(path.name[:2] for path in known) or "none yet"
    raise NotebookError(f"no notebook {word}; chapters here: {have}; or give the path of a file")


def read(path: Path) -> NotebookNode:
    """The notebook in `path`; raises NotebookError unless it is a valid version 4 notebook."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise NotebookError(f"{path}: no such file") from None
    except (OSError, UnicodeDecodeError) as problem:
        raise NotebookError(f"{path}: cannot be read: {problem}") from None
    try:
        content = json.loads(text)
    except json.JSONDecodeError as problem:
        raise NotebookError(
            f"{path}: is not JSON: {problem.msg} at line {problem.lineno}, column {problem.colno}; "
            "a notebook is a JSON file, often broken by a merge: look there, or restore it from git"
        ) from None
    if not isinstance(content, dict) or not isinstance(content.get("cells"), list):
        raise NotebookError(f"{path}: is JSON but no notebook: it has no list of cells")
    if (version := content.get("nbformat")) != 4:
        raise NotebookError(f"{path}: is a notebook of version {version}; version 4 is wanted")
    try:
        with warnings.catch_warnings():
            # About cells without an id, or with another's; the tests of the notebooks find those.
            warnings.simplefilter("ignore")
            nbformat.validate(nbformat.from_dict(content))
            return nbformat.reads(text, as_version=4)
    except Exception as problem:
        first = str(problem).strip().splitlines()[0]
        raise NotebookError(f"{path}: is not a valid notebook: {first}") from None


def tags(cell: NotebookNode) -> list[str]:
    """The tags of a cell."""
    return list(cell.metadata.get("tags", []))


def plain(text: str) -> str:
    """Text without terminal colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def output_lines(cell: NotebookNode) -> list[str]:
    """What a code cell printed, showed as text, or raised, line by line."""
    texts = []
    for output in cell.get("outputs", []):
        if output.output_type == "stream":
            texts.append(output.text)
        elif output.output_type == "error":
            texts.append("\n".join(output.traceback) or f"{output.ename}: {output.evalue}")
        else:
            texts.append(output.data.get("text/plain", ""))
    return plain("\n".join(text.rstrip("\n") for text in texts if text)).splitlines()


def unresolved(cell: NotebookNode) -> list[str]:
    """The names that a cell used and nothing defined: the kernel says so in lines of their own."""
    return [
        line.removeprefix("unresolved:").strip()
        for output in cell.get("outputs", [])
        if output.output_type == "stream"
        for line in plain(output.text).splitlines()
        if line.startswith("unresolved:")
    ]
