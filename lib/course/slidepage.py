"""A chapter's slides as one HTML page: it needs no network, is driven by keys, and prints a slide a page."""

from __future__ import annotations

import html
import re
from pathlib import Path

from nbformat import NotebookNode

from course import handoutpage, navigation, slides
from course.slidebreaks import Part, Slide

_HERE = Path(__file__)
KEYS = "Arrows and space go on and back, Home and End to the ends; f fills the screen, n shows notes, o all slides."


def render(path: Path, notebook: NotebookNode) -> str:
    """The page of one chapter's slides."""
    deck = slides.deck(path.name[:2], notebook)
    title = f"{path.name[:2]} · {navigation.title(path)}"
    body = "".join(_slide(slide, number, len(deck), title) for number, slide in enumerate(deck, 1))
    style = _HERE.with_name("slides.css").read_text("utf-8") + handoutpage.colours()
    return handoutpage.document(
        f"{title} · Slides",
        style,
        f"""<main>
{body}</main>
<p class="help">{KEYS}</p>
<script>{_HERE.with_name("slides.js").read_text("utf-8")}</script>
""",
    )


def _slide(slide: Slide, number: int, of: int, title: str) -> str:
    kind = " title" if slide.is_title else ""
    level = 1 if slide.is_title else 2
    parts, results = (
        "".join(_part(part) for part in some) for some in (slide.parts[: slide.results], slide.parts[slide.results :])
    )
    if results:
        parts += f'<div class="fragment">{results}</div>'
    foot = "Rendezvous" if slide.is_title or not slide.section else f"{html.escape(title)} · {text(slide.section)}"
    notes = "".join(without_links(handoutpage.markdown(note)) for note in slide.notes)
    return (
        f'<section class="slide{kind}" id="s{number}" '
        f'aria-roledescription="slide" aria-label="{number} of {of}">'
        f"<h{level}>{text(slide.heading)}</h{level}>\n"
        f'<div class="body">{parts}</div>\n<div class="foot"><span>{foot}</span><span>{number} / {of}</span></div>\n'
        f'<aside class="notes" aria-label="Notes">{notes}</aside></section>\n'
    )


def _part(part: Part) -> str:
    kind = "part fragment" if part.fragment else "part"
    if part.kind == "text":
        return f'<div class="{kind}">{without_links(handoutpage.markdown(part.text))}</div>'
    if part.kind == "code":
        return f'<div class="{kind} in">{handoutpage.java(part.text)}</div>'
    if part.kind in ("output", "error"):
        error = " err" if part.kind == "error" else ""
        return f'<div class="{kind}"><pre class="out{error}">{part.text}</pre></div>'
    shown = "card" if part.kind == "verdict" else part.kind
    return f'<div class="{kind} {shown}">{part.text}</div>'


def text(said: str) -> str:
    """A line's HTML."""
    return without_links(handoutpage.inline(said))


def without_links(made: str) -> str:
    """On a slide nobody follows a link to a page of the course; those to the world stay."""
    return re.sub(r'<a href="(?!https?:)[^"]*">(.*?)</a>', r"\1", made, flags=re.S)
