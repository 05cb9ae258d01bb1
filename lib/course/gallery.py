"""The gallery: each kind of figure that there is, made by a cell that a learner could have written.

    python -m course.gallery [WORD …]

An entry is a file in lib/course/figures: a comment with its title, comments that say what it is for, then the
code, whose last expression is the figure. Nothing lists the entries: a file more is an entry more. They run on the
course's kernel, one after the other, as cells do; what the kernel shows is what stands in the page.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

from course import browser, gallerypage, project, say
from course.notebooks import output_lines
from course.progress import Progress
from course.runner import patience
from course.session import Ending, KernelError, Session, end_kernels_on_signals

FIGURES = Path(__file__).with_name("figures")
OUT = project.TARGET / "gallery"
LIMIT = 30.0
COMMENT = re.compile(r"// ?(.*)")
KERNEL = {"name": "java", "display_name": "Java (Rendezvous)", "language": "java"}


@dataclass(frozen=True)
class Entry:
    """A figure's code as it stands in its file."""

    name: str
    title: str
    about: str
    code: str


@dataclass(frozen=True)
class Shown:
    """What an entry's cell showed, or what went wrong."""

    entry: Entry
    figures: tuple[gallerypage.Picture, ...]
    seconds: float
    problem: str = ""


def entries(folder: Path = FIGURES) -> list[Entry]:
    """The entries of a folder, in the order of their file names."""
    return [_entry(path) for path in sorted(folder.glob("*.jsh"))]


def _entry(path: Path) -> Entry:
    lines = path.read_text("utf-8").splitlines()
    said = []
    while lines and (comment := COMMENT.fullmatch(lines[0])):
        said.append(comment[1].strip())
        lines.pop(0)
    if not said or not said[0] or not any(line.strip() for line in lines):
        raise say.Problem(f"{path}: want a comment with the title, comments on what it is for, then the code.")
    return Entry(path.stem, said[0], " ".join(said[1:]), "\n".join(lines).strip() + "\n")


def run(wanted: Iterable[Entry], tell: Callable[[Shown], None] = lambda shown: None) -> list[Shown]:
    """Runs the entries on one kernel; an entry that fails does not keep the others from running."""
    todo = list(wanted)
    done: list[Shown] = []
    while todo:
        notebook = new_notebook(cells=[new_code_cell(each.code) for each in todo], metadata={"kernelspec": KERNEL})
        progress = Progress(sys.stdout)
        with Session(notebook, progress.tick) as session:
            for number, entry in enumerate(list(todo)):
                progress.start(entry.title)
                begin = time.monotonic()
                ending = session.run(number, LIMIT * patience())
                shown = _shown(entry, notebook.cells[number], ending, time.monotonic() - begin)
                progress.end(shown.problem or f"{shown.seconds:.1f} s")
                tell(shown)
                done.append(shown)
                todo.pop(0)
                if not session.healthy:
                    break  # the rest runs on a kernel of its own
    return done


def _shown(entry: Entry, cell: NotebookNode, ending: Ending, seconds: float) -> Shown:
    figures = tuple(
        gallerypage.picture(output.data["text/html"], output.data.get("text/plain", ""))
        for output in cell.outputs
        if "<figure" in output.get("data", {}).get("text/html", "")
    )
    problem = ""
    if ending is not Ending.DONE:
        problem = f"the cell ended so: {ending.value}. It said: " + " / ".join(output_lines(cell)[-5:])
    elif not figures:
        problem = "it showed no figure: its last expression must be one. It showed: " + " / ".join(
            output_lines(cell)[-5:]
        )
    return Shown(entry, figures, seconds, problem)


def main(arguments: list[str] | None = None) -> int:
    """Makes the gallery; 0 when every entry showed a figure."""
    parser = argparse.ArgumentParser(prog="course gallery", description="Make a page with each kind of figure.")
    parser.add_argument("word", nargs="*", help="only figures with one of these in their file's name")
    options = parser.parse_args(arguments)
    end_kernels_on_signals()
    chosen = [entry for entry in entries() if not options.word or any(word in entry.name for word in options.word)]
    if not chosen:
        raise say.Problem(
            f"No figure's file has one of these in its name: {', '.join(options.word)}. "
            f"The files: {', '.join(entry.name for entry in entries())}.",
            say.USAGE,
        )
    shown = run(chosen)
    page = gallerypage.write(OUT, [each for each in shown if not each.problem])
    say.line(f"The page: {page}")
    if browser.find() is None:
        say.line("No PDF: it takes Chromium or Chrome, and none is installed.")
    else:
        say.line(f"As PDF:   {browser.print_pdf(page, page.with_suffix('.pdf'))}")
    wrong = [each for each in shown if each.problem]
    for each in wrong:
        print(f"{each.entry.name}: {each.problem}", file=sys.stderr)
    return say.FAILED if wrong else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (say.Problem, KernelError) as problem:
        print(f"course: {problem}", file=sys.stderr)
        sys.exit(getattr(problem, "code", say.FAILED))
    except KeyboardInterrupt:
        print("\nstopped", file=sys.stderr)
        sys.exit(say.INTERRUPTED)
