"""Builds the library's jar and gathers what a kernel has on its class path."""

import os
import shutil
from pathlib import Path

from course import project, say, stamp
from course.jdk import Jdk

ADVICE = "If a class in lib/ does not compile, mend it; otherwise check the network. Then give the same command again."


def ensure(jdk: Jdk, jjava_jar: Path) -> Path:
    """The directory with the jars of the library as it stands in lib/; built now if need be.

    Each state of the library has a directory of its own, so that a kernel that runs keeps its jars.
    """
    sources = stamp.digest(inputs())
    place = project.KERNEL / sources[:12]
    if stamp.read("library") == sources and place.is_dir():
        return place
    _copy(jjava_jar, project.JJAVA_JAR)
    _package(jdk)
    _gather(place)
    stamp.write("library", sources)
    for old in project.KERNEL.iterdir():
        if old != place:
            shutil.rmtree(old, ignore_errors=True)  # Windows keeps what a running kernel has open
    return place


def inputs() -> list[Path]:
    """What the jar is made from."""
    lib = project.ROOT / "lib"
    sources = [path for path in lib.rglob("*") if path.is_file() and _is_library(path.relative_to(lib))]
    return sorted(sources) + build_files()


def _is_library(path: Path) -> bool:
    return path.parts[0] != "course" and "__pycache__" not in path.parts


def build_files() -> list[Path]:
    # requirements.in pins JJava, against which the notebook layer is compiled.
    return [project.ROOT / name for name in ("pom.xml", ".mvn/wrapper/maven-wrapper.properties", "requirements.in")]


def maven(goal: str, profile: str = "") -> list[object]:
    """A Maven command line that works in the project's own repository."""
    wrapper = project.ROOT / ("mvnw.cmd" if project.WINDOWS else "mvnw")
    line: list[object] = [
        wrapper,
        "-B",
        "-ntp",
        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
        f"-Dmaven.repo.local={project.MAVEN_REPOSITORY}",
    ]
    if stamp.read(_stamp(goal, profile)) == stamp.digest(build_files()):
        line.append("-o")  # all it needs is there
    return [*line, *([f"-P{profile}"] if profile else []), goal]


def fetched(goal: str, profile: str = "") -> None:
    """Notes that Maven has run this goal: from now on it needs no network for it."""
    stamp.write(_stamp(goal, profile), stamp.digest(build_files()))


def _stamp(goal: str, profile: str) -> str:
    return f"maven {goal} {profile}".rstrip()


def _package(jdk: Jdk) -> None:
    for jar in project.TARGET.glob("rendezvous-*.jar"):
        jar.unlink()
    shutil.rmtree(project.TARGET / "kernel", ignore_errors=True)
    say.run(
        "Course library",
        [*maven("package"), "-Dmaven.test.skip=true", "-Dspotless.check.skip=true"],
        "maven-package",
        project.environment(jdk.home),
        ADVICE,
    )
    fetched("package")


def _gather(place: Path) -> None:
    """Copies the jars to their place, which is there whole or not at all."""
    half = project.KERNEL / f"half-{os.getpid()}"
    shutil.rmtree(half, ignore_errors=True)
    shutil.rmtree(place, ignore_errors=True)
    half.mkdir(parents=True)
    jars = [project.JJAVA_JAR, *(project.TARGET / "kernel").glob("*.jar"), *project.TARGET.glob("rendezvous-*.jar")]
    for jar in jars:
        shutil.copy2(jar, half / jar.name)
    half.rename(place)


def _copy(source: Path, target: Path) -> None:
    half = target.with_name(f"{target.name}.{os.getpid()}")
    shutil.copyfile(source, half)
    half.replace(target)
