"""A Python that is too old gets a sentence, not a SyntaxError."""

import ast
import os
import runpy
import shutil
import subprocess
from pathlib import Path

import pytest
from course.project import ROOT

COMMAND = ROOT / "course"


def test_the_command_parses_on_an_old_python():
    ast.parse(COMMAND.read_text("utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 6, 15), (3, 9, 18)])
def test_an_old_python_is_told_what_is_needed(version):
    complaint = runpy.run_path(str(COMMAND))["too_old"](version)
    assert f"Python 3.10 or newer is needed; this is Python {version[0]}.{version[1]}" in complaint
    assert complaint.count("\n") == 1


@pytest.mark.parametrize("version", [(3, 10, 0), (3, 14, 2), (4, 0, 0)])
def test_a_newer_python_is_not_complained_about(version):
    assert runpy.run_path(str(COMMAND))["too_old"](version) is None


def test_real_old_pythons_say_it_and_exit_with_3(home):
    old = [python for python in installed() if is_old(python)]
    if not old:
        pytest.skip("no Python older than 3.10 on this machine")
    for python in old:
        done = subprocess.run([python, COMMAND, "lab"], capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 3, python
        assert done.stderr.startswith("course: Python 3.10 or newer is needed"), python
        assert done.stderr.count("\n") == 1, python


def installed() -> list[Path]:
    names = ["python2", "python2.7", *(f"python3.{minor}" for minor in range(6, 10))]
    found = [Path(path) for path in map(shutil.which, names) if path]
    if os.environ.get("PYENV_ROOT"):
        found += Path(os.environ["PYENV_ROOT"]).glob("versions/*/bin/python")
    return found


def is_old(python: Path) -> bool:
    ask = [python, "-c", "import sys; print(sys.version_info < (3, 10))"]
    done = subprocess.run(ask, capture_output=True, text=True, timeout=60, check=False)
    return done.stdout.strip() == "True"
