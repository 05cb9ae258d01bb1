"""What the tests of the notebooks share: the course's kernel must be there, and none may stay."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

# What several test files share stands beside them.
sys.path.insert(0, str(Path(__file__).parent))

ADVICE = "run these tests as: ./course test notebooks"

try:
    from answers import AnswerKernel, Chapter, run_and_solve
    from course.session import end_kernels_on_signals
    from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel
except ImportError as problem:
    raise pytest.UsageError(f"{problem}; {ADVICE}") from None

COURSE_KERNEL = "rendezvous.notebook.Kernel"


def pytest_configure() -> None:
    # Where the run is ended politely, pytest must unwind as for Ctrl-C.
    end_kernels_on_signals(KeyboardInterrupt)


def pytest_sessionstart() -> None:
    try:
        spec = KernelSpecManager().get_kernel_spec("java")
    except NoSuchKernel:
        pytest.exit(f"no kernel named java is installed; {ADVICE}", returncode=1)
    if COURSE_KERNEL not in " ".join(spec.argv):
        pytest.exit(f"the kernel java is not the course's: {spec.argv}; {ADVICE}", returncode=1)


@pytest.fixture(scope="session")
def answer_kernel() -> Iterator[AnswerKernel]:
    """A kernel for one answer after the other."""
    with AnswerKernel() as kernel:
        yield kernel


@pytest.fixture(scope="session")
def as_shipped() -> Callable[[Path], Chapter]:
    """Runs a chapter as it is shipped, and then solves it, once for all tests that look at what came of it."""
    return functools.cache(run_and_solve)
