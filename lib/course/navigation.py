"""The line that leads from a chapter to its neighbours, made from the files that exist.

It stands in a chapter's first cell and in its last one, and begins with `Chapters:`.
Only chapters that are written are linked, so a new chapter changes its neighbours' lines:
`python -m course.tidy` writes them, the tests compare them.
"""

from __future__ import annotations

import re
from pathlib import Path

from nbformat import NotebookNode

from course.notebooks import NotebookError, chapters, read

START = "Chapters: "
# The page with the table of chapters.
OVERVIEW = "start.md"
_LINE = re.compile(rf"^{START}.*$", re.MULTILINE)


def line(path: Path) -> str:
    """The navigation line of the chapter in `path`."""
    known = chapters(path.parent)
    place = known.index(path)
    parts = []
    if place > 0:
        parts.append(f"← {_link(known[place - 1])}")
    if (path.parent / OVERVIEW).exists():
        parts.append(f"[all]({OVERVIEW})")
    if place + 1 < len(known):
        parts.append(f"{_link(known[place + 1])} →")
    return START + (" · ".join(parts) or "this is the only one so far")


def places(notebook: NotebookNode) -> list[int]:
    """The cells that carry the line: the first one and the last one."""
    return sorted({0, len(notebook.cells) - 1})


def written(source: str) -> str | None:
    """The navigation line that stands in a cell; None if there is none, or more than one."""
    found = _LINE.findall(source)
    return found[0] if len(found) == 1 else None


def put(source: str, new: str) -> str:
    """The cell's text with the line in the old one's place, else below the title or at the end."""
    if written(source) is not None:
        return _LINE.sub(lambda _: new, source)
    heading, end, rest = source.partition("\n") if source.startswith("# ") else (source.rstrip(), "", "")
    return f"{heading}\n\n{new}".lstrip("\n") + (f"\n{end}{rest.lstrip()}" if rest.strip() else "")


def without(source: str) -> str:
    """The cell's text without the line."""
    return _LINE.sub("", source)


def title(path: Path) -> str:
    """A chapter's title, which is the heading of its first cell."""
    notebook = read(path)
    first = notebook.cells[0].source if notebook.cells else ""
    found = re.match(r"# +(?:\d\d\b[ ·.:-]*)?(\S.*)", first)
    if not found:
        raise NotebookError(f"{path}: the first cell does not begin with a title ('# …')")
    return found[1].strip()


def _link(path: Path) -> str:
    return f"[{path.name[:2]} {title(path)}]({path.name})"
