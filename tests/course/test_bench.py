"""The benchmark: it goes round in turns, says what went wrong, and writes what it measured."""

import json
import os
import shutil
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from course import bench, benchbuild, benchpage, benchrows, benchtable, benchworker, jdk, project, say
from course.bench import Plan, Run
from course.benchbuild import Programs
from course.benchrows import FLOOR, GO, GROWTHS, JDK, OURS, ROWS, Growth, Row
from course.benchtable import Cell, Point
from course.benchworker import Timing, Worker

# A worker whose answers can be foretold; it notes who was asked for what.
FAKE = """
import os, sys
name, carriers, notes = sys.argv[1:4]
for line in sys.stdin:
    with open(notes, "a") as file:
        file.write(f"{os.getpid()} {name} {carriers} {line}")
    if "crash" in line:
        print("the reason", file=sys.stderr)
        sys.exit(1)
    if "hang" in line:
        import time
        time.sleep(60)
    print("failed no such thing" if "fail" in line else f"ok {len(name)}.5 {len(name)}.5 1000", flush=True)
"""
PLAN = Plan("tried", 3, Timing(5, 3, 7), Timing(1, 3, 7), True, Timing(2, 3, 7), 2, benchrows.IMPLEMENTATIONS, True)
ROW = Row("a row", "program", "message", (OURS, GO), hands_off=True)
SECOND = Row("a buf row", "second", "message", (OURS, JDK))


class Fakes:
    """Workers that only pretend, and what they were asked."""

    def __init__(self, place: Path) -> None:
        self.script = place / "fake.py"
        self.script.write_text(FAKE)
        self.path = place / "notes"

    def command(self, programs: Programs, name: str, carriers: int) -> list[object]:
        return [sys.executable, self.script, name, carriers, self.path]

    def notes(self) -> list[list[str]]:
        """Process, implementation, carriers and request, of each that was asked."""
        return [line.split(maxsplit=3) for line in self.path.read_text().splitlines()]

    def worker(self, carriers: int = 1) -> Worker:
        return Worker(self.command(None, "fake", carriers), "fake", carriers, dict(os.environ))


@pytest.fixture
def fakes(monkeypatch, tmp_path) -> Fakes:
    found = Fakes(tmp_path)
    monkeypatch.setattr(project, "LOG", tmp_path / "log")
    monkeypatch.setattr(benchworker, "command", found.command)
    monkeypatch.setattr(bench, "CARRIERS", (1,))
    return found


def run(plan: Plan, who: tuple[str, ...] = benchrows.IMPLEMENTATIONS, go: Path | None = Path("go")) -> Run:
    java = jdk.Jdk(Path("jdk"), (25, 0, 3), "")
    return Run(Programs(Path("java"), "", go), plan, who, java, time.monotonic())


def test_each_round_asks_everybody_before_the_next_begins(fakes):
    run(PLAN).rows([ROW, SECOND])
    asked = [(name, request.split()[0]) for _, name, _, request in fakes.notes()]
    once = [
        (OURS, "RendezvousBench.program"),
        (GO, "program"),
        (FLOOR, "FloorBench.handOff"),
        (OURS, "RendezvousBench.second"),
        (JDK, "JdkBench.second"),
    ]
    assert asked == once * 3


def test_programs_that_are_kept_are_warmed_up_once_and_serve_all_rows(fakes):
    run(PLAN).rows([ROW, SECOND])
    ours = [(process, request) for process, name, _, request in fakes.notes() if name == OURS]
    assert len({process for process, _ in ours}) == 1
    assert [request.split()[1] for _, request in ours] == ["5", "5", "1", "1", "1", "1"]


def test_otherwise_every_measurement_has_a_program_of_its_own(fakes):
    run(replace(PLAN, kept=False)).rows([ROW])
    processes = [process for process, *_ in fakes.notes()]
    assert len(processes) == len(set(processes)) == 9


def test_a_cell_is_the_median_of_its_rounds_and_they_of_their_turns(fakes):
    cells = run(PLAN, (OURS,)).rows([ROW])
    assert cells == [Cell("a row", 1, OURS, (10.5, 10.5, 10.5))]
    assert Cell("a row", 1, OURS, (10, 40, 20)).entry() == {"row": "a row", "carriers": 1, "impl": OURS, "ns": 20}
    assert Cell("a row", 1, OURS, (10, 40, 20)).spread == 0.75


