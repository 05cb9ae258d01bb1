"""What is remembered of a set-up, and one set-up at a time."""

import os
import subprocess
import sys

import pytest
from course import project, stamp


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch, tmp_path):
    monkeypatch.setattr(project, "STAMP", tmp_path / "stamp.json")
    monkeypatch.setattr(project, "LOCK", tmp_path / "lock")


def test_a_step_is_remembered_beside_others():
    stamp.write("one", "a")
    stamp.write("two", {"b": 1})
    assert (stamp.read("one"), stamp.read("two"), stamp.read("three")) == ("a", {"b": 1}, None)


def test_a_forgotten_step_is_done_again():
    stamp.write("one", "a")
    stamp.write("two", "b")
    stamp.forget("one", "never written")
    assert (stamp.read("one"), stamp.read("two")) == (None, "b")


@pytest.mark.parametrize("text", ["", '{"one": ', "[1", "\x00\xff"])
def test_a_spoilt_stamp_counts_as_none(text):
    project.STAMP.write_text(text, "utf-8")
    assert stamp.read("one") is None
    stamp.write("one", "a")
    assert stamp.read("one") == "a"


def test_a_file_that_says_so_already_is_left_alone(tmp_path):
    file = tmp_path / "deep" / "file"
    stamp.replace(file, "text")
    before = file.stat()
    stamp.replace(file, "text")
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    stamp.replace(file, "other")
    assert file.read_text("utf-8") == "other"
    assert [path.name for path in file.parent.iterdir()] == ["file"], "no half-written file is left"


HOLD = """
import sys
from pathlib import Path
from course import project, stamp
project.LOCK = Path(sys.argv[1])
with stamp.lock():
    print("held", flush=True)
    sys.stdin.readline()
"""


def holder() -> subprocess.Popen:
    run = [sys.executable, "-c", HOLD, str(project.LOCK)]
    env = os.environ | {"PYTHONPATH": str(project.ROOT / "lib"), "PYTHONUTF8": "1"}
    return subprocess.Popen(run, env=env, encoding="utf-8", stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def test_the_second_set_up_waits_for_the_first():
    with holder() as first:
        assert first.stdout.readline() == "held\n"
        with holder() as second:
            assert second.stdout.readline() == "Another set-up is at work here; waiting for it …\n"
            first.stdin.write("\n")
            first.stdin.flush()
            assert second.stdout.readline() == "held\n"
            second.stdin.write("\n")
            second.stdin.flush()


def test_a_set_up_that_was_killed_holds_nothing():
    with holder() as first:
        assert first.stdout.readline() == "held\n"
        first.kill()
        first.wait()
    with stamp.lock():
        pass


def test_waiting_has_an_end(monkeypatch):
    monkeypatch.setattr(stamp, "WAIT_SECONDS", 0)
    with holder() as first:
        assert first.stdout.readline() == "held\n"
        with pytest.raises(stamp.say.Problem, match="Another set-up has held"), stamp.lock():
            pass
        first.stdin.write("\n")
        first.stdin.flush()
