"""A chapter as slides for a room: what stands on each, and what the speaker reads beside it.

The rule needs no mark. A heading begins a slide, so does a misconception; what stands under one is broken where that
costs least, as `slidebreaks.py` says, and what code gave waits for a key. Texts stand whole; a caption loses all but
its beginning where the picture needs the room, and stands in full in the notes. The instructor's cells are notes; help,
checks and optional sections are left out. Where the rule gives a bad slide, the cell's own mark decides, JupyterLab's
"Slide Type": `slide` and `subslide` begin one, `fragment` stays on the slide before and is shown at a key, `notes` is
for the speaker, `skip` is left out.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from nbformat import NotebookNode

from course import editions, navigation, papercards, slidewords
from course.answers import answers
from course.exercises import starter_cells
from course.notebooks import output_lines, tags
from course.pngsize import sizes
from course.slidebreaks import ROOM, Part, Slide, broken

TYPES = ("slide", "subslide", "fragment", "notes", "skip")
# In pixels and characters, by slides.css.
LINE, CODE_LINE, SMALL_LINE, ROW, GAP = 38, 27, 27, 10, 16
WIDTH, BODY, COLUMNS, CODE_COLUMNS = 1184, 570, 88, 94
MOST_OUTPUT = 14
_BLOCK = re.compile(
    r"^(?P<fence>```|~~~).*?^(?P=fence) *$|^(?=[ \t]*\S).+?(?=\n[ \t]*\n|\n(?:```|~~~|#)|\Z)", re.M | re.S
)
_COMPARES = re.compile(r"\A(?:(?!\bpredict\().)*\.compare\([^;]*;?\s*\Z", re.S)
_ASSERTS = re.compile(r"^\s*assert ", re.M)
_QUOTED = re.compile(r"<pre[^>]*>(.*?)</pre>", re.S)
_TAG = re.compile(r"<[^>]+>")
_FIGURE = re.compile(r"<figure.*?</figure>", re.S)
_CAPTION = re.compile(r"<figcaption[^>]*>(.*?)</figcaption>", re.S)
_READING = re.compile(r"\*\*Further reading")


def slide_type(cell: NotebookNode) -> str:
    """The cell's own mark, or nothing."""
    return cell.metadata.get("slideshow", {}).get("slide_type", "")


def deck(number: str, notebook: NotebookNode) -> list[Slide]:
    """The slides of an executed chapter."""
    return _Deck(number, notebook).slides


class _Deck:
    def __init__(self, number: str, notebook: NotebookNode) -> None:
        # What stands under each heading, unbroken.
        self._wholes = [Slide("", "", is_title=True)]
        self._answers = {answer.id: answer for answer in answers(number)}
        self._skips = False
        self._begins = False
        starters = set(starter_cells(notebook).values())
        learner = editions.cells(notebook, editions.EDITIONS[0])
        kept = {id(cell) for cell in learner}
        for index, cell in enumerate(notebook.cells):
            mark = slide_type(cell)
            if editions.INSTRUCTOR in tags(cell):
                self._wholes[0].notes.append(cell.source)
            elif mark == "notes":
                self._note(cell.source if cell.cell_type == "markdown" else _java(cell))
            elif id(cell) in kept and mark != "skip":
                self._begins = mark in ("slide", "subslide")
                last = self._wholes[-1], len(self._wholes[-1].parts)
                self._markdown(cell) if cell.cell_type == "markdown" else self._code(cell, index in starters)
                for part in last[0].parts[last[1] :] if mark == "fragment" else ():
                    part.fragment = True
        self.slides = [each for whole in self._wholes if whole.parts or whole.is_title for each in broken(whole)]

    # --- Text ---

    def _markdown(self, cell: NotebookNode) -> None:
        for block in _blocks(slidewords.spoken(papercards.words(navigation.without(cell.source)))):
            heading = re.match(r"(#+) +(.*)", block)
            if heading and len(heading[1]) == 1:
                self._wholes[0].heading = heading[2]
            elif heading:
                self._heading(len(heading[1]), heading[2].strip())
            elif not self._skips:
                self._block(block)

    def _heading(self, level: int, text: str) -> None:
        if level == 2:
            self._skips = "(optional)" in text
        if not self._skips:
            self._wholes.append(Slide(text if level == 2 else self._wholes[-1].section, text))
            self._begins = False

    def _block(self, block: str) -> None:
        last = self._wholes[-1]
        if last.section == "" and re.search(r"\byou (can|will be able)\b", block):
            self._wholes.append(Slide("", block.strip().rstrip(":")))
        elif re.match(r"\*\*\d+ minutes\*\*", block):
            self._wholes[0].parts.append(Part("text", block, LINE))
        elif block.startswith(("```", "~~~")):
            self._put(Part("text", block, _code_height(block) - 2 * CODE_LINE))
        elif re.match(r"\s*([-*]|\d+\.) |\||> |!\[", block):
            self._put(Part("text", block, _rows(block)))
        elif _READING.match(block):
            self._note(block)
        else:
            self._paragraph(block)

    def _paragraph(self, block: str) -> None:
        said = " ".join(block.split())
        if not said:
            return
        if block.startswith("**“"):
            self._belief()
        most, lead = slidewords.lead(said)
        if most:
            self._put(Part("text", most, _text_height(most)))
        self._put(Part("text", lead, _text_height(lead) - (GAP if most else 0), continues=bool(most)))

    def _belief(self) -> None:
        last = self._wholes[-1]
        if last.height > 2 * LINE + GAP or any(part.kind != "text" for part in last.parts):
            self._wholes.append(Slide(last.section, last.section))
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
        asserts = self._wholes[-1].section.startswith("Experiment") and _ASSERTS.search(cell.source)
        is_shown = not (asserts or (lines <= 4 and _COMPARES.match(cell.source)))
        if is_shown:
            self._put(Part("code", cell.source, _code_height(cell.source)))
        if not is_starter:
            for output in cell.outputs:
                self._output(output)
        if not is_shown:
            self._note(_java(cell))

    def _question(self, cell: NotebookNode) -> None:
        for output in cell.outputs:
            if "text/html" in output.get("data", {}):
                self._card("card", papercards.lead(cell), output)
        for name in re.findall(r'"(\d\d\.[a-z]\d+)"', cell.source):
            if answer := self._answers.get(name):
                self._note(f"Answer to {name}:\n\n{answer.text}")

    def _output(self, output: NotebookNode) -> None:
        shown = output.get("data", {}).get("text/html", "")
        if "<figure" in shown:
            self._put(_figure(papercards.card(shown, _nothing)))
        elif shown:
            self._card("verdict", "", output)
        else:
            lines = output_lines(NotebookNode(outputs=[output]))
            if lines:
                cut = "\n".join([*lines[: MOST_OUTPUT - 1], "…"] if len(lines) > MOST_OUTPUT else lines)
                kind = "error" if output.output_type == "error" else "output"
                self._put(Part(kind, html.escape(cut), _code_height(cut)))

    def _card(self, kind: str, lead: str, output: NotebookNode) -> None:
        shown = papercards.card(output.data["text/html"], _nothing)
        self._put(Part(kind, lead + shown, _card_height(lead + shown)))

    # --- Slides ---

    def _put(self, part: Part) -> None:
        part.begins, self._begins = self._begins, False
        self._wholes[-1].parts.append(part)

    def _note(self, text: str) -> None:
        """What stands here is for the speaker of the last part there is."""
        if not self._skips:
            last = self._wholes[-1]
            (last.parts[-1] if last.parts and not last.is_title else last).notes.append(text.strip())


