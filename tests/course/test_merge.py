"""A new version of a notebook meets what a learner made of the old one: nothing that was written is lost."""

import itertools

import pytest
from course import merge


def cell(name: str, source: str, kind: str = "code", **more) -> dict:
    made = {"cell_type": kind, "id": name, "metadata": {}, "source": source}
    return made | ({"outputs": [], "execution_count": None} if kind == "code" else {}) | more


def book(*cells: dict) -> dict:
    return {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def texts(merged: merge.Merged) -> list[str]:
    return [merge.content(each)[1] for each in merged.notebook["cells"]]


BASE = book(cell("a", "A"), cell("b", "B"), cell("c", "C"))


def test_an_untouched_chapter_becomes_the_new_one():
    new = book(cell("a", "A2"), cell("new", "N"), cell("c", "C"))
    merged = merge.merge(BASE, BASE, new)
    assert merged.notebook["cells"] == new["cells"]
    assert not merged.touched
    assert merged.conflicts == []


def test_a_run_alone_touches_nothing_and_its_outputs_stay_with_their_source():
    ran = [cell(name, text, outputs=[{"text": text}], execution_count=7) for name, text in (("a", "A"), ("b", "B"))]
    merged = merge.merge(BASE, book(*ran, cell("c", "C")), book(cell("a", "A"), cell("b", "B2"), cell("c", "C")))
    assert not merged.touched
    first, second, _ = merged.notebook["cells"]
    assert (first["outputs"], first["execution_count"]) == ([{"text": "A"}], 7)
    assert (second["source"], second["outputs"], second["execution_count"]) == ("B2", [], None)


def test_what_the_learner_changed_stays_and_the_rest_is_updated():
    mine = book(cell("a", "mine"), cell("b", "B"), cell("c", "C"))
    merged = merge.merge(BASE, mine, book(cell("a", "A"), cell("b", "B2"), cell("x", "X"), cell("c", "C")))
    assert texts(merged) == ["mine", "B2", "X", "C"]
    assert merged.touched
    assert merged.conflicts == []


def test_a_cell_that_both_changed_is_kept_below_the_new_one_under_a_note():
    mine = book(cell("a", "A"), cell("b", "mine", metadata={"tags": ["exercise:05.1"]}), cell("c", "C"))
    merged = merge.merge(BASE, mine, book(cell("a", "A"), cell("b", "B2"), cell("c", "C")))
    assert texts(merged) == ["A", "B2", merge.NOTE_CHANGED, "mine", "C"]
    assert merged.conflicts == ["b"]
    _, _, note, yours, _ = merged.notebook["cells"]
    assert (note["cell_type"], yours["cell_type"]) == ("markdown", "code")
    assert (note["id"], yours["id"]) == ("b-note", "b-yours")
    assert yours["metadata"] == {}, "its tag would make it the course's cell"


def test_the_same_change_on_both_sides_is_no_conflict():
    mine = book(cell("a", "A"), cell("b", "B2"), cell("c", "C"))
    merged = merge.merge(BASE, mine, mine)
    assert texts(merged) == ["A", "B2", "C"]
    assert merged.conflicts == []


def test_cells_of_the_learner_stay_where_they_were():
    own = [cell(f"own{i}", f"own {i}", "markdown") for i in range(4)]
    a, b, c = BASE["cells"]
    mine = book(own[0], a, own[1], own[2], b, c, own[3])
    merged = merge.merge(BASE, mine, book(cell("a", "A2"), cell("n", "N"), b, c))
    assert texts(merged) == ["own 0", "A2", "own 1", "own 2", "N", "B", "C", "own 3"]


def test_a_cell_that_the_learner_deleted_stays_deleted():
    a, _, c = BASE["cells"]
    merged = merge.merge(BASE, book(a, c), book(a, cell("b", "B2"), c))
    assert texts(merged) == ["A", "C"]


def test_a_cell_that_the_course_dropped_goes_unless_it_was_changed():
    a, b, c = BASE["cells"]
    assert texts(merge.merge(BASE, BASE, book(a, c))) == ["A", "C"]
    mine = book(a, cell("b", "mine"), cell("own", "own"), c)
    merged = merge.merge(BASE, mine, book(a, c))
    assert texts(merged) == ["A", "own", merge.NOTE_GONE, "mine", "C"]
    assert merged.conflicts == ["b"]
    assert texts(merge.merge(BASE, book(cell("a", "mine"), b, c), book(b, c))) == [merge.NOTE_GONE, "mine", "B", "C"]
    assert b["source"] == "B"


def test_two_dropped_cells_keep_their_notes():
    mine = book(cell("a", "A"), cell("b", "mine b"), cell("c", "mine c"))
    merged = merge.merge(BASE, mine, book(cell("a", "A")))
    assert texts(merged) == ["A", merge.NOTE_GONE, "mine b", merge.NOTE_GONE, "mine c"]


def test_a_change_of_type_is_a_change():
    mine = book(cell("a", "A", "markdown"), *BASE["cells"][1:])
    merged = merge.merge(BASE, mine, book(cell("a", "A2"), *BASE["cells"][1:]))
    assert texts(merged)[:3] == ["A2", merge.NOTE_CHANGED, "A"]
    assert merged.notebook["cells"][2]["cell_type"] == "markdown"


def test_an_id_that_both_gave_to_cells_of_their_own_loses_neither():
    mine = book(*BASE["cells"], cell("n", "mine"))
    merged = merge.merge(BASE, mine, book(*BASE["cells"], cell("n", "new")))
    assert texts(merged)[3:] == ["new", merge.NOTE_CHANGED, "mine"]
    names = [each["id"] for each in merged.notebook["cells"]]
    assert len(names) == len(set(names))


def test_sources_as_lists_and_as_texts_are_the_same():
    mine = book(cell("a", ["A", "\n", "B"]))
    assert not merge.touched(book(cell("a", "A\nB")), mine)


def test_merging_twice_changes_nothing_more():
    mine = book(cell("own", "own"), cell("a", "mine"), cell("b", "mine too"))
    new = book(cell("a", "A"), cell("b", "B2"), cell("n", "N"))
    once = merge.merge(BASE, mine, new)
    assert texts(merge.merge(new, once.notebook, new)) == texts(once)
    # The update was written, and then the machine went down: the old base is still there.
    assert texts(merge.merge(BASE, once.notebook, new)) == texts(once)


def test_nothing_that_the_learner_wrote_is_ever_lost():
    """Each of three cells is left, changed or deleted by either side, in every way; one more is the learner's."""
    ways = ("same", "changed", "deleted")

    def made(side: str, kinds: tuple[str, ...]) -> list[dict]:
        return [
            cell(name, name.upper() if kind == "same" else f"{side} {name}")
            for name, kind in zip("abc", kinds, strict=True)
            if kind != "deleted"
        ]

    for ours, theirs in itertools.product(itertools.product(ways, repeat=3), repeat=2):
        mine = [cell("own", "own"), *made("mine", ours)]
        merged = merge.merge(BASE, book(*mine), book(*made("new", theirs), cell("n", "N")))
        got = texts(merged)
        for each in mine:
            wrote = each["source"]
            assert wrote in got or wrote in "ABC", (ours, theirs, got)
        assert "N" in got
        names = [each["id"] for each in merged.notebook["cells"]]
        assert len(names) == len(set(names)), (ours, theirs)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "Expecting value"),
        ("[]", "no list of cells"),
        ('{"cells": 3}', "no list of cells"),
        ('{"cells": [], "nbformat": 3}', "version 3"),
        ('{"cells": [7], "nbformat": 4}', "no cell"),
    ],
)
def test_what_is_no_notebook_is_refused(text, why):
    with pytest.raises(ValueError, match=why):
        merge.read(text)


def test_cells_without_ids_or_with_the_same_are_told_apart():
    text = merge.text_of(book({"cell_type": "code", "source": "x"}, cell("a", "1"), cell("a", "2")))
    assert [each["id"] for each in merge.read(text)["cells"]] == ["cell-1", "a", "a-2"]
