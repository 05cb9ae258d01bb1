"""The runner tells good runs from bad ones, names the place, ends in time, and leaves no process.

All on the course's real kernel, with notebooks made here.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import nbformat
import pytest
from course import session
from course.exercises import NOT_YET, PASSED, UNSOLVED, Verdict, check_cell, verdicts
from course.notebooks import NotebookError, output_lines
from course.progress import Progress
from course.runner import Result, execute, patience
from course.tidy import METADATA
from jupyter_client.connect import LocalPortCache
from nbformat import from_dict
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

# No test waits for this long; a test that would is stuck.
pytestmark = pytest.mark.timeout(180)

CELL_LIMIT = 6.0
FOREVER = "while (true) {}"
GOOD = "1 + 1"
FLOOD = 'for (int i = 0; i < 100_000; i++) {\n    System.out.println("line " + i);\n}'


def notebook(folder: Path, *cells: str | tuple[str, str], kernel: str = "java") -> Path:
    """Writes a notebook: a title, and a code cell for each source or (source, tag)."""
    made = new_notebook(cells=[new_markdown_cell("# Title")], metadata=from_dict(METADATA))
    made.metadata.kernelspec.name = kernel
    for cell in cells:
        source, tags = (cell, []) if isinstance(cell, str) else (cell[0], [cell[1]])
        made.cells.append(new_code_cell(source, metadata={"tags": tags} if tags else {}))
    path = folder / "05-made-here.ipynb"
    nbformat.write(made, path)
    return path


def failed(result: Result, *wanted: str) -> None:
    """The run failed, its kernel is gone, and the report says all that is wanted."""
    assert not result.ok
    report = result.report()
    assert report.startswith("05-made-here.ipynb: ")
    for text in wanted:
        assert text in report, f"want {text!r} in:\n{report}"
    assert result.kernel_pid is None or not alive(result.kernel_pid)


def test_good_notebook_passes_and_keeps_its_outputs(tmp_path: Path) -> None:
    path = notebook(tmp_path, GOOD, "", 'System.out.println("hi")')
    stored = path.read_bytes()
    result = execute(path)
    assert result.ok, result.report()
    assert result.kernel_pid is not None and not alive(result.kernel_pid)
    written = result.write(tmp_path / "target" / "notebooks")
    cells = nbformat.read(written, 4).cells
    assert output_lines(cells[1]) == ["2"] and output_lines(cells[3]) == ["hi"]
    assert path.read_bytes() == stored


def test_exception_names_the_cell_its_source_and_last_output(tmp_path: Path) -> None:
    bad = 'int[] none = {};\nSystem.out.println("before");\nnone[7] = 1;'
    result = execute(notebook(tmp_path, GOOD, bad, 'System.out.println("never run")'))
    failed(
        result,
        "code cell 2 of 3 (cell 3 of 4 in all): the cell failed",
        "Index 7 out of bounds",
        "    none[7] = 1;",
        "  last output:\n    before",
    )
    assert len(result.failures) == 1 and result.notebook.cells[3].outputs == []


def test_code_that_does_not_compile_fails(tmp_path: Path) -> None:
    failed(execute(notebook(tmp_path, "int x = ;")), "code cell 1 of 1", "int x = ;")


def test_exception_that_is_expected_passes(tmp_path: Path) -> None:
    result = execute(notebook(tmp_path, ("int x = 1 / 0;", "raises-exception"), GOOD))
    assert result.ok, result.report()


def test_cell_that_must_raise_and_does_not_fails(tmp_path: Path) -> None:
    result = execute(notebook(tmp_path, (GOOD, "raises-exception"), "int y = 2;\ny"))
    failed(result, "code cell 1 of 2", "tagged raises-exception but raised nothing", "    1 + 1")
    assert output_lines(result.notebook.cells[2]) == ["2"], "the cells after it are run"


@pytest.mark.parametrize(
    "source",
    ["int twice() { return missing() * 2; }", "class Box { Missing inside; }"],
    ids=["method", "class"],
)
def test_unresolved_name_fails(source: str, tmp_path: Path) -> None:
    failed(execute(notebook(tmp_path, GOOD, source, GOOD)), "code cell 2 of 3", source, "issing")


def test_name_that_a_later_cell_defines_fails_where_it_was_missing(tmp_path: Path) -> None:
    later = "int missing() { return 1; }"
    result = execute(notebook(tmp_path, "int twice() { return missing() * 2; }", later))
    failed(result, "code cell 1 of 2", "missing")
    assert len(result.failures) == 1


def test_cell_that_never_ends_is_stopped(tmp_path: Path) -> None:
    spin = f'System.out.println("spinning");\n{FOREVER}'
    result = execute(notebook(tmp_path, GOOD, spin, GOOD), cell_limit=CELL_LIMIT)
    failed(
        result,
        "code cell 2 of 3 (cell 3 of 4 in all): the cell did not end within",
        "    while (true) {}",
        "spinning",
    )
    assert len(result.failures) == 1 and result.notebook.cells[3].outputs == []


def test_blocked_cell_is_stopped(tmp_path: Path) -> None:
    source = "new java.util.concurrent.CountDownLatch(1).await();"
    failed(execute(notebook(tmp_path, source), cell_limit=CELL_LIMIT), "did not end within", source)


def test_chapter_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    result = execute(notebook(tmp_path, GOOD, FOREVER), chapter_limit=CELL_LIMIT)
    failed(result, "code cell 2 of 2", "the chapter took more than its", FOREVER)


def test_tag_gives_a_slow_cell_more_time(tmp_path: Path) -> None:
    source = "Thread.sleep(3000);\n1"
    path = notebook(tmp_path, (source, "slow:30"))
    result = execute(path, cell_limit=2)
    assert result.ok, result.report()


@pytest.mark.parametrize(("source", "code"), [("System.exit(3);", 3), ("Runtime.getRuntime().halt(1);", 1)])
def test_cell_that_kills_the_jvm_is_named(source: str, code: int, tmp_path: Path) -> None:
    words = f'System.out.println("last words");\n{source}'
    result = execute(notebook(tmp_path, GOOD, words, GOOD))
    failed(result, "code cell 2 of 3", f"the kernel died (exit code {code})", f"    {source}")
    assert len(result.failures) == 1


def test_flood_of_lines_arrives_shortened(tmp_path: Path) -> None:
    result = execute(notebook(tmp_path, FLOOD, GOOD))
    assert result.ok, result.report()
    lines = output_lines(result.notebook.cells[1])
    assert lines[0] == "line 0"
    assert len(lines) < 5_000, "a page of 100 000 lines helps nobody"
    assert any("line" in line and not line.startswith("line ") for line in lines), "what was left out is said"
    assert output_lines(result.notebook.cells[2]) == ["2"]


def test_flood_does_not_drown_the_message(tmp_path: Path) -> None:
    result = execute(notebook(tmp_path, f"{FLOOD}\nint z = 1 / 0;"))
    failed(result, "by zero")
    assert len(result.report().splitlines()) < 50


def test_unknown_kernel_is_named(tmp_path: Path) -> None:
    result = execute(notebook(tmp_path, GOOD, kernel="jvaa"))
    failed(result, "asks for the kernel 'jvaa', which is not installed", 'kernelspec.name to "java"')


def test_kernel_that_ends_at_once_is_reported_with_its_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch, "import sys; sys.exit('no class of that name')")
    result = execute(notebook(tmp_path, GOOD, kernel="odd"))
    failed(result, "the kernel 'odd' ended at once (exit code 1)", "no class of that name")


def test_kernel_that_never_answers_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "START_LIMIT", 2.0)
    install(tmp_path, monkeypatch, "import time; print('thinking', flush=True); time.sleep(600)")
    result = execute(notebook(tmp_path, GOOD, kernel="odd"))
    failed(result, "the kernel 'odd' did not answer", "thinking")


def test_process_that_a_cell_started_ends_with_the_kernel(tmp_path: Path) -> None:
    # A JVM of its own that serves until it is killed.
    source = (
        'var jdk = Path.of(System.getProperty("java.home"), "bin", "jwebserver");\n'
        'new ProcessBuilder(jdk.toString(), "-p", "0").start().pid()'
    )
    result = execute(notebook(tmp_path, "import java.nio.file.Path;", source))
    assert result.ok, result.report()
    (pid,) = output_lines(result.notebook.cells[2])
    gone(int(pid))


def test_cells_run_in_a_directory_that_is_removed(tmp_path: Path) -> None:
    source = 'java.nio.file.Files.writeString(java.nio.file.Path.of("left.txt"), "x").toAbsolutePath()'
    result = execute(notebook(tmp_path, source))
    assert result.ok, result.report()
    (left,) = output_lines(result.notebook.cells[1])
    assert left.endswith("left.txt") and not Path(left).exists()


# --- Answers put in, and verdicts read. ---


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[range], list[int]]]:
    """Has Jupyter believe that a port is free on which somebody listens, in these of its choices; gives all choices."""
    with socket.create_server(("127.0.0.1", 0)) as listens:

        def choose(which: range) -> list[int]:
            find = LocalPortCache.find_available_port
            chosen: list[int] = []

            def next_port(self: LocalPortCache, ip: str) -> int:
                chosen.append(listens.getsockname()[1] if len(chosen) in which else find(self, ip))
                return chosen[-1]

            monkeypatch.setattr(LocalPortCache, "find_available_port", next_port)
            return chosen

        yield choose


@pytest.mark.parametrize("place", [0, 3], ids=["shell", "heartbeat"])
def test_a_kernel_that_finds_a_port_taken_is_started_with_others(
    tmp_path: Path, taken: Callable[[range], list[int]], place: int
) -> None:
    chosen = taken(range(place, place + 1))
    result = execute(notebook(tmp_path, GOOD))
    assert result.ok, result.report()
    assert len(chosen) == 10, "five ports, and five others"


def test_a_kernel_that_never_finds_its_ports_free_says_so(
    tmp_path: Path, taken: Callable[[range], list[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "TRIES", 2)
    chosen = taken(range(100))
    failed(execute(notebook(tmp_path, GOOD)), "Another program has taken a port that Jupyter chose for the Java kernel")
    assert len(chosen) == 10


def test_answer_replaces_the_starter(tmp_path: Path) -> None:
    path = notebook(tmp_path, ("int answer = 0;", "exercise:05.1"), "answer")
    result = execute(path, replace={"05.1": "int answer = 42;"})
    assert output_lines(result.notebook.cells[2]) == ["42"]


def test_answer_without_a_starter_is_a_failure(tmp_path: Path) -> None:
    failed(execute(notebook(tmp_path, GOOD), replace={"05.9": "1"}), "exercise 05.9 has no starter")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("05.1 · Not solved yet\nThe kitchen", Verdict("05.1", UNSOLVED)),
        ("05.1 · Passed", Verdict("05.1", PASSED)),
        (
            "05.12 · Not yet: one order at a time\n",
            Verdict("05.12", NOT_YET, "one order at a time"),
        ),
    ],
)
def test_verdict_is_read(text: str, verdict: Verdict) -> None:
    output = {"output_type": "display_data", "data": {"text/plain": text}, "metadata": {}}
    cell = new_code_cell('check("05.1", Kitchen::new)', outputs=[from_dict(output)])
    assert list(verdicts([cell])) == [verdict]
    assert check_cell(new_notebook(cells=[cell]), "05.1") == 0
    assert check_cell(new_notebook(cells=[cell]), "05.11") is None


def test_other_output_is_no_verdict() -> None:
    output = {"output_type": "display_data", "data": {"text/plain": "05.1 · Rare"}, "metadata": {}}
    assert list(verdicts([new_code_cell("1", outputs=[from_dict(output)])])) == []


# --- The command line. ---


def command(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "course.runner", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=150,
    )


def test_command_writes_the_notebook_and_ends_with_0(tmp_path: Path) -> None:
    done = command(notebook(tmp_path, GOOD), "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("05-made-here  1 cells") and " s  ok" in done.stdout
    assert output_lines(nbformat.read(tmp_path / "out" / "05-made-here.ipynb", 4).cells[1]) == ["2"]


def test_command_goes_on_writes_a_failed_notebook_and_ends_with_1(tmp_path: Path) -> None:
    unreadable = tmp_path / "01-bad.ipynb"
    unreadable.touch()
    path = notebook(tmp_path, GOOD, "int x = 1 / 0;", GOOD)
    done = command(unreadable, path, "--out", tmp_path / "out")
    assert done.returncode == 1
    assert "FAILED: code cell 2 of 3" in done.stdout
    assert "01-bad.ipynb: is not JSON" in done.stderr
    assert "code cell 2 of 3 (cell 3 of 4 in all): the cell failed" in done.stderr
    cells = nbformat.read(tmp_path / "out" / "05-made-here.ipynb", 4).cells
    assert output_lines(cells[1]) == ["2"] and "by zero" in "".join(output_lines(cells[2]))


BAD_FILES = {
    "not JSON": ('{"cells": [', "is not JSON: Expecting value at line 1, column 12"),
    "cut in a merge": ("<<<<<<< HEAD\n{}", "is not JSON"),
    "empty": ("", "is not JSON"),
    "a list": ("[]", "is JSON but no notebook"),
    "old": (json.dumps({"cells": [], "nbformat": 3}), "version 3; version 4 is wanted"),
    "not UTF-8": ("\udcff", "cannot be read"),
}


@pytest.mark.parametrize("kind", BAD_FILES)
def test_command_names_a_bad_file(kind: str, tmp_path: Path) -> None:
    text, message = BAD_FILES[kind]
    bad = tmp_path / "01-bad.ipynb"
    bad.write_text(text, encoding="utf-8", errors="surrogateescape")
    done = command(bad, "--out", tmp_path / "out")
    assert done.returncode == 1
    assert done.stderr.startswith("01-bad.ipynb: ") and message in done.stderr
    assert len(done.stderr.splitlines()) == 1 and "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("word", ["99", "no-such-chapter", "gone/05-x.ipynb"])
def test_command_says_that_a_notebook_is_missing(word: str, tmp_path: Path) -> None:
    done = command(word, "--out", tmp_path / "out")
    assert done.returncode == 1 and done.stderr.startswith(f"no notebook {word}; chapters here: ")
    assert len(done.stderr.splitlines()) == 1


def test_command_says_that_it_cannot_write(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    done = command(notebook(tmp_path, GOOD), "--out", tmp_path / "out")
    assert done.returncode == 1 and "cannot be written" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signals")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_stopped_runner_takes_its_kernel_along(name: str, tmp_path: Path) -> None:
    here = tmp_path / "pid"
    source = (
        "import java.nio.file.*;\n"
        f'Path made = Path.of("{tmp_path}/made");\n'
        'Files.writeString(made, "" + ProcessHandle.current().pid());\n'
        f'Files.move(made, Path.of("{here}"));\n{FOREVER}'
    )
    path = notebook(tmp_path, source)
    words = [sys.executable, "-m", "course.runner", str(path), "--out", str(tmp_path / "out")]
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    env = {**os.environ, "TMPDIR": str(scratch)}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(words, env=env, **quiet) as runner:
        kernel = int(wait_for(here))
        assert alive(kernel)
        runner.send_signal(getattr(signal, name))
        assert runner.wait(timeout=60) != 0
    gone(kernel)
    if name != "SIGKILL":
        assert list(scratch.iterdir()) == [], "what it made for itself is removed"


# --- Progress and patience. ---


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_rewrites_one_line_in_a_terminal() -> None:
    stream = Terminal()
    progress = Progress(stream)
    progress.start("05-x")
    progress.cell(3, 7)
    progress.tick(1.0)
    progress.tick(4.0)
    progress.end("5.0 s  ok")
    shown = stream.getvalue().split("\r\033[K")
    assert shown == [
        "",
        "05-x  starting the kernel",
        "05-x  cell 3/7",
        "05-x  cell 3/7",
        "05-x  cell 3/7, 4 s",
        "05-x  7 cells  5.0 s  ok\n",
    ]


def test_progress_in_a_log_is_one_line_for_a_short_run() -> None:
    stream = StringIO()
    progress = Progress(stream)
    progress.start("05-x")
    progress.cell(1, 1)
    progress.tick(4.0)
    progress.end("5.0 s  ok")
    assert stream.getvalue() == "05-x  1 cells  5.0 s  ok\n"


def test_patience_stretches_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COURSE_PATIENCE", raising=False)
    assert patience() == 1
    monkeypatch.setenv("COURSE_PATIENCE", "2.5")
    assert patience() == 2.5
    for bad in ("soon", "0", "-1", "nan"):
        monkeypatch.setenv("COURSE_PATIENCE", bad)
        with pytest.raises(NotebookError, match="want a number from 1 to 100"):
            patience()


# --- Help for the tests. ---


def install(folder: Path, monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Installs a kernel named `odd` that is a Python program and no kernel at all."""
    spec = {"argv": [sys.executable, "-c", program], "display_name": "Odd", "language": "odd"}
    place = folder / "jupyter" / "kernels" / "odd"
    place.mkdir(parents=True)
    (place / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
    monkeypatch.setenv("JUPYTER_PATH", str(folder / "jupyter"))


def wait_for(path: Path, seconds: float = 60) -> str:
    """Waits until a file is there; gives its text."""
    until = time.monotonic() + seconds
    while not path.exists():
        assert time.monotonic() < until, f"{path.name} did not appear within {seconds:g} s"
        time.sleep(0.05)
    return path.read_text(encoding="utf-8")


def gone(pid: int, seconds: float = 10) -> None:
    """Waits until a process has ended; it may take the system a moment to say so."""
    until = time.monotonic() + seconds
    while alive(pid):
        assert time.monotonic() < until, f"process {pid} still runs"
        time.sleep(0.05)


def alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and only waits to be counted does not."""
    if sys.platform == "win32":
        words = ["tasklist", "/FI", f"PID eq {pid}", "/NH"]
        return str(pid) in subprocess.run(words, capture_output=True, text=True).stdout
    if Path("/proc/self/stat").exists():
        try:
            state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2]
        except (FileNotFoundError, ProcessLookupError):
            return False
    else:
        state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True).stdout
    return bool(state.strip()) and not state.strip().startswith("Z")
