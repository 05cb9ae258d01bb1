"""A running kernel, as a Jupyter client sees it, for the tests that run cells of their own."""

from __future__ import annotations

import os
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from jupyter_client import KernelManager
from jupyter_client.blocking import BlockingKernelClient

LIMIT = 60
ANSI = re.compile(r"\x1b\[[0-9;]*m")


@dataclass
class Result:
    """What one cell sent."""

    status: str = ""
    number: int = 0
    messages: list[dict] = field(default_factory=list)

    def stream(self, name: str) -> str:
        return "".join(m["content"]["text"] for m in self.of("stream") if m["content"]["name"] == name)

    @property
    def out(self) -> str:
        return self.stream("stdout")

    @property
    def err(self) -> str:
        return self.stream("stderr")

    def of(self, kind: str) -> list[dict]:
        return [m for m in self.messages if m["msg_type"] == kind]

    @property
    def shown(self) -> list[dict]:
        return [m["content"]["data"] for m in self.of("execute_result")]

    @property
    def error(self) -> list[str]:
        return [ANSI.sub("", line) for m in self.of("error") for line in m["content"]["traceback"]]


class Kernel:
    """A running kernel."""

    def __init__(self, **environment: str) -> None:
        self.started = time.monotonic()
        self.manager = KernelManager(kernel_name="java")
        self.manager.start_kernel(env={**os.environ, **environment})
        self.client: BlockingKernelClient = self.manager.client()
        self.client.start_channels()
        try:
            self.client.wait_for_ready(timeout=LIMIT)
        except RuntimeError:
            self.close()
            raise

    @property
    def pid(self) -> int:
        return self.manager.provisioner.pid

    def run(self, code: str, on_message: Callable[[dict], None] = lambda message: None) -> Result:
        result = Result()

        def keep(message: dict) -> None:
            result.messages.append(message)
            on_message(message)

        reply = self.client.execute_interactive(code, timeout=LIMIT, output_hook=keep, allow_stdin=False)
        result.status = reply["content"]["status"]
        result.number = reply["content"]["execution_count"]
        return result

    def run_and_interrupt(self, code: str, word: str = "go") -> Result:
        """Runs a cell and interrupts it once it has printed the word."""
        interrupted = threading.Event()

        def interrupt(message: dict) -> None:
            printed = message["msg_type"] == "stream" and word in message["content"]["text"]
            if printed and not interrupted.is_set():
                interrupted.set()
                self.manager.interrupt_kernel()

        return self.run(code, interrupt)

    def close(self) -> None:
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=not self.manager.is_alive())
