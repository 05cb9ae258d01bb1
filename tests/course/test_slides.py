"""What stands on which slide, and what is for the speaker alone."""

import base64
import re
import struct

import pytest
from course import project, slidebreaks, slidepage, slides, tidy
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


def test_a_paragraph_stands_whole_and_is_no_note():
    prose = f"{LONG}{LONG}That is called a **rendezvous**. {LONG}Who waits?"
    (slide,) = deck(text(prose))
    assert said(slide) == prose and not slide.notes


def test_a_text_points_back_in_time_and_asks_for_no_keys():
    (slide,) = deck(text("Run the cell a few times. The numbers vary. *(5 minutes)* Compare with the Java cell above."))
    assert said(slide) == "The numbers vary. Compare with the Java cell shown before."
    assert said(deck(text("The counter stays above zero."))[0]) == "The counter stays above zero."


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
    made = deck(code("int a;"), code("int b;"), code("\n".join(["int c;"] * 18)), text("\n".join(["- a"] * 6)))
    assert len(made) == 4
    assert all(slide.height <= slidebreaks.ROOM for slide in made)


def test_a_last_line_goes_with_what_it_is_about():
    (slide,) = deck(code("\n".join(["int c;"] * 18)), text("**Rule:** count."))
    assert slidebreaks.ROOM < slide.height <= slidebreaks.ROOM + slidebreaks.SPILL


TEN = "\n".join(["int c;"] * 10)


@pytest.mark.parametrize("lead", ["What comes?", "Now the other:", "It begins."])
def test_who_asks_or_announces_goes_along(lead):
    lists = "\n".join(["- word"] * 8)
    before, after = deck(text(f"{lists}\n\n{lead}"), code(TEN))
    assert [part.text for part in after.parts] == [lead, TEN]
    assert said(before) == lists


def test_what_says_what_came_out_stays_with_it():
    before, after = deck(code("1", _out("\n".join("12345678"))), text("It ends."), code(TEN))
    assert said(before).endswith("It ends.") and len(after.parts) == 1


def test_the_words_that_announce_go_along_without_their_paragraph():
    for announces in ("Twice as many run:", "Why not sleep? Each round works:"):
        (whole,) = deck(text(f"Nobody has to wait. {announces}"), code("1"))
        assert whole.parts[0].text == f"Nobody has to wait. {announces}"
        before, after = deck(text(f"{LONG * 8}{announces}"), code(TEN))
        assert (said(before), after.parts[0].text) == ((LONG * 8).strip(), announces)
    before, _ = deck(text(f"{LONG * 8}They run here:"), code(TEN))
    assert said(before).endswith("They run here:"), "it says nothing without the sentence before it"


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


def drawn(wide: int, high: int, caption: str = "") -> str:
    """A figure with the head of a PNG of that size."""
    head = struct.pack(">II", wide, high)
    start = base64.b64encode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + head).decode()
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure><img alt="x" width="760" style="a" src="data:image/png;base64,{start}">{below}</figure>'


def test_code_goes_with_its_result_where_they_fit_only_on_a_slide_of_their_own():
    lists, five = "\n".join(["- word"] * 11), "\n".join(["int c;"] * 5)
    before, after = deck(text(lists), code(five, _out("out")))
    assert [part.kind for part in before.parts] == ["text"]
    assert [part.kind for part in after.parts] == ["code", "output"]
    (whole,) = deck(text("One line:"), code("\n".join(["int c;"] * 14), _out("1\n2\n3")))
    assert [part.kind for part in whole.parts] == ["text", "code", "output"]
    first, second = deck(text("One line:"), code("\n".join(["int c;"] * 21), _out("1\n2\n3")))
    assert [part.kind for part in first.parts] == ["text", "code"], "a line is no slide"
    assert [part.kind for part in second.parts] == ["output"]


def test_a_picture_is_a_little_smaller_to_stand_with_its_code():
    (slide,) = deck(code("\n".join(["int c;"] * 6), shown(drawn(1184, 400))))
    picture = slide.parts[1]
    assert slide.height > slidebreaks.ROOM >= slide.height - picture.picture + picture.least
    assert f'data-least="{picture.least}" data-most="400"' in picture.text and picture.least < 400
    assert len(deck(code("\n".join(["int c;"] * 12), shown(drawn(1184, 400))))) == 2, "not much smaller"


def test_rows_of_a_table_take_their_room():
    rows = "<table>" + "<tr><td>1</td></tr>" * 12 + "</table>"
    made = deck(code("1", shown(f"<div>{rows}</div>")))
    assert made[-1].parts[-1].height > 12 * 45


def test_of_a_caption_stands_as_much_as_leaves_the_picture_its_size():
    whole = "Steps done over 40 ms. Soup: at most 24."
    flat, tall = (deck(code("1", shown(drawn(1184, high, whole)))) for high in (200, 520))
    assert whole in said(flat[0]) and not flat[0].notes
    assert "<figcaption>Steps done over 40 ms.</figcaption>" in said(tall[-1]) and tall[-1].notes == [whole]
    clauses = f"1 carrier: 109 ms; {'up to 6 goroutines could run; ' * 4}the longest stay: 26 ms. 2 carriers: 56 ms."
    assert "<figcaption>1 carrier: 109 ms.</figcaption>" in said(deck(code("1", shown(drawn(1184, 520, clauses))))[-1])


def test_a_program_to_mend_asks_for_no_line_to_write_on():
    advice = '<div style="margin:6px 0 0 0">Change it, and run the cell again.</div>'
    (slide,) = deck(code('fix("07.x1", () -> {})', shown(f"<div><div>✗ Not yet</span> · 07.x1</div>{advice}</div>")))
    assert "As it stands" in said(slide) and "What is wrong" not in said(slide)


def test_what_code_gave_waits_for_a_key():
    (slide,) = deck(text("Before."), code("1 + 1", _out("2")), text("It is two."))
    assert [part.kind for part in slide.parts[slide.results :]] == ["output", "text"]
    (still,) = deck(text("Before."), text("After."))
    assert still.results == 2
    (asked,) = deck(code('quiz("07.q1")', shown("<p>Which?</p>")), code("int a;"))
    assert [part.kind for part in asked.parts] == ["card", "code"] and asked.results == 2, "a question is no result"
    page = slidepage.render(CHAPTER, new_notebook(cells=[text("# 07 · One\n\n## Two"), code("1 + 1", _out("2"))]))
    assert re.search(r'<div class="fragment"><div class="part"><pre class="out">2</pre>', page)
