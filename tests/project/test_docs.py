"""What the documentation says is so: derived parts, links, commands, lengths, licences."""

import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from course import docs

POM = '<project xmlns="http://maven.apache.org/POM/4.0.0">{}</project>'
LIMITS = {"README.md": 120, "CONTRIBUTING.md": 180}
DERIVED = [
    "README.md",
    "lib/rendezvous/README.md",
    "notebooks/start.md",
    "notebooks/glossary.md",
    "notebooks/phrasebook.md",
    "environment.yml",
    "binder/environment.yml",
]
MEASURED = """
- JDK: 25 of somebody

| ns | who | 1 carrier | ± | ours/it | 2 carriers | ± | ours/it |
| --- | --- | ---: | --: | ---: | ---: | --: | ---: |
| a row | rendezvous | 10.0 | 1% | | 30 | 2% | |
| | go | 20.0 | 1% | 0.50 | 20 | 3% | 1.50 |
| | floor: one hand-off | 5 | 1% | 2.00 | 6 | 3% | 5.00 |

| another table | who |
"""
OPENING = """# 05 · Unbuffered channels

**60-90 minutes.** Builds on 02.

## Afterwards

After this chapter you can:

* hand a value over, and
  know when;
* read a | in a table.

## Recall

- not a goal
"""


@pytest.fixture
def project(tmp_path) -> Path:
    """A project with one chapter, which nobody has released."""
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "binder").mkdir()
    (tmp_path / "pom.xml").write_text(POM.format(""), "utf-8")
    (tmp_path / "requirements.in").write_text("# a comment\nsome-lab==1.2\njjava==3a1  # kernel\n", "utf-8")
    (tmp_path / "environment.yml").write_text("name: it\ndependencies:\n  - pip:\n      - old==0\n", "utf-8")
    (tmp_path / "README.md").write_text(f"above\n{_marked('chapters', 'binder')}below\n", "utf-8")
    library = tmp_path / "lib" / "rendezvous"
    library.mkdir(parents=True)
    (library / "BENCHMARKS.md").write_text(MEASURED, "utf-8")
    (library / "README.md").write_text(_marked("dependency", "figures"), "utf-8")
    chapter(tmp_path, OPENING)
    return tmp_path


def _marked(*names: str) -> str:
    return "".join(f"<!-- {name}: generated -->\nold\n<!-- /{name} -->\n" for name in names)


def chapter(project: Path, *markdown: str) -> None:
    cells = [{"cell_type": "markdown", "source": [text]} for text in markdown]
    path = project / "notebooks/05-unbuffered-channels.ipynb"
    path.write_text(json.dumps({"cells": cells, "nbformat": 4}), "utf-8")


def release(project: Path, url: str, tag: str) -> None:
    scm = f"<scm><url>{url}</url><tag>{tag}</tag></scm>"
    (project / "pom.xml").write_text(POM.format(scm), "utf-8")


