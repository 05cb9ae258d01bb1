"""Answers in files, checked from the command line."""

import pytest
from course import exercises, say

KITCHEN = next(each for each in exercises.exercises() if each.id == "05.1")


def write(home, name: str, text: str) -> str:
    path = home / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_solution_passes(here, home):
    result = here("check", "05.1", write(home, "solution.jsh", KITCHEN.solution))
    assert result.stdout.splitlines()[0] == "05.1 · Passed", result.stdout
    assert result.returncode == 0


def test_a_class_as_an_editor_has_it(here, home):
    source = KITCHEN.solution.replace("MyKitchen", "Cook").replace("class", "public final class")
    result = here("check", "05.1", write(home, "Cook.java", f"package my.own;\n\nimport java.util.List;\n\n{source}\n"))
    assert result.stdout.splitlines()[0] == "05.1 · Passed", result.stdout


def test_a_starter_is_not_solved_yet(here, home):
    result = here("check", "05.1", write(home, "My.java", KITCHEN.starter))
    assert result.stdout.splitlines()[0] == "05.1 · Not solved yet", result.stdout
    assert result.returncode == say.FAILED


def test_a_wrong_answer_gets_the_verdict_of_the_notebook(here, home):
    wrong = next(path for path in KITCHEN.wrong_answers() if path.stem == "a-buffer-between")
    result = here("check", "05.1", str(wrong))
    assert result.stdout.splitlines()[0] == "05.1 · Not yet: one order at a time", result.stdout
    assert "The shortest schedule in which it happens" in result.stdout
    assert result.returncode == say.FAILED


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("class My implements Kitchen {\n    int x = true;\n}\n", "My.java, line 2: incompatible types: boolean"),
        ("class My implements Kitchen {\n    Soup x;\n}\n", "My.java, line 2: cannot find symbol"),
        ("class My {\n", "My.java, line 1: "),
        ("class Other {}\n", "no class implements `Kitchen` in My.java"),
    ],
)
def test_what_cannot_be_checked_is_said_with_its_line(here, home, source, said):
    result = here("check", "05.1", write(home, "My.java", source))
    assert said in result.stdout, result.stdout
    assert result.returncode == say.FAILED


def test_what_is_not_there(here, home):
    assert "There is no file" in here("check", "05.1", "nowhere.java").stdout
    result = here("check", "05.99", write(home, "My.java", KITCHEN.starter))
    assert 'There is no exercise "05.99". There are: ' in result.stdout
    assert " 05.1," in result.stdout
    assert result.returncode == say.USAGE
