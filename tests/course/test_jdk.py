"""The JDK: which is chosen, which is refused, and what is said where there is none."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest
from course import jdk, kernel, project
from course.jdk import Jdk
from course.project import ROOT
from course.say import Problem

MODULES = "java.base jdk.compiler jdk.jshell"


@pytest.fixture(autouse=True)
def no_other_jdks(monkeypatch, tmp_path):
    """Only what a test makes is found."""
    monkeypatch.setattr(jdk, "_usual", lambda env: [(tmp_path / "usual", "*")])


def make(home: Path, version: str, modules: str = MODULES, release: bool = True) -> Path:
    """A directory that looks like a JDK's."""
    java = jdk.java_of(home)
    java.parent.mkdir(parents=True)
    properties = f"    java.vendor = Maker\\n    java.version = {version}\\n"
    listed = "".join(f"{name}@{version}\\n" for name in modules.split())
    java.write_text(
        f'#!/bin/sh\ncase "$*" in *--list-modules*) printf "{listed}";; *) printf "{properties}" >&2;; esac\n'
    )
    java.chmod(java.stat().st_mode | stat.S_IXUSR)
    if release:
        facts = f'IMPLEMENTOR="Maker"\nJAVA_VERSION="{version}"\nMODULES="{modules}"\n'
        (home / "release").write_text(facts)
    return home


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("25", (25, 0, 0)),
        ("25.0.3", (25, 0, 3)),
        ("25.0.3.1", (25, 0, 3, 1)),
        ("26-ea", (26, 0, 0)),
        ("1.8.0_402", (8, 0, 402)),
        ("", ()),
    ],
)
def test_a_version_is_read(text, version):
    assert jdk.parse_version(text) == version


def test_java_home_comes_first_even_if_a_newer_patch_is_about(tmp_path):
    mine = make(tmp_path / "mine", "25.0.1")
    make(tmp_path / "usual" / "newer", "25.0.4")
    assert jdk.find({"JAVA_HOME": str(mine), "PATH": ""}).home == mine


def test_an_old_java_home_is_passed_over(tmp_path):
    old = make(tmp_path / "old", "17.0.9")
    good = make(tmp_path / "usual" / "good", "25.0.3")
    assert jdk.find({"JAVA_HOME": str(old), "PATH": ""}).home == good


def test_the_newest_patch_of_25_is_preferred_to_a_newer_release(tmp_path):
    make(tmp_path / "usual" / "a", "25.0.2")
    best = make(tmp_path / "usual" / "b", "25.0.10")
    make(tmp_path / "usual" / "c", "26.0.1")
    assert jdk.find({"PATH": ""}).home == best


def test_a_newer_release_alone_is_taken_with_a_note(tmp_path):
    make(tmp_path / "usual" / "c", "26.0.1")
    found = jdk.find({"PATH": ""})
    assert found.version == (26, 0, 1)
    assert "tested on JDK 25" in found.warnings()[0]


@pytest.mark.skipif(project.WINDOWS, reason="links need rights there")
def test_java_in_path_is_followed_to_its_home(tmp_path):
    home = make(tmp_path / "elsewhere", "25.0.3")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "java").symlink_to(jdk.java_of(home))
    assert jdk.find({"PATH": str(tmp_path / "bin")}).home == home


@pytest.mark.skipif(project.WINDOWS, reason="the stand-in for java is a shell script")
def test_without_a_release_file_java_itself_is_asked(tmp_path):
    make(tmp_path / "usual" / "bare", "25.0.3", release=False)
    found = jdk.find({"PATH": ""})
    assert (found.version, found.vendor) == ((25, 0, 3), "Maker")


def test_an_old_jdk_is_named_in_the_refusal(tmp_path):
    old = make(tmp_path / "old", "17.0.9")
    with pytest.raises(Problem, match=r"needs a JDK 25 or newer. Found: .*old is Java 17.0.9") as refused:
        jdk.find({"JAVA_HOME": str(old), "PATH": ""})
    assert refused.value.code == 3


def test_a_runtime_without_a_compiler_is_refused(tmp_path):
    make(tmp_path / "usual" / "jre", "25.0.3", modules="java.base java.desktop")
    with pytest.raises(Problem, match="a JRE, not a JDK"):
        jdk.find({"PATH": ""})


def test_a_java_home_that_does_not_exist_is_no_crash(tmp_path):
    with pytest.raises(Problem, match="No Java was found"):
        jdk.find({"JAVA_HOME": str(tmp_path / "gone"), "PATH": str(tmp_path / "gone too")})


def test_below_25_0_3_the_known_bug_is_named():
    assert "JDK-8369227" in Jdk(Path("x"), (25, 0, 2), "").warnings()[0]
    assert Jdk(Path("x"), (25, 0, 3), "").warnings() == []


def test_without_a_jdk_the_command_says_in_one_line_what_to_install(copy):
    hidden = "import sys, course.jdk as jdk; jdk._usual = lambda env: []; from course.cli import main; "
    run = [sys.executable, "-c", hidden + "sys.exit(main(['lab', '--no-browser']))"]
    env = copy.environment() | {"PATH": "", "JAVA_HOME": "", "PYTHONPATH": str(copy.root / "lib")}
    done = subprocess.run(
        run, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 3
    assert done.stderr.startswith("course: The course needs a JDK 25 or newer. No Java was found.")
    assert "setup --yes" in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (copy.root / ".course" / "venv").exists(), "nothing is installed before a JDK is known"


def test_the_kernel_calls_the_jdk_that_was_found(tmp_path):
    home = make(tmp_path / "JDK ä", "25.0.3")
    spec = kernel.spec(Jdk(home, (25, 0, 3), "Maker"), ROOT / ".course" / "kernel", 2)
    assert spec["argv"][0] == str(jdk.java_of(home))
