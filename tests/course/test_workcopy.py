"""The learner's copy of the notebooks: made, updated and reset; what was written in it stays."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from course import merge, project, workcopy
from course.say import Problem
from course.workcopy import WorkCopy

CHAPTER = "05-meeting.ipynb"


def book(**cells: str) -> str:
    made = [
        {"cell_type": "code", "id": name, "metadata": {}, "source": text, "outputs": [], "execution_count": None}
        for name, text in cells.items()
    ]
    return merge.text_of({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


@pytest.fixture
def source(tmp_path: Path) -> Path:
    source = tmp_path / "course" / "notebooks"
    (source / "images").mkdir(parents=True)
    (source / CHAPTER).write_text(book(a="A", b="B"))
    (source / "start.md").write_text("start")
    (source / "images" / "one.png").write_bytes(b"png")
    return source


@pytest.fixture
def copy(tmp_path: Path, source: Path) -> WorkCopy:
    made = WorkCopy(tmp_path / "mine", source)
    assert made.update() == []
    return made


def texts(copy: WorkCopy) -> list[str]:
    return [merge.content(cell)[1] for cell in merge.read((copy.root / CHAPTER).read_text())["cells"]]


def kept(copy: WorkCopy) -> list[str]:
    return sorted(path.name[: len("05-meeting")] + path.suffix for path in (copy.root / "kept").glob("*"))


def shown(copy: WorkCopy) -> set[str]:
    return {path.name for path in copy.root.iterdir() if not path.name.startswith(".")}


def test_the_copy_holds_what_the_course_has(copy, source):
    assert shown(copy) == {CHAPTER, "start.md", "images"}
    assert (copy.root / CHAPTER).read_bytes() == (source / CHAPTER).read_bytes()
    assert (copy.root / "images" / "one.png").read_bytes() == b"png"


def test_an_untouched_chapter_is_updated_without_a_word(copy, source):
    (source / CHAPTER).write_text(book(a="A2", b="B", c="C"))
    (source / "start.md").write_text("start 2")
    assert copy.update() == []
    assert texts(copy) == ["A2", "B", "C"]
    assert (copy.root / "start.md").read_text() == "start 2"
    assert not (copy.root / "kept").exists()


def test_nothing_new_leaves_the_learners_file_as_it_is(copy):
    (copy.root / CHAPTER).write_text(book(a="mine", b="B"))
    before = (copy.root / CHAPTER).stat().st_mtime_ns
    assert copy.update() == []
    assert (copy.root / CHAPTER).stat().st_mtime_ns == before


def test_a_touched_chapter_keeps_the_learners_cells_and_gets_the_news(copy, source):
    (copy.root / CHAPTER).write_text(book(a="mine", b="B"))
    (source / CHAPTER).write_text(book(a="A", b="B2", c="C"))
    assert copy.update() == [f"{CHAPTER} has news from the course; what you wrote is in it."]
    assert texts(copy) == ["mine", "B2", "C"]
    assert copy.update() == []


def test_a_conflict_keeps_both_and_the_notebook_as_it_was(copy, source):
    (copy.root / CHAPTER).write_text(book(a="mine", b="B"))
    (source / CHAPTER).write_text(book(a="A2", b="B"))
    (told,) = copy.update()
    assert "also in a cell that you had changed too" in told
    assert texts(copy) == ["A2", merge.NOTE_CHANGED, "mine", "B"]
    (aside,) = (copy.root / "kept").iterdir()
    assert str(aside) in told
    assert aside.read_text() == book(a="mine", b="B")
    # An update later leaves what was kept where it is.
    (source / CHAPTER).write_text(book(a="A3", b="B"))
    copy.update()
    assert texts(copy) == ["A3", merge.NOTE_CHANGED, "mine", "B"]


def test_a_broken_notebook_is_set_aside_and_replaced(copy, source):
    (copy.root / CHAPTER).write_text('{"cells": [')
    (source / CHAPTER).write_text(book(a="A2"))
    (told,) = copy.update()
    assert "could not be read" in told
    assert texts(copy) == ["A2"]
    (aside,) = (copy.root / "kept").iterdir()
    assert aside.read_text() == '{"cells": ['


def test_a_notebook_that_the_learner_deleted_comes_back(copy):
    (copy.root / CHAPTER).unlink()
    copy.update()
    assert texts(copy) == ["A", "B"]


def test_a_copy_without_its_base_loses_nothing(copy, source):
    (copy.root / CHAPTER).write_text(book(a="mine", b="B", own="own"))
    (copy.root / ".rendezvous" / "base" / CHAPTER).unlink()
    copy.update()
    assert texts(copy) == ["A", merge.NOTE_CHANGED, "mine", "B", "own"]


def test_a_page_that_both_changed_is_set_aside(copy, source):
    (copy.root / "start.md").write_text("mine")
    assert copy.update() == []
    assert (copy.root / "start.md").read_text() == "mine"
    (source / "start.md").write_text("new")
    (told,) = copy.update()
    assert told.startswith("start.md was changed by you and by the course.")
    assert (copy.root / "start.md").read_text() == "new"
    assert [path.read_text() for path in (copy.root / "kept").iterdir()] == ["mine"]


def test_a_chapter_that_the_course_dropped_goes_unless_it_was_changed(copy, source):
    (source / "06-other.ipynb").write_text(book(a="A"))
    copy.update()
    (source / "06-other.ipynb").unlink()
    assert copy.update() == []
    assert not (copy.root / "06-other.ipynb").exists()
    (copy.root / CHAPTER).write_text(book(a="mine", b="B"))
    (source / CHAPTER).unlink()
    (told,) = copy.update()
    assert "no longer part of the course" in told
    assert texts(copy) == ["mine", "B"]
    assert copy.update() == []


def test_files_of_the_learners_own_stay(copy, source):
    (copy.root / "notes.ipynb").write_text(book(a="note"))
    (source / CHAPTER).write_text(book(a="A2"))
    copy.update()
    assert (copy.root / "notes.ipynb").read_text() == book(a="note")


def test_a_reset_gives_back_the_courses_chapter_and_keeps_the_learners(copy, source):
    (copy.root / CHAPTER).write_text(book(a="mine", b="B"))
    told = copy.reset("5")
    assert texts(copy) == ["A", "B"]
    (aside,) = (copy.root / "kept").iterdir()
    assert str(aside) in told
    assert aside.read_text() == book(a="mine", b="B")
    copy.reset("05")
    assert len(list((copy.root / "kept").iterdir())) == 2
    with pytest.raises(Problem, match=r"There is no chapter 77\."):
        copy.reset("77")


def test_a_place_with_other_things_in_it_is_left_alone(tmp_path, source):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thesis.txt").write_text("x")
    with pytest.raises(Problem, match="there is something else"):
        WorkCopy(tmp_path / "full", source).update()
    (tmp_path / "file").write_text("x")
    with pytest.raises(Problem, match="there is something else"):
        WorkCopy(tmp_path / "file", source).update()
    assert (tmp_path / "full" / "thesis.txt").read_text() == "x"
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["thesis.txt"]


def test_a_copy_of_a_later_version_is_left_alone(copy):
    (copy.root / ".rendezvous" / "copy.json").write_text(json.dumps({"form": 2}))
    with pytest.raises(Problem, match="later version"):
        copy.update()


def test_the_place_is_named_by_the_caller_the_environment_or_the_home(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv(workcopy.VARIABLE, raising=False)
    if not project.WINDOWS:
        assert workcopy.place() == tmp_path / "rendezvous-notebooks"
    monkeypatch.setenv(workcopy.VARIABLE, str(tmp_path / "there"))
    assert workcopy.place() == tmp_path / "there"
    assert workcopy.place(str(tmp_path / "here")) == tmp_path / "here"


def test_two_updates_at_once_do_not_disturb_each_other(copy, source):
    (copy.root / CHAPTER).write_text(book(a="mine", b="B", own="own"))
    (source / CHAPTER).write_text(book(a="A", b="B2", c="C"))
    code = (
        "import sys; from pathlib import Path; from course.workcopy import WorkCopy; "
        "WorkCopy(Path(sys.argv[1]), Path(sys.argv[2])).update()"
    )
    command = [sys.executable, "-c", code, str(copy.root), str(source)]
    environment = {**os.environ, "PYTHONPATH": str(project.ROOT / "lib")}
    both = [subprocess.Popen(command, env=environment) for _ in range(2)]
    assert [each.wait(60) for each in both] == [0, 0]
    assert texts(copy) == ["mine", "B2", "own", "C"]
    assert not [path for path in copy.root.rglob("*") if path.name.startswith(f".{CHAPTER}")]


def test_the_command_resets_a_chapter(here, tmp_path):
    done = here("reset", "05", RENDEZVOUS_WORK=str(tmp_path / "mine"))
    assert done.returncode == 0, done.stdout
    assert (tmp_path / "mine" / "05-unbuffered-channels.ipynb").exists()
    done = here("reset", "77", "--work", str(tmp_path / "mine"))
    assert (done.returncode, done.stdout.split(".")[0]) == (2, "course: There is no chapter 77")
