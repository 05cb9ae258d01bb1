"""The stress tests: known, not part of all, and what they say of rows, mutants and the memory model."""

import sys
from pathlib import Path

import pytest
from course import cli, jdk, parts, project, say, stress, stressbuild, stressrun, stresstable
from course.setup import Ready
from course.stressbuild import Mutant, Programs
from course.stressrun import Ended
from course.stresstable import Caught, Pair, Result

LIB = "final class Gate {\n    boolean open;\n\n    void open() {\n        open = true;\n    }\n}\n"
PATCH = """--- a/lib/Gate.java
+++ b/lib/Gate.java
@@ -40,3 +40,3 @@
     void open() {
-        open = true;
+        open = false;
     }
"""


def test_it_is_known_and_no_part_of_all():
    assert parts.STRESS in parts.names()
    assert parts.STRESS not in parts.choose([])
    assert parts.choose(["stress"]) == ["stress"]


def test_its_options_are_refused_for_other_parts(capsys):
    assert cli.main(["test", "lib", "--quick"]) == say.USAGE
    assert "--quick and --rows are for the part stress" in capsys.readouterr().err


def test_rows_are_chosen_by_words_in_their_names_and_tools():
    assert stress.chosen(["jcstress"]) == {"jcstress": list(stress.GROUPS)}
    assert stress.chosen(["sem", "soak"]) == {"Lincheck": ["semaphore"], "soak": ["soak"]}
    assert stress.chosen([]) == {tool: list(rows) for tool, rows in stress.TOOLS.items()}


def test_each_tool_has_three_mutants_of_a_row_that_there_is():
    tools = [stress.tool_of(mutant.row) for mutant in stressbuild.mutants()]
    assert {tool for tool in stress.TOOLS if tools.count(tool) >= 3} == {"jcstress", "Lincheck", "soak", "million"}


def test_a_row_of_a_mutant_that_there_is_not_is_named():
    with pytest.raises(say.Problem, match=r"There is no row nothing\. The rows: race detector, hand-off"):
        stress.tool_of("nothing")


@pytest.mark.parametrize("mutant", stressbuild.mutants(), ids=lambda mutant: mutant.name)
def test_the_mutants_apply_to_the_library_as_it_is(mutant):
    for path, hunks in stressbuild._files(mutant.patch):
        text = (project.ROOT / path).read_text("utf-8")
        for old, new in hunks:
            assert old != new
            text = mutant._apply(path, text, old, new)


@pytest.fixture
def library(monkeypatch, tmp_path) -> Path:
    monkeypatch.setattr(project, "ROOT", tmp_path)
    source = tmp_path / "lib" / "Gate.java"
    source.parent.mkdir()
    source.write_text(LIB)
    return source


def programs() -> Programs:
    return Programs(jdk.find(), ("programs", "library"), Path("agent.jar"))


def mutant(patch: str = PATCH) -> Mutant:
    return Mutant("shut", "soak", "", "it stays shut", patch)


def test_a_mutant_is_compiled_beside_the_library(library, tmp_path):
    classes = mutant().build(programs(), tmp_path / "made")
    assert [path.name for path in classes.iterdir()] == ["Gate.class"]
    assert library.read_text() == LIB
    assert "open = false" in (tmp_path / "made" / "shut" / "lib" / "Gate.java").read_text()


def test_a_mutant_that_no_longer_applies_says_so(library, tmp_path):
    library.write_text(LIB.replace("open = true", "open |= true"))
    with pytest.raises(say.Problem, match=r"Mutant shut does not apply any more: in lib/Gate\.java .* found 0 times"):
        mutant().build(programs(), tmp_path / "made")


def test_a_mutant_of_a_file_that_is_gone_says_so(library, tmp_path):
    library.unlink()
    with pytest.raises(say.Problem, match=r"Mutant shut: there is no lib/Gate\.java"):
        mutant().build(programs(), tmp_path / "made")


def test_a_mutant_that_does_not_compile_says_so(library, tmp_path):
    with pytest.raises(say.Problem, match=r"(?s)Mutant shut does not compile.*error: "):
        mutant(PATCH.replace("open = false;", "open = 7;")).build(programs(), tmp_path / "made")


PROGRAM = """
import sys, time
print("something for people")
print("progress\\thalf", flush=True)
print("row\\tsoak\\t{verdict}\\t7 messages\\t{why}", flush=True)
time.sleep({seconds})
sys.exit({code})
"""


def program(verdict: str = "ok", why: str = "", seconds: float = 0, code: int = 0) -> list[object]:
    return [sys.executable, "-c", PROGRAM.format(verdict=verdict, why=why, seconds=seconds, code=code)]


@pytest.fixture
def ready(monkeypatch, tmp_path) -> Ready:
    monkeypatch.setattr(project, "LOG", tmp_path / "log")
    monkeypatch.setattr(stress, "PLACE", tmp_path)
    monkeypatch.setattr(stress, "TABLE", tmp_path / "stress.md")
    monkeypatch.setattr(stressbuild, "build", lambda jdk: programs())
    monkeypatch.setattr(Mutant, "build", lambda self, programs, place: tmp_path)
    return Ready(Path(sys.executable), jdk.Jdk(tmp_path, (25, 0, 3), ""), tmp_path, None)


