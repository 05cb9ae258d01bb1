"""Every chapter runs: as it is shipped, and with the reference solutions put in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from course.exercises import PASSED, UNSOLVED, check_cell, starter_cells
from course.notebooks import CHAPTERS, chapters, output_lines, read
from course.runner import OUT, Result, execute, solutions

MOST_OUTPUT_LINES = 40

each_chapter = pytest.mark.parametrize("path", chapters(), ids=lambda path: path.stem)


def test_there_is_a_chapter() -> None:
    assert chapters(), f"{CHAPTERS} holds no notebook named NN-topic.ipynb: nothing was tested"


def test_the_map_says_which_chapters_are_there() -> None:
    numbers = [path.name[:2] for path in chapters()]
    text = next(cell.source for cell in read(chapters()[0]).cells if cell.id == "map")
    assert numbers == [f"{number:02}" for number in range(len(numbers))], "want chapters without a gap, or another map"
    assert f"**{numbers[0]} to {numbers[-1]}** are there" in text


@each_chapter
def test_chapter_runs_as_shipped(path: Path, as_shipped: Callable[[Path], Result]) -> None:
    result = as_shipped(path)
    assert result.ok, result.report()
    _assert_verdicts(result, UNSOLVED)
    for number, cell in enumerate(result.notebook.cells, 1):
        lines = len(output_lines(cell))
        assert lines <= MOST_OUTPUT_LINES, (
            f"{path.name}: cell {number} shows {lines} lines; {MOST_OUTPUT_LINES} at most"
        )


@each_chapter
def test_chapter_runs_with_solutions(path: Path) -> None:
    wanted = starter_cells(read(path))
    answers = {key: source for key, source in solutions(path).items() if key in wanted}
    missing = sorted(set(wanted) - set(answers))
    assert not missing, f"{path.name}: no solution.jsh for the exercises {', '.join(missing)}"
    result = execute(path, replace=answers)
    result.write(OUT / "solved")
    assert result.ok, result.report()
    _assert_verdicts(result, PASSED)


def _assert_verdicts(result: Result, status: str) -> None:
    """Each exercise of the notebook was checked, and each check says `status`."""
    for exercise in starter_cells(result.notebook):
        got = [each for each in result.verdicts if each.exercise == exercise]
        place = check_cell(result.notebook, exercise)
        said = "\n".join(output_lines(result.notebook.cells[place])) if place is not None else ""
        assert got, f"{result.path.name}: no verdict on exercise {exercise}; its check said:\n{said}"
        assert all(each.status == status for each in got), (
            f"{result.path.name}: exercise {exercise}: want '{status}', got '{got[-1].status}':\n{said}"
        )
