"""Every Go snippet of a chapter compiles, runs, and prints what it and the Java cell beside it say.

A snippet is a fenced block marked `go`. What it prints stands in it as comments, `// Output: …` for
a line of standard output and `// Stderr: …` for a line that must be among those of standard error;
with the latter it must fail. A snippet without a `package` clause is the body of `main`. The code cell
that follows a snippet and is tagged `go-twin` must print the same in Java.
"""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
IMPORTS = ("context", "errors", "fmt", "os", "runtime", "sync", "time")
FENCE = re.compile(r"^```go\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PROMISE = re.compile(r"^\s*// (Output|Stderr): ?(.*)$", re.MULTILINE)
GO = shutil.which("go")


def program(snippet: str) -> str:
    """Make a whole program of a snippet that is the body of main."""
    if re.search(r"^package ", snippet, re.MULTILINE):
        return snippet
    used = [name for name in IMPORTS if re.search(rf"\b{name}\.", snippet)]
    imports = "".join(f'import "{name}"\n' for name in used)
    return f"package main\n\n{imports}\nfunc main() {{\n{snippet}\n}}\n"


def promises(snippet: str, stream: str) -> list[str]:
    return [text for kind, text in PROMISE.findall(snippet) if kind == stream]


def snippets() -> list:
    found = []
    for path in sorted((ROOT / "notebooks").glob("[0-9][0-9]-*.ipynb")):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        for index, cell in enumerate(cells):
            if cell["cell_type"] != "markdown":
                continue
            for number, snippet in enumerate(FENCE.findall("".join(cell["source"]))):
                follower = cells[index + 1] if index + 1 < len(cells) else {"metadata": {}}
                twin = "go-twin" in follower["metadata"].get("tags", [])
                name = f"{path.stem}-{cell['id']}-{number}"
                found.append(pytest.param(path, snippet, follower if twin else None, id=name))
    return found


def run_go(snippet: str, folder: Path) -> subprocess.CompletedProcess:
    source = folder / "main.go"
    source.write_text(program(snippet), encoding="utf-8")
    env_run = [GO, "run", str(source)]
    return subprocess.run(env_run, capture_output=True, text=True, timeout=120, cwd=folder)


@pytest.mark.skipif(GO is None, reason="Go is not installed: its snippets are not compiled here")
@pytest.mark.parametrize(("path", "snippet", "twin"), snippets())
def test_go_snippet_does_what_it_says(path, snippet, twin, tmp_path):
    output, stderr = promises(snippet, "Output"), promises(snippet, "Stderr")
    assert output or stderr, f"{path.name}: a Go snippet says nothing of what it prints"
    done = run_go(snippet, tmp_path)
    assert done.stdout.splitlines() == output, done.stderr
    for line in stderr:
        assert line in done.stderr.splitlines()
    assert (done.returncode != 0) == bool(stderr), done.stderr


@pytest.mark.parametrize(("path", "snippet", "twin"), snippets())
def test_java_cell_beside_it_prints_the_same(path, snippet, twin, as_shipped):
    if twin is None:
        if promises(snippet, "Stderr"):
            return  # a program that Go ends has no twin
        pytest.fail(f"{path.name}: no cell tagged go-twin follows the Go snippet")
    cells = as_shipped(path).shipped.notebook.cells
    cell = next(cell for cell in cells if cell.get("id") == twin["id"])
    printed = "".join(
        output["text"] for output in cell.outputs if output["output_type"] == "stream" and output["name"] == "stdout"
    )
    assert printed.splitlines() == promises(snippet, "Output")
