"""On paper a card asks, leaves room, and says nothing of keys to press."""

import re

import pytest
from course import editions, handoutpage, papercards, project
from course.editions import EDITIONS
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

LEARNER = EDITIONS[0]
CHAPTER = project.NOTEBOOKS / "05-unbuffered-channels.ipynb"
HINT = '<div style="margin:6px 0 0 0;color:#76797d">'
PRESSED = re.compile(r"run (the|this) cell|in place of|Your turn|No prediction yet|Next time")


def shown(*cells) -> str:
    page = handoutpage.render(CHAPTER, new_notebook(cells=[new_markdown_cell("# 05 · One\n\n## Two"), *cells]), LEARNER)
    return page.split("<main", 1)[1].split("</main>")[0]


def code(source: str, card: str = ""):
    outputs = [new_output("execute_result", data={"text/html": card, "text/plain": "x"}, execution_count=1)]
    return new_code_cell(source, outputs=outputs if card else [])


def question(advice: str, body: str = "<ul><li><b>a)</b> yes</li></ul>") -> str:
    return f'<div><span style="font-weight:bold">Your turn</span> · 05.q1 Yes?</div>{body}{HINT}{advice}</div></div>'


@pytest.mark.parametrize(
    ("source", "body", "advice", "room"),
    [
        ('quiz("05.q1", "?")', "", "Write your answer in place of the question mark, and run the cell again.", 1),
        ('quiz("00.q1")', "", "Write …, for example <code>quiz(&quot;00.q1&quot;)</code>, and run the cell again.", 1),
        (
            '// which?\noutcomes("05.o1", "?")',
            "",
            "Write the letters, such as <code>a c</code>, and run the cell again.",
            1,
        ),
        ('fill("05.f1", "?", "?")', "<pre>▢1; ▢2; ▢1;</pre>", "Fill in the blanks, and run the cell again.", 2),
        (
            'schedule("05.s1")',
            "",
            "<code>&quot;1x3&quot;</code> is three steps. Run the cell to see where that leads.",
            1,
        ),
        ('fix("05.x1")', "", "Mend the program in a cell of yours, and run it.", 1),
    ],
)
def test_a_question_has_room_for_its_answer(source, body, advice, room):
    page = shown(code(source, question(advice, f"<p>Which?</p>{body}")))
    assert page.count('class="mark"') == room
    assert "05.q1 Yes?" in page and "<p>Which?</p>" in page
    assert not PRESSED.search(page), PRESSED.search(page)
    assert ("&quot;?&quot;" in page) is False


@pytest.mark.parametrize(
    ("source", "body", "advice", "want"),
    [
        (
            'quiz("06.q3", "?")',
            "",
            "Write … and run the cell again. Several are right.",
            "Your answers (several are right):",
        ),
        (
            'schedule("05.s1")',
            "<p>Reach this: a leak.</p>",
            "Run the cell to see where that leads.",
            "up to which line",
        ),
    ],
)
def test_the_line_for_an_answer_says_what_belongs_there(source, body, advice, want):
    assert re.search(rf'<div class="mark"><span>[^<]*{re.escape(want)}', shown(code(source, question(advice, body))))


def test_a_schedule_has_room_for_several_who_go_on():
    page = shown(
        code('schedule("05.s1")', question("Run the cell to see where that leads.", "<p>Reach this: a leak.</p>"))
    )
    assert page.count('class="mark"') == 2


def test_a_program_that_is_to_be_mended_is_not_called_a_failure_of_the_reader():
    card = '<div><span style="color:red">✗ Not yet</span> · 05.x1 The translator</div>'
    page = shown(code('fix("05.x1", () -> {})', card + f"{HINT}Mend the program in a cell of yours, and run it.</div>"))
    assert "✗ As it stands</span>" in page and "Not yet" not in page


def test_a_comment_above_a_question_is_kept():
    cell = code('// two goroutines, & main\nvar it = predict("?", "50 ms", "100 ms");\nit', question("Write."))
    page = shown(cell)
    assert "<p>two goroutines, &amp; main</p>" in page and "predict(" not in re.sub("<[^>]+>", "", page)


