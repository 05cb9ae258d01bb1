"""Skeletons of exercises and chapters: they compile, and the tests say what is still to be written in them."""

import json
import re
import string
from pathlib import Path

from course import project, say, syllabus
from course.setup import Ready

COURSE = project.ROOT / "lib" / "rendezvous" / "course"
WRONG = project.ROOT / "tests" / "exercises"
# The proofs look for these words.
UNWRITTEN = "to be written"

_ID = re.compile(r"\d\d\.\d{1,2}")
_NAME = re.compile(r"[a-z][a-z0-9]{1,30}")
_TOPIC = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_WORDS = {"package", "class", "interface", "import", "public", "new", "switch", "record", "default", "return"}

_PARTS = {
    "package-info.java": """\
/** Exercise $id: $UNWRITTEN. */
@NullMarked
package rendezvous.course.c$chapter.$name;

import org.jspecify.annotations.NullMarked;
""",
    "$Name.java": """\
package rendezvous.course.c$chapter.$name;

import rendezvous.chan.ReceiveChan;

/** What it is, in a sentence: $UNWRITTEN. */
public interface $Name {
    /**
     * Returns a channel on which the numbers from 1 to {@code n} can be received, in order; then it is closed.
     *
     * @param n how many; 0 or more
     */
    ReceiveChan<Integer> start(int n);
}
""",
    "${Name}Checks.java": """\
package rendezvous.course.c$chapter.$name;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.ReceiveChan;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;

/** How the checks go about it, in a sentence: $UNWRITTEN. */
@Checks
final class ${Name}Checks {
    private final $Name answer;
    private final Stage stage;

    ${Name}Checks($Name answer, Stage stage) {
        this.answer = answer;
        this.stage = stage;
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("start returns at once")
    void returnsAtOnce() throws InterruptedException {
        stage.call("start", () -> answer.start(3));
    }

    @Explore
    @Order(2)
    @Hint(2)
    @DisplayName("the numbers come in order")
    void numbersComeInOrder() throws InterruptedException {
        ReceiveChan<Integer> numbers = stage.call("start", () -> answer.start(3));
        List<Integer> got = new ArrayList<>();
        for (int number : numbers) {
            got.add(number);
        }
        stage.equal("Three numbers were asked for.", List.of(1, 2, 3), got);
    }

    @Explore
    @Order(3)
    @Hint(3)
    @DisplayName("leaves no goroutine behind")
    void leavesNoGoroutineBehind() throws InterruptedException {
        for (int ignored : stage.call("start", () -> answer.start(3))) {
            stage.settle();
        }
        stage.noLeak("when all numbers had been received");
    }
}
""",
    "exercise.md": """\
# $id The $name
stars: 1
answer: $Name
checks: ${Name}Checks
call: My$Name::new

## Hint 1
Where to begin, without the answer: $UNWRITTEN.

## Hint 2
What is easily missed: $UNWRITTEN.

## Hint 3
Nearly the answer: $UNWRITTEN.

## Explanation
What the solution does and why: $UNWRITTEN.
""",
    "starter.jsh": """\
class My$Name implements $Name {
    public ReceiveChan<Integer> start(int n) {
        return todo("start a goroutine that sends the numbers, and return the channel");
    }
}
""",
    "solution.jsh": """\
// to be written: the reference solution
class My$Name implements $Name {
    public ReceiveChan<Integer> start(int n) {
        return todo("start a goroutine that sends the numbers, and return the channel");
    }
}
""",
}

_WRONG_ANSWER = """\
// misconception: $UNWRITTEN; name the file after it, and write two more at least
// fails: start returns at once
class My$Name implements $Name {
    public ReceiveChan<Integer> start(int n) {
        return todo("the answer of somebody who believes it");
    }
}
"""

_PLAN = """\
# $chapter

## Covers
| what | cells |
|---|---|
| each thing that the chapter must teach: $UNWRITTEN | cell-2, cell-3 |

## Introduces
| construct | cell |
|---|---|

## Terms
| term | meaning | cell |
|---|---|---|
"""


