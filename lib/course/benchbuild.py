"""Builds what the benchmark runs, and says what its numbers depend on."""

import contextlib
import os
import platform
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from course import library, machine, project, say
from course.jdk import Jdk

PLACE = project.TARGET / "bench"
GO_SOURCE = project.ROOT / "tests" / "bench" / "go"


@dataclass(frozen=True)
class Programs:
    """Where the built programs are. Without Go, `go` is None."""

    java: Path
    classpath: str
    go: Path | None


def build(jdk: Jdk) -> Programs:
    """Compiles the library and all programs."""
    say.run(
        "Benchmarks",
        library.maven("test-compile", "bench"),
        "maven-bench",
        project.environment(jdk.home),
        library.ADVICE,
    )
    library.fetched("test-compile", "bench")
    jars = (PLACE / "classpath").read_text("utf-8").strip()
    parts = [str(PLACE / "classes"), str(project.TARGET / "classes"), jars]
    return Programs(jdk.java, os.pathsep.join(parts), build_go())


def build_go() -> Path | None:
    """Compiles the Go program; says so in one line where that cannot be."""
    go = shutil.which("go")
    if go is None:
        say.line("Go is not installed: its rows are left out.")
        return None
    program = PLACE / ("go.exe" if project.WINDOWS else "go")
    ours = {
        "GOCACHE": str(project.CACHE / "go"),
        "GOMODCACHE": str(project.CACHE / "go-modules"),
        "GOFLAGS": "-modcacherw",  # so that whoever deletes the cache may
        "GOTOOLCHAIN": "local",
        "GOWORK": "off",
    }
    with say.progress("Benchmarks in Go"):
        done = subprocess.run(
            [go, "build", "-o", str(program), "."],
            cwd=GO_SOURCE,
            env=project.environment() | ours,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    if done.returncode == 0:
        return program
    why = (done.stderr.strip() or "it did not say why").splitlines()[-1]
    say.line(f"Go cannot build tests/bench/go ({why}): its rows are left out.")
    return None


def facts(jdk: Jdk, programs: Programs) -> dict[str, str]:
    """The machine and the versions."""
    others = ", ".join(f"{name} {_pinned(name)}" for name in ("jmh", "jox", "kotlin", "kotlinx-coroutines"))
    return {
        "machine": f"{_processor()}, {machine.cores()} cores, {platform.system()}",
        "JDK": str(jdk),
        "Go": _go_version() if programs.go else "left out",
        "others": others,
    }


def _go_version() -> str:
    done = subprocess.run(["go", "version"], capture_output=True, encoding="utf-8", errors="replace", check=False)
    return done.stdout.strip().removeprefix("go version ")


def _pinned(name: str) -> str:
    return re.search(rf"<{name}\.version>(.+?)<", (project.ROOT / "pom.xml").read_text("utf-8"))[1]


def _processor() -> str:
    with contextlib.suppress(OSError):
        found = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text("utf-8"))
        if found:
            return found[1]
    return platform.processor() or platform.machine()


def load() -> float:
    """How many programs wanted a core in the last minute, on average; 0 where the system does not say."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
