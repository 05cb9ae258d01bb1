"""From the start page to one question of each kind: unanswered, answered wrongly, answered rightly."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pages import SHOTS, cell, open_chapter, show
from playwright.sync_api import Page, expect
from test_learner import run, write

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "lib" / "rendezvous" / "course"
CALLS = {"q": "quiz", "p": "parsons", "f": "fill", "x": "fix", "s": "schedule", "o": "outcomes"}


@dataclass(frozen=True)
class Question:
    """A question that is shipped, with two answers."""

    id: str
    kind: str
    wrong: str
    right: str

    @property
    def call(self) -> str:
        return f'{CALLS[self.kind]}("{self.id}"'


def questions() -> Iterator[Question]:
    """One question of each kind, of the first chapter that has one."""
    for kind in CALLS:
        # Chapter 00's tell where to begin: all their answers go into one cell.
        paths = sorted(set(SHIPPED.glob(f"c[0-9][0-9]/{kind}[0-9]*.md")) - set(SHIPPED.glob("c00/*.md")))
        assert paths, f"no chapter has a question of the kind {kind}"
        yield question(paths[0], kind)


def question(path: Path, kind: str) -> Question:
    parts = dict(re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", path.read_text("utf-8"), re.M | re.S))
    if kind == "q":
        letters = {title[0]: title.endswith(" right") for title in parts}
        right = next(letter for letter, is_right in letters.items() if is_right)
        wrong = next(letter for letter, is_right in letters.items() if not is_right)
    elif kind == "x":
        wrong = next(code(text) for title, text in parts.items() if title.startswith("Wrong"))
        right = code(parts["Right"])
    else:
        line = parts["Wrong"].split("\n")[0]
        wrong = line.rsplit("=>" if "=>" in line else "=", 1)[0].strip()
        right = parts["Right"].split("\n")[0].strip()
    return Question(f"{path.parent.name[1:]}.{path.stem}", kind, argument(kind, wrong), argument(kind, right))


def code(text: str) -> str:
    return re.search(r"```java\n(.*?)```", text, re.S)[1]


def argument(kind: str, answer: str) -> str:
    if kind == "x":
        return f"() -> {{\n{answer}}}"
    words = re.split(r"\s*\|\s*", answer) if kind == "f" else [answer]
    return ", ".join(json.dumps(word, ensure_ascii=False) for word in words)


@pytest.mark.parametrize("asked", list(questions()), ids=lambda it: CALLS[it.kind])
def test_a_question_of_each_kind_is_asked_and_judged(page: Page, asked: Question) -> None:
    notebook = open_chapter(page, asked.id[:2])
    starter = cell(notebook, asked.call)
    place = starter.evaluate("it => [...it.parentElement.querySelectorAll('.jp-CodeCell')].indexOf(it)")
    starter = notebook.locator(".jp-CodeCell").nth(place)  # its text is about to change
    expect(run(page, starter)).to_contain_text(asked.id)
    expect(starter.locator(".jp-OutputArea-output")).not_to_contain_text("Right")
    expect(write(page, starter, f"{asked.call}, {asked.wrong})")).to_contain_text("Not yet")
    show(starter)
    page.screenshot(path=SHOTS / f"kind-{CALLS[asked.kind]}.png")
    expect(write(page, starter, f"{asked.call}, {asked.right})")).to_contain_text("Right")
