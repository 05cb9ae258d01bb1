"""What all pages of the site have in common: the chapters it is made of, the frame round a page, its links."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from nbformat import NotebookNode

from course import docs, handoutpage, navigation

# The pages besides the chapters, in the order of the menu: file and word.
MENU = {
    "index.html": "Chapters",
    "glossary.html": "Glossary",
    "phrasebook.html": "Go to Java",
    "words.html": "Index",
    "library.html": "Library",
    "handouts.html": "Handouts",
}
SEARCH = "search.html"
# The files beside the notebooks that are made anew here; every other one becomes a page as it is.
OWN = {"start.md": "index.html", "glossary.md": "glossary.html", "phrasebook.md": "phrasebook.html"}
MORE = {
    path.name: f"{path.stem}.html" for path in sorted((docs.ROOT / "notebooks").glob("*.md")) if path.name not in OWN
}
# What a Markdown file of the project is called here.
PAGES = OWN | MORE | {"README.md": "library.html", "BENCHMARKS.md": "benchmarks.html"}


@dataclass(frozen=True)
class Place:
    """Where a cell can be linked to, and the section that it stands in."""

    address: str
    section: str


@dataclass(frozen=True)
class Chapter:
    """A chapter after a run."""

    about: docs.Chapter
    notebook: NotebookNode
    places: dict[str, Place] = field(default_factory=dict)

    @property
    def page(self) -> str:
        return self.about.file.replace(".ipynb", ".html")

    @property
    def name(self) -> str:
        return f"{self.about.number} · {self.about.title}"

    @property
    def source(self) -> str:
        return f"notebooks/{self.about.file}"


@dataclass(frozen=True)
class Site:
    """All that the pages are made from; `papers` are the handouts there are, by their path in the site."""

    chapters: tuple[Chapter, ...]
    papers: tuple[Path, ...] = ()
    released: docs.Release | None = None

    def chapter(self, number: str) -> Chapter | None:
        return next((each for each in self.chapters if each.about.number == number), None)

    def menu(self) -> dict[str, str]:
        return {file: word for file, word in MENU.items() if file != "handouts.html" or self.papers}

    def jdk(self) -> str:
        """The JDKs that ran the chapters."""
        said = {each.notebook.metadata.get("language_info", {}).get("version") for each in self.chapters}
        return ", ".join(sorted(filter(None, said)))


def frame(site: Site, page: str, title: str, body: str, *, kind: str = "alone", scripts: Iterable[str] = ()) -> str:
    """A whole page. `body` holds its `<main id="main">`; `kind` says how wide that is."""
    links = "".join(
        f'<a href="{file}"{" aria-current=" + chr(34) + "page" + chr(34) if file == page else ""}>{word}</a>'
        for file, word in site.menu().items()
    )
    more = "".join(f'<script src="{name}"></script>\n' for name in ("site.js", *scripts))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{html.escape(title)} · Rendezvous</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="site.css">
</head>
<body>
<a class="skip" href="#main">To the text</a>
<header><div>
<a class="brand" href="index.html">Rendez<span>vous</span></a>
<nav aria-label="Course">{links}</nav>
{"" if page == SEARCH else _search_box()}
</div></header>
<div class="page {kind}">
{body}
</div>
<footer><p>{_facts(site)}</p></footer>
{more}</body>
</html>
"""


def _search_box() -> str:
    return (
        f'<form role="search" action="{SEARCH}"><label class="hidden" for="q">Search the course</label>'
        '<input type="search" id="q" name="q" placeholder="Search" autocomplete="off"></form>'
    )


def _facts(site: Site) -> str:
    jdk = f"JDK {html.escape(site.jdk())}" if site.jdk() else ""
    said = [f"Rendezvous {handoutpage.version()}", jdk, f"made by a run on {handoutpage.facts()}"]
    return " · ".join([*filter(None, said), "text CC BY 4.0, code Apache 2.0"])


def main(text: str, before: str = "") -> str:
    """The landmark that holds a page's text."""
    return f'{before}<main id="main">\n{text}\n</main>'


def text(site: Site, markdown: str, folder: str = "notebooks") -> str:
    """A Markdown text of the project's as HTML; `folder` is where its relative links begin."""
    made = re.sub(
        r'<a href="([^"]*)">(.*?)</a>', lambda it: _link(site, folder, it[1], it[2]), _rendered(markdown), flags=re.S
    )
    made = re.sub(r"<th>\s*</th>", "<td></td>", made)
    return re.sub(
        r"<table>.*?</table>",
        r'<div class="table" role="group" tabindex="0" aria-label="Table">\g<0></div>',
        made,
        flags=re.S,
    )


def _rendered(markdown: str) -> str:
    made = handoutpage.rendered(re.sub(r"<!-- /?\w+(: generated)? -->\n", "", navigation.without(markdown)))
    return re.sub(r"<(h[3-6]) id=\"[^\"]*\">", r"<\1>", made)


def _link(site: Site, folder: str, target: str, words: str) -> str:
    """A link of a text: to a page of the site, else into the release, else its words alone."""
    if re.match(r"[a-z]+:", target):
        return f'<a href="{target}">{words}</a>'
    path, _, part = target.partition("#")
    mark = f"#{handoutpage.anchor(html.unescape(part))}" if part else ""
    name = path.rpartition("/")[2]
    pages = {each.about.file: each.page for each in site.chapters}
    if name == "README.md" and "/" in path:
        name = ""  # another folder's
    if not path or name in pages or name in PAGES:
        return f'<a href="{pages.get(name) or PAGES.get(name, "")}{mark}">{words}</a>'
    if site.released is None:
        return words
    place = posixpath.normpath(f"{folder}/{path}")
    return f'<a href="https://github.com/{site.released.repository}/blob/{site.released.tag}/{place}">{words}</a>'
