"""A browser of the machine's, to print pages with. It is used where it is there, and never fetched."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from course import say

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
LIMIT = 120
QUIET = (
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--hide-scrollbars",
)


def find() -> str | None:
    """The browser's program, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def print_pdf(page: Path, target: Path) -> Path:
    """Prints a page of the disk as PDF, without the browser's own header and footer."""
    return _make(target, [f"--print-to-pdf={target}", "--no-pdf-header-footer", page.as_uri()])


def _make(target: Path, arguments: list[str]) -> Path:
    program = find()
    if program is None:
        raise say.Problem("There is no Chromium or Chrome: install one, or do without the PDF.", say.MISSING)
    target.unlink(missing_ok=True)
    # Chromium keeps caches in the home it is told; the user's is not ours to write to.
    with tempfile.TemporaryDirectory(prefix="course-", ignore_cleanup_errors=True) as home:
        env = {**os.environ, "HOME": home, "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home}
        # As root there is no sandbox to be had.
        root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        command = [program, *QUIET, *root, f"--user-data-dir={home}/profile", *arguments]
        try:
            ended = subprocess.run(
                command, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=LIMIT, check=False
            )
        except subprocess.TimeoutExpired:
            raise say.Problem(f"{program} did not print {target.name} within {LIMIT} s.") from None
    if not target.exists():
        raise say.Problem(f"{program} did not make {target} (exit code {ended.returncode}):\n{ended.stderr[-2000:]}")
    return target
