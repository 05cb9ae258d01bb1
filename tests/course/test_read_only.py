"""A project in a directory where the user may not write."""

import os
import shutil
import subprocess
import sys

import pytest


def test_a_read_only_directory_is_named_with_what_to_do(copy):
    done = run_read_only(copy, "setup")
    assert done.returncode == 3, done.stdout
    assert done.stdout.startswith(f"course: The course cannot write in {copy.root} (")
    assert "Copy the project to a directory of your own and start it there." in done.stdout
    assert done.stdout.count("\n") == 1
    assert not (copy.root / ".course").exists()


def run_read_only(course, *arguments: str) -> subprocess.CompletedProcess:
    if os.name == "nt":
        pytest.skip("Windows has no read-only directories")
    command = [sys.executable, str(course.root / "course"), *arguments]
    if os.geteuid() == 0:
        # Root writes wherever it likes, but not into what is mounted read-only.
        if not can_mount():
            pytest.skip("root may not mount here, and no permission stops root")
        mount = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
        command = ["unshare", "-m", "sh", "-c", mount, str(course.root), *command]
    else:
        course.root.chmod(0o555)
    try:
        return subprocess.run(
            command,
            cwd=course.home,
            env=course.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=60,
            check=False,
        )
    finally:
        course.root.chmod(0o755)


def can_mount() -> bool:
    if not shutil.which("unshare"):
        return False
    attempt = ["unshare", "-m", "sh", "-c", "mount --bind /tmp /tmp"]
    return subprocess.run(attempt, capture_output=True, timeout=60, check=False).returncode == 0
