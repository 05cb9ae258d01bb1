"""What has been set up, so that the next start need not do it again.

Each step has an entry, written when the step is done: an interrupted step has none.
"""

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from course import project, say

WAIT_SECONDS = 900


def read(step: str):
    return _entries().get(step)


def write(step: str, entry) -> None:
    replace(project.STAMP, json.dumps(_entries() | {step: entry}, indent=2, ensure_ascii=False))


def forget(*steps: str) -> None:
    entries = _entries()
    if entries.keys() & set(steps):
        kept = {step: entry for step, entry in entries.items() if step not in steps}
        replace(project.STAMP, json.dumps(kept, indent=2, ensure_ascii=False))


def _entries() -> dict:
    try:
        return json.loads(project.STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}


def replace(path: Path, text: str) -> None:
    """Writes a file whole or not at all; leaves it alone when it says so already."""
    with contextlib.suppress(OSError):
        if path.read_text("utf-8") == text:
            return
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f"{path.name}.{os.getpid()}")
    half.write_text(text, "utf-8")
    half.replace(path)


def digest(files: Iterable[Path]) -> str:
    """One hash over names and contents."""
    total = hashlib.sha256()
    for path in files:
        total.update(path.relative_to(project.ROOT).as_posix().encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


@contextlib.contextmanager
def lock() -> Iterator[None]:
    """Lets one set-up at a time in. The system lets go of it should we die."""
    with project.LOCK.open("a+b") as file:
        deadline = time.monotonic() + WAIT_SECONDS
        told = False
        while not _grasp(file):
            if time.monotonic() > deadline:
                raise say.Problem(f"Another set-up has held {project.LOCK} for {WAIT_SECONDS // 60} minutes. End it.")
            if not told:
                say.line("Another set-up is at work here; waiting for it …")
                told = True
            time.sleep(0.2)
        yield


if project.WINDOWS:
    import msvcrt

    def _grasp(file) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _grasp(file) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
