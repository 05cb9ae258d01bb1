"""Each chapter teaches what it must, uses only what was introduced, explains its words where it says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import javacode
import pytest
from course import editions, glossary, syllabus
from course.notebooks import ROOT, chapters, read, tags
from course.syllabus import Syllabus, SyllabusError

LIBRARY = ROOT / "lib" / "rendezvous"
# What the course is about; the other packages are its tools, which every chapter may use.
CONCEPTS = ("chan", "sync", "context", "errgroup", "semaphore", "singleflight", "pattern")
CONCEPT_TYPES = ("Goroutine",)
STATICS = ("chan/Go.java", "chan/Select.java")
# Collections have a method of that name too: to see it says nothing.
EVERYDAY = ("WaitGroup.add",)

CHAPTERS = chapters()
MOST_MINUTES = 90
_PUBLIC = re.compile(r"^public\b[^(\n]*?\b(?:class|interface|enum|record)\s+(\w+)", re.M)
_STATIC = re.compile(r"^    public static\b[^=\n]*?\b(\w+)\(", re.M)


@dataclass(frozen=True)
class Library:
    """What may be introduced: its types and static methods, and the names of all methods."""

    types: frozenset[str]
    concepts: frozenset[str]
    statics: frozenset[str]
    texts: dict[str, str]

    def has(self, construct: str) -> bool:
        """Whether there is such a type, `Type.method` or static method."""
        kind, _, method = construct.partition(".")
        if not method:
            return kind in self.types or kind in self.statics
        text = self.texts.get(kind, "") if self.is_static(construct) else "\n".join(self.texts.values())
        return kind in self.types and re.search(rf"\b{re.escape(method)}\(", text) is not None

    def is_static(self, construct: str) -> bool:
        """Whether it is called by the name of its type."""
        kind, _, method = construct.partition(".")
        return re.search(rf"\bstatic\b[^=;{{}}\n]*\b{re.escape(method)}\(", self.texts.get(kind, "")) is not None


@cache
def library() -> Library:
    files = [path for path in sorted(LIBRARY.glob("*/*.java")) if path.stem != "package-info"]
    texts = {path: path.read_text("utf-8") for path in files}
    types = {path: set(_PUBLIC.findall(text)) for path, text in texts.items()}
    concepts = set().union(*(found for path, found in types.items() if path.parent.name in CONCEPTS))
    statics = {name for file in STATICS for name in _STATIC.findall(texts[LIBRARY / file])}
    return Library(
        frozenset(set().union(*types.values())),
        frozenset(concepts | set(CONCEPT_TYPES)),
        frozenset(statics),
        {path.stem: text for path, text in texts.items()},
    )


def uses(code: str, construct: str) -> bool:
    """Whether the code names the type, or calls the method."""
    kind, _, method = construct.partition(".")
    if method and library().is_static(construct):
        return re.search(rf"\b{kind}(?:\.|::){method}\b", code) is not None
    if method:
        return re.search(rf"(?:\.|::)\s*{method}\b", code) is not None
    if kind[0].isupper():
        return re.search(rf"(?<![.\w]){kind}\b", code) is not None
    return re.search(rf"(?<![.\w]){kind}\s*\(", code) is not None


def early(code: str, number: str, introduced: dict[str, str], known: Library) -> list[str]:
    """The constructs that code in a chapter uses before a chapter has introduced them."""
    code = javacode.bare(code)
    # A tool's methods have names that other tools' have too; the tools are for all chapters.
    learned = {each for each in introduced if each.partition(".")[0] in known.concepts | known.statics}
    named = {each for each in (*known.concepts, *known.statics, *learned) if each not in EVERYDAY}
    return sorted(each for each in named if introduced.get(each, "99") > number and uses(code, each))


def first_chapters(all_of_them: list[Syllabus]) -> dict[str, str]:
    """The chapter that introduces each construct; a method's name counts for every type that has it."""
    first: dict[str, str] = {}
    for each in all_of_them:
        for one in each.introduces:
            first.setdefault(one.construct, each.number)
    by_name: dict[str, str] = {}
    for construct, number in first.items():
        method = construct.partition(".")[2]
        if method:
            by_name[method] = min(number, by_name.get(method, "99"))
    return {it: by_name.get(it.partition(".")[2], number) for it, number in first.items()}


