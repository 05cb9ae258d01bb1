"""The kernel as Jupyter sees it: one real kernel for most tests, one of its own where a test ends or breaks it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jupyter_client import KernelManager
from kernels import LIMIT, Kernel


@pytest.fixture(scope="module")
def kernel() -> Iterator[Kernel]:
    kernel = Kernel()
    yield kernel
    kernel.close()


@pytest.fixture
def start() -> Iterator[Callable[..., Kernel]]:
    """Starts kernels with an environment of the test's, and ends them."""
    started: list[Kernel] = []

    def start_one(**environment: str) -> Kernel:
        started.append(Kernel(**environment))
        return started[-1]

    yield start_one
    for one in started:
        one.close()


def resident_mb(pid: int) -> int | None:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return None
    return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) // 1024


def test_start_is_measured(start: Callable[..., Kernel], capsys: pytest.CaptureFixture) -> None:
    kernel = start()
    ready = time.monotonic() - kernel.started
    assert kernel.run("1 + 1").shown == [{"text/plain": "2"}]
    first = time.monotonic() - kernel.started
    for i in range(5):
        kernel.run(f"int x{i} = {i};")
    with capsys.disabled():
        print(f"\n    kernel: ready {ready:.2f} s, first result {first:.2f} s, {resident_mb(kernel.pid)} MB resident")


def test_the_library_is_imported(kernel: Kernel) -> None:
    result = kernel.run(
        "Chan<Integer> numbers = Chan.make();\n"
        "Goroutine sender = go(() -> { for (int i = 0; i < 3; i++) numbers.send(i); numbers.close(); });\n"
        "for (int n : numbers) println(n);\n"
        "sender.await();\n"
        "Semaphore permits = new Semaphore(1);\n"
        'List<String> words = Stream.of("a").collect(Collectors.toList());\n'
        "sleep(ofMillis(0));\n"
    )
    assert (result.status, result.out, result.err) == ("ok", "0\n1\n2\n", "")


def test_names_of_the_library_are_completed(start: Callable[..., Kernel]) -> None:
    kernel = start()
    reply = kernel.client.complete("Receive", 7, reply=True, timeout=LIMIT)
    assert "ReceiveChan" in reply["content"]["matches"]
    reply = kernel.client.inspect("Trace.of(", 7, reply=True, timeout=LIMIT)
    assert "Trace.of(" in reply["content"]["data"]["text/plain"]


def test_a_timeline_is_a_figure(kernel: Kernel) -> None:
    result = kernel.run("Timeline.of(Trace.of(() -> { Chan<Integer> c = Chan.make(1); c.send(1); }));")
    (shown,) = result.shown
    assert shown["text/html"].startswith("<figure")
    assert "data:image/png;base64," in shown["text/html"]
    assert "image/png" not in shown
    assert shown["text/plain"]


def test_a_deadlock_is_found_shortened_and_drawn(kernel: Kernel) -> None:
    result = kernel.run(
        "Lab.explore(() -> {\n"
        "    Mutex fork = new Mutex();\n"
        "    Mutex spoon = new Mutex();\n"
        '    Goroutine left = go("left", () -> { fork.lock(); spoon.lock(); spoon.unlock(); fork.unlock(); });\n'
        '    Goroutine right = go("right", () -> { spoon.lock(); fork.lock(); fork.unlock(); spoon.unlock(); });\n'
        "    left.await();\n"
        "    right.await();\n"
        "})"
    )
    (shown,) = result.shown
    assert re.search(r'<figure.*alt="Timeline of 10 steps with 3 lanes', shown["text/html"])
    assert re.search(r"(in|shortened to) 10 steps with 1 preemption\.", shown["text/plain"]), shown["text/plain"]
    assert "right waits for a lock" in shown["text/plain"]
    (replay,) = set(re.findall(r'Lab\.replay\("([0-9x,]+)"', shown["text/plain"]))
    assert f"Lab.replay(&quot;{replay}&quot;" in shown["text/html"]


