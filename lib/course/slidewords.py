"""The words of a slide: none that point at a page or ask for keys, and which of them belong together."""

from __future__ import annotations

import re

# About how many letters of a caption stand on a line.
LINE = 118
_MINUTES = re.compile(r" ?\*?\(\d+ minutes\)\*?")
_SENTENCE = re.compile(r"(?:(?<=[.?!:])|(?<=[.?!:]\*))(?<!e\.g\.)\s+(?=[A-Z0-9*`“(])")
# A sentence that says nothing without the one before it: what it is about is named by a pronoun near its beginning.
_LEANS = re.compile(
    r"\W*(?:[\w'-]+\W+){0,3}(?:this|that|these|those|it|its|they|them|their|such|he|she|his|her|both|other)\b", re.I
)
# What only somebody does who has the notebook before them.
_AT_A_KEYBOARD = re.compile(r" ?\bRun (?:it|the cell)(?: \w+)* (?:few|more) times\.")
_ABOVE = re.compile(r"\b(the (?:\w+ )?\w+) above(?=[.,;)])")
_CAPTION = re.compile(r"(<figcaption[^>]*>)(.*?)(?=</figcaption>)", re.S)


def spoken(text: str) -> str:
    """A text without minutes, without what is done at a keyboard, and pointing back in time and not up a page."""
    return _ABOVE.sub(r"\1 shown before", _AT_A_KEYBOARD.sub("", _MINUTES.sub("", text)))


def leads(text: str) -> bool:
    """Whether a text asks or announces what comes next."""
    return text.rstrip(" *_)").endswith((":", "?"))


def leans(text: str) -> bool:
    """Whether a text begins with a word for something that was said before it."""
    return bool(_LEANS.match(text))


def lead(text: str) -> tuple[str, str]:
    """A paragraph without the words at its end that announce what comes next, and these, if they can stand alone."""
    most = _SENTENCE.split(text)
    least = [most.pop()]
    while most and most[-1].endswith("?"):
        least.insert(0, most.pop())
    said = " ".join(least)
    is_whole = all(said.count(mark) % 2 == 0 for mark in ("*", "**", "`"))
    return (" ".join(most), said) if most and text.endswith(":") and is_whole and not leans(said) else ("", text)


def caption(shown: str) -> str:
    """A figure with the beginning of its caption only: the first sentence, or of a long one what stands before `;`."""
    return _CAPTION.sub(lambda found: found[1] + _beginning(found[2]), shown, count=1)


def _beginning(said: str) -> str:
    first = re.split(r"(?<=[.?!])\s", said, maxsplit=1)[0]
    return first if len(first) < LINE or ";" not in first else first.partition(";")[0] + "."
