"""The other kinds of questions, hints, solution and progress in the real kernel, as a learner uses them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from course.notebooks import CHAPTERS, chapters, output_lines, read
from course.record import Record, Standing
from course.runner import OUT, execute
from course.tidy import tidied
from kernels import Kernel, Result

HERE = Path(__file__).parent
NOTEBOOK = HERE / "models.ipynb"
MODELS = HERE / "models"
SHIPPED = CHAPTERS.parent / "lib" / "rendezvous" / "course"
QUESTION = re.compile(r'\b(quiz|parsons|fill|fix|schedule|outcomes)\("(\d\d\.[a-z]\d{1,2})"')

GOOD = """class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) {
        Chan<Signal> done = Chan.make();
        go(() -> {
            for (int i = 0; i < n; i++) counter.send("hot " + orders.receive());
            done.send(SIGNAL);
        });
        return done;
    }
}
"""
WRONG = GOOD.replace('"hot " + ', "")
CHECK = 'check("05.1", MyKitchen::new)'


@pytest.fixture
def progress(tmp_path: Path) -> Path:
    return tmp_path / "progress.txt"


@pytest.fixture
def start(progress: Path) -> Iterator[Callable[[], Kernel]]:
    """Starts kernels that share a progress."""
    started: list[Kernel] = []

    def one() -> Kernel:
        started.append(Kernel(RENDEZVOUS_TASKS=str(MODELS), RENDEZVOUS_PROGRESS=str(progress)))
        return started[-1]

    yield one
    for kernel in started:
        kernel.close()


@pytest.fixture(scope="module")
def kernel() -> Iterator[Kernel]:
    """One kernel for the tests that need no progress of their own."""
    kernel = Kernel(RENDEZVOUS_TASKS=str(MODELS))
    yield kernel
    kernel.close()


def text(result: Result) -> str:
    assert result.status == "ok", "\n".join(result.error)
    (shown,) = result.shown
    assert shown["text/html"].startswith("<div"), "a card has HTML too"
    assert "<script" not in shown["text/html"]
    return shown["text/plain"]


def test_the_model_notebook_runs_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RENDEZVOUS_TASKS", str(MODELS))
    result = execute(NOTEBOOK)
    result.write(OUT)
    assert result.ok, result.report()
    said = {cell.id: "\n".join(output_lines(cell)) for cell in result.notebook.cells if cell.cell_type == "code"}
    for name, lines in said.items():
        assert lines, f"{name} shows nothing"
        wanted = "No prediction yet" if name.startswith("predict") else "Your progress" if "progress" in name else None
        wanted = wanted or ("Not yet" if name == "fix-5-mine" else "Your turn")
        assert wanted in lines.split("\n")[0], f"{name}:\n{lines}"
    assert NOTEBOOK.read_text("utf-8") == tidied(NOTEBOOK)


def test_the_model_notebook_asks_every_model() -> None:
    asked = {match[2] for match in QUESTION.finditer(NOTEBOOK.read_text("utf-8").replace('\\"', '"'))}
    assert asked - ids(SHIPPED) == ids(MODELS)


def test_every_question_that_is_shipped_is_asked_in_its_chapter() -> None:
    asked: set[str] = set()
    for path in chapters():
        for cell in read(path).cells:
            asked |= {match[2] for match in QUESTION.finditer(cell.source) if match[2][:2] == path.name[:2]}
    assert asked == ids(SHIPPED)


def ids(folder: Path) -> set[str]:
    return {f"{path.parent.name[1:]}.{path.stem}" for path in folder.glob("c[0-9][0-9]/[a-z][0-9]*.md")}


def proofs(kind: str) -> list[tuple[str, str, str]]:
    """The answers that authors foresaw: id, answer, what must be said; that is empty for a right one."""
    found = []
    for path in sorted(MODELS.glob(f"c[0-9][0-9]/{kind}[0-9]*.md")):
        name = f"{path.parent.name[1:]}.{path.stem}"
        part = ""
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("## "):
                part = line[3:]
            elif line and part == "Right":
                found.append((name, line, ""))
            elif line and part == "Wrong":
                answer, said = line.rsplit("=>" if "=>" in line else "=", 1)
                found.append((name, answer.strip(), said.strip()))
    return found


def argument(word: str) -> str:
    return json.dumps(word, ensure_ascii=False)


@pytest.mark.parametrize(
    ("kind", "call", "split"),
    [("p", "parsons", None), ("f", "fill", r"\s*\|\s*"), ("s", "schedule", None), ("o", "outcomes", None)],
)
def test_each_answer_that_is_foreseen_is_judged_so(kernel: Kernel, kind: str, call: str, split: str | None) -> None:
    found = proofs(kind)
    assert len(found) >= 4
    for name, answer, said in found:
        words = re.split(split, answer) if split else [answer]
        got = text(kernel.run(f'{call}("{name}", {", ".join(map(argument, words))})'))
        assert got.startswith(f"{name} · {'Not yet' if said else 'Right'} · "), f"{answer}\n{got}"
        assert said in got, f"{answer}: want {said}\n{got}"


def test_a_program_is_mended_in_a_cell(kernel: Kernel) -> None:
    whole = (MODELS / "c95" / "x1.md").read_text("utf-8")
    programs = re.findall(r"^## ([^\n]+)\n(?:([^`\n]+)\n)?```java\n(.*?)^```", whole, re.MULTILINE | re.DOTALL)
    assert [name for name, _, _ in programs][:2] == ["Code", "Right"]
    for name, said, program in programs:
        got = text(kernel.run(f'fix("95.x1", () -> {{\n{program}}})'))
        wanted = "Right" if name == "Right" else "Not yet"
        assert got.startswith(f"95.x1 · {wanted} · "), f"{name}\n{got}"
        assert said in got, f"{name}: want {said}\n{got}"


def test_a_racy_program_is_not_mended(kernel: Kernel) -> None:
    program = """fix("95.x1", () -> {
    Chan<String> left = Chan.named("left"), right = Chan.named("right");
    int[] heard = new int[1];
    go("ann", () -> { right.send("hello Bob"); heard[0]++; println(left.receive()); });
    go("bob", () -> { println(right.receive()); heard[0]++; left.send("hello Ann"); });
})"""
    got = text(kernel.run(program))
    assert got.startswith("95.x1 · Not yet · "), got
    assert "race" in got


@pytest.mark.parametrize(
    "call",
    [
        'quiz("06.q1", "")',
        'quiz("06.q1", "e")',
        'quiz("06.q1", null)',
        'quiz("77.q1", "a")',
        'quiz(null, "a")',
        'quiz("95.p1", "a")',
        'parsons("95.p1", "A B C Q")',
        'parsons("95.p1", "AAB")',
        'parsons("95.p1", "🙂")',
        'fill("95.f1", "a")',
        'fill("95.f1", "System.exit(1)", "x", "y")',
        'fix("95.x1", null)',
        'schedule("95.s1", "x", null)',
        'schedule("95.s1", 9)',
        'outcomes("95.o1", "aa")',
        'hint("05.1", 7)',
    ],
)
def test_nonsense_is_answered_by_a_card(kernel: Kernel, call: str) -> None:
    got = text(kernel.run(call))
    assert "Right" not in got.split("\n")[0]
    assert text(kernel.run('quiz("06.q1", "b")')).startswith("06.q1 · Right"), "the next answer is judged"


@pytest.mark.parametrize("call", ['quiz("06.q1", 3)', "parsons(\"95.p1\", 'A')", 'fix("95.x1", 7)', "quiz()"])
def test_a_wrong_type_is_the_compilers_to_tell(kernel: Kernel, call: str) -> None:
    result = kernel.run(call)
    assert result.status == "error"
    assert text(kernel.run('quiz("06.q1", "b")')).startswith("06.q1 · Right")


def test_a_path_from_the_first_wrong_answer_to_the_page(start: Callable[[], Kernel], progress: Path) -> None:
    kernel = start()
    assert "Not solved yet" in text(kernel.run(starter() + CHECK))
    assert not progress.exists(), "looking is not trying"
    kernel.run(WRONG)
    assert "05.1 · Not yet" in text(kernel.run(CHECK))
    assert "Open so far: 0" in text(kernel.run('hint("05.1", 2)'))
    assert "hint 1 of 3" in text(kernel.run('hint("05.1")'))
    assert "You have opened 1 of 3 hints" in text(kernel.run('solution("05.1")'))
    assert "hint 2 of 3" in text(kernel.run('hint("05.1")'))
    assert "06.q1 · Not yet" in text(kernel.run('quiz("06.q1", "a")'))
    kernel.close()

    kernel = start()
    assert "hint 3 of 3" in text(kernel.run('hint("05.1")')), "hints stay open after a restart"
    shown = text(kernel.run('solution("05.1")'))
    assert "Your last answer, not solved yet" in shown
    assert "counter.send(orders.receive())" in shown, "the learner's own"
    kernel.run(GOOD)
    assert "05.1 · Passed" in text(kernel.run(CHECK))
    kernel.close()

    page = text(start().run("progress()"))
    assert re.search(r"^\s+05\s+1\s+0\s+\d+\s+★ 1 of \d+\s+3$", page, re.MULTILINE), page
    assert re.search(r"^\s+06\s+0\s+1\s+\d+\s+★ 0 of \d+\s+0$", page, re.MULTILINE), page
    assert re.search(r"^Next: 05\.\w+ \S.* in chapter 05", page, re.MULTILINE), page
    known = Record(progress).read()["05.1"]
    assert (known.tries, known.hints, bool(known.solved), bool(known.shown)) == (2, 3, True, True)
    assert "hot " in known.answer


def starter() -> str:
    return (SHIPPED / "c05" / "kitchen" / "starter.jsh").read_text("utf-8")


def test_two_kernels_and_the_command_lose_nothing_of_each_other(start: Callable[[], Kernel], progress: Path) -> None:
    one, other = start(), start()
    tries = 'for (int i = 0; i < 20; i++) quiz("%s", "a");\nquiz("%s", "a")'
    mine = Record(progress)

    def write() -> None:
        for i in range(1, 21):
            mine.add({f"01.{i}": Standing(1)})

    with ThreadPoolExecutor() as pool:
        jobs = [
            pool.submit(one.run, tries % ("06.q1", "06.q1")),
            pool.submit(other.run, tries % ("06.q2", "06.q2")),
            pool.submit(write),
        ]
        for job in jobs:
            job.result()
    known = mine.read()
    assert (known["06.q1"].tries, known["06.q2"].tries) == (21, 21)
    assert {f"01.{i}" for i in range(1, 21)} <= set(known)
    assert not list(progress.parent.glob("*.damaged-*"))


def test_without_the_variable_nothing_is_written(kernel: Kernel) -> None:
    kernel.run('quiz("06.q1", "b")')
    assert "forgotten when the kernel ends" in text(kernel.run("progress()"))