def _nothing(_: str) -> str:
    """The room for an answer: a room answers aloud."""
    return ""


def _java(cell: NotebookNode) -> str:
    return f"```java\n{cell.source}\n```"


def _blocks(text: str) -> Iterator[str]:
    """Headings, paragraphs, lists, tables and fences, in order."""
    for found in _BLOCK.finditer(text):
        if found[0].strip():
            yield found[0].strip("\n")


# --- How high it will be ---


def _text_height(text: str) -> int:
    return -(-len(text) // COLUMNS) * LINE + GAP


def _rows(block: str) -> int:
    """How high a list or a table is."""
    rows = re.split(r"\n(?=\s*(?:[-*]|\d+\.) |\|)", block)
    return sum(-(-len(" ".join(row.split())) // COLUMNS) * LINE + 6 for row in rows) + GAP


def _code_height(source: str) -> int:
    """How high code is: no line is broken as long as it need not be much smaller for that."""
    lines = source.splitlines()
    return sum(-(-max(1, len(line)) // (CODE_COLUMNS * 5 // 4)) for line in lines) * CODE_LINE + 5 * GAP // 2


def _card_height(shown: str) -> int:
    quoted = [html.unescape(_TAG.sub("", found)) for found in _QUOTED.findall(shown)]
    said = html.unescape(
        _TAG.sub("", re.sub(r"</(?:caption|div|li|p|tr)>", "\n", _QUOTED.sub("\n", shown)))
    ).splitlines()
    return (
        sum(map(_code_height, quoted))
        + sum(-(-len(line) // COLUMNS) * LINE for line in said)
        + ROW * shown.count("<tr")
        + 4 * GAP
    )


def _figure(shown: str) -> Part:
    """A figure as wide as the slide or as high as there is room, with its caption; a report below it is for reading."""
    made = shown if shown.startswith("<div") else shown.partition("</figure>")[0] + "</figure>"
    around = _card_height(_FIGURE.sub("", made)) if made.startswith("<div") else GAP
    less = slidewords.caption(made)
    wide, high = next(iter(sizes(made)), (WIDTH, ROOM))
    most = WIDTH * high // wide
    picture = min(most, BODY - around - _caption_height(less))
    whole, brief = (
        Part("figure", each, picture + around + _caption_height(each), picture=picture, widest=most)
        for each in (made, less)
    )
    for each in (whole, brief):
        room = f'data-least="{each.least}" data-most="{most}" src='
        each.text = re.sub(r'width="\d+" style="[^"]*" src=', room, each.text)
    brief.notes.append(_caption(made))
    whole.shorter = brief if less != made else None
    return whole


def _caption(shown: str) -> str:
    found = _CAPTION.search(shown)
    return found[1] if found else ""


def _caption_height(shown: str) -> int:
    return -(-len(_TAG.sub("", _caption(shown))) // slidewords.LINE) * SMALL_LINE
