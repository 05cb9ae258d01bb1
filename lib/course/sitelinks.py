"""Whether a folder of pages is whole: each link leads somewhere, and nothing is asked of the net."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

# What a browser loads by itself, as opposed to what a reader follows.
LOADED = {"script", "img", "link", "iframe", "source", "object", "video", "audio", "embed"}


class Page(HTMLParser):
    """The ids and the links of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name in ("href", "src", "data", "action") and tag not in ("base",):
                self.links.append((tag, value or ""))


def faults(folder: Path) -> list[str]:
    """What is wrong with the pages of a folder, a line each."""
    pages = {path: Page(path.read_text("utf-8")) for path in sorted(folder.rglob("*.html"))}
    return [f"{path.relative_to(folder).as_posix()}: {fault}" for path in pages for fault in _faults(path, pages)]


def _faults(path: Path, pages: dict[Path, Page]) -> Iterator[str]:
    page = pages[path]
    for name in sorted({name for name in page.ids if page.ids.count(name) > 1}):
        yield f"the id {name} is given twice"
    for tag, link in page.links:
        if link.startswith("data:"):
            continue
        if link.startswith(("http:", "https:", "//")):
            if tag in LOADED:
                yield f"<{tag}> loads {link}: want a file of the site"
            continue
        file, _, part = unquote(link).partition("#")
        place = (path.parent / file.partition("?")[0]).resolve() if file else path
        if not place.is_file():
            yield f"links to {link}: there is no such file"
        elif part and place in pages and part not in pages[place].ids:
            yield f"links to {link}: the page has no such id"
