"""What the rules need to know of a notebook's Markdown; code in it is no prose, holds no links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.M | re.S)
_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.S)
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$", re.M)
_UNDERLINED = re.compile(r"^[^\n#>|\-=\s][^\n]*\n {0,3}(?:=+|-{2,})[ \t]*$", re.M)
_IMAGE = re.compile(r"!\[([^\]]*)\]\(\s*<?([^)\s>]*)")
_LINK = re.compile(r"(?<!!)\[(?:[^\[\]]|!?\[[^\]]*\](?:\([^)]*\))?)*\]\(\s*<?([^)\s>]*)")
_REFERENCE = re.compile(r"^ {0,3}\[[^\]^]+\]:[ \t]*<?([^\s>]+)", re.M)
_WORD = re.compile(r"[^\W_]+(?:['\u2019\-][^\W_]+)*")


@dataclass(frozen=True)
class Heading:
    """A heading and its level."""

    level: int
    text: str


def without_fences(text: str) -> str:
    """The text without its fenced code."""
    return _FENCE.sub("", text)


def prose(text: str) -> str:
    """The text without any code."""
    return _SPAN.sub("", without_fences(text))


def headings(text: str) -> list[Heading]:
    """The headings, in order."""
    found = _HEADING.findall(without_fences(text))
    return [Heading(len(marks), words.strip()) for marks, words in found]


def underlined_headings(text: str) -> list[str]:
    """Headings written with a line of = or - below, which the rules do not count levels of."""
    return [found.splitlines()[0] for found in _UNDERLINED.findall(without_fences(text))]


def images(text: str) -> list[tuple[str, str]]:
    """The alternative text and the address of each image."""
    found = _IMAGE.findall(prose(text))
    tags = _tags(prose(text))
    return found + [(each.get("alt", ""), each.get("src", "")) for name, each in tags if name == "img"]


def links(text: str) -> list[str]:
    """The addresses that the text links to, images not among them."""
    clean = prose(text)
    found = _LINK.findall(clean) + _REFERENCE.findall(clean)
    return found + [each["href"] for name, each in _tags(clean) if name == "a" and "href" in each]


def heading_tags(text: str) -> list[str]:
    """Headings written as HTML."""
    return [name for name, _ in _tags(prose(text)) if re.fullmatch("h[1-6]", name)]


def words(text: str) -> int:
    """How many words of prose a reader meets; addresses of links are not read."""
    clean = _SPAN.sub(" code ", without_fences(text))
    clean = re.sub(r"\]\([^)]*\)", "]", clean)
    return len(_WORD.findall(re.sub(r"<[^>]*>", " ", clean)))


def anchors(text: str, *, notebook: bool) -> set[str]:
    """The places a link can lead to: JupyterLab keeps a heading's letters, GitHub lowers them."""
    found = {name for tag, each in _tags(text) if (name := each.get("id") or each.get("name"))}
    for heading in headings(text):
        shown = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", heading.text)
        shown = re.sub(r"[`*]", "", shown)
        if notebook:
            found.add(shown.replace(" ", "-"))
        else:
            found.add(re.sub(r"[^\w\- ]", "", shown.lower()).replace(" ", "-"))
    return found


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def _tags(text: str) -> list[tuple[str, dict[str, str]]]:
    parser = _Tags()
    parser.feed(text)
    return parser.found
