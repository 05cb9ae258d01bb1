"""What the benchmark measures: its rows, and who takes part in each."""

from collections.abc import Iterable
from dataclasses import dataclass

from course import say

OURS, GO, JOX, KOTLIN, JDK, FLOOR = "rendezvous", "go", "jox", "kotlin", "jdk", "floor"
IMPLEMENTATIONS = (OURS, GO, JOX, KOTLIN, JDK, FLOOR)
ALL = (OURS, GO, JOX, KOTLIN, JDK)
WITH_SELECT = (OURS, GO, JOX, KOTLIN)


@dataclass(frozen=True)
class Row:
    """One program, written once for each that takes part.

    `program` is the name of the method in Java and of the program in Go; `others` is what the others
    run, where ours has a second form of what they have in one. Where every message is a hand-off
    between two goroutines, `hands_off`, the floor takes part: the time of one hand-off.
    """

    name: str
    program: str
    unit: str
    peers: tuple[str, ...] = ALL
    hands_off: bool = False
    others: str = ""

    @property
    def implementations(self) -> tuple[str, ...]:
        return (*self.peers, FLOOR) if self.hands_off else self.peers

    def program_of(self, implementation: str) -> str:
        """What the implementation runs. Rows may share a program; it is measured once for all of them."""
        if implementation == FLOOR:
            return "handOff"
        return self.program if implementation == OURS else self.others or self.program


ROWS = (
    Row("unbuffered 1:1", "unbuffered", "message", hands_off=True),
    Row("round trip", "roundTrip", "request and answer", hands_off=True),
    Row("buf 100 1:1", "buf100", "message"),
    Row("buf 1000 4:4", "buf1000", "message"),
    Row("select over 4", "select4", "message", WITH_SELECT, hands_off=True),
    Row("select over 4, reused", "select4Reused", "message", WITH_SELECT, hands_off=True, others="select4"),
    Row("start and join 100000", "start", "goroutine", (OURS, GO, KOTLIN, JDK)),
)

_CLASSES = {OURS: "RendezvousBench", JOX: "JoxBench", KOTLIN: "KotlinBench", JDK: "JdkBench", FLOOR: "FloorBench"}


def request(program: str, implementation: str) -> str:
    """How a worker of the implementation knows the program."""
    return program if implementation == GO else f"{_CLASSES[implementation]}.{program}"


def choose(wanted: Iterable[str]) -> list[Row]:
    """The rows whose names contain one of the words, or all."""
    words = list(wanted)
    for word in words:
        if not any(word in row.name for row in ROWS):
            names = ", ".join(row.name for row in ROWS)
            raise say.Problem(f"No row of the benchmark has {word!r} in its name. The rows: {names}.", say.USAGE)
    return [row for row in ROWS if not words or any(word in row.name for word in words)]
