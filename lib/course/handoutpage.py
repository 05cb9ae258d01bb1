"""A handout as HTML: the cells of an executed chapter, and what an edition adds to them."""

from __future__ import annotations

import html
import platform
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from nbconvert.filters.markdown_mistune import markdown2html_mistune
from nbformat import NotebookNode
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import JavaLexer

from course import machine, navigation, papercards, project
from course.answers import Answer, answers, told
from course.editions import INSTRUCTOR, Edition, beliefs, cells, exercises, minutes, plan, sections
from course.exercises import Exercise, starter_cells
from course.notebooks import plain, tags
from course.pngsize import sizes

# In print, in millimetres: from what height on the page may end between code and what it gave, else half of it would
# stay empty; the highest picture, and a line of code, by handouts.css.
TALL, PICTURE, LINE = 110, 105, 3.5
STYLE = Path(__file__).with_name("handouts.css")
# A space between groups of digits, or between a number and its unit; code is left as it is.
_NUMBER = re.compile(r"(?<=\d) (?=\d{3}\b|(?:ns|µs|ms|s|h|KB|MB|GB|minutes?|hours?)\b)")
_PARTS = re.compile(r"(<pre.*?</pre>|<code.*?</code>|<[^>]*>)", re.S)
_COLOURS = HtmlFormatter(style="default")


def render(path: Path, notebook: NotebookNode, edition: Edition) -> str:
    """The page of one chapter."""
    number, title = path.name[:2], navigation.title(path)
    stars = {each.id: each.stars for each in exercises(number)}
    starters = {index: _answer_room(stars.get(name, 1)) for name, index in starter_cells(notebook).items()}
    kept = {id(cell) for cell in cells(notebook, edition)}
    folded = set() if edition.solutions else papercards.settling(notebook)
    early = plan(notebook)  # stands below the timetable
    body = ""
    for index, cell in enumerate(notebook.cells):
        if id(cell) in kept:
            body += _cell(cell, starters.get(index, ""), index in folded, early)
            body += papercards.prediction(cell) if papercards.asks_first(cell) and not edition.solutions else ""
    after = _solutions(number, notebook, edition) if edition.solutions else ""
    before = _contents(notebook, edition) + (_schedule(notebook, early) if edition.instructor else "")
    head, rest = _after_title(body)
    which = (
        "" if edition.solutions else " · hints and checks are in the notebook, solutions in the edition with solutions"
    )
    # On paper the colophon stands here: at the end it would often have a page of its own.
    about = f'<p class="soft">{html.escape(edition.title)}{which}<span class="made">{_colophon()}</span></p>'
    head = head.replace("</h1>", f"</h1>{about}", 1)
    return _page(f"{number} · {title}", edition, f"{_neighbours(path)}{head}{before}{rest}{after}")


def contents(pages: list[Path], edition: Edition) -> str:
    """The page that leads to all chapters of an edition."""
    rows = []
    for page in pages:
        title = re.search(r"<title>(.*?) · [^·<]*</title>", page.read_text("utf-8"))
        pdf = page.with_suffix(".pdf")
        paper = f' · <a href="{pdf.name}">PDF</a>' if pdf.exists() else ""
        for folder in ("slides", "summary"):
            if (page.parent.parent / folder / page.name).exists():
                paper += f' · <a href="../{folder}/{page.name}">{folder}</a>'
        rows.append(f'<li><a href="{page.name}">{title[1] if title else page.stem}</a>{paper}</li>')
    return _page("Chapters", edition, f"<h1>Rendezvous</h1>\n<ul>{''.join(rows)}</ul>")


def _page(title: str, edition: Edition, body: str) -> str:
    return document(
        f"{title} · {edition.title}",
        STYLE.read_text("utf-8") + colours() + _running(f"Rendezvous · {title} · {edition.title}"),
        f"""<a class="skip" href="#main">To the text</a>
<main id="main">
{body}
</main>
<footer>{_colophon()}</footer>
""",
    )


def _colophon() -> str:
    return f"Rendezvous {version()} · made by a run on {facts()} · text CC&nbsp;BY&nbsp;4.0, code Apache&nbsp;2.0"


def _running(title: str) -> str:
    """What stands at the foot of each page in print: loose sheets are told apart by it."""
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    return f'\n@page {{ @bottom-left {{ content: "{quoted}" }} }}\n'


def document(title: str, style: str, body: str) -> str:
    """A whole page that holds all it needs."""
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{html.escape(title)}</title>
<style>{style}</style>
</head>
<body>
{body}</body>
</html>
"""


def version() -> str:
    """The course's version, by pom.xml."""
    root = ElementTree.parse(project.ROOT / "pom.xml").getroot()
    return root.findtext("m:version", "", {"m": "http://maven.apache.org/POM/4.0.0"})