def answer(monkeypatch, sound: list[object], mutated: list[object]) -> None:
    """Runs these in place of the programs, on the library and on mutants."""
    monkeypatch.setattr(
        stress.Run, "_command", lambda self, *rest, mutant=None, **more: sound if mutant is None else mutated
    )


def test_what_a_program_says_is_read_and_kept(ready, tmp_path):
    shown = []
    ended = stressrun.run(program(), "name", tmp_path / "work", {}, 60, shown.append)
    assert (ended.code, ended.late, shown) == (0, False, ["half"])
    assert ended.of("row") == [["soak", "ok", "7 messages", ""]]
    assert "something for people" in ended.log.read_text()


def test_a_program_that_does_not_end_is_ended(ready, tmp_path):
    ended = stressrun.run(program(seconds=60), "name", tmp_path / "work", {}, 1, print)
    assert ended.late
    assert "it was ended since it took too long" in ended.trouble()


def test_rows_that_hold_and_mutants_that_are_found_count_as_passed(ready, monkeypatch, capfd):
    answer(monkeypatch, program(), program("failed", "messages lost", code=1))
    assert parts.run(ready, ["stress"], rows=["soak"]) == 0
    lines = capfd.readouterr().out.splitlines()
    there = sum(one.row == "soak" for one in stressbuild.mutants())
    assert lines[-1] == f"{1 + there} passed, 0 failed, 0 skipped"
    assert any(line.startswith("| soak ") and f"{there}/{there}" in line and "7 messages" in line for line in lines)


def test_a_mutant_that_survives_fails(ready, monkeypatch, capfd):
    answer(monkeypatch, program(), program())
    assert parts.run(ready, ["stress"], quick=True, rows=["soak"]) == say.FAILED
    said = capfd.readouterr().out
    assert "NOT FOUND" in said and "| 0/1 " in said
    assert said.splitlines()[-1] == "1 passed, 1 failed, 0 skipped"


def test_a_mutant_that_ends_without_a_verdict_fails(ready, monkeypatch, capfd):
    answer(monkeypatch, program(), [sys.executable, "-c", "print('no such class'); raise SystemExit(1)"])
    assert parts.run(ready, ["stress"], quick=True, rows=["soak"]) == say.FAILED
    said = capfd.readouterr().out
    assert "no verdict: it ended with exit code 1" in said and "no such class" in said


def test_a_row_that_fails_is_named_with_its_reason(ready, monkeypatch, capfd):
    answer(monkeypatch, program("failed", "one message lost", code=1), program("failed", "found", code=1))
    assert parts.run(ready, ["stress"], quick=True, rows=["soak"]) == say.FAILED
    assert "FAILED: one message lost" in capfd.readouterr().out


def test_rows_that_there_are_not_are_refused(ready):
    with pytest.raises(say.Problem, match="No row has nothing in its name") as caught:
        parts.run(ready, ["stress"], rows=["nothing"])
    assert caught.value.code == say.USAGE


RACE, NONE = ["race", "1", "", "", ""], ["none", "9", "0", "", ""]
CALM, ODD, BAD = [("0, 1", "ACCEPTABLE")], [("0, 0", "ACCEPTABLE_INTERESTING")], [("7", "FORBIDDEN")]


@pytest.mark.parametrize(
    ("detected", "observed", "trouble"),
    [
        (NONE, CALM, ""),
        (RACE, CALM, ""),
        (RACE, ODD, ""),
        ([*NONE[:4], "opaque"], ODD, ""),
        (NONE, ODD, "no race by the detector, and an outcome that no interleaving explains"),
        (NONE, BAD, "forbidden and seen: 7"),
        (RACE, BAD, "forbidden and seen: 7"),
        (["none", "9", "0", "want a race", ""], CALM, "want a race"),
        (None, CALM, "the race detector did not run it"),
        (NONE, None, "jcstress did not run it"),
    ],
)
def test_jcstress_and_the_race_detector_agree_or_not(detected, observed, trouble):
    assert Pair.of("case", detected, observed).trouble == trouble


def test_the_tables_say_what_was_run_and_found():
    results = [Result("a", "holds", "soak", "7", 2, ""), Result("b", "more", "soak", "8", 2, "lost")]
    text = stresstable.text("tried", results, [Caught("m", "bad", "a", "soak", "seen", 3)], [])
    assert "| a   | holds          | soak | 7    | 2 s            | 1/1     | holds        |" in text
    assert "| b   | more           | soak | 8    | with the above |         | FAILED: lost |" in text
    assert "| m      | bad     | soak: a | seen     | 3 s  |" in text


def test_an_end_without_facts_has_none():
    assert Ended(0, 1.0, False, Path("log")).of("row") == []
