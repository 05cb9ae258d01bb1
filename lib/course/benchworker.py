"""A program that measures what it is asked for: one of the benchmark's JVMs, or its Go program.

Each is asked in turn, in lines, and is still while another measures; so one round goes through all
of them within seconds, and a minute in which the machine is slow is slow for all.
"""

import contextlib
import os
import subprocess
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from course import project, say
from course.benchbuild import Programs
from course.benchrows import GO

HEAP = "512m"
# A measurement that is not done by then never will be.
LIMIT_SECONDS = 150


@dataclass(frozen=True)
class Timing:
    """How a program is measured: so many turns of so many milliseconds, after others to warm up."""

    warm_ups: int
    iterations: int
    millis: int

    def __str__(self) -> str:
        return f"{self.warm_ups} {self.iterations} {self.millis}"


def command(programs: Programs, implementation: str, carriers: int) -> list[object]:
    """How a worker is started."""
    return [programs.go] if implementation == GO else java(programs, carriers, HEAP, "rendezvous.bench.Worker")


def blocked(programs: Programs, implementation: str, carriers: int, count: int, heap: str) -> list[object]:
    """How the program is started that measures so many goroutines and ends."""
    if implementation == GO:
        return [programs.go, "blocked", count]
    return [*java(programs, carriers, heap, "rendezvous.bench.BlockedGoroutines"), count]


def java(programs: Programs, carriers: int, heap: str, name: str) -> list[object]:
    return [
        programs.java,
        f"-Xmx{heap}",
        f"-Djdk.virtualThreadScheduler.parallelism={carriers}",
        f"-Djdk.virtualThreadScheduler.maxPoolSize={carriers}",
        f"-Dkotlinx.coroutines.scheduler.core.pool.size={carriers}",
        # It guards against two that measure at once; ours take turns.
        "-Djmh.ignoreLock=true",
        "--sun-misc-unsafe-memory-access=allow",
        "-cp",
        programs.classpath,
        name,
    ]


def processors() -> list[int] | None:
    """The processors that we may use; None where a program cannot be bound to some of them."""
    return sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_setaffinity") else None


@contextlib.contextmanager
def bound(carriers: int) -> Iterator[None]:
    """Binds what is started inside to as many processors as there are carriers."""
    ours = processors()
    if ours is None:
        yield
        return
    os.sched_setaffinity(0, ours[:carriers])
    try:
        yield
    finally:
        os.sched_setaffinity(0, ours)


class Worker:
    """One running program. Use it in a `with`, which ends it."""

    def __init__(self, command: Sequence[object], name: str, carriers: int, env: dict[str, str]) -> None:
        self._name = name
        project.LOG.mkdir(parents=True, exist_ok=True)
        self._log = project.LOG / f"bench-{name}-{carriers}.log"
        with bound(carriers), self._log.open("wb") as log:
            self._process = say.start(
                command,
                env=env | {"GOMAXPROCS": str(carriers)},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                encoding="utf-8",
            )

    def __enter__(self) -> "Worker":
        return self

    def __exit__(self, *failure: object) -> None:
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            say.end(self._process)
        self._process.stdout.close()

    def ask(self, program: str, timing: Timing, parameter: str = "") -> list[float]:
        """Measures a program; gives nanoseconds per operation, one number an iteration."""
        line = f"{program} {timing} {parameter}".rstrip()
        with contextlib.suppress(OSError):
            self._process.stdin.write(line + "\n")
            self._process.stdin.flush()
        return self.answer(line)

    def answer(self, asked: str) -> list[float]:
        """The numbers in its next line."""
        late = threading.Event()

        def give_up() -> None:
            late.set()
            say.end(self._process)

        watchdog = threading.Timer(LIMIT_SECONDS, give_up)
        watchdog.start()
        try:
            line = self._process.stdout.readline()
        finally:
            watchdog.cancel()
        verdict, *words = line.split() or [""]
        if verdict == "ok" and words:
            return [float(word) for word in words]
        if verdict == "failed":
            why = " ".join(words)
        else:
            why = f"no answer within {LIMIT_SECONDS} s" if late.is_set() else "it ended without an answer"
        raise say.Problem(
            f"The benchmark of {self._name}, asked for '{asked}': {why}.\n"
            f"{say.tail(self._log)}\nThe whole log: {self._log}"
        )
