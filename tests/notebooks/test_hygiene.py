"""Every chapter is stored as the rules want it; and each rule finds what it is there for."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import javacode
import mdtext
import pytest
import rules
from course import navigation, tidy
from course.notebooks import NotebookError, chapters, select
from jupyter_client.kernelspec import KernelSpecManager
from nbformat import NotebookNode, from_dict
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

Change = Callable[[Any], None]

NAME = "05-unbuffered-channels.ipynb"


@pytest.mark.parametrize("path", chapters(), ids=lambda path: path.stem)
def test_chapter_keeps_the_rules(path: Path) -> None:
    problems = rules.check(path)
    assert not problems, f"{path.name}:\n" + "\n".join(f"  {problem}" for problem in problems)


def test_stored_kernel_is_the_installed_one() -> None:
    spec = KernelSpecManager().get_kernel_spec("java")
    installed = {"display_name": spec.display_name, "language": spec.language, "name": "java"}
    assert tidy.METADATA["kernelspec"] == installed


# --- The rules themselves: a chapter that keeps them all, and one change that breaks one. ---


def good_chapter() -> NotebookNode:
    """A chapter with nothing wrong, of the fewest cells there may be."""
    cells = [new_markdown_cell("# 05 · Unbuffered channels\n\n![A hand-off](images/hand.png)")]
    cells.append(new_markdown_cell("## Recall\n\nThe [start](../README.md#what-it-is)."))
    for number in range(11):
        cells.append(new_code_cell(f"int n{number} = {number};\nn{number} + 1"))
        cells.append(new_markdown_cell(f"### Idea {number}\n\nSee [Recall](#Recall). `int a = 0;`"))
    cells.append(new_markdown_cell("## Summary\n\nMore in [Go](https://go.dev/ref/mem)."))
    notebook = new_notebook(cells=cells, metadata=from_dict(deepcopy(tidy.METADATA)))
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number}"
    return notebook


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A directory of notebooks in which the good chapter's links lead somewhere."""
    folder = tmp_path / "notebooks"
    (folder / "images").mkdir(parents=True)
    (folder / "images" / "hand.png").touch()
    (tmp_path / "README.md").write_text("# Course\n\n## What it is\n", encoding="utf-8")
    return folder


def store(folder: Path, change: Change | None = None, name: str = NAME) -> Path:
    """Writes the good chapter, tidied, and then with the change made to its JSON."""
    path = folder / name
    path.write_text(tidy.text_of(good_chapter()), encoding="utf-8")
    path.write_text(tidy.tidied(path), encoding="utf-8")
    if change is not None:
        content = json.loads(path.read_text(encoding="utf-8"))
        for cell in content["cells"]:
            cell["source"] = "".join(cell["source"])
        change(content)
        for cell in content["cells"]:
            cell["source"] = cell["source"].splitlines(keepends=True)
        text = json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
        path.write_text(text, encoding="utf-8")
    return path


def test_good_chapter_breaks_no_rule(folder: Path) -> None:
    assert rules.check(store(folder)) == []
    assert rules.check(store(folder, lambda content: None)) == []


def markdown(text: str, place: int = 3) -> Change:
    """Appends text to the Markdown cell at a place."""

    def change(content: Any) -> None:
        content["cells"][place]["source"] += "\n\n" + text

    return change


def code(source: str, place: int = 2) -> Change:
    """Puts other code into the code cell at a place."""

    def change(content: Any) -> None:
        content["cells"][place]["source"] = source

    return change


def field(name: str, value: Any, place: int = 2) -> Change:
    """Gives a cell another field."""

    def change(content: Any) -> None:
        content["cells"][place][name] = value

    return change


def top(name: str, value: Any) -> Change:
    """Adds to the notebook's metadata."""

    def change(content: Any) -> None:
        content["metadata"][name] = value

    return change


def drop(first: int, last: int) -> Change:
    """Drops cells."""

    def change(content: Any) -> None:
        del content["cells"][first:last]

    return change


def many_long_cells(content: Any) -> None:
    for place in (2, 4, 6):
        content["cells"][place]["source"] = "// a\n" * 15 + "1"


