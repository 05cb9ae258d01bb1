"""The editions of a handout: which cells each has, and what stands before and after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nbformat import NotebookNode

from course import navigation
from course.exercises import Exercise, of_chapter
from course.notebooks import tags

INSTRUCTOR = "instructor"
_HELP = re.compile(r"^(\s*(//)?\s*(hint|solution)\(\"[\d.]+\"\);?\s*)+$")
_CHECK = re.compile(r"\bcheck\(\s*\"\d\d\.\d")
_PLAN = re.compile(r"\*\*For the instructor, with 60 minutes\.\*\*.*?(?=\n[ \t]*\n|\Z)", re.S)
_MINUTES = re.compile(r"\*?\((\d+) minutes\)\*?")


@dataclass(frozen=True)
class Edition:
    """Who it is for."""

    name: str
    title: str
    solutions: bool
    instructor: bool


EDITIONS = (
    Edition("learner", "Learner's edition", solutions=False, instructor=False),
    Edition("solutions", "Edition with solutions", solutions=True, instructor=False),
    Edition("instructor", "Instructor's edition", solutions=True, instructor=True),
)


@dataclass(frozen=True)
class Section:
    """A part of a chapter with its minutes, 0 if nothing says how many."""

    title: str
    minutes: int


def cells(notebook: NotebookNode, edition: Edition) -> list[NotebookNode]:
    """The cells that the edition shows; what only a kernel can answer is left out."""
    after = [*notebook.cells[1:], None]
    return [
        cell
        for cell, follower in zip(notebook.cells, after, strict=True)
        if _is_shown(cell, edition) and not _leads_to_help(cell, follower)
    ]


def _leads_to_help(cell: NotebookNode, follower: NotebookNode | None) -> bool:
    """Whether a text only says how to open what the next cell opens."""
    helps = follower is not None and follower.cell_type == "code" and _HELP.match(follower.source)
    return bool(helps) and cell.cell_type == "markdown" and not re.search(r"^#", cell.source, re.M)


def _is_shown(cell: NotebookNode, edition: Edition) -> bool:
    if INSTRUCTOR in tags(cell) and not edition.instructor:
        return False
    return not (cell.cell_type == "code" and (_HELP.match(cell.source) or _CHECK.search(cell.source)))


def plan(notebook: NotebookNode) -> str:
    """What the instructor does in 60 minutes, and what is left for home; empty if no cell says it."""
    found = (_PLAN.search(cell.source) for cell in notebook.cells if INSTRUCTOR in tags(cell))
    return next((each[0] for each in found if each), "")


def sections(notebook: NotebookNode, edition: Edition = EDITIONS[-1]) -> list[Section]:
    """The parts of a chapter that the edition has, in order, and how long each takes."""
    found: list[list] = []
    for cell in cells(notebook, edition):
        if cell.cell_type != "markdown":
            continue
        for part in re.split(r"(?m)^(?=## )", navigation.without(cell.source)):
            if part.startswith("## "):
                found.append([part.splitlines()[0][3:].strip(), 0])
            if found:
                found[-1][1] += sum(int(minutes) for minutes in _MINUTES.findall(part))
    return [Section(title, minutes) for title, minutes in found]


def minutes(notebook: NotebookNode) -> tuple[int, int]:
    """How long a chapter takes without its exercises and what is optional, and how long the exercises take."""
    parts = [each for each in sections(notebook) if "(optional)" not in each.title]
    exercises = sum(each.minutes for each in parts if each.title.startswith("Exercise"))
    return sum(each.minutes for each in parts) - exercises, exercises


def exercises(number: str) -> list[Exercise]:
    """The exercises of a chapter, in the order of their numbers."""
    return sorted(of_chapter(number), key=lambda each: int(each.id[3:]))


def beliefs(exercise: Exercise) -> Iterator[tuple[str, str]]:
    """What learners believe who answer wrongly, and the check that catches each."""
    for path in exercise.wrong_answers():
        head = dict(re.findall(r"^// (misconception|fails): *(\S.*)$", path.read_text("utf-8"), re.M))
        yield head.get("misconception", ""), head.get("fails", "")
