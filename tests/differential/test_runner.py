"""The runner itself: what it must not overlook, and what it says then. Its programs are written here."""

from __future__ import annotations

from pathlib import Path

import engines
import pytest
from conftest import GO
from judge import Correspondences, complaint, go_outcome, java_outcome
from programs import Malformed, Program, Promise, head, programs, promise

# Short, for the programs that hang on purpose.
LIMIT = 1.0

HALVES = {
    "good": ('fmt.Println("a")', 'IO.println("a");'),
    "other": ('fmt.Println("a")', 'IO.println("b");'),
    "hangs": ('fmt.Println("a")\n\tfor {\n\t}', 'IO.println("a"); while (true) Thread.onSpinWait();'),
    "panics": ('fmt.Println("a")\n\tpanic("no")', 'IO.println("a"); throw new IllegalStateException("no");'),
    "errs": ("fmt.Println(a)", "IO.println(a);"),
    "warns": ("a := 1", "var a = (List<String>) (Object) new ArrayList<String>();"),
    "fails": ('fmt.Println("a")\n\tpanic("no")', 'IO.println("a"); throw new IllegalStateException("no");'),
    "survives": ('fmt.Println("a")', 'IO.println("a");'),
    "after": ('fmt.Println("a")', 'IO.println("a");'),
}
# Those whose heads say that they do not end well.
BADLY = ("fails", "survives")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("programs")
    for name, (go, java) in HALVES.items():
        top = "// Output:\n// a\n" + ("// Stderr: panic: no\n" if name in BADLY else "")
        (place / f"{name}.go").write_text(f'{top}package main\n\nimport "fmt"\n\nfunc main() {{\n\t{go}\n}}\n', "utf-8")
        (place / f"{name}.java").write_text(f"{top}void main() {{\n    {java}\n}}\n", "utf-8")
    return place


@pytest.fixture(scope="module")
def java_runs(folder: Path, java: list[str]) -> engines.Runs:
    return engines.run_java(java, programs(folder), folder / "classes", LIMIT)


@pytest.fixture(scope="module")
def go_runs(folder: Path) -> engines.Runs:
    if GO is None:
        pytest.skip("Go is not installed: how its programs are run is not tried")
    return engines.run_go(GO, programs(folder), folder / "built", LIMIT)


def wanted(name: str) -> Promise:
    return Promise((("a", "Stderr: panic: no") if name in BADLY else ("a",),))


def java_says(runs: engines.Runs, name: str) -> str | None:
    shown = {"Java": [java_outcome(run, Correspondences()) for run in runs[name]]}
    return complaint(name, wanted(name), shown, "Java")


def go_says(runs: engines.Runs, name: str) -> str | None:
    return complaint(name, wanted(name), {"Go": [go_outcome(run) for run in runs[name]]}, "Go")


def test_java_programs_that_are_right_pass_whatever_became_of_the_others(java_runs):
    assert java_says(java_runs, "good") is None
    assert java_says(java_runs, "after") is None


def test_go_programs_that_are_right_pass_whatever_became_of_the_others(go_runs):
    assert go_says(go_runs, "good") is None
    assert go_says(go_runs, "after") is None


def test_a_program_may_promise_not_to_end_well(java_runs):
    assert java_says(java_runs, "fails") is None
    assert "- Stderr: panic: no" in str(java_says(java_runs, "survives"))


def test_a_go_program_may_promise_not_to_end_well(go_runs):
    assert go_says(go_runs, "fails") is None
    assert "- Stderr: panic: no" in str(go_says(go_runs, "survives"))


def test_java_that_prints_something_else_is_shown_beside_what_is_wanted(java_runs):
    assert java_says(java_runs, "other") == (
        "other: Java does not do what the head of other says.\n"
        "The head (-) and Java (+):\n    - a\n    + b\n"
        "Java:\n    b (1 of 1)"
    )


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("hangs", ["it did not end", "hangs.main"]),
        ("panics", ["+ Stderr: panic: no"]),
        ("errs", ["it was not built", "errs.java:4", "cannot find symbol"]),
        ("warns", ["it was not built", "warns.java:4", "unchecked cast"]),
    ],
)
def test_java_that_fails_is_told_with_the_reason(java_runs, name, words):
    said = java_says(java_runs, name)
    assert said is not None
    for word in words:
        assert word in said


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("hangs", ["it did not end", "goroutine 1"]),
        ("panics", ["+ Stderr: panic: no"]),
        ("errs", ["it was not built", "undefined: a"]),
        ("warns", ["it was not built", "declared and not used"]),
    ],
)
def test_go_that_fails_is_told_with_the_reason(go_runs, name, words):
    said = go_says(go_runs, name)
    assert said is not None
    for word in words:
        assert word in said


def test_an_outcome_that_is_not_in_the_set_is_told_with_what_both_showed():
    said = complaint(
        "coin", promise(["Outcomes: heads | tails"]), {"Go": [("heads",), ("tails",)], "Java": [("edge",)]}, "Java"
    )
    assert said is not None
    assert "Not among the outcomes: edge" in said
    assert "Go:\n    heads (1 of 2)\n    tails (1 of 2)\nJava:\n    edge (1 of 1)" in said


def test_an_outcome_that_is_never_seen_is_told():
    said = complaint("coin", promise(["Outcomes: heads | tails"]), {"Go": [("heads",)] * 9}, "Go")
    assert said is not None
    assert "Not seen in 9 runs: tails" in said


def test_an_outcome_that_is_only_possible_need_not_be_seen():
    wanted = promise(["Outcomes: heads", "Possibly: tails | edge"])
    assert complaint("coin", wanted, {"Go": [("heads",), ("edge",)]}, "Go") is None
    assert complaint("coin", wanted, {"Go": [("edge",)]}, "Go") is not None


def test_an_end_that_is_not_the_promised_one_is_told():
    wanted = promise(["Output:", "a", "Stderr: panic: no"])
    assert complaint("it", wanted, {"Go": [("a", "Stderr: panic: no")]}, "Go") is None
    assert complaint("it", wanted, {"Go": [("a",)]}, "Go") is not None
    assert complaint("it", wanted, {"Go": [("a", "Stderr: panic: yes")]}, "Go") is not None


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["It prints a."],
        ["Output:"],
        ["Outcomes: a"],
        ["Output:", "Stderr: panic: no", "a"],
    ],
)
def test_a_head_that_promises_nothing_is_refused(lines):
    with pytest.raises(Malformed):
        promise(lines)


def test_heads_end_where_the_comment_ends(tmp_path):
    (tmp_path / "it.go").write_text("// Says a.\n//\n// Output:\n// a\npackage main\n// b\n", "utf-8")
    assert head(tmp_path / "it.go") == ["Says a.", "", "Output:", "a"]
    assert Program("it", tmp_path).promise == Promise((("a",),))


def test_java_is_read_in_gos_words(tmp_path):
    table = tmp_path / "table.md"
    table.write_text("| `panic: no room` | `FullException` | `full: ` |\n", "utf-8")
    words = Correspondences(table)
    assert words.line("recovered: full: got 3, want 2") == "recovered: no room"
    assert words.thrown('Exception in thread "main" a.b.FullException: full: got 3') == "panic: no room"
    assert words.thrown('Exception in thread "" a.b.C$Full: full: got 3') == "panic: full: got 3"
    assert words.thrown("something else") == "something else"