def facts() -> str:
    """What the numbers of the run hang on."""
    cores = machine.cores()
    return f"{cores} core{'' if cores == 1 else 's'}, {platform.system()}"


def _after_title(body: str) -> tuple[str, str]:
    """What stands before the first section, and the rest: contents go between them."""
    place = body.find("<h2")
    place = body.rfind('<div class="cell', 0, place) if place >= 0 else len(body)
    return body[:place], body[place:]


def _neighbours(path: Path) -> str:
    known = sorted(path.parent.glob("[0-9][0-9]-*.ipynb"))
    place = known.index(path)
    links = ['<a href="index.html">all chapters</a>']
    if place > 0:
        links.insert(
            0, f'<a href="{known[place - 1].stem}.html">← {html.escape(navigation.title(known[place - 1]))}</a>'
        )
    if place + 1 < len(known):
        links.append(f'<a href="{known[place + 1].stem}.html">{html.escape(navigation.title(known[place + 1]))} →</a>')
    return f'<nav class="chapters" aria-label="Chapters">{"".join(links)}</nav>\n'


def _contents(notebook: NotebookNode, edition: Edition) -> str:
    parts = [
        f'<li><a href="#{anchor(each.title)}">{inline(each.title)}</a></li>' for each in sections(notebook, edition)
    ]
    if edition.solutions:
        parts.append('<li><a href="#solutions">Solutions</a></li>')
    return f'<nav class="contents" aria-label="Contents"><h2>Contents</h2><ol>{"".join(parts)}</ol></nav>\n'


def _schedule(notebook: NotebookNode, hour: str) -> str:
    rows = "".join(
        f"<tr><td>{inline(each.title)}</td><td>{each.minutes or ''}</td></tr>" for each in sections(notebook)
    )
    taught, practised = minutes(notebook)
    return (
        '<aside class="instructor schedule"><h2>For the instructor</h2>\n<table>'
        f"<thead><tr><th>section</th><th>minutes</th></tr></thead><tbody>{rows}"
        f"<tr><th>all but what is optional</th><th>{taught + practised}</th></tr></tbody></table>"
        f"{markdown(hour)}</aside>\n"
    )


def _answer_room(stars: int) -> str:
    return f'<div class="answer" style="height: {stars * 5 + 1}rem" role="img" aria-label="Room for your answer"></div>'


def _cell(cell: NotebookNode, room: str, is_folded: bool, early: str) -> str:
    """A cell; one with room for an answer is a starter, and shows nothing of what it gave.

    `early` is what was said before.
    """
    if cell.cell_type == "markdown":
        words = navigation.without(cell.source).replace(early, "")
        text = papercards.sentences(markdown(papercards.words(words)))
        if INSTRUCTOR in tags(cell):
            text = f'<aside class="instructor">{text}</aside>'
        return f'<div class="cell text">{text}</div>\n'
    if cell.cell_type != "code":
        return ""
    out = "" if room else "".join(output(each) for each in cell.outputs)
    shown = f'<div class="out">{out}</div>' if out else ""
    if is_folded and shown:
        shown = f'<details class="fold"><summary>{papercards.FOLD}</summary>{shown}</details>'
    if papercards.is_card(cell):
        return f'<div class="cell question">{papercards.lead(cell)}{out}</div>\n'
    # What a prediction is about may well stand on one page, and what came of it on the next.
    tall = " tall" if is_folded or _height(cell.source, out) > TALL else ""
    return f'<div class="cell code{tall}">{source(cell)}{shown}{room}</div>\n'


def source(cell: NotebookNode) -> str:
    """A cell's code, with the number by which messages call the cell."""
    count = cell.get("execution_count")
    number = f'<span class="count" aria-label="cell {count}">[{count}]</span>' if count else ""
    return f'<div class="in">{number}{java(cell.source)}</div>'


def _height(code: str, out: str) -> float:
    """About how high a cell is in print, in millimetres."""
    pictures = sum(min(PICTURE, 165 * high / wide) + 10 for wide, high in sizes(out))
    printed = sum(text.count("\n") + 2 for text in re.findall(r"<pre.*?</pre>", out, re.S))
    return pictures + LINE * (code.count("\n") + 2 + printed)


