"""The Python packages: the environment that has them already, or one of our own."""

import importlib.metadata
import importlib.util
import re
import shutil
import sys
from pathlib import Path

from course import project, say, stamp

RUN = ("requirements",)
TEST = ("requirements", "requirements-test")

ADVICE = (
    "Check the network (pip reads a proxy from HTTPS_PROXY), then give the same command again: it goes on from there."
)


def ensure(names: tuple[str, ...]) -> Path:
    """The interpreter that has the packages of these requirements, installed now if need be."""
    if not running_in_ours() and satisfied(names):
        return Path(sys.executable)
    if stamp.read("venv") != identity() or stamp.read("installing") or not interpreter().exists():
        _create()
    for name in names:
        lock = stamp.digest([lock_of(name)])
        if stamp.read(name) != lock:
            # Cut short, pip may hold for installed what it has half copied.
            stamp.write("installing", name)
            _install(name)
            stamp.write(name, lock)
            stamp.forget("installing")
    return interpreter()


def interpreter() -> Path:
    return project.VENV / ("Scripts/python.exe" if project.WINDOWS else "bin/python")


def lock_of(name: str) -> Path:
    return project.ROOT / f"{name}.txt"


def pins(name: str) -> dict[str, str]:
    """The versions in a requirements file that people edit."""
    text = (project.ROOT / f"{name}.in").read_text("utf-8")
    return dict(re.findall(r"^([\w.-]+)==([^\s;#]+)", text, re.MULTILINE))


def satisfied(names: tuple[str, ...]) -> bool:
    """Whether the interpreter that runs us has every pinned version, as conda's and Binder's have."""
    for name in names:
        for package, version in pins(name).items():
            try:
                if importlib.metadata.version(package) != version:
                    return False
            except importlib.metadata.PackageNotFoundError:
                return False
    return True


def running_in_ours() -> bool:
    return Path(sys.prefix).resolve() == project.VENV.resolve()


def identity() -> str:
    """The Python that ours is made from: a new one, or a project that moved, makes it anew."""
    return f"{sys.version_info[0]}.{sys.version_info[1]} {project.VENV}"


def jjava_jar(python: Path) -> Path:
    """The kernel's jar among the packages of an interpreter."""
    if python == interpreter():
        return project.VENV / "share/jupyter/kernels/java/jjava.jar"
    files = importlib.metadata.files("jjava") or []
    return next(Path(file.locate()).resolve() for file in files if file.name == "jjava.jar")


def pip_install(python: Path, name: str) -> list[object]:
    """The command line that installs what a lock names, if it is what the lock names."""
    quiet = ["--no-input", "--progress-bar", "off", "--retries", "2"]
    return [python, "-m", "pip", "install", *quiet, "--require-hashes", "-r", lock_of(name)]


def _create() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        raise say.Problem(
            "This Python cannot make virtual environments: its module ensurepip is missing. "
            "On Debian and Ubuntu install the package python3-venv; elsewhere use another Python.",
            say.MISSING,
        )
    # Half an environment, or one for another Python, is of no use to anyone.
    stamp.forget("venv", "installing", *TEST)
    if project.VENV.exists():
        shutil.rmtree(project.VENV)
    say.run(
        "Python environment",
        [sys.executable, "-m", "venv", project.VENV],
        "venv",
        project.environment(),
        f"Python could not make an environment in {project.VENV}.",
    )
    stamp.write("venv", identity())


def _install(name: str) -> None:
    env = project.environment()
    env["PIP_USER"] = "0"  # a user's habit that a virtual environment refuses
    say.run(
        "Python packages" if name == "requirements" else "Python packages for the tests",
        pip_install(interpreter(), name),
        f"pip-{name}",
        env,
        ADVICE,
    )
