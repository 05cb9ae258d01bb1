"""Jupyter's description of our kernel: which Java, which options, which classes."""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from course import project, stamp
from course.jdk import Jdk

MAIN = "rendezvous.notebook.Kernel"
MOST_CORES = 8


def options(cores: int | None) -> list[str]:
    """The JVM's options, each with its reason. Sized for a pod of 1 GB beside JupyterLab's server.

    The cores are those of the machine that will run the kernel; None where that is not this one.
    """
    return [
        # Cells are compiled and run by JShell; the kernel reaches into it for names left unresolved.
        "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",
        # The lab makes virtual threads on a scheduler of its own; the report of a deadlock looks for shutdown hooks.
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        # That report looks for signal handlers as well: a program that has one may be waiting for its signal.
        "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
        # The message sockets load a native library; without this the JVM warns.
        "--enable-native-access=ALL-UNNAMED",
        # Charts are painted without a screen.
        "-Djava.awt.headless=true",
        # What a cell prints is UTF-8 on every system.
        "-Dfile.encoding=UTF-8",
        "-Dstdout.encoding=UTF-8",
        "-Dstderr.encoding=UTF-8",
        # Java keeps its list of fonts below the user's home, which is not ours to write to.
        f"-Duser.home={project.HOME / 'home'}",
        # Where a cell that prints too much leaves the whole of it.
        f"-Drendezvous.output.dir={project.HOME / 'output'}",
        # `assert` works in cells, and only there.
        "-ea:REPL...",
        # One collector thread and no regions: a third less memory than G1 at this size.
        "-XX:+UseSerialGC",
        # The heap starts small and stays below what a pod has.
        "-Xms32m",
        "-Xmx256m",
        # Each cell adds classes; thousands of cells fit.
        "-XX:MaxMetaspaceSize=160m",
        # Compiled code, and buffers outside the heap.
        "-XX:ReservedCodeCacheSize=64m",
        "-XX:MaxDirectMemorySize=32m",
        *(_processors(cores) if cores else []),
    ]


def _processors(cores: int) -> list[str]:
    if cores > MOST_CORES:
        # Compiler threads and carriers grow with the cores, and with them the memory.
        return [f"-XX:ActiveProcessorCount={MOST_CORES}"]
    if cores == 1:
        # With one carrier a goroutine that spins would stop all others, for ever.
        return ["-Djdk.virtualThreadScheduler.parallelism=2"]
    return []


def _cached(cache: Path | None) -> list[str]:
    # Where the cache does not fit, the JVM would say so in the server's log at every start.
    return [f"-XX:AOTCache={cache}", "-Xlog:aot*=off", "-Xlog:cds*=off"] if cache else []


def java(jdk: Jdk, jars: Path, options: list[str], cached: Sequence[str] = ()) -> list[str]:
    """The beginning of a command that runs a class of the library as the kernel runs cells."""
    path = os.pathsep.join(str(jar) for jar in sorted(jars.glob("*.jar")))
    # The lab looks into cells with it; until it does, they run as they are.
    agents = [f"-javaagent:{jar}" for jar in sorted(jars.glob("rendezvous-*.jar"))]
    return [str(jdk.java), *options, *agents, *cached, "-cp", path]


def spec(jdk: Jdk, jars: Path, cores: int | None, cache: Path | None = None) -> dict:
    """The kernelspec, which calls the JDK that was found: `java` in PATH may be an old one."""
    command = java(jdk, jars, options(cores), _cached(cache))
    return {
        "argv": [*command, MAIN, "{connection_file}"],
        "display_name": "Java (Rendezvous)",
        "language": "java",
        "interrupt_mode": "message",
        # Under LANG=C a JVM on Linux cannot open a path with an umlaut in it.
        "env": {"LC_ALL": "C.UTF-8"} if sys.platform == "linux" else {},
        "metadata": {"debugger": False},
    }


def install(jdk: Jdk, jars: Path, cores: int | None, cache: Path | None, data: Path) -> None:
    """Writes the kernelspec below a Jupyter data directory, if it is not there as it should be."""
    text = json.dumps(spec(jdk, jars, cores, cache), indent=2, ensure_ascii=False) + "\n"
    stamp.replace(data / "kernels" / "java" / "kernel.json", text)
