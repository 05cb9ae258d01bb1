"""What is seen from nothing to a kernel: see freshstart.py, which is told beside the other tests."""

import json
import os
import subprocess

import pytest
from course import project
from freshstart import Story

# The story takes a minute, several on a busy machine.
pytestmark = pytest.mark.timeout(900)


def spec(story: Story) -> dict:
    file = story.root / ".course" / "jupyter" / "data" / "kernels" / "java" / "kernel.json"
    return json.loads(file.read_text("utf-8"))


def test_without_a_network_it_says_so_and_what_to_do(story):
    assert story.offline.returncode == 1
    assert "The network could not be reached. The first start needs it; later ones do not." in story.offline.stdout
    assert "give the same command again" in story.offline.stdout


def test_without_a_network_it_ends_soon(story):
    assert story.offline_seconds < 60


@pytest.mark.skipif(project.WINDOWS, reason="Windows has no SIGINT to send")
def test_ctrl_c_during_the_set_up_is_one_line(story):
    assert story.interrupted.returncode == 130
    assert story.interrupted.stdout.endswith("course: interrupted. The same command goes on from here.\n")
    assert "Traceback" not in story.interrupted.stdout


def test_after_both_the_set_up_succeeds(story):
    assert story.set_up.returncode == 0, story.set_up.stdout
    assert "Set up: JDK 2" in story.set_up.stdout


def test_progress_is_shown_for_what_takes_long(story):
    assert "Course library …" in story.set_up.stdout


def test_a_later_start_needs_no_network_and_makes_nothing(story):
    assert story.again.returncode == 0, story.again.stdout
    assert story.made_again == story.made


def test_a_later_start_is_short(story):
    # A set-up from nothing takes half a minute, its check a third of a second: ample room for a slow machine.
    assert story.again_seconds < 5


def test_the_kernel_adds_and_paints_below_such_a_path(story):
    assert "ok    Kernel" in story.doctor.stdout, story.doctor.stdout
    assert "Not well" not in story.doctor.stdout or "Fonts" in story.doctor.stdout


def test_the_kernel_has_a_start_up_cache(story):
    assert "Start cache" not in story.doctor.stdout, story.set_up.stdout
    argv = spec(story)["argv"]
    cache = next(word.partition("=")[2] for word in argv if word.startswith("-XX:AOTCache="))
    # Told to insist on the cache, the JVM fails unless it can use it.
    options = [*argv[1 : argv.index("-cp") + 2], "-XX:AOTMode=on", "-version"]
    done = subprocess.run(
        [argv[0], *options],
        env=os.environ | spec(story)["env"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, f"{cache}: {done.stdout}{done.stderr}"


def test_the_doctor_says_every_version_and_a_verdict(story):
    for what in ("Python", "JDK", "Maven", "JJava", "JupyterLab", "Library", "Cores", "Memory", "Disk"):
        assert f" {what} " in story.doctor.stdout
    assert story.doctor.stdout.splitlines()[-1].startswith(("All is well.", "The course works;", "Not well: Fonts"))


def test_home_stays_empty(story):
    assert [path.name for path in story.home.rglob("*")] == []


def test_nothing_is_made_outside_of_course_and_target(story):
    known = {path.name for path in story.root.iterdir()}
    assert ".course" in known
    strays = [path for path in story.root.rglob("__pycache__") if ".course" not in path.parts]
    assert strays == []


def test_the_kernelspec_below_the_project_is_the_one_used(story):
    assert str(story.root) in " ".join(spec(story)["argv"])
