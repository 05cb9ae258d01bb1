"""The site: chapters as they came out of a run, with the pages that lead to them, to read with any browser.

    python -m course.sitebuild [--ran] [--out target/site]

Each chapter is run once. The pages need nothing but the files beside them, so the site opens from a disk, without a
server and without a network. What `course handouts` has made is put into it.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from nbformat import NotebookNode

from course import docs, offline, project, say, sitechapter, sitelinks, sitepage, sitesearch, sitestart, sitewords
from course.handouts import OUT as HANDOUTS
from course.notebooks import NotebookError, read, select
from course.progress import Progress
from course.runner import OUT as RAN
from course.runner import execute
from course.session import KernelError, end_kernels_on_signals
from course.syllabus import SyllabusError

OUT = project.TARGET / "site"
FILES = ("site.css", "site.js", sitesearch.CODE)
SHOWN = 12


def chapter(path: Path, ran: NotebookNode) -> sitepage.Chapter:
    """A chapter and its run, as the pages want it."""
    about = docs.chapter(path)
    return sitepage.Chapter(about, ran, sitechapter.places(ran, about.file.replace(".ipynb", ".html")))


def run(path: Path, progress: Progress) -> NotebookNode:
    """A chapter after a run."""
    result = execute(path, progress=progress)
    if not result.ok or result.notebook is None:
        raise NotebookError(f"{path.name} does not run, so there is no site:\n{result.report()}")
    return result.notebook


def ran_before(path: Path, folder: Path) -> NotebookNode | None:
    """The run of a chapter that a folder holds; None if there is none, or one of another text."""
    if not (folder / path.name).is_file():
        return None
    found, wanted = read(folder / path.name), read(path)
    same = [(cell.id, cell.source) for cell in found.cells] == [(cell.id, cell.source) for cell in wanted.cells]
    return found if same else None


def build(chapters: Sequence[sitepage.Chapter], out: Path, handouts: Path) -> Path:
    """Writes the whole site in place of what is in `out`; gives its start page."""
    new = out.with_name(f"{out.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    if handouts.is_dir():
        shutil.copytree(handouts, new / "handouts")
    site = sitepage.Site(tuple(chapters), sitestart.papers(handouts), docs.release())
    for name in FILES:
        shutil.copy(Path(__file__).with_name(name), new / name)
    for name, text in pages(site).items():
        (new / name).write_text(text, "utf-8", newline="\n")
    faults = sitelinks.faults(new)
    within = [fault for fault in faults if fault.startswith("handouts/")]
    if within:
        say.line(f"Not all handouts are there: {len(within)} of their links lead nowhere. {project.command()} handouts")
    if faults := [fault for fault in faults if fault not in within]:
        more = f"\n  and {len(faults) - SHOWN} more" if len(faults) > SHOWN else ""
        raise say.Problem(f"The site is not whole; it was left in {new}:\n  " + "\n  ".join(faults[:SHOWN]) + more)
    shutil.rmtree(out, ignore_errors=True)
    new.rename(out)
    return out / "index.html"


def pages(site: sitepage.Site) -> dict[str, str]:
    """Every page that is made here, and the search's data."""
    words = sitewords.words(site)
    made = {
        "index.html": sitestart.start(site),
        "glossary.html": sitewords.terms(site, words),
        "words.html": sitewords.index(site, words),
        "phrasebook.html": sitewords.phrases(site),
        sitepage.SEARCH: sitesearch.page(site),
        sitesearch.DATA: sitesearch.data(site, words),
    }
    made |= {each.page: sitechapter.render(site, each) for each in site.chapters}
    made |= dict(sitewords.documents(site))
    if site.papers:
        made["handouts.html"] = sitestart.handouts(site)
    return made


def main(arguments: list[str] | None = None) -> int:
    """Builds the site; 0 when every chapter ran and every link leads somewhere."""
    parser = argparse.ArgumentParser(prog="course site", description="Build the site.")
    parser.add_argument("--ran", action="store_true", help="take the runs in target/notebooks that are of this text")
    parser.add_argument("--out", type=Path, default=OUT, help="where the site goes")
    options = parser.parse_args(arguments)
    end_kernels_on_signals()
    chapters = []
    for path in select([]):
        offline.refuse(path, read(path))
        before = ran_before(path, RAN) if options.ran else None
        chapters.append(chapter(path, before or run(path, Progress(sys.stdout))))
    if not HANDOUTS.is_dir():
        say.line(f"No handouts are there to link: {project.command()} handouts makes them, then build the site again.")
    say.line(f"The site: {build(chapters, options.out, HANDOUTS)}")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (say.Problem, KernelError, NotebookError, SyllabusError, docs.DocsError) as problem:
        print(f"course: {problem}", file=sys.stderr)
        sys.exit(getattr(problem, "code", say.FAILED))
    except KeyboardInterrupt:
        print("\nstopped", file=sys.stderr)
        sys.exit(say.INTERRUPTED)
