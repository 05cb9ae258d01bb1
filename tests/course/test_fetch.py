"""Fetching a JDK: offered, never forced; there whole or not at all.

The download itself is not tried here: a stand-in for install-jdk lays down what Temurin's archive holds.
"""

import sys
from pathlib import Path

import pytest
from course import fetch, jdk, packages, project
from course.say import Problem

# Where Temurin's archive has its java on this system.
HOME = "jdk-25.0.9+1/Contents/Home" if sys.platform == "darwin" else "jdk-25.0.9+1"
RELEASE = 'IMPLEMENTOR="Eclipse Adoptium"\nJAVA_VERSION="25.0.9"\nMODULES="java.base jdk.compiler jdk.jshell"\n'

INSTALLS = f"""
from pathlib import Path

def install(version, path):
    assert version == "25"
    java = Path(path, {HOME!r}, "bin", {jdk.java_of(Path()).name!r})
    java.parent.mkdir(parents=True)
    java.touch()
    Path(path, {HOME!r}, "release").write_text({RELEASE!r})
"""
BREAKS = INSTALLS + "    raise OSError('Connection refused')\n"


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch, tmp_path):
    monkeypatch.setattr(project, "FETCHED_JDKS", tmp_path / "jdk")
    monkeypatch.setattr(project, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(project, "LOG", tmp_path / "log")


def stand_in(monkeypatch, text: str) -> None:
    """Puts a module of our own where pip would put install-jdk."""
    program = "import sys; from pathlib import Path; p = Path(sys.argv[-1]); p.mkdir(parents=True)"
    program += f"; (p / 'jdk.py').write_text({text!r})"
    monkeypatch.setattr(packages, "pip_install", lambda python, name: [python, "-c", program])


def test_what_was_fetched_is_found(monkeypatch):
    stand_in(monkeypatch, INSTALLS)
    fetch.fetch(Path(sys.executable))
    found = [jdk.examine(home) for home in jdk.candidates({"PATH": ""})]
    assert (25, 0, 9) in [each.version for each in found if isinstance(each, jdk.Jdk)]


def test_a_download_that_breaks_off_leaves_nothing(monkeypatch):
    stand_in(monkeypatch, BREAKS)
    with pytest.raises(
        Problem, match=r"Temurin 25: failed(.|\n)*The network could not be reached(.|\n)*install a JDK 25"
    ):
        fetch.fetch(Path(sys.executable))
    assert list(project.FETCHED_JDKS.iterdir()) == []


@pytest.mark.parametrize(("answer", "wanted"), [("y", True), ("Yes ", True), ("", False), ("n", False)])
def test_it_is_fetched_only_after_a_yes(monkeypatch, answer, wanted):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    asked = []
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or answer)
    assert fetch.offer(yes=False) is wanted
    assert "Fetch Temurin 25" in asked[0]


def test_where_no_one_can_be_asked_nothing_is_fetched(monkeypatch):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    monkeypatch.setattr("builtins.input", lambda question: pytest.fail("nobody is there to answer"))
    assert fetch.offer(yes=False) is False
    assert fetch.offer(yes=True) is True
