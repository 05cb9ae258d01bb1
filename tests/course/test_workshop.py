"""The workshop's agendas: as the chapters say, one thing after the other, and with pauses."""

import re

import pytest
from course import project, workshop
from course.editions import sections
from course.notebooks import NotebookError, chapters, read

ENDS = {"half": "13:00", "first": "17:00", "second": "17:00"}
LONGEST = 120


def rows(name: str) -> list[tuple[int, int, str, int]]:
    table = (project.ROOT / workshop.PAGE).read_text("utf-8").split(f"<!-- {name}: generated -->")[1].split("<!--")[0]
    found = re.findall(r"(?m)^\| (\d+):(\d\d).(\d+):(\d\d) \| (.+?) \| (\d+) \|$", table)
    assert len(found) == table.count("\n| ") - 2, table
    return [(int(a) * 60 + int(b), int(c) * 60 + int(d), what, int(minutes)) for a, b, c, d, what, minutes in found]


def test_the_page_is_as_the_chapters_are():
    assert (project.ROOT / workshop.PAGE).read_text("utf-8") == workshop.page(project.ROOT)
    assert set(ENDS) == set(workshop.AGENDAS)


@pytest.mark.parametrize("name", ENDS)
def test_minutes_add_up_and_nobody_sits_too_long(name):
    now = since = workshop.START
    for begin, end, what, minutes in rows(name):
        assert begin == now and end - begin == minutes, what
        now = end
        if what in ("break", "lunch"):
            since = now
        assert now - since <= LONGEST, f"{name}: {what}: {now - since} minutes without a break"
    hours, rest = map(int, ENDS[name].split(":"))
    assert workshop.START < now <= hours * 60 + rest


@pytest.mark.parametrize("name", ENDS)
def test_minutes_are_those_of_the_sections(name):
    known = {
        path.name: {each.title.partition(":")[0]: each.minutes for each in sections(read(path))} for path in chapters()
    }
    for _, _, what, minutes in rows(name):
        if found := re.fullmatch(r"\[.+?\]\((.+?)\): (.+)", what):
            assert sum(known[found[1]][title] for title in found[2].split("; ")) == minutes, what


def test_what_no_chapter_has_is_said():
    with pytest.raises(NotebookError, match="'Nowhere' of 05-unbuffered-channels"):
        workshop.table(project.ROOT, [workshop.Part("05", ("Nowhere",))])
    with pytest.raises(NotebookError, match="chapter 77, which does not exist"):
        workshop.table(project.ROOT, [workshop.Part("77", ("Recall",))])
