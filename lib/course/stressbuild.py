"""Builds the programs of the stress tests, and mutants of the library for them to catch."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from course import library, project, say
from course.jdk import Jdk

PLACE = project.TARGET / "stress"
MUTANTS = project.ROOT / "tests" / "stress" / "mutants"


@dataclass(frozen=True)
class Programs:
    """Where the built programs are."""

    jdk: Jdk
    classpath: tuple[str, ...]
    agent: Path

    def java(self, name: str, *options: object, mutant: Path | None = None) -> list[object]:
        """How one of the programs is started; a mutant's classes come before the library's."""
        path = [*([str(mutant)] if mutant else []), *self.classpath]
        return [self.jdk.java, *options, "-cp", os.pathsep.join(path), name]


def build(jdk: Jdk) -> Programs:
    """Compiles the library and the programs."""
    say.run(
        "Stress tests",
        library.maven("test-compile", "stress"),
        "maven-stress",
        project.environment(jdk.home),
        library.ADVICE,
    )
    library.fetched("test-compile", "stress")
    jars = (PLACE / "classpath").read_text("utf-8").strip().split(os.pathsep)
    agent = next((project.TARGET / "agent").glob("rendezvous-*-agent.jar"))
    return Programs(jdk, (str(PLACE / "classes"), str(project.TARGET / "classes"), *jars), agent)


@dataclass(frozen=True)
class Mutant:
    """A mistake in the library that one of the rows must find.

    Its file is a patch below a head: `Row:` names the row, `Test:` a test of it where it has several,
    and `Mistake:` says in a few words what is wrong.
    """

    name: str
    row: str
    test: str
    mistake: str
    patch: str

    def build(self, programs: Programs, place: Path) -> Path:
        """Compiles the classes that it changes; gives their directory."""
        sources, classes = place / self.name / "lib", place / self.name / "classes"
        shutil.rmtree(place / self.name, ignore_errors=True)
        classes.mkdir(parents=True)
        changed = []
        for path, hunks in _files(self.patch):
            original = project.ROOT / path
            if not original.is_file():
                raise say.Problem(f"Mutant {self.name}: there is no {path}. Write its patch for what is there now.")
            text = original.read_text("utf-8")
            for hunk in hunks:
                text = self._apply(path, text, *hunk)
            copy = sources / Path(path).relative_to("lib")
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(text, "utf-8")
            changed.append(copy)
        command = [
            programs.jdk.java.with_name(programs.jdk.java.name.replace("java", "javac")),
            *("-nowarn", "-proc:none", "-implicit:none", "-encoding", "UTF-8"),
            *("-cp", os.pathsep.join(programs.classpath[1:]), "-d", classes, *changed),
        ]
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
        if done.returncode != 0 or not changed:
            raise say.Problem(
                f"Mutant {self.name} does not compile; mend its patch.\n{done.stdout}{done.stderr}".rstrip()
            )
        return classes

    def _apply(self, path: str, text: str, old: str, new: str) -> str:
        found = text.count(old)
        if found != 1:
            raise say.Problem(
                f"Mutant {self.name} does not apply any more: in {path} its lines were found {found} times, want once. "
                f"Write its patch anew, so that it makes the same mistake in the code as it is now:\n{old}"
            )
        return text.replace(old, new)


def mutants() -> list[Mutant]:
    """All that are kept, by name."""
    return [_read(path) for path in sorted(MUTANTS.glob("*.patch"))]


def _read(path: Path) -> Mutant:
    head, mark, patch = path.read_text("utf-8").partition("--- ")
    said = dict(re.findall(r"^(Row|Test|Mistake): (.+)$", head, re.MULTILINE))
    if not mark or not {"Row", "Mistake"} <= said.keys():
        raise say.Problem(f"{path.name}: want a patch below a head with `Row:` and `Mistake:`.")
    return Mutant(path.stem, said["Row"], said.get("Test", ""), said["Mistake"], mark + patch)


def _files(patch: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each file of a patch with its hunks: what was there, and what comes in its place."""
    files: list[tuple[str, list[tuple[str, str]]]] = []
    hunk: tuple[list[str], list[str]] | None = None
    for line in [*patch.splitlines(), "@@"]:
        if hunk and (line.startswith("@@") or line.startswith("--- ")):
            files[-1][1].append(("".join(hunk[0]), "".join(hunk[1])))
            hunk = None
        if line.startswith("--- "):
            continue
        if line.startswith("+++ "):
            files.append((line[4:].split("\t")[0].strip().removeprefix("b/"), []))
        elif line.startswith("@@"):
            hunk = ([], [])
        elif hunk:
            if line[:1] in (" ", "-", ""):
                hunk[0].append(line[1:] + "\n")
            if line[:1] in (" ", "+", ""):
                hunk[1].append(line[1:] + "\n")
    return files
