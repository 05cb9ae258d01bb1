"""The answers to a chapter's questions, as text for those who have no kernel to ask.

The kernel judges what was written; paper has to give all that is right, and why the rest is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from course.exercises import EXERCISES


@dataclass(frozen=True)
class Answer:
    """The answer to a question of the chapter, in Markdown."""

    id: str
    title: str
    text: str


def answers(number: str) -> list[Answer]:
    """The answers to a chapter's questions: quizzes first, then the others, by their numbers."""
    found = sorted((EXERCISES / f"c{number}").glob("[a-z][0-9]*.md"), key=_order)
    return [answer(f"{number}.{path.stem}", path.read_text("utf-8")) for path in found]


def answer(name: str, text: str) -> Answer:
    """What is right for the question of this id, and why, by its file."""
    title = re.match(rf"# {re.escape(name)} (.+)", text)[1].strip()
    parts = {
        head.strip(): body.strip("\n") for head, body in re.findall(r"^## (.+?) *\n(.*?)(?=^## |\Z)", text, re.M | re.S)
    }
    said = _SAYS[name[3]](parts)
    if "Explanation" in parts:
        said.append(parts["Explanation"].strip())
    return Answer(name, title, "\n\n".join(said))


def _order(path: Path) -> tuple[int, int]:
    return list(_SAYS).index(path.stem[0]), int(path.stem[1:])


def _options(parts: dict[str, str]) -> dict[str, tuple[bool, str, str]]:
    """Letter, whether the quiz calls it right, what it says, and why."""
    found = {}
    for head, body in parts.items():
        if re.fullmatch(r"[a-z]( right)?", head):
            text, _, why = body.partition("\n>")
            found[head[0]] = (head.endswith(" right"), text.strip(), why.replace("\n>", "\n").strip())
    return found


def _quiz(parts: dict[str, str]) -> list[str]:
    options = _options(parts)
    right = [f"**{letter})** {text} {why}".strip() for letter, (good, text, why) in options.items() if good]
    return right + _list(f"not {letter}): {why}" for letter, (good, _, why) in options.items() if why and not good)


def _outcomes(parts: dict[str, str]) -> list[str]:
    possible = parts["Right"].split()
    bold = [f"**{letter})**" for letter in possible]
    said = " and ".join([", ".join(bold[:-1]), bold[-1]] if len(bold) > 1 else bold)
    reasons = _list(f"{letter}) {why}" for letter, (_, _, why) in _options(parts).items() if why)
    return [f"Possible: {said}.", *reasons]


def _parsons(parts: dict[str, str]) -> list[str]:
    orders = [f"`{order.strip()}`" for order in parts["Right"].splitlines()]
    return [", or ".join(orders), *_reasons(parts, lambda head: head.removeprefix("If "))]


def _fill(parts: dict[str, str]) -> list[str]:
    ways = []
    for line in parts["Right"].splitlines():
        blanks = (f"▢{place} `{text.strip()}`" for place, text in enumerate(line.split(" | "), 1))
        ways.append(" · ".join(blanks))
    said = [ways[0], *(f"or {way}" for way in ways[1:])]
    return [*said, *_reasons(parts, lambda head: "not ▢{} `{}`".format(*head.removeprefix("If ").split(" = ", 1)))]


def _schedule(parts: dict[str, str]) -> list[str]:
    return [f"In the notebook: `{parts['Right'].strip()}`, where `1x3` is three steps of goroutine 1, main."]


def _fix(parts: dict[str, str]) -> list[str]:
    """The mended programs; a title after `Right:` says what is another about one."""
    said = []
    for head, body in parts.items():
        if head == "Right" or head.startswith("Right:"):
            other = head.removeprefix("Right").removeprefix(":").strip()
            said += [f"Another way: {other}."] * bool(other) + [body.strip()]
    return said


def _reasons(parts: dict[str, str], name: Callable[[str], str]) -> list[str]:
    """What is said to those who answer in certain wrong ways."""
    return _list(f"{name(head)}: {' '.join(body.split())}" for head, body in parts.items() if head.startswith("If "))


def _list(lines: Iterable[str]) -> list[str]:
    made = [f"- {line}" for line in lines]
    return ["\n".join(made)] if made else []


# By the letter of a kind, in the order in which a chapter's answers are given.
_SAYS = {"q": _quiz, "f": _fill, "p": _parsons, "x": _fix, "s": _schedule, "o": _outcomes}
