"""The learner's progress: the file that kernels write, read and changed by the command.

The form of the file is described where kernels write it, in lib/rendezvous/exercise/ProgressFile.java.
"""

from __future__ import annotations

import contextlib
import os
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path

from course import project, say

NAME = "rendezvous-progress"
HEAD = f"{NAME} 1"
ID = re.compile(r"\d\d\.[a-z]?\d{1,2}")
VARIABLE = "RENDEZVOUS_PROGRESS"
WAIT_SECONDS = 5


@dataclass(frozen=True)
class Standing:
    """What is known of an exercise or a question; times are texts that sort, empty for never."""

    tries: int = 0
    solved: str = ""
    hints: int = 0
    shown: str = ""
    last: str = ""
    answer: str = ""

    def merged(self, other: Standing) -> Standing:
        """Both together: nothing that either knows is lost, and the later answer counts."""
        later, earlier = (self, other) if self.last >= other.last else (other, self)
        return Standing(
            max(self.tries, other.tries),
            _first(self.solved, other.solved),
            max(self.hints, other.hints),
            _first(self.shown, other.shown),
            later.last,
            later.answer or earlier.answer,
        )


def _first(one: str, other: str) -> str:
    return min(one, other) if one and other else one or other


Standings = dict[str, Standing]


@dataclass(frozen=True)
class Read:
    """What a file holds, and whether all of it could be understood."""

    standings: Standings
    whole: bool


def parse(data: bytes, what: object) -> Read:
    """Reads the bytes of a progress file; `what` names it in a message."""
    if not data:
        return Read({}, True)
    lines = data.decode("utf-8", errors="replace").split("\n")
    if re.fullmatch(rf"{NAME} \d+", lines[0]) and lines[0] != HEAD:
        raise say.Problem(f"{what} was written by a later version of the course ({lines[0]}). Update this one.")
    headed = lines[0] == HEAD
    whole = headed and lines[-1] == ""
    standings: Standings = {}
    for line in lines[1 if headed else 0 : -1]:
        if found := _standing(line):
            standings[found[0]] = found[1]
        else:
            whole = False
    return Read(standings, whole)


def _standing(line: str) -> tuple[str, Standing] | None:
    fields = line.split("\t")
    if len(fields) != 7 or not ID.fullmatch(fields[0]):
        return None
    if not re.fullmatch(r"[0-9]{1,6}", fields[1]) or not re.fullmatch(r"[0-9]{1,2}", fields[3]):
        return None
    solved, shown, last, answer = (_plain(fields[i]) for i in (2, 4, 5, 6))
    return fields[0], Standing(int(fields[1]), solved, int(fields[3]), shown, last, answer)


def text(standings: Standings) -> str:
    """The file's text."""
    lines = [HEAD]
    for name, one in sorted(standings.items()):
        fields = (name, str(one.tries), one.solved, str(one.hints), one.shown, one.last, one.answer)
        lines.append("\t".join(_escaped(field) for field in fields))
    return "\n".join(lines) + "\n"


_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}


def _escaped(field: str) -> str:
    return "".join(_ESCAPES.get(letter, letter) for letter in field)


def _plain(field: str) -> str:
    letters = {"t": "\t", "n": "\n", "r": "\r"}
    return re.sub(r"\\(.)", lambda match: letters.get(match[1], match[1]), field)


class Record:
    """The progress file of one learner."""

    def __init__(self, path: Path):
        self.path = path

    def read(self) -> Standings:
        """What is known; of a damaged file what can be read of it, and a word about it."""
        read = parse(self._bytes(), self.path)
        if not read.whole:
            say.line(f"{self.path} is damaged. What can be read of it counts; the next change sets the file aside.")
        return read.standings

    def add(self, other: Standings) -> int:
        """Merges what another file knows into this one; says how many records that changed."""
        with self._locked():
            mine = self._for_change()
            merged = mine | {name: one.merged(mine.get(name, Standing())) for name, one in other.items()}
            self._write(merged)
            return sum(1 for name in merged if merged[name] != mine.get(name))

    def forget(self, names: set[str] | None) -> list[str]:
        """Forgets the records named, or all; the old file is kept beside it. Says which were there."""
        with self._locked():
            mine = self._for_change()
            gone = sorted(name for name in mine if names is None or name in names)
            if gone:
                self._aside(text(mine).encode(), "before-reset")
                self._write({name: one for name, one in mine.items() if name not in gone})
            return gone

    def _bytes(self) -> bytes:
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return b""

    def _for_change(self) -> Standings:
        data = self._bytes()
        read = parse(data, self.path)
        if not read.whole:
            aside = self._aside(data, "damaged")
            say.line(f"The old file was damaged and is now {aside}; {len(read.standings)} records of it are kept.")
        return read.standings

    def _aside(self, data: bytes, why: str) -> Path:
        now = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H-%M-%S.%fZ")
        aside = self.path.with_name(f"{self.path.name}.{why}-{now}")
        aside.write_bytes(data)
        return aside

    def _write(self, standings: Standings) -> None:
        half = self.path.with_name(f"{self.path.name}.{os.getpid()}.new")
        with half.open("wb") as out:
            out.write(text(standings).encode())
            out.flush()
            os.fsync(out.fileno())
        half.replace(self.path)

    def _locked(self) -> contextlib.AbstractContextManager[None]:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        return held(self.path.with_name(self.path.name + ".lock"))


@contextlib.contextmanager
def held(lock: Path) -> Iterator[None]:
    """Holds a file as a lock; the system lets go of it should we die."""
    with lock.open("a+b") as file:
        deadline = time.monotonic() + WAIT_SECONDS
        while not _grasp(file):
            if time.monotonic() > deadline:
                raise say.Problem(f"Another program has held {lock} for {WAIT_SECONDS} s. End it, then try again.")
            time.sleep(0.02)
        yield


if project.WINDOWS:
    import msvcrt

    def _grasp(file) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _grasp(file) -> bool:
        # The kind of lock that Java takes; flock's would be another.
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


def without_answers(standings: Standings) -> Standings:
    """The same without what the learner wrote."""
    return {name: replace(one, answer="") for name, one in standings.items()}
