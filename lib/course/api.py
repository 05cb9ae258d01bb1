"""What a release would change for those who use the library: its API, beside that of the last one."""

import io
import re
import subprocess
import tarfile
import xml.etree.ElementTree as ElementTree
import zipfile
from dataclasses import dataclass
from pathlib import Path

from course import library, project, say, setup

PLACE = project.TARGET / "api"
# The packages that serve the course or the tools alone; the others are the API.
INNER = ("course", "exercise", "notebook", "race")
# What a revision is built from.
SOURCES = ("pom.xml", "lib", ".mvn", "mvnw", "mvnw.cmd")


@dataclass(frozen=True)
class Changes:
    """What differs between two versions: whether programs that use the old one still work, and the list."""

    compatible: bool
    text: str


def api(since: str | None, yes: bool) -> int:
    """Compares the library as it stands with the last release, or with any revision."""
    revision = since or last_release()
    if revision is None:
        say.line(
            f"There is no release yet, so nothing depends on the API. `{project.command()} api --since REV`"
            " compares it with any revision."
        )
        return 0
    commit = _git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if commit is None:
        raise say.Problem(f"There is no revision {revision!r}: want a tag, a branch or a commit.", say.USAGE)
    old_root = PLACE / "old"
    _check_out(commit, old_root)
    env = setup.ensure(yes=yes).environment()
    old = _jar(old_root, "old", env)
    new = _jar(project.ROOT, "new", env)
    changes = compare(old, new, env)
    before, now = version(old_root), version(project.ROOT)
    say.line(f"API of {now} beside {before} ({revision}):")
    say.line(changes.text or "no change")
    if changes.compatible or may_break(before, now):
        return 0
    say.line(
        f"Programs built for {before} may not work with {now}. Give it back what it had, or a version that may"
        f" differ: {next_version(before)}."
    )
    return say.FAILED


def last_release() -> str | None:
    """The newest tag of a release that this state of the project comes after."""
    return _git("describe", "--tags", "--abbrev=0", "--match", "v[0-9]*")


def version(root: Path) -> str:
    """The version of the library in a copy of the project, without what marks it as unfinished."""
    return re.search(r"<version>(.+?)(-SNAPSHOT)?</version>", (root / "pom.xml").read_text("utf-8"))[1]


def may_break(before: str, now: str) -> bool:
    """Whether a version may be incompatible with another: by semver, in which 0.x promises nothing to 0.y."""
    return _promise(now) > _promise(before)


def _promise(version: str) -> tuple[int, ...]:
    major, minor = _parts(version)
    return (major,) if major else (0, minor)


def next_version(before: str) -> str:
    """The next version that may be incompatible with one."""
    major, minor = _parts(before)
    return f"{major + 1}.0.0" if major else f"0.{minor + 1}.0"


def _parts(version: str) -> tuple[int, int]:
    major, minor, _ = version.split(".")
    return int(major), int(minor)


def compare(old: Path, new: Path, env: dict[str, str]) -> Changes:
    """Compares two jars with japicmp."""
    say.run(
        "Comparison of the API",
        [
            *library.maven("japicmp:cmp", "api"),
            f"-Dapi.old={old}",
            f"-Dapi.new={new}",
            f"-Dapi.report={PLACE}",
        ],
        "maven-api",
        env,
        library.ADVICE,
    )
    library.fetched("japicmp:cmp", "api")
    reports = PLACE / "japicmp"
    text = (reports / "default-cli.diff").read_text("utf-8")
    classes = ElementTree.parse(reports / "default-cli.xml").getroot().iter("class")
    compatible = all(
        each.get("binaryCompatible") == "true" and each.get("sourceCompatible") == "true" for each in classes
    )
    return Changes(compatible, "\n".join(line for line in text.splitlines() if re.match(r"\s*[-+*]{3}", line)))


def _check_out(commit: str, place: Path) -> None:
    archive = subprocess.run(
        ["git", "archive", "--format=tar", commit, *SOURCES], cwd=project.ROOT, capture_output=True, check=False
    )
    if archive.returncode != 0:
        why = archive.stderr.decode(errors="replace").strip()
        raise say.Problem(f"The library of {commit[:9]} could not be had from git: {why}")
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as tar:
        tar.extractall(place, filter="data")


def _jar(root: Path, name: str, env: dict[str, str]) -> Path:
    """Compiles a copy of the project; gives a jar with the packages of its API."""
    PLACE.mkdir(parents=True, exist_ok=True)
    say.run(
        f"Library, {name}",
        [*library.maven("compile"), "-f", root / "pom.xml", "-Dspotless.check.skip=true"],
        f"maven-api-{name}",
        env,
        library.ADVICE,
    )
    built = root / "target" / "classes"
    jar = PLACE / f"{name}.jar"
    with zipfile.ZipFile(jar, "w") as archive:
        for path in sorted((built / "rendezvous").rglob("*.class")):
            inside = path.relative_to(built)
            if inside.parts[1] not in INNER:
                archive.write(path, inside.as_posix())
    return jar


def _git(*arguments: str) -> str | None:
    done = subprocess.run(
        ["git", *arguments], cwd=project.ROOT, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    return done.stdout.strip() or None if done.returncode == 0 else None
