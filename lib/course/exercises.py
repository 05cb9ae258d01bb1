"""Where exercises live, which cells of a notebook belong to them, and what their checks say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from course.notebooks import ROOT, NotebookError, tags
from course.progresspage import STARS

EXERCISES = ROOT / "lib" / "rendezvous" / "course"
WRONG_ANSWERS = ROOT / "tests" / "exercises"

PASSED = "Passed"
UNSOLVED = "Not solved yet"
NOT_YET = "Not yet"

_TAG = re.compile(r"exercise:(\d\d\.\d+)")
_VERDICT = re.compile(rf"(\d\d\.\d+) · ({UNSOLVED}|{NOT_YET}|{PASSED})(?:: (.*))?")
_CHECK = r'\bcheck\(\s*"{id}"'


@dataclass(frozen=True)
class Verdict:
    """What a check said of an exercise; `failed` names the failed check of a `Not yet`."""

    exercise: str
    status: str
    failed: str = ""


@dataclass(frozen=True)
class Exercise:
    """The folder of an exercise."""

    folder: Path

    @property
    def name(self) -> str:
        """The chapter's package and the folder's name: `c05/relay`."""
        return f"{self.folder.parent.name}/{self.folder.name}"

    @property
    def text(self) -> str:
        """The text of `exercise.md`."""
        return (self.folder / "exercise.md").read_text(encoding="utf-8")

    @property
    def id(self) -> str:
        """The identity that `exercise.md` declares, as `05.1`."""
        found = re.match(r"# (\d\d\.\d{1,2}) \S", self.text)
        if not found:
            raise NotebookError(f"{self.folder / 'exercise.md'}: line 1: want '# 05.1 Title'")
        return found[1]

    @property
    def call(self) -> str:
        """What the notebook hands to the check, as `MyKitchen::new`."""
        found = re.search(r"^call: *(\S.*)$", self.text, re.MULTILINE)
        return found[1].strip() if found else ""

    @property
    def stars(self) -> int:
        """How hard it is, from 1 to 3."""
        found = STARS.search(self.text)
        return int(found[1]) if found else 1

    @property
    def hints(self) -> list[str]:
        """The hints, in the order in which they open; a heading without a text is none."""
        found = re.findall(r"^## Hint \d\n(.*?)(?=^## |\Z)", self.text, re.MULTILINE | re.DOTALL)
        return [hint.strip() for hint in found if hint.strip()]

    @property
    def starter(self) -> str:
        """What the notebook's starter cell holds, without the file's last line end."""
        return self._source("starter.jsh")

    @property
    def solution(self) -> str:
        """The reference solution, put in the starter's place."""
        return self._source("solution.jsh")

    def other_solutions(self) -> list[Path]:
        """Solutions that go another way (`solution-2.jsh`, …); the check accepts them too."""
        return sorted(self.folder.glob("solution-*.jsh"))

    def wrong_answers(self) -> list[Path]:
        """The answers that the check must reject."""
        return sorted((WRONG_ANSWERS / self.folder.parent.name / self.folder.name).glob("*.jsh"))

    def _source(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8").removesuffix("\n")


def exercises(folder: Path = EXERCISES) -> list[Exercise]:
    """All exercises, found by their `exercise.md`."""
    return [Exercise(path.parent) for path in sorted(folder.glob("c[0-9][0-9]/*/exercise.md"))]


def of_chapter(number: str) -> list[Exercise]:
    """The exercises of chapter `05`."""
    return [each for each in exercises() if each.folder.parent.name == f"c{number}"]


def starter_cells(notebook: NotebookNode) -> dict[str, int]:
    """The index of the starter cell of each exercise in the notebook, by the exercise's id."""
    found: dict[str, int] = {}
    for index, cell in enumerate(notebook.cells):
        for tag in tags(cell):
            if (match := _TAG.fullmatch(tag)) is None:
                continue
            if match[1] in found:
                raise NotebookError(f"exercise {match[1]} has two starter cells (tag {tag})")
            found[match[1]] = index
    return found


def check_cell(notebook: NotebookNode, exercise: str) -> int | None:
    """The index of the first code cell that checks the exercise."""
    pattern = re.compile(_CHECK.format(id=re.escape(exercise)))
    for index, cell in enumerate(notebook.cells):
        if cell.cell_type == "code" and pattern.search(cell.source):
            return index
    return None


def verdicts(cells: list[NotebookNode]) -> Iterator[Verdict]:
    """The verdicts among the outputs of code cells, in order."""
    for cell in cells:
        for output in cell.get("outputs", []):
            text = output.get("data", {}).get("text/plain", "")
            if match := _VERDICT.match(text):
                yield Verdict(match[1], match[2], (match[3] or "").strip())
