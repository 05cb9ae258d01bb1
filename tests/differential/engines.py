"""Runs the programs: those in Go each in a process, of one build; those in Java all in one JVM."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from course import project
from programs import HERE, Program

PLACE = project.TARGET / "differential"
GO_CACHE = PLACE / "go-cache"
# A program takes milliseconds; this is for the machine's worst day.
LIMIT = 20.0


@dataclass(frozen=True)
class Run:
    """One run of a program: it ended, or failed by its exit code, or hung, or was never built (is broken)."""

    end: str
    out: str = ""
    err: str = ""


Runs = dict[str, list[Run]]


def run_go(go: str, programs: list[Program], place: Path = PLACE / "go", limit: float = LIMIT) -> Runs:
    """Builds all programs as one and runs each as often as it needs, in a process of its own."""
    binary, broken = _build(go, [program for program in programs if program.go.is_file()], place)
    runs: Runs = {}
    for program in programs:
        if program.name in broken:
            runs[program.name] = [Run("broken", err=broken[program.name])]
        elif program.go.is_file():
            runs[program.name] = [_run([str(binary), program.name], limit) for _ in range(program.times)]
    return runs


def _build(go: str, programs: list[Program], place: Path) -> tuple[Path, dict[str, str]]:
    """Builds what compiles into one binary, since linking is what takes long; says what is wrong with the others."""
    sources = place / "src"
    binary = place / ("programs.exe" if project.WINDOWS else "programs")
    shutil.rmtree(sources, ignore_errors=True)
    binary.unlink(missing_ok=True)
    sources.mkdir(parents=True)
    version = subprocess.run([go, "env", "GOVERSION"], capture_output=True, text=True, check=True).stdout.strip()
    language = re.match(r"go(\d+\.\d+)", version)
    (sources / "go.mod").write_text(f"module differential\n\ngo {language[1] if language else '1.25'}\n", "utf-8")
    for program in programs:
        # A package of the program's name, whose Main the binary calls.
        code = program.go.read_text("utf-8")
        code = re.sub(r"(?m)^package main$", f"package {program.name}", code, count=1)
        code = re.sub(r"(?m)^func main\(\)", "func Main()", code, count=1)
        package = sources / program.name
        package.mkdir()
        (package / program.go.name).write_text(code, "utf-8")
    # Everything that is built stays in the project, and nothing is fetched.
    env = dict(os.environ) | {"GOCACHE": str(GO_CACHE), "GOFLAGS": "-mod=mod", "GOWORK": "off"}
    env |= {"GOPROXY": "off", "GOTOOLCHAIN": "local", "CGO_ENABLED": "0"}
    broken: dict[str, str] = {}
    while True:
        whole = [program.name for program in programs if program.name not in broken]
        (sources / "main.go").write_text(_main(whole), "utf-8")
        command = [go, "build", "-o", str(binary), "."]
        done = subprocess.run(command, cwd=sources, env=env, capture_output=True, encoding="utf-8", errors="replace")
        found = dict(re.findall(r"(?m)^(\w+)[/\\]\w+\.go:(.*)$", done.stderr)) if done.returncode else {}
        if done.returncode and not found:
            raise RuntimeError(f"go build failed:\n{done.stdout}{done.stderr}")
        if not found:
            return binary, broken
        broken |= found


def _main(names: list[str]) -> str:
    """The source of a binary that runs the program that its argument names."""
    imports = "".join(f'\t"differential/{name}"\n' for name in names)
    cases = "".join(f'\tcase "{name}":\n\t\t{name}.Main()\n' for name in names)
    return f'package main\n\nimport (\n\t"os"\n{imports})\n\nfunc main() {{\n\tswitch os.Args[1] {{\n{cases}\t}}\n}}\n'


def _run(command: list[str], limit: float, env: dict[str, str] | None = None) -> Run:
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", env=env)
    try:
        out, err = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        return _end(process)
    return Run("ended" if process.returncode == 0 else "failed", out, err)


def _end(process: subprocess.Popen) -> Run:
    # Go ends at SIGQUIT, having said where each goroutine stands; Java says so, and goes on.
    process.send_signal(getattr(signal, "SIGQUIT", signal.SIGTERM))
    try:
        out, err = process.communicate(timeout=2)
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
    return Run("hung", out, err)


def run_java(java: list[str], programs: list[Program], place: Path = PLACE / "java", limit: float = LIMIT) -> Runs:
    """Runs all programs in one JVM that the words start; those that do not end well then each in one of its own.

    The limit is for a run in the one JVM.
    """
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    here = [program for program in programs if program.java.is_file()]
    runs = _run_together(java, here, place, limit)
    for program in here:
        if program.ends_badly and program.name not in runs:
            path = f"{place}{os.pathsep}{java[-1]}"
            runs[program.name] = [_run([*java[:-1], path, program.name], LIMIT, _environment())]
    return runs


def _run_together(java: list[str], programs: list[Program], place: Path, limit: float) -> Runs:
    command = [*java, str(HERE / "jvm" / "RunPrograms.java"), str(place), str(limit)]
    for program in programs:
        command += [str(program.java), "0" if program.ends_badly else str(program.times)]
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as err:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=err, encoding="utf-8", env=_environment())
        err.seek(0)
        said = err.read()
    runs: Runs = {}
    for line in done.stdout.splitlines():
        answer = json.loads(line)
        runs.setdefault(answer["program"], []).append(Run(answer["end"], answer["out"], answer["err"]))
    for program in programs:
        if not program.ends_badly:
            runs.setdefault(program.name, [Run("broken", err=f"the JVM ended with code {done.returncode}\n{said}")])
    return runs


def _environment() -> dict[str, str]:
    # Options that the user gives every JVM would be told on standard error, and may change what programs do.
    kept = {name: value for name, value in os.environ.items() if name not in ("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")}
    return kept | ({"LC_ALL": "C.UTF-8"} if os.name == "posix" else {})


def kernels_java() -> list[str] | None:
    """The words that start a JVM as the notebooks have it, up to its main class; None if nothing is set up."""
    try:
        spec = json.loads((project.JUPYTER_DATA / "kernels" / "java" / "kernel.json").read_text("utf-8"))
    except OSError:
        return None
    words = spec["argv"]
    return words[: words.index("-cp") + 2]
