"""What the set-up downloads, in a folder to carry: a room without a network sets itself up from a USB stick.

`fill` writes it on a machine that is set up, `take` has a set-up use it in place of the network. Packages are those
of the Python and the system that filled it, so a stick may be filled by several machines, one after the other.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from course import library, packages, project, say, stamp
from course.setup import Ready

WHEELS, NOTE = "wheels", "course.txt"
# Each in the place that a set-up looks in, and on the stick.
COPIED = {"m2": project.MAVEN_REPOSITORY, "maven": project.MAVEN_HOME, "jdk": project.FETCHED_JDKS}


def fill(ready: Ready, place: Path) -> list[str]:
    """Writes the folder; gives what to tell the user."""
    _make(place)
    if (place / NOTE).exists() and _note(place) != _wanted():
        raise say.Problem(f"{place} holds another version of the course. Empty it, or name another folder.")
    say.run(
        "Python packages, for the folder",
        [*_download(ready.python), "-d", place / WHEELS],
        "pip-stick",
        project.environment(ready.jdk.home) | {"PIP_USER": "0"},
        packages.ADVICE,
    )
    for name, source in COPIED.items():
        if source.is_dir():
            with say.progress(f"Copy {name}"):
                _copy(source, place / name)
    (place / NOTE).write_text(_wanted(), "utf-8")
    return [
        f"{place} is filled: {sum(file.stat().st_size for file in place.rglob('*') if file.is_file()) >> 20} MB.",
        f"On the others, with a copy of this project: {project.command()} setup --from {place}",
    ]


def take(place: Path) -> None:
    """Brings what the folder holds to where the set-up looks, and has pip look nowhere else."""
    if not (place / NOTE).is_file():
        raise say.Problem(f"{place} was not filled by this course: {project.command()} stick {place}", say.USAGE)
    if _note(place) != _wanted():
        raise say.Problem(f"{place} was filled by another version of the course. Fill it anew, or take that version.")
    project.HOME.mkdir(exist_ok=True)
    for name, target in COPIED.items():
        if (place / name).is_dir():
            with say.progress(f"Copy {name}"):
                _copy(place / name, target)
    library.fetched("package")
    os.environ["PIP_NO_INDEX"] = "1"
    os.environ["PIP_FIND_LINKS"] = (place / WHEELS).resolve().as_uri()


def _download(python: Path) -> list[object]:
    """Downloads what the lock names for this Python, and nothing that would have to be built."""
    line = packages.pip_install(python, "requirements")
    return ["download" if word == "install" else word for word in line] + ["--only-binary", ":all:"]


def _wanted() -> str:
    """What a folder must have been filled for: its packages and the library's build."""
    return stamp.digest([packages.lock_of("requirements"), *library.build_files()]) + "\n"


def _note(place: Path) -> str:
    return (place / NOTE).read_text("utf-8")


def _make(place: Path) -> None:
    try:
        place.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise say.Problem(f"{place} is no folder.", say.USAGE) from None


def _copy(source: Path, target: Path) -> None:
    """Copies what is not there yet, or is there in another size: an interrupted copy goes on the next time."""
    for file in sorted(path for path in source.rglob("*") if path.is_file()):
        there = target / file.relative_to(source)
        if not there.exists() or there.stat().st_size != file.stat().st_size:
            there.parent.mkdir(parents=True, exist_ok=True)
            half = there.with_name(f"{there.name}.half")
            shutil.copy2(file, half)
            half.replace(there)
