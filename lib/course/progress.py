"""One line per notebook while it runs: rewritten in a terminal, repeated now and then in a log."""

from __future__ import annotations

import time
from typing import TextIO

# In a log, a line each so many seconds tells a slow run from a stuck one.
LOG_EVERY = 10.0


class Progress:
    """Shows how far a notebook is. Without a stream it shows nothing."""

    def __init__(self, stream: TextIO | None):
        self._stream = stream
        self._live = stream is not None and stream.isatty()
        self._name = ""
        self._cells = 0
        self._number = 0
        self._began = self._shown = time.monotonic()

    def start(self, name: str) -> None:
        """A notebook begins: its kernel is being started."""
        self._name, self._cells, self._number = name, 0, 0
        self._began = self._shown = time.monotonic()
        self._show()

    def cell(self, number: int, cells: int) -> None:
        """Code cell `number` of `cells` begins."""
        self._number, self._cells = number, cells
        self._show()

    def tick(self, seconds: float) -> None:
        """The same cell has run for so many seconds."""
        self._show(f", {seconds:.0f} s" if seconds > 2 else "")

    def end(self, summary: str) -> None:
        """The notebook has ended."""
        if self._stream is not None:
            count = f"  {self._cells} cells" if self._cells else ""
            self._write(f"{self._name}{count}  {summary}", "\n")

    def _show(self, more: str = "") -> None:
        if self._stream is None:
            return
        where = f"cell {self._number}/{self._cells}" if self._number else "starting the kernel"
        line = f"{self._name}  {where}{more}"
        if self._live:
            self._write(line, "")
        elif time.monotonic() - self._shown > LOG_EVERY:
            self._shown = time.monotonic()
            self._write(f"{line}  ({self._shown - self._began:.0f} s in all)", "\n")

    def _write(self, line: str, end: str) -> None:
        assert self._stream is not None
        start = "\r\033[K" if self._live else ""
        print(start + line, end=end, file=self._stream, flush=True)
