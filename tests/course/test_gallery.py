"""The gallery's page: which entries there are, what stands in it, and whether it can be read in light and dark."""

from __future__ import annotations

import html.parser
import re
from pathlib import Path

import pytest
from course import browser, gallery, gallerypage, say

PICTURE = (
    '<figure style="margin:0"><img alt="Two bars: &quot;a&quot; 3 &lt; 4." width="760" '
    'style="max-width:100%" src="data:image/png;base64,AAAA">'
    '<figcaption style="max-width:760px">Bars of <code>a</code>.</figcaption></figure>'
)


def shown(name: str = "one", code: str = "chart", problem: str = "") -> gallery.Shown:
    entry = gallery.Entry(name, f"Title of {name}", "What <it> is for.", code)
    return gallery.Shown(entry, (gallerypage.picture(PICTURE, "a  3\nb  4 <"),), 0.5, problem)


@pytest.mark.parametrize("entry", gallery.entries(), ids=lambda entry: entry.name)
def test_an_entry_is_as_short_as_a_learners_cell(entry: gallery.Entry) -> None:
    lines = entry.code.splitlines()
    assert len(lines) <= 20, "a figure must be had in a few lines: give the library what is missing"
    assert max(map(len, lines)) <= 96
    assert entry.about.endswith("."), "say what the figure is for"
    assert len(entry.title) <= 60


def test_entries_are_found_by_being_there(tmp_path: Path) -> None:
    (tmp_path / "20-b.jsh").write_text("// B\n// Second. Two lines\n// of it.\n1 +\n  1\n", "utf-8")
    (tmp_path / "10-a.jsh").write_text("// A\n2\n", "utf-8")
    (tmp_path / "notes.txt").write_text("no entry", "utf-8")
    first, second = gallery.entries(tmp_path)
    assert (first.name, first.title, first.about, first.code) == ("10-a", "A", "", "2\n")
    assert (second.about, second.code) == ("Second. Two lines of it.", "1 +\n  1\n")


@pytest.mark.parametrize("text", ["1 + 1\n", "// Only a title\n", "//\n1\n", ""])
def test_a_file_that_is_no_entry_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.jsh").write_text(text, "utf-8")
    with pytest.raises(say.Problem, match=r"x\.jsh: want a comment with the title"):
        gallery.entries(tmp_path)


def test_what_the_kernel_shows_is_read() -> None:
    picture = gallerypage.picture(PICTURE, "table")
    assert picture.alt == 'Two bars: "a" 3 < 4.'
    assert picture.caption == "Bars of <code>a</code>."
    assert (picture.width, picture.image, picture.text) == (760, "data:image/png;base64,AAAA", "table")


class Page(html.parser.HTMLParser):
    """What a page links to and shows, and whether its tags match."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.alts: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.addresses += [values[key] for key in ("src", "href") if values.get(key)]
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "img":
            self.alts.append(values.get("alt") or "")
        if tag not in ("img", "meta", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.text += data


def test_the_page_is_whole_and_needs_nothing_from_outside() -> None:
    page = Page(gallerypage.render([shown("one", "a < b && c"), shown("two")]))
    assert page.open == []
    assert len(set(page.ids)) == len(page.ids)
    for address in page.addresses:
        assert address.startswith("data:") or address[1:] in page.ids, address
    assert page.alts == ['Two bars: "a" 3 < 4.'] * 2
    for text in ("Title of one", "What <it> is for.", "a < b && c", "Bars of ", "b  4 <"):
        assert text in page.text
    assert "http" not in gallerypage.render([shown()])


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [gallerypage.LIGHT, gallerypage.DARK], ids=["light", "dark"])
def test_text_can_be_read_on_the_page_and_on_code(theme: dict[str, str]) -> None:
    for text in ("ink", "soft", "link"):
        assert contrast(theme[text], theme["page"]) >= 4.5, text
    assert contrast(theme["ink"], theme["code"]) >= 4.5
    assert theme.keys() == gallerypage.LIGHT.keys()
    used = set(re.findall(r"var\(--(\w+)\)", gallerypage.STYLE))
    assert used == theme.keys()


@pytest.mark.skipif(browser.find() is None, reason="no Chromium is installed: nothing is printed here")
def test_the_page_is_printed(tmp_path: Path) -> None:
    page = gallerypage.write(tmp_path, [shown("one"), shown("two")])
    pdf = browser.print_pdf(page, tmp_path / "gallery.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 3, "a page of contents, and one for each figure"
