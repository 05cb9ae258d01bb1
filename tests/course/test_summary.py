"""What stands on a chapter's sheet, and that it is one page."""

import re

import nbformat
import pytest
from course import browser, project, summarypage
from course.notebooks import chapters, read
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

CHAPTER = project.NOTEBOOKS / "05-unbuffered-channels.ipynb"


def test_a_rule_ends_where_it_speaks_of_another_cell():
    text = "**Rule:** know how it ends. Here ann waits:\n\n**Rule**, for both: be\nshort. **Change it:** go."
    made = summarypage.rules(new_notebook(cells=[new_markdown_cell(text)]))
    assert made == ["Know how it ends.", "For both: be short."]


@pytest.mark.parametrize("path", chapters(), ids=lambda path: path.name[:2])
def test_every_chapter_has_what_a_sheet_needs(path):
    notebook = read(path)
    assert summarypage.rules(notebook)
    assert 1 <= len(re.findall(r"^[-*] ", summarypage.summary(notebook), re.M)) <= 8


def test_of_a_marked_cell_tables_and_numbered_lists_are_taken():
    items, table = "1. **One.** It\n   is.\n2. Two.", "| a | b |\n|---|---|\n| 1 | 2 |"
    text = f"## Which?\n\nThree.\n\n{items}\n\n### A table\n\n{table}\n\nMore."
    marked = new_markdown_cell(text, metadata={"tags": ["summary"]})
    made = summarypage.to_look_up(new_notebook(cells=[new_markdown_cell(text), marked]))
    assert made == [("A table", f"{items}\n\n{table}")]


@pytest.mark.parametrize(
    ("number", "want"), [("06", "<li><strong>It is a bound."), ("07", "<td>waits for ever</td>"), ("09", "orElse(")]
)
def test_a_sheet_has_what_one_looks_up(number, want):
    (path,) = (each for each in chapters() if each.name.startswith(number))
    assert want in summarypage.render(path, read(path))


def test_the_picture_is_of_the_first_idea():
    def shows(name: str):
        data = {"text/html": f'<figure><img alt="" width="760" style="x" src="{name}"></figure><pre>y</pre>'}
        return new_code_cell("1", outputs=[new_output("display_data", data={**data, "text/plain": ""})])

    cells = [new_markdown_cell("## The pain: it hurts"), shows("pain"), new_markdown_cell("## Idea"), shows("idea")]
    picture = summarypage.picture(new_notebook(cells=cells))
    assert picture.startswith("<h2>Idea</h2>")
    assert 'src="idea"' in picture and "760" not in picture and "<pre>" not in picture
    assert 'src="pain"' in summarypage.picture(new_notebook(cells=cells[:2]))
    assert summarypage.picture(new_notebook(cells=cells[:1])) == ""


@pytest.mark.skipif(browser.find() is None, reason="no Chromium is installed: nothing can be printed here")
def test_a_sheet_is_one_page(tmp_path):
    notebook = read(CHAPTER)
    notebook.cells.append(nbformat.v4.new_markdown_cell("\n\n".join(f"**Rule:** {'word ' * 20}" for _ in range(12))))
    page = tmp_path / "sheet.html"
    page.write_text(summarypage.render(CHAPTER, notebook), "utf-8")
    printed = browser.print_pdf(page, tmp_path / "sheet.pdf").read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
