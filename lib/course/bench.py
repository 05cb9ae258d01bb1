"""The benchmark: this library beside Go, Jox, Kotlin and the JDK, in turns, on this machine."""

import contextlib
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from course import benchrows, benchtable, library, machine, project, say, setup, stamp
from course.benchrows import GO, Row
from course.benchtable import Cell
from course.benchworker import HEAP, Programs, Timing, Worker, command, processors
from course.jdk import Jdk

PLACE = project.TARGET / "bench"
LATEST = PLACE / "latest.json"
CARRIERS = (1, 2)


@dataclass(frozen=True)
class Plan:
    """How thoroughly to measure.

    A program that is kept stays from round to round and serves all rows; it is warmed up once for
    each row, and a little in later rounds. Otherwise each measurement has a program of its own.
    """

    rounds: int
    first: Timing
    later: Timing
    kept: bool
    words: str


QUICK = Plan(3, Timing(8, 2, 80), Timing(1, 2, 80), True, "quick: short, one program for all rows; numbers are rough")
FULL = Plan(5, Timing(10, 10, 100), Timing(10, 10, 100), False, "full: a fresh program for every measurement")


def bench(quick: bool, wanted_rows: Sequence[str], wanted: Sequence[str], yes: bool) -> int:
    """Measures, prints the table and writes the numbers."""
    rows = benchrows.choose(wanted_rows)
    plan = QUICK if quick else FULL
    setup.writable()
    with stamp.lock():
        jdk = setup.jdk(yes)
        programs = build(jdk)
    facts = _facts(jdk, plan)
    who = [each for each in wanted or benchrows.IMPLEMENTATIONS if each != GO or programs.go]
    carriers = [each for each in CARRIERS if each <= machine.cores()]
    cells = measure(programs, plan, rows, who, carriers, project.environment(jdk.home))
    facts["load"] += f" before, {_load()} after"
    _write(cells, facts)
    say.line()
    for name, fact in facts.items():
        say.line(f"{name}: {fact}")
    say.line()
    for line in benchtable.table(rows, cells):
        say.line(line)
    say.line(f"\nThe numbers: {LATEST}")
    return 0


def build(jdk: Jdk) -> Programs:
    """Compiles the library and all programs."""
    say.run(
        "Benchmarks",
        [*library.maven("test-compile"), "-Pbench"],
        "maven-bench",
        project.environment(jdk.home),
        library.ADVICE,
    )
    library.fetched("test-compile")
    jars = (PLACE / "classpath").read_text("utf-8").strip()
    parts = [str(PLACE / "classes"), str(project.TARGET / "classes"), jars]
    return Programs(jdk.java, os.pathsep.join(parts), build_go())


