"""The gallery's page: HTML that needs nothing else, for light and dark screens and for paper."""

from __future__ import annotations

import html
import os
import platform
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.gallery import Shown

# Text and what it stands on; a test measures their contrast.
LIGHT = {
    "page": "#ffffff",
    "ink": "#1f2933",
    "soft": "#56626f",
    "code": "#f3f5f7",
    "line": "#d9dfe5",
    "link": "#1769aa",
}
DARK = {
    "page": "#14181d",
    "ink": "#e6eaee",
    "soft": "#a9b4bf",
    "code": "#1f252c",
    "line": "#3a444f",
    "link": "#7cc0f5",
}

STYLE = """
:root { color-scheme: light; %(light)s }
@media (prefers-color-scheme: dark) { :root { color-scheme: dark; %(dark)s } }
:root:has(#light:checked) { color-scheme: light; %(light)s }
:root:has(#dark:checked) { color-scheme: dark; %(dark)s }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 800px; background: var(--page); color: var(--ink);
  font: 16px/1.55 system-ui, "DejaVu Sans", "Liberation Sans", sans-serif; }
h1 { margin: 0 0 .25rem; font-size: 1.9rem; line-height: 1.2; }
h2 { margin: 0 0 .25rem; font-size: 1.25rem; line-height: 1.3; }
h3 { margin: 1rem 0 .25rem; font-size: .8rem; font-weight: 600; color: var(--soft); }
p { margin: 0 0 .75rem; }
a { color: var(--link); }
nav { margin: 1.25rem 0 0; columns: 2; column-gap: 2rem; font-size: .95rem; }
nav a { display: block; padding: .1rem 0; }
.theme { margin: 1rem 0 0; color: var(--soft); font-size: .9rem; }
.theme label { margin-right: 1rem; }
section { margin-top: 2.5rem; padding-top: 2rem; border-top: 1px solid var(--line); }
figure { margin: .75rem 0 0; }
figure img { display: block; max-width: 100%%; height: auto; }
figcaption { margin-top: .5rem; font-size: .9rem; color: var(--ink); }
pre { margin: 0; padding: .75rem .9rem; white-space: pre-wrap; overflow-wrap: anywhere;
  background: var(--code); border-radius: 6px;
  font: .8rem/1.5 "DejaVu Sans Mono", "Liberation Mono", ui-monospace, monospace; tab-size: 4; }
code { font-family: "DejaVu Sans Mono", "Liberation Mono", ui-monospace, monospace; font-size: .92em; }
.alt { font-size: .9rem; color: var(--ink); }
.facts { color: var(--soft); font-size: .9rem; }
@page { size: A4; margin: 16mm 15mm 18mm; @bottom-center { content: counter(page) " / " counter(pages);
  font: 9pt "DejaVu Sans", sans-serif; color: #56626f; } }
@media print {
  :root, :root:has(#dark:checked) { color-scheme: light; %(light)s }
  body { max-width: none; padding: 0; font-size: 9pt; line-height: 1.35; }
  .theme { display: none; }
  section { break-before: page; margin: 0; padding: 0; border: 0; }
  pre { font-size: 6.4pt; line-height: 1.25; border: 1px solid var(--line); }
  figure img { max-height: 88mm; width: auto; max-width: 100%%; }
  figcaption, .alt { font-size: 8pt; line-height: 1.3; }
  figure, .alt, h2, h3 { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
"""


@dataclass(frozen=True)
class Picture:
    """A figure as the kernel showed it."""

    image: str
    width: int
    alt: str
    caption: str
    text: str


class _Figure(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.image: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img" and not self.image:
            self.image = {name: value or "" for name, value in attrs}


def picture(shown: str, text: str) -> Picture:
    """Reads what the kernel showed: the HTML of a figure, and the same as text."""
    parser = _Figure()
    parser.feed(shown)
    alt = parser.image.get("alt", "")
    lines = text.splitlines()
    if len(lines) > 1 and lines[-1].replace("`", "") in alt:
        lines.pop()  # the caption, which stands under the picture
    caption = re.search(r"<figcaption[^>]*>(.*?)</figcaption>", shown, re.DOTALL)
    return Picture(
        image=parser.image.get("src", ""),
        width=int(parser.image.get("width", "0")),
        alt=alt,
        caption=caption[1] if caption else "",
        text="\n".join(lines),
    )


def write(folder: Path, shown: Sequence[Shown]) -> Path:
    """Writes the page into the folder; gives its path."""
    folder.mkdir(parents=True, exist_ok=True)
    page = folder / "gallery.html"
    page.write_text(render(shown), "utf-8")
    return page


def render(shown: Sequence[Shown]) -> str:
    """The page as text."""
    links = "\n".join(f'<a href="#{each.entry.name}">{html.escape(each.entry.title)}</a>' for each in shown)
    sections = "\n".join(_section(each) for each in shown)
    style = STYLE % {"light": _variables(LIGHT), "dark": _variables(DARK)}
    facts = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rendezvous: the figures</title>
<style>{style}</style>
</head>
<body>
<header>
<h1>The figures of Rendezvous</h1>
<p>One of each kind. Each was made by the code above it, in one run on this machine, and shows that run.</p>
<p class="facts">{len(shown)} figures; {facts}.</p>
<div class="theme" role="radiogroup" aria-label="Colours of the page">
<label><input type="radio" name="theme" id="auto" checked> as the system</label>
<label><input type="radio" name="theme" id="light"> light</label>
<label><input type="radio" name="theme" id="dark"> dark</label>
</div>
<nav aria-label="Figures">
{links}
</nav>
</header>
<main>
{sections}
</main>
</body>
</html>
"""


def _variables(theme: dict[str, str]) -> str:
    return " ".join(f"--{name}: {value};" for name, value in theme.items())


def _section(shown: Shown) -> str:
    entry = shown.entry
    figures = "\n".join(_figure(each) for each in shown.figures)
    return f"""<section id="{entry.name}" aria-labelledby="title-{entry.name}">
<h2 id="title-{entry.name}">{html.escape(entry.title)}</h2>
<p>{html.escape(entry.about)}</p>
<pre><code>{html.escape(entry.code)}</code></pre>
{figures}
</section>"""


def _figure(figure: Picture) -> str:
    # The caption is the kernel's own HTML; what it quotes is escaped there.
    return f"""<figure><img src="{html.escape(figure.image)}" width="{figure.width}" alt="{html.escape(figure.alt)}">
<figcaption>{figure.caption}</figcaption></figure>
<h3>Alternative text</h3>
<p class="alt">{html.escape(figure.alt)}</p>
<h3>The same as a table</h3>
<pre>{html.escape(figure.text)}</pre>"""