def test_a_run_of_the_lab_is_a_figure_and_keeps_its_time(kernel: Kernel) -> None:
    result = kernel.run('Lab.run(7, () -> { sleep(Duration.ofHours(9)); println("later"); })')
    (shown,) = result.shown
    assert shown["text/html"].startswith("<figure")
    assert shown["text/plain"].startswith("later\nAll goroutines ended: 1 goroutine,")


def test_a_chart_of_xchart_is_a_figure(kernel: Kernel) -> None:
    result = kernel.run(
        'XYChart chart = new XYChartBuilder().width(300).height(200).title("Sends").build();\n'
        'chart.addSeries("rate", new double[] {1, 2}, new double[] {2, 3});\n'
        "chart"
    )
    (shown,) = result.shown
    assert re.search(r'alt="[^"]*Sends', shown["text/html"])


def test_what_is_echoed(kernel: Kernel) -> None:
    assert kernel.run("6 * 7").shown == [{"text/plain": "42"}]
    assert kernel.run("6 * 7;").shown == []
    assert kernel.run("int seven = 7; seven;").shown == [{"text/plain": "7"}]
    assert kernel.run("go(() -> {})").shown == []
    assert kernel.run("Thread.startVirtualThread(() -> {})").shown == []
    shown = kernel.run('display("a picture")')
    assert [m["content"]["data"] for m in shown.of("display_data")] == [{"text/plain": "a picture"}]
    assert shown.shown == []


def test_prints_and_displays_keep_their_order(kernel: Kernel) -> None:
    result = kernel.run(
        'for (int i = 0; i < 3; i++) { println("p" + i); display("d" + i); System.err.println("e" + i); }'
    )
    order = [
        m["content"]["text"].strip() if m["msg_type"] == "stream" else m["content"]["data"]["text/plain"]
        for m in result.messages
        if m["msg_type"] in ("stream", "display_data")
    ]
    assert order == [f"{kind}{i}" for i in range(3) for kind in "pde"]


@pytest.mark.parametrize(("lines", "rest"), [(20_000, "19 000"), (100_000, "99 000")])
def test_a_flood_is_capped_and_kept(kernel: Kernel, lines: int, rest: str) -> None:
    result = kernel.run(f'for (int i = 0; i < {lines}; i++) System.out.println("Zeile ü " + i);')
    shown = result.out.splitlines()
    assert shown[:1000] == [f"Zeile ü {i}" for i in range(1000)]
    closing = re.fullmatch(rf"… {rest} more lines, whole output in (.+)", shown[1000])
    assert closing and len(shown) == 1001
    assert len(result.of("stream")) < 20
    with Path(closing[1]).open(encoding="utf-8") as whole:
        assert sum(1 for _ in whole) == lines
    Path(closing[1]).unlink()
    assert kernel.run("1 + 1").shown == [{"text/plain": "2"}]


def test_progress_is_seen_while_the_cell_runs(kernel: Kernel) -> None:
    # The cell ends by an interrupt that is sent when its first line is seen: else it would not end.
    result = kernel.run_and_interrupt('println("go"); Thread.sleep(600_000);')
    assert result.status == "error"


def test_late_output_is_labelled(kernel: Kernel) -> None:
    first = kernel.run(
        "Chan<Integer> late = Chan.make();\n"
        'Thread lateThread = Thread.ofPlatform().start(() -> { try { late.receive(); println("late"); late.receive(); '
        'println("later"); late.send(3); } catch (InterruptedException e) { } });\n'
        "Thread.startVirtualThread(() -> { try {\n"
        "    while (LockSupport.getBlocker(lateThread) == null) Thread.sleep(1);\n"
        "    late.send(1); } catch (InterruptedException e) { } });"
    )
    assert first.out in ("", "late\n")
    second = kernel.run('println("mine"); late.send(2); late.receive();')
    assert f"(cell [{first.number}]) later\n" in second.out
    assert "mine\n" in second.out
    if not first.out:
        label = f"(printed after cell [{first.number}] ended)\nlate\n"
        assert label in second.out or f"(cell [{first.number}]) late\n" in second.out