def test_a_prediction_says_what_the_run_gave():
    card = (
        '<div><span style="font-weight:bold;">No prediction yet</span></div>'
        '<div style="margin:6px 0 0 0">The run gave b) about 100 ms.</div>'
        '<div style="margin:6px 0 0 0">Next time write a letter before you run: a guess teaches.</div>'
    )
    page = shown(code("it.compare(100)", card))
    assert "What the run gave" in page and "The run gave b) about 100 ms." in page
    assert not PRESSED.search(page) and 'class="mark"' not in page


def test_what_settles_a_prediction_is_folded_for_those_without_solutions():
    asked = code('var it = predict("?", "50 ms", "100 ms");\nit', question("Write."))
    cells = [
        code("before()", "<p>before</p>"),
        asked,
        code("draw()", "<p>picture</p>"),
        code("it.compare(run())", "<p>b</p>"),
        code("Integer.compare(1, 2)", "<p>-1</p>"),
    ]
    folded = re.findall(r'<details class="fold">(.*?)</details>', shown(*cells), re.S)
    assert [re.findall("<p>(.*?)</p>", one) for one in folded] == [["picture"], ["b"]], "all that gives it away"
    assert all(one.startswith("<summary>Predict first,") for one in folded)
    notebook = new_notebook(cells=[new_markdown_cell("# 05 · One\n\n## Two"), *cells])
    for edition in EDITIONS[1:]:
        assert "<details" not in handoutpage.render(CHAPTER, notebook, edition)


def test_code_that_does_more_than_ask_is_shown():
    for source in ('fix("05.x1", () -> {\n    word.send(1);\n})', 'var it = predict("?", "a");\nint x = 1;\nit'):
        assert not papercards.is_card(code(source))


def test_what_is_no_card_stays_as_it_is():
    for text in ("<figure>Run the course</figure>", "<div>You ran the cell again.</div>"):
        assert papercards.card(text) == text


def test_words_that_ask_for_keys_are_left_out():
    said = papercards.words("Three questions. Write a letter in place of `?`, run the cell, and see. *(5 minutes)*")
    assert said == "Three questions. *(5 minutes)*"
    for kept in ("Write a test. Then run the cell.", "**Change it:** let both sleep. Run it again."):
        assert papercards.words(kept) == kept


def test_how_to_open_a_hint_is_no_text_for_paper():
    told, hint = new_markdown_cell("Remove the `//`."), new_code_cell('// hint("05.1")')
    heading = new_markdown_cell("## Exercise\n\nText.")
    again = new_markdown_cell("Text.")
    kept = editions.cells(new_notebook(cells=[heading, told, hint, again]), LEARNER)
    assert kept == [heading, again]


@pytest.mark.parametrize(
    ("text", "room"),
    [("Draw the curve before you run it.", "axes"), ("A fair draw.\n\nBefore you look: which?", "mark")],
)
def test_what_a_text_asks_to_predict_has_room_and_is_folded(text, room):
    cells = [code("1", "<p>one</p>"), new_markdown_cell(text), code("2", "<p>two</p>"), code("3", "<p>three</p>")]
    page = shown(*cells, new_markdown_cell("So it is."), code("4", "<p>four</p>"))
    assert page.count(f'class="{room}"') == 1
    folded = "".join(re.findall(r'<details class="fold">(.*?)</details>', page, re.S))
    assert re.findall("<p>(.*?)</p>", folded) == ["two", "three"]
    notebook = new_notebook(cells=[new_markdown_cell("# 05 · One\n\n## Two"), *cells])
    for edition in EDITIONS[1:]:
        assert f'class="{room}"' not in handoutpage.render(CHAPTER, notebook, edition)


def test_a_sentence_to_complete_has_blanks():
    page = shown(new_markdown_cell("Complete the sentence: *it takes … because ….*\n\nAnd so on … it goes."))
    assert page.count('class="blank"') == 2
    assert "And so on … it goes." in page
