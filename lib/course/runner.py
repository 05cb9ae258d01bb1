"""Runs notebooks headless, cell by cell, on the kernel they name.

    python -m course.runner [NN | name | path …] [--out target/notebooks] [--solutions]

`./course run` calls it with the course's own Jupyter directories. The executed notebook is written
even when it failed. A cell may take 30 s (a tag `slow:50` gives it 50) and a chapter 60 s, starting
the kernel not counted; COURSE_PATIENCE=3 in the environment makes both three times as long, for a
slow or busy machine. The kernel runs in a temporary directory, so a cell that writes a file leaves
nothing in the tree.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from course.exercises import Verdict, of_chapter, starter_cells, verdicts
from course.notebooks import ROOT, NotebookError, output_lines, plain, read, select, tags, unresolved
from course.progress import Progress
from course.session import Ending, KernelError, Session, end_kernels_on_signals

CELL_LIMIT = 30.0
CHAPTER_LIMIT = 60.0
TAIL = 20
OUT = ROOT / "target" / "notebooks"

# Asks JShell for what it accepted but could not link; the kernel's own report says so cell by cell,
# this is the count at the end.
_UNRESOLVED = """\
{
    var shell = kernel().getJShell();
    shell.snippets()
            .filter(it -> shell.status(it).name().startsWith("RECOVERABLE"))
            .map(it -> (jdk.jshell.DeclarationSnippet) it)
            .forEach(it -> System.out.println("unresolved: " + it.name() + " needs "
                    + String.join(", ", shell.unresolvedDependencies(it).toList())));
}
"""


@dataclass(frozen=True)
class Failure:
    """What went wrong in one cell, or (without a cell) in the notebook as a whole."""

    problem: str
    place: str = ""
    source: str = ""
    last_output: tuple[str, ...] = ()
    kernel_log: tuple[str, ...] = ()

    def __str__(self) -> str:
        parts = [f"{self.place}: {self.problem}" if self.place else self.problem]
        for title, lines in (
            ("source", self.source.splitlines()),
            ("last output", self.last_output),
            ("the kernel's own words", self.kernel_log),
        ):
            if lines:
                parts.append(f"  {title}:")
                parts.extend(f"    {line}" for line in lines)
        return "\n".join(parts)


@dataclass
class Result:
    """One run of a notebook. `notebook` holds the outputs, as far as it came."""

    path: Path
    notebook: NotebookNode | None = None
    failures: list[Failure] = field(default_factory=list)
    seconds: float = 0.0
    slowest: str = ""
    kernel_pid: int | None = None

    @property
    def ok(self) -> bool:
        """Whether every cell ran as it should."""
        return not self.failures

    @property
    def verdicts(self) -> list[Verdict]:
        """What the checks said, in order."""
        return list(verdicts(self.notebook.cells if self.notebook else []))

    def report(self) -> str:
        """Every failure, each with the notebook's name."""
        return "\n\n".join(f"{self.path.name}: {failure}" for failure in self.failures)

    def write(self, folder: Path) -> Path | None:
        """Writes the executed notebook into the folder, under its own name."""
        if self.notebook is None:
            return None
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / self.path.name
        nbformat.write(self.notebook, target)
        return target


def execute(
    path: Path,
    *,
    replace: Mapping[str, str] | None = None,
    cell_limit: float = CELL_LIMIT,
    chapter_limit: float = CHAPTER_LIMIT,
    progress: Progress | None = None,
    then: Callable[[Session], None] | None = None,
) -> Result:
    """Runs a notebook on a fresh kernel; every problem is in the result, none is raised.

    `replace` puts other code into the starter cells of the exercises it names. After a cell that
    raised or never ended, or when the kernel died, the rest is not run. `then` gets the kernel of
    a notebook that ran as it should, before it ends.
    """
    result = Result(path)
    progress = progress or Progress(None)
    began = time.monotonic()
    progress.start(path.stem)
    try:
        result.notebook = read(path)
        _put_answers(result.notebook, replace or {})
        _clear(result.notebook)
        with Session(result.notebook, progress.tick) as session:
            result.kernel_pid = session.pid
            _Run(result, session, cell_limit, chapter_limit, progress).all_cells()
            if then is not None and result.ok:
                then(session)
    except (NotebookError, KernelError) as problem:
        text = str(problem).removeprefix(f"{path}: ")
        result.failures.append(Failure(text))
    result.seconds = time.monotonic() - began
    progress.end(_summary(result))
    return result


