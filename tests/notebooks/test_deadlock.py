"""A cell that is stuck ends with a report of who waits for what; one that is not is never stopped."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from kernels import LIMIT, Kernel

HEADLINE = "DeadlockError: all goroutines are asleep - deadlock!"
QUIET = "ofMillis(700)"


@pytest.fixture
def kernel() -> Iterator[Kernel]:
    """A kernel of the test's own: what one test leaves behind could end another's wait."""
    kernel = Kernel()
    yield kernel
    kernel.close()


@pytest.fixture(scope="module")
def shared() -> Iterator[Kernel]:
    """A kernel for tests that leave nobody behind."""
    kernel = Kernel()
    yield kernel
    kernel.close()


def without_times(lines: list[str]) -> list[str]:
    return [re.sub(r", for \d+\.\d\d s", "", line) for line in lines]


def test_a_cell_that_is_stuck_says_who_waits_for_what(kernel: Kernel) -> None:
    kernel.run('void kitchen(Chan<Integer> in) {\n    go("cook", () -> in.receive());\n}')
    result = kernel.run(
        'Chan<Integer> orders = Chan.named("orders");\n'
        "kitchen(orders);\n"
        'go("waiter", () -> {\n'
        "    Chan.never().receive();\n"
        "});\n"
        'Chan.named("bill").receive();'
    )
    here = result.number
    assert without_times(result.error) == [
        HEADLINE,
        "  cell waits to receive on `bill` (unbuffered)",
        f"  cook waits to receive on `orders` (unbuffered), started by kitchen (cell [{here - 1}], line 2)",
        f"  waiter waits on a channel that is never ready, started by cell [{here}], line 3",
        result.error[4],
        f"    at cell [{here}], line 6",
    ]
    assert result.error[4].startswith("    at Chan.receive")
    (error,) = result.of("error")
    assert (error["content"]["ename"], error["content"]["evalue"]) == tuple(HEADLINE.split(": "))


def test_cells_are_reported_one_after_another(kernel: Kernel) -> None:
    first = kernel.run("Mutex mutex = new Mutex();\nmutex.lock();\nmutex.lock();")
    assert without_times(first.error)[:2] == [HEADLINE, "  cell waits for a lock: mutex (locked, 1 waiting)"]
    # The mutex can be used as before.
    assert kernel.run("mutex.unlock(); mutex.tryLock()").shown == [{"text/plain": "true"}]
    assert kernel.run("WaitGroup group = new WaitGroup();\ngroup.add(1);\ngroup.await();").error[0] == HEADLINE
    assert kernel.run("1 + 1").shown == [{"text/plain": "2"}]


def test_goroutines_of_earlier_cells_come_last(kernel: Kernel) -> None:
    old = kernel.run('go("old", () -> Chan.named("left").receive());')
    result = kernel.run('go("new", () -> Chan.named("here").receive()).await();')
    assert without_times(result.error)[1:4] == [
        "  cell waits for a goroutine to end: new",
        f"  new waits to receive on `here` (unbuffered), started by cell [{result.number}], line 1",
        f"  old waits to receive on `left` (unbuffered), started by cell [{old.number}], line 1",
    ]


def test_a_stuck_cell_is_reported_after_pictures_output_and_sleep(kernel: Kernel) -> None:
    kernel.run('new XYChartBuilder().title("Sends").build()')
    kernel.run("Timeline.of(Trace.of(() -> { Chan<Integer> c = Chan.make(1); c.send(1); }))")
    kernel.run('go(() -> { println("out"); sleep(ofMillis(1)); }).await(); after(ofMillis(1)).receive();')
    kernel.run('display("a picture"); throw new IllegalStateException("burnt");')
    assert kernel.run("Chan.make().receive();").error[0] == HEADLINE


NOT_STUCK = {
    "an earlier goroutine sends": [
        "Chan<Integer> ch = Chan.make();",
        f"go(() -> {{ sleep({QUIET}); ch.send(1); }});",
        "ch.receive()",
    ],
    "an earlier goroutine finds a channel of this cell": [
        "Chan<Integer> ch = null; volatile boolean set = false;",
        f"go(() -> {{ while (!set) sleep(ofMillis(1)); sleep({QUIET}); ch.send(1); }});",
        "ch = Chan.make(); set = true; ch.receive()",
    ],
    "an earlier goroutine is woken by one of this cell": [
        "Chan<Integer> ch = Chan.make(); Chan<Integer> start = Chan.make();",
        "go(() -> ch.send(start.receive()));",
        f"go(() -> {{ sleep({QUIET}); start.send(1); }}); ch.receive()",
    ],
    "a thread of an earlier cell": [
        "Chan<Integer> ch = Chan.make(); ExecutorService pool = Executors.newSingleThreadExecutor();",
        f"var task = pool.submit(() -> {{ sleep({QUIET}); ch.send(1); return 1; }});",
        "int got = ch.receive(); pool.shutdown(); got",
    ],
    "a timer": [f"var timer = Timer.of({QUIET});", "timer.c().receive(); 1"],
    "a time limit": [f"choose(receive(Chan.<Integer>make(), v -> 0), timeout({QUIET}, () -> 1))"],
    "a context of an earlier cell": [
        f"CancelContext ctx = Context.withTimeout(Context.background(), {QUIET});",
        "ctx.done().await(); 1",
    ],
    "a function that a timer starts": [
        "Chan<Integer> ch = Chan.make();",
        f"var later = Timer.afterFunc({QUIET}, () -> ch.send(1));\nch.receive()",
    ],
    "a sleep": [f"sleep({QUIET}); 1"],
    "a goroutine that computes": [
        "Chan<Integer> ch = Chan.make();",
        "go(() -> { long end = System.nanoTime() + 700_000_000; while (System.nanoTime() < end) { } ch.send(1); });"
        "\nch.receive()",
    ],
}


@pytest.mark.parametrize("cells", NOT_STUCK.values(), ids=NOT_STUCK.keys())
def test_a_cell_that_is_not_stuck_is_never_stopped(shared: Kernel, cells: list[str]) -> None:
    results = [shared.run(cell) for cell in cells]
    assert [result.error for result in results] == [[]] * len(cells)
    assert results[-1].shown == [{"text/plain": "1"}]
    # Nothing else than what it waited for kept it: one that is stuck is stopped.
    assert shared.run("Chan.make().receive();").error[0] == HEADLINE


def test_a_cell_that_waits_for_a_pools_task_is_never_stopped(kernel: Kernel) -> None:
    result = kernel.run(
        "Chan<Integer> ch = Chan.make();\n"
        f"var task = CompletableFuture.runAsync(() -> {{ try {{ sleep({QUIET}); ch.send(1); }}"
        " catch (InterruptedException e) { } });\n"
        "ch.receive()"
    )
    assert (result.error, result.shown) == ([], [{"text/plain": "1"}])


@pytest.mark.parametrize("reader", ["IO.readln().charAt(0)", "System.in.read()"])  # what is left of the line comes last
def test_a_goroutine_that_reads_input_is_waited_for(shared: Kernel, reader: str) -> None:
    def type_late(_: dict) -> None:
        time.sleep(0.7)  # the time in which the cell must not be stopped
        shared.client.input("7")

    messages: list[dict] = []
    reply = shared.client.execute_interactive(
        f"Chan<Integer> ch = Chan.make();\ngo(() -> ch.send((int) {reader}));\nch.receive()",
        timeout=LIMIT,
        allow_stdin=True,
        stdin_hook=type_late,
        output_hook=messages.append,
    )
    assert reply["content"]["status"] == "ok", reply
    shown = [m["content"]["data"] for m in messages if m["msg_type"] == "execute_result"]
    assert shown == [{"text/plain": str(ord("7"))}]


def test_a_thread_waits_for_a_cell_that_is_yet_to_come(kernel: Kernel) -> None:
    kernel.run(
        "Chan<Integer> ch = Chan.make();\n"
        'Thread helper = Thread.ofPlatform().daemon().name("helper").start(() -> {\n'
        "    try { while (true) ch.send(ch.receive() + 1); } catch (InterruptedException e) { }\n"
        "});"
    )
    time.sleep(1)  # the time in which it must not be stopped
    assert kernel.run("ch.send(1); ch.receive()").shown == [{"text/plain": "2"}]
    stuck = kernel.run("Chan.make().receive();")
    assert stuck.error[0] == HEADLINE
    assert "  helper waits to receive on" in stuck.error[2]
    assert kernel.run("ch.send(2); ch.receive()").shown == [{"text/plain": "3"}]


def test_a_wait_that_only_earlier_cells_could_end_is_told_and_goes_on(kernel: Kernel) -> None:
    clock = kernel.run('Goroutine clock = go("clock", () -> { while (true) sleep(ofMillis(20)); });')
    result = kernel.run_and_interrupt('Chan.named("mine").receive();', "Interrupt the cell")
    assert f"clock sleeps, started by cell [{clock.number}], line 1" in result.err
    assert "  cell waits to receive on `mine` (unbuffered), for " in result.err
    (line,) = result.error
    assert line.startswith("interrupted: the cell was stopped while waiting to receive on `mine`")
    # When the doubt is gone, so is the note.
    kernel.run("clock.interrupt();")
    stuck = kernel.run('Chan.named("mine").receive();')
    assert (stuck.error[0], stuck.err) == (HEADLINE, "")


def test_a_wait_for_an_earlier_cell_ends_after_it_was_told(kernel: Kernel) -> None:
    kernel.run("Chan<Integer> ch = Chan.make(); go(() -> { sleep(ofSeconds(3)); ch.send(1); });")
    result = kernel.run("ch.receive()")
    assert (result.error, result.shown) == ([], [{"text/plain": "1"}])


def test_a_start_up_script_leaves_doubt() -> None:
    kernel = Kernel(
        JJAVA_STARTUP_SCRIPT="Chan<Integer> early = Chan.make();"
        "Thread.ofPlatform().daemon().start(() -> { try { Thread.sleep(1500); early.send(1); }"
        " catch (InterruptedException e) { } });"
    )
    try:
        assert kernel.run("early.receive()").shown == [{"text/plain": "1"}]
    finally:
        kernel.close()
