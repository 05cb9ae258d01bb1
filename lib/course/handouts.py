"""Handouts: chapters as they came out of a run, for those who read on paper or without a kernel.

    python -m course.handouts [NN …] [--no-pdf]

Each chapter is run once and written three times: as a learner reads it, with the solutions at its end, and as an
instructor needs it; then as slides, and as a summary of one page. An HTML page holds all it needs, so it opens
offline; the PDF is printed from it by Chromium.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from course import browser, handoutpage, offline, project, say, slidepage, summarypage
from course.editions import EDITIONS, Edition
from course.notebooks import NotebookError, read, select
from course.progress import Progress
from course.runner import execute
from course.session import KernelError, end_kernels_on_signals

OUT = project.TARGET / "handouts"
# What there is of a chapter once, whichever edition its readers have.
ONCE = {"slides": slidepage.render, "summary": summarypage.render}


def make(path: Path, out: Path, pdf: bool, progress: Progress) -> list[Path]:
    """Runs a chapter and writes its handouts; gives the pages."""
    offline.refuse(path, read(path))
    result = execute(path, progress=progress)
    if not result.ok or result.notebook is None:
        raise NotebookError(f"{path.name} cannot be handed out, since it does not run:\n{result.report()}")
    made = {edition.name: handoutpage.render(path, result.notebook, edition) for edition in EDITIONS}
    made |= {name: render(path, result.notebook) for name, render in ONCE.items()}
    pages = []
    for name, text in made.items():
        page = out / name / f"{path.stem}.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, "utf-8", newline="\n")
        if pdf:
            browser.print_pdf(page, page.with_suffix(".pdf"))
        pages.append(page)
    return pages


def overview(out: Path, edition: Edition) -> Path:
    """Writes the page that leads to an edition's chapters."""
    page = out / edition.name / "index.html"
    page.write_text(handoutpage.contents(sorted(page.parent.glob("[0-9]*.html")), edition), "utf-8", newline="\n")
    return page


def main(arguments: list[str] | None = None) -> int:
    """Makes the handouts; 0 when every chapter ran."""
    parser = argparse.ArgumentParser(prog="course handouts", description="Write handouts of chapters.")
    parser.add_argument("chapter", nargs="*", help="the chapter's number (all chapters)")
    parser.add_argument("--no-pdf", action="store_true", help="HTML only")
    options = parser.parse_args(arguments)
    end_kernels_on_signals()
    pdf = not options.no_pdf and browser.find() is not None
    if not pdf and not options.no_pdf:
        say.line("No PDF: it takes Chromium or Chrome, and none is installed.")
    failed = False
    for path in select(options.chapter):
        progress = Progress(sys.stdout)
        try:
            make(path, OUT, pdf, progress)
            say.line(f"{path.stem}: {', '.join([*(edition.name for edition in EDITIONS), *ONCE])}")
        except NotebookError as problem:
            print(f"course: {problem}", file=sys.stderr)
            failed = True
    for edition in EDITIONS:
        if (OUT / edition.name).is_dir():
            say.line(f"{edition.title}: {overview(OUT, edition)}")
    return say.FAILED if failed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (say.Problem, KernelError, NotebookError) as problem:
        print(f"course: {problem}", file=sys.stderr)
        sys.exit(getattr(problem, "code", say.FAILED))
    except KeyboardInterrupt:
        print("\nstopped", file=sys.stderr)
        sys.exit(say.INTERRUPTED)
