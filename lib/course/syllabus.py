"""What a chapter covers, introduces and names: `lib/rendezvous/course/cNN/chapter.md`.

Three tables, each below its heading:

| heading | columns |
|---|---|
| `## Covers` | what; the ids of the cells that teach and run it |
| `## Introduces` | a type, method (`Type.method`) or static method of the library; the cell that shows it first |
| `## Terms` | a term, what it means in one sentence, the cell in which it stands in bold |

A chapter that has no such file is still to come: neither its exercises nor its words are shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path("lib/rendezvous/course")
FILE = "chapter.md"
COLUMNS = {"Covers": 2, "Introduces": 2, "Terms": 3}


class SyllabusError(Exception):
    """A chapter's file is not as wanted; the message says where, what was found and wanted."""


@dataclass(frozen=True)
class Covered:
    """Something a chapter must teach, and the cells that do."""

    what: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Introduced:
    """A construct of the library, and the cell that a learner meets it in first."""

    construct: str
    cell: str


@dataclass(frozen=True)
class Term:
    """A word of the subject, what it means, and the cell that says so."""

    term: str
    meaning: str
    cell: str


@dataclass(frozen=True)
class Syllabus:
    """All that is said of one chapter."""

    number: str
    covers: tuple[Covered, ...]
    introduces: tuple[Introduced, ...]
    terms: tuple[Term, ...]

    def cells(self) -> list[str]:
        """The ids of the cells that it names."""
        named = [cell for each in self.covers for cell in each.cells]
        return named + [each.cell for each in (*self.introduces, *self.terms)]


def path(root: Path, number: str) -> Path:
    """Where chapter `07` has its file."""
    return root / FOLDER / f"c{number}" / FILE


def syllabuses(root: Path) -> list[Syllabus]:
    """Those of all chapters that have one, in order."""
    return [read(each) for each in sorted((root / FOLDER).glob(f"c[0-9][0-9]/{FILE}"))]


def read(file: Path) -> Syllabus:
    """The tables of one file."""
    text = file.read_text(encoding="utf-8")
    number = file.parent.name[1:]
    if not re.match(rf"# {number}\n", text):
        raise SyllabusError(f"{_name(file)}: line 1: got {text.splitlines()[:1]}, want '# {number}'")
    parts = dict(re.findall(r"^## (.+?) *\n(.*?)(?=^## |\Z)", text, re.M | re.S))
    if sorted(parts) != sorted(COLUMNS):
        raise SyllabusError(f"{_name(file)}: has the headings {sorted(parts)}, want {sorted(COLUMNS)}")
    rows = {title: _rows(file, title, part) for title, part in parts.items()}
    return Syllabus(
        number,
        tuple(Covered(what, tuple(_words(cells))) for what, cells in rows["Covers"]),
        tuple(Introduced(_bare(what), _bare(cell)) for what, cell in rows["Introduces"]),
        tuple(Term(term, meaning, _bare(cell)) for term, meaning, cell in rows["Terms"]),
    )


def _rows(file: Path, title: str, part: str) -> list[list[str]]:
    lines = [line for line in part.splitlines() if line.strip()]
    rows = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip())[1:-1]] for line in lines]
    for line, row in zip(lines, rows, strict=True):
        if len(row) != COLUMNS[title] or not all(row):
            raise SyllabusError(
                f"{_name(file)}: below '{title}': got the line {line!r}, want {COLUMNS[title]} columns, none empty"
            )
    return rows[2:]


def _words(cells: str) -> list[str]:
    return [_bare(cell) for cell in cells.split(",")]


def _bare(text: str) -> str:
    return text.strip().strip("`").strip()


def _name(file: Path) -> str:
    return f"{file.parent.name}/{file.name}"
