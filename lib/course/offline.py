"""What a page that must do without the net cannot show: diagrams and formulas that a script would have to draw."""

from __future__ import annotations

import re
from pathlib import Path

from nbformat import NotebookNode

from course.notebooks import NotebookError

# Code holds neither; a formula has no space inside its signs, so prices are none.
_FENCE = re.compile(r"^(`{3,}|~{3,})[ \t]*(\w*)[^\n]*\n.*?^\1[ \t]*$", re.M | re.S)
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.S)
_MATH = re.compile(
    r"\$\$.+?\$\$|(?<![\\\w$])\$(?=[^\s$])[^$\n]*?[^\s\\$]\$(?!\w)|\\\(.+?\\\)|\\\[.+?\\\]|\\begin\{", re.S
)


def refuse(path: Path, notebook: NotebookNode) -> None:
    """Raises NotebookError if a text of the chapter holds a Mermaid diagram or a formula."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and (what := _drawn(cell.source)):
            raise NotebookError(
                f"{path.name}: cell {cell.get('id', '?')} holds {what}. Handouts and site carry no script that could "
                "draw it, and fetch none; want a figure of rendezvous.chart, or plain words and code."
            )


def _drawn(text: str) -> str | None:
    if any(found[2].lower() == "mermaid" for found in _FENCE.finditer(text)):
        return "a Mermaid diagram"
    found = _MATH.search(_CODE.sub("", _FENCE.sub("", text)))
    return f"the formula {found[0]!r}" if found else None
