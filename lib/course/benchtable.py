"""The benchmark's numbers: what is kept of them, and the tables that show them."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace

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

    def entry(self) -> dict:
        """Itself in `target/bench/latest.json`."""
        return {
            "row": self.row,
            "carriers": self.carriers,
            "impl": self.implementation,
            "ns": round(self.nanos, 2),
        }


@dataclass(frozen=True)
class Point:
    """A cost of one implementation at one size of what it may grow with."""

    growth: str
    unit: str
    size: int
    carriers: int
    implementation: str
    value: float
    measure: str = "ns"

    def entry(self) -> dict:
        """Itself in `target/bench/growth.json`."""
        return {
            "growth": self.growth,
            "n": self.size,
            "carriers": self.carriers,
            "impl": self.implementation,
            self.measure: round(self.value, 2),
        }


def medians(points: Sequence[Point]) -> list[Point]:
    """One point for those that differ by nothing but their values."""
    values: dict[Point, list[float]] = {}
    for point in points:
        values.setdefault(replace(point, value=0), []).append(point.value)
    return [replace(point, value=statistics.median(found)) for point, found in values.items()]


def page(
    rows: Sequence[Row],
    cells: Sequence[Cell],
    points: Sequence[Point],
    facts: dict[str, str],
) -> list[str]:
    """All that there is to say, in Markdown that can be read as it is."""
    lines = [f"- {name}: {fact}" for name, fact in facts.items()]
    lines.append("")
    if rows:
        lines += [*table(rows, cells), ""]
    for name in dict.fromkeys(point.growth for point in points):
        lines += [*growth_table([point for point in points if point.growth == name]), ""]
    return lines


def table(rows: Sequence[Row], cells: Sequence[Cell]) -> list[str]:
    """A line an implementation, its carriers side by side."""
    found = {(cell.row, cell.carriers, cell.implementation): cell for cell in cells}
    carriers = sorted({cell.carriers for cell in cells})
    head = ["ns", "who"]
    for each in carriers:
        head += [f"{each} carrier{'s' if each > 1 else ''}", "±", "ours/it"]
    lines = []
    for row in rows:
        title = f"{row.name}, per {row.unit}"
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
    spread = f"{cell.spread:.0%}" if len(cell.rounds) > 1 else ""
    return [number(cell.nanos), spread, ratio]


def growth_table(points: Sequence[Point]) -> list[str]:
    """A line an implementation, its sizes side by side, and the last as a multiple of the first."""
    first = points[0]
    sizes = sorted({point.size for point in points})
    values = {(point.implementation, point.size): point.value for point in points}
    carriers = f"{first.carriers} carrier{'s' if first.carriers > 1 else ''}"
    head = [f"{first.growth}, {first.measure} per {first.unit}, {carriers}", "who"]
    head += [f"n = {size}" for size in sizes] + ["last/first"]
    lines = []
    title = ""
    for who in dict.fromkeys(point.implementation for point in points):
        found = [values.get((who, size)) for size in sizes]
        known = [value for value in found if value is not None]
        words = [number(value) if value is not None else "" for value in found]
        lines.append([title, who, *words, number(known[-1] / known[0])])
    return _aligned(head, lines)


def number(value: float) -> str:
    """Three digits that mean something, no more."""
    return f"{value:.0f}" if abs(value) >= 99.95 else f"{value:#.3g}"


def _aligned(head: list[str], lines: list[list[str]]) -> list[str]:
    """A Markdown table in columns: words to the left, numbers to the right."""
    widths = [max(3, *(len(line[column]) for line in [head, *lines])) for column in range(len(head))]

    def text(line: list[str]) -> str:
        words = [
            word.ljust(width) if column < 2 else word.rjust(width)
            for column, (word, width) in enumerate(zip(line, widths, strict=True))
        ]
        return f"| {' | '.join(words)} |"

    rule = ["-" * width if column < 2 else "-" * (width - 1) + ":" for column, width in enumerate(widths)]
    return [text(head), text(rule), *map(text, lines)]
