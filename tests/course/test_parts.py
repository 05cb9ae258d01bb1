"""The test command: every part runs to its end, and the last line is the count of all."""

import sys
from pathlib import Path

import pytest
from course import jdk, library, parts, project, say
from course.parts import Count
from course.setup import Ready


@pytest.fixture
def ready(monkeypatch, tmp_path) -> Ready:
    """A project whose only tests are those that a test writes."""
    monkeypatch.setattr(project, "ROOT", tmp_path)
    monkeypatch.setattr(project, "TARGET", tmp_path / "target")
    monkeypatch.setattr(project, "STAMP", tmp_path / "stamp.json")
    monkeypatch.setattr(parts, "REPORTS", tmp_path / "target" / "pytest")
    monkeypatch.setattr(parts, "LAB_TABLE", tmp_path / "target" / "lab" / "bugs.md")
    monkeypatch.setattr(parts, "PROOFS", tmp_path / "target" / "exercises" / "proofs.md")
    return Ready(Path(sys.executable), jdk.Jdk(tmp_path, (25, 0, 3), ""), tmp_path, None)


def write(part: str, text: str) -> None:
    place = project.ROOT / "tests" / part
    place.mkdir(parents=True)
    (place / "test_it.py").write_text(text)


def test_a_part_that_fails_stops_no_other(ready, capfd):
    write("a", "import pytest\ndef test_1(): assert 0\n@pytest.mark.skip\ndef test_2(): pass\n")
    write("b", "def test_1(): pass\n")
    assert parts.run(ready, ["a", "b"]) == say.FAILED
    lines = capfd.readouterr().out.splitlines()
    assert "   a: 0 passed, 1 failed, 1 skipped" in lines
    assert "   b: 1 passed, 0 failed, 0 skipped" in lines
    assert lines[-1] == "1 passed, 1 failed, 1 skipped"


def test_all_passed_is_exit_code_0(ready, capfd):
    write("b", "def test_1(): pass\n")
    assert parts.run(ready, ["b"]) == 0
    assert capfd.readouterr().out.splitlines()[-1] == "1 passed, 0 failed, 0 skipped"


def test_a_part_that_cannot_be_read_counts_as_failed(ready, capfd):
    write("c", "import nothing_of_that_name\n")
    assert parts.run(ready, ["c"]) == say.FAILED
    assert capfd.readouterr().out.splitlines()[-1] == "0 passed, 1 failed, 0 skipped"


def test_a_part_killed_before_its_report_counts_as_failed(ready, capfd):
    write("d", "import os\ndef test_1(): os._exit(9)\n")
    assert parts.run(ready, ["d"]) == say.FAILED
    assert capfd.readouterr().out.splitlines()[-1] == "0 passed, 1 failed, 0 skipped"


def test_a_report_of_an_earlier_run_is_not_counted(ready, capfd):
    write("d", "import os\ndef test_1(): os._exit(0)\n")
    parts.REPORTS.mkdir(parents=True)
    (parts.REPORTS / "d.xml").write_text('<testsuites><testsuite tests="7"/></testsuites>')
    assert parts.run(ready, ["d"]) == say.FAILED, "a part without a report has proved nothing"
    assert capfd.readouterr().out.splitlines()[-1] == "0 passed, 1 failed, 0 skipped"


def test_a_build_that_fails_without_a_failed_test_counts_as_failed(ready, monkeypatch, capfd):
    monkeypatch.setattr(library, "maven", lambda goal: [sys.executable, "-c", "raise SystemExit(1)"])
    assert parts.run(ready, ["lib"]) == say.FAILED
    assert capfd.readouterr().out.splitlines()[-1] == "0 passed, 1 failed, 0 skipped"


MAVEN = """
from pathlib import Path
reports = Path({reports!r})
reports.mkdir(parents=True)
(reports / "TEST-rendezvous.RulesTest.xml").write_text({report!r})
"""


def maven(report: str) -> list:
    """A build that leaves this report of the test that counts the rules."""
    return [sys.executable, "-c", MAVEN.format(reports=str(project.TARGET / "surefire-reports"), report=report)]


RULES = '<testsuite tests="2"><testcase name="a"><system-out>Hm\nrules 80/168\n</system-out></testcase></testsuite>'


def test_the_library_alone_closes_on_its_rules(ready, monkeypatch, capfd):
    monkeypatch.setattr(library, "maven", lambda goal: maven(RULES))
    monkeypatch.setattr(library, "fetched", lambda goal: None)
    assert parts.run(ready, ["lib"]) == 0
    assert capfd.readouterr().out.splitlines()[-2:] == ["2 passed, 0 failed, 0 skipped", "rules 80/168"]


