"""What the tests of the command share: a way to call it, and fresh copies of the project."""

import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from course.project import ROOT

# What several test files share stands beside them.
sys.path.insert(0, str(Path(__file__).parent))

from copies import Course, copy_project
from freshstart import Story, tell


@pytest.fixture
def home(tmp_path: Path) -> Path:
    place = tmp_path / "home"
    place.mkdir()
    return place


@pytest.fixture
def here(home: Path) -> Course:
    """The command in this project, which `./course test` has set up."""
    return Course(ROOT, home)


@pytest.fixture(scope="session", autouse=True)
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Future | None]:
    """The story of a fresh start, which goes on beside the other tests: it waits for pip and Maven most of its time."""
    if not any("story" in item.fixturenames for item in request.session.items):
        yield None
        return
    base = tmp_path_factory.mktemp("fresh")
    (base / "Heim").mkdir()
    root = copy_project(base / "Übung eins" / "für später")
    # Called by the Python that ours was made from.
    fresh = Course(root, base / "Heim", python=getattr(sys, "_base_executable", sys.executable))
    with ThreadPoolExecutor(1) as pool:
        yield pool.submit(tell, fresh)


@pytest.fixture(scope="session")
def story(told: Future) -> Story:
    return told.result()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # Those that want the story's end come last.
    items.sort(key=lambda item: "story" in item.fixturenames)


@pytest.fixture
def copy(tmp_path: Path, home: Path) -> Course:
    """The command in a fresh copy of the project, nothing set up."""
    return Course(copy_project(tmp_path / "project"), home)