def build_go() -> Path | None:
    """Compiles the Go program; says so in one line where that cannot be."""
    go = shutil.which("go")
    if go is None:
        say.line("Go is not installed: its rows are left out.")
        return None
    program = PLACE / ("go.exe" if project.WINDOWS else "go")
    env = project.environment() | {
        "GOCACHE": str(project.CACHE / "go"),
        "GOTOOLCHAIN": "local",
        "GOPROXY": "off",
        "GOWORK": "off",
    }
    source = project.ROOT / "tests" / "bench" / "go"
    with say.progress("Benchmarks in Go"):
        done = subprocess.run(
            [go, "build", "-o", str(program), "."],
            cwd=source,
            env=env,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    if done.returncode == 0:
        return program
    why = (done.stderr.strip() or "it did not say why").splitlines()[-1]
    say.line(f"Go could not build {source} ({why}): its rows are left out.")
    return None


def measure(
    programs: Programs,
    plan: Plan,
    rows: Sequence[Row],
    who: Sequence[str],
    carriers: Sequence[int],
    env: dict[str, str],
) -> list[Cell]:
    """Goes round all rows, carriers and implementations, as often as the plan says."""
    turns = list(
        dict.fromkeys(
            (row.program_of(name), each, name)
            for row in rows
            for each in carriers
            for name in row.implementations
            if name in who
        )
    )
    samples: dict[tuple[str, int, str], list[float]] = {turn: [] for turn in turns}
    progress = Progress(plan.rounds * len(turns))
    with contextlib.ExitStack() as stack:
        kept: dict[tuple[int, str], Worker] = {}
        for number in range(plan.rounds):
            timing = plan.later if number else plan.first
            for program, each, name in turns:
                progress.show(f"round {number + 1} of {plan.rounds}: {program}, {name}, {each}")
                request = benchrows.request(program, name)
                if not plan.kept:
                    with Worker(command(programs, name, each), name, each, env) as worker:
                        times = worker.ask(request, timing)
                else:
                    if (each, name) not in kept:
                        worker = Worker(command(programs, name, each), name, each, env)
                        kept[each, name] = stack.enter_context(worker)
                    times = kept[each, name].ask(request, timing)
                samples[program, each, name].append(statistics.median(times))
    progress.end()
    return [
        Cell(row.name, each, name, tuple(samples[row.program_of(name), each, name]))
        for row in rows
        for each in carriers
        for name in row.implementations
        if name in who
    ]


def _write(cells: Sequence[Cell], facts: dict[str, str]) -> None:
    stamp.replace(LATEST, _json(benchtable.latest(cells)))
    details = [
        {"row": cell.row, "carriers": cell.carriers, "impl": cell.implementation, "rounds": cell.rounds}
        for cell in cells
    ]
    stamp.replace(PLACE / "rounds.json", json.dumps(facts | {"cells": details}, indent=1) + "\n")


def _json(entries: list[dict]) -> str:
    """A list with an entry a line, to be read by people too."""
    return "[\n" + ",\n".join("  " + json.dumps(entry) for entry in entries) + "\n]\n"


def _facts(jdk: Jdk, plan: Plan) -> dict[str, str]:
    """What the numbers depend on."""
    bound = "a carrier a core" if processors() else "programs are not bound to cores here"
    go = shutil.which("go")
    version = subprocess.run([go, "version"], capture_output=True, text=True, check=False).stdout if go else ""
    return {
        "machine": f"{_processor()}, {machine.cores()} cores, {platform.system()} ({bound})",
        "JDK": f"{jdk}, heap {HEAP}, the collector that it chooses by itself",
        "Go": version.strip().removeprefix("go version ") or "not installed",
        "others": ", ".join(f"{name} {_pinned(name)}" for name in ("jmh", "jox", "kotlin", "kotlinx-coroutines")),
        "run": f"{plan.words}; the median of {plan.rounds} rounds, and half of the rounds' range",
        "load": _load(),
    }


def _pinned(name: str) -> str:
    return re.search(rf"<{name}\.version>(.+?)<", (project.ROOT / "pom.xml").read_text("utf-8"))[1]


def _processor() -> str:
    with contextlib.suppress(OSError):
        found = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text("utf-8"))
        if found:
            return found[1]
    return platform.processor() or platform.machine()


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


class Progress:
    """One line, rewritten in a terminal; in a log one line every half a minute."""

    def __init__(self, steps: int) -> None:
        self._steps = steps
        self._step = 0
        self._begin = self._shown = time.monotonic()
        self._live = sys.stdout.isatty()

    def show(self, text: str) -> None:
        """The next step begins."""
        now = time.monotonic()
        line = f"{self._step * 100 // self._steps:3d} %  {now - self._begin:.0f} s  {text}"
        self._step += 1
        if self._live:
            print(f"\r\033[K{line}", end="", flush=True)
        elif now - self._shown > 30:
            self._shown = now
            say.line(line)

    def end(self) -> None:
        if self._live:
            print("\r\033[K", end="")
        say.line(f"Measured in {say.seconds(self._begin)}.")
