"""A timeline and charts in a notebook that somebody else ran: untrusted, and then trusted; light and dark.

The notebook is made by the course's kernel and opened without being run. JupyterLab takes what could do harm out of the
outputs of such a notebook; a picture, its words and its table must be left.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from course import gallery
from course.gallery import KERNEL
from nbformat.v4 import new_code_cell, new_notebook, new_output
from pages import SHOTS, cell, show, theme
from playwright.sync_api import Locator, Page, expect

NAME = "pictures-of-somebody-else.ipynb"
KINDS = ("11-timeline-stuck", "31-speed-up", "36-latency-histogram", "37-outcomes", "39-utilisation")
# It would run in a trusted notebook only.
SCRIPT = "<p>markup</p><img src='' onerror='document.body.dataset.ran = 1'>"

# The contrast of a text with what lies behind it, by WCAG 2.
CONTRAST = """element => {
    const parts = text => text.match(/[0-9.]+/g).map(Number);
    const luminance = text => {
        const [red, green, blue] = parts(text).map(part => part / 255)
            .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    let behind = element;
    while (parts(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
    const [one, other] = [getComputedStyle(element).color, getComputedStyle(behind).backgroundColor].map(luminance);
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}"""


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory, lab: str, work: Path) -> str:
    """A notebook with outputs, unsigned, where JupyterLab, which is at `lab`, finds it."""
    code = [entry.code for entry in gallery.entries() if entry.name in KINDS]
    assert len(code) == len(KINDS)
    bare, ran = (tmp_path_factory.mktemp(name) / NAME for name in ("bare", "ran"))
    nbformat.write(new_notebook(cells=[new_code_cell(each) for each in code], metadata={"kernelspec": KERNEL}), bare)
    # In a process of its own: Playwright has this thread's event loop.
    subprocess.run([sys.executable, "-m", "course.runner", bare, "--out", ran.parent], check=True, timeout=240)
    notebook = nbformat.read(ran, as_version=4)
    markup = new_output("display_data", data={"text/html": SCRIPT, "text/plain": "markup"})
    notebook.cells.append(new_code_cell("// markup of somebody else's", outputs=[markup]))
    nbformat.write(notebook, work / NAME)
    return NAME


def open_notebook(page: Page, lab: str, name: str) -> Locator:
    page.goto(lab.replace("start.md", name))
    notebook = page.locator(".jp-NotebookPanel")
    expect(notebook.locator("figure img").first).to_be_visible()
    expect(page.get_by_text("Java (Rendezvous) | Idle")).to_be_visible()  # after that, nothing takes the focus
    return notebook


def check_figures(page: Page, notebook: Locator, shot: str) -> None:
    figures = notebook.locator("figure")
    expect(figures).to_have_count(len(KINDS))
    for number in range(len(KINDS)):
        image = figures.nth(number).locator("img")
        show(figures.nth(number))
        expect(image).to_be_visible()
        assert image.evaluate("image => image.complete && image.naturalWidth") >= 1_000
        assert any(letter.isdigit() for letter in image.get_attribute("alt"))
        assert image.evaluate("image => image.getBoundingClientRect().right <= innerWidth")
        caption = figures.nth(number).locator("figcaption")
        expect(caption).to_be_visible()
        assert caption.evaluate(CONTRAST) >= 4.5
        page.screenshot(path=SHOTS / f"{shot}-{KINDS[number]}.png")


@pytest.mark.parametrize("colours", ["Light", "Dark"])
def test_pictures_and_words_are_there_in_an_untrusted_notebook(
    page: Page, lab: str, pictures: str, colours: str
) -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    notebook = open_notebook(page, lab, pictures)
    theme(page, f"JupyterLab {colours}")
    check_figures(page, notebook, f"untrusted-{colours.lower()}")
    expect(cell(notebook, "markup of somebody").get_by_text("markup", exact=True)).to_be_visible()
    assert page.evaluate("document.body.dataset.ran") is None, "the notebook is trusted: the test shows nothing"


def test_pictures_and_words_are_there_in_a_trusted_notebook(page: Page, lab: str, pictures: str) -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    notebook = open_notebook(page, lab, pictures)
    trust(page)  # once: JupyterLab signs the file, and it stays trusted
    for colours in ("Light", "Dark"):
        theme(page, f"JupyterLab {colours}")
        check_figures(page, notebook, f"trusted-{colours.lower()}")
    assert page.evaluate("document.body.dataset.ran") == "1", "the notebook is not trusted: the test shows nothing"


def trust(page: Page) -> None:
    """Trusts the open notebook, as a learner does by the command palette."""
    page.get_by_role("menuitem", name="View", exact=True).click()
    page.get_by_text("Activate Command Palette", exact=True).click()
    page.locator(".lm-CommandPalette input").fill("Trust Notebook")
    expect(page.locator(".lm-CommandPalette-item.lm-mod-active")).to_contain_text("Trust Notebook")
    page.keyboard.press("Enter")
    page.locator(".jp-Dialog button", has_text="Trust").click()
    page.wait_for_function("document.body.dataset.ran === '1'")
