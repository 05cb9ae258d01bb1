"""The proof under load: what other tools and much work find in the library, and in mutants of it."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from course import say, stressbuild, stressrun, stresstable
from course.setup import Ready
from course.stressbuild import PLACE, Mutant, Programs
from course.stressrun import Ended
from course.stresstable import Caught, Pair, Result

TABLE = PLACE / "stress.md"
GROUPS = {
    "hand-off": "memory.HandOff",
    "close": "memory.Closing",
    "once": "memory.OnceOnly",
    "context": "memory.Contexts",
    "locks": "memory.Locks",
    "groups": "memory.Groups",
    "litmus": "litmus",
}
LIN = ("chan", "semaphore", "syncmap")
WHAT = {
    "hand-off": "what was done before a send is seen after its receive, each value once",
    "close": "the same of a close, once",
    "once": "code runs once, and all see what it did",
    "context": "err, done and cause agree, and order",
    "locks": "Mutex, RWMutex, Cond exclude and order",
    "groups": "WaitGroup, Weighted, SyncMap order",
    "litmus": "no outcome that is forbidden",
    "race detector": "its verdicts on the litmus cases",
    "chan": "Chan is linearizable, capacities 0, 1, 2",
    "semaphore": "Weighted is linearizable",
    "syncmap": "SyncMap is linearizable",
    "soak": "nothing lost, doubled, overtaken or left in a queue; uniform choice",
    "million": "all that block go on, and leave nothing behind",
}
# A mutant that is found by luck is given some tries: on a busy machine its threads seldom run at the same time.
TRIES = 5


@dataclass(frozen=True)
class Plan:
    """How thoroughly to test: `jcstress` are options of that tool, `lincheck` how many scenarios and how often each."""

    words: str
    jcstress: tuple[object, ...]
    lincheck: tuple[int, int]
    messages: int
    goroutines: int
    mutants_each: int
    limit: float = 3600  # for how many seconds a program may run, on a machine that others use, too


FULL = Plan(
    "full",
    jcstress=("-f", 2, "-iters", 5, "-time", 200),
    lincheck=(20, 1_000),
    messages=100_000_000,
    goroutines=1_000_000,
    mutants_each=99,
)
QUICK = Plan(
    "quick: a hundredth of the work, and of each tool's mutants one",
    jcstress=("-f", 1, "-iters", 1, "-time", 50),
    lincheck=(3, 300),
    messages=1_000_000,
    goroutines=30_000,
    mutants_each=1,
)
# What a mutant has to be found with; it is so in a part of the time that the full run takes.
FOR_MUTANTS = Plan(
    "mutants",
    jcstress=("-f", 1, "-iters", 5, "-time", 300),
    lincheck=(30, 1_000),
    messages=1_000_000,
    goroutines=50_000,
    mutants_each=0,
    limit=900,
)
# For how many seconds nothing may go on: others may use the machine, too. A mutant that is stuck is stuck for good.
PATIENCE, PATIENCE_FOR_MUTANTS = 120, 10


class Run:
    """One run of the stress tests."""

    def __init__(self, ready: Ready, programs: Programs, plan: Plan) -> None:
        self._env = ready.environment()
        self._programs = programs
        self._plan = plan
        self._begin = time.monotonic()
        self.results: list[Result] = []
        self.caught: list[Caught] = []
        self.pairs: list[Pair] = []

    def _show(self, text: str) -> None:
        say.line(f"   {time.monotonic() - self._begin:4.0f} s  {text}")

    def _start(self, name: str, command: Sequence[object], limit: float) -> Ended:
        return stressrun.run(command, name, PLACE / "work", self._env, limit, self._show)

    def tool(self, tool: str, rows: Sequence[str]) -> None:
        """Runs a tool on the library; each row gets its result."""
        self._show(f"{tool}: {', '.join(rows)}")
        ended = self._start(tool, self._command(tool, self._plan, rows), self._plan.limit)
        if tool == "jcstress":
            self._jcstress(ended, rows)
        else:
            said = {row[0]: row[1:] for row in ended.of("row")}
            for row in rows:
                verdict, amount, why = said.get(row, ["failed", "", ended.trouble()])
                self.results.append(Result(row, WHAT[row], tool, amount, ended.seconds, why if verdict != "ok" else ""))
        if tool == "race detector":
            self._detected = {case: rest for case, *rest in ended.of("litmus")}
        self._show(f"{tool}: {ended.seconds:.0f} s")

    def _jcstress(self, ended: Ended, rows: Sequence[str]) -> None:
        tests = [(name.removeprefix("rendezvous.stress."), why, int(count)) for name, why, count in ended.of("test")]
        for row in rows:
            mine = [test for test in tests if test[0].startswith(GROUPS[row])]
            wrong = [f"{name}: {why}" for name, why, _ in mine if why != "ok"]
            if not mine:
                wrong = [ended.trouble()]
            amount = f"{len(mine)} tests, {sum(count for *_, count in mine):,} runs"
            self.results.append(Result(row, WHAT[row], "jcstress", amount, ended.seconds, "; ".join(wrong)))
        self._observed: dict[str, list[tuple[str, str]]] = {}
        for name, outcome, expected, _ in ended.of("outcome"):
            self._observed.setdefault(name, []).append((outcome, expected))

    def agree(self) -> None:
        """Compares what jcstress saw with what the race detector said, case by case."""
        names = {name for name in self._observed if ".litmus." in name} | set(self._detected)
        for name in sorted(names):
            self.pairs.append(
                Pair.of(name.rpartition("litmus.")[2], self._detected.get(name), self._observed.get(name))
            )

    def mutant(self, mutant: Mutant) -> None:
        """Runs the mutant's row on it, which has to fail."""
        tool = tool_of(mutant.row)
        classes = mutant.build(self._programs, PLACE / "mutants")
        command = self._command(tool, FOR_MUTANTS, [mutant.row], test=mutant.test, mutant=classes)
        begin = time.monotonic()
        how = ""
        for attempt in range(TRIES):
            ended = self._start(f"mutant-{mutant.name}", command, FOR_MUTANTS.limit)
            verdicts = [fact[1] for fact in ended.of("test")] if tool == "jcstress" else None
            if verdicts is None:
                verdicts = ["ok" if fact[1] == "ok" else fact[3] for fact in ended.of("row")]
            if not verdicts:
                raise say.Problem(f"Mutant {mutant.name}: {ended.trouble()}")
            how = next((verdict for verdict in verdicts if verdict != "ok"), "")
            if how:
                break
            self._show(f"mutant {mutant.name} was not found at the {attempt + 1}. try")
        seconds = time.monotonic() - begin
        self.caught.append(Caught(mutant.name, mutant.mistake, mutant.row, tool, how, seconds))
        self._show(f"mutant {mutant.name}: {'found' if how else 'SURVIVED'} in {seconds:.0f} s")

    def _command(self, tool: str, plan: Plan, rows: Sequence[str], test: str = "", mutant=None) -> list[object]:
        def java(name: str, *options: object) -> list[object]:
            return self._programs.java(f"rendezvous.stress.{name}", *options, mutant=mutant)

        patience = PATIENCE if mutant is None else PATIENCE_FOR_MUTANTS
        if tool == "jcstress":
            names = "|".join(GROUPS[row] for row in rows)
            which = f"stress.({names})" + (rf"\.{test}$" if test else "")
            return [
                *java("memory.Jcstress"),
                *("-t", which, "-sc", "false", "-af", "NONE", "-jvmArgs", "-Xmx512m", "-r", PLACE / "jcstress"),
                *plan.jcstress,
            ]
        if tool == "Lincheck":
            until = "all" if mutant is None else "first"
            which = [f"{rows[0]}: {test}"] if test else rows
            return [*java("lin.Linearizable", "-XX:+EnableDynamicAgentLoading"), *plan.lincheck, until, *which]
        if tool == "race detector":
            agent = f"-javaagent:{self._programs.agent}=rendezvous.stress.litmus."
            return java("litmus.Detect", agent, "--add-opens=java.base/java.lang=ALL-UNNAMED")
        if tool == "soak":
            return [*java("Soak", "-Xmx1g"), plan.messages, patience]
        return [*java("Million", "-Xmx5g"), plan.goroutines, patience]