def of(path: Path) -> Syllabus:
    file = syllabus.path(ROOT, path.name[:2])
    assert file.is_file(), f"{path.name}: want what it covers, introduces and names in {file.relative_to(ROOT)}"
    return syllabus.read(file)


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_every_cell_named_is_there(path: Path) -> None:
    ids = {cell.id for cell in read(path).cells}
    assert sorted(set(of(path).cells()) - ids) == []


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_what_it_covers_is_taught_and_run(path: Path) -> None:
    kinds = {cell.id: cell.cell_type for cell in read(path).cells}
    covers = of(path).covers
    assert len(covers) >= 4
    unsaid = [each.what for each in covers if "markdown" not in {kinds.get(cell) for cell in each.cells}]
    assert unsaid == [], "want a Markdown cell for each"
    if path.name[:2] != "00":
        run = sum("code" in {kinds.get(cell) for cell in each.cells} for each in covers)
        assert run >= len(covers) / 2, f"only {run} of {len(covers)} items have a cell that runs"


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_only_what_was_introduced_is_used(path: Path) -> None:
    introduced = first_chapters(syllabus.syllabuses(ROOT))
    numbers = [int(each.name[:2]) for each in CHAPTERS]
    if missing := sorted(set(range(int(path.name[:2]))) - set(numbers)):
        # One of these will introduce it; who introduces it later still finds it here.
        first = f"{missing[0]:02}"
        introduced = dict.fromkeys((*library().concepts, *library().statics), first) | introduced
    found = {
        cell.id: names
        for cell in read(path).cells
        if cell.cell_type == "code" and (names := early(cell.source, path.name[:2], introduced, library()))
    }
    assert found == {}, "no chapter up to this one introduces these"


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_what_it_introduces_is_in_the_library_and_in_its_cell(path: Path) -> None:
    sources = {cell.id: cell.source for cell in read(path).cells}
    for one in of(path).introduces:
        assert library().has(one.construct), f"{one.construct}: the library has no such thing"
        name = one.construct.rpartition(".")[2]
        assert re.search(rf"\b{name}\b", sources.get(one.cell, "")), f"{one.construct} is not in cell {one.cell}"


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_its_terms_stand_in_bold_where_they_are_explained(path: Path) -> None:
    sources = {cell.id: re.sub(r"\s+", " ", cell.source) for cell in read(path).cells}
    terms = of(path).terms
    assert len(terms) >= 3
    for one in terms:
        bold = re.findall(r"\*\*(.+?)\*\*", sources.get(one.cell, ""))
        assert any(one.term.casefold() in each.casefold() for each in bold), f"{one.term}: not bold in {one.cell}"
        assert re.fullmatch(r"[A-Z\W].*\.", one.meaning), f"{one.term}: want a sentence, got {one.meaning!r}"


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_the_minutes_of_its_sections_add_up(path: Path) -> None:
    notebook = read(path)
    core, more = editions.minutes(notebook)
    said = re.search(r"\*\*(\d+) minutes", notebook.cells[0].source)
    also = re.search(r"and (\d+) more for the exercises", notebook.cells[0].source)
    assert (int(said[1]), int(also[1]) if also else 0) == (core, more), "the title says another time than the sections"
    assert core <= MOST_MINUTES, "mark as (optional) what does not fit"


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_an_instructor_finds_a_plan_for_an_hour(path: Path) -> None:
    notes = [cell.source for cell in read(path).cells if editions.INSTRUCTOR in tags(cell)]
    assert any("60 minutes" in note for note in notes), "want a cell tagged instructor, with a plan for 60 minutes"


def test_no_term_is_explained_twice() -> None:
    terms = [one.term.casefold() for each in syllabus.syllabuses(ROOT) for one in each.terms]
    assert sorted({term for term in terms if terms.count(term) > 1}) == []


def test_a_syllabus_without_its_chapter_there_is_none() -> None:
    assert [each.number for each in syllabus.syllabuses(ROOT)] == [path.name[:2] for path in CHAPTERS]


# --- That the tests find what they are for. ---