def test_lines_of_goroutines_are_whole_in_order_and_labelled_by_name(kernel: Kernel) -> None:
    result = kernel.run(
        "List<Goroutine> all = new ArrayList<>();\n"
        'for (String name : List.of("ann", "bob", "cyd"))\n'
        '    all.add(go(name, () -> { for (int i = 0; i < 100; i++) println("line " + i); }));\n'
        'all.add(go(() -> println("nobody\'s")));\n'
        "for (Goroutine one : all) one.await();\n"
        'println("the cell\'s");'
    )
    lines = result.out.splitlines()
    for name in ("ann", "bob", "cyd"):
        assert [line for line in lines if line.startswith(f"[{name}] ")] == [f"[{name}] line {i}" for i in range(100)]
    assert "nobody's" in lines and lines[-1] == "the cell's"
    assert len(lines) == 302
    assert len(result.of("stream")) <= 5


def test_a_cell_that_leaves_goroutines_behind_says_so_once(kernel: Kernel) -> None:
    left = kernel.run(
        'Chan<Integer> quiet = Chan.named("quiet");\n'
        'go("cook", () -> quiet.receive());\n'
        "for (int i = 0; i < 6; i++) go(() -> quiet.receive());"
    )
    (note,) = left.out.splitlines()
    assert note.startswith("Note: this cell leaves 7 goroutines behind: cook waits to receive on `quiet` (unb")
    assert "; and 2 more. They go on beside later cells." in note
    assert kernel.run("1 + 1;").out == ""
    assert kernel.run("quiet.close();").out == ""
    one = kernel.run('Goroutine sleeper = go("sleeper", () -> sleep(Duration.ofHours(1)));')
    assert one.out.startswith("Note: this cell leaves a goroutine behind: sleeper sleeps. It goes on")
    kernel.run("sleeper.interrupt();")


def test_a_cell_whose_goroutines_end_says_nothing(kernel: Kernel) -> None:
    for _ in range(10):
        result = kernel.run(
            "Chan<Integer> ending = Chan.make();\n"
            "go(() -> { ending.send(1); });\n"
            "go(() -> sleep(ofMillis(1)));\n"
            "ending.receive();"
        )
        assert result.out == ""


def test_names_that_a_learner_takes_from_the_library_are_said_once(start: Callable[..., Kernel]) -> None:
    kernel = start()
    method = kernel.run("void go(String what) { println(what); }")
    assert "`go` now means your method; the library's is still there as rendezvous.chan.Go.go." in method.out
    assert "now means" not in kernel.run("void go(String what) { println(what + what); }").out
    imported = kernel.run("import java.util.Timer;")
    assert "`Timer` now means what you imported; the library's is still there as rendezvous.chan.Timer." in imported.out


def test_an_interrupt_says_what_the_cell_waited_for(kernel: Kernel) -> None:
    # Somebody who could still send: else the cell would end as a deadlock.
    kernel.run("Thread friend = Thread.ofVirtual().start(() -> LockSupport.park());")
    result = kernel.run_and_interrupt(
        'Chan<Integer> orders = Chan.named("orders");\n{ println("go"); orders.receive(); }'
    )
    (line,) = result.error
    assert line.startswith("interrupted: the cell was stopped while waiting to receive on `orders`")
    assert line.endswith(f"(cell [{result.number}], line 2)")
    assert kernel.run("LockSupport.unpark(friend); 1 + 1").shown == [{"text/plain": "2"}]


def test_an_interrupt_of_a_loop_that_does_not_look(start: Callable[..., Kernel]) -> None:
    kernel = start()
    result = kernel.run_and_interrupt('for (int i = 0; ; i = 1) if (i == 0) println("go");')
    assert "does not look whether it is interrupted" in result.error[0]
    assert kernel.run("1 + 1").shown == [{"text/plain": "2"}]


def test_an_interrupted_goroutine_may_print(kernel: Kernel) -> None:
    # The sockets' NIO channels close when an interrupted thread uses them; output must not use them on its threads.
    result = kernel.run(
        'go(() -> { Thread.currentThread().interrupt(); for (int i = 0; i < 900; i++) println("n" + i); }).await();\n'
        'Thread.currentThread().interrupt(); display("d"); println("end");'
    )
    assert result.out.startswith("n0\nn1\n") and result.out.endswith("end\n")
    assert kernel.run("1 + 1").shown == [{"text/plain": "2"}]


