"""Every chapter runs as it is shipped, and can then be solved where it ran."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from answers import Chapter
from course.exercises import PASSED, UNSOLVED, Verdict, check_cell, starter_cells
from course.notebooks import CHAPTERS, chapters, output_lines, read
from course.runner import solutions

MOST_OUTPUT_LINES = 40
_DECLARED = re.compile(r"\b(?:class|record|interface|enum) (\w+)")

each_chapter = pytest.mark.parametrize("path", chapters(), ids=lambda path: path.stem)


def test_there_is_a_chapter() -> None:
    assert chapters(), f"{CHAPTERS} holds no notebook named NN-topic.ipynb: nothing was tested"


def test_the_map_says_which_chapters_are_there() -> None:
    numbers = [path.name[:2] for path in chapters()]
    text = next(cell.source for cell in read(chapters()[0]).cells if cell.id == "map")
    assert numbers == [f"{number:02}" for number in range(len(numbers))], "want chapters without a gap, or another map"
    assert f"**{numbers[0]} to {numbers[-1]}** are there" in text


@each_chapter
def test_chapter_runs_as_shipped(path: Path, as_shipped: Callable[[Path], Chapter]) -> None:
    result = as_shipped(path).shipped
    assert result.ok, result.report()
    for exercise in starter_cells(result.notebook):
        got = [each for each in result.verdicts if each.exercise == exercise]
        place = check_cell(result.notebook, exercise)
        said = "\n".join(output_lines(result.notebook.cells[place])) if place is not None else ""
        assert got, f"{path.name}: no verdict on exercise {exercise}; its check said:\n{said}"
        assert all(each.status == UNSOLVED for each in got), (
            f"{path.name}: exercise {exercise}: want '{UNSOLVED}', got '{got[-1].status}':\n{said}"
        )
    for number, cell in enumerate(result.notebook.cells, 1):
        lines = len(output_lines(cell))
        assert lines <= MOST_OUTPUT_LINES, (
            f"{path.name}: cell {number} shows {lines} lines; {MOST_OUTPUT_LINES} at most"
        )


@each_chapter
def test_every_exercise_is_solved_in_the_kernel_that_ran_the_chapter(
    path: Path, as_shipped: Callable[[Path], Chapter]
) -> None:
    wanted = starter_cells(read(path))
    missing = sorted(set(wanted) - set(solutions(path)))
    assert not missing, f"{path.name}: no solution.jsh for the exercises {', '.join(missing)}"
    chapter = as_shipped(path)
    assert chapter.shipped.ok, chapter.shipped.report()
    assert chapter.solved == {exercise: Verdict(exercise, PASSED) for exercise in wanted}


@each_chapter
def test_what_a_learner_writes_is_used_by_its_check_alone(path: Path) -> None:
    notebook = read(path)
    for exercise, starter in starter_cells(notebook).items():
        check = check_cell(notebook, exercise)
        for name in _DECLARED.findall(notebook.cells[starter].source):
            users = [
                place
                for place, cell in enumerate(notebook.cells)
                if cell.cell_type == "code" and re.search(rf"\b{name}\b", cell.source)
            ]
            assert set(users) <= {starter, check}, (
                f"{path.name}: {name} of exercise {exercise} is used in the cells {users}: then they run with the "
                "starter only, for the tests put the solution in after them"
            )
