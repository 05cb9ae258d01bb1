"""A chapter as slides for a room: what stands on each, and what the speaker reads beside it.

The rule needs no mark. A heading begins a slide, so do a misconception, a picture and whatever has no room any more.
Code takes what it gave with it: a picture is made a little smaller for that, and waits for a key. Long prose is cut to
the sentences that define or ask, and stands in full in the notes; the instructor's cells are notes; help, checks and
optional sections are left out. Where the rule gives a bad slide, the cell's own mark decides, JupyterLab's "Slide
Type": `slide` and `subslide` begin one, `fragment` stays on the slide before and is shown at a key, `notes` is for the
speaker, `skip` is left out.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from nbformat import NotebookNode

from course import editions, navigation, papercards
from course.answers import answers
from course.exercises import starter_cells
from course.notebooks import output_lines, tags
from course.pngsize import sizes

RESULTS = ("output", "error", "figure", "card")
TYPES = ("slide", "subslide", "fragment", "notes", "skip")
# Of 720 pixels, what is below the heading and above the foot; the sizes are those of slides.css.
ROOM = 540
LINE, CODE_LINE, GAP = 38, 27, 16
WIDTH, COLUMNS, CODE_COLUMNS = 1184, 88, 94
MOST_OUTPUT = 14
# How far a first or last line or two may make it go beyond the room: all on that slide is made smaller for it.
SPILL = 2 * LINE + GAP
# How far a picture is made smaller to stand with its code, and how far text is made larger where there is room.
SMALLEST_PICTURE, LARGEST = 0.78, 1.25
SHORT = 40
_BLOCK = re.compile(
    r"^(?P<fence>```|~~~).*?^(?P=fence) *$|^(?=[ \t]*\S).+?(?=\n[ \t]*\n|\n(?:```|~~~|#)|\Z)", re.M | re.S
)
_MINUTES = re.compile(r" ?\*?\(\d+ minutes\)\*?")
_SENTENCE = re.compile(r"(?:(?<=[.?!:])|(?<=[.?!:]\*))(?<!e\.g\.)\s+(?=[A-Z0-9*`“(])")
_LEANS = re.compile(r"\W*(This|That|These|It|Its|They|Such|So|Then|There|He|She|Here|Both|Otherwise|And|But)\b")
_COMPARES = re.compile(r"\A(?:(?!\bpredict\().)*\.compare\([^;]*;?\s*\Z", re.S)
_ASSERTS = re.compile(r"^\s*assert ", re.M)
_QUOTED = re.compile(r"<pre[^>]*>(.*?)</pre>", re.S)
_READING = re.compile(r"\*\*Further reading")


@dataclass
class Part:
    """Something on a slide: Markdown, code, or HTML that a run made; as high as it is, in pixels."""

    kind: str
    text: str
    height: int
    fragment: bool = False


@dataclass
class Slide:
    """One slide: the section it is in, its heading, what stands on it, and the speaker's notes in Markdown."""

    section: str
    heading: str
    parts: list[Part] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    is_title: bool = False

    @property
    def height(self) -> int:
        return sum(part.height for part in self.parts)

    @property
    def results(self) -> int:
        """The place of the first part that its code, on the same slide, gave; behind the last if there is none."""
        code = next((place for place, part in enumerate(self.parts) if part.kind == "code"), len(self.parts))
        given = (place for place, part in enumerate(self.parts) if place > code and part.kind in RESULTS)
        return next(given, len(self.parts))

    @property
    def largest(self) -> float:
        """How much larger than usual the text may be without breaking a line of code; a picture has its size."""
        if self.holds("figure"):
            return 1.0
        code = [part.text for part in self.parts if part.kind in ("code", "output")]
        code += [found for part in self.parts if part.kind == "card" for found in _QUOTED.findall(part.text)]
        longest = max((len(line) for each in code for line in each.splitlines()), default=0)
        return max(1.0, min(LARGEST, CODE_COLUMNS / max(1, longest)))

    def holds(self, kind: str) -> bool:
        return any(part.kind == kind for part in self.parts)

    def moving(self, kind: str) -> list[Part]:
        """What goes along with a part that has no room here: its code, or the text that asks or announces it."""
        last = self.parts[-1:]
        if not last or self.height - last[0].height < ROOM / 3:
            return []  # little would be left
        is_lead = last[0].kind == "text" and last[0].text.rstrip().endswith((":", "?"))
        return last if is_lead or (last[0].kind == "code" and kind in RESULTS) else []


