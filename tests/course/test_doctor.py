"""The doctor: a line for each finding, one verdict, and an exit code that agrees."""

import json
import subprocess
from pathlib import Path

import pytest
from course import doctor, jdk, machine, say, setup
from course.setup import Ready

WELL = {
    "versions": {"jjava": "1", "jupyterlab": "4"},
    "ready": 1.0,
    "first": 1.2,
    "answer": "2",
    "resident": 200,
    "painted": "families=16 dots=40",
    "families": 16,
    "dots": 40,
    "cores": 2,
}


@pytest.fixture
def examine(monkeypatch, capsys):
    """Runs the doctor on a made-up machine; gives the exit code and what was said."""

    def run(facts: dict | None = None, version=(25, 0, 3), memory=4000, disk=9000, problem=None, cache=Path("cache")):
        def ensure(yes: bool) -> Ready:
            if problem:
                raise problem
            return Ready(Path("python"), jdk.Jdk(Path("home"), version, "Maker"), Path("jars"), cache)

        answer = json.dumps(WELL | (facts or {})).encode()
        done = subprocess.CompletedProcess([], 0, answer, b"the kernel's last words")
        monkeypatch.setattr(setup, "ensure", ensure)
        monkeypatch.setattr(doctor.subprocess, "run", lambda *command, **options: done)
        monkeypatch.setattr(machine, "memory", lambda: memory)
        monkeypatch.setattr(machine, "free_disk", lambda: disk)
        code = doctor.doctor(yes=False)
        return code, capsys.readouterr().out

    return run


def test_all_is_well(examine):
    code, said = examine()
    assert code == 0
    assert said.splitlines()[-1] == "All is well."
    assert "ready in 1.0 s, 1+1 answered after 1.2 s, 200 MB resident" in said


def test_an_unsound_patch_is_noted_but_not_wrong(examine):
    code, said = examine(version=(25, 0, 2))
    assert code == 0
    assert "JDK-8369227" in said
    assert said.splitlines()[-1] == "The course works; 1 to note above."


def test_a_missing_start_up_cache_is_noted(examine):
    code, said = examine(cache=None)
    assert code == 0
    assert "note  Start cache none" in said


def test_little_memory_is_noted(examine):
    code, said = examine(memory=512)
    assert code == 0
    assert "note  Memory      512 MB" in said


@pytest.mark.parametrize(
    ("wrong", "what", "advice"),
    [
        ({"facts": {"dots": 0}}, "Fonts", "fontconfig"),
        ({"facts": {"families": 0}}, "Fonts", "fontconfig"),
        ({"facts": {"answer": "UnsatisfiedLinkError"}}, "Kernel", "want 2"),
        ({"facts": {"trouble": "RuntimeError: Kernel died"}}, "Kernel", "the kernel's last words"),
        ({"disk": 12}, "Disk", "Free 500 MB"),
        ({"problem": say.Problem("No JDK.\nGet one.")}, "Set-up", "Get one."),
    ],
)
def test_what_is_wrong_is_named_with_what_to_do(examine, wrong, what, advice):
    code, said = examine(**wrong)
    assert code == 1
    assert said.splitlines()[-1] == f"Not well: {what}. What to do stands beside each."
    assert advice in said
