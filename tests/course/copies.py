"""The command, called in this project or in a fresh copy of it."""

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from course import project
from course.project import ROOT

# What pip, Java and the system need here to reach the network and to run; no more.
KEPT = ("PATH", "JAVA_HOME", "SYSTEMROOT", "TEMP", "TMP", "http_proxy", "https_proxy", "no_proxy")
KEPT_PREFIXES = ("PIP_", "SSL_", "HTTP_", "HTTPS_", "NO_PROXY", "CURL_", "REQUESTS_")


@dataclass
class Course:
    """The command in a copy of the project, called from a HOME of its own."""

    root: Path
    home: Path
    python: str = sys.executable
    env: dict[str, str] = field(default_factory=dict)

    def start(self, *arguments: str, **more: str) -> subprocess.Popen:
        return subprocess.Popen(
            [self.python, str(self.root / "course"), *arguments],
            cwd=self.home,
            env=self.environment() | more,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )

    def __call__(self, *arguments: str, limit: float = 60, **more: str) -> subprocess.CompletedProcess:
        process = self.start(*arguments, **more)
        try:
            output, _ = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGTERM)  # the command ends what it started
            output, _ = process.communicate()
            pytest.fail(f"course {' '.join(arguments)} did not end within {limit} s:\n{output}")
        return subprocess.CompletedProcess(process.args, process.returncode, output)

    def environment(self) -> dict[str, str]:
        if project.WINDOWS:
            # Windows' programs need much of what is set there, and find their home by other names.
            ours = ("JUPYTER", "IPYTHON", "PYTHON", "MAVEN", "PIP_CACHE")
            kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
            return kept | {"HOME": str(self.home)} | self.env
        kept = {
            name: value for name, value in os.environ.items() if name in KEPT or name.upper().startswith(KEPT_PREFIXES)
        }
        kept.pop("PIP_CACHE_DIR", None)
        own = Path.home() / ".config" / "pip" / "pip.conf"
        if own.exists():
            kept.setdefault("PIP_CONFIG_FILE", str(own))
        return kept | {"HOME": str(self.home), "LANG": "C"} | self.env


def copy_project(to: Path) -> Path:
    """The project as a new user gets it: without anything made."""
    made = shutil.ignore_patterns(".git", ".course", "target", "__pycache__", ".pytest_cache", ".ipynb_checkpoints")
    shutil.copytree(ROOT, to, ignore=made, symlinks=True)
    return to