def exercise(number: str, name: str) -> int:
    """Writes the skeleton of an exercise: a folder for it, and one for wrong answers."""
    if not _ID.fullmatch(number):
        raise say.Problem(f"An exercise is called by chapter and number, as 06.2; got {number}.", say.USAGE)
    if not _NAME.fullmatch(name) or name in _WORDS:
        raise say.Problem(f"A name is one word of small letters, as relay; got {name}.", say.USAGE)
    chapter = number[:2]
    folder = COURSE / f"c{chapter}" / name
    wrong = WRONG / f"c{chapter}" / name
    _free(folder)
    _free(wrong)
    for taken in COURSE.glob("c*/*/exercise.md"):
        if taken.read_text("utf-8").startswith(f"# {number} "):
            raise say.Problem(f"{number} is taken by {taken.relative_to(project.ROOT)}.", say.USAGE)
    words = {
        "id": number,
        "chapter": chapter,
        "name": name,
        "Name": name.capitalize(),
        "UNWRITTEN": UNWRITTEN,
    }
    for part, text in _PARTS.items():
        _write(folder / _filled(part, words), _filled(text, words))
    _write(wrong / "a-misconception.jsh", _filled(_WRONG_ANSWER, words))
    say.line(f"An exercise that compiles and is not solved yet: {folder.relative_to(project.ROOT)}")
    say.line(f"Its wrong answers, three at least: {wrong.relative_to(project.ROOT)}")
    say.line(f"{project.command()} test exercises says what is still to be written.")
    return 0


def chapter(number: str, topic: str) -> int:
    """Writes the skeleton of a chapter's notebook."""
    if not re.fullmatch(r"\d\d", number):
        raise say.Problem(f"A chapter has a number of two digits, as 06; got {number}.", say.USAGE)
    if not _TOPIC.fullmatch(topic):
        raise say.Problem(f"A topic is words of small letters, as buffered-channels; got {topic}.", say.USAGE)
    for other in project.NOTEBOOKS.glob(f"{number}-*.ipynb"):
        raise say.Problem(f"Chapter {number} is there: {other.relative_to(project.ROOT)}.", say.USAGE)
    title = topic.replace("-", " ").capitalize()
    path = project.NOTEBOOKS / f"{number}-{topic}.ipynb"
    cells = [
        _text(
            f"# {number} · {title}\n\nAbout 75 minutes.\n\nAfter this chapter you can\n\n"
            f"- say what {topic.replace('-', ' ')} are for ({UNWRITTEN});\n"
            "- use them, and see in a timeline what they do;\n"
            "- tell the mistakes that are usual with them."
        ),
        _text("## Recall\n\nThree questions on earlier chapters."),
        _text("## The pain\n\nThe problem without the new tool, run and charted."),
        _code(
            'Lab.run(1, () -> {\n    Chan<Integer> ch = Chan.named("ch");\n'
            '    go("sender", () -> ch.send(1));\n    println(ch.receive());\n})'
        ),
        _text("## Misconceptions\n\nA belief, a cell that refutes it, the rule."),
        _text("## Exercises\n\nEach by `./course new exercise`."),
        _text("## Experiment\n\nA question, a sweep, a chart, and a sentence to complete."),
        _text("## Summary\n\nAt most six lines."),
    ]
    for place, cell in enumerate(cells):
        cell["id"] = f"cell-{place}"
    notebook = {
        "cells": cells,
        "metadata": {"kernelspec": {"display_name": "Java (Rendezvous)", "language": "java", "name": "java"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    plan = COURSE / f"c{number}" / syllabus.FILE
    _free(plan)
    _write(path, json.dumps(notebook, indent=1, ensure_ascii=False) + "\n")
    _write(plan, _filled(_PLAN, {"chapter": number, "UNWRITTEN": UNWRITTEN}))
    say.line(f"A chapter that runs: {path.relative_to(project.ROOT)}")
    say.line(f"What it covers, introduces and names: {plan.relative_to(project.ROOT)}")
    return 0


def tidy(ready: Ready, number: str) -> int:
    """Brings the chapter into its stored form, and the tables up to date."""
    for command in (["-m", "course.tidy", number], [str(project.ROOT / "lib" / "course" / "docs.py"), "--write"]):
        code = say.wait(say.start([ready.python, *command], env=ready.environment()))
        if code:
            return code
    return 0


def _text(source: str) -> dict:
    return {"cell_type": "markdown", "metadata": {}, "source": source}


def _code(source: str) -> dict:
    return {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [], "source": source}


def _free(folder: Path) -> None:
    if folder.exists():
        raise say.Problem(f"{folder.relative_to(project.ROOT)} is there already.", say.USAGE)


def _filled(text: str, words: dict[str, str]) -> str:
    return string.Template(text).substitute(words)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