WHOLE = """# 98

## Covers
| what | cells |
|---|---|
| pipes | one, `two` |

## Introduces
| construct | cell |
|---|---|
| `Chan.receiveOk` | two |

## Terms
| term | meaning | cell |
|---|---|---|
| pipe \\| tube | A thing. | one |
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "c98" / "chapter.md"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def test_a_syllabus_is_read(tmp_path: Path) -> None:
    got = syllabus.read(written(tmp_path, WHOLE))
    assert (got.number, got.covers[0].cells, got.introduces[0].construct) == ("98", ("one", "two"), "Chan.receiveOk")
    assert (got.terms[0].term, got.cells()) == (r"pipe \| tube", ["one", "two", "two", "one"])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("# 98", "# 97", "want '# 98'"),
        ("## Terms", "## Words", "want ['Covers', 'Introduces', 'Terms']"),
        ("| A thing. ", "", "want 3 columns"),
        ("| pipes |", "| |", "none empty"),
    ],
)
def test_a_syllabus_that_is_not_whole_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(SyllabusError, match=re.escape(said)) as refused:
        syllabus.read(written(tmp_path, WHOLE.replace(old, new)))
    assert "c98/chapter.md" in str(refused.value)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("Chan<Integer> ch = Chan.make();", ["Chan"]),
        ("go(() -> println(1));", ["go"]),
        ("var r = ch.receiveOk();", ["Chan.receiveOk"]),
        ("all.forEach(ch::receiveOk)", ["Chan.receiveOk"]),
        ('println("Chan go( .receiveOk"); // Chan', []),
        ("my.go(); cargo(); MyChan c;", []),
        ("Timer.of(ofMillis(5))", ["Timer.of"]),
        ("List.of(5)", []),
    ],
)
def test_what_comes_too_early_is_found(code: str, found: list[str]) -> None:
    introduced = {"Chan.receiveOk": "07", "Chan": "05", "go": "02", "Timer": "01", "Timer.of": "07"}
    assert early(code, "01", introduced, library()) == found
    assert early(code, "07", introduced, library()) == []


def test_the_library_is_found() -> None:
    assert {"Chan", "WaitGroup", "Context", "ErrGroup", "Goroutine"} <= library().concepts
    assert "Timeline" not in library().concepts
    assert {"go", "sleep", "select", "after"} <= library().statics
    assert library().has("Chan.receiveOk") and library().has("Timeline") and not library().has("Chan.rewind")


def test_a_method_is_introduced_once_for_all_types() -> None:
    made = [
        Syllabus("02", (), (syllabus.Introduced("Goroutine.await", "a"),), ()),
        Syllabus("03", (), (syllabus.Introduced("WaitGroup.await", "b"),), ()),
    ]
    assert first_chapters(made) == {"Goroutine.await": "02", "WaitGroup.await": "02"}


def test_the_phrase_book_has_the_tables_of_all_chapters() -> None:
    text = glossary.phrases(ROOT)
    assert "| close | `close(ch)` | `ch.close();` |" in text
    assert [line for line in text.splitlines() if line.startswith("## ")]
    assert "| `default:` | `otherwise(() -> …)` | `orElse(() -> …)` |" in text
    for part in text.split("\n## ")[1:]:
        heads = [line for line in part.splitlines() if re.match(r"\|[ |]*Go \|", line)]
        assert heads and len(heads) == len(set(heads)), part


def test_tables_of_phrases_with_the_same_columns_are_made_one() -> None:
    first = "Text.\n\n| | Go | Java |\n|---|---|---|\n| send | `ch <- v` | `ch.send(v);` |"
    other = "| Go | Java, `select` | Java, `choose` |\n|:--|---|---|\n| `default:` | `a` | `b` |\n\nText."
    again = first.replace("send", "again")
    row, like = "| send | `ch <- v` | `ch.send(v);` |\n", "| again | `ch <- v` | `ch.again(v);` |\n"
    none = "| limit | Go |\n|---|---|\n| a | b |\n\n| Go | other |\n|---|---|\n| a | b |"
    assert glossary.phrases_in([first, other, none, again]) == [
        f"| | Go | Java |\n|---|---|---|\n{row}{like}",
        "| Go | Java, `select` | Java, `choose` |\n|---|---|---|\n| `default:` | `a` | `b` |\n",
    ]


def test_the_glossary_is_in_the_order_of_the_alphabet() -> None:
    words = re.findall(r"^\| \*\*(.+?)\*\*", glossary.glossary(ROOT), re.M)
    assert words == sorted(words, key=str.casefold)
    assert len(words) == sum(len(each.terms) for each in syllabus.syllabuses(ROOT))
