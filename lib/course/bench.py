"""The benchmark: this library beside Go, Jox, Kotlin and the JDK, in turns, on this machine."""

import contextlib
import json
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from course import benchbuild, benchpage, benchrows, benchtable, benchworker, machine, project, say, setup, stamp
from course.benchbuild import PLACE, Programs
from course.benchrows import GO, Blocked, Growth, Row
from course.benchtable import Cell, Point
from course.benchworker import Timing, Worker
from course.jdk import Jdk

LATEST = PLACE / "latest.json"
GROWTH = PLACE / "growth.json"
CARRIERS = (1, 2)


@dataclass(frozen=True)
class Plan:
    """How thoroughly to measure.

    Programs that are `kept` stay from round to round and serve all rows; each is warmed up once for
    each row, and a little in later rounds. Otherwise each measurement has a program of its own.
    No round of the rows is begun that would not end `rows_until` so many seconds, and no growth after
    `until`, counted from the command's start.
    """

    words: str
    rounds: int
    first: Timing
    later: Timing
    kept: bool
    growth: Timing
    growth_rounds: int
    growth_peers: tuple[str, ...]
    quick: bool
    rows_until: float = float("inf")
    until: float = float("inf")


QUICK = Plan(
    words="quick, for rough numbers: short turns, one program of each kind for all rows",
    rounds=3,
    first=Timing(8, 2, 60),
    later=Timing(1, 2, 60),
    kept=True,
    growth=Timing(6, 2, 50),
    growth_rounds=1,
    growth_peers=(benchrows.OURS, GO),
    quick=True,
    rows_until=120,
    until=165,
)
FULL = Plan(
    words="full: a fresh program for each measurement",
    rounds=5,
    first=Timing(10, 10, 100),
    later=Timing(10, 10, 100),
    kept=False,
    growth=Timing(10, 5, 100),
    growth_rounds=3,
    growth_peers=benchrows.IMPLEMENTATIONS,
    quick=False,
)


class Run:
    """One run of the benchmark."""

    def __init__(self, programs: Programs, plan: Plan, who: Sequence[str], jdk: Jdk, begin: float) -> None:
        self._programs = programs
        self._plan = plan
        self._who = [each for each in who if each != GO or programs.go]
        self._env = project.environment(jdk.home)
        self._begin = begin
        self._progress = Progress(begin)
        self.carriers = [each for each in CARRIERS if each <= machine.cores()]

    def _worker(self, name: str, carriers: int) -> Worker:
        return Worker(benchworker.command(self._programs, name, carriers), name, carriers, self._env)

    def _spent(self) -> float:
        return time.monotonic() - self._begin

    def rows(self, rows: Sequence[Row]) -> list[Cell]:
        """Goes round all rows, carriers and implementations, as often as the plan says and time allows."""
        turns = {
            (row.request(name), carriers, name): []
            for row in rows
            for carriers in self.carriers
            for name in row.implementations
            if name in self._who
        }
        with contextlib.ExitStack() as stack:
            kept: dict[tuple[int, str], Worker] = {}
            for number in range(self._plan.rounds):
                begun = self._spent()
                for step, ((request, carriers, name), samples) in enumerate(turns.items()):
                    share = (number + step / len(turns)) / self._plan.rounds
                    self._progress.show(
                        share, f"round {number + 1} of {self._plan.rounds}, {name}: {request}, {carriers}"
                    )
                    timing = self._plan.later if number else self._plan.first
                    if not self._plan.kept:
                        with self._worker(name, carriers) as worker:
                            times = worker.ask(request, timing)
                    else:
                        if (carriers, name) not in kept:
                            kept[carriers, name] = stack.enter_context(self._worker(name, carriers))
                        times = kept[carriers, name].ask(request, timing)
                    samples.append(statistics.median(times))
                # Later rounds are no longer than this one.
                if self._spent() + (self._spent() - begun) > self._plan.rows_until:
                    break
        return [
            Cell(row.name, carriers, name, tuple(turns[row.request(name), carriers, name]))
            for row in rows
            for carriers in self.carriers
            for name in row.implementations
            if name in self._who
        ]

    def growths(self, growths: Sequence[Growth | Blocked]) -> list[Point]:
        """Measures costs that may grow, with as many carriers as there can be."""
        points: list[Point] = []
        for growth in growths:
            for number in range(self._plan.growth_rounds):
                for name in growth.peers:
                    if name not in self._who or name not in self._plan.growth_peers:
                        continue
                    if self._spent() > self._plan.until:
                        say.line(f"No time is left for: {growth.name}, {name}.")
                        continue
                    self._progress.show(number / self._plan.growth_rounds, f"{growth.name}, {name}")
                    measure = self._blocked if isinstance(growth, Blocked) else self._growth
                    points += measure(growth, name)
        return benchtable.medians(points)

    def _sizes(self, growth: Growth | Blocked) -> tuple[int, ...]:
        return growth.quick_sizes if self._plan.quick else growth.sizes

    def _growth(self, growth: Growth, name: str) -> list[Point]:
        carriers = self.carriers[-1]
        point = Point(growth.name, growth.unit, 0, carriers, name, 0)
        points = []
        with self._worker(name, carriers) as worker:
            for size in self._sizes(growth):
                times = worker.ask(growth.request(name), self._plan.growth, f"n={size}")
                value = statistics.median(times) / (size if growth.each else 1)
                points.append(replace(point, size=size, value=value))
        return points

    def _blocked(self, growth: Blocked, name: str) -> list[Point]:
        carriers = self.carriers[-1]
        points = []
        for size in self._sizes(growth):
            command = benchworker.blocked(self._programs, name, carriers, size, growth.heap)
            with Worker(command, name, carriers, self._env) as worker:
                start, end, held = worker.answer(f"{size} goroutines")
            for what, unit, measure, value in (
                ("start to block", "goroutine", "ns", start),
                ("close to end", "goroutine", "ns", end),
                ("memory", "goroutine", "bytes", held),
            ):
                points.append(Point(f"{growth.name}: {what}", unit, size, carriers, name, value, measure))
        return points

    def end(self) -> None:
        self._progress.end()