def slug(heading: str) -> str:
    """The anchor that GitHub and JupyterLab give a heading, in lower case."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def links(text: str) -> list[str]:
    """The targets of links and pictures, without those in code."""
    text = re.sub(r"(?s)```.*?```|`[^`\n]*`", "", text)
    return re.findall(r"\]\(\s*<?([^)\s>]+)", text)


@pytest.mark.parametrize("name", DERIVED)
def test_derived_file_is_up_to_date(name):
    assert sorted(docs.derived()) == sorted(DERIVED)
    assert name not in docs.stale(), "python lib/course/docs.py --write"


def test_the_page_of_the_library_shows_what_was_measured_beside_the_others(project):
    page = docs.derived(project)["lib/rendezvous/README.md"]
    assert "| | ns, 1 carrier | ns, 2 carriers | Go | Jox | Kotlin | JDK |\n" in page
    assert "| a row | 10.0 | 30 | 0.50 / 1.50 | | | |\n" in page
    assert "JDK: 25 of somebody" in page
    assert "another table" not in page


def test_every_chapter_has_a_row_in_readme_and_start_page(root):
    chapters = [path.name for path in sorted((root / "notebooks").glob("*.ipynb"))]
    for page, folder in (("README.md", "notebooks/"), ("notebooks/start.md", "")):
        rows = re.findall(r"(?m)^\| \d\d \| \[.+?\]\((.+?)\)", (root / page).read_text("utf-8"))
        assert rows == [folder + name for name in chapters], page


def test_relative_links_resolve(root, texts):
    pages = {name: text for name, text in texts.items() if name.endswith(".md")}
    assert len(pages) > 5
    dead = []
    for page, text in pages.items():
        for target in links(text):
            if re.match(r"[a-z]+:", target):
                continue
            path, _, anchor = unquote(target).partition("#")
            place = (root / page).parent / path if path else root / page
            if not place.exists():
                dead.append(f"{page}: {target}: no such file")
            elif anchor and anchor not in map(slug, re.findall(r"(?m)^#+ (.+)$", place.read_text("utf-8"))):
                dead.append(f"{page}: {target}: no such heading")
    assert dead == []


def test_pictures_have_alt_text(texts):
    for page, text in texts.items():
        if page.endswith(".md"):
            assert re.findall(r"!\[\s*\]\(", text) == [], page
    assert re.search(r"!\[[^\]]{40,}\]\(notebooks/images/", texts["README.md"]), "README has no picture"


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "notebooks/start.md"])
def test_commands_exist(texts, commands, page):
    # A part of the tests is a directory with tests, or lib.
    for command, argument in re.findall(r"(?:\./|python )course ([a-z]+)(?: ([\w-]+))?", texts[page]):
        assert command in commands, f"./course {command}"
        if command == "test" and argument:
            parts = re.search(r"one of: ([\w,\s]+)\(", commands["test"])[1]
            assert argument in re.findall(r"\w+", parts), f"./course test {argument}"
        if command == "run" and argument:
            assert list((docs.ROOT / "notebooks").glob(f"{argument}-*.ipynb")), f"./course run {argument}"


def test_readme_names_both_commands_that_do_everything(texts):
    assert {"./course lab", "./course test"} <= set(re.findall(r"(?m)^\./course \w+", texts["README.md"]))


@pytest.mark.parametrize("page", LIMITS)
def test_page_is_not_too_long(texts, page):
    assert len(texts[page].splitlines()) <= LIMITS[page]


def test_licences_are_whole(root):
    code, text = ((root / name).read_text("utf-8") for name in ("LICENSE", "LICENSE-text"))
    assert "Version 2.0, January 2004" in code
    assert re.findall(r"(?m)^ {3}(\d)\. [A-Z]", code) == [str(n) for n in range(1, 10)]
    assert "END OF TERMS AND CONDITIONS" in code
    assert re.findall(r"(?m)^Section (\d) ", text) == [str(n) for n in range(1, 9)]
    assert "Creative Commons may be contacted at" in text


def test_chapter_is_read_from_its_opening(project):
    assert docs.chapters(project) == [
        docs.Chapter(
            number="05",
            file="05-unbuffered-channels.ipynb",
            title="Unbuffered channels",
            minutes="60\u201390",
            goals=("hand a value over, and know when", "read a | in a table"),
        )
    ]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("# Unbuffered channels", "Unbuffered channels"),
        ("# 05 Unbuffered channels", "Unbuffered channels"),
        ("# Chapter 5: Unbuffered channels", "Unbuffered channels"),
        ("# 3 ways to wait", "3 ways to wait"),
    ],
)
def test_title_is_without_its_number(project, heading, title):
    chapter(project, heading, "Minutes: 75", "Then you can\n- a\n- b")
    assert [(each.title, each.minutes) for each in docs.chapters(project)] == [(title, "75")]


def test_minutes_for_exercises_are_told_apart(project):
    chapter(project, "# Title", "**85 minutes**, and 50 more for the exercises. Then you can\n- a")
    assert [each.minutes for each in docs.chapters(project)] == ["85 + 50"]


@pytest.mark.parametrize(
    ("opening", "wanted"),
    [
        ("no title\n75 minutes\nyou can\n- a", "a title"),
        ("# Title\nyou can\n- a", "a duration"),
        ("# Title\n75 minutes\n- a", "'you can'"),
        ("# Title\n75 minutes\nyou can\n## One\n- a", "'you can'"),
        ("# Title\n75 minutes\n## One\n## Two\nyou can\n- a", "'you can'"),
    ],
)
def test_opening_that_lacks_something_is_refused_by_name(project, opening, wanted):
    chapter(project, opening)
    with pytest.raises(docs.DocsError, match=rf"05-unbuffered-channels\.ipynb: .*{wanted}"):
        docs.chapters(project)


def test_notebook_that_is_none_is_refused_by_name(project):
    (project / "notebooks/05-unbuffered-channels.ipynb").write_text("{", "utf-8")
    with pytest.raises(docs.DocsError, match=r"05-unbuffered-channels\.ipynb: not a notebook"):
        docs.chapters(project)


def test_before_a_release_nothing_is_linked_and_the_text_says_so(project):
    text = docs.derived(project)["README.md"]
    assert "No release exists yet" in text
    assert "](https://mybinder.org" not in text
    assert re.search(r"(?m)^\| 05 \| \[Unb.*\]\(notebooks/05-.*\) \| 60.90 \| .*read a \\\| in a table \|$", text)


def test_with_a_release_badge_and_chapter_link_to_its_tag(project):
    release(project, "https://github.com/someone/course.git", "v0.3.1")
    text = docs.derived(project)["README.md"]
    address = "https://mybinder.org/v2/gh/someone/course/v0.3.1?urlpath=lab%2Ftree%2Fnotebooks%2F"
    assert f"badge_logo.svg)]({address}start.md)" in text
    assert f"| [open]({address}05-unbuffered-channels.ipynb) |" in text
    assert "No release" not in text
    assert docs.table(docs.chapters(project), "", None) in docs.derived(project)["notebooks/start.md"]


@pytest.mark.parametrize(
    ("url", "tag"),
    [("https://example.org/x", "v1.0.0"), ("", "v1.0.0"), ("https://github.com/a/b", "1.0")],
)
def test_release_that_cannot_be_linked_is_refused(project, url, tag):
    release(project, url, tag)
    with pytest.raises(docs.DocsError, match=r"pom\.xml: <scm>"):
        docs.release(project)


def test_tag_head_means_not_released(project):
    release(project, "https://github.com/a/b", "HEAD")
    assert docs.release(project) is None


def test_environment_takes_its_pins_from_requirements(project):
    made = docs.derived(project)
    wanted = "name: it\ndependencies:\n  - pip:\n      - some-lab==1.2\n      - jjava==3a1\n"
    assert made["environment.yml"] == made["binder/environment.yml"] == wanted


def test_readme_without_its_markers_is_refused(project):
    (project / "README.md").write_text("<!-- chapters: generated -->\n<!-- /chapters -->\n", "utf-8")
    with pytest.raises(docs.DocsError, match=r"README\.md: generated parts \['chapters'\]"):
        docs.derived(project)


def test_check_and_write_of_the_tool(project, monkeypatch, capsys):
    monkeypatch.setattr(docs, "ROOT", project)
    assert docs.main([]) == 1
    assert "README.md: out of date" in capsys.readouterr().out
    assert docs.main(["--write"]) == 0
    assert docs.main([]) == 0
    readme = (project / "README.md").read_text("utf-8")
    assert readme.startswith("above\n") and readme.endswith("below\n") and "old" not in readme
    (project / "README.md").unlink()
    assert docs.main([]) == 2
    assert "README.md" in capsys.readouterr().err
