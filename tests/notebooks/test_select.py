"""The uses of select, each a cell of a notebook: what the compiler takes in a method, the kernel takes too.

The files are those of tests/select, which tests/lib/rendezvous/chan/SelectUsesTest.java compiles with all warnings on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from kernels import Kernel

USES = sorted((Path(__file__).resolve().parents[1] / "select").glob("*.jsh"))
FEWEST = 36
PROMISE = re.compile(r"(?:^|\s)// (Output|Throws):(?: (.*))?$", re.MULTILINE)


@pytest.fixture(scope="module")
def kernel() -> Iterator[Kernel]:
    """One for all uses, as a learner has one for all cells."""
    kernel = Kernel()
    yield kernel
    kernel.close()


def promises(source: str, kind: str) -> list[str]:
    return [(match[2] or "").rstrip() for match in PROMISE.finditer(source) if match[1] == kind]


def test_there_are_uses() -> None:
    assert len(USES) >= FEWEST


@pytest.mark.parametrize("use", USES, ids=lambda use: use.stem)
def test_use_does_what_it_says(kernel: Kernel, use: Path) -> None:
    source = use.read_text(encoding="utf-8")
    wanted, thrown = promises(source, "Output"), promises(source, "Throws")
    assert wanted or thrown, "a use that promises nothing shows nothing"
    result = kernel.run(source)
    assert [line.rstrip() for line in result.out.splitlines()] == wanted, result.error
    assert result.err == "" and result.shown == []
    if thrown:
        assert result.error and result.error[0].startswith(thrown[0]), f"wanted {thrown[0]}, got {result.error}"
    else:
        assert result.error == []
