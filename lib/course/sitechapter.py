"""A chapter's page: its cells with what they showed, and hints, solutions and answers folded below them."""

from __future__ import annotations

import html
import re

from nbformat import NotebookNode

from course import editions, handoutpage, papercards
from course.answers import Answer, answers
from course.editions import sections
from course.exercises import Exercise, starter_cells
from course.sitepage import Chapter, Place, Site, frame, main, text

# The cells are those of the edition with solutions; these are put where they belong, and not at its end.
EDITION = next(each for each in editions.EDITIONS if each.solutions and not each.instructor)
_QUESTION = re.compile(r'\(\s*"(\d\d\.[a-z]\d+)"')


def places(notebook: NotebookNode, page: str) -> dict[str, Place]:
    """Where each cell of a chapter can be linked to; one that is not shown, at its section."""
    shown = {id(cell) for cell in editions.cells(notebook, EDITION)}
    found = {}
    section = ""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            section = next(reversed(re.findall(r"(?m)^## (.+?) *$", cell.source)), section)
        own = f"#{_anchor(cell)}" if id(cell) in shown else f"#{handoutpage.anchor(section)}" if section else ""
        found[cell.id] = Place(page + own, section.replace("`", ""))
    return found


def render(site: Site, chapter: Chapter) -> str:
    """The page of one chapter."""
    number = chapter.about.number
    exercises = {each.id: each for each in editions.exercises(number)}
    starters = {index: exercises[name] for name, index in starter_cells(chapter.notebook).items() if name in exercises}
    asked = {each.id: each for each in answers(number)}
    kept = {id(cell) for cell in editions.cells(chapter.notebook, EDITION)}
    folded = papercards.settling(chapter.notebook)
    body = ""
    for index, cell in enumerate(chapter.notebook.cells):
        if id(cell) in kept:
            body += _cell(site, cell, starters.get(index), asked, index in folded)
    title, end, rest = body.partition("</h1>")
    body = f"{title}{end}{_links(site, chapter)}{rest}{_near(site, chapter)}"
    return frame(site, chapter.page, chapter.name, main(body, _contents(chapter)), kind="beside")


def _anchor(cell: NotebookNode) -> str:
    return f"cell-{cell.id}"


def _cell(site: Site, cell: NotebookNode, starts: Exercise | None, asked: dict[str, Answer], is_folded: bool) -> str:
    if cell.cell_type == "markdown":
        return f'<div class="cell text" id="{_anchor(cell)}">{text(site, cell.source)}</div>\n'
    if cell.cell_type != "code":
        return ""
    out = "" if starts else "".join(handoutpage.output(each) for each in cell.outputs)
    shown = f'<div class="out">{out}</div>' if out else ""
    if is_folded and shown:
        shown = _fold(papercards.FOLD, shown)
    folds = _help(site, starts) if starts else ""
    for name in dict.fromkeys(_QUESTION.findall(cell.source)):
        if name in asked:
            folds += _fold(f"Answer to {name}", handoutpage.answered(asked[name]))
    return f'<div class="cell code" id="{_anchor(cell)}">{handoutpage.source(cell)}{shown}{folds}</div>\n'


def _help(site: Site, exercise: Exercise) -> str:
    hints = "".join(
        _fold(f"Hint {number} of {len(exercise.hints)}", text(site, hint))
        for number, hint in enumerate(exercise.hints, 1)
    )
    return hints + _fold(f"Solution of {exercise.id}", handoutpage.solved(exercise))


def _fold(title: str, inside: str) -> str:
    return f'<details class="fold"><summary>{html.escape(title)}</summary><div>{inside}</div></details>'


def _contents(chapter: Chapter) -> str:
    rows = "".join(
        f'<li><a href="#{handoutpage.anchor(each.title)}">{handoutpage.inline(each.title)}</a></li>'
        for each in sections(chapter.notebook, EDITION)
    )
    return (
        f'<nav class="toc" aria-label="In this chapter"><details><summary>In this chapter</summary><ol>{rows}</ol>'
        "</details></nav>\n"
    )


def _links(site: Site, chapter: Chapter) -> str:
    links = []
    if site.released:
        links.append(f'<a href="{site.released.binder(chapter.source)}">Open this chapter in Binder</a>')
    if any(paper.name.startswith(f"{chapter.about.number}-") for paper in site.papers):
        links.append(f'<a href="handouts.html#chapter-{chapter.about.number}">Handouts of this chapter</a>')
    return f'<div class="meta">{"".join(links)}</div>' if links else ""


def _near(site: Site, chapter: Chapter) -> str:
    place = site.chapters.index(chapter)
    links = ""
    for step, rel, word in ((-1, "prev", "← Before"), (1, "next", "Next →")):
        if 0 <= place + step < len(site.chapters):
            other = site.chapters[place + step]
            links += f'<a rel="{rel}" href="{other.page}"><small>{word}</small>{html.escape(other.name)}</a>'
    return f'<nav class="near" aria-label="Chapters">{links}</nav>'