def more_cells(content: Any) -> None:
    for number in range(40):
        cell = deepcopy(content["cells"][2 + 2 * (number % 2)])
        content["cells"].insert(2, {**cell, "id": f"more-{number}"})


def more_in(section: str) -> Change:
    """More cells, in a section of their own before the last one."""

    def change(content: Any) -> None:
        heading, code = content["cells"][3], content["cells"][2]
        more = [{**heading, "id": "more", "source": f"## {section}"}]
        more += [{**code, "id": f"more-{number}"} for number in range(40)]
        content["cells"][-1:-1] = more

    return change


def with_note(content: Any) -> None:
    note = {"id": "note", "metadata": {"tags": ["instructor"]}, "source": "Ask them."}
    content["cells"].insert(-1, {**content["cells"][1], **note})


def with_long_note(content: Any) -> None:
    """A note of many words between two code cells, of which no learner reads any."""
    with_note(content)
    content["cells"][-2]["source"] = "word " * 190
    content["cells"].insert(4, content["cells"].pop(-2))


def with_too_long_note(content: Any) -> None:
    with_note(content)
    content["cells"][-2]["source"] = "word " * 210


def two_words_run(content: Any) -> None:
    """Two Markdown cells in a row, short ones, but with no code between."""
    for number in (3, 4):
        content["cells"][number] = {
            **content["cells"][3],
            "id": f"run-{number}",
            "source": f"### Part {number}\n\n" + "word " * 70,
        }


def same_id(content: Any) -> None:
    content["cells"][4]["id"] = content["cells"][2]["id"]


def no_ids(content: Any) -> None:
    content["nbformat_minor"] = 4
    for cell in content["cells"]:
        del cell["id"]


def no_title(content: Any) -> None:
    content["cells"][0]["source"] = content["cells"][0]["source"].replace("# 05", "05")


def title_later(content: Any) -> None:
    content["cells"][0]["source"] = "Welcome.\n\n" + content["cells"][0]["source"]


def old_navigation(content: Any) -> None:
    source = content["cells"][0]["source"]
    content["cells"][0]["source"] = source.replace("the only one", "the first")


def no_navigation_at_end(content: Any) -> None:
    content["cells"][-1]["source"] = "## Summary"


STREAM = {"output_type": "stream", "name": "stdout", "text": ["hi\n"]}

