"""The tests: the library's through Maven, the others through pytest, one part a directory."""

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from course import library, project, say, stress
from course.setup import Ready

LIBRARY = "lib"
# A part of the library's tests, for whoever wants to see what the laboratory and its race detector find.
LAB = "lab"
LAB_TESTS = "rendezvous/lab/*Test,rendezvous/race/*Test"
LAB_TABLE = project.TARGET / "lab" / "bugs.md"
# So are the proofs that exercises are what they say, and what hostile answers do.
EXERCISES = "exercises"
EXERCISE_TESTS = "rendezvous/exercise/*Test"
SEEDS = 100  # for each answer; as a part of the library's tests, three
PROOFS = project.TARGET / "exercises" / "proofs.md"
# The parts that are parts of the library's.
WITHIN = (LAB, EXERCISES)
REPORTS = project.TARGET / "pytest"
# Other tools and much work on the library, and on mutants of it; some 20 minutes, so only who names it gets it.
STRESS = "stress"
# What RulesTest prints: for how many of the rules of Go's semantics there is a test.
RULES = re.compile(r"^rules \d+/\d+$", re.MULTILINE)


@dataclass(frozen=True)
class Count:
    """How many tests passed, failed and were skipped."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped)

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def names() -> list[str]:
    """Every part: `lib`, `lab` and `exercises` in it, `stress`, and each directory of tests/ with pytest files."""
    found = {path.parent.name for path in (project.ROOT / "tests").glob("*/test_*.py")}
    return [LIBRARY, *WITHIN, STRESS, *sorted(found - {LIBRARY, *WITHIN, STRESS})]


def choose(wanted: list[str]) -> list[str]:
    """The parts asked for, or all that are no part of another and take no more than minutes."""
    known = names()
    for name in wanted:
        if name not in known:
            raise say.Problem(f"There is no test part {name}. The parts: {', '.join(known)}.", say.USAGE)
    return list(dict.fromkeys(wanted)) or [name for name in known if name not in (*WITHIN, STRESS)]


def run(ready: Ready, wanted: list[str], quick: bool = False, rows: Sequence[str] = ()) -> int:
    """Runs the parts, each to its end whatever became of the others, and closes on the count.

    The library alone closes on the number of rules that have a test, the laboratory on what was found in the classic
    mistakes, the exercises on their proofs, the stress tests on their table; for these are `quick` and `rows`, words
    in their names.
    """
    runners = {
        LIBRARY: _library,
        LAB: _lab,
        EXERCISES: _exercises,
        STRESS: lambda ready: _stress(ready, quick, rows),
    }
    total = Count()
    results = []
    rules = None
    for name in wanted:
        say.line(f"== {name}")
        count, code = runners[name](ready) if name in runners else _pytest(ready, name)
        if name == LIBRARY:
            rules = counted_rules()
            if count.failed == 0 and code == 0 and rules is None:
                say.line("The rules were not counted: RulesTest has no report, or does not print their number.")
                count += Count(failed=1)
        if count.failed == 0 and (code != 0 or count == Count()):
            # The build, the format or the collection failed, or nothing was run.
            count += Count(failed=1)
        if name == LAB and count.failed == 0 and not LAB_TABLE.exists():
            say.line(f"The classic mistakes were not all tried: there is no {LAB_TABLE.name}.")
            count += Count(failed=1)
        if name == EXERCISES and count.failed == 0 and not PROOFS.exists():
            say.line(f"The exercises were not proved: there is no {PROOFS.name}.")
            count += Count(failed=1)
        total += count
        results.append(f"   {name}: {count}")
        if rules and name == LIBRARY and len(wanted) > 1:
            results.append(f"   {rules}")
    if LAB in wanted and LAB_TABLE.exists():
        say.line(LAB_TABLE.read_text("utf-8"))
    if STRESS in wanted and stress.TABLE.exists():
        say.line(stress.TABLE.read_text("utf-8"))
    if EXERCISES in wanted and PROOFS.exists():
        say.line(PROOFS.read_text("utf-8"))
    say.line("==")
    for result in results:
        say.line(result)
    say.line(str(total))
    if rules and len(wanted) == 1:
        say.line(rules)
    return say.FAILED if total.failed else 0


def counted_rules() -> str | None:
    """The line that says how many rules have a test, from the report of the test that counts them."""
    try:
        root = ElementTree.parse(_surefire() / "TEST-rendezvous.RulesTest.xml").getroot()
    except (OSError, ElementTree.ParseError):
        return None
    printed = "\n".join(out.text or "" for out in root.iter("system-out"))
    found = RULES.search(printed)
    return found[0] if found else None


def _surefire() -> Path:
    return project.TARGET / "surefire-reports"


def _library(ready: Ready) -> tuple[Count, int]:
    return _maven(ready, "verify")


def _lab(ready: Ready) -> tuple[Count, int]:
    LAB_TABLE.unlink(missing_ok=True)
    return _maven(ready, "test", f"-Dtest={LAB_TESTS}")


def _stress(ready: Ready, quick: bool, rows: Sequence[str]) -> tuple[Count, int]:
    stress.TABLE.unlink(missing_ok=True)
    try:
        held, failed = stress.run(ready, quick, rows)
    except say.Problem as problem:
        if problem.code == say.USAGE:
            raise
        say.line(str(problem))
        return Count(failed=1), say.FAILED
    return Count(held, failed), 0


def _exercises(ready: Ready) -> tuple[Count, int]:
    PROOFS.unlink(missing_ok=True)
    return _maven(ready, "test", f"-Dtest={EXERCISE_TESTS}", f"-Drendezvous.seeds={SEEDS}")


def _maven(ready: Ready, goal: str, *options: str) -> tuple[Count, int]:
    reports = _surefire()
    shutil.rmtree(reports, ignore_errors=True)
    with say.progress(f"Maven {goal}"):
        command = [*library.maven(goal), *options]
        code = say.wait(say.start(command, env=ready.environment(), stdin=subprocess.DEVNULL))
    if code == 0:
        library.fetched(goal)
    return count(reports.glob("TEST-*.xml")), code


def _pytest(ready: Ready, name: str) -> tuple[Count, int]:
    report = REPORTS / f"{name}.xml"
    report.unlink(missing_ok=True)
    command = [ready.python, "-m", "pytest", project.ROOT / "tests" / name, f"--junitxml={report}"]
    code = say.wait(say.start(command, env=ready.environment(), stdin=subprocess.DEVNULL))
    return count([report]), code


def count(reports: Iterable[Path]) -> Count:
    """The sum over reports in JUnit's XML, which Surefire and pytest both write."""
    total = Count()
    for report in reports:
        try:
            root = ElementTree.parse(report).getroot()
        except (OSError, ElementTree.ParseError) as error:
            print(f"No report: {error}", file=sys.stderr)
            continue
        for suite in root.iter("testsuite"):
            tests, errors, failures, skipped = (
                int(suite.get(key, "0")) for key in ("tests", "errors", "failures", "skipped")
            )
            total += Count(tests - errors - failures - skipped, errors + failures, skipped)
    return total
