"""Every exercise is whole, its solutions pass, and its wrong answers fail for the right reason."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import rules
from answers import AnswerKernel
from course.exercises import (
    NOT_YET,
    PASSED,
    UNSOLVED,
    WRONG_ANSWERS,
    Exercise,
    Verdict,
    check_cell,
    exercises,
    starter_cells,
)
from course.notebooks import CHAPTERS, ROOT, chapters, read

FEWEST_WRONG_ANSWERS = 3
HINTS = 3

ALL = exercises()
# Each chapter's own run says so of its starters.
ALONE = [exercise for exercise in ALL if not any(CHAPTERS.glob(f"{exercise.id[:2]}-*.ipynb"))]
# By chapter, so that each needs one kernel.
ANSWERS = [(exercise, path) for exercise in ALL for path in (*exercise.wrong_answers(), *exercise.other_solutions())]

_HEAD = re.compile(r"// misconception: (?P<belief>\S.*)\n// fails: (?P<check>\S.*)\n")


@pytest.mark.parametrize("exercise", ALL, ids=lambda it: it.name)
def test_exercise_is_whole(exercise: Exercise) -> None:
    place = exercise.folder.relative_to(ROOT)
    for name in ("starter.jsh", "solution.jsh"):
        assert (exercise.folder / name).is_file(), f"{place}: no {name}"
    for path in sorted(exercise.folder.glob("*.jsh")):
        wide = list(rules.too_wide(path.read_text("utf-8")))
        assert not wide, f"{path.relative_to(ROOT)}: {wide}"
    assert len(exercise.hints) == HINTS, f"{place}: want {HINTS} hints, got {len(exercise.hints)}"
    assert exercise.id[:2] == exercise.folder.parent.name[1:], (
        f"{place}: exercise {exercise.id} stands in the folder of another chapter"
    )
    wrong = exercise.wrong_answers()
    assert len(wrong) >= FEWEST_WRONG_ANSWERS, (
        f"{WRONG_ANSWERS.relative_to(ROOT) / exercise.name}: want {FEWEST_WRONG_ANSWERS} wrong "
        f"answers or more, got {len(wrong)}"
    )


@pytest.mark.parametrize("exercise", ALL, ids=lambda it: it.name)
def test_notebook_holds_the_starter(exercise: Exercise) -> None:
    if not any(CHAPTERS.glob(f"{exercise.id[:2]}-*.ipynb")):
        pytest.skip(f"chapter {exercise.id[:2]} is still to come, and {exercise.name} is there for it")
    path, check = _check_cell(exercise)
    notebook = read(path)
    cell = notebook.cells[starter_cells(notebook)[exercise.id]]
    assert cell.source == exercise.starter, (
        f"{path.name}: the starter cell of {exercise.id} is not "
        f"{(exercise.folder / 'starter.jsh').relative_to(ROOT)}: copy the file into the cell"
    )
    assert exercise.call in check, f"{path.name}: the check of {exercise.id} does not call {exercise.call}:\n{check}"


@pytest.mark.parametrize("path", chapters(), ids=lambda path: path.stem)
def test_every_exercise_of_a_notebook_has_its_files(path: Path) -> None:
    known = {exercise.id for exercise in ALL}
    missing = sorted(set(starter_cells(read(path))) - known)
    assert not missing, f"{path.name}: no folder holds the exercises {', '.join(missing)}"


def test_wrong_answers_belong_to_an_exercise() -> None:
    known = {exercise.name for exercise in ALL}
    strays = [
        str(path.relative_to(ROOT))
        for path in sorted(WRONG_ANSWERS.glob("*/*"))
        if path.is_dir() and f"{path.parent.name}/{path.name}" not in known
    ]
    assert not strays, f"no exercise belongs to {', '.join(strays)}"


@pytest.mark.parametrize("exercise", ALONE, ids=lambda it: it.name)
def test_starter_without_a_chapter_is_not_solved_yet(exercise: Exercise, answer_kernel: AnswerKernel) -> None:
    verdict = answer_kernel.verdict(exercise.id, exercise.starter, _check_cell(exercise)[1])
    assert verdict.status == UNSOLVED, f"{exercise.name}/starter.jsh:\n{answer_kernel.said}"


@pytest.mark.parametrize(("exercise", "path"), ANSWERS, ids=[f"{it.name}/{path.stem}" for it, path in ANSWERS])
def test_answer_is_judged(exercise: Exercise, path: Path, answer_kernel: AnswerKernel) -> None:
    answer = path.read_text(encoding="utf-8")
    place = path.relative_to(ROOT)
    want = Verdict(exercise.id, PASSED)
    if path.is_relative_to(WRONG_ANSWERS):
        head = _HEAD.match(answer)
        assert head, f"{place}: begin with '// misconception: …' and '// fails: <name of the check>'"
        want = Verdict(exercise.id, NOT_YET, head["check"].strip())
    verdict = answer_kernel.verdict(exercise.id, answer, _check_cell(exercise)[1])
    assert verdict == want, f"{place}: want {want}, got:\n{answer_kernel.said}"


def _check_cell(exercise: Exercise) -> tuple[Path, str]:
    """The notebook that sets the exercise, and the source of the cell that checks it."""
    number = exercise.id[:2]
    for path in CHAPTERS.glob(f"{number}-*.ipynb"):
        notebook = read(path)
        assert exercise.id in starter_cells(notebook), (
            f"{path.name}: no cell is tagged exercise:{exercise.id}, which {exercise.name} needs"
        )
        check = check_cell(notebook, exercise.id)
        assert check is not None, f'{path.name}: no cell calls check("{exercise.id}", …)'
        return path, notebook.cells[check].source
    # Made before its chapter is.
    return CHAPTERS, f'check("{exercise.id}", {exercise.call})'