BROKEN: list[tuple[str, Change, str]] = [
    ("stored_bare", field("outputs", [STREAM]), "cell 3 is stored with outputs"),
    ("stored_bare", field("execution_count", 7), "the execution count 7"),
    ("no_machine_paths", code('Path.of("/home/anna/x.txt")'), "cell 3 names a path"),
    ("no_machine_paths", markdown("Kept in /opt/course/x."), "/opt/course/x"),
    ("no_machine_paths", code('Path.of("C:\\\\Users\\\\anna")'), "C:"),
    ("metadata", top("widgets", {}), "widgets"),
    ("metadata", top("kernelspec", {"name": "java", "display_name": "Java"}), "kernelspec"),
    ("metadata", top("language_info", {"name": "Java", "version": "25"}), "language_info"),
    ("metadata", field("metadata", {"collapsed": True}), "beside its tags: collapsed"),
    ("metadata", field("metadata", {"tags": ["hide"]}), "unknown tag 'hide'"),
    ("metadata", field("metadata", {"slideshow": {"slide_type": "-"}}), "the slide type {'slide_type': '-'}"),
    ("cell_ids", no_ids, "want nbformat 4.5"),
    ("cell_ids", same_id, "several cells have the id cell-2"),
    ("heading_levels", markdown("# Another title", place=23), "one heading of level 1, got 2"),
    ("heading_levels", no_title, "one heading of level 1, got 0"),
    ("heading_levels", title_later, "does not begin with the title"),
    ("heading_levels", markdown("##### Deep"), "'Deep' has level 5 after level 3"),
    ("heading_levels", markdown("Old style\n---------"), "'Old style' with #"),
    ("heading_levels", markdown("<h2>Tagged</h2>"), "<h2> with #"),
    ("alternative_texts", markdown("![](images/hand.png)"), "images/hand.png has no alternative"),
    ("alternative_texts", markdown('<img src="images/hand.png">'), "no alternative text"),
    ("links_resolve", markdown("[next](06-nowhere.ipynb)"), "06-nowhere.ipynb leads to no file"),
    ("links_resolve", markdown("![gone](images/gone.png)"), "images/gone.png leads to no file"),
    ("links_resolve", markdown("[there](#No-such-heading)"), "leads to no heading"),
    ("links_resolve", markdown("[there](../README.md#nothing)"), "leads to no heading"),
    ("links_resolve", markdown("[site](https:/go.dev)"), "names no host"),
    ("links_resolve", markdown("[root](/README.md)"), "neither a web address nor relative"),
    ("links_resolve", markdown("[ref][1]\n\n[1]: gone.md"), "gone.md leads to no file"),
    ("links_resolve", markdown('<a href="gone.md">x</a>'), "gone.md leads to no file"),
    ("links_resolve", markdown("[![hand](images/hand.png)](gone.md)"), "gone.md leads to no file"),
    ("navigation_line", old_navigation, "cell 1 must have the line"),
    ("navigation_line", no_navigation_at_end, "cell 25 must have the line"),
    ("number_of_cells", drop(4, 6), "25 to 60 cells outside of exercises, got"),
    ("number_of_cells", more_cells, "25 to 60 cells outside of exercises, got"),
    ("length_of_code", code("// a\n" * 25 + "1"), "cell 3 has 26 lines of code"),
    ("width_of_code", code(f"var long = {'1' * 90};"), "a line of 102 characters; 100 at most: var long"),
    ("width_of_code", markdown(f"```go\n{'a' * 101}\n```"), "a line of 101 characters"),
    ("length_of_code", many_long_cells, "3 of 11 code cells have more than 15 lines"),
    ("length_of_code", code(""), "cell 3 is empty"),
    ("length_of_prose", markdown("word " * 125), "cell 4: 13"),
    ("length_of_prose", two_words_run, "cells 4 to 6"),
    ("length_of_prose", with_too_long_note, "210 words for the instructor"),
    ("length_of_prose", markdown("word " * 205, place=1), "cell 2: 20"),
    ("no_helpers", code("class MyChan<T> {}"), "declares the type MyChan"),
    ("no_helpers", code("record ChannelOf<T>(T it) {}"), "declares the type ChannelOf"),
    ("no_helpers", code("interface CancelContext {}"), "declares the type CancelContext"),
    ("no_helpers", code("void go(Runnable it) {\n    it.run();\n}"), "declares the method go"),
    ("no_helpers", code("static <T> List<T> makeChan(int n) {}"), "the method makeChan"),
    ("no_helpers", code("void sleep(int n) throws InterruptedException {}"), "the method sleep"),
    ("no_set_up", code("import java.util.*;\n// all of them\nimport java.io.*;"), "set-up cell"),
    ("no_set_up", code("%maven org.x:y:1\n1", place=4), "%maven"),
    ("no_set_up", code("%%loadFromPOM\n<dependency/>", place=4), "%%loadFromPOM"),
    ("no_set_up", code("import rendezvous.chan.*;\n1", place=4), "imports rendezvous.chan"),
]


@pytest.mark.parametrize(
    ("name", "change", "message"),
    BROKEN,
    ids=[f"{name}-{number}" for number, (name, _, _) in enumerate(BROKEN)],
)
def test_rule_finds(name: str, change: Change, message: str, folder: Path) -> None:
    problems = rules.check(store(folder, change))
    assert len(problems) == 1, problems
    assert problems[0].startswith(f"{name}: ") and message in problems[0], problems


def test_every_rule_is_proven() -> None:
    proven = {name for name, _, _ in BROKEN} | {"file_name", "layout"}
    assert {each.__name__ for each in rules.RULES} == proven


