"""What the benchmark measures: its rows, the costs that it watches grow, and who takes part."""

from collections.abc import Iterable
from dataclasses import dataclass

from course import say

OURS, GO, JOX, KOTLIN, JDK, FLOOR = "rendezvous", "go", "jox", "kotlin", "jdk", "floor"
IMPLEMENTATIONS = (OURS, GO, JOX, KOTLIN, JDK, FLOOR)
ALL = (OURS, GO, JOX, KOTLIN, JDK)
WITH_SELECT = (OURS, GO, JOX, KOTLIN)

_CLASS = {OURS: "Rendezvous", JOX: "Jox", KOTLIN: "Kotlin", JDK: "Jdk"}
_GROWTH = {OURS: "RendezvousGrowth", JOX: "JoxGrowth", KOTLIN: "KotlinGrowth"}


_COMPOUND = "Compound"


@dataclass(frozen=True)
class Row:
    """One program, written once for each that takes part.

    `program` is the name of the method in Java and of the program in Go; `others` is what the others
    run, where ours has a second form of what they have in one. Where every message is a hand-off
    between two goroutines, `hands_off`, the floor takes part: the time of one hand-off. `kind` ends the
    names of the classes in Java where the programs are.
    """

    name: str
    program: str
    unit: str
    peers: tuple[str, ...] = ALL
    hands_off: bool = False
    others: str = ""
    kind: str = "Bench"

    @property
    def implementations(self) -> tuple[str, ...]:
        return (*self.peers, FLOOR) if self.hands_off else self.peers

    def request(self, implementation: str) -> str:
        """What its worker is asked for. Rows may share a program; it is measured once for all of them."""
        if implementation == FLOOR:
            return "FloorBench.handOff"
        program = self.program if implementation == OURS else self.others or self.program
        return program if implementation == GO else f"{_CLASS[implementation]}{self.kind}.{program}"


@dataclass(frozen=True)
class Growth:
    """A cost, and what it may grow with: the parameter `n` of a program.

    `java` is the class where our program is, unless it is with the others. Where one run of a program
    is `n` operations, `each`, its time is divided by that.
    """

    name: str
    program: str
    unit: str
    sizes: tuple[int, ...]
    quick_sizes: tuple[int, ...]
    peers: tuple[str, ...] = WITH_SELECT
    java: str = ""
    each: bool = False

    def request(self, implementation: str) -> str:
        """What its worker is asked for, `n` apart."""
        return self.program if implementation == GO else f"{self.java or _GROWTH[implementation]}.{self.program}"


@dataclass(frozen=True)
class Blocked:
    """Many goroutines that block on one channel, in a program of their own with the heap that is given."""

    name: str
    sizes: tuple[int, ...]
    quick_sizes: tuple[int, ...]
    heap: str
    peers: tuple[str, ...] = (OURS, GO)


def _of_contexts(name: str, program: str, unit: str, each: bool = False) -> Growth:
    sizes = (1, 10, 100, 1_000, 10_000)
    return Growth(name, program, unit, sizes, sizes[::2], (OURS, GO), "ContextGrowth", each)


# By "buf" and "start" in a row's name whoever reads the numbers knows its kind; so "unbuffered" is none.
ROWS = (
    Row("hand-off 1:1", "unbuffered", "message", hands_off=True),
    Row("round trip", "roundTrip", "request and answer", hands_off=True),
    Row("buf 100 1:1", "buf100", "message"),
    Row("buf 1000 4:4", "buf1000", "message"),
    Row("select over 4", "select4", "message", WITH_SELECT, hands_off=True),
    Row("select over 4, reused", "select4Reused", "message", WITH_SELECT, hands_off=True, others="select4"),
    Row("receive or time out", "orTimeout", "message", hands_off=True),
    Row("timer made and stopped", "timer", "timer", (OURS, GO, JDK)),
    Row("mutex of 4", "mutex", "lock and unlock", (OURS, GO, KOTLIN, JDK)),
    Row("start and join 100000", "start", "goroutine", (OURS, GO, KOTLIN, JDK)),
    Row("group of 10000", "group", "task", (OURS, GO, KOTLIN, JDK), kind=_COMPOUND),
    Row("semaphore of 2, 4 ask", "semaphore", "acquire and release", (OURS, GO, KOTLIN, JDK), kind=_COMPOUND),
    Row("read-write mutex of 4", "rwMutex", "lock and unlock", (OURS, GO, JDK), kind=_COMPOUND),
    Row("pool of 4 workers", "pool", "job", kind=_COMPOUND),
    Row("pipeline of 5 stages", "pipeline", "message", kind=_COMPOUND),
)
GROWTHS = (
    Growth("select over n channels", "select", "message", (1, 4, 16, 64), (1, 16, 64)),
    Growth("a value to the first of n waiters", "serve", "message", (1, 100, 10_000, 100_000), (1, 10_000)),
    Growth("a select leaves a queue of n", "cancel", "round trip", (1, 100, 10_000, 100_000), (1, 10_000)),
    _of_contexts("a value n contexts up", "value", "look-up"),
    _of_contexts("a chain of n contexts is made and cancelled", "chain", "context", each=True),
    _of_contexts("n children are made and cancelled", "children", "context", each=True),
    _of_contexts("a child comes and goes beside n", "oneOfMany", "child"),
    # What two events cost more than none; by nobody comes first, while nothing in the JVM has ever been watched.
    Growth("a send and its receive, watched by n", "watched", "message", (0, 1, 2), (0, 1), (OURS,), "TraceCost"),
    Blocked("n goroutines block", (100, 1_000, 10_000, 100_000, 1_000_000), (100, 10_000), "2g"),
)


def choose(wanted: Iterable[str]) -> tuple[list[Row], list[Growth | Blocked]]:
    """The rows and costs whose names contain one of the words, or all."""
    words = list(wanted)
    names = [each.name for each in (*ROWS, *GROWTHS)]
    for word in words:
        if not any(word in name for name in names):
            raise say.Problem(
                f"No row of the benchmark has {word!r} in its name. The rows: {'; '.join(names)}.", say.USAGE
            )

    def chosen(listed: Iterable) -> list:
        return [each for each in listed if not words or any(word in each.name for word in words)]

    return chosen(ROWS), chosen(GROWTHS)