class _Run:
    """The cells of one notebook, run in order."""

    def __init__(
        self,
        result: Result,
        session: Session,
        cell_limit: float,
        chapter_limit: float,
        progress: Progress,
    ):
        assert result.notebook is not None
        self._notebook = result.notebook
        self._failures = result.failures
        self._result = result
        self._session = session
        self._cell_limit = cell_limit
        self._chapter_limit = chapter_limit * patience()
        self._deadline = time.monotonic() + self._chapter_limit
        self._progress = progress
        self._slowest = 0.0

    def all_cells(self) -> None:
        indexes = _code_cells(self._notebook)
        for number, index in enumerate(indexes, 1):
            self._progress.cell(number, len(indexes))
            if not self._cell(index, f"code cell {number} of {len(indexes)}"):
                return
        self._ask_for_unresolved()

    def _cell(self, index: int, name: str) -> bool:
        """Runs one cell; false when the cells after it cannot or should not be run."""
        cell = self._notebook.cells[index]
        place = f"{name} (cell {index + 1} of {len(self._notebook.cells)} in all)"
        began = time.monotonic()
        own = self._limit(cell)
        ending = self._session.run(index, max(0.0, min(own, self._deadline - began)))
        self._note_seconds(name, time.monotonic() - began)
        if problem := self._problem(cell, ending, own):
            log = () if ending in (Ending.DONE, Ending.RAISED) else self._session.log_lines()
            last = tuple(output_lines(cell)[-TAIL:])
            self._failures.append(Failure(problem, place, cell.source, last, tuple(log)))
            return ending is Ending.DONE
        return True

    def _problem(self, cell: NotebookNode, ending: Ending, limit: float) -> str | None:
        must_raise = "raises-exception" in tags(cell)
        if ending is Ending.DIED:
            code = self._session.exit_code()
            return f"the kernel died (exit code {code}) while this cell ran"
        if ending is Ending.NEVER:
            if time.monotonic() >= self._deadline:
                return f"the chapter took more than its {self._chapter_limit:g} s and was stopped in this cell"
            return f"the cell did not end within {limit:g} s; it was interrupted, its kernel ended"
        if ending is Ending.LOST:
            return "the cell ended but the kernel never said that its output was complete"
        if ending is Ending.RAISED and not must_raise:
            return f"the cell failed: {_error(cell)}"
        if ending is Ending.DONE and must_raise:
            return "the cell is tagged raises-exception but raised nothing"
        if missing := unresolved(cell):
            return "the cell uses names that nothing defines: " + "; ".join(missing)
        return None

    def _limit(self, cell: NotebookNode) -> float:
        slow = [float(tag[5:]) for tag in tags(cell) if re.fullmatch(r"slow:\d+", tag)]
        return max([self._cell_limit, *slow]) * patience()

    def _note_seconds(self, name: str, seconds: float) -> None:
        if seconds > self._slowest:
            self._slowest = seconds
            self._result.slowest = f"slowest: {name}, {seconds:.1f} s"

    def _ask_for_unresolved(self) -> None:
        language = self._notebook.metadata.get("language_info", {}).get("name", "")
        if language.lower() != "java":
            return
        ending, cell = self._session.evaluate(_UNRESOLVED, self._cell_limit * patience())
        if ending is not Ending.DONE:
            problem = f"after the last cell the kernel did not answer ({ending.value})"
            self._failures.append(Failure(problem, last_output=tuple(output_lines(cell)[-TAIL:])))
        elif (missing := unresolved(cell)) and not self._failures:
            problem = "at the end nothing had defined: " + "; ".join(missing)
            self._failures.append(Failure(problem))


def _summary(result: Result) -> str:
    if not result.ok:
        places = ", ".join(failure.place.partition(" (")[0] for failure in result.failures)
        return f"{result.seconds:.1f} s  FAILED" + (f": {places}" if places.strip(", ") else "")
    slowest = f"  ({result.slowest})" if result.seconds > 2 else ""
    return f"{result.seconds:.1f} s  ok{slowest}"


def patience() -> float:
    """By how much the machine's user wants all time limits stretched."""
    text = os.environ.get("COURSE_PATIENCE", "1")
    try:
        factor = float(text)
    except ValueError:
        factor = 0.0
    if not 1 <= factor <= 100:
        raise NotebookError(f"COURSE_PATIENCE is {text!r}; want a number from 1 to 100")
    return factor


def solutions(path: Path) -> dict[str, str]:
    """The reference solutions of a chapter, by exercise."""
    return {exercise.id: exercise.solution for exercise in of_chapter(path.name[:2])}


def _put_answers(notebook: NotebookNode, answers: Mapping[str, str]) -> None:
    cells = starter_cells(notebook)
    for exercise, source in answers.items():
        if exercise not in cells:
            raise NotebookError(f"exercise {exercise} has no starter cell here: tag one exercise:{exercise}")
        notebook.cells[cells[exercise]].source = source


def _clear(notebook: NotebookNode) -> None:
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = []
            cell.execution_count = None


def _code_cells(notebook: NotebookNode) -> list[int]:
    """The cells that JupyterLab counts: code cells with some code in them."""
    return [index for index, cell in enumerate(notebook.cells) if cell.cell_type == "code" and cell.source.strip()]


def _error(cell: NotebookNode) -> str:
    for output in cell.outputs:
        if output.output_type == "error":
            return plain(f"{output.ename}: {output.evalue}")
    return "the kernel reported an error without a text"


def main(arguments: list[str] | None = None) -> int:
    """Runs the notebooks named on the command line; 0 when all of them did what they should."""
    parser = argparse.ArgumentParser(
        prog="course run", description="Run chapters headless and keep the executed notebooks."
    )
    parser.add_argument("notebook", nargs="*", help="a number (05), a name or a path; all if none")
    parser.add_argument("--out", type=Path, default=OUT, help="where the executed notebooks go")
    parser.add_argument("--solutions", action="store_true", help="put the reference solutions into the exercises")
    options = parser.parse_args(arguments)
    end_kernels_on_signals()
    try:
        patience()
        paths = select(options.notebook)
    except NotebookError as problem:
        print(problem, file=sys.stderr)
        return 1
    return max(_run_one(path, options.out, options.solutions) for path in paths)


def _run_one(path: Path, out: Path, solved: bool) -> int:
    result = execute(path, replace=solutions(path) if solved else None, progress=Progress(sys.stdout))
    try:
        result.write(out)
    except OSError as problem:
        result.failures.append(Failure(f"the executed notebook cannot be written: {problem}"))
    if not result.ok:
        print(result.report(), file=sys.stderr, flush=True)
    return 0 if result.ok else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        print("\nstopped", file=sys.stderr)
        sys.exit(130)
