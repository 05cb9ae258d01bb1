"""The benchmark's numbers: what is kept of them, and the table that shows them."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from course.benchrows import FLOOR, OURS, Row


@dataclass(frozen=True)
class Cell:
    """One program of one implementation: nanoseconds per operation in each round."""

    row: str
    carriers: int
    implementation: str
    rounds: tuple[float, ...]

    @property
    def nanos(self) -> float:
        """What is reported: the median of the rounds."""
        return statistics.median(self.rounds)

    @property
    def spread(self) -> float:
        """How far the rounds lie apart: half of their range, as a share of the median."""
        return (max(self.rounds) - min(self.rounds)) / 2 / self.nanos


def latest(cells: Sequence[Cell]) -> list[dict]:
    """The cells as `target/bench/latest.json` has them."""
    return [
        {"row": cell.row, "carriers": cell.carriers, "impl": cell.implementation, "ns": round(cell.nanos, 2)}
        for cell in cells
    ]


def table(rows: Sequence[Row], cells: Sequence[Cell]) -> list[str]:
    """A Markdown table that can be read as it is: a line an implementation, its carriers side by side."""
    found = {(cell.row, cell.carriers, cell.implementation): cell for cell in cells}
    carriers = sorted({cell.carriers for cell in cells})
    head = ["row, ns per", "who"]
    for each in carriers:
        head += [f"{each} carrier{'s' if each > 1 else ''}", "±", "ours/it"]
    lines = []
    for row in rows:
        title = f"{row.name}, {row.unit}"
        for who in row.implementations:
            if not any((row.name, each, who) in found for each in carriers):
                continue
            words = [title, "floor: one hand-off" if who == FLOOR else who]
            for each in carriers:
                words += _words(found.get((row.name, each, who)), found.get((row.name, each, OURS)))
            lines.append(words)
            title = ""
    return _aligned(head, lines)


def _words(cell: Cell | None, ours: Cell | None) -> list[str]:
    if cell is None:
        return ["", "", ""]
    ratio = f"{ours.nanos / cell.nanos:.2f}" if ours and cell is not ours else ""
    return [number(cell.nanos), f"{cell.spread:.0%}", ratio]


def number(value: float) -> str:
    """Three digits that mean something, no more."""
    return f"{value:.0f}" if value >= 99.95 else f"{value:.3g}"


def _aligned(head: list[str], lines: list[list[str]]) -> list[str]:
    """A Markdown table in columns: words to the left, numbers to the right."""
    widths = [max(len(line[column]) for line in [head, *lines]) for column in range(len(head))]

    def text(line: list[str]) -> str:
        words = [
            word.ljust(width) if column < 2 else word.rjust(width)
            for column, (word, width) in enumerate(zip(line, widths, strict=True))
        ]
        return f"| {' | '.join(words)} |"

    rule = ["-" * width if column < 2 else "-" * (width - 1) + ":" for column, width in enumerate(widths)]
    return [text(head), text(rule), *map(text, lines)]
