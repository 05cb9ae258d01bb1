"""What each edition of a handout holds, and that a page needs nothing but itself."""

import html
import re

import pytest
from course import answers, editions, handoutpage, machine, project
from course.editions import EDITIONS
from course.exercises import of_chapter, starter_cells
from course.notebooks import chapters, read
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

LEARNER, SOLUTIONS, INSTRUCTOR = EDITIONS
CHAPTER = project.NOTEBOOKS / "07-directions-and-closing.ipynb"
REQUEST = re.compile(
    r"<(?:img|script|link|iframe|source|object)\b[^>]*(?:src|href|data)=\"(?!data:)([^\"]*)\"|url\(([^)]*)\)"
)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    notebook = read(CHAPTER)
    return {edition.name: handoutpage.render(CHAPTER, notebook, edition) for edition in EDITIONS}


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda it: it.name)
def test_a_page_asks_for_nothing(pages, edition):
    assert REQUEST.findall(pages[edition.name]) == []
    assert "<script" not in pages[edition.name]


def test_what_a_request_is_is_known():
    for text in ('<img alt="" src="a.png">', '<link rel="x" href="https://a.b/c.css">', "a { background: url(x.png) }"):
        assert REQUEST.search(text), text
    assert not REQUEST.search('<a href="https://go.dev"><img src="data:image/png;base64,AA">')


def test_solutions_stand_in_two_editions_only(pages):
    exercises = of_chapter("07")
    assert len(exercises) >= 4
    for exercise in exercises:
        why = handoutpage.markdown(re.search(r"(?s)## Explanation\n(.+?)(?:\n\n|\Z)", exercise.text)[1]).strip()
        assert (why in pages["learner"], why in pages["solutions"]) == (False, True), exercise.id
    assert 'id="solutions"' not in pages["learner"]


def test_answers_to_all_questions_stand_among_the_solutions(pages):
    found = answers.answers("07")
    assert [each.id for each in found][:3] == ["07.q1", "07.q2", "07.q3"]
    for answer in found:
        assert f"{answer.id} {answer.title}" in pages["solutions"]
        assert f"<h4>{answer.id}" not in pages["learner"]
    asked = re.findall(r'\("(07\.[a-z]\d+)"', "\n".join(cell.source for cell in read(CHAPTER).cells))
    assert re.findall(r"<h4>(07\.[a-z]\d+)", pages["solutions"]) == list(dict.fromkeys(asked)), "in the text's order"


def test_beliefs_and_minutes_are_for_the_instructor(pages):
    believed = [belief for exercise in of_chapter("07") for belief, check in editions.beliefs(exercise) if check]
    assert len(believed) > 10
    shown = handoutpage.inline(believed[0])
    assert (shown in pages["solutions"], shown in pages["instructor"]) == (False, True)
    assert ("For the instructor" in pages["solutions"], "For the instructor" in pages["instructor"]) == (False, True)


def test_the_plan_for_an_hour_stands_below_the_timetable(pages):
    page = pages["instructor"]
    assert page.count("For the instructor, with 60") == 1
    assert page.index("all but what is optional") < page.index("instructor, with 60") < page.index(">Recall</h2>")
    assert "Questions that come." in page.partition(">Recall</h2>")[2]
    for path in chapters():
        assert editions.plan(read(path)), path.name


def test_a_table_of_beliefs_names_its_exercise(pages):
    for exercise in of_chapter("07"):
        assert pages["instructor"].count(f"<th>{exercise.id}: what learners believe</th>") == 1


def test_what_becomes_of_tasks_in_the_text_stands_once_in_two_editions(pages):
    told = answers.told(read(CHAPTER))
    assert len(told) >= 2
    shown = handoutpage.inline(told[0])
    assert [shown in pages[edition.name] for edition in EDITIONS] == [False, True, True]
    headed = ["Tasks within the text" in pages[edition.name] for edition in EDITIONS]
    assert headed == [False, True, False], "the instructor has them where they belong"
    assert pages["solutions"].index(shown) > pages["solutions"].index('id="solutions"')


def test_the_letters_for_where_to_start_stand_behind_their_questions():
    chapter = chapters()[0]
    page = handoutpage.render(chapter, read(chapter), SOLUTIONS)
    assert page.index("<h4>00.q9") < page.index("<h4>00 Where to start") < page.index("Tasks within the text")


def test_every_section_can_be_reached_from_the_contents(pages):
    for page in pages.values():
        ids = re.findall(r'\bid="([^"]+)"', page)
        assert len(ids) == len(set(ids)), sorted(one for one in ids if ids.count(one) > 1)
        targets = re.findall(r'href="#([^"]+)"', page)
        assert len(targets) > 10
        assert sorted(set(targets) - set(ids)) == []


def test_contents_leave_out_what_only_the_instructor_has():
    cells = [
        new_markdown_cell("# One\n\n## Two"),
        new_markdown_cell("## A room", metadata={"tags": ["instructor"]}),
    ]
    listed = [handoutpage.render(CHAPTER, new_notebook(cells=cells), edition) for edition in EDITIONS]
    assert ['href="#a-room"' in page for page in listed] == [False, False, True]


def test_links_lead_to_pages(pages):
    known = {path.stem for path in chapters()}
    for page in pages.values():
        assert ".ipynb" not in page
        assert set(re.findall(r'href="(\d\d-[^"#]+)\.html', page)) <= known


