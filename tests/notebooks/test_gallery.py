"""Every entry of the gallery, run in a real kernel: it shows a figure with words for those who do not see it."""

from __future__ import annotations

import re

import pytest
from course import gallery
from course.gallery import Shown


@pytest.fixture(scope="module")
def shown() -> dict[str, Shown]:
    return {each.entry.name: each for each in gallery.run(gallery.entries())}


@pytest.mark.parametrize("name", [entry.name for entry in gallery.entries()])
def test_an_entry_shows_a_figure(shown: dict[str, Shown], name: str) -> None:
    entry = shown[name]
    assert entry.problem == ""
    (figure,) = entry.figures
    assert figure.image.startswith("data:image/png;base64,")
    assert re.search(r"\d", figure.alt), figure.alt
    assert len(figure.caption) > 20
    assert len(figure.text.splitlines()) >= 3
    assert entry.seconds < 15


def test_an_entry_that_fails_is_told_and_the_rest_is_shown() -> None:
    entries = [
        gallery.Entry("bad", "Bad", "", 'throw new IllegalStateException("no");'),
        gallery.Entry("none", "None", "", "1 + 1"),
        gallery.Entry("good", "Good", "", 'Bars.titled("t").x("m").bar("a", 1).figure()'),
    ]
    bad, none, good = gallery.run(entries)
    assert "IllegalStateException: no" in bad.problem
    assert "its last expression must be one. It showed: 2" in none.problem
    assert (good.problem, len(good.figures)) == ("", 1)