def test_with_others_the_library_s_rules_stand_below_its_count(ready, monkeypatch, capfd):
    monkeypatch.setattr(library, "maven", lambda goal: maven(RULES))
    monkeypatch.setattr(library, "fetched", lambda goal: None)
    write("b", "def test_1(): pass\n")
    assert parts.run(ready, ["lib", "b"]) == 0
    assert capfd.readouterr().out.splitlines()[-4:] == [
        "   lib: 2 passed, 0 failed, 0 skipped",
        "   rules 80/168",
        "   b: 1 passed, 0 failed, 0 skipped",
        "3 passed, 0 failed, 0 skipped",
    ]


def test_rules_that_nobody_counted_count_as_failed(ready, monkeypatch, capfd):
    monkeypatch.setattr(library, "maven", lambda goal: maven('<testsuite tests="2"/>'))
    monkeypatch.setattr(library, "fetched", lambda goal: None)
    assert parts.run(ready, ["lib"]) == say.FAILED
    said = capfd.readouterr().out
    assert "The rules were not counted" in said
    assert said.splitlines()[-1] == "2 passed, 1 failed, 0 skipped"


def test_surefires_reports_are_summed(tmp_path):
    (tmp_path / "TEST-A.xml").write_text('<testsuite tests="5" errors="1" failures="1" skipped="1"/>')
    (tmp_path / "TEST-B.xml").write_text('<testsuite tests="2" errors="0" failures="0" skipped="0"/>')
    assert parts.count(sorted(tmp_path.glob("*.xml"))) == Count(4, 2, 1)


LAB = """
import sys
from pathlib import Path
target = Path({target!r})
assert any(option.startswith("-Dtest=rendezvous/lab/") for option in sys.argv), sys.argv
assert not (target / "lab" / "bugs.md").exists(), "a table of an earlier run"
(target / "surefire-reports").mkdir(parents=True)
(target / "surefire-reports" / "TEST-A.xml").write_text('<testsuite tests="3"/>')
if {writes}:
    (target / "lab" / "bugs.md").write_text("| lost update | RACE |")
"""


def lab(monkeypatch, writes: bool) -> None:
    """A build that runs three tests, and writes the table or not."""
    code = LAB.format(target=str(project.TARGET), writes=writes)
    monkeypatch.setattr(library, "maven", lambda goal: [sys.executable, "-c", code])
    monkeypatch.setattr(library, "fetched", lambda goal: None)
    parts.LAB_TABLE.parent.mkdir(parents=True)
    parts.LAB_TABLE.write_text("of an earlier run")


def test_the_laboratory_closes_on_what_it_found(ready, monkeypatch, capfd):
    lab(monkeypatch, writes=True)
    assert parts.run(ready, ["lab"]) == 0
    lines = capfd.readouterr().out.splitlines()
    count = "3 passed, 0 failed, 0 skipped"
    assert lines[-4:] == ["| lost update | RACE |", "==", f"   lab: {count}", count]


def test_a_laboratory_without_its_table_counts_as_failed(ready, monkeypatch, capfd):
    lab(monkeypatch, writes=False)
    assert parts.run(ready, ["lab"]) == say.FAILED
    said = capfd.readouterr().out
    assert "The classic mistakes were not all tried" in said
    assert said.splitlines()[-1] == "3 passed, 1 failed, 0 skipped"


def test_all_parts_are_those_that_are_no_part_of_another(ready):
    write("b", "def test_1(): pass\n")
    assert parts.choose([]) == ["lib", "b"]
    assert parts.choose(["lab", "exercises", "b"]) == ["lab", "exercises", "b"]


EXERCISES = """
import sys
from pathlib import Path
target = Path({target!r})
assert any(option.startswith("-Dtest=rendezvous/exercise/") for option in sys.argv), sys.argv
(target / "surefire-reports").mkdir(parents=True)
(target / "surefire-reports" / "TEST-A.xml").write_text('<testsuite tests="3"/>')
if {writes}:
    (target / "exercises").mkdir()
    (target / "exercises" / "proofs.md").write_text("| 05.1 | solution |")
"""


@pytest.mark.parametrize("writes", [True, False])
def test_the_exercises_close_on_their_proofs(writes, ready, monkeypatch, capfd):
    code = EXERCISES.format(target=str(project.TARGET), writes=writes)
    monkeypatch.setattr(library, "maven", lambda goal: [sys.executable, "-c", code])
    monkeypatch.setattr(library, "fetched", lambda goal: None)
    assert parts.run(ready, ["exercises"]) == (0 if writes else say.FAILED)
    lines = capfd.readouterr().out.splitlines()
    if writes:
        assert "| 05.1 | solution |" in lines
    else:
        assert "The exercises were not proved: there is no proofs.md." in lines
    assert lines[-1] == f"3 passed, {0 if writes else 1} failed, 0 skipped"
