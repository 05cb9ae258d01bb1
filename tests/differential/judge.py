"""Compares what programs did with what their heads promise, and says where the two differ."""

from __future__ import annotations

import re
from collections import Counter
from difflib import ndiff
from pathlib import Path

from engines import Run
from programs import HERE, STDERR, Outcome, Promise

PHRASES = HERE / "README.md"
BROKEN = "(it was not built)"
HUNG = "(it did not end; this is where it stood)"
_ROW = re.compile(
    r"^\| `(?P<go>(?:panic|fatal error): [^`]+)` \| `(?P<type>\w+)` \| `(?P<start>[^`]+)` \|", re.MULTILINE
)
_THROWN = re.compile(r'^Exception in thread "[^"]*" (?:[\w.$]+[.$])?(?P<type>\w+)(?:: (?P<message>.*))?$')


class Correspondences:
    """What Java says where Go says something else; read from the table in the phrase book."""

    def __init__(self, path: Path = PHRASES) -> None:
        self.rows = [(row["go"], row["type"], row["start"]) for row in _ROW.finditer(path.read_text("utf-8"))]

    def line(self, java: str) -> str:
        """A line of standard output: from where a message of ours starts, what Go prints there."""
        for go, _, start in self.rows:
            before, found, _ = java.partition(start)
            if found:
                return before + go.partition(": ")[2]
        return java

    def thrown(self, java: str) -> str:
        """The first line on standard error, where a thread ended with what was thrown."""
        found = _THROWN.match(java)
        if not found:
            return java
        message = found["message"] or ""
        for go, kind, start in self.rows:
            if kind == found["type"] and message.startswith(start):
                return go
        return f"panic: {message}"


def go_outcome(run: Run) -> Outcome:
    """What came of a run in Go."""
    # What a group starts panics a second time, which is nobody's concern.
    errors = [line.removesuffix(" [recovered, repanicked]") for line in run.err.splitlines()]
    return _outcome(run, run.out.splitlines(), errors)


def java_outcome(run: Run, correspondences: Correspondences) -> Outcome:
    """What came of a run in Java, in Go's words."""
    said = [correspondences.line(line) for line in run.out.splitlines()]
    return _outcome(run, said, [correspondences.thrown(line) for line in run.err.splitlines()])


def _outcome(run: Run, said: list[str], errors: list[str]) -> Outcome:
    if run.end == "broken":
        return (BROKEN, *run.err.splitlines())
    if run.end == "hung":
        return (*said, HUNG, *run.err.splitlines())
    if run.end == "failed":
        return (*said, STDERR + (errors[0] if errors else "(nothing)"))
    return (*said, f"{STDERR}{errors[0]} (and all ended well)") if errors else tuple(said)


def complaint(name: str, promise: Promise, shown: dict[str, list[Outcome]], language: str) -> str | None:
    """What is wrong with what one language showed, beside what the other did; None if nothing is."""
    seen = Counter(shown[language])
    wrong = [outcome for outcome in seen if outcome not in promise.allowed]
    missing = [outcome for outcome in promise.outcomes if outcome not in seen]
    if not wrong and not missing:
        return None
    lines = [f"{name}: {language} does not do what the head of {name} says."]
    told = [outcome for outcome in wrong if BROKEN in outcome or HUNG in outcome]
    if told:
        return "\n".join([*lines, *(f"    {line}" for line in told[0])])
    if len(promise.allowed) == 1 and wrong:
        lines += [f"The head (-) and {language} (+):", *_diff(promise.allowed[0], wrong[0])]
    else:
        lines += [f"Not among the outcomes: {_text(outcome)}" for outcome in wrong]
        lines += [f"Not seen in {sum(seen.values())} runs: {_text(outcome)}" for outcome in missing]
        lines += ["The head:", *(f"    {_text(outcome)}" for outcome in promise.outcomes)]
        lines += [f"    {_text(outcome)} (possibly)" for outcome in promise.possible]
    for speaker, outcomes in sorted(shown.items()):
        lines += [
            f"{speaker}:",
            *(f"    {_text(each)} ({count} of {len(outcomes)})" for each, count in Counter(outcomes).items()),
        ]
    return "\n".join(lines)


def _text(outcome: Outcome) -> str:
    return " ⏎ ".join(outcome) or "(nothing)"


def _diff(want: Outcome, got: Outcome) -> list[str]:
    return [f"    {line}" for line in ndiff(want, got) if not line.startswith("?")]
