"""What stands on which slide, and what is for the speaker alone."""

import base64
import re
import struct

import pytest
from course import project, slidepage, slides, tidy
from course.notebooks import read
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

CHAPTER = project.NOTEBOOKS / "07-directions-and-closing.ipynb"
LONG = (
    "A hand-off takes a while, for whoever comes first has to wait until the other one comes, however long it takes. "
)


def text(source: str, mark: str = "", **more):
    cell = new_markdown_cell(source, metadata=more)
    if mark:
        cell.metadata["slideshow"] = {"slide_type": mark}
    return cell


def code(source: str, *outputs, mark: str = ""):
    cell = new_code_cell(source, outputs=list(outputs))
    if mark:
        cell.metadata["slideshow"] = {"slide_type": mark}
    return cell


def shown(html: str, plain: str = "x"):
    return new_output("execute_result", data={"text/html": html, "text/plain": plain}, execution_count=1)


def deck(*cells):
    return slides.deck("07", new_notebook(cells=[text("# 07 · One\n\n## Two"), *cells]))[1:]


def said(slide) -> str:
    return "\n".join(part.text for part in slide.parts)


def test_a_chapter_begins_with_its_title_and_goals_and_has_no_solution():
    notebook = read(CHAPTER)
    made = slides.deck("07", notebook)
    assert made[0].is_title and made[0].heading.startswith("07 · ") and "minutes" in said(made[0])
    assert "you can" in made[1].heading and said(made[1]).count("\n- ") >= 3
    page = slidepage.render(CHAPTER, notebook)
    assert page.count('<section class="slide') == len(made) > 30
    every = "\n".join(said(slide) for slide in made)
    assert "hint(" not in every and "check(" not in every and "Chapters: " not in every
    assert [slide.heading[:13] for slide in made].count("Exercise 07.1") >= 1


def test_a_page_asks_for_nothing():
    page = slidepage.render(CHAPTER, read(CHAPTER))
    assert not re.search(r'<(?:img|script|link|iframe)\b[^>]*(?:src|href)="(?!data:)', page)
    assert not re.search(r'href="(?!https?:)', page)
    assert "url(" not in page


def test_a_heading_begins_a_slide_wherever_it_stands():
    made = deck(text("Before.\n\n### Three\n\nAfter."))
    assert [(slide.heading, said(slide)) for slide in made] == [("Two", "Before."), ("Three", "After.")]
    assert {slide.section for slide in made} == {"Two"}


def test_long_prose_is_cut_to_what_defines_and_asks_and_is_whole_in_the_notes():
    made = deck(text(f"{LONG}{LONG}That is called a **rendezvous**. {LONG}Who waits?"))
    assert said(made[0]).endswith("That is called a **rendezvous**. Who waits?")
    assert made[0].notes[0].count("A hand-off") == 3
    assert slides.shortened("Short. Enough.") == "Short. Enough."
    for asks in ("Look for *two*: *who closes?* and *who leaves?*", "Is it waiting, or computing? A pool has threads."):
        assert slides.shortened(f"{LONG}{asks} It is so. {LONG}{LONG}") == asks


def test_code_in_a_text_is_one_part():
    (slide,) = deck(text("In Go:\n\n```go\na := 1\n\nb := 2\n```\n\nSo it is."))
    assert [part.text.strip().count("```") for part in slide.parts] == [0, 2, 0], said(slide)


def test_minutes_are_no_text_for_the_room():
    assert said(deck(text("Three questions. *(5 minutes)*"))[0]) == "Three questions."


def test_a_misconception_begins_a_slide():
    made = deck(
        text("Each is a belief.\n\n**“It holds one.”** Where?"), code("1"), text("**Rule:** none.\n\n**“All.”**")
    )
    assert [said(slide) for slide in made] == ["**“It holds one.”** Where?\n1\n**Rule:** none.", "**“All.”**"]


def test_two_codes_are_two_slides_and_a_full_slide_is_followed_by_another():
    made = deck(code("int a;"), code("int b;"), code("\n".join(["int c;"] * 18)), text("- a\n- b\n- c\n- d"))
    assert len(made) == 4
    assert all(slide.height <= slides.ROOM for slide in made)


def test_a_last_line_goes_with_what_it_is_about():
    (slide,) = deck(code("\n".join(["int c;"] * 18)), text("**Rule:** count."))
    assert slides.ROOM < slide.height <= slides.ROOM + slides.SPILL


def test_who_asks_or_announces_goes_along():
    lists, ten = "\n".join(["- word"] * 8), "\n".join(["int c;"] * 8)
    for lead in ("What comes?", "Now the other:"):
        before, after = deck(text(f"{lists}\n\n{lead}"), code(ten))
        assert [part.text for part in after.parts] == [lead, ten]
        assert said(before) == lists
    before, after = deck(text(f"{lists}\n\nIt ends."), code(ten))
    assert said(before).endswith("It ends.")


def test_what_an_instructor_is_told_is_a_note_of_the_first_slide():
    notebook = new_notebook(cells=[text("# 07 · One\n\n## Two\n\nText."), text("Ask them.", tags=["instructor"])])
    made = slides.deck("07", notebook)
    assert made[0].notes == ["Ask them."] and len(made) == 2


def test_optional_sections_are_left_out():
    made = deck(text("Text.\n\n## More (optional)\n\nNot now."), code("1"), text("### In it\n\nNo.\n\n## Next\n\nYes."))
    assert [slide.heading for slide in made] == ["Two", "Next"]


