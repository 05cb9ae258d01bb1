"""Runs one of the programs of the stress tests, and reads what it has to say."""

import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from course import project, say

# The first word of a line that is for us: rendezvous.stress.Report writes them, with tabs between the parts.
FACTS = ("row", "progress", "test", "outcome", "litmus")
# How jcstress says how far it is, many times.
RESULTS = "(Results: "
QUIET_SECONDS = 30


@dataclass
class Ended:
    """What came of a run."""

    code: int
    seconds: float
    late: bool
    log: Path
    facts: list[list[str]] = field(default_factory=list)

    def of(self, kind: str) -> list[list[str]]:
        return [fact[1:] for fact in self.facts if fact[0] == kind]

    def trouble(self) -> str:
        """Why there is no verdict."""
        why = "it was ended since it took too long" if self.late else f"it ended with exit code {self.code}"
        return f"no verdict: {why}. Its log: {self.log}\n{say.tail(self.log)}"


def run(
    command: Sequence[object], name: str, place: Path, env: dict[str, str], limit: float, show: Callable[[str], None]
) -> Ended:
    """Runs a program in a directory of its own, for so many seconds at most; all that it says goes to a log, too."""
    place.mkdir(parents=True, exist_ok=True)
    project.LOG.mkdir(parents=True, exist_ok=True)
    log = project.LOG / f"stress-{name}.log"
    begin = time.monotonic()
    late = threading.Event()
    facts: list[list[str]] = []
    shown = begin
    with log.open("w", encoding="utf-8") as kept:
        process = say.start(
            command,
            cwd=place,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )

        def give_up() -> None:
            late.set()
            say.end(process)

        watchdog = threading.Timer(limit, give_up)
        watchdog.start()
        try:
            for line in process.stdout:
                kept.write(line)
                parts = line.rstrip("\n").split("\t")
                if len(parts) > 1 and parts[0] in FACTS:
                    facts.append(parts)
                    if parts[0] == "progress":
                        show(parts[1])
                elif line.startswith(RESULTS) and time.monotonic() - shown > QUIET_SECONDS:
                    shown = time.monotonic()
                    show(line.strip().removeprefix(RESULTS).rstrip(")"))
            code = say.wait(process)
        except BaseException:
            say.end(process)
            raise
        finally:
            watchdog.cancel()
            process.stdout.close()
    return Ended(code, time.monotonic() - begin, late.is_set(), log, facts)
