"""Checks an answer that is in a file, as the notebook's check would."""

from pathlib import Path

from course import kernel, machine, say
from course.setup import Ready

MAIN = "rendezvous.notebook.CheckCommand"


def check(ready: Ready, exercise: str, file: Path) -> int:
    """Prints the verdict; gives 0 if the answer passed."""
    command = kernel.java(ready.jdk, ready.jars, kernel.options(machine.cores()))
    return say.wait(say.start([*command, MAIN, exercise, str(file.resolve())], env=ready.environment()))
