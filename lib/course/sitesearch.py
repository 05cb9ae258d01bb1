"""What the site's search goes through: each section of each chapter, each word, the library's page."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator

from course import docs, handoutpage, navigation
from course.sitepage import SEARCH, Chapter, Site, frame, main
from course.sitewords import LIBRARY, Word

DATA = "site-data.js"
CODE = "site-search.js"
# A word is what most people look for; its own row comes before the sections that use it.
WORD, SECTION = 3, 1
_FENCE = re.compile(r"^(`{3,})[^\n]*\n|^(`{3,}) *$", re.M)

Row = tuple[str, str, str, int, str]


def page(site: Site) -> str:
    """The page that searches."""
    body = (
        f'<h1>Search</h1><form role="search" class="search" action="{SEARCH}">'
        '<label class="hidden" for="q">Search the course</label>'
        '<input type="search" id="q" name="q" autocomplete="off" placeholder="A word, or how it begins" '
        'aria-describedby="count"></form>\n'
        '<p id="count" class="soft" role="status"></p><ol id="found" aria-label="Places found"></ol>\n'
        '<noscript><p>The search needs JavaScript. The <a href="words.html">index</a> and the '
        '<a href="glossary.html">glossary</a> do without.</p></noscript>'
    )
    return frame(site, SEARCH, "Search", main(body), scripts=(DATA, CODE))


def data(site: Site, words: list[Word]) -> str:
    """The rows as a script: a page on a disk may load that, and nothing else."""
    rows = [row for chapter in site.chapters for row in _sections(chapter)]
    rows += _library()
    rows += [_word(word) for word in words]
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    return f"const SEARCH = [\n{lines}\n];\n"


def _word(word: Word) -> Row:
    where = f"{word.chapter.name}" + (f" · {word.place.section}" if word.place.section else "")
    return (word.place.address, word.word, where, WORD, plain(word.meaning))


def _sections(chapter: Chapter) -> Iterator[Row]:
    title, lines = chapter.about.title, []
    address = chapter.page
    for cell in chapter.notebook.cells:
        if chapter.places[cell.id].address.partition("#")[2] != f"cell-{cell.id}":
            continue  # it is not shown
        if cell.cell_type != "markdown":
            lines.append(cell.source)
            continue
        for part in re.split(r"(?m)^(?=## )", navigation.without(cell.source)):
            if part.startswith("## "):
                yield (address, title, chapter.name, SECTION, plain("\n".join(lines)))
                heading, _, part = part[3:].partition("\n")
                title, lines = plain(heading), []
                address = f"{chapter.page}#{handoutpage.anchor(heading.strip())}"
            lines.append(part)
    yield (address, title, chapter.name, SECTION, plain("\n".join(lines)))


def _library() -> Iterator[Row]:
    text = (docs.ROOT / LIBRARY / "README.md").read_text("utf-8")
    for part in re.split(r"(?m)^## ", text)[1:]:
        heading, _, rest = part.partition("\n")
        yield (
            f"library.html#{handoutpage.anchor(heading.strip())}",
            plain(heading),
            "The library",
            SECTION,
            plain(rest),
        )


def plain(markdown: str) -> str:
    """A text without its marks, on one line."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", _FENCE.sub("", markdown))
    text = re.sub(r"<!--.*?-->|^# .*?$|\*\(\d+ minutes\)\*", "", text, flags=re.M | re.S)
    text = re.sub(r"^#+ |^ *[-*] |`|^\|[-| :]+\|$|\*\*|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)", "", text, flags=re.M)
    return html.unescape(re.sub(r"[\s|]+", " ", text)).strip()
