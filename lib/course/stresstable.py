"""The tables in which the stress tests end."""

from collections.abc import Sequence
from dataclasses import dataclass

ACCEPTABLE = "ACCEPTABLE"


@dataclass(frozen=True)
class Result:
    """What became of a row; tools that run several rows at once have one time for them."""

    row: str
    what: str
    tool: str
    amount: str
    seconds: float
    failure: str


@dataclass(frozen=True)
class Caught:
    """What became of a mutant; `how` is empty if it was not found."""

    name: str
    mistake: str
    row: str
    tool: str
    how: str
    seconds: float


@dataclass(frozen=True)
class Pair:
    """A case of the memory model, as the two tools see it."""

    name: str
    race: str
    surprising: str
    trouble: str
    note: str

    @staticmethod
    def of(name: str, detected: list[str] | None, observed: list[tuple[str, str]] | None) -> "Pair":
        """Compares them; each is None if its tool did not run the case.

        The detector says race or none, how many schedules, what came out, what is wrong, and why the two may differ.
        """
        if detected is None or observed is None:
            who = "the race detector" if detected is None else "jcstress"
            return Pair(name, detected[0] if detected else "", "", f"{who} did not run it", "")
        race, _, _, wrong, differs = [*detected, "", ""][:5]
        surprising = [outcome for outcome, expected in observed if expected != ACCEPTABLE]
        forbidden = [outcome for outcome, expected in observed if expected == "FORBIDDEN"]
        trouble = wrong
        if forbidden:
            trouble = f"forbidden and seen: {'; '.join(forbidden)}"
        elif surprising and race == "none" and not differs:
            trouble = "no race by the detector, and an outcome that no interleaving explains"
        if differs:
            note = f"differs: {differs}"
        elif race == "race":
            note = "racy, and does harm" if surprising else "racy; no surprise was seen"
        else:
            note = ""
        return Pair(name, race, "; ".join(surprising), trouble, note)


def text(words: str, results: Sequence[Result], caught: Sequence[Caught], pairs: Sequence[Pair]) -> str:
    """All of it, in Markdown."""
    parts = [f"Stress, {words}.", _results(results, caught)]
    if caught:
        parts.append(_mutants(caught))
    if pairs:
        parts.append(_pairs(pairs))
    return "\n\n".join(parts)


def _results(results: Sequence[Result], caught: Sequence[Caught]) -> str:
    rows = []
    tool = ""
    for result in results:
        mine = [one for one in caught if one.row == result.row]
        seconds = "with the above" if result.tool == tool else f"{result.seconds:.0f} s"
        tool = result.tool
        found = f"{sum(bool(one.how) for one in mine)}/{len(mine)}" if mine else ""
        verdict = f"FAILED: {result.failure}" if result.failure else "holds"
        rows.append((result.row, result.what, result.tool, result.amount, seconds, found, verdict))
    return _table(("row", "what is proved", "tool", "runs", "time", "mutants", "verdict"), rows)


def _mutants(caught: Sequence[Caught]) -> str:
    rows = [
        (one.name, one.mistake, f"{one.tool}: {one.row}", _short(one.how) or "NOT FOUND", f"{one.seconds:.0f} s")
        for one in caught
    ]
    return _table(("mutant", "mistake", "row", "found by", "time"), rows)


def _pairs(pairs: Sequence[Pair]) -> str:
    rows = [
        (pair.name, pair.race, pair.surprising, f"NO: {pair.trouble}" if pair.trouble else "yes", pair.note)
        for pair in pairs
    ]
    return _table(("case", "detector", "not sequentially consistent, seen by jcstress", "agree", ""), rows)


def _short(text: str, most: int = 90) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    cells = [[cell.replace("|", "/").replace("\n", " ") for cell in row] for row in [head, *rows]]
    widths = [max(len(row[i]) for row in cells) for i in range(len(head))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in cells
    ]
    lines.insert(1, "| " + " | ".join("-" * width for width in widths) + " |")
    return "\n".join(lines)