def test_one_hand_off_is_measured_once_and_is_the_floor_of_every_row_that_hands_off(fakes):
    other = replace(ROW, name="another", program="other")
    cells = run(PLAN, (OURS, FLOOR)).rows([ROW, other])
    assert [(cell.row, cell.implementation) for cell in cells if cell.implementation == FLOOR] == [
        ("a row", FLOOR),
        ("another", FLOOR),
    ]
    assert sum(name == FLOOR for _, name, *_ in fakes.notes()) == 3


def test_without_go_its_cells_are_left_out(fakes):
    cells = run(PLAN, go=None).rows([ROW])
    assert {cell.implementation for cell in cells} == {OURS, FLOOR}


def test_no_round_is_begun_that_would_end_too_late(fakes):
    cells = run(replace(PLAN, rows_until=0)).rows([ROW])
    assert {len(cell.rounds) for cell in cells} == {1}, "one round is always made"


def test_growth_is_measured_at_each_size(fakes):
    points = run(PLAN, (OURS, GO)).growths([Growth("grows", "more", "message", (1, 7, 9), (1, 7))])
    assert [point.entry() for point in points] == [
        {"growth": "grows", "n": 1, "carriers": 1, "impl": OURS, "ns": 10.5},
        {"growth": "grows", "n": 7, "carriers": 1, "impl": OURS, "ns": 10.5},
        {"growth": "grows", "n": 1, "carriers": 1, "impl": GO, "ns": 2.5},
        {"growth": "grows", "n": 7, "carriers": 1, "impl": GO, "ns": 2.5},
    ]
    assert [note[3] for note in fakes.notes()][:2] == [
        "RendezvousGrowth.more 2 3 7 n=1",
        "RendezvousGrowth.more 2 3 7 n=7",
    ]


def test_growth_for_which_no_time_is_left_is_named(fakes, capsys):
    assert run(replace(PLAN, until=0), (OURS,)).growths([GROWTHS[0]]) == []
    assert f"No time is left for: {GROWTHS[0].name}, {OURS}." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("fail", "The benchmark of fake, asked for 'fail 5 3 7': no such thing."),
        ("crash", "it ended without an answer.\n    the reason\nThe whole log: "),
        ("hang", "no answer within 0.5 s."),
    ],
)
def test_a_worker_that_fails_is_named_with_its_reason(fakes, monkeypatch, program, said):
    monkeypatch.setattr(benchworker, "LIMIT_SECONDS", 0.5)
    with fakes.worker() as worker, pytest.raises(say.Problem) as caught:
        worker.ask(program, Timing(5, 3, 7))
    assert said in str(caught.value)


@pytest.mark.skipif(benchworker.processors() is None, reason="this system binds no program to a core")
def test_a_worker_has_as_many_cores_as_carriers(fakes):
    ours = benchworker.processors()
    with fakes.worker(1) as worker:
        worker.ask("anything", Timing(1, 1, 1))
        assert os.sched_getaffinity(int(fakes.notes()[0][0])) == {ours[0]}
    assert benchworker.processors() == ours, "we ourselves stay unbound"


