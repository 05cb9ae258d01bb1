"""Two pages made from the chapters: the glossary, and the phrase book from Go to Java."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

from course import syllabus

GLOSSARY = "notebooks/glossary.md"
PHRASES = "notebooks/phrasebook.md"
# A table that sets Go beside Java: an empty corner or none, then Go, then Java, in one form or several.
_TABLE = re.compile(r"^(\|(?: *\|)? *Go *\|(?: *Java\b[^|\n]*\|)+)\n\|[-| :]+\|\n((?:\|.*\|(?:\n|\Z))+)", re.M)


def glossary(root: Path) -> str:
    """Every term of the chapters, in the order of the alphabet."""
    files = _files(root)
    terms = [(each, one.number) for one in syllabus.syllabuses(root) for each in one.terms]
    terms.sort(key=lambda each: each[0].term.casefold())
    rows = "".join(
        f"| **{term.term}** | {term.meaning} | [{number}]({files[number]}) |\n"
        for term, number in terms
        if number in files
    )
    return (
        "# Glossary\n\n"
        "The words of the course, what each means, and the chapter that explains it. "
        "[Chapters](start.md) · [Go to Java](phrasebook.md)\n\n"
        f"| word | meaning | chapter |\n|---|---|---|\n{rows}"
    )


def phrases(root: Path) -> str:
    """How one says in Java what one says in Go: the chapters' own tables, one below the other."""
    text = (
        "# From Go to Java\n\n"
        "How one says in Java what one says in Go, in the order of the chapters that explain it. "
        "[Chapters](start.md) · [Glossary](glossary.md)\n"
    )
    for path in _notebooks(root):
        if tables := phrases_of(path):
            text += f"\n## [{_title(path)}]({path.name})\n\n" + "\n".join(tables)
    return text


def _notebooks(root: Path) -> list[Path]:
    return sorted((root / "notebooks").glob("[0-9][0-9]-*.ipynb"))


def _files(root: Path) -> dict[str, str]:
    return {path.name[:2]: path.name for path in _notebooks(root)}


def phrases_of(path: Path) -> list[str]:
    """The tables in which a chapter sets Go beside Java, those with the same columns made one."""
    return phrases_in(_markdown(path))


def phrases_in(texts: Iterable[str]) -> list[str]:
    """The same, of Markdown."""
    rows: dict[str, str] = {}
    for text in texts:
        for head, found in _TABLE.findall(text):
            rows[head] = rows.get(head, "") + found.rstrip("\n") + "\n"
    return [f"{head}\n{'|---' * (head.count('|') - 1)}|\n{found}" for head, found in rows.items()]


def _title(path: Path) -> str:
    return next(line[2:].strip() for text in _markdown(path) for line in text.splitlines() if line.startswith("# "))


def _markdown(path: Path) -> list[str]:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
