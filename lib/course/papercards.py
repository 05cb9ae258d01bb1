"""Cards on paper: what a kernel shows before anything is answered speaks to somebody at a keyboard.

On paper a question is the question with its options and room to mark one, what the run says to a prediction is folded
away, and what only a kernel can do is left out. What learners see in Jupyter is not touched.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from nbformat import NotebookNode

ASKING = ("quiz", "parsons", "fill", "schedule", "outcomes", "startAt")
# A cell that is nothing but the call of a question: the card says all of it.
_ASKS = re.compile(rf'(?:\s*//[^\n]*\n)*\s*({"|".join(ASKING)})\([\w\s".,?…]*\);?\s*')
_PREDICTS = re.compile(r'(?:\s*//[^\n]*\n)*\s*var (\w+) = predict\("\?",[^;]*\);\s*\1;?\s*', re.S)
_PREDICTED = re.compile(r"\bvar (\w+) = predict\(")
_SETTLES = re.compile(r"\b(\w+)\.compare(?:Runs|Schedules)?\(")
# Stands before what settles a prediction: on a screen it opens it, on paper it is read first.
FOLD = "Predict first, then look"
# A text that asks for a prediction itself, without a card.
_FIRST = re.compile(r"\bbefore you (?:run|look)\b", re.I)
_DRAW = re.compile(r"\bdraw\b", re.I)
_SENTENCE = re.compile(r"<p>Complete the sentence:.*?</p>", re.S)
_COMMENT = re.compile(r"^\s*// ?(.*)$", re.M)
_DIV = r'<div style="margin:6px 0 0 0[^"]*">'
# The last line of a card that says what to type, and to run the cell again.
_ADVICE = re.compile(
    rf"{_DIV}(?:(?!</div>).)*(?:\brun th(?:e|is) cell|Run the cell|in a cell of yours)\b.*?</div>", re.S
)
_YOUR_TURN = re.compile(r'<span style="[^"]*">Your turn</span> · ')
_NO_PREDICTION = re.compile(r"<span[^>]*>No prediction yet</span>")
_NEXT_TIME = re.compile(rf"{_DIV}Next time write a letter before you run:.*?</div>", re.S)
_BLANK = re.compile(r"▢\d+")
# Sentences that ask for keys to be pressed.
_KEYS = re.compile(
    r" ?Write [^.!?]*in place of `\?`[^.]*\brun (?:the|this) cell[^.]*\.| ?Run the cell as it is to see who is who\."
)


def is_card(cell: NotebookNode) -> bool:
    """Whether a cell does nothing but ask, so that its card is all there is to read."""
    return bool(_ASKS.fullmatch(cell.source) or _PREDICTS.fullmatch(cell.source))


def settling(notebook: NotebookNode) -> set[int]:
    """The places of the cells whose outputs say whether a prediction was right: all from its card to its verdict.

    What a text asks for is settled by the code that follows it.
    """
    asked: dict[str, int] = {}
    found: set[int] = set()
    first = False
    for place, cell in enumerate(notebook.cells):
        if cell.cell_type == "code":
            if first:
                found.add(place)
            for name in _SETTLES.findall(cell.source):
                if name in asked:
                    found.update(range(asked.pop(name) + 1, place + 1))
            asked.update(dict.fromkeys(_PREDICTED.findall(cell.source), place))
        else:
            first = asks_first(cell)
    return {place for place in found if notebook.cells[place].cell_type == "code"}


def asks_first(cell: NotebookNode) -> bool:
    """Whether a text wants a prediction."""
    return cell.cell_type == "markdown" and bool(_FIRST.search(cell.source))


def prediction(cell: NotebookNode) -> str:
    """Room for what such a text asks for."""
    asked = next(each for each in re.split(r"\n[ \t]*\n", cell.source) if _FIRST.search(each))
    if _DRAW.search(asked):
        return '<div class="axes" role="img" aria-label="Room to draw"></div>'
    return _line("Your prediction:")


def sentences(page: str) -> str:
    """Blanks to write in, in the sentences that are to be completed."""
    return _SENTENCE.sub(lambda found: found[0].replace("…", '<span class="blank">…</span>'), page)


def lead(cell: NotebookNode) -> str:
    """What the comments of such a cell say, as HTML."""
    said = " ".join(_COMMENT.findall(cell.source)) if is_card(cell) else ""
    return f"<p>{html.escape(said)}</p>" if said else ""


def card(shown: str, room: Callable[[str], str] | None = None) -> str:
    """A card as paper needs it. `room` makes the place for an answer of what stands in front of it."""
    made = _NEXT_TIME.sub("", _YOUR_TURN.sub("", shown))
    made = _NO_PREDICTION.sub("<b>What the run gave</b>", made)
    made = made.replace("Not yet</span>", "As it stands</span>")
    return _ADVICE.sub(lambda _: _answer(shown, room or _line), made, count=1)


def words(text: str) -> str:
    """A text without the sentences that ask for keys to be pressed."""
    return _KEYS.sub("", text)


def _answer(shown: str, room: Callable[[str], str]) -> str:
    if "Not yet</span>" in shown or "Mend the program" in shown:
        return room("What is wrong, and what to change:")
    if "What do you predict?" in shown:
        return room("Your prediction:")
    if "Reach this: " in shown:
        return room("Who goes on, and up to which line; then who:") + room("\N{NO-BREAK SPACE}")
    if "Several are right." in shown:
        return room("Your answers (several are right):")
    blanks = sorted(set(_BLANK.findall(shown)), key=lambda it: int(it[1:]))
    return "".join(room(f"{blank}") for blank in blanks) or room("Your answer:")


def _line(what: str) -> str:
    return f'<div class="mark"><span>{html.escape(what)}</span></div>'