def slide_type(cell: NotebookNode) -> str:
    """The cell's own mark, or nothing."""
    return cell.metadata.get("slideshow", {}).get("slide_type", "")


def deck(number: str, notebook: NotebookNode) -> list[Slide]:
    """The slides of an executed chapter."""
    return _Deck(number, notebook).slides


class _Deck:
    def __init__(self, number: str, notebook: NotebookNode) -> None:
        self.slides = [Slide("", "", is_title=True)]
        self._answers = {answer.id: answer for answer in answers(number)}
        self._skips = False
        self._begins = False
        starters = set(starter_cells(notebook).values())
        learner = editions.cells(notebook, editions.EDITIONS[0])
        kept = {id(cell) for cell in learner}
        for index, cell in enumerate(notebook.cells):
            mark = slide_type(cell)
            if editions.INSTRUCTOR in tags(cell):
                self.slides[0].notes.append(cell.source)
            elif mark == "notes":
                self._note(cell.source if cell.cell_type == "markdown" else f"```java\n{cell.source}\n```")
            elif id(cell) in kept and mark != "skip":
                self._begins = mark in ("slide", "subslide")
                first = self.slides[-1], len(self.slides[-1].parts)
                self._markdown(cell) if cell.cell_type == "markdown" else self._code(cell, index in starters)
                for part in first[0].parts[first[1] :] if mark == "fragment" else ():
                    part.fragment = True
        self.slides = [slide for slide in self.slides if slide.parts or slide.is_title]

    # --- Text ---

    def _markdown(self, cell: NotebookNode) -> None:
        for block in _blocks(papercards.words(navigation.without(cell.source))):
            heading = re.match(r"(#+) +(.*)", block)
            if heading and len(heading[1]) == 1:
                self.slides[0].heading = heading[2]
            elif heading:
                self._heading(len(heading[1]), heading[2].strip())
            elif not self._skips:
                self._block(block)

    def _heading(self, level: int, text: str) -> None:
        if level == 2:
            self._skips = "(optional)" in text
        if not self._skips:
            self.slides.append(Slide(text if level == 2 else self.slides[-1].section, text))
            self._begins = False

    def _block(self, block: str) -> None:
        last = self.slides[-1]
        if last.section == "" and re.search(r"\byou (can|will be able)\b", block):
            self.slides.append(Slide("", block.strip().rstrip(":")))
        elif re.match(r"\*\*\d+ minutes\*\*", block):
            self.slides[0].parts.append(Part("text", block, LINE))
        elif block.startswith(("```", "~~~")):
            self._put(Part("text", block, (block.count("\n") - 1) * CODE_LINE + 2 * GAP))
        elif re.match(r"\s*([-*]|\d+\.) |\||> |!\[", block):
            rows = max(1, block.count("\n"))
            self._put(Part("text", _MINUTES.sub("", block), rows * (LINE + 6) + GAP))
        elif _READING.match(block):
            self._note(block)
        else:
            self._paragraph(block)

    def _paragraph(self, block: str) -> None:
        whole = " ".join(_MINUTES.sub("", block).split())
        if not whole:
            return
        if block.startswith("**“"):
            self._belief()
        is_task = re.match(r"Exercise|Checkpoint|Can you", self.slides[-1].section)
        said = whole if is_task else shortened(whole)
        if said != whole:
            self._note(block)
        self._put(Part("text", said, -(-len(said) // COLUMNS) * LINE + GAP))

    def _belief(self) -> None:
        last = self.slides[-1]
        if last.height > 2 * LINE + GAP or last.holds("figure"):
            self.slides.append(Slide(last.section, last.section))
        else:  # the line that says what is to come
            last.notes += [part.text for part in last.parts]
            last.parts.clear()

    # --- Code and what it gave ---

    def _code(self, cell: NotebookNode, is_starter: bool) -> None:
        if self._skips:
            return
        if papercards.is_card(cell):
            self._question(cell)
            return
        # What only compares a guess or asserts a relation: the room looks at what came out.
        lines = cell.source.count("\n") + 1
        asserts = self.slides[-1].section.startswith("Experiment") and _ASSERTS.search(cell.source)
        if not (asserts or (lines <= 4 and _COMPARES.match(cell.source))):
            high = lines * CODE_LINE * code_size(cell.source)
            self._put(Part("code", cell.source, int(high) + 2 * GAP))
        else:
            self._note(f"```java\n{cell.source}\n```")
        if not is_starter:
            for output in cell.outputs:
                self._output(output)

    def _question(self, cell: NotebookNode) -> None:
        for output in cell.outputs:
            if "text/html" in output.get("data", {}):
                shown = papercards.card(output.data["text/html"], lambda what: "")
                lines = output.data["text/plain"].splitlines()
                high = sum(-(-len(line) // COLUMNS) * LINE for line in lines) + 4 * GAP
                self._put(Part("card", papercards.lead(cell) + shown, high))
        for name in re.findall(r'"(\d\d\.[a-z]\d+)"', cell.source):
            if answer := self._answers.get(name):
                self._note(f"Answer to {name}:\n\n{answer.text}")

    def _output(self, output: NotebookNode) -> None:
        shown = output.get("data", {}).get("text/html", "")
        if "<figure" in shown:
            drawn = papercards.card(shown, lambda what: "")
            last, whole = self.slides[-1], _picture(drawn)
            below = (
                _picture(drawn, ROOM - high) for high in (last.height, sum(it.height for it in last.moving("figure")))
            )
            self._put(next((it for it in below if it.height >= SMALLEST_PICTURE * whole.height), whole))
        elif shown:
            plain = output.data.get("text/plain", "").splitlines()
            self._put(Part("card", papercards.card(shown), len(plain) * LINE + 3 * GAP))
        else:
            lines = output_lines(NotebookNode(outputs=[output]))
            if lines:
                cut = [*lines[: MOST_OUTPUT - 1], "…"] if len(lines) > MOST_OUTPUT else lines
                wrapped = sum(-(-max(1, len(line)) // COLUMNS) for line in cut)
                kind = "error" if output.output_type == "error" else "output"
                self._put(Part(kind, html.escape("\n".join(cut)), wrapped * CODE_LINE + 2 * GAP))

    # --- Slides ---

    def _put(self, part: Part) -> None:
        last = self.slides[-1]
        little = min(last.height, part.height if part.kind == "text" else ROOM)
        spill = SPILL if little <= SPILL else 0
        full = last.parts and last.height + part.height > ROOM + spill
        second_question = part.kind == "card" and last.holds("card")
        second_code = part.kind == "code" and last.holds("code")
        if full or second_question or second_code or (self._begins and last.parts):
            moving = [it for it in last.moving(part.kind) if it.height + part.height <= ROOM]
            del last.parts[len(last.parts) - len(moving) :]
            self.slides.append(Slide(last.section, last.heading, moving))
        self._begins = False
        self.slides[-1].parts.append(part)

    def _note(self, text: str) -> None:
        if not self._skips:
            self.slides[-1].notes.append(text.strip())


def _blocks(text: str) -> Iterator[str]:
    """Headings, paragraphs, lists, tables and fences, in order."""
    for found in _BLOCK.finditer(text):
        if found[0].strip():
            yield found[0].strip("\n")


def code_size(source: str) -> float:
    """How large code is set, 1 being the usual: a little smaller if a line would else be broken."""
    longest = max(map(len, source.splitlines()), default=0)
    return max(0.74, min(1.0, CODE_COLUMNS / max(1, longest)))


def _picture(shown: str, room: int = ROOM) -> Part:
    """A figure as wide as the slide or as high as there is room, with its caption; a report below it is for reading."""
    shown = shown if shown.startswith("<div") else shown.partition("</figure>")[0] + "</figure>"
    said = re.sub(r"<[^>]+>", "", shown)
    below = -(-len(said) // 120) * 28 + GAP
    wide, high = next(iter(sizes(shown)), (WIDTH, ROOM))
    height = max(0, min(WIDTH * high // wide, room - below))
    image = f'style="height:{height / 26:.2f}em" src='
    made = re.sub(r'width="\d+" style="[^"]*" src=', image, shown)
    return Part("figure", made, height + below)


def shortened(text: str) -> str:
    """A paragraph's sentences that define, rule or ask, and what follows a question; all of it if it is short."""
    if len(text.split()) <= SHORT:
        return text
    sentences = _SENTENCE.split(text)
    kept: list[str] = []
    for before, each in zip(["", *sentences], sentences, strict=False):
        said_before = before in kept and before.endswith(("?", ":"))
        if "**" in each or each.endswith(("?", ":")) or said_before:
            if before and _LEANS.match(each) and before not in kept:
                kept.append(before)
            kept.append(each)
    said = " ".join(kept or sentences[:2])
    balanced = all(said.count(mark) % 2 == 0 for mark in ("`", "*"))
    return said if balanced and len(said) < len(text) else text
