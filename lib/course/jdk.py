"""Finds a JDK that is new enough. The default `java` often is not."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from course import project
from course.say import MISSING, Problem

MAJOR = 25
# Below this patch a virtual thread can stay parked for ever (JDK-8369227).
SOUND_PATCH = (25, 0, 3)
# Java without these has no compiler: a runtime environment, not a JDK.
NEEDED_MODULES = {"jdk.jshell", "jdk.compiler"}


@dataclass(frozen=True)
class Jdk:
    """An installed JDK that the course can use."""

    home: Path
    version: tuple[int, ...]
    vendor: str

    @property
    def java(self) -> Path:
        return java_of(self.home)

    def __str__(self) -> str:
        return f"{'.'.join(map(str, self.version))} {self.vendor}".strip()

    def warnings(self) -> list[str]:
        if self.version < SOUND_PATCH:
            return [
                "JDK-8369227: before 25.0.3 a virtual thread can stay parked for ever. Install the newest JDK 25 patch."
            ]
        if self.version[0] > MAJOR:
            return [f"The course is made and tested on JDK {MAJOR}. Should something misbehave, try that one."]
        return []


def java_of(home: Path) -> Path:
    return home / "bin" / ("java.exe" if project.WINDOWS else "java")


def find(env: Mapping[str, str] | None = None) -> Jdk:
    """The JDK to use; a Problem that says what was found where none will do."""
    env = os.environ if env is None else env
    rejected: list[str] = []
    good: list[Jdk] = []
    for home in candidates(env):
        found = examine(home)
        if isinstance(found, Jdk):
            # JAVA_HOME is what the user asked for: no other is better.
            if same(home, env.get("JAVA_HOME")):
                return found
            good.append(found)
        elif found:
            rejected.append(f"{home} is {found}")
    if good:
        return max(good, key=preference)
    seen = f"Found: {'; '.join(rejected)}." if rejected else "No Java was found."
    raise Problem(
        f"The course needs a JDK {MAJOR} or newer. {seen} "
        f"Install one (Temurin {MAJOR}: https://adoptium.net) or set JAVA_HOME to it; "
        f"or let the course fetch it into its own directory: {project.command()} setup --yes",
        MISSING,
    )


def preference(jdk: Jdk) -> tuple:
    """The newest patch of the course's own release first, then the newest of the others."""
    return jdk.version[0] == MAJOR, jdk.version


def same(home: Path, other: str | None) -> bool:
    return bool(other) and home == real(other)


def real(path: str | Path) -> Path:
    return Path(os.path.realpath(path))


def candidates(env: Mapping[str, str]) -> Iterator[Path]:
    """Every directory that may be a JDK's, each once, the user's own choice first."""
    seen = set()
    for home in _places(env):
        home = real(home)
        if home not in seen and java_of(home).is_file():
            seen.add(home)
            yield home


def _places(env: Mapping[str, str]) -> Iterator[Path]:
    if env.get("JAVA_HOME"):
        yield Path(env["JAVA_HOME"])
    if env.get("CONDA_PREFIX"):
        yield Path(env["CONDA_PREFIX"]) / ("Library/lib/jvm" if project.WINDOWS else "lib/jvm")
    for directory in env.get("PATH", "").split(os.pathsep):
        java = shutil.which("java", path=directory) if directory else None
        # macOS keeps a stub in /usr/bin that opens a window where there is no Java.
        if java and not (sys.platform == "darwin" and directory == "/usr/bin"):
            yield real(java).parent.parent
    for base, pattern in _usual(env):
        yield from sorted(base.glob(pattern)) if base.is_dir() else ()


def _usual(env: Mapping[str, str]) -> Iterator[tuple[Path, str]]:
    home = Path(env.get("HOME") or env.get("USERPROFILE") or Path.home())
    yield project.FETCHED_JDKS, "*"
    yield project.FETCHED_JDKS, "*/Contents/Home"
    yield home / ".sdkman/candidates/java", "*"
    yield home / ".jdks", "*"
    yield home / ".jdks", "*/Contents/Home"
    yield home / ".jdk", "*"
    yield home / ".asdf/installs/java", "*"
    yield home / ".local/share/mise/installs/java", "*"
    if sys.platform == "darwin":
        for base in (Path("/Library"), home / "Library"):
            yield base / "Java/JavaVirtualMachines", "*/Contents/Home"
        for base in (Path("/opt/homebrew/opt"), Path("/usr/local/opt")):
            yield base, "openjdk*/libexec/openjdk.jdk/Contents/Home"
    elif project.WINDOWS:
        for name in ("ProgramFiles", "ProgramW6432", "LOCALAPPDATA"):
            if env.get(name):
                base = Path(env[name]) / "Programs" if name == "LOCALAPPDATA" else Path(env[name])
                for vendor in ("Java", "Eclipse Adoptium", "Microsoft", "Zulu", "Amazon Corretto", "BellSoft"):
                    yield base / vendor, "*"
        yield home / "scoop/apps", "*jdk*/current"
    else:
        for base in ("/usr/lib/jvm", "/usr/lib64/jvm", "/usr/java", "/usr/local/lib/jvm", "/opt", "/opt/java"):
            yield Path(base), "*"


def examine(home: Path) -> Jdk | str | None:
    """The JDK at a place, or why it will not do, or None where there is no Java at all."""
    facts = _release(home)
    if "JAVA_VERSION" not in facts:
        facts = _ask(home)
    version = parse_version(facts.get("JAVA_VERSION", ""))
    if not version:
        return None
    if version[0] < MAJOR:
        return f"Java {'.'.join(map(str, version))}"
    modules = set(facts.get("MODULES", "").split()) or _modules(home)
    if not modules >= NEEDED_MODULES:
        return f"Java {version[0]} without a compiler (a JRE, not a JDK)"
    return Jdk(home, version, facts.get("IMPLEMENTOR", ""))


def parse_version(text: str) -> tuple[int, ...]:
    """`25.0.3` and `25-ea` as numbers; `1.8.0_402` is Java 8."""
    numbers = tuple(int(number) for number in re.findall(r"\d+", re.split(r"[-+]", text)[0]))
    numbers = numbers[1:] if numbers[:1] == (1,) else numbers
    return numbers + (0,) * (3 - len(numbers)) if numbers else ()


def _release(home: Path) -> dict[str, str]:
    """The facts in the file `release`, which spares us a start of Java."""
    try:
        text = (home / "release").read_text("utf-8", errors="replace")
    except OSError:
        return {}
    return dict(re.findall(r'^(\w+)="(.*)"$', text, re.MULTILINE))


def _ask(home: Path) -> dict[str, str]:
    text = _output(home, "-XshowSettings:properties", "-version")
    found = dict(re.findall(r"^\s+(java\.version|java\.vendor) = (.+)$", text, re.MULTILINE))
    return {"JAVA_VERSION": found.get("java.version", ""), "IMPLEMENTOR": found.get("java.vendor", "")}


def _modules(home: Path) -> set[str]:
    return set(re.findall(r"^([\w.]+)@", _output(home, "--list-modules"), re.MULTILINE))


def _output(home: Path, *options: str) -> str:
    try:
        done = subprocess.run(
            [str(java_of(home)), *options],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=20,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", errors="replace")