TOOLS: dict[str, tuple[str, ...]] = {
    "race detector": ("race detector",),
    "jcstress": tuple(GROUPS),
    "Lincheck": LIN,
    "million": ("million",),
    "soak": ("soak",),
}


def tool_of(row: str) -> str:
    """The tool of a row."""
    for tool, rows in TOOLS.items():
        if row in rows:
            return tool
    raise say.Problem(f"There is no row {row}. The rows: {', '.join(row for rows in TOOLS.values() for row in rows)}.")


def chosen(words: Sequence[str]) -> dict[str, list[str]]:
    """The rows with one of these words in the name of row or tool, by tool; all without a word."""
    found = {
        tool: [row for row in rows if not words or any(word.lower() in f"{tool} {row}".lower() for word in words)]
        for tool, rows in TOOLS.items()
    }
    return {tool: rows for tool, rows in found.items() if rows}


def run(ready: Ready, quick: bool, words: Sequence[str]) -> tuple[int, int]:
    """Runs all, or the rows asked for; gives how many facts hold and how many do not. The table is in `TABLE`."""
    tools = chosen(words)
    if not tools:
        raise say.Problem(f"No row has {' or '.join(words)} in its name.", say.USAGE)
    plan = QUICK if quick else FULL
    kept = stressbuild.mutants()
    for mutant in kept:
        tool_of(mutant.row)
    say.line(f"Stress, {plan.words}.")
    one = Run(ready, stressbuild.build(ready.jdk), plan)
    for tool, rows in tools.items():
        one.tool(tool, rows)
    if "litmus" in tools.get("jcstress", []) and "race detector" in tools:
        one.agree()
    for rows in tools.values():
        for mutant in [mutant for mutant in kept if mutant.row in rows][: plan.mutants_each]:
            try:
                one.mutant(mutant)
            except say.Problem as problem:
                say.line(str(problem))
                one.caught.append(Caught(mutant.name, mutant.mistake, mutant.row, tool_of(mutant.row), "", 0))
    text = stresstable.text(plan.words, one.results, one.caught, one.pairs)
    TABLE.write_text(text, "utf-8")
    facts = [not result.failure for result in one.results]
    facts += [bool(caught.how) for caught in one.caught]
    facts += [not pair.trouble for pair in one.pairs]
    return sum(facts), len(facts) - sum(facts)