def test_links_to_what_is_no_handout_leave_their_words():
    assert handoutpage.markdown("The [glossary](glossary.md) of [05](05-a.ipynb).") == (
        '<p>The glossary of <a href="05-a.html">05</a>.</p>\n'
    )


def test_cells_that_need_a_kernel_are_left_out_and_starters_have_room(pages):
    starters = len(starter_cells(read(CHAPTER)))
    for page in pages.values():
        assert "check(" not in re.sub(r"<[^>]+>", "", page)
        assert page.count('class="answer"') == starters


def test_outputs_are_shown_and_what_they_quote_is_escaped():
    cell = new_code_cell("1 < 2")
    cell.outputs = [
        new_output("stream", name="stdout", text="a < b & c\n"),
        new_output("stream", name="stderr", text="\x1b[31mred\x1b[0m\n"),
        new_output("execute_result", data={"text/plain": "<plain>"}, execution_count=1),
        new_output("display_data", data={"text/plain": "x", "text/html": "<figure>our own</figure>"}),
        new_output("error", ename="E", evalue="e", traceback=["<trace>"]),
    ]
    page = render(cell)
    for want in ("a &lt; b &amp; c", '<pre class="err">red</pre>', "&lt;plain&gt;", "<figure>our own", "&lt;trace&gt;"):
        assert want in page, want


def test_a_cell_has_the_number_that_messages_call_it_by():
    cell = new_code_cell("fails()", execution_count=7)
    assert '<span class="count" aria-label="cell 7">[7]</span>' in render(cell)
    assert 'class="count"' not in render(new_code_cell("1"))


@pytest.mark.parametrize(("lines", "is_tall"), [(3, False), (12, False), (40, True)])
def test_a_cell_that_fills_a_page_may_be_parted_from_what_it_gave(lines, is_tall):
    assert ('class="cell code tall"' in render(new_code_cell("\n".join(["x();"] * lines)))) is is_tall


def test_hints_stand_before_a_solution_and_not_in_the_learner_s_edition(pages):
    first = of_chapter("07")[0]
    shown = handoutpage.markdown(first.hints[0])
    assert shown not in pages["learner"]
    for edition in ("solutions", "instructor"):
        solutions = pages[edition].split('id="solutions"')[1]
        assert solutions.index(shown) < solutions.index("Another way:")


def test_the_sum_of_minutes_leaves_out_what_is_optional():
    parts = ["## One\n\n*(10 minutes)*", "## Exercise 07.1\n\n*(20 minutes)*", "## More (optional)\n\n*(5 minutes)*"]
    page = render(new_markdown_cell("\n\n".join(parts)), INSTRUCTOR)
    assert "<th>all but what is optional</th><th>35</th>" in page


def test_the_footer_says_how_many_cores_a_program_may_use(monkeypatch):
    for cores, said in ((1, "1 core, "), (3, "3 cores, ")):
        monkeypatch.setattr(machine, "cores", lambda cores=cores: cores)
        assert f"made by a run on {said}" in render(new_code_cell("1"))


def test_a_cell_for_the_instructor_is_in_that_edition_only():
    cell = new_markdown_cell("Ask them why.", metadata={"tags": ["instructor"]})
    assert "Ask them why." not in render(cell)
    assert 'class="instructor"><p>Ask them why.' in render(cell, INSTRUCTOR)


def render(cell, edition=LEARNER) -> str:
    opening = new_markdown_cell("# 07 · One\n\n## Two\n\nText. *(5 minutes)*")
    return handoutpage.render(CHAPTER, new_notebook(cells=[opening, cell]), edition)


def test_minutes_are_added_up_by_section():
    text = "# 07 · One\n\n**60 minutes**\n\n## Two\n\n*(5 minutes)*"
    notebook = new_notebook(cells=[new_markdown_cell(text), new_markdown_cell("### In it\n\n*(10 minutes)*")])
    assert editions.sections(notebook) == [editions.Section("Two", 15)]


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda it: it.name)
def test_every_sheet_says_which_chapter_and_edition_it_is_of(pages, edition):
    page = pages[edition.name]
    want = f"Rendezvous · 07 · Directions and closing · {edition.title}"
    assert f'@page {{ @bottom-left {{ content: "{want}" }} }}' in page
    below_title = html.unescape(page.partition("</h1>")[2].partition("</p>")[0])
    assert edition.title in below_title and "made by a run on" in below_title
    assert ("solutions in the edition" in below_title) is not edition.solutions


def test_a_title_with_quotes_does_not_end_the_style():
    assert '"Rendezvous · \\"a\\" \\\\"' in handoutpage._running('Rendezvous · "a" \\')


def test_numbers_stay_with_their_units_but_not_in_code():
    text = handoutpage.markdown("10 000 draws in 400 ms *(8 minutes)*, 3 steps, and `sleep 5 ms`\n\n```\n1 000\n```")
    for whole in ("10\xa0000 draws", "400\xa0ms", "8\xa0minutes", "3 steps", "sleep 5 ms", "1 000"):
        assert whole in text, text


def test_room_for_an_answer_grows_with_its_stars(pages):
    heights = [int(height) for height in re.findall(r'class="answer" style="height: (\d+)rem"', pages["learner"])]
    stars = {each.id: each.stars for each in of_chapter("07")}
    assert set(stars.values()) == {1, 2, 3}
    assert heights == [5 * stars[each] + 1 for each in starter_cells(read(CHAPTER))]
