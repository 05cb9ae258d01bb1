"""A fresh copy, an empty HOME, a path with a space and umlauts, LANG=C: from nothing to a kernel, and what was seen."""

import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from copies import Course
from course import project

# Nothing listens there: a connection is refused at once.
NOWHERE = "http://127.0.0.1:9"
NO_NETWORK = {
    "PIP_INDEX_URL": f"{NOWHERE}/simple",
    "PIP_FIND_LINKS": "",
    "http_proxy": NOWHERE,
    "https_proxy": NOWHERE,
    "HTTP_PROXY": NOWHERE,
    "HTTPS_PROXY": NOWHERE,
    "MAVEN_OPTS": "-Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=9 -Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=9",
}


@dataclass
class Story:
    """What each start said and left, in order."""

    root: Path
    home: Path
    offline: subprocess.CompletedProcess
    offline_seconds: float
    interrupted: subprocess.CompletedProcess
    set_up: subprocess.CompletedProcess
    made: dict[Path, int]
    again: subprocess.CompletedProcess
    again_seconds: float
    made_again: dict[Path, int]
    doctor: subprocess.CompletedProcess


def tell(course: Course) -> Story:
    """One story: no network, then an interrupted set-up, then the set-up, then later starts."""
    begin = time.monotonic()
    offline = course("setup", limit=120, **NO_NETWORK)
    offline_seconds = time.monotonic() - begin
    interrupted = interrupt_while_installing(course)
    set_up = course("setup", limit=600)
    made = things(course.root)
    begin = time.monotonic()
    again = course("setup", limit=60, **NO_NETWORK)
    again_seconds = time.monotonic() - begin
    made_again = things(course.root)
    doctor = course("doctor", limit=120, **NO_NETWORK)
    return Story(
        course.root,
        course.home,
        offline,
        offline_seconds,
        interrupted,
        set_up,
        made,
        again,
        again_seconds,
        made_again,
        doctor,
    )


def interrupt_while_installing(course: Course) -> subprocess.CompletedProcess:
    """Ctrl-C when pip has begun to write into the environment."""
    process = course.start("setup")
    library = "Lib" if project.WINDOWS else f"lib/python{sys.version_info[0]}.{sys.version_info[1]}"
    package = course.root / ".course" / "venv" / library / "site-packages" / "jupyterlab"
    deadline = time.monotonic() + 120
    while process.poll() is None and not package.exists():
        assert time.monotonic() < deadline, "pip never got to JupyterLab"
        time.sleep(0.01)
    if project.WINDOWS:
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        process.send_signal(signal.SIGINT)
    output, _ = process.communicate(timeout=60)
    return subprocess.CompletedProcess(process.args, process.returncode, output)


def things(root: Path) -> dict[Path, int]:
    """The files that a set-up makes, with the time of their last change."""
    places = [root / ".course" / name for name in ("venv", "kernel", "m2", "maven", "jupyter", "stamp.json")]
    found = [path for place in [*places, root / "target"] for path in (place, *place.rglob("*"))]
    return {path: path.lstat().st_mtime_ns for path in found if not path.is_dir()}
