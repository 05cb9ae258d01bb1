"""Where slides break, by the heights and kinds of what stands on them."""

import pytest
from course import slidebreaks, slidewords
from course.slidebreaks import Part, Slide


def texts(*heights: int) -> list[Part]:
    return [Part("text", f"Text {number}.", height) for number, height in enumerate(heights)]


def heights(*parts: Part) -> list[list[int]]:
    made = slidebreaks.broken(Slide("Two", "Two", list(parts)))
    return [[part.height for part in slide.parts] for slide in made]


@pytest.mark.parametrize(
    ("given", "want"),
    [
        ([200, 200], [[200, 200]]),
        ([300, 300, 60], [[300], [300, 60]]),
        ([450, 100, 100], [[450], [100, 100]]),
        ([630, 60], [[630, 60]]),
        ([2000, 60], [[2000], [60]]),
        ([60, 2000, 60], [[60], [2000], [60]]),
    ],
)
def test_slides_are_about_as_full_and_none_is_nearly_empty(given, want):
    assert heights(*texts(*given)) == want


def test_all_of_it_is_there_in_order():
    given = [50, 300, 90, 700, 20, 20, 400, 800, 10, 350, 350, 10]
    assert [each for slide in heights(*texts(*given)) for each in slide] == given


def test_a_result_stays_with_its_code_rather_than_that_slides_are_about_as_full():
    code, out = Part("code", "c", 200), Part("output", "o", 200)
    assert heights(*texts(300), code, out, *texts(200)) == [[300], [200, 200, 200]]


@pytest.mark.parametrize(("kind", "then"), [("text", "text"), ("verdict", "card")])
def test_what_is_said_of_a_result_stays_with_it(kind, then):
    code, out, said = Part("code", "c", 330), Part("output", "o", 100), Part(kind, "Done.", 100)
    assert heights(code, out, said, Part(then, "Next.", 300)) == [[330, 100, 100], [300]]


def test_a_slide_more_costs_more_than_a_result_without_its_code():
    card, code, out = Part("card", "q", 250), Part("code", "c", 250), Part("output", "o", 280)
    assert heights(card, code, out, *texts(240)) == [[250, 250], [280, 240]]


def test_a_paragraph_stays_in_one_piece_rather_than_that_slides_are_about_as_full():
    parts = texts(400, 60, 340)
    assert heights(*parts) == [[400], [60, 340]]
    parts[1].continues = True
    assert heights(*parts) == [[460], [340]]


@pytest.mark.parametrize("kind", slidebreaks.ALONE)
def test_one_of_each_is_enough(kind):
    assert heights(Part(kind, "a", 100), Part(kind, "b", 100)) == [[100], [100]]


def test_a_sentence_stays_with_the_one_it_leans_on():
    parts = [*texts(300, 200), Part("text", "It leans.", 150), *texts(150)]
    assert heights(*parts) == [[300], [200, 150, 150]]


def test_a_picture_gives_way_as_far_as_it_can_be_read():
    def picture() -> Part:
        return Part("figure", "p", 420, picture=400, widest=400)

    assert heights(*texts(180), picture()) == [[180, 420]]
    assert heights(*texts(280), picture()) == [[280], [420]]
    tall = Part("figure", "p", 540, picture=500, widest=600)
    assert heights(*texts(200), tall) == [[200], [540]]


def test_notes_are_on_the_slide_of_their_part():
    parts = texts(500, 500)
    parts[1].notes = ["second"]
    first, second = slidebreaks.broken(Slide("Two", "Two", parts, ["whole"]))
    assert (first.notes, second.notes) == (["whole"], ["second"])


def test_what_announces_is_taken_off_its_paragraph_if_it_can_stand_alone():
    lead = slidewords.lead
    assert lead("It is so. Why? Each round works:") == ("It is so.", "Why? Each round works:")
    for whole in ("Now the other:", "It is so. It was:", "It is so. Why?", "It is **so. Now** three:", "It is so."):
        assert lead(whole) == ("", whole)
