"""The set-up: done once, checked in a moment at every start."""

import errno
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from course import fetch, jupyter, kernel, library, machine, packages, project, stamp, startcache
from course import jdk as jdks
from course.jdk import Jdk
from course.say import MISSING, Problem


@dataclass(frozen=True)
class Ready:
    """What a course that is set up runs on."""

    python: Path
    jdk: Jdk
    jars: Path
    cache: Path | None

    def environment(self) -> dict[str, str]:
        return project.environment(self.jdk.home)


def ensure(tests: bool = False, yes: bool = False) -> Ready:
    """Sets up what is not set up yet. Interrupted, it goes on the next time."""
    writable()
    with stamp.lock():
        found = jdk(yes)
        python = packages.ensure(packages.TEST if tests else packages.RUN)
        jars = library.ensure(found, packages.jjava_jar(python))
        cache = startcache.ensure(python, found, jars)
        kernel.install(found, jars, machine.cores(), cache, project.JUPYTER_DATA)
        jupyter.install(project.JUPYTER_CONFIG)
    return Ready(python, found, jars, cache)


def into_prefix(ready: Ready) -> None:
    """Puts kernel and settings where a JupyterLab that others start looks for them, as Binder's does."""
    prefix = Path(sys.prefix)
    # An image is built on one machine and run on others.
    kernel.install(ready.jdk, ready.jars, None, ready.cache, prefix / "share" / "jupyter")
    jupyter.install(prefix / "etc" / "jupyter")


def jdk(yes: bool) -> Jdk:
    """The JDK to use, fetched where there is none and that is wanted."""
    try:
        return jdks.find()
    except Problem:
        if not fetch.offer(yes):
            raise
    fetch.fetch(packages.ensure(packages.RUN))
    return jdks.find()


def writable() -> None:
    """Says so at once where the course cannot write in its own directory."""
    probe = project.HOME / f"probe-{os.getpid()}"
    try:
        project.HOME.mkdir(exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError as error:
        if error.errno not in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise
        raise Problem(
            f"The course cannot write in {project.ROOT} ({error.strerror}). "
            "Copy the project to a directory of your own and start it there.",
            MISSING,
        ) from None