def test_an_exception_names_the_learners_lines(kernel: Kernel) -> None:
    kernel.run('\nvoid spill(int n) {\n  if (n > 0) throw new IllegalStateException("hot");\n}')
    result = kernel.run("int fine = 1;\nspill(fine);")
    here = result.number
    assert result.error == [
        "IllegalStateException: hot",
        f"    at spill (cell [{here - 1}], line 3)",
        f"    at cell [{here}], line 2",
    ]
    (error,) = result.of("error")
    assert (error["content"]["ename"], error["content"]["evalue"]) == ("IllegalStateException", "hot")


def test_a_panic_of_a_goroutine_is_told(kernel: Kernel) -> None:
    # The goroutine's thread tells it when all else has ended, so that it may come after its cell.
    result = kernel.run('Goroutine cook = go("cook", () -> { throw new IllegalStateException("burnt"); });')
    place = f"cell [{result.number}], line 1"
    awaited = kernel.run("cook.await();")
    assert awaited.error[0].startswith("PanicException: cook panicked")
    told = result.err + awaited.err
    deadline = time.monotonic() + LIMIT
    while "panic in cook" not in told and time.monotonic() < deadline:
        told += kernel.run("").err
    assert f"panic in cook: IllegalStateException: burnt\n    at a lambda ({place})" in told


def test_a_value_that_cannot_be_shown(kernel: Kernel) -> None:
    result = kernel.run('new Object() { public String toString() { throw new IllegalStateException("no words"); } }')
    assert result.error[0] == "IllegalStateException: no words"
    assert result.status == "error"


def test_an_unresolved_name_is_said(kernel: Kernel) -> None:
    result = kernel.run("int f() { return nope(); }")
    assert result.status == "ok"
    assert result.err.startswith("unresolved: `nope()` is not defined; the method `f` uses it in line 1.")
    assert kernel.run("int nope() { return 1; }").err == ""
    assert kernel.run("f()").shown == [{"text/plain": "1"}]


def test_the_compilers_message(kernel: Kernel) -> None:
    result = kernel.run("int one = 1;\nint two = zwei;")
    assert result.error[:3] == [
        f"cell [{result.number}], line 2: cannot find symbol",
        "    int two = zwei;",
        "              ^^^^",
    ]


def test_a_type_of_the_learners_may_have_an_imported_name(start: Callable[..., Kernel]) -> None:
    kernel = start()
    result = kernel.run("interface Chan<T> { }")
    assert "`Chan` now means your own type" in result.out
    assert kernel.run("int later = 1; later").shown == [{"text/plain": "1"}]


def test_assertions_are_on(kernel: Kernel) -> None:
    assert kernel.run('assert 1 > 2 : "so it is";').error[0] == "AssertionError: so it is"


def test_exit_ends_the_kernel_and_the_client_sees_it(start: Callable[..., Kernel]) -> None:
    kernel = start()
    kernel.client.execute('println("last words"); System.exit(3);')
    deadline = time.monotonic() + LIMIT
    while kernel.manager.is_alive() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert kernel.manager.provisioner.process.returncode == 3


def test_a_shutdown_ends_a_kernel_that_spins(start: Callable[..., Kernel]) -> None:
    kernel = start()
    kernel.run("Thread.ofPlatform().start(() -> { while (true) { } });")
    process = kernel.manager.provisioner.process
    kernel.manager.shutdown_kernel()
    assert process.poll() is not None


