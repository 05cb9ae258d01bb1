"""Kernels on which answers to exercises are tried: one after the other, or where the chapter has just been run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from course.exercises import Verdict, check_cell, starter_cells, verdicts
from course.notebooks import output_lines, unresolved
from course.runner import OUT, Result, execute, patience, solutions
from course.session import Ending, Session
from course.tidy import METADATA
from nbformat import NotebookNode, from_dict
from nbformat.v4 import new_notebook

# A check ends within 5 s by itself; this is for the machine's worst day.
LIMIT = 30.0

# What JShell knows before an answer, and again after it: no answer sees what an earlier one left.
# Imports stay: the kernel adds one when a cell first names a type of the course.
_REMEMBER = """\
{
    var shell = kernel().getJShell();
    System.getProperties().put("course.kept", shell.snippets().toList());
}
"""
_FORGET = """\
{
    var shell = kernel().getJShell();
    var kept = (List<?>) System.getProperties().get("course.kept");
    shell.snippets()
            .filter(it -> it instanceof jdk.jshell.DeclarationSnippet && !kept.contains(it))
            .filter(it -> shell.status(it).isActive())
            .toList()
            .forEach(shell::drop);
}
"""


@dataclass(frozen=True)
class Chapter:
    """What a chapter showed as it is shipped, and what the check of each exercise then said of its solution."""

    shipped: Result
    solved: dict[str, Verdict | str]


def run_and_solve(path: Path) -> Chapter:
    """Runs a chapter as it is shipped; then each exercise's starter is overwritten by its solution, and checked."""
    solved: dict[str, Verdict | str] = {}
    answers = solutions(path)

    def solve(session: Session) -> None:
        notebook = session.notebook
        for exercise in starter_cells(notebook):
            place = check_cell(notebook, exercise)
            if place is not None and exercise in answers:
                cell, said = _judge(session, exercise, answers[exercise], notebook.cells[place].source)
                solved[exercise] = said[0] if len(said) == 1 else _text(cell)

    shipped = execute(path, then=solve)
    shipped.write(OUT)
    return Chapter(shipped, solved)


class AnswerKernel:
    """Starts a kernel for each chapter, as a learner does, and a new one after an answer that harmed it."""

    def __init__(self) -> None:
        self._session: Session | None = None
        self._chapter = ""
        # What the last check said, for a message.
        self.said = ""

    def __enter__(self) -> AnswerKernel:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        self._end()

    def verdict(self, exercise: str, answer: str, check: str) -> Verdict:
        """What the check says of the answer; an AssertionError if it says nothing."""
        if exercise[:2] != self._chapter:
            self._end()
            self._chapter = exercise[:2]
        session = self._fresh()
        cell, found = _judge(session, exercise, answer, check)
        self.said = _text(cell)
        assert len(found) == 1, (
            f"want one verdict on {exercise}, got {len(found)}:\n{_text(cell)}\nfrom the check:\n{check}"
        )
        return found[0]

    def _fresh(self) -> Session:
        if self._session is not None and self._session.healthy:
            _run(self._session, "dropping the answer before", _FORGET)
            return self._session
        self._end()
        session = Session(new_notebook(metadata=from_dict(METADATA)))
        self._session = session.__enter__()
        _run(session, "the preparation", _REMEMBER)
        return session

    def _end(self) -> None:
        if self._session is not None:
            session, self._session = self._session, None
            session.close()


def _judge(session: Session, exercise: str, answer: str, check: str) -> tuple[NotebookNode, list[Verdict]]:
    """Runs an answer and its check; gives the check's cell, and what it says of the exercise."""
    _run(session, "the answer", answer)
    cell = _run(session, "the check", check)
    return cell, [each for each in verdicts([cell]) if each.exercise == exercise]


def _run(session: Session, what: str, source: str) -> NotebookNode:
    ending, cell = session.evaluate(source, LIMIT * patience())
    assert ending is Ending.DONE, f"{what}: {ending.value}:\n{_text(cell)}\nin:\n{source}"
    missing = unresolved(cell)
    assert not missing, f"{what} uses names that nothing defines: {'; '.join(missing)}\nin:\n{source}"
    return cell


def _text(cell: NotebookNode) -> str:
    return "\n".join(output_lines(cell)[-30:])
