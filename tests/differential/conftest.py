"""What the differential tests share: the runs of all programs in both languages, made once."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

# What several test files share stands beside them.
sys.path.insert(0, str(Path(__file__).parent))

import engines
import programs
from judge import Correspondences, go_outcome, java_outcome

GO = shutil.which("go")
NO_GO = "Go is not installed: the Java programs are compared with what their heads say, and not with Go itself"


@pytest.fixture(scope="session")
def java() -> list[str]:
    """The words that start a JVM with the library."""
    words = engines.kernels_java()
    if words is None:
        pytest.fail("the library is not set up; run these tests as: ./course test differential")
    return words


@pytest.fixture(scope="session")
def both(java: list[str]) -> Iterator[dict[str, Future]]:
    """Both languages' runs, which go on side by side."""
    every = programs.programs()
    with ThreadPoolExecutor(2) as pool:
        started = {"Java": pool.submit(engines.run_java, java, every)}
        if GO:
            started["Go"] = pool.submit(engines.run_go, GO, every)
        yield started


@pytest.fixture(scope="session")
def shown(both: dict[str, Future]) -> dict[str, dict[str, list]]:
    """The outcomes that each language showed, by program."""
    words = Correspondences()
    found = {}
    for language, future in both.items():
        for name, runs in future.result().items():
            outcomes = [go_outcome(run) if language == "Go" else java_outcome(run, words) for run in runs]
            found.setdefault(name, {})[language] = outcomes
    return found