@pytest.mark.parametrize(
    ("mark", "want"),
    [
        ("", [["a", "b", "c"]]),
        ("slide", [["a"], ["b", "c"]]),
        ("subslide", [["a"], ["b", "c"]]),
        ("skip", [["a", "c"]]),
        ("notes", [["a", "c"]]),
    ],
)
def test_a_mark_decides(mark, want):
    made = deck(text("a"), text("b", mark), text("c"))
    assert [[part.text for part in slide.parts] for slide in made] == want
    assert (made[0].notes == ["b"]) is (mark == "notes")


def test_a_fragment_waits_for_a_key():
    assert [part.fragment for part in deck(text("a"), text("b", "fragment"))[0].parts] == [False, True]


def test_every_mark_is_one_that_tidying_keeps(tmp_path):
    assert slides.TYPES
    for mark in slides.TYPES:
        path = tmp_path / "x.ipynb"
        path.write_text(tidy.text_of(new_notebook(cells=[text("# x", mark)])), encoding="utf-8")
        assert f'"slide_type": "{mark}"' in tidy.tidied(path)


def test_what_compares_or_asserts_shows_only_what_came_out():
    compared = code('it.compare("a")', shown("<div>The run gave a</div>"))
    asserted = code("assert x > 1;\nprintln(x)", _out("2"))
    made = deck(compared, text("## Experiment: how fast?"), asserted)
    assert [said(slide) for slide in made] == ["<div>The run gave a</div>", "2"]
    asked = code('var it = predict("?", "a");\nint x = 1;\nit.compare(x)')
    assert said(deck(asked)[0]) == asked.source and said(deck(asserted)[0]).startswith("assert")


def _out(printed: str):
    return new_output("stream", name="stdout", text=printed + "\n")


def test_long_output_is_cut():
    lines = said(deck(code("1", _out("\n".join(map(str, range(60))))))[0]).splitlines()
    assert len(lines) == 1 + slides.MOST_OUTPUT and lines[-1] == "…"


def test_the_answer_to_a_question_is_in_the_notes():
    card = '<div><ul><li>a)</li></ul><div style="margin:6px 0 0 0">Write it, and run the cell again.</div></div>'
    made = deck(code('quiz("07.q1", "?")', shown(card)))
    assert "run the cell" not in said(made[0])
    assert made[0].notes[0].startswith("Answer to 07.q1:")


def test_code_with_a_long_line_is_set_smaller():
    assert slides.code_size("short") == 1.0
    assert 0.74 <= slides.code_size("x" * 110) < 0.9
    assert slides.code_size("x" * 900) == 0.74


def drawn(wide: int, high: int) -> str:
    """A figure with the head of a PNG of that size."""
    head = struct.pack(">II", wide, high)
    start = base64.b64encode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + head).decode()
    return f'<figure><img alt="x" width="760" style="a" src="data:image/png;base64,{start}"></figure>'


def test_code_goes_with_its_result_where_they_fit_only_on_a_slide_of_their_own():
    lists, ten = "\n".join(["- word"] * 8), "\n".join(["int c;"] * 5)
    before, after = deck(text(lists), code(ten, _out("out")))
    assert [part.kind for part in before.parts] == ["text"]
    assert [part.kind for part in after.parts] == ["code", "output"]
    first, second = deck(text("One line:"), code("\n".join(["int c;"] * 14), _out("1\n2\n3")))
    assert [part.kind for part in first.parts] == ["text", "code"], "a line is no slide"
    assert [part.kind for part in second.parts] == ["output"]


def test_a_picture_is_a_little_smaller_to_stand_with_its_code():
    (slide,) = deck(code("\n".join(["int c;"] * 6), shown(drawn(1184, 400))))
    (alone,) = deck(code("", shown(drawn(1184, 400))))
    assert slide.height <= slides.ROOM
    assert slides.SMALLEST_PICTURE * alone.parts[-1].height <= slide.parts[1].height < alone.parts[-1].height
    assert len(deck(code("\n".join(["int c;"] * 12), shown(drawn(1184, 400))))) == 2, "not much smaller"


def test_what_code_gave_waits_for_a_key():
    (slide,) = deck(text("Before."), code("1 + 1", _out("2")), text("It is two."))
    assert [part.kind for part in slide.parts[slide.results :]] == ["output", "text"]
    (still,) = deck(text("Before."), text("After."))
    assert still.results == 2
    (asked,) = deck(code('quiz("07.q1")', shown("<p>Which?</p>")), code("int a;"))
    assert [part.kind for part in asked.parts] == ["card", "code"] and asked.results == 2, "a question is no result"
    page = slidepage.render(CHAPTER, new_notebook(cells=[text("# 07 · One\n\n## Two"), code("1 + 1", _out("2"))]))
    assert re.search(r'<div class="fragment"><div class="part"><pre class="out">2</pre>', page)


@pytest.mark.parametrize(
    ("cells", "want"),
    [
        ([text("Few words.")], slides.LARGEST),
        ([code("x" * 80)], slides.CODE_COLUMNS / 80),
        ([code("x" * 100)], 1.0),
        ([code('quiz("07.q1")', shown(f"<pre>{'x' * 80}</pre>"))], slides.CODE_COLUMNS / 80),
        ([code("1", shown(drawn(1184, 100)))], 1.0),
    ],
)
def test_text_grows_as_far_as_no_line_of_code_is_broken(cells, want):
    assert deck(*cells)[0].largest == pytest.approx(want)


def test_a_task_is_never_cut():
    task = f"{LONG}{LONG}Then after how many milliseconds does she wait?"
    made = deck(text(f"## Can you?\n\n{task}"))
    assert said(made[0]) == task and not made[0].notes
