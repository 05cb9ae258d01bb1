"""Whatever an answer does, the kernel gives a verdict in time, lives, and judges the next answer right."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from course.exercises import PASSED, WRONG_ANSWERS, exercises
from course.runner import patience
from kernels import Kernel

# In seconds, on a machine with nothing else to do.
MOST = 10.0

HOSTILE = sorted((WRONG_ANSWERS / "hostile").glob("*.jsh"))
HEAD = re.compile(
    r"// hostile: (?P<what>\S.*)\n// (?P<kind>says|error): (?P<says>\S.*)\n"
    r"(?:// call: (?P<call>\S.*)\n)?(?:// note: (?P<note>\S.*)\n)?"
    r"(?:// alone: (?P<alone>\S.*)\n)?"
)
KITCHEN = next(each for each in exercises() if each.id == "05.1")


@pytest.fixture(scope="module")
def lasting() -> Iterator[Kernel]:
    """One kernel for all of them: what one leaves behind, the next ones meet."""
    kernel = Kernel()
    yield kernel
    kernel.close()


def test_there_are_hostile_answers() -> None:
    assert len(HOSTILE) > 30


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.stem)
def test_hostile_answer(path: Path, lasting: Kernel) -> None:
    source = path.read_text(encoding="utf-8")
    head = HEAD.match(source)
    if head and head["alone"]:
        pytest.skip("it declares what later cells see: the next test has a kernel for it")
    assert head, f"{path.name}: begin with '// hostile: …' and '// says: …' or '// error: …'"
    pid = lasting.pid
    began = time.monotonic()
    cell = lasting.run(source)
    if head["kind"] == "error":
        said = "\n".join([*cell.error, cell.err])
        for part in head["says"].split(": ", 1):
            assert part in said, said
    else:
        assert cell.status == "ok", cell.error
        verdict = _verdict(lasting, head["call"] or KITCHEN.call)
        assert verdict.startswith("05.1 · Not yet"), verdict
        assert head["says"] in verdict, verdict
        assert ("! Your code may still be running" in verdict) == bool(head["note"]), verdict
    took = time.monotonic() - began
    assert took <= MOST * patience(), f"{took:.1f} s:\n{path.name}"
    assert lasting.run(KITCHEN.solution).status == "ok"
    verdict = _verdict(lasting, KITCHEN.call)
    assert verdict.startswith(f"05.1 · {PASSED}"), verdict
    assert lasting.pid == pid
    assert lasting.manager.is_alive()


def test_an_interface_of_ones_own() -> None:
    kernel = Kernel()
    try:
        kernel.run(KITCHEN.solution)
        source = (WRONG_ANSWERS / "hostile" / "redefines-the-interface.jsh").read_text(encoding="utf-8")
        assert kernel.run(source).status == "ok"
        verdict = _verdict(kernel, KITCHEN.call)
        assert "Your notebook declares a `Kitchen` of its own" in verdict, verdict
        assert "restart the kernel" in verdict
    finally:
        kernel.close()


def test_two_checks_at_once(lasting: Kernel) -> None:
    lasting.run(KITCHEN.solution)
    result = lasting.run(
        "List<Verdict> both = Collections.synchronizedList(new ArrayList<>());\n"
        "List<Thread> threads = new ArrayList<>();\n"
        "for (int i = 0; i < 2; i++) {\n"
        '    threads.add(Thread.ofPlatform().start(() -> both.add(check("05.1", MyKitchen::new))));\n'
        "}\n"
        "for (Thread thread : threads) {\n"
        "    thread.join();\n"
        "}\n"
        'println(both.size() + " " + both.stream().allMatch(Verdict::passed));\n'
    )
    assert result.out.strip() == "2 true", (result.out, result.error)


def test_a_check_that_is_interrupted(lasting: Kernel) -> None:
    spins = (WRONG_ANSWERS / "hostile" / "spins-in-the-jdk.jsh").read_text(encoding="utf-8")
    lasting.run(spins)
    result = lasting.run_and_interrupt('println("go");\ncheck("05.1", MyKitchen::new)')
    assert result.status in ("ok", "error")
    lasting.run(KITCHEN.solution)
    assert _verdict(lasting, KITCHEN.call).startswith(f"05.1 · {PASSED}")


def _verdict(kernel: Kernel, call: str) -> str:
    result = kernel.run(f'check("05.1", {call})')
    assert result.shown, (result.status, result.error, result.out, result.err)
    return result.shown[0]["text/plain"]
