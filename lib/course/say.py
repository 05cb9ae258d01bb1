"""What the command says: one-line problems, progress, and the end of a log."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from course import project

FAILED, USAGE, MISSING, INTERRUPTED = 1, 2, 3, 130

# A step that is done sooner is not spoken of.
QUIET_SECONDS = 2.0
TAIL_LINES = 20


class Problem(Exception):
    """Something the user can do something about: what happened, and what to do."""

    def __init__(self, message: str, code: int = FAILED) -> None:
        super().__init__(message)
        self.code = code


def line(text: str = "") -> None:
    print(text, flush=True)


def seconds(since: float) -> str:
    return f"{time.monotonic() - since:.0f} s"


@contextlib.contextmanager
def progress(what: str):
    """Says what is being done once it has lasted 2 s, and how long it took."""
    begin = time.monotonic()
    done = threading.Event()
    live = sys.stdout.isatty()

    def watch() -> None:
        if done.wait(QUIET_SECONDS):
            return
        if not live:
            line(f"{what} …")
        while live and not done.wait(0.5):
            print(f"\r{what} … {seconds(begin)} ", end="", flush=True)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    outcome = "failed after"
    try:
        yield
        outcome = "done in"
    except KeyboardInterrupt:
        outcome = "interrupted after"
        raise
    finally:
        done.set()
        watcher.join()
        if time.monotonic() - begin >= QUIET_SECONDS:
            line(("\r" if live else "") + f"{what} … {outcome} {seconds(begin)}")


def run(what: str, command: Sequence[object], log: str, env: dict[str, str], advice: str) -> None:
    """Runs a program quietly. Its output goes to a log, the log's end is shown when it fails."""
    project.LOG.mkdir(parents=True, exist_ok=True)
    path = project.LOG / f"{log}.log"
    with progress(what), path.open("wb") as out:
        code = wait(start(command, env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT))
    if code != 0:
        raise Problem(f"{what}: failed.\n{tail(path)}\n{reason(path)}{advice}\nThe whole log: {path}")


def start(command: Sequence[object], **options) -> subprocess.Popen:
    """Starts a program in a group of its own, so that Ctrl-C reaches it through us alone."""
    if project.WINDOWS:
        options["creationflags"] = subprocess.CREATE_NEW_PROCESS_GROUP
    else:
        options["start_new_session"] = True
    return subprocess.Popen([str(word) for word in command], **{"cwd": project.ROOT, **options})


def wait(process: subprocess.Popen) -> int:
    """Waits for a program that `start` started; it and its children end when we are interrupted."""
    try:
        return process.wait()
    except BaseException:
        end(process)
        raise


def end(process: subprocess.Popen) -> None:
    """Ends a program and what it started: politely, then after 10 s for good."""
    if project.WINDOWS:
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
        process.wait()
        return
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(10)
            return


def tail(path: Path) -> str:
    """The last lines of a log, without the general advice that Maven ends on."""
    lines = path.read_text("utf-8", errors="replace").split("-> [Help")[0].splitlines()
    return "\n".join("    " + text for text in lines[-TAIL_LINES:])


# What a log says when the network, not the course, is the trouble.
_OFFLINE = (
    "NewConnectionError",
    "ConnectTimeoutError",
    "Temporary failure in name resolution",
    "ProxyError",
    "Read timed out",
    "Could not transfer artifact",
    "in offline mode",
    "Failed to fetch",
    "Connection refused",
)


def reason(path: Path) -> str:
    text = path.read_text("utf-8", errors="replace")
    if any(sign in text for sign in _OFFLINE):
        return "The network could not be reached. The first start needs it; later ones do not.\n"
    return ""
