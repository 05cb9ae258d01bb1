"""Fetches Temurin into the project where the machine has no JDK, with the package install-jdk."""

import os
import shutil
import sys
from pathlib import Path

from course import packages, project, say
from course.jdk import MAJOR

ADVICE = f"Check the network, or install a JDK {MAJOR} yourself (Temurin {MAJOR}: https://adoptium.net)."


def offer(yes: bool) -> bool:
    """Whether the user wants it fetched: said by --yes, or asked where there is someone to ask."""
    if yes or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return yes
    try:
        answer = input(f"There is no JDK {MAJOR} here. Fetch Temurin {MAJOR} into {project.FETCHED_JDKS}? [y/N] ")
    except EOFError:
        return False
    return answer.strip().lower() in ("y", "yes")


def fetch(python: Path) -> None:
    """Puts a JDK into .course/jdk, whole or not at all.

    Not verified: the download itself was never tried from a machine that can reach Adoptium.
    """
    tool = project.CACHE / "install-jdk"
    half = project.FETCHED_JDKS / f"half-{os.getpid()}"
    env = project.environment()
    env["PIP_USER"] = "0"
    shutil.rmtree(tool, ignore_errors=True)
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(parents=True)
    say.run(
        "Package install-jdk",
        [*packages.pip_install(python, "requirements-jdk"), "--target", tool],
        "pip-requirements-jdk",
        env,
        packages.ADVICE,
    )
    try:
        program = "import sys, jdk; jdk.install(sys.argv[1], path=sys.argv[2])"
        env["PYTHONPATH"] = str(tool)
        say.run(f"Temurin {MAJOR}", [python, "-c", program, MAJOR, half], "fetch-jdk", env, ADVICE)
        for directory in half.iterdir():
            directory.rename(project.FETCHED_JDKS / directory.name)
    finally:
        shutil.rmtree(half, ignore_errors=True)
