"""The answers to a chapter's questions, as text for those who have no kernel to ask.

The kernel judges what was written; paper has to give all that is right, and why the rest is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from course.editions import INSTRUCTOR
from course.exercises import EXERCISES
from course.notebooks import tags


@dataclass(frozen=True)
class Answer:
    """The answer to a question of the chapter, in Markdown."""

    id: str
    title: str
    text: str

    @property
    def asked(self) -> str:
        """By what the cell can be known that asks it."""
        return "startAt(" if self.id == START else f'"{self.id}"'


def answers(number: str) -> list[Answer]:
    """The answers to a chapter's questions: quizzes first, then the others, by their numbers."""
    found = sorted((EXERCISES / f"c{number}").glob("[a-z][0-9]*.md"), key=_order)
    said = [answer(f"{number}.{path.stem}", path.read_text("utf-8")) for path in found]
    return [*said, _start(found)] if number == START else said


def told(notebook: NotebookNode) -> list[str]:
    """What becomes of the tasks within the text ("Change it", "Can you?"), in Markdown.

    The cells for instructors tell it, behind the word Answers; each begins with the task's name in italics.
    """
    found = []
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and INSTRUCTOR in tags(cell):
            _, _, said = cell.source.partition("**Answers.**")
            found += [each.strip() for each in _TASK.split(said) if each.strip()]
    return found


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


def _start(questions: list[Path]) -> Answer:
    """The letters that `startAt` takes, by its questions' files."""
    right = " ".join(re.search(r"^## ([a-z]) right", path.read_text("utf-8"), re.M)[1] for path in questions)
    return Answer(START, "Where to start", f"`{right}`. Begin at the chapter of the first letter that is not yours.")


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
    right = [f"**{letter})** {_ended(text)} {why}".strip() for letter, (good, text, why) in options.items() if good]
    return right + _list(
        f"{'' if text == UNKNOWN else 'not '}{letter}): {why}"
        for letter, (good, text, why) in options.items()
        if why and not good
    )


def _ended(text: str) -> str:
    """A text after which a sentence can follow."""
    return text if text.endswith((".", "!", "?", "```")) else f"{text}."


def _outcomes(parts: dict[str, str]) -> list[str]:
    possible = parts["Right"].split()
    bold = [f"**{letter})**" for letter in possible]
    said = " and ".join([", ".join(bold[:-1]), bold[-1]] if len(bold) > 1 else bold)
    reasons = _list(f"{letter}) {why}" for letter, (_, _, why) in _options(parts).items() if why)
    return [f"Possible: {said}.", *reasons]


def _parsons(parts: dict[str, str]) -> list[str]:
    orders = [f"`{order.strip()}`" for order in parts["Right"].splitlines()]
    said = ", or ".join(orders)
    if rule := parts.get("Also right", "").strip():
        said = f"For example {orders[0]}. Also right is {_ended(' '.join(rule.split()))}"
    return [said, *_reasons(parts, lambda head: f"not `{head.removeprefix('If ')}`")]


def _fill(parts: dict[str, str]) -> list[str]:
    """The first way in full; of others, which are examples as it is one, only what is not the same."""
    first, *others = ([text.strip() for text in line.split(" | ")] for line in parts["Right"].splitlines())
    said = ["For example"] * bool(others) + [_BREAK.join(_blanks(first))]
    for other in others:
        said.append("or " + _BREAK.join(blank for blank in _blanks(other) if blank not in _blanks(first)))
    return [*said, *_reasons(parts, lambda head: "in ▢{} not `{}`".format(*head.removeprefix("If ").split(" = ", 1)))]


def _blanks(texts: list[str]) -> list[str]:
    return [f"▢{place}: `{text}`" for place, text in enumerate(texts, 1)]


def _schedule(parts: dict[str, str]) -> list[str]:
    """Who goes on in words, by the lines that the card numbers; then what a kernel would be told."""
    steps = parts["Right"].strip()
    called = {str(number): name for number, name in enumerate(["main", *_STARTED.findall(parts["Code"])], 1)}
    names = ", ".join(f"{number} {name}" for number, name in called.items())
    many = re.search(r"\b(\d+)x(\d+)", steps)
    gloss = f"; `{many[0]}`: {many[2]} steps of {called[many[1]]}" if many else ""
    return [parts["On paper"].strip(), f"In the notebook: `{steps}` ({names}{gloss})."]


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


# The chapter whose questions say together at which chapter to begin.
START = "00"
_TASK = re.compile(r"(?:^|(?<=[.!?)]))\s+(?=\*[A-Z][^*]*\*)")
# What a quiz offers to those who would have to guess.
UNKNOWN = "I do not know yet."
_BREAK = "  \n"  # a new line of the same paragraph
_STARTED = re.compile(r'\bgo\("(\w+)"')
# By the letter of a kind, in the order in which a chapter's answers are given.
_SAYS = {"q": _quiz, "f": _fill, "p": _parsons, "x": _fix, "s": _schedule, "o": _outcomes}