def extension(directory: Path, name: str, source: str | None) -> str:
    """A class path with an extension of the kernel's: compiled, or named but missing."""
    services = directory / "META-INF" / "services" / "org.dflib.jjava.jupyter.Extension"
    services.parent.mkdir(parents=True)
    services.write_text(name + "\n", encoding="utf-8")
    if source is not None:
        argv = KernelManager(kernel_name="java").kernel_spec.argv
        javac = Path(argv[0]).with_name("javac" + Path(argv[0]).suffix)
        (directory / f"{name}.java").write_text(source, encoding="utf-8")
        classes = argv[argv.index("-cp") + 1]
        subprocess.run([javac, "-cp", classes, "-d", directory, directory / f"{name}.java"], check=True)
    return str(directory)


BROKEN = """
public class Broken implements org.dflib.jjava.jupyter.Extension {
    public void install(org.dflib.jjava.jupyter.kernel.BaseKernel kernel) { %s }
}
"""


@pytest.mark.parametrize(
    ("name", "source", "said"),
    [
        ("not.There", None, "not.There"),
        ("Broken", BROKEN % 'throw new IllegalStateException("out of order");', "Broken failed"),
        ("Broken", BROKEN % 'throw new NoClassDefFoundError("a/Missing");', "a/Missing"),
    ],
    ids=["missing", "throws", "lacks a class"],
)
def test_an_extension_that_fails_is_said(
    start: Callable[..., Kernel], tmp_path: Path, name: str, source: str | None, said: str
) -> None:
    kernel = start(JJAVA_CLASSPATH=extension(tmp_path / "extension", name, source))
    first = kernel.run("1 + 1")
    assert first.shown == [{"text/plain": "2"}]
    assert said in first.err
    assert "restart the kernel" in first.err
    assert kernel.run("1 + 1").err == ""


def test_settings_that_are_wrong_are_said(start: Callable[..., Kernel]) -> None:
    kernel = start(JJAVA_TIMEOUT="soon", JJAVA_STARTUP_SCRIPT='println("hi"); int broken = "x";')
    first = kernel.run("1 + 1")
    assert 'JJAVA_TIMEOUT is "soon"' in first.err
    assert "A start-up script failed" in first.err
    assert "(printed before the first cell)\nhi" in first.out


@pytest.mark.skipif(sys.platform == "win32", reason="there a handle, not a number, names the parent")
def test_a_kernel_ends_with_the_process_that_started_it() -> None:
    program = (
        "import os, sys\n"
        "from jupyter_client import KernelManager\n"
        "manager = KernelManager(kernel_name='java')\n"
        "manager.start_kernel()\n"
        "client = manager.client()\n"
        "client.start_channels()\n"
        f"client.wait_for_ready(timeout={LIMIT})\n"
        "print(manager.provisioner.pid, flush=True)\n"
        "os._exit(1)\n"
    )
    run = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, timeout=LIMIT, check=False)
    pid = int(run.stdout)
    deadline = time.monotonic() + LIMIT
    while _lives(pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _lives(pid), f"the kernel's process {pid} still runs"


def _lives(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        return state != "Z"
    except OSError:
        pass
    try:
        os.kill(pid, 0)
        return not Path("/proc").is_dir()
    except OSError:
        return False


def test_a_race_is_told_with_the_lines_of_the_cell(kernel: Kernel) -> None:
    result = kernel.run(
        "class Tally { int count; }\n"
        "println(Lab.race(() -> {\n"
        "    var tally = new Tally();\n"
        '    Goroutine one = go("one", () -> tally.count++);\n'
        '    Goroutine two = go("two", () -> {\n'
        "        tally.count++;\n"
        "    });\n"
        "    one.await();\n"
        "    two.await();\n"
        "}));"
    )
    here = result.number
    assert "data race on `Tally.count`" in result.out
    assert f"cell [{here}], line 4" in result.out and f"cell [{here}], line 6" in result.out


def test_a_race_on_a_list_is_told(kernel: Kernel) -> None:
    result = kernel.run(
        "println(Lab.race(() -> {\n"
        "    List<Integer> list = new ArrayList<>();\n"
        "    WaitGroup group = new WaitGroup();\n"
        "    for (int i = 0; i < 2; i++) group.go(() -> list.add(1));\n"
        "    group.await();\n"
        "}));"
    )
    assert "data race on an ArrayList" in result.out
    assert result.out.count(f"cell [{result.number}], line 4") >= 2
