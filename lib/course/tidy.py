"""Brings notebooks into the form in which they are stored.

    python -m course.tidy [NN | name | path …]

No outputs, no counts, no metadata but the kernel's name, the cells' tags and their slide type, the navigation
line of today, and the layout that JupyterLab itself writes: a change in a notebook shows as that change
alone. The tests fail for a notebook that tidying would change.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from course import navigation, slides
from course.notebooks import NotebookError, chapters, read, select, tags

# What a notebook of the course says of its kernel, whichever version of Java last ran it.
METADATA: dict[str, Any] = {
    "kernelspec": {"display_name": "Java (Rendezvous)", "language": "java", "name": "java"},
    "language_info": {
        "codemirror_mode": "java",
        "file_extension": ".jshell",
        "mimetype": "text/x-java-source",
        "name": "Java",
        "pygments_lexer": "java",
    },
}


def tidied(path: Path) -> str:
    """The text of the notebook as it should be stored."""
    notebook = read(path)
    notebook.metadata = nbformat.from_dict(METADATA)
    for cell in notebook.cells:
        _bare(cell)
    for index in navigation.places(notebook):
        if path in chapters(path.parent) and notebook.cells[index].cell_type == "markdown":
            cell = notebook.cells[index]
            cell.source = navigation.put(cell.source, navigation.line(path))
    return text_of(notebook)


def text_of(notebook: NotebookNode) -> str:
    """A notebook's JSON, laid out as JupyterLab does."""
    return nbformat.writes(notebook).rstrip("\n") + "\n"


def _bare(cell: NotebookNode) -> None:
    kept: dict[str, Any] = {"tags": tags(cell)} if tags(cell) else {}
    if (mark := slides.slide_type(cell)) in slides.TYPES:
        kept["slideshow"] = {"slide_type": mark}
    cell.metadata = nbformat.from_dict(kept)
    if cell.cell_type == "code":
        cell.outputs = []
        cell.execution_count = None


def main(arguments: list[str]) -> int:
    """Tidies the notebooks named, all chapters if none is; says which ones it changed."""
    try:
        for path in select(arguments):
            text = tidied(path)
            if text != path.read_text(encoding="utf-8"):
                path.write_text(text, encoding="utf-8", newline="\n")
                print(f"tidied {path.name}")
    except NotebookError as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
