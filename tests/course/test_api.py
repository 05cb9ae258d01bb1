"""`./course api`: what would break those who use the library is found, and what a version may change is known."""

import subprocess
import zipfile

import pytest
from course import api, jdk, project, say

OLD = "public class X { public void kept() {} public void gone() {} }"
LESS = "public class X { public void kept() {} }"
MORE = "public class X { public void kept() {} public void gone() {} public void come() {} }"
OTHER = "public class X { public void kept() {} public int gone() { return 0; } }"


@pytest.fixture
def compare(tmp_path, monkeypatch):
    """Compares two versions of a class."""
    found = jdk.find()
    monkeypatch.setattr(api, "PLACE", tmp_path / "api")

    def jar(name: str, source: str):
        place = tmp_path / name / "rendezvous" / "chan"
        place.mkdir(parents=True)
        (place / "X.java").write_text(f"package rendezvous.chan; {source}", "utf-8")
        subprocess.run([found.home / "bin" / "javac", place / "X.java"], check=True)
        made = tmp_path / f"{name}.jar"
        with zipfile.ZipFile(made, "w") as archive:
            archive.write(place / "X.class", "rendezvous/chan/X.class")
        return made

    return lambda old, new: api.compare(jar("old", old), jar("new", new), project.environment(found.home))


def test_what_was_taken_away_or_changed_is_incompatible(compare):
    found = compare(OLD, LESS)
    assert not found.compatible
    assert "gone()" in found.text


def test_another_result_is_incompatible(compare):
    assert not compare(OLD, OTHER).compatible


def test_what_came_new_is_compatible_and_listed(compare):
    found = compare(OLD, MORE)
    assert found.compatible
    assert "come()" in found.text


def test_no_change_is_said_by_no_line(compare):
    assert compare(OLD, OLD) == api.Changes(compatible=True, text="")


@pytest.mark.parametrize(
    ("before", "now", "may", "better"),
    [
        ("0.1.0", "0.1.1", False, "0.2.0"),
        ("0.1.0", "0.2.0", True, "0.2.0"),
        ("0.9.3", "1.0.0", True, "0.10.0"),
        ("1.2.0", "1.3.0", False, "2.0.0"),
        ("1.2.0", "2.0.0", True, "2.0.0"),
    ],
)
def test_a_version_says_whether_it_may_break_programs(before, now, may, better):
    assert api.may_break(before, now) == may
    assert api.next_version(before) == better


def test_an_unknown_revision_is_said(tmp_path):
    with pytest.raises(say.Problem, match="There is no revision 'nowhere'"):
        api.api("nowhere", yes=False)
