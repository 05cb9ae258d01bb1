"""Starts a kernel, has it do a little of everything, and ends it: `python -m course.trial SPEC`.

Runs in the interpreter that has the packages, unlike the command itself.
"""

import json
import sys

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import KernelManager

from course.probe import LIMIT_SECONDS, PAINT, run

# What cells are made of: an expression, output, a type, a lambda, a thread, a picture; then what a
# chapter begins with, so that its first picture shows the run and not the loading of classes.
CELLS = (
    "1 + 1",
    'System.out.println("ready")',
    'record Dish(String name, int grams) {}\nnew Dish("soup", 300)',
    "java.util.stream.IntStream.range(0, 100).mapToObj(Integer::toString).toList().size()",
    "Thread.ofVirtual().start(() -> {}).join();",
    PAINT,
    'predict("a", "this", "that").compare("b")',
    "Timeline.record(() -> { Chan<Integer> c = Chan.make(); go(() -> c.send(1)); sleep(ofMillis(1)); c.receive(); })",
    'Bars.titled("trial").x("how many").bar("one", 1).bar("two", 2).figure()',
    'check("05.1", () -> null)',
)


def main() -> int:
    manager = KernelManager(kernel_name="java")
    manager._kernel_spec = KernelSpec(**json.loads(sys.argv[1]))
    manager.start_kernel()
    client = manager.client()
    try:
        client.start_channels()
        client.wait_for_ready(timeout=LIMIT_SECONDS)
        for cell in CELLS:
            run(client, cell)
        # The JVM writes its cache when it ends by itself, which takes it a few seconds.
        client.shutdown()
        return manager.provisioner.process.wait(LIMIT_SECONDS)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


if __name__ == "__main__":
    sys.exit(main())
