"""Slides in a browser: nothing is cut off, and keys drive them."""

import base64
import struct
import zlib
from collections.abc import Iterator

import pytest
from course import papercards, project, slidepage
from course.notebooks import read
from nbformat.v4 import new_markdown_cell, new_output
from playwright.sync_api import Browser, Page

CHAPTER = project.NOTEBOOKS / "08-range-over-channels.ipynb"
# The lowest and the rightmost point of what a slide shows, and how far its text was made smaller.
MEASURE = """() => [...document.querySelectorAll(".slide")].map(slide => {
  const body = slide.querySelector(".body"), place = slide.getBoundingClientRect();
  const all = [...body.querySelectorAll("*")].map(each => each.getBoundingClientRect());
  return {
    heading: slide.querySelector("h1, h2").textContent,
    over: body.scrollHeight - body.clientHeight, wide: body.scrollWidth - body.clientWidth,
    low: Math.max(0, ...all.map(each => each.bottom - place.top)),
    right: Math.max(0, ...all.map(each => each.right - place.left)),
    fit: Number(body.style.getPropertyValue("--fit") || 1),
  };
})"""

# A table in which there is hardly room for its code.
TABLE = """## A table

| | Go | Java |
|---|---|---|
| make a timer that runs for a while | `timer := time.NewTimer(d)` | `Timer timer = Timer.of(duration);` |"""
# Of each piece of code: how many lines it has, and on how many it stands; of each code in a table: on how many.
LINES = """() => ({
  code: [...document.querySelectorAll(".in pre, .card pre, .text pre")].map(each => {
    const style = getComputedStyle(each), high = each.clientHeight - 2 * parseFloat(style.paddingTop);
    return [each.textContent.trimEnd().split("\\n").length, Math.round(high / parseFloat(style.lineHeight))];
  }),
  cells: [...document.querySelectorAll("td code")].map(each => each.getClientRects().length),
})"""
# Of each picture: how much of what its slide has is left, across and below, and how large it is beside its least.
PICTURES = """() => [...document.querySelectorAll("figure img")].map(each => {
  const body = each.closest(".body"), place = body.getBoundingClientRect(), scale = place.height / body.offsetHeight;
  return {
    across: each.clientWidth - each.clientHeight * each.naturalWidth / each.naturalHeight,
    below: (place.bottom - body.lastElementChild.getBoundingClientRect().bottom) / scale,
    more: each.clientHeight - Number(each.dataset.least),
  };
})"""


def picture(wide: int, high: int) -> str:
    """A figure as a chart is, in one grey."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    pixels = zlib.compress((b"\0" + b"\xaa" * wide) * high)
    head = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    source = f"data:image/png;base64,{base64.b64encode(data).decode()}"
    return (
        f'<figure style="margin:0"><img alt="grey" width="760" style="max-width:100%;height:auto" src="{source}">'
        f"<figcaption>{'A number that matters. ' * 12}</figcaption></figure>"
    )


@pytest.fixture
def deck(browser: Browser, tmp_path) -> Iterator[Page]:
    """The slides of a chapter in which every cell printed much and drew a picture, high and low in turn."""
    notebook = read(CHAPTER)
    code = (cell for cell in notebook.cells if cell.cell_type == "code" and not papercards.is_card(cell))
    for number, cell in enumerate(code):
        shown = {"text/html": picture(1520, 1100 if number % 2 else 300), "text/plain": "x"}
        cell.outputs = [
            new_output("stream", name="stdout", text=f"{'much is printed ' * 9}\n" * 30),
            new_output("display_data", data=shown),
        ]
    notebook.cells.insert(1, new_markdown_cell(TABLE))
    path = tmp_path / "slides.html"
    path.write_text(slidepage.render(CHAPTER, notebook), "utf-8")
    context = browser.new_context(viewport={"width": 1280, "height": 720}, offline=True)
    page = context.new_page()
    page.goto(path.as_uri())
    yield page
    context.close()


def test_no_slide_is_cut_off_and_every_one_is_readable(deck: Page) -> None:
    slides = deck.evaluate(MEASURE)
    assert len(slides) > 50
    for slide in slides:
        assert slide["over"] <= 0 and slide["wide"] <= 0, slide
        assert slide["low"] <= 690 and slide["right"] <= 1240, slide
        assert slide["fit"] >= 0.7, slide


def test_no_line_of_code_is_broken_and_a_picture_is_as_large_as_there_is_room(deck: Page) -> None:
    lines = deck.evaluate(LINES)
    assert len(lines["code"]) > 20 and [each for each in lines["code"] if each[0] != each[1]] == []
    assert lines["cells"] and set(lines["cells"]) == {1}
    pictures = deck.evaluate(PICTURES)
    assert len(pictures) >= 20
    for each in pictures:
        assert each["across"] < 5 or each["below"] < 5, each
        assert each["more"] >= 0, each


def test_keys_drive_the_slides(deck: Page) -> None:
    def now() -> str:
        return deck.get_attribute(".slide.now", "id")

    assert now() == "s1"
    for key, want in (("ArrowRight", "s2"), (" ", "s3"), ("ArrowLeft", "s2"), ("Home", "s1"), ("ArrowLeft", "s1")):
        deck.keyboard.press(key)
        assert now() == want, key
    last = f"s{deck.locator('.slide').count()}"
    deck.keyboard.press("End")
    assert now() == last and deck.url.endswith(f"#{last[1:]}")
    deck.reload()
    assert now() == last
    deck.keyboard.press("Home")
    assert not deck.is_visible(".slide.now .notes")
    deck.keyboard.press("n")
    assert deck.is_visible(".slide.now .notes")


def test_on_paper_there_is_a_page_for_each_slide(deck: Page) -> None:
    deck.emulate_media(media="print")
    assert deck.locator(".slide").count() == deck.locator(".slide:visible").count()
    assert deck.locator(".notes:visible").count() == 0
