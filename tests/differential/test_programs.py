"""Every program does in Go and in Java what the head of both says."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from conftest import GO, NO_GO
from judge import Correspondences, complaint
from programs import STDERR, Program, head, programs

ALL = programs()
NAMED = pytest.mark.parametrize("program", ALL, ids=lambda it: it.name)


@NAMED
def test_both_halves_are_there_and_say_the_same(program: Program) -> None:
    for half in (program.go, program.java):
        assert half.is_file(), f"{program.name}: no {half.name}"
    assert head(program.go) == head(program.java), f"{program.name}: the heads of the two halves differ"
    assert program.promise.allowed


@NAMED
@pytest.mark.skipif(GO is None, reason=NO_GO)
def test_go_does_what_the_head_says(program: Program, shown: dict) -> None:
    problem = complaint(program.name, program.promise, shown[program.name], "Go")
    assert problem is None, problem


@NAMED
def test_java_does_what_the_head_says(program: Program, shown: dict) -> None:
    problem = complaint(program.name, program.promise, shown[program.name], "Java")
    assert problem is None, problem


@NAMED
def test_java_is_laid_out_as_the_others(program: Program) -> None:
    # The formatter of the other Java files does not know files without a class yet.
    lines = program.java.read_text("utf-8").split("\n")
    assert lines[-1] == "" and lines[-2] != "", f"{program.java.name}: want one line end at the end"
    for number, line in enumerate(lines, 1):
        assert len(line) <= 120, f"{program.java.name}:{number}: more than 120 characters"
        assert line == line.rstrip() and "\t" not in line, f"{program.java.name}:{number}: blanks at the end, or a tab"
        assert (len(line) - len(line.lstrip())) % 4 == 0, f"{program.java.name}:{number}: want indents of 4"


@pytest.mark.skipif(shutil.which("gofmt") is None, reason="gofmt is not installed: the layout of Go is not looked at")
def test_go_is_laid_out_by_gofmt() -> None:
    files = [str(program.go) for program in ALL]
    done = subprocess.run(["gofmt", "-d", *files], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout + done.stderr == ""


def test_each_row_of_the_phrase_book_is_shown_by_a_program() -> None:
    said = {line.removeprefix(STDERR) for program in ALL for line in head(program.go)}
    for go, _, _ in Correspondences().rows:
        message = go.partition(": ")[2]
        assert any(line == go or line.endswith(message) for line in said), f"no program shows {go}"
