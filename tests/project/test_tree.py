"""The repository is laid out as CONTRIBUTING.md says, and holds nothing that it should not."""

import re

import pytest

# The curriculum has 51 chapters.
PLANNED = range(51)
EXECUTABLES = ["course", "mvnw", ".ci/run", "binder/postBuild", "binder/start"]
GENERATED = re.compile(
    r"(^|/)(target|\.course|__pycache__|\.ipynb_checkpoints|\.pytest_cache|\.ruff_cache)/"
    r"|\.(class|jar|pyc|log)$"
)
# The wrapper says where Maven comes from; it cannot do without an address.
WRAPPER = {"mvnw", "mvnw.cmd", ".mvn/wrapper/maven-wrapper.properties"}
# Each is written so that it does not match its own text.
UNWANTED = {
    "a machine's path": r"(?<![\w.}])(/(?:root|work)/|/(?:home|Users)/(?!jovyan|anna)[a-z]|[A-Z]:\\Users\\)",
    # The POM's namespace is a name, not an address.
    "a registry's host": r"pypi\.org|pythonhosted\.|(?<!/)(repo|repo1)\.maven\.|maven\.apache\.org(?!/(POM|xsd)/)"
    r"|npmjs\.|crates\.io|anaconda\.org|(proxy|sum)\.golang\.|debian\.org",
    "unfinished work": r"(?<![\w.])(?:TO[D]O|FIX[M]E|X{3})(?![\w(])|(?i:not[ ]implemented)",
}


def top_level(text: str) -> list[str]:
    """The entries of CONTRIBUTING's table of the tree, in order."""
    section = text.split("\n## The tree\n")[1].split("\n## ")[0]
    return re.findall(r"(?m)^\| `([^`]+)` \|", section)


def exercises(files: list[str]) -> dict[str, set[str]]:
    """The files of each exercise, by the exercise's place such as `c05/relay`."""
    found: dict[str, set[str]] = {}
    for name in files:
        if match := re.fullmatch(r"lib/rendezvous/course/(c\d\d/\w+)/(.+)", name):
            found.setdefault(match[1], set()).add(match[2])
    return found


def test_top_level_is_what_contributing_describes(root, files):
    described = top_level((root / "CONTRIBUTING.md").read_text("utf-8"))
    present = {name.split("/")[0] for name in files}
    assert len(described) == len(set(described)), "an entry is described twice"
    assert present - set(described) == set(), "not described in CONTRIBUTING.md"
    assert set(described) - present == set(), "described in CONTRIBUTING.md, and not there"


def test_nothing_generated_is_committed(files, ignored):
    assert [name for name in ignored if name] == []
    assert [name for name in files if GENERATED.search(name)] == []


def test_notebooks_holds_chapters_their_pages_and_pictures_only(files):
    place = re.compile(
        r"notebooks/(\d\d-[a-z0-9]+(-[a-z0-9]+)*\.ipynb|(start|glossary|phrasebook|workshop)\.md|images/[\w-]+\.png)"
    )
    here = [name for name in files if name.startswith("notebooks/")]
    assert [name for name in here if not place.fullmatch(name)] == []
    numbers = [name[10:12] for name in here if name.endswith(".ipynb")]
    assert numbers, "no chapter"
    assert len(numbers) == len(set(numbers)), "two chapters have one number"


def test_each_exercise_has_all_its_files_and_a_chapter(files):
    found = exercises(files)
    assert found, "no exercise below lib/rendezvous/course"
    chapters = {f"c{name[10:12]}" for name in files if re.match(r"notebooks/\d\d-", name)}
    for place, own in found.items():
        chapter, name = place.split("/")
        # An exercise may be there before its chapter; once that is written it must ask for it, as another test sees.
        assert chapter in chapters or int(chapter[1:]) in PLANNED, f"{place}: there is no chapter {chapter[1:]}"
        missing = {"exercise.md", "starter.jsh", "solution.jsh", "package-info.java"} - own
        assert missing == set(), place
        checks = [file for file in own if file.lower() == f"{name}checks.java"]
        assert checks, f"{place}: no checks in a file named after the exercise, NameChecks.java"
        interface = checks[0].replace("Checks", "")
        assert interface in own, f"{place}: no interface {interface}"


def test_each_exercise_has_three_wrong_answers_at_least(files):
    wrong: dict[str, int] = {}
    for name in files:
        if match := re.fullmatch(r"tests/exercises/(c\d\d/\w+)/[a-z0-9-]+\.jsh", name):
            wrong[match[1]] = wrong.get(match[1], 0) + 1
        elif name.startswith("tests/exercises/"):
            hostile = re.fullmatch(r"tests/exercises/hostile/([a-z0-9-]+\.jsh|README\.md)", name)
            assert hostile, f"{name}: not a place of wrong answers"
    assert exercises(files), "no exercise"
    assert {place for place in exercises(files) if wrong.get(place, 0) < 3} == set()
    assert wrong.keys() - exercises(files).keys() == set(), "wrong answers to no exercise"


@pytest.mark.parametrize("name", EXECUTABLES)
def test_what_is_started_by_name_is_executable(root, modes, name):
    assert (root / name).is_file(), f"{name} is missing"
    assert (root / name).read_bytes().startswith(b"#!"), f"{name}: no shebang"
    assert modes.get(name) == "100755", f"git add --chmod=+x {name}"


@pytest.mark.parametrize("what", UNWANTED)
def test_no_file_holds(texts, what):
    found = [
        f"{name}:{number}: {line.strip()[:100]}"
        for name, text in texts.items()
        if name not in WRAPPER
        for number, line in enumerate(text.splitlines(), 1)
        if re.search(UNWANTED[what], line)
    ]
    assert found == [], what


def test_text_ends_its_lines_as_git_is_told(texts):
    wrong = [name for name, text in texts.items() if "\r" in text and not name.endswith(".cmd")]
    assert wrong == [], "carriage returns"


def test_decisions_are_numbered_and_one_page_each(texts):
    pages = sorted(name for name in texts if name.startswith("decisions/"))
    assert pages
    for number, name in enumerate(pages, 1):
        assert re.fullmatch(rf"decisions/{number:04d}-[a-z0-9-]+\.md", name), f"wanted {number:04d}"
        assert texts[name].startswith(f"# {number}. "), name
        assert len(texts[name].splitlines()) <= 60, f"{name}: more than a page"
        parts = re.findall(r"(?m)^\*\*(Context|Decision|Consequences)\.\*\*", texts[name])
        assert parts == ["Context", "Decision", "Consequences"], name
