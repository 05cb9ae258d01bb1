"""The learner's progress as a file: read, merged, exported and reset; a damaged one is set aside."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from course import project, record
from course.record import Record, Standing
from course.say import Problem

SOLVED = Standing(3, "2026-01-02T10:00:00Z", 2, "", "2026-01-02T10:00:00Z", "class A {\n\tint \\n;\r\n}")
TRIED = Standing(1, "", 0, "", "2026-01-03T10:00:00Z", "b")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "progress.txt"


def write(file: Path, standings: record.Standings) -> None:
    file.write_text(record.text(standings), "utf-8", newline="\n")


def test_what_is_written_is_read_again(file):
    assert Record(file).read() == {}
    Record(file).add({"05.1": SOLVED, "05.q1": TRIED})
    assert Record(file).read() == {"05.1": SOLVED, "05.q1": TRIED}
    assert file.read_text("utf-8").split("\n")[0] == "rendezvous-progress 1"


def test_two_files_together_know_all_that_either_knew():
    later = Standing(2, "2026-01-04T10:00:00Z", 3, "2026-01-05T10:00:00Z", "2026-01-05T10:00:00Z", "later")
    together = Standing(3, "2026-01-02T10:00:00Z", 3, "2026-01-05T10:00:00Z", "2026-01-05T10:00:00Z", "later")
    assert SOLVED.merged(later) == together
    assert later.merged(SOLVED) == together
    assert together.merged(later) == together
    assert Standing().merged(TRIED) == TRIED
    assert TRIED.merged(Standing()) == TRIED


def test_adding_says_how_much_was_new(file):
    mine = Record(file)
    assert mine.add({"05.1": SOLVED}) == 1
    assert mine.add({"05.1": SOLVED}) == 0
    assert mine.add({"05.1": Standing(), "05.2": TRIED}) == 1
    assert mine.read() == {"05.1": SOLVED, "05.2": TRIED}


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text + "half of a li",
        lambda text: text.replace("rendezvous-progress 1\n", ""),
        lambda text: text + "05.2\tmany\t\t0\t\t\t\n",
        lambda text: text + "garbage\n",
        lambda text: "\x00" * 20 + "\n" + text.split("\n", 1)[1],
    ],
    ids=["cut", "no head", "no number", "a strange line", "zeroes"],
)
def test_a_damaged_file_is_set_aside_and_its_good_lines_stay(file, damage, capsys):
    damaged = damage(record.text({"05.1": SOLVED}))
    file.write_text(damaged, "utf-8", newline="\n")
    assert Record(file).read() == {"05.1": SOLVED}
    assert "is damaged" in capsys.readouterr().out
    Record(file).add({"05.2": TRIED})
    assert Record(file).read() == {"05.1": SOLVED, "05.2": TRIED}
    (aside,) = file.parent.glob("progress.txt.damaged-*")
    assert aside.read_text("utf-8") == damaged
    assert str(aside) in capsys.readouterr().out


def test_a_file_of_a_later_version_is_left_alone(file):
    file.write_text("rendezvous-progress 2\nwhatever\n")
    for change in (Record(file).read, lambda: Record(file).add({"05.1": SOLVED})):
        with pytest.raises(Problem, match="later version"):
            change()
    assert file.read_text() == "rendezvous-progress 2\nwhatever\n"


def test_many_writers_at_once_lose_nothing(file):
    code = (
        "import sys; from pathlib import Path; from course.record import Record, Standing\n"
        "for i in range(10): Record(Path(sys.argv[1])).add({f'{sys.argv[2]}.{i + 1}': Standing(1)})"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", code, str(file), f"0{n}"], env=environment()) for n in range(1, 4)
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    assert sorted(Record(file).read()) == sorted(f"0{n}.{i}" for n in range(1, 4) for i in range(1, 11))
    assert not list(file.parent.glob("*.new")), "a half-written file was left"


def environment() -> dict[str, str]:
    return project.environment()


@pytest.fixture
def work(tmp_path: Path) -> Path:
    work = tmp_path / "work"
    (work / ".rendezvous").mkdir(parents=True)
    write(work / ".rendezvous" / "progress.txt", {"05.1": SOLVED, "05.q1": TRIED, "04.1": TRIED})
    return work


def test_the_command_shows_what_is_solved(here, work):
    done = here("progress", "--work", str(work))
    assert done.returncode == 0, done.stdout
    assert re.search(r"^05  1 solved, 1 tried, \d+ open", done.stdout, re.M), done.stdout
    assert "✓ solved  05.1 The kitchen ★, 2 of 3 hints" in done.stdout
    assert "this machine only" in done.stdout


def test_an_export_can_be_imported_elsewhere(here, work, tmp_path):
    out = tmp_path / "out.txt"
    assert here("progress", "export", str(out), "--work", str(work)).returncode == 0
    assert "int" in out.read_text("utf-8")
    again = here("progress", "export", str(out), "--work", str(work))
    assert (again.returncode, "is there already" in again.stdout) == (1, True)
    other = tmp_path / "other"
    done = here("progress", "import", str(out), "--work", str(other))
    assert "3 records were read, 3 of yours changed" in done.stdout
    file = other / ".rendezvous" / "progress.txt"
    assert file.read_bytes() == (work / ".rendezvous" / "progress.txt").read_bytes()


def test_an_export_can_leave_out_what_was_written(here, work, tmp_path):
    out = tmp_path / "out.txt"
    here("progress", "export", str(out), "--no-answers", "--work", str(work))
    assert "class A" not in out.read_text("utf-8")
    assert set(record.parse(out.read_bytes(), out).standings) == {"05.1", "05.q1", "04.1"}


def test_what_is_no_progress_file_is_not_imported(here, work, tmp_path):
    before = (work / ".rendezvous" / "progress.txt").read_bytes()
    (tmp_path / "in.txt").write_text("a letter to a friend\n")
    done = here("progress", "import", str(tmp_path / "in.txt"), "--work", str(work))
    assert (done.returncode, "Nothing was imported" in done.stdout) == (1, True)
    assert here("progress", "import", str(tmp_path / "none"), "--work", str(work)).returncode == 1
    assert (work / ".rendezvous" / "progress.txt").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (["05.1"], {"05.q1", "04.1"}),
        (["5"], {"04.1"}),
        (["05.q1", "04"], {"05.1"}),
        (["all"], set()),
    ],
)
def test_one_exercise_a_chapter_or_all_can_be_reset(here, work, words, left):
    file = work / ".rendezvous" / "progress.txt"
    done = here("progress", "reset", *words, "--work", str(work))
    assert done.returncode == 0, done.stdout
    assert set(Record(file).read()) == left
    (aside,) = file.parent.glob("progress.txt.before-reset-*")
    assert record.parse(aside.read_bytes(), aside).standings["05.1"] == SOLVED


def test_a_reset_of_nothing_known_is_said(here, work):
    done = here("progress", "reset", "09.1", "--work", str(work))
    assert (done.returncode, "Nothing is known of 09.1" in done.stdout) == (1, True)
    done = here("progress", "reset", "--work", str(work))
    assert (done.returncode, "Say what to reset" in done.stdout) == (2, True)
