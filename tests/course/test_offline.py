"""Diagrams and formulas, which a page without scripts cannot show, are refused by name; what looks like them is not."""

from pathlib import Path

import pytest
from course import offline
from course.notebooks import NotebookError, chapters, read
from nbformat.v4 import new_markdown_cell, new_notebook


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("```mermaid\ngraph TD\n```", "a Mermaid diagram"),
        ("Thus $n^2$ steps.", r"the formula '\$n\^2\$'"),
        ("$$\nx\n$$", "the formula"),
        (r"so \(x\) is", "the formula"),
        ("\\begin{align}x\\end{align}", "the formula"),
    ],
)
def test_what_a_script_would_have_to_draw_is_refused_by_name(text, what):
    notebook = new_notebook(cells=[new_markdown_cell(text, id="here")])
    with pytest.raises(NotebookError, match=rf"05-x\.ipynb: cell here holds {what}"):
        offline.refuse(Path("05-x.ipynb"), notebook)


@pytest.mark.parametrize(
    "text", ["It costs $5, or 6 $ there.", "`$x$`", "```sh\necho $a$b\n```", r"\$a\$", "$HOME and $PATH"]
)
def test_prices_and_code_are_no_formulas(text):
    offline.refuse(Path("05-x.ipynb"), new_notebook(cells=[new_markdown_cell(text)]))


def test_no_chapter_has_any():
    for path in chapters():
        offline.refuse(path, read(path))
