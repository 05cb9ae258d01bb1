"""The agendas of the workshops: parts of chapters by their headings, timed by the minutes that the chapters state.

    python -m course.workshop --write

writes the tables into `notebooks/workshop.md`. A chapter whose minutes change changes them; one whose heading changes
is an error that says which. The tests compare page and chapters.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from course import docs, navigation, project
from course.editions import sections
from course.notebooks import NotebookError, read

PAGE = "notebooks/workshop.md"
START = 9 * 60


@dataclass(frozen=True)
class Part:
    """A stretch of one chapter: how the headings of its sections begin."""

    chapter: str
    headings: tuple[str, ...]


@dataclass(frozen=True)
class Other:
    """What is of no chapter."""

    what: str
    minutes: int


BREAK, LUNCH = Other("break", 15), Other("lunch", 60)
_DOCTOR = Part("00", ("First of all", "How an idea"))
_GO = Part("02", ("The pain", "go", "A goroutine's life", "In which order", "Exercise 02.1"))
_CHANNEL = Part("05", ("The pain", "A channel is a meeting"))
_SIGNALS = Part("05", ("A hand-off is", "The first deadlock", "Exercise 05.1"))
FIRST_DAY = (
    Part("00", ("First of all", "How an idea", "The kernel's own", "How an exercise")),
    _GO,
    BREAK,
    Part("03", ("The pain", "A counter", "Count before", "Down again", "Exercise 03.1")),
    _CHANNEL,
    LUNCH,
    _SIGNALS,
    Part("07", ("The pain", "Closing a channel", "Who may", "One close", "Exercise 07.1")),
    BREAK,
    Part("09", ("The pain", "select", "Which one", "Not to wait", "The way out", "Exercise 09.1")),
    Part("10", ("A limit for one wait", "Exercise 10.1")),
    Other("what was hardest?", 15),
)
AGENDAS = {
    "half": (
        _DOCTOR,
        _GO,
        _CHANNEL,
        BREAK,
        _SIGNALS,
        Part("07", ("Closing a channel", "One close")),
        Part("09", ("The pain", "select", "The way out", "Exercise 09.1")),
        Other("what was hardest?", 10),
    ),
    "first": FIRST_DAY,
    "second": (
        Other("what is left of yesterday? The summaries, aloud", 15),
        Part("06", ("Recall", "The pain", "A channel with room", "A send no longer", "A buffered", "Exercise 06.1")),
        BREAK,
        Part("08", ("Recall", "The loop", "Producer", "Closed is", "Several loops", "Many producers", "Exercise 08.1")),
        LUNCH,
        Part("08", ("Leaving early", "Exercise 08.2")),
        Part("04", ("The pain", "Who runs", "Two kinds", "One that never")),
        Part("09", ("Loops", "Misconceptions", "Exercise 09.2")),
        BREAK,
        Part("10", ("A timer", "For each", "Ending many", "A steady beat", "Exercise 10.2")),
        Other("a program of your own: what of it is concurrent? In pairs", 30),
        Other("what do you take home?", 15),
    ),
}


def table(root: Path, agenda: Sequence[Part | Other]) -> str:
    """An agenda in Markdown: from when to when, what, and how long."""
    rows, now = [], START
    for item in agenda:
        what, minutes = (item.what, item.minutes) if isinstance(item, Other) else _chapter(root, item)
        rows.append(f"| {_clock(now)}\u2013{_clock(now + minutes)} | {what} | {minutes} |\n")
        now += minutes
    return f"| when | what | minutes |\n|---|---|---|\n{''.join(rows)}| | all | {now - START} |\n"


def page(root: Path) -> str:
    """The page with its tables made anew."""
    text = (root / PAGE).read_text(encoding="utf-8")
    return docs.filled(PAGE, text, {name: table(root, agenda) for name, agenda in AGENDAS.items()})


def _chapter(root: Path, part: Part) -> tuple[str, int]:
    path = next((root / "notebooks").glob(f"{part.chapter}-*.ipynb"), None)
    if path is None:
        raise NotebookError(f"the workshop's agenda has chapter {part.chapter}, which does not exist")
    known = sections(read(path))
    found = []
    for heading in part.headings:
        begins = re.compile(rf"{re.escape(heading)}(?!\w)")
        fitting = [each for each in known if each.minutes and begins.match(each.title.replace("`", ""))]
        if len(fitting) != 1:
            raise NotebookError(
                f"the workshop's agenda has '{heading}' of {path.name}: {len(fitting)} headings with minutes "
                "begin so, want 1; mend it in lib/course/workshop.py"
            )
        found += fitting
    names = "; ".join(each.title.partition(":")[0] for each in found)
    return f"[{part.chapter} {navigation.title(path)}]({path.name}): {names}", sum(each.minutes for each in found)


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def main(arguments: list[str]) -> int:
    """Writes the page, or says whether it is out of date."""
    try:
        wanted = page(project.ROOT)
    except (NotebookError, docs.DocsError) as problem:
        print(problem, file=sys.stderr)
        return 2
    fresh = wanted == (project.ROOT / PAGE).read_text(encoding="utf-8")
    if not fresh and "--write" in arguments:
        (project.ROOT / PAGE).write_text(wanted, encoding="utf-8", newline="\n")
    elif not fresh:
        print(f"{PAGE}: out of date; write it: --write")
    return 0 if fresh or "--write" in arguments else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
