"""What the tests of this repository share: where it is, its files, and the command's help."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's top level."""
    return ROOT


@pytest.fixture(scope="session")
def files() -> list[str]:
    """Every file of the repository, also one that is still to be added to git."""
    listed = git("ls-files", "--cached", "--others", "--exclude-standard")
    return sorted(name for name in listed if (ROOT / name).is_file())  # git lists deleted ones too


@pytest.fixture(scope="session")
def modes() -> dict[str, str]:
    """The mode of every file that git knows, such as 100755."""
    staged = (line.partition("\t") for line in git("ls-files", "--stage"))
    return {path: entry.split()[0] for entry, _, path in staged}


@pytest.fixture(scope="session")
def ignored() -> list[str]:
    """The files that are committed although .gitignore names them."""
    return git("ls-files", "--cached", "--ignored", "--exclude-standard")


@pytest.fixture(scope="session")
def texts(files: list[str]) -> dict[str, str]:
    """The files that are text, with their content; locks and licences are not our words."""
    found = {}
    for name in files:
        path = ROOT / name
        if re.match(r"LICENSE|requirements.*\.txt$", name):
            continue
        content = path.read_bytes()
        if b"\0" not in content:
            found[name] = content.decode("utf-8")
    return found


@pytest.fixture(scope="session")
def commands() -> dict[str, str]:
    """The course's commands, each with its help."""
    names = re.findall(r"(?m)^ {4}([a-z]+)\b", course("--help"))
    assert names, f"no command found in the help:\n{course('--help')}"
    return {name: course(name, "--help") for name in names}


def course(*arguments: str) -> str:
    """What the command prints."""
    return run(sys.executable, ROOT / "course", *arguments)


def git(*arguments: str) -> list[str]:
    """The paths that a git command lists."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: which files belong to the repository is not known")
    # A checkout owned by another user, as in some containers, is ours to read all the same.
    safe = ("-c", f"safe.directory={ROOT.as_posix()}")
    return run("git", *safe, "-C", ROOT, *arguments, "-z").rstrip("\0").split("\0")


def run(*command: object) -> str:
    done = subprocess.run(
        [str(word) for word in command],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        stdin=subprocess.DEVNULL,
        timeout=60,
    )
    assert done.returncode == 0, f"{command}: exit {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout
