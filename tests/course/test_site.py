"""The site: its pages are whole, lead to each other, and show what they should to whom."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from course import (
    docs,
    handoutpage,
    say,
    sitebuild,
    sitechapter,
    sitelinks,
    sitepage,
    sitesearch,
    sitestart,
    sitewords,
)
from course.exercises import of_chapter
from course.notebooks import NotebookError, chapters, read
from course.runner import Failure, Result
from course.syllabus import SyllabusError, syllabuses
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

JDK = "25.0.9+1"
RELEASE = docs.Release("someone/course", "v0.3.1")


@pytest.fixture(scope="module")
def handouts(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "handouts"
    for name in ("slides/05-unbuffered-channels.html", "learner/05-unbuffered-channels.html", "room-for-30.html"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("<h1>It</h1>", "utf-8")
    (folder / "learner/05-unbuffered-channels.pdf").write_bytes(b"%PDF")
    return folder


@pytest.fixture(scope="module")
def made() -> list[sitepage.Chapter]:
    """The chapters as if they had been run, without outputs."""
    found = []
    for path in chapters():
        notebook = read(path)
        notebook.metadata["language_info"]["version"] = JDK
        found.append(sitebuild.chapter(path, notebook))
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory, made, handouts) -> Path:
    """The whole site; to build it is to check its links."""
    out = tmp_path_factory.mktemp("built") / "site"
    assert sitebuild.build(made, out, handouts) == out / "index.html"
    assert sitelinks.faults(out) == []
    return out


@pytest.fixture(scope="module")
def pages(folder) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.html"))}


@pytest.fixture(scope="module")
def search(folder) -> list[list]:
    text = (folder / "site-data.js").read_text("utf-8")
    return json.loads(text.removeprefix("const SEARCH = ").rstrip().removesuffix(";"))


class Outline(HTMLParser):
    """A page's headings, and the elements that stand for its parts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.tags: list[str] = []
        self.without_alt = 0
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))
        self.without_alt += tag == "img" and not dict(attrs).get("alt")


def test_every_chapter_and_every_entry_of_the_menu_has_a_page(pages):
    assert {path.name.replace(".ipynb", ".html") for path in chapters()} <= pages.keys()
    assert sitepage.MENU.keys() <= pages.keys()
    for name, page in pages.items():
        assert all(f'href="{other}"' in page for other in sitepage.MENU), name


def test_every_text_beside_the_notebooks_is_a_page_that_is_led_to(pages):
    for path in (docs.ROOT / "notebooks").glob("*.md"):
        page = sitepage.PAGES[path.name]
        assert page in pages and f'href="{page}"' in pages["index.html"], path.name


def test_every_page_has_landmarks_one_title_and_no_gap_in_its_headings(pages):
    for name, page in pages.items():
        outline = Outline(page)
        assert '<html lang="en">' in page, name
        for tag in ("header", "nav", "main", "footer"):
            assert tag in outline.tags, f"{name}: no {tag}"
        assert outline.levels[0] == 1 and outline.levels.count(1) == 1, name
        gaps = [pair for pair in zip(outline.levels, outline.levels[1:], strict=False) if pair[1] > pair[0] + 1]
        assert gaps == [], name
        assert outline.without_alt == 0, name


def test_every_page_says_version_and_jdk(pages):
    for name, page in pages.items():
        assert f"Rendezvous {handoutpage.version()}" in page, name
        assert f"JDK {JDK}" in page, name


def test_the_start_page_has_each_chapter_with_minutes_and_goals(pages, made):
    assert "A Jupyter course that teaches Go's concurrency" in pages["index.html"], "README's second paragraph"
    for chapter in made:
        assert f'<a href="{chapter.page}">' in pages["index.html"]
        assert f"<small>{chapter.about.minutes} min</small>" in pages["index.html"]
        assert handoutpage.inline(chapter.about.goals[-1]) in pages["index.html"]


def test_the_index_leads_to_where_each_word_is_introduced(pages, made):
    known = {chapter.about.number: chapter for chapter in made}
    found = 0
    for each in syllabuses(docs.ROOT):
        if each.number in known:
            for cell in [one.cell for one in (*each.introduces, *each.terms)]:
                found += 1
                assert f'href="{known[each.number].places[cell].address}"' in pages["words.html"], cell
    assert found > 100
    assert re.search(
        r'<code>Chan\.make</code>(<small>.*?</small>)*<small><a href="05-[\w-]+\.html#cell-', pages["words.html"]
    )


def test_a_cell_that_is_not_shown_is_linked_at_its_section():
    cells = [new_markdown_cell("# 07 · One\n\n## Two `x`"), new_code_cell('check("07.1", A::new)'), new_code_cell("1")]
    places = sitechapter.places(new_notebook(cells=cells), "p.html")
    assert [places[cell.id].address for cell in cells[1:]] == ["p.html#two-x", f"p.html#cell-{cells[2].id}"]
    assert places[cells[1].id].section == "Two x"


def test_a_word_of_a_cell_that_is_not_there_is_refused_by_name(made):
    bare = [sitepage.Chapter(each.about, each.notebook, {}) for each in made]
    with pytest.raises(
        SyllabusError, match=r"c\d\d/chapter\.md: names the cell '[\w-]+', and \d\d-[\w-]+\.ipynb has none"
    ):
        sitewords.words(sitepage.Site(tuple(bare)))


def test_the_glossary_has_every_term(pages, made):
    terms = [
        one for each in syllabuses(docs.ROOT) for one in each.terms if each.number in {it.about.number for it in made}
    ]
    assert len(terms) > 50
    for one in terms:
        assert handoutpage.inline(one.meaning) in pages["glossary.html"], one.term


def test_the_phrase_book_has_the_chapters_tables(pages):
    assert pages["phrasebook.html"].count("<tr>") > 20
    assert "ball := make(chan string)" in pages["phrasebook.html"]


def test_a_row_of_the_search_has_words_and_no_marks():
    text = (
        "# 05 · Title\n\n- **one** `a*b`\n- *two* ([x](y.md))\n\n| a | b |\n|---|---|\n| c | d |\n\nfive *(5 minutes)*"
    )
    assert sitesearch.plain(text) == "one a*b two (x) a b c d five"


def test_search_goes_through_sections_words_and_library(search, folder):
    titles = {title for _, title, *_ in search}
    assert {"The first deadlock", "back-pressure", "Chan.make", "In ten lines"} <= titles
    for url, title, where, weight, text in search:
        file, _, part = url.partition("#")
        assert (folder / file).is_file(), url
        assert not part or f'id="{part}"' in (folder / file).read_text("utf-8"), url
        assert title and where and weight >= 1
        assert "**" not in text and "<!--" not in text


def test_solutions_and_answers_are_folded_and_not_found(pages, search):
    page = pages["05-unbuffered-channels.html"]
    exercises = of_chapter("05")
    opened = re.sub(r"<details.*?</details>", "", page, flags=re.S)
    for exercise in exercises:
        assert f"<summary>Solution of {exercise.id}</summary>" in page
        assert "<summary>Hint 3 of 3</summary>" in page
        assert handoutpage.java(exercise.solution) in page
        assert handoutpage.java(exercise.solution) not in opened
    assert "<summary>Answer to 05.q1</summary>" in page and "<summary>Answer to 05.x1</summary>" in page
    assert not any(exercises[0].solution[-60:] in text for *_, text in search)


def test_what_is_for_the_instructor_or_needs_a_kernel_is_left_out(pages):
    page = pages["05-unbuffered-channels.html"]
    assert "For the instructor" not in page
    assert "check(" not in re.sub(r"<[^>]+>", "", page)


def test_all_handouts_are_listed_whatever_they_are(pages):
    page = pages["handouts.html"]
    for path in ("slides/05-unbuffered-channels.html", "learner/05-unbuffered-channels.pdf", "room-for-30.html"):
        assert f'href="handouts/{path}"' in page
    assert page.index("Learner's edition".replace("'", "&#x27;")) < page.index("Slides")
    assert 'href="handouts.html#chapter-05"' in pages["05-unbuffered-channels.html"]