@pytest.mark.parametrize("name", ["05-Channels.ipynb", "05-two_words.ipynb", "05-.ipynb"])
def test_rule_finds_a_wrong_file_name(name: str, folder: Path) -> None:
    problems = rules.check(store(folder, name=name))
    assert [it.partition(":")[0] for it in problems] == ["file_name"], problems


def test_rule_finds_a_number_used_twice(folder: Path) -> None:
    store(folder, name="05-other.ipynb")
    path = store(folder)
    path.write_text(tidy.tidied(path), encoding="utf-8")
    assert any("two chapters have the number 05" in it for it in rules.check(path))


def test_rule_finds_another_layout(folder: Path) -> None:
    path = store(folder)
    content = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(content, indent=4), encoding="utf-8")
    assert [it.partition(":")[0] for it in rules.check(path)] == ["layout"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"cells": [', "is not JSON: Expecting value at line 1, column 12"),
        ("[]", "has no list of cells"),
        ('{"cells": [], "nbformat": 3}', "version 3"),
        (
            '{"cells": [{"cell_type": "odd"}], "nbformat": 4, "nbformat_minor": 5, "metadata": {}}',
            "",
        ),
    ],
)
def test_unreadable_notebook_is_one_problem(text: str, message: str, folder: Path) -> None:
    path = folder / NAME
    path.write_text(text, encoding="utf-8")
    problems = rules.check(path)
    assert len(problems) == 1 and message in problems[0] and NAME in problems[0]


# --- What the rules must leave alone. ---


FINE = [
    code('String s = "class Chan {}"; // void go() {}\n"/* %maven */"'),
    code("Chan<Integer> numbers = Chan.make();\ngo(() -> numbers.send(1));"),
    code("ReceiveChan<Integer> numbers(int n) {\n    return Chan.make();\n}"),
    code("for (int i = 0; i < 3; i++) {\n    if (i == 1) { continue; }\n}"),
    code("import java.util.stream.*;\nIntStream.range(0, 3).sum()"),
    code("record Mechanical(int changes) {}"),
    code("%time 1 + 1"),
    markdown("```\n# no heading\n[no link](gone.md)\n![](gone.png)\n```"),
    markdown("~~~go\nfunc main() {}\n~~~"),
    markdown("`[no link](gone.md)` and `# no heading`"),
    markdown("Write to <https://go.dev> or [us](mailto:course@example.org)."),
    markdown("https://example.org/home/anna/x is no path of a machine."),
    markdown("| a | b |\n|---|---|\n| 1 | 2 |"),
    markdown("Text.\n\n---\n\nMore."),
    markdown("```java\n" + ("word " * 13 + "\n") * 10 + "```"),
    more_in("Exercise 05.1"),
    more_in("Checkpoint: part I"),
    field("metadata", {"tags": ["raises-exception", "slow:45", "exercise:05.1", "go-twin", "summary"]}),
    field("metadata", {"slideshow": {"slide_type": "skip"}}),
    with_note,
    with_long_note,
]


@pytest.mark.parametrize("change", FINE, ids=range(len(FINE)))
def test_rules_leave_alone(change: Change, folder: Path) -> None:
    assert rules.check(store(folder, change)) == []


def test_helper_types_are_the_librarys(tmp_path: Path) -> None:
    for name in ("chan/Received", "runtime/Event", "chan/package-info"):
        file = tmp_path / "rendezvous" / f"{name}.java"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    assert rules.library_types(tmp_path) == {"Received"}


def test_words_count_what_is_read() -> None:
    assert mdtext.words("One *two* [three](https://four.five/six) `seven()`\n```\nno\n```") == 4
    assert mdtext.words("don't re-read <b>this</b>") == 3


def test_declarations_are_found_in_any_shape() -> None:
    source = "sealed interface A {}\nrecord B<T>(T t) implements A {}\nenum C { X }"
    assert javacode.types(source) == ["A", "B", "C"]
    source = "<T> Map<String, List<T>> f(T... t) throws Exception {\n}\npublic static int[] g() {}"
    assert javacode.methods(source) == ["f", "g"]
    assert "go" not in javacode.methods("go(() -> { ch.send(1); });")


