"""All Python, the command too, is in one style: `python -m ruff format .` makes it so."""

import subprocess
import sys

import pytest
from course.project import ROOT


@pytest.mark.parametrize("check", [["check"], ["format", "--check"]], ids=["rules", "format"])
def test_python_is_in_style(check):
    command = [sys.executable, "-m", "ruff", *check, "--quiet", str(ROOT)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
