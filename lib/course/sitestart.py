"""The pages that lead to others: the start page, and the list of handouts."""

from __future__ import annotations

import html
import re
from pathlib import Path

from course import docs, editions, handoutpage
from course.sitepage import MORE, SEARCH, Chapter, Site, frame, main, text
from course.sitewords import titled

TITLE = "Go's concurrency, learned in Java"
_FIRST = re.compile(r'<figure[^>]*><img alt="Timeline [^"]*[1-9]\d* hand-off')


def start(site: Site) -> str:
    """The start page."""
    readme = (docs.ROOT / "README.md").read_text("utf-8")
    said = text(site, readme.split("\n\n")[1], folder=".")
    first = site.chapters[0]
    body = (
        f'<div class="hero"><div><h1>{TITLE}</h1>'
        f"{said.replace('<p>', '<p class=lead>', 1)}"
        f'<p><a class="button" href="{first.page}">Start reading</a>'
        f'<a class="button quiet" href="{SEARCH}">Search the course</a></p></div>{_picture(site)}</div>\n'
        f'<h2 id="ways">Three ways in</h2><div class="ways">{_ways(site)}</div>\n'
        f'<h2 id="chapters">Chapters</h2><ol class="chapters">{"".join(map(_row, site.chapters))}</ol>'
    )
    return frame(site, "index.html", TITLE, main(body), kind="wide")


def _row(chapter: Chapter) -> str:
    goals = "; ".join(map(handoutpage.inline, chapter.about.goals))
    return (
        f'<li><span class="number" aria-hidden="true">{chapter.about.number}</span><div>'
        f'<h3><a href="{chapter.page}">{html.escape(chapter.about.title)}</a>'
        f"<small>{html.escape(chapter.about.minutes)} min</small></h3><p>{goals}.</p></div></li>\n"
    )


def _picture(site: Site) -> str:
    """The first timeline of a hand-off, with the code that drew it."""
    for chapter in site.chapters:
        for cell in chapter.notebook.cells:
            for output in cell.get("outputs", []):
                shown = output.get("data", {}).get("text/html", "")
                if _FIRST.match(shown):
                    code = handoutpage.java(cell.source)
                    return f'<div class="cell"><div class="in">{code}</div><div class="out">{shown}</div></div>'
    return ""


def _ways(site: Site) -> str:
    first = site.chapters[0]
    handouts = '<a href="handouts.html">Handouts</a>' if site.papers else "<code>./course handouts</code>: handouts"
    more = "".join(f'<li><a href="{page}">{html.escape(titled(source))}</a></li>' for source, page in MORE.items())
    binder = ""
    if site.released:
        binder = (
            f'<li><a href="{site.released.binder(docs.START)}">Open the course in Binder</a>: nothing to install</li>'
        )
    ways = {
        "To learn": (
            "You know Java. Predict, run, look at the picture, change the code.",
            f'<li><a href="{first.page}">{html.escape(first.about.title)}</a>, then chapter by chapter</li>'
            "<li><code>./course lab</code> opens the notebooks on your machine</li>"
            f'{binder}<li>The <a href="glossary.html">glossary</a> has the words, '
            '<a href="phrasebook.html">Go to Java</a> the idioms</li>',
        ),
        "To teach": (
            "Each chapter is made for a lesson of 60 to 90 minutes, and says how many each section takes.",
            f"{more}<li>{handouts}, also with solutions and with an instructor's notes</li>"
            "<li><code>./course doctor</code> tells each participant what is missing</li>"
            "<li>After one start with a network the room works without it</li>",
        ),
        "To build on it": (
            "The library works without the course, and its core needs nothing but the JDK.",
            '<li><a href="library.html">The library</a>: what it has, and how to depend on it</li>'
            '<li><a href="benchmarks.html">Benchmarks</a> beside Go, Jox, Kotlin and the JDK</li>'
            '<li>The <a href="words.html">index</a> leads to where each construct is explained</li>',
        ),
    }
    return "".join(
        f"<section><h3>{title}</h3><p>{said}</p><ul>{links}</ul></section>" for title, (said, links) in ways.items()
    )


def handouts(site: Site) -> str:
    """The list of what there is to print: a row for each chapter, a column for each kind."""
    kinds = list(dict.fromkeys(paper.parent for paper in site.papers if paper.name[:2].isdecimal()))
    known = [Path("handouts") / edition.name for edition in editions.EDITIONS]
    kinds.sort(key=lambda kind: (known.index(kind) if kind in known else len(known), kind))
    head = "".join(f'<th scope="col">{html.escape(_kind(kind))}</th>' for kind in kinds)
    rows = ""
    for chapter in site.chapters:
        own = [paper for paper in site.papers if paper.name.startswith(f"{chapter.about.number}-")]
        cells = "".join(f"<td>{_files(chapter, kind, own)}</td>" for kind in kinds)
        if not own:
            continue
        number = chapter.about.number
        link = f'<a href="{chapter.page}">{html.escape(chapter.name)}</a>'
        rows += f'<tr id="chapter-{number}"><th scope="row">{link}</th>{cells}</tr>\n'
    others = "".join(
        f'<li><a href="{paper.as_posix()}">{html.escape(_titled(paper))}</a></li>'
        for paper in site.papers
        if not paper.name[:2].isdecimal() and paper.stem != "index"
    )
    more = f'<h2 id="more">For a workshop</h2><ul>{others}</ul>' if others else ""
    body = (
        "<h1>Handouts</h1><p class=lead>Chapters to read or to print, as they came out of a run. "
        'Each page holds all it needs.</p><div class="table" role="group" tabindex="0" aria-label="By chapter">'
        "<table><thead><tr>"
        f'<th scope="col">Chapter</th>{head}</tr></thead><tbody>{rows}</tbody></table></div>{more}'
    )
    return frame(site, "handouts.html", "Handouts", main(body))


def _files(chapter: Chapter, kind: Path, papers: list[Path]) -> str:
    return ", ".join(
        f'<a href="{paper.as_posix()}" aria-label="{html.escape(f"{chapter.name}, {_kind(kind)}, {_form(paper)}")}">'
        f"{_form(paper)}</a>"
        for paper in papers
        if paper.parent == kind
    )


def _kind(folder: Path) -> str:
    titles = {edition.name: edition.title for edition in editions.EDITIONS}
    return titles.get(folder.name, folder.name.replace("-", " ").capitalize())


def _form(paper: Path) -> str:
    return paper.suffix[1:].upper()


def _titled(paper: Path) -> str:
    return f"{paper.stem.replace('-', ' ').capitalize()} ({_form(paper)})"


def papers(folder: Path) -> tuple[Path, ...]:
    """The handouts that a folder has, by their path in the site."""
    found = sorted(path for path in folder.rglob("*") if path.suffix in (".html", ".pdf"))
    return tuple(Path("handouts") / path.relative_to(folder) for path in found)
