"""What is asked for wrongly gets one line and a non-zero exit, before anything is set up."""

import pytest
from course import parts


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["dance"], "invalid choice: 'dance'"),
        ([], "required: COMMAND"),
        (["lab", "--port", "http"], "want a number from 1 to 65535, got http"),
        (["lab", "--port", "0"], "want a number from 1 to 65535, got 0"),
        (["lab", "--prot", "1"], "unrecognized arguments: --prot"),
        (["run", "98"], "There is no chapter 98. The chapters: "),
        (["test", "moon"], "There is no test part moon. The parts: lib, "),
        (["bench", "--rows", "moon"], "No row of the benchmark has 'moon' in its name. The rows: hand-off 1:1; "),
        (["bench", "--who", "rust"], "invalid choice: 'rust'"),
    ],
)
def test_wrong_use_is_one_line(copy, arguments, said):
    done = copy(*arguments)
    assert done.returncode == 2
    assert said in done.stdout
    assert done.stdout.startswith("course: ")
    assert done.stdout.count("\n") == 1
    assert not (copy.root / ".course" / "stamp.json").exists()


def test_help_names_every_command(copy):
    done = copy("--help")
    assert done.returncode == 0
    for command in ("lab", "reset", "progress", "run", "test", "bench", "doctor", "setup"):
        assert f"\n    {command} " in done.stdout


def test_help_of_test_names_every_part(copy):
    assert ", ".join(parts.names()) in " ".join(copy("test", "--help", COLUMNS="500").stdout.split())


def test_a_part_is_every_directory_with_tests_in_it(copy):
    for name, file in (("zebra", "test_it.py"), ("empty", "notes.txt")):
        (copy.root / "tests" / name).mkdir()
        (copy.root / "tests" / name / file).touch()
    said = copy("test", "moon").stdout
    assert "zebra" in said
    assert "empty" not in said