def test_without_handouts_nothing_leads_to_them(made, tmp_path):
    page = sitestart.start(sitepage.Site(tuple(made)))
    assert "handouts.html" not in page
    assert sitestart.papers(tmp_path) == ()


def test_binder_and_files_are_linked_at_the_release_s_tag_once_there_is_one(made):
    for released in (None, RELEASE):
        site = sitepage.Site(tuple(made), (), released)
        page = sitechapter.render(site, made[0])
        address = (
            f"https://mybinder.org/v2/gh/someone/course/v0.3.1?urlpath=lab%2Ftree%2Fnotebooks%2F{made[0].about.file}"
        )
        assert (f'href="{address}"' in page) == (released is not None)
        library = dict(sitewords.documents(site))["library.html"]
        file = "https://github.com/someone/course/blob/v0.3.1/decisions/0015-releases.md"
        assert (f'href="{file}"' in library) == (released is not None)
        assert ".md" not in re.sub(r'"https:[^"]*"', "", "".join(re.findall(r'href="[^"]*"', library)))


def test_links_of_a_text_lead_to_pages(made):
    site = sitepage.Site(tuple(made))
    page = sitepage.text(
        site, "[a](05-unbuffered-channels.ipynb#The-first-deadlock) [b](start.md) [c](glossary.md) [d](x/README.md)"
    )
    assert 'href="05-unbuffered-channels.html#the-first-deadlock"' in page
    assert 'href="index.html"' in page and 'href="glossary.html"' in page
    assert page.rstrip().endswith("d</p>")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('<a href="gone.html">x</a>', "no such file"),
        ('<a href="#gone">x</a>', "no such id"),
        ('<a href="b.html#gone">x</a>', "no such id"),
        ('<i id="a"></i><i id="a"></i>', "given twice"),
        ('<script src="https://example.org/x.js"></script>', "loads https://example.org/x.js"),
        ('<img src="//example.org/x.png">', "loads //example.org/x.png"),
    ],
)
def test_a_page_that_is_not_whole_is_found(tmp_path, text, fault):
    (tmp_path / "b.html").write_text('<a href="https://go.dev">go</a><a href="b.html?q=1#x" id="x">b</a>', "utf-8")
    assert sitelinks.faults(tmp_path) == []
    (tmp_path / "a.html").write_text(text, "utf-8")
    found = sitelinks.faults(tmp_path)
    assert len(found) == 1 and found[0].startswith("a.html: ") and fault in found[0]


def test_a_site_that_is_not_whole_is_no_site(made, tmp_path, monkeypatch):
    monkeypatch.setattr(sitewords, "terms", lambda site, words: '<a href="gone.html">x</a>')
    with pytest.raises(say.Problem, match=r"not whole(.|\n)*glossary\.html: links to gone\.html"):
        sitebuild.build(made, tmp_path / "site", tmp_path / "none")
    assert not (tmp_path / "site").exists()


def test_a_run_of_another_text_is_not_taken(tmp_path):
    path = chapters()[0]
    assert sitebuild.ran_before(path, tmp_path) is None
    (tmp_path / path.name).write_bytes(path.read_bytes())
    assert sitebuild.ran_before(path, tmp_path) == read(path)
    (tmp_path / path.name).write_text(path.read_text("utf-8").replace("progress(", "progress ("), "utf-8")
    assert sitebuild.ran_before(path, tmp_path) is None


def test_a_chapter_that_does_not_run_is_named(monkeypatch):
    path = chapters()[0]
    monkeypatch.setattr(
        sitebuild, "execute", lambda path, progress: Result(path, failures=[Failure("the kernel died")])
    )
    with pytest.raises(NotebookError, match=rf"{path.name} does not run, so there is no site:\n.*the kernel died"):
        sitebuild.run(path, None)
