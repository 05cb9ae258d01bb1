"""A folder that brings what a set-up downloads: filled once, taken where there is no network."""

import os
from pathlib import Path

import pytest
from course import library, packages, project, say, stick
from course.jdk import Jdk
from course.setup import Ready


@pytest.fixture
def course(tmp_path, monkeypatch) -> Path:
    """A course whose downloads lie in a place of the test's own, and a pip that only writes down what it is to do."""
    home = tmp_path / "course"
    for name in stick.COPIED:
        monkeypatch.setitem(stick.COPIED, name, home / name)
    (home / "m2" / "a").mkdir(parents=True)
    (home / "m2" / "a" / "a.jar").write_text("jar")
    monkeypatch.setattr(project, "HOME", home)
    monkeypatch.setattr(project, "STAMP", home / "stamp.json")
    monkeypatch.setattr(say, "run", lambda what, line, *more: (home / "pip").write_text(" ".join(map(str, line))))
    for name in ("PIP_NO_INDEX", "PIP_FIND_LINKS"):
        monkeypatch.setenv(name, "")
    return home


def fill(place: Path) -> list[str]:
    return stick.fill(Ready(Path("python"), Jdk(Path("jdk"), (25, 0, 3), ""), Path("jars"), None), place)


def test_what_is_filled_is_taken(course, tmp_path):
    place = tmp_path / "stick"
    assert f"setup --from {place}" in fill(place)[1]
    line = (course / "pip").read_text()
    assert " download " in line and "--require-hashes" in line and str(place / "wheels") in line
    jar = course / "m2" / "a" / "a.jar"
    jar.unlink()
    stick.take(place)
    assert jar.read_text() == "jar" and not (course / "jdk").exists()
    assert os.environ["PIP_NO_INDEX"] == "1" and os.environ["PIP_FIND_LINKS"] == (place / "wheels").as_uri()
    assert "-o" in library.maven("package")


def test_what_is_there_is_not_copied_again(course, tmp_path):
    fill(tmp_path / "stick")
    copied = tmp_path / "stick" / "m2" / "a" / "a.jar"
    copied.write_text("JAR")
    fill(tmp_path / "stick")
    assert copied.read_text() == "JAR"
    copied.write_text("cut")
    (course / "m2" / "a" / "a.jar").write_text("a longer one")
    fill(tmp_path / "stick")
    assert copied.read_text() == "a longer one"


def test_a_folder_of_nobody_and_one_of_another_version_are_refused(course, tmp_path):
    with pytest.raises(say.Problem, match="was not filled by this course"):
        stick.take(tmp_path)
    fill(tmp_path / "stick")
    (tmp_path / "stick" / stick.NOTE).write_text("older\n")
    with pytest.raises(say.Problem, match="another version"):
        stick.take(tmp_path / "stick")
    with pytest.raises(say.Problem, match="another version"):
        fill(tmp_path / "stick")
    (tmp_path / "file").touch()
    with pytest.raises(say.Problem, match="is no folder"):
        fill(tmp_path / "file")


def test_a_change_of_packages_is_another_version(monkeypatch):
    before = stick._wanted()
    monkeypatch.setattr(packages, "lock_of", lambda name: project.ROOT / "requirements-test.txt")
    assert stick._wanted() != before