# --- Navigation and tidying. ---


def titled(folder: Path, name: str, title: str) -> Path:
    path = folder / name
    notebook = new_notebook(cells=[new_markdown_cell(f"# {title}"), new_markdown_cell("End.")])
    path.write_text(tidy.text_of(notebook), encoding="utf-8")
    return path


def test_navigation_links_only_chapters_that_exist(tmp_path: Path) -> None:
    first = titled(tmp_path, "02-processes.ipynb", "02 · Processes")
    assert navigation.line(first) == "Chapters: this is the only one so far"
    middle = titled(tmp_path, "05-channels.ipynb", "Channels")
    last = titled(tmp_path, "07-more.ipynb", "07. More of it")
    assert navigation.line(first) == "Chapters: [05 Channels](05-channels.ipynb) →"
    assert navigation.line(middle) == (
        "Chapters: ← [02 Processes](02-processes.ipynb) · [07 More of it](07-more.ipynb) →"
    )
    assert navigation.line(last) == "Chapters: ← [05 Channels](05-channels.ipynb)"


def test_navigation_leads_to_the_overview(tmp_path: Path) -> None:
    (tmp_path / "start.md").touch()
    only = titled(tmp_path, "05-channels.ipynb", "Channels")
    assert navigation.line(only) == "Chapters: [all](start.md)"
    titled(tmp_path, "06-next.ipynb", "Next")
    assert navigation.line(only) == "Chapters: [all](start.md) · [06 Next](06-next.ipynb) →"


def test_navigation_needs_a_title(tmp_path: Path) -> None:
    path = titled(tmp_path, "05-channels.ipynb", "Channels")
    titled(tmp_path, "06-untitled.ipynb", "").write_text(
        tidy.text_of(new_notebook(cells=[new_markdown_cell("No title")])), encoding="utf-8"
    )
    with pytest.raises(NotebookError, match=r"06-untitled\.ipynb.*title"):
        navigation.line(path)


def test_tidying_replaces_the_navigation_and_nothing_else(tmp_path: Path) -> None:
    path = titled(tmp_path, "05-channels.ipynb", "Channels")
    path.write_text(tidy.tidied(path), encoding="utf-8")
    assert "this is the only one" in path.read_text(encoding="utf-8")
    titled(tmp_path, "06-next.ipynb", "Next")
    once = tidy.tidied(path)
    assert "this is the only one" not in once and once.count("[06 Next]") == 2
    path.write_text(once, encoding="utf-8")
    assert tidy.tidied(path) == once


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("# T", "# T\n\nChapters: x"),
        ("# T\n\nText.", "# T\n\nChapters: x\n\nText."),
        ("# T\n\nChapters: old\n\nText.", "# T\n\nChapters: x\n\nText."),
        ("## Summary\n\nText.\n", "## Summary\n\nText.\n\nChapters: x"),
        ("Text.\n\nChapters: old", "Text.\n\nChapters: x"),
        ("Chapters: old", "Chapters: x"),
    ],
)
def test_navigation_stands_below_the_title_or_where_it_stood(source: str, wanted: str) -> None:
    assert navigation.put(source, "Chapters: x") == wanted


def test_tidying_mends_what_jupyterlab_leaves(folder: Path) -> None:
    path = store(folder)
    clean = path.read_text(encoding="utf-8")
    content = json.loads(clean)
    content["metadata"]["language_info"]["version"] = "25.0.3"
    content["cells"][2].update(outputs=[STREAM], execution_count=3, metadata={"jupyter": {"source_hidden": True}})
    path.write_text(json.dumps(content), encoding="utf-8")
    assert tidy.main([str(path)]) == 0
    assert path.read_text(encoding="utf-8") == clean


def test_select_finds_by_number_name_and_path(folder: Path) -> None:
    path = store(folder)
    for word in ("05", "5", path.stem, path.name):
        assert select([word], folder) == [path]
    assert select([str(path)], folder) == select([], folder) == [path]
    with pytest.raises(NotebookError, match="no notebook 06; chapters here: 05"):
        select(["06"], folder)