def output(shown: NotebookNode) -> str:
    """One output of a cell."""
    if shown.output_type == "stream":
        kind = ' class="err"' if shown.name == "stderr" else ""
        return f"<pre{kind}>{html.escape(plain(shown.text).rstrip())}</pre>" if shown.text.strip() else ""
    if shown.output_type == "error":
        return f'<pre class="err">{html.escape(plain(chr(10).join(shown.traceback)).rstrip())}</pre>'
    data = shown.get("data", {})
    if "text/html" in data:
        return papercards.card(data["text/html"])  # our own figures and cards, which escape what they quote
    return f"<pre>{html.escape(plain(data.get('text/plain', '')))}</pre>"


def _solutions(number: str, notebook: NotebookNode, edition: Edition) -> str:
    parts = "".join(_solution(each, edition) for each in exercises(number))
    every = "\n".join(cell.source for cell in notebook.cells)
    asked = "".join(_answer(each) for each in sorted(answers(number), key=lambda each: every.find(each.asked)))
    # In the instructor's edition they stand in the text.
    own = [] if edition.instructor else [f'<div class="cell">{markdown(each)}</div>' for each in told(notebook)]
    return (
        '<section class="solutions"><h2 id="solutions">Solutions</h2>\n'
        f"{parts}{'<h3>Questions</h3>' if asked else ''}{asked}"
        f"{'<h3>Tasks within the text</h3>' if own else ''}{''.join(own)}</section>\n"
    )


def _solution(exercise: Exercise, edition: Edition) -> str:
    title = exercise.text.splitlines()[0].removeprefix("# ")
    believed = ""
    if edition.instructor:
        rows = "".join(
            f"<tr><td>{inline(belief)}</td><td>{inline(check)}</td></tr>" for belief, check in beliefs(exercise)
        )
        believed = (
            f'<aside class="instructor"><table><thead><tr><th>{exercise.id}: what learners believe</th>'
            f"<th>the check that says so</th></tr></thead><tbody>{rows}</tbody></table></aside>"
        )
    return f"<h3>{inline(title)}</h3>{_hints(exercise)}{solved(exercise)}{believed}\n"


def solved(exercise: Exercise) -> str:
    """An exercise's solution, why it is right, and other ways."""
    why = re.search(r"^## Explanation *\n(.*)\Z", exercise.text, re.M | re.S)
    others = "".join(
        f'<div class="cell"><p class="lead">Another way:</p><div class="in">{java(path.read_text("utf-8"))}</div></div>'
        for path in exercise.other_solutions()
    )
    code = f'<div class="cell"><div class="in">{java(exercise.solution)}</div></div>'
    return code + (markdown(why[1]) if why else "") + others


def _hints(exercise: Exercise) -> str:
    hints = "".join(f"<li>{markdown(hint)}</li>" for hint in exercise.hints)
    return f'<p class="lead">Hints:</p><ol class="hints">{hints}</ol>' if hints else ""


def _answer(answer: Answer) -> str:
    return f'<div class="cell"><h4>{inline(f"{answer.id} {answer.title}")}</h4>{answered(answer)}</div>\n'


def answered(answer: Answer) -> str:
    """The right answer to a question, and why."""
    return markdown(answer.text)


def colours() -> str:
    """The style of coloured code."""
    return _COLOURS.get_style_defs(".highlight")


def java(source: str) -> str:
    """Java, coloured."""
    return highlight(source, JavaLexer(), _COLOURS)


def markdown(text: str) -> str:
    """A text's HTML: links lead to pages, and to nothing that is no handout."""
    made = re.sub(r'href="(\d\d-[a-z0-9-]+)\.ipynb', r'href="\1.html', rendered(text))
    made = made.replace('href="start.md"', 'href="index.html"')
    return re.sub(r'<a href="[\w./-]+\.md">(.*?)</a>', r"\1", made)


def rendered(text: str) -> str:
    """A text's HTML, with its links as they are; headings can be linked to, and numbers stay with their units."""
    made = re.sub(r'<a class="anchor-link"[^>]*>.*?</a>', "", markdown2html_mistune(text))
    made = "".join(
        part if part.startswith("<") else _NUMBER.sub("\N{NO-BREAK SPACE}", part) for part in _PARTS.split(made)
    )
    return re.sub(r"<h2(?: id=\"[^\"]*\")?>(.*?)</h2>", _heading, made, flags=re.S)


def _heading(found: re.Match) -> str:
    return f'<h2 id="{anchor(html.unescape(re.sub("<[^>]*>", "", found[1])))}">{found[1]}</h2>'


def anchor(title: str) -> str:
    """Where a section can be linked to."""
    return re.sub(r"[^\w-]+", "-", title.replace("`", "")).strip("-").lower()


def inline(text: str) -> str:
    """A line's HTML, without the paragraph around it."""
    return re.sub(r"^<p>|</p>$", "", markdown2html_mistune(text).strip())