def test_without_go_one_line_says_so(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert benchbuild.build_go() is None
    assert capsys.readouterr().out == "Go is not installed: its rows are left out.\n"


@pytest.mark.skipif(shutil.which("go") is None, reason="needs Go")
def test_a_go_that_cannot_build_it_is_left_out_with_its_reason(monkeypatch, tmp_path, capsys):
    (tmp_path / "go.mod").write_text("module it\n\ngo 1.1\n")
    (tmp_path / "main.go").write_text("package main\n\nfunc main() { nothing() }\n")
    monkeypatch.setattr(benchbuild, "GO_SOURCE", tmp_path)
    assert benchbuild.build_go() is None
    line = capsys.readouterr().out.splitlines()[-1]
    assert line.startswith("Go cannot build tests/bench/go (") and "undefined: nothing" in line


def test_rows_are_chosen_by_words_in_their_names():
    rows, growths = benchrows.choose(["buf", "round trip"])
    assert [row.name for row in rows] == ["round trip", "buf 100 1:1", "buf 1000 4:4"]
    assert growths == []
    assert benchrows.choose([]) == (list(ROWS), list(GROWTHS))


def test_rows_with_a_buffer_and_of_start_up_say_so_in_their_names():
    assert [row.name for row in ROWS if "buf" in row.name] == ["buf 100 1:1", "buf 1000 4:4"]
    assert [row.name for row in ROWS if "start" in row.name] == ["start and join 100000"]


def test_the_table_shows_our_time_as_a_multiple_of_theirs():
    cells = [
        Cell("a row", 1, OURS, (200, 220, 240)),
        Cell("a row", 1, GO, (110,)),
        Cell("a row", 1, FLOOR, (88, 88)),
        Cell("a row", 2, OURS, (33.333, 33.333)),
    ]
    assert benchtable.table([ROW], cells) == [
        "| ns                 | who                 | 1 carrier |   ± | ours/it | 2 carriers |   ± | ours/it |",
        "| ------------------ | ------------------- | --------: | --: | ------: | ---------: | --: | ------: |",
        "| a row, per message | rendezvous          |       220 |  9% |         |       33.3 |  0% |         |",
        "|                    | go                  |       110 |     |    2.00 |            |     |         |",
        "|                    | floor: one hand-off |      88.0 |  0% |    2.50 |            |     |         |",
    ]


def test_a_table_of_growth_shows_the_last_as_a_multiple_of_the_first():
    points = [Point("grows", "message", size, 2, OURS, value) for size, value in ((1, 50), (64, 125))]
    assert benchtable.growth_table(points) == [
        "| grows, ns per message, 2 carriers | who        | n = 1 | n = 64 | last/first |",
        "| --------------------------------- | ---------- | ----: | -----: | ---------: |",
        "|                                   | rendezvous |  50.0 |    125 |       2.50 |",
    ]


@pytest.fixture
def pretended(fakes, monkeypatch, tmp_path) -> Path:
    """A whole run of the command with workers that pretend; where it leaves its files."""
    monkeypatch.setattr(benchbuild, "build", lambda jdk: Programs(Path("java"), "", Path("go")))
    monkeypatch.setattr(bench, "LATEST", tmp_path / "latest.json")
    monkeypatch.setattr(bench, "GROWTH", tmp_path / "growth.json")
    monkeypatch.setattr(bench, "PLACE", tmp_path)
    monkeypatch.setattr(benchpage, "PAGE", tmp_path / "BENCHMARKS.md")
    return tmp_path


def test_the_numbers_are_written_as_documented(pretended, capsys):
    assert bench.bench(True, ["buf 100 ", "select over n"], [OURS, JDK], False, False) == 0
    assert json.loads((pretended / "latest.json").read_text()) == [
        {"row": "buf 100 1:1", "carriers": 1, "impl": OURS, "ns": 10.5},
        {"row": "buf 100 1:1", "carriers": 1, "impl": JDK, "ns": 3.5},
    ]
    growth = json.loads((pretended / "growth.json").read_text())
    assert [(point["growth"], point["n"]) for point in growth] == [("select over n channels", n) for n in (1, 16, 64)]
    assert not (pretended / "BENCHMARKS.md").exists()
    said = capsys.readouterr().out
    assert "quick, for rough numbers" in said
    assert "| buf 100 1:1, per message | rendezvous |      10.5 |" in said


def test_a_page_of_a_part_is_refused(pretended):
    with pytest.raises(say.Problem, match="--write writes a page with all rows") as caught:
        bench.bench(True, ["buf"], [], True, False)
    assert caught.value.code == say.USAGE


def test_a_busy_machine_is_said_to_be_busy(monkeypatch):
    monkeypatch.setattr(benchpage.machine, "cores", lambda: 2)
    assert "did other work" in benchpage.facts("", 3, 1.1)["load"]
    assert "did other work" not in benchpage.facts("", 3, 0.9)["load"]


def test_every_program_runs_and_receives_what_was_sent(monkeypatch, tmp_path):
    """All rows and costs in the real programs, once each: each fails if its sum is wrong."""
    java = jdk.find()
    programs = benchbuild.build(java)
    shortest = Timing(0, 1, 1)
    plan = replace(PLAN, rounds=1, first=shortest, growth=shortest, growth_rounds=1)
    monkeypatch.setattr(project, "LOG", tmp_path)
    real = Run(programs, plan, benchrows.IMPLEMENTATIONS, java, time.monotonic())
    cells = real.rows(ROWS)
    expected = {
        (row.name, carriers, name)
        for row in ROWS
        for carriers in real.carriers
        for name in row.implementations
        if name != GO or programs.go
    }
    assert {(cell.row, cell.carriers, cell.implementation) for cell in cells} == expected
    assert all(cell.nanos > 0 for cell in cells)
    points = real.growths([replace(growth, quick_sizes=growth.sizes[:2]) for growth in GROWTHS])
    times = [point for point in points if point.measure == "ns"]
    assert {point.growth.split(":")[0] for point in times} == {growth.name for growth in GROWTHS}
    assert all(point.value > 0 for point in times)
