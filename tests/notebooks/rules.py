"""The rules a stored chapter keeps, each a function from a chapter to what is wrong with it.

`check` applies all of them; test_hygiene.py holds the chapters to them and proves that each rule
finds what it is for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import javacode
import mdtext
from course import navigation, slides
from course.notebooks import CHAPTER_NAME, ROOT, NotebookError, read
from course.tidy import METADATA, tidied
from nbformat import NotebookNode

FEWEST_CELLS, MOST_CELLS = 25, 60
MOST_CODE_LINES, USUAL_CODE_LINES = 25, 15
# A longer line is broken on a handout, wherever the page ends.
MOST_COLUMNS = 100
# Between two code cells; and in one cell of the opening or the closing, which nobody has to run.
MOST_WORDS, MOST_WORDS_OUTSIDE = 120, 200
# Of a chapter's code cells, at most this share may be longer than is usual.
LONGER_SHARE = 0.25

FENCE = re.compile(r"^```\w*\n(.*?)^```", re.M | re.S)
TAGS = re.compile(r"raises-exception|instructor|summary|go-twin|slow:\d+|exercise:\d\d\.\d{1,2}")

# A notebook uses the library's channels and contexts and brings none of its own: no type that has
# one of these words in its name, or the name of a type in one of these packages,
HELPER_WORDS = {"Chan", "Channel", "Context", "Ctx"}
HELPER_PACKAGES = ("chan", "context", "sync")
# and no method with one of these names.
HELPER_METHODS = {
    *("go", "sleep", "select", "makeChan", "makeChannel", "newChan", "newChannel"),
    *("background", "withCancel", "withTimeout", "withDeadline", "withValue"),
}

_MACHINE_PATH = re.compile(
    r"(?<![\w.:/~-])/(?:home|Users|root|tmp|work|usr|var|opt|private|mnt)/\w[^\s\"']*"
    r"|(?<!\w)[A-Za-z]:\\+(?:Users|Program|Windows|Temp)[^\s\"']*"
    r"|(?<!\w)file:/[^\s\"']*"
)
_LOADING = re.compile(r"%+(?:maven\w*|addMaven\w*|jars?|classpath|loadFromPOM|load\w*)")


@dataclass(frozen=True)
class Chapter:
    """A notebook as it is stored."""

    path: Path

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def content(self) -> dict[str, Any]:
        """The JSON, before nbformat mends anything."""
        return json.loads(self.text)

    @cached_property
    def notebook(self) -> NotebookNode:
        return read(self.path)

    def cells(self, kind: str) -> Iterator[tuple[str, str]]:
        """The name and the source of each cell of a kind."""
        for number, cell in enumerate(self.notebook.cells, 1):
            if cell.cell_type == kind:
                yield f"cell {number}", cell.source


Rule = Callable[[Chapter], Iterator[str]]
RULES: list[Rule] = []


def rule(function: Rule) -> Rule:
    """Adds a rule."""
    RULES.append(function)
    return function


def check(path: Path) -> list[str]:
    """All that is wrong with a notebook; only one thing if it cannot even be read."""
    chapter = Chapter(path)
    try:
        read(path)
    except NotebookError as problem:
        return [str(problem)]
    return [f"{each.__name__}: {problem}" for each in RULES for problem in each(chapter)]


@rule
def file_name(chapter: Chapter) -> Iterator[str]:
    name = chapter.path.name
    if not CHAPTER_NAME.fullmatch(name):
        yield f"{name}: want two digits and lower-case words, as 05-unbuffered-channels.ipynb"
    same = sorted(path.name for path in chapter.path.parent.glob(f"{name[:2]}-*.ipynb"))
    if len(same) > 1:
        yield f"two chapters have the number {name[:2]}: {', '.join(same)}"


@rule
def stored_bare(chapter: Chapter) -> Iterator[str]:
    for number, cell in enumerate(chapter.content["cells"], 1):
        if cell.get("outputs"):
            yield f"cell {number} is stored with outputs"
        if cell.get("execution_count") is not None:
            yield f"cell {number} is stored with the execution count {cell['execution_count']}"


@rule
def no_machine_paths(chapter: Chapter) -> Iterator[str]:
    for number, cell in enumerate(chapter.notebook.cells, 1):
        for found in _MACHINE_PATH.findall(cell.source):
            yield f"cell {number} names a path of one machine: {found}"


@rule
def metadata(chapter: Chapter) -> Iterator[str]:
    got = chapter.content.get("metadata", {})
    if got != METADATA:
        wrong = sorted(key for key in {*got, *METADATA} if got.get(key) != METADATA.get(key))
        yield f"the notebook's metadata are not the course's: {', '.join(wrong)}"
    for number, cell in enumerate(chapter.content["cells"], 1):
        if more := sorted(set(cell["metadata"]) - {"tags", "slideshow"}):
            yield f"cell {number} has metadata beside its tags: {', '.join(more)}"
        slideshow = cell["metadata"].get("slideshow")
        if slideshow is not None and slideshow not in [{"slide_type": each} for each in slides.TYPES]:
            yield f"cell {number} has the slide type {slideshow}; want one of {', '.join(slides.TYPES)}, or none"
        for tag in cell["metadata"].get("tags", []):
            if not TAGS.fullmatch(tag):
                yield f"cell {number} has the unknown tag {tag!r}"


@rule
def cell_ids(chapter: Chapter) -> Iterator[str]:
    ids = [cell.get("id") for cell in chapter.content["cells"]]
    if chapter.content.get("nbformat_minor", 0) < 5 or None in ids:
        yield "the cells have no ids: want nbformat 4.5"
    elif twice := sorted({each for each in ids if ids.count(each) > 1}):
        yield f"several cells have the id {', '.join(twice)}"


@rule
def layout(chapter: Chapter) -> Iterator[str]:
    stored = chapter.content["metadata"] == METADATA and not list(stored_bare(chapter))
    # Else tidying would change it for a reason that has its own message.
    others = [*metadata(chapter), *cell_ids(chapter), *navigation_line(chapter)]
    if stored and not others and tidied(chapter.path) != chapter.text:
        yield "the JSON is not laid out as JupyterLab does; tidy does it"


@rule
def heading_levels(chapter: Chapter) -> Iterator[str]:
    last = 0
    titles = 0
    for name, source in chapter.cells("markdown"):
        for shown in mdtext.underlined_headings(source):
            yield f"{name}: write the heading {shown!r} with #"
        for tag in mdtext.heading_tags(source):
            yield f"{name}: write the heading <{tag}> with #"
        for heading in mdtext.headings(source):
            titles += heading.level == 1
            if heading.level > last + 1 and last:
                yield f"{name}: {heading.text!r} has level {heading.level} after level {last}"
            last = heading.level
    first = chapter.notebook.cells[0] if chapter.notebook.cells else None
    if titles != 1:
        yield f"want one heading of level 1, got {titles}"
    elif first is None or first.cell_type != "markdown" or not first.source.startswith("# "):
        yield "the first cell does not begin with the title ('# …')"


@rule
def alternative_texts(chapter: Chapter) -> Iterator[str]:
    for name, source in chapter.cells("markdown"):
        for text, address in mdtext.images(source):
            if not text.strip():
                yield f"{name}: the image {address} has no alternative text"


@rule
def links_resolve(chapter: Chapter) -> Iterator[str]:
    for name, source in chapter.cells("markdown"):
        images = [address for _, address in mdtext.images(source)]
        for address in [*mdtext.links(source), *images]:
            if problem := _link_problem(chapter, address):
                yield f"{name}: the link {address or '()'} {problem}"


@rule
def navigation_line(chapter: Chapter) -> Iterator[str]:
    if not CHAPTER_NAME.fullmatch(chapter.path.name) or not chapter.notebook.cells:
        return
    try:
        want = navigation.line(chapter.path)
    except NotebookError as problem:
        yield str(problem)
        return
    for index in navigation.places(chapter.notebook):
        cell = chapter.notebook.cells[index]
        got = navigation.written(cell.source) if cell.cell_type == "markdown" else None
        if got != want:
            yield f"cell {index + 1} must have the line {want!r}, got {got!r}; tidy writes it"


@rule
def number_of_cells(chapter: Chapter) -> Iterator[str]:
    # Four exercises have sixteen cells, which nobody works through in one go; a checkpoint is for another day; and
    # instructor's cells are no learner's.
    count = 0
    exercise = False
    for cell in chapter.notebook.cells:
        if cell.cell_type == "markdown" and (heading := re.search(r"(?m)^## (.*)", cell.source)):
            exercise = heading[1].startswith(("Exercise", "Checkpoint"))
        count += not exercise and not _is_for_the_instructor(cell)
    if not FEWEST_CELLS <= count <= MOST_CELLS:
        yield f"want {FEWEST_CELLS} to {MOST_CELLS} cells outside of exercises, got {count}"


@rule
def length_of_code(chapter: Chapter) -> Iterator[str]:
    lengths = {name: javacode.code_lines(source) for name, source in chapter.cells("code")}
    for name, length in lengths.items():
        if length > MOST_CODE_LINES:
            yield f"{name} has {length} lines of code; {MOST_CODE_LINES} at most"
        if length == 0:
            yield f"{name} is empty"
    longer = [name for name, length in lengths.items() if length > USUAL_CODE_LINES]
    if len(longer) > LONGER_SHARE * len(lengths):
        yield (
            f"{len(longer)} of {len(lengths)} code cells have more than {USUAL_CODE_LINES} lines; "
            f"a quarter at most: {', '.join(longer)}"
        )


@rule
def width_of_code(chapter: Chapter) -> Iterator[str]:
    fences = ((name, "\n".join(FENCE.findall(source))) for name, source in chapter.cells("markdown"))
    for name, source in [*chapter.cells("code"), *fences]:
        yield from (f"{name}: {problem}" for problem in too_wide(source))


def too_wide(source: str) -> Iterator[str]:
    """The lines that no handout has room for."""
    for line in source.splitlines():
        if len(line) > MOST_COLUMNS:
            yield f"a line of {len(line)} characters; {MOST_COLUMNS} at most: {line.strip()}"


@rule
def length_of_prose(chapter: Chapter) -> Iterator[str]:
    numbered = [each for each in enumerate(chapter.notebook.cells, 1) if not _is_for_the_instructor(each[1])]
    runs = [(kind, list(run)) for kind, run in groupby(numbered, lambda it: it[1].cell_type)]
    for place, (kind, run) in enumerate(runs):
        # Between two code cells a learner reads the whole run; the opening and the closing of a
        # chapter are read cell by cell.
        inner = 0 < place < len(runs) - 1
        most = MOST_WORDS if inner else MOST_WORDS_OUTSIDE
        for part in ([run] if inner else [[each] for each in run]) if kind == "markdown" else []:
            text = "\n\n".join(navigation.without(cell.source) for _, cell in part)
            if (count := mdtext.words(text)) > most:
                yield f"{_numbers(part)}: {count} words of prose in one go; {most} at most"
    for number, cell in enumerate(chapter.notebook.cells, 1):
        if _is_for_the_instructor(cell) and (count := mdtext.words(cell.source)) > MOST_WORDS_OUTSIDE:
            yield f"cell {number}: {count} words for the instructor; {MOST_WORDS_OUTSIDE} at most"


@rule
def no_helpers(chapter: Chapter) -> Iterator[str]:
    types = library_types()
    for name, source in chapter.cells("code"):
        for declared in javacode.types(source):
            if declared in types or HELPER_WORDS & set(javacode.camel_words(declared)):
                yield f"{name} declares the type {declared}; use the library's"
        for declared in javacode.methods(source):
            if declared in HELPER_METHODS:
                yield f"{name} declares the method {declared}; use the library's"


@rule
def no_set_up(chapter: Chapter) -> Iterator[str]:
    for place, (name, source) in enumerate(chapter.cells("code")):
        for magic in javacode.magics(source):
            if _LOADING.fullmatch(magic):
                yield f"{name} loads something with {magic}; the kernel starts with all there is"
        for imported in javacode.imports(source):
            if imported.split(".")[0] == "rendezvous":
                yield f"{name} imports {imported}; the kernel starts with the library imported"
        if place == 0 and javacode.imports_only(source):
            yield f"{name} is a set-up cell: it only imports"


def library_types(lib: Path = ROOT / "lib") -> set[str]:
    """The names of the types that a notebook might imitate."""
    files = [file for package in HELPER_PACKAGES for file in (lib / "rendezvous" / package).glob("[A-Z]*.java")]
    return {file.stem for file in files}


def _is_for_the_instructor(cell: NotebookNode) -> bool:
    return "instructor" in cell.metadata.get("tags", [])


def _numbers(cells: list[tuple[int, NotebookNode]]) -> str:
    first, last = cells[0][0], cells[-1][0]
    return f"cell {first}" if first == last else f"cells {first} to {last}"


def _link_problem(chapter: Chapter, address: str) -> str | None:
    if not address:
        return "is empty"
    parts = urlsplit(address)
    if parts.scheme in ("http", "https"):
        return None if "." in parts.netloc or parts.hostname == "localhost" else "names no host"
    if parts.scheme == "mailto":
        return None
    if parts.scheme or address.startswith("/"):
        return "is neither a web address nor relative to the notebook"
    target = (chapter.path.parent / unquote(parts.path)).resolve() if parts.path else chapter.path
    if not target.exists():
        return "leads to no file"
    if parts.fragment and unquote(parts.fragment) not in _anchors(target):
        return "leads to no heading of that name"
    return None


def _anchors(target: Path) -> set[str]:
    if target.suffix == ".md":
        return mdtext.anchors(target.read_text(encoding="utf-8"), notebook=False)
    if target.suffix != ".ipynb":
        return set()
    texts = [cell.source for cell in read(target).cells if cell.cell_type == "markdown"]
    return set().union(*(mdtext.anchors(text, notebook=True) for text in texts))
