"""One kernel and the cells run on it; no process of it is left when it is closed."""

from __future__ import annotations

import asyncio
import contextlib
import enum
import logging
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

START_LIMIT = 60.0
# A kernel that finds a port taken, which was free when Jupyter chose it, ends with this; so often it gets others.
PORT_TAKEN, TRIES = 3, 5
# An interrupted cell gets this long to send what it had still gathered.
AFTER_INTERRUPT = 2.0
# A cell that has ended gets this long to deliver its output.
OUTPUT_LIMIT = 10
# How often a waiting run looks at the clock and reports progress.
TICK = 0.25


class KernelError(Exception):
    """A kernel cannot be found or started; the message says which one, why, and what to do."""


class Ending(enum.Enum):
    """How the run of a cell ended."""

    DONE = "done"
    RAISED = "raised"
    NEVER = "never ended"
    DIED = "the kernel died"
    LOST = "its output was lost"


class Session:
    """A kernel for one notebook, started in a temporary directory of its own.

    Use it as a context manager. On leaving, a healthy kernel is asked to stop; whatever then is
    left of its process group is killed. It serves one thread.
    """

    def __init__(self, notebook: NotebookNode, on_tick: Callable[[float], None] | None = None):
        self.notebook = notebook
        self._on_tick = on_tick or (lambda seconds: None)
        self._healthy = False
        self._process: subprocess.Popen[bytes] | None = None
        self._manager: AsyncKernelManager | None = None
        # zmq waits on sockets, which Windows' default loop cannot do.
        self._loop = asyncio.SelectorEventLoop()
        self._folder = tempfile.TemporaryDirectory(prefix="course-", ignore_cleanup_errors=True)
        self._log = Path(self._folder.name, "kernel.log")

    def __enter__(self) -> Session:
        try:
            self._loop.run_until_complete(self._start())
        except BaseException:
            self.close()
            raise
        self._healthy = True
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        if problem is not None:
            self._healthy = False
        self.close()

    def run(self, index: int, limit: float) -> Ending:
        """Runs the notebook's cell `index`; its outputs are put into the notebook.

        Only after DONE and RAISED can the kernel run another cell.
        """
        ending = self._loop.run_until_complete(self._run(index, limit))
        self._healthy = self._healthy and ending in (Ending.DONE, Ending.RAISED)
        return ending

    def evaluate(self, source: str, limit: float) -> tuple[Ending, NotebookNode]:
        """Runs code that is no part of the notebook; gives how it ended and the cell it ran as."""
        cell = new_code_cell(source)
        self.notebook.cells.append(cell)
        try:
            return self.run(len(self.notebook.cells) - 1, limit), cell
        finally:
            self.notebook.cells.pop()

    @property
    def healthy(self) -> bool:
        """Whether the kernel can run another cell."""
        return self._healthy

    @property
    def pid(self) -> int | None:
        """The kernel's process."""
        return self._process.pid if self._process else None

    def exit_code(self) -> int | None:
        """The exit code of a kernel that died."""
        return self._process.poll() if self._process else None

    def log_lines(self, count: int = 20) -> list[str]:
        """The last lines that the kernel's process itself wrote, outside of any cell."""
        if not self._log.exists():
            return []
        text = self._log.read_text(encoding="utf-8", errors="replace")
        return text.splitlines()[-count:]

    def close(self) -> None:
        """Ends the kernel and everything it started."""
        try:
            with contextlib.suppress(Exception):
                self._loop.run_until_complete(asyncio.wait_for(self._ask_to_stop(), 15))
        finally:
            self._kill()
            with contextlib.suppress(Exception):
                self._loop.run_until_complete(self._manager.cleanup_resources())
            self._cancel_tasks()
            self._loop.close()
            self._folder.cleanup()

    async def _start(self) -> None:
        name = self.notebook.metadata.get("kernelspec", {}).get("name", "")
        _require_kernel(name)
        quiet = logging.getLogger("course.session.quiet")
        quiet.addHandler(logging.NullHandler())
        quiet.propagate = False
        for _ in range(TRIES):
            await self._launch(name, quiet)
            if await self._answers():
                await self._learn_language()
                return
            if self.exit_code() != PORT_TAKEN:
                break
            self._client.kc.stop_channels()
            await self._manager.cleanup_resources()
        raise KernelError(self._start_problem(name))

    async def _launch(self, name: str, quiet: logging.Logger) -> None:
        """Starts a kernel's process, with ports that were just free."""
        self._manager = AsyncKernelManager(kernel_name=name, log=quiet, shutdown_wait_time=4.0)
        self._client = NotebookClient(
            self.notebook,
            km=self._manager,
            timeout=None,
            iopub_timeout=OUTPUT_LIMIT,
            raise_on_iopub_timeout=True,
            record_timing=False,
            coalesce_streams=True,
            on_cell_executed=self._keep_reply,
            log=quiet,
        )
        with self._log.open("wb") as log:
            await self._client.async_start_new_kernel(cwd=self._folder.name, stdout=log, stderr=subprocess.STDOUT)
        self._process = self._manager.provisioner.process

    async def _answers(self) -> bool:
        """Opens the channels to the kernel; says whether it is ready for its first cell."""
        channels = self._client.kc = self._manager.client()
        channels.start_channels()
        channels.allow_stdin = False
        ready = asyncio.ensure_future(channels.wait_for_ready(timeout=START_LIMIT))
        await self._wait(ready, START_LIMIT + 5)
        if not ready.done():
            await self._cancel(ready)
            return False
        return ready.exception() is None

    def _start_problem(self, name: str) -> str:
        code = self.exit_code()
        what = "did not answer" if code is None else f"ended at once (exit code {code})"
        said = "\n  ".join(self.log_lines()) or "(nothing)"
        return f"the kernel {name!r} {what}; see what ./course doctor finds. It said:\n  {said}"

    async def _learn_language(self) -> None:
        """Puts what the kernel says of its language into the notebook, as JupyterLab does."""
        request = self._client.kc.kernel_info()
        reply = await asyncio.wait_for(self._client.async_wait_for_reply(request), START_LIMIT)
        if reply and "language_info" in reply["content"]:
            self.notebook.metadata["language_info"] = reply["content"]["language_info"]

    async def _run(self, index: int, limit: float) -> Ending:
        self._reply: dict[str, Any] = {}
        cell = self.notebook.cells[index]
        task = asyncio.ensure_future(self._client.async_execute_cell(cell, index))
        await self._wait(task, limit)
        if not task.done():
            with contextlib.suppress(Exception):
                await self._manager.interrupt_kernel()
            await asyncio.wait({task}, timeout=AFTER_INTERRUPT)
            await self._cancel(task)
            return Ending.NEVER
        try:
            task.result()
        except DeadKernelError:
            return Ending.DIED
        except CellTimeoutError:
            return Ending.LOST
        except CellExecutionError:
            return Ending.RAISED
        failed = self._reply.get("status") == "error"
        return Ending.RAISED if failed else Ending.DONE

    def _keep_reply(self, execute_reply: dict[str, Any], **_: Any) -> None:
        self._reply = execute_reply["content"]

    async def _wait(self, task: asyncio.Future[Any], limit: float) -> None:
        began = time.monotonic()
        while not task.done() and (passed := time.monotonic() - began) < limit:
            self._on_tick(passed)
            await asyncio.wait({task}, timeout=min(TICK, limit - passed))

    @staticmethod
    async def _cancel(task: asyncio.Future[Any]) -> None:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError, Exception):
            await task

    async def _ask_to_stop(self) -> None:
        if self._client.kc is not None:
            self._client.kc.stop_channels()
        # On Windows what a kernel started can be found only while the kernel lives.
        if self._healthy and sys.platform != "win32":
            await self._manager.shutdown_kernel()

    def _kill(self) -> None:
        """Kills what is left of the kernel's process group and waits for its end."""
        if self._process is None and self._manager is not None and self._manager.has_kernel:
            # Interrupted while the kernel was being started.
            self._process = self._manager.provisioner.process
        if self._process is not None:
            kill_tree(self._process)
            self._process.wait(timeout=10)

    def _cancel_tasks(self) -> None:
        for task in (tasks := asyncio.all_tasks(self._loop)):
            task.cancel()
        if tasks:
            self._loop.run_until_complete(asyncio.wait(tasks, timeout=5))


def kill_tree(process: subprocess.Popen[bytes]) -> None:
    """Kills a kernel and all it started; jupyter_client starts each kernel in its own group."""
    if sys.platform == "win32":
        if process.poll() is None:
            command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(command, capture_output=True, check=False)
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def end_kernels_on_signals(unwinding: type[BaseException] = SystemExit) -> None:
    """Makes a polite kill of this process unwind it, so that open sessions end their kernels."""

    def unwind(number: int, frame: object) -> None:
        raise unwinding(128 + number)

    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), unwind)


def _require_kernel(name: str) -> None:
    if not name:
        raise KernelError('names no kernel: set metadata.kernelspec.name to "java"')
    specs = KernelSpecManager()
    try:
        specs.get_kernel_spec(name)
    except NoSuchKernel:
        known = ", ".join(sorted(specs.find_kernel_specs())) or "none"
        advice = (
            "start through ./course, which sets it up" if name == "java" else 'set metadata.kernelspec.name to "java"'
        )
        raise KernelError(
            f"asks for the kernel {name!r}, which is not installed (known here: {known}): {advice}"
        ) from None
