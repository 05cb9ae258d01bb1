"""Answers on paper: all that is right, and why the rest is not."""

import itertools
import re

import pytest
from course import answers
from course.answers import answer
from course.exercises import EXERCISES
from course.notebooks import chapters, read
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

FILES = sorted(EXERCISES.glob("c[0-9][0-9]/[a-z][0-9]*.md"))
CODE = "## Code\n```java\nx();\n```\n\n"


def text(kind: str, body: str) -> str:
    return answer(f"09.{kind}1", f"# 09.{kind}1 A title\n\nA question.\n\n{body}\n").text


def test_every_right_option_of_a_quiz_is_given_with_its_reason():
    said = text(
        "q", "## a right\nThe values.\n> They are\n> gone.\n\n## b\nThe file.\n> It stays.\n\n## c right\nThe classes."
    )
    assert said == "**a)** The values. They are\n gone.\n\n**c)** The classes.\n\n- not b): It stays."


def test_what_is_chosen_and_why_are_two_sentences():
    for option, want in (("`{}`", "`{}`."), ("2, 2", "2, 2."), ("Why?", "Why?"), ("It ends.", "It ends.")):
        assert text("q", f"## a right\n{option}\n> So.").startswith(f"**a)** {want} So.")


def test_not_to_know_is_not_called_wrong():
    said = text("q", "## a right\nYes.\n> So.\n\n## b\nI do not know yet.\n> Then read on.")
    assert said.endswith("- b): Then read on.")


def test_outcomes_are_named_and_each_has_its_reason():
    said = text("o", f"{CODE}## a\n1\n> At once.\n\n## b\n2\n\n## c\n3\n> Never.\n\n## Right\na b\n\n## Wrong\na = b)")
    assert said == "Possible: **a)** and **b)**.\n\n- a) At once.\n- c) Never."
    assert text("o", "## a\n1\n\n## Right\na") == "Possible: **a)**."


def test_every_order_of_lines_that_is_right_is_given():
    said = text(
        "p", "## Lines\n```\nA  a();\n```\n\n## If C\nIt waits\nfor ever.\n\n## Right\nA B\nB A\n\n## Wrong\nA = no"
    )
    assert said == "`A B`, or `B A`\n\n- not `C`: It waits for ever."


def test_where_more_orders_are_right_than_are_written_the_first_is_an_example():
    said = text("p", "## If B A\nToo early.\n\n## Also right\nevery order\nwith A first\n\n## Right\nA B C\nA C B")
    assert said == "For example `A B C`. Also right is every order with A first.\n\n- not `B A`: Too early."


def test_the_breakfast_s_rule_names_the_orders_that_are_tried():
    body = (EXERCISES / "c01" / "p1.md").read_text("utf-8")
    rule = "D comes first and B last, G before H, H and C before F, and C before A"
    assert rule in body
    kept = {
        order
        for order in map(" ".join, itertools.permutations("ABCDFGH"))
        if order[0] + order[-1] == "DB" and all(order.index(a) < order.index(b) for a, b in ("GH", "HF", "CF", "CA"))
    }
    assert set(re.search(r"(?s)## Right\n(.*?)\n\n", body)[1].splitlines()) == kept


def test_each_blank_has_a_line_and_other_ways_are_examples():
    one = text("f", f"{CODE}## If 2 = sleep(1)\nIt hopes.\n\n## Right\na | b.await()")
    assert one == "▢1: `a`  \n▢2: `b.await()`\n\n- in ▢2 not `sleep(1)`: It hopes."
    more = text("f", f"{CODE}## Right\na | b\na | b = c\n\n## Wrong\nd => no")
    assert more == "For example\n\n▢1: `a`  \n▢2: `b`\n\nor ▢2: `b = c`"


def test_programs_that_are_mended_are_given_with_why():
    other = "## Right: with room\n```java\nb();\n```\n\n## Wrong: c\nNo\n"
    body = f"## Explanation\nHe waits.\n\n## Right\n```java\na();\n```\n\n{other}"
    said = text("x", CODE + body)
    assert said == "```java\na();\n```\n\nAnother way: with room.\n\n```java\nb();\n```\n\nHe waits."


def test_a_schedule_is_said_in_words_and_in_the_kernel_s_numbers():
    code = '## Code\n```java\ngo("ann", () -> x());\n```\n\n'
    body = f"{code}## On paper\n1. **main** to its end.\n\n## Explanation\nmain was first.\n\n## Right\n"
    said = text("s", f"{body}1 2x6")
    assert said.split("\n\n") == [
        "1. **main** to its end.",
        "In the notebook: `1 2x6` (1 main, 2 ann; `2x6`: 6 steps of ann).",
        "main was first.",
    ]
    assert "In the notebook: `1 2` (1 main, 2 ann)." in text("s", f"{body}1 2")


@pytest.mark.parametrize(
    "path", [each for each in FILES if each.stem[0] == "s"], ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_the_words_of_a_schedule_follow_its_steps(path):
    body = path.read_text("utf-8")
    code = re.search(r"(?s)```java\n(.*?)\n```", body)[1].splitlines()
    begins = {re.match(r'go\("(\w+)"', line)[1]: number for number, line in enumerate(code) if line.startswith("go(")}
    names = ["main", *begins]
    steps = re.search(r"## Right\n(.*)", body)[1].split()
    words = re.findall(r"^\d\. \*\*(\w+)\*\* (?:to \w+ end|up to line (\d+)): ", body, re.M)
    assert len(words) == len(re.findall(r"^\d\. ", body, re.M)) >= 2
    assert [who for who, _ in words] == [names[int(step.split("x")[0]) - 1] for step in steps]
    for who, line in words:
        if line:
            own = code[begins[who] + 1 : code.index("});", begins[who])]
            assert code[int(line) - 1] in own, f"line {line} is not {who}'s"


def test_what_becomes_of_tasks_within_the_text_is_told_by_the_instructor_s_cells():
    told = "**Answers.** *Change it* (two): a *no* saves nobody. *Three:* b.\n\n*Can\nyou?* In *Two*.\nYes."
    cells = [
        new_markdown_cell(f"**Watch for** x.\n\n{told}", metadata={"tags": ["instructor"]}),
        new_markdown_cell("**Answers.** *No*"),
        new_code_cell("1", metadata={"tags": ["instructor"]}),
    ]
    assert answers.told(new_notebook(cells=cells)) == [
        "*Change it* (two): a *no* saves nobody.",
        "*Three:* b.",
        "*Can\nyou?* In *Two*.\nYes.",
    ]


@pytest.mark.parametrize("path", chapters(), ids=lambda path: path.stem[:2])
def test_what_a_chapter_s_text_asks_for_is_told(path):
    notebook = read(path)
    text = "\n".join(cell.source for cell in notebook.cells)
    told = [" ".join(each.split()) for each in answers.told(notebook)]
    assert any(each.startswith("*Can you?*") for each in told) == ("## Can you?" in text)
    assert len(told) >= text.count("## Can you?") + text.count("**Change it") > 0


def test_where_to_start_has_the_letters_of_all_its_questions():
    *questions, start = answers.answers("00")
    right = [re.match(r"\*\*([a-z])\)", each.text)[1] for each in questions]
    assert start.text.startswith(f"`{' '.join(right)}`") and len(right) == 9
    assert start.asked in "\n".join(cell.source for cell in read(chapters()[0]).cells)


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