def bench(quick: bool, wanted_rows: Sequence[str], wanted: Sequence[str], write: bool, yes: bool) -> int:
    """Measures, prints the tables and writes the numbers."""
    begin = time.monotonic()
    if write and (wanted_rows or wanted):
        raise say.Problem("--write writes a page with all rows: give it without --rows and --who.", say.USAGE)
    before = benchbuild.load()
    rows, growths = benchrows.choose(wanted_rows)
    plan = QUICK if quick else FULL
    setup.writable()
    with stamp.lock():
        jdk = setup.jdk(yes)
        programs = benchbuild.build(jdk)
    run = Run(programs, plan, wanted or benchrows.IMPLEMENTATIONS, jdk, begin)
    cells = run.rows(rows)
    points = run.growths(growths)
    run.end()
    rounds = max((len(cell.rounds) for cell in cells), default=0)
    facts = benchbuild.facts(jdk, programs) | benchpage.facts(plan.words, rounds, before)
    _write(cells, points, facts)
    lines = benchtable.page(rows, cells, points, facts)
    say.line()
    for line in lines:
        say.line(line)
    say.line(f"The numbers: {LATEST}")
    if write:
        benchpage.write(lines)
        say.line(f"The page: {benchpage.PAGE}")
    return 0


def _write(cells: Sequence[Cell], points: Sequence[Point], facts: dict[str, str]) -> None:
    stamp.replace(LATEST, _json([cell.entry() for cell in cells]))
    stamp.replace(GROWTH, _json([point.entry() for point in points]))
    rounds = [cell.entry() | {"rounds": cell.rounds} for cell in cells]
    stamp.replace(PLACE / "rounds.json", json.dumps(facts | {"cells": rounds}, indent=1, ensure_ascii=False) + "\n")


def _json(entries: list[dict]) -> str:
    """A list with an entry a line, to be read by people too."""
    return "[\n" + ",\n".join("  " + json.dumps(entry) for entry in entries) + "\n]\n"


class Progress:
    """One line, rewritten in a terminal; in a log one line every half a minute."""

    def __init__(self, begin: float) -> None:
        self._begin = self._shown = begin
        self._live = sys.stdout.isatty()

    def show(self, share: float, text: str) -> None:
        """What is measured now, and how far the part is to which it belongs."""
        now = time.monotonic()
        line = f"{now - self._begin:4.0f} s  {share:4.0%}  {text}"
        if self._live:
            print(f"\r\033[K{line}", end="", flush=True)
        elif now - self._shown > 30:
            self._shown = now
            say.line(line)

    def end(self) -> None:
        if self._live:
            print("\r\033[K", end="")
        say.line(f"Measured in {say.seconds(self._begin)}.")
