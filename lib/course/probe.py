"""Tries the installed kernel, for the doctor: `python -m course.probe` prints JSON.

Runs in the interpreter that has the packages, unlike the command itself.
"""

import importlib.metadata
import json
import re
import sys
import time

import psutil
from jupyter_client.manager import KernelManager

LIMIT_SECONDS = 60

# Paints a letter and counts the dots that are no longer black: none where there are no fonts.
PAINT = """{
    var image = new java.awt.image.BufferedImage(40, 40, java.awt.image.BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.drawString("W", 10, 30);
    pen.dispose();
    int[] all = image.getRGB(0, 0, 40, 40, null, 0, 40);
    long dots = java.util.Arrays.stream(all).filter(dot -> dot != 0xff000000).count();
    var families = java.awt.GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length;
    System.out.println("families=" + families + " dots=" + dots);
    System.out.println("cores=" + Runtime.getRuntime().availableProcessors());
}"""


def main() -> int:
    facts: dict[str, object] = {
        "versions": {name: importlib.metadata.version(name) for name in ("jjava", "jupyterlab")},
    }
    try:
        facts |= kernel()
    except Exception as error:  # whatever it is, the doctor says it
        facts["trouble"] = f"{type(error).__name__}: {error}".strip()
    json.dump(facts, sys.stdout)
    return 0


def kernel() -> dict[str, object]:
    """Starts the kernel, has it add and paint, and ends it."""
    begin = time.monotonic()
    manager = KernelManager(kernel_name="java")
    manager.start_kernel()
    client = manager.client()
    try:
        client.start_channels()
        client.wait_for_ready(timeout=LIMIT_SECONDS)
        ready = time.monotonic() - begin
        answer = run(client, "1+1")
        first = time.monotonic() - begin
        resident = psutil.Process(manager.provisioner.pid).memory_info().rss
        painted = run(client, PAINT)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    found = dict(re.findall(r"(\w+)=(\d+)", painted))
    return {
        "ready": ready,
        "first": first,
        "answer": answer.strip(),
        "resident": resident // (1024 * 1024),
        "painted": painted.strip(),
        **{key: int(number) for key, number in found.items()},
    }


def run(client, code: str) -> str:
    """What a cell printed or gave, or its error."""
    texts: list[str] = []

    def hear(message: dict) -> None:
        content = message["content"]
        if message["msg_type"] == "stream":
            texts.append(content["text"])
        elif message["msg_type"] == "execute_result":
            texts.append(content["data"].get("text/plain", ""))
        elif message["msg_type"] == "error":
            texts.append(f"{content['ename']}: {content['evalue']}")

    client.execute_interactive(code, timeout=LIMIT_SECONDS, output_hook=hear)
    return "".join(texts)


if __name__ == "__main__":
    sys.exit(main())
