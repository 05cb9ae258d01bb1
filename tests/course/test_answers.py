"""Answers on paper: all that is right, and why the rest is not."""

import re

import pytest
from course import answers
from course.answers import answer
from course.exercises import EXERCISES

FILES = sorted(EXERCISES.glob("c[0-9][0-9]/[a-z][0-9]*.md"))
CODE = "## Code\n```java\nx();\n```\n\n"


def text(kind: str, body: str) -> str:
    return answer(f"09.{kind}1", f"# 09.{kind}1 A title\n\nA question.\n\n{body}\n").text


def test_every_right_option_of_a_quiz_is_given_with_its_reason():
    said = text(
        "q", "## a right\nThe values.\n> They are\n> gone.\n\n## b\nThe file.\n> It stays.\n\n## c right\nThe classes."
    )
    assert said == "**a)** The values. They are\n gone.\n\n**c)** The classes.\n\n- not b): It stays."


def test_outcomes_are_named_and_each_has_its_reason():
    said = text("o", f"{CODE}## a\n1\n> At once.\n\n## b\n2\n\n## c\n3\n> Never.\n\n## Right\na b\n\n## Wrong\na = b)")
    assert said == "Possible: **a)** and **b)**.\n\n- a) At once.\n- c) Never."
    assert text("o", "## a\n1\n\n## Right\na") == "Possible: **a)**."


def test_every_order_of_lines_that_is_right_is_given():
    said = text(
        "p", "## Lines\n```\nA  a();\n```\n\n## If C\nIt waits\nfor ever.\n\n## Right\nA B\nB A\n\n## Wrong\nA = no"
    )
    assert said == "`A B`, or `B A`\n\n- C: It waits for ever."


def test_every_filling_that_is_right_is_given():
    one = text("f", f"{CODE}## If 2 = sleep(1)\nIt hopes.\n\n## Right\na | b.await()")
    assert one == "▢1 `a` · ▢2 `b.await()`\n\n- not ▢2 `sleep(1)`: It hopes."
    two = text("f", f"{CODE}## Right\na\nb = c\n\n## Wrong\nd => no")
    assert two == "▢1 `a`\n\nor ▢1 `b = c`"


def test_programs_that_are_mended_are_given_with_why():
    other = "## Right: with room\n```java\nb();\n```\n\n## Wrong: c\nNo\n"
    body = f"## Explanation\nHe waits.\n\n## Right\n```java\na();\n```\n\n{other}"
    said = text("x", CODE + body)
    assert said == "```java\na();\n```\n\nAnother way: with room.\n\n```java\nb();\n```\n\nHe waits."


def test_a_schedule_says_what_its_numbers_mean():
    said = text("s", f"{CODE}## Right\n1x4 2x6\n\n## Explanation\nmain was first.")
    assert said.startswith("In the notebook: `1x4 2x6`") and "three steps of goroutine 1" in said
    assert said.endswith("main was first.")


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_each_question_of_the_course_has_an_answer(path):
    name = f"{path.parent.name[1:]}.{path.stem}"
    one = answer(name, path.read_text("utf-8"))
    assert one.title and len(one.text) > 10
    if path.stem[0] == "q":
        assert one.text.count("**") // 2 >= len(re.findall(r"^## [a-z] right$", path.read_text("utf-8"), re.M)) >= 1


def test_answers_are_in_the_order_of_their_numbers():
    numbers = [path.parent.name[1:] for path in FILES]
    assert "10" in numbers
    found = [each.id for each in answers.answers("10")]
    quizzes = [int(name[4:]) for name in found if name[3] == "q"]
    assert quizzes == sorted(quizzes) and max(quizzes) >= 10
