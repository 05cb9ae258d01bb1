"""The programs, each in Go and in Java, and what the comment at the head of both says they do.

    // One sentence or more on what is shown.
    //
    // Output:
    // a line that it prints
    // Stderr: panic: what Go prints there first, if the program does not end well

or, where not one outcome is right but each of several, each a line that it prints,

    // Outcomes: one that is often seen | another one
    // Possibly: one that is right too, and need not be seen
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
# Often enough that a coin, or a die with six faces, shows all its faces but for one run of tests in ten million.
TIMES = 100

Outcome = tuple[str, ...]
STDERR = "Stderr: "


class Malformed(Exception):
    """A head that does not say what the program does."""


@dataclass(frozen=True)
class Promise:
    """The outcomes that a program must show, and those that it may show besides."""

    outcomes: tuple[Outcome, ...]
    possible: tuple[Outcome, ...] = ()

    @property
    def allowed(self) -> tuple[Outcome, ...]:
        return (*self.outcomes, *self.possible)


@dataclass(frozen=True)
class Program:
    """One program in two languages."""

    name: str
    folder: Path = HERE

    @property
    def go(self) -> Path:
        return self.folder / f"{self.name}.go"

    @property
    def java(self) -> Path:
        return self.folder / f"{self.name}.java"

    @property
    def promise(self) -> Promise:
        return promise(head(self.java if self.java.is_file() else self.go))

    @property
    def ends_badly(self) -> bool:
        return any(outcome[-1].startswith(STDERR) for outcome in self.promise.allowed)

    @property
    def times(self) -> int:
        """How often to run it."""
        return TIMES if len(self.promise.allowed) > 1 else 1


def programs(folder: Path = HERE) -> list[Program]:
    """Every program of which there is a half."""
    files = [*folder.glob("*.go"), *folder.glob("*.java")]
    return [Program(name, folder) for name in sorted({path.stem for path in files})]


def head(path: Path) -> list[str]:
    """The lines of the comment at the top of a file."""
    lines = []
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("//"):
            break
        lines.append(line[2:].removeprefix(" "))
    return lines


def promise(lines: list[str]) -> Promise:
    """What a head promises."""
    if "Output:" not in lines:
        found = Promise(_members("Outcomes: ", lines), _members("Possibly: ", lines))
        if len(found.allowed) < 2:
            raise Malformed(f"want `// Output:` and lines below it, or `// Outcomes: a | b`; got {lines}")
        return found
    printed = lines[lines.index("Output:") + 1 :]
    if not printed:
        raise Malformed("`// Output:` is followed by no line")
    if any(line.startswith(STDERR) for line in printed[:-1]):
        raise Malformed(f"`// {STDERR.strip()}` is not the last line of the head")
    return Promise((tuple(printed),))


def _members(key: str, lines: list[str]) -> tuple[Outcome, ...]:
    said = [line.removeprefix(key) for line in lines if line.startswith(key)]
    return tuple((member.strip(),) for line in said for member in line.split(" | "))
