"""Where things are, and the surroundings in which the course's programs run."""

import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WINDOWS = os.name == "nt"

NOTEBOOKS = ROOT / "notebooks"
TARGET = ROOT / "target"

# Everything that the command makes, apart from Maven's target.
HOME = ROOT / ".course"
VENV = HOME / "venv"
MAVEN_REPOSITORY = HOME / "m2"
MAVEN_HOME = HOME / "maven"
JJAVA_JAR = HOME / "jjava.jar"  # pom.xml knows this place
KERNEL = HOME / "kernel"
JUPYTER_CONFIG = HOME / "jupyter" / "config"
JUPYTER_DATA = HOME / "jupyter" / "data"
JUPYTER_RUNTIME = HOME / "jupyter" / "runtime"
FETCHED_JDKS = HOME / "jdk"
CACHE = HOME / "cache"
LOG = HOME / "log"
STAMP = HOME / "stamp.json"
LOCK = HOME / "lock"


def library_version() -> str:
    """The version in pom.xml: the first one there is the project's own."""
    return re.search(r"<version>(.+?)</version>", (ROOT / "pom.xml").read_text("utf-8")).group(1)


def maven_version() -> str:
    """The version that the Maven wrapper is pinned to."""
    text = (ROOT / ".mvn" / "wrapper" / "maven-wrapper.properties").read_text("utf-8")
    return re.search(r"apache-maven-([\d.]+)-bin", text).group(1)


def chapters() -> list[Path]:
    """The notebooks of the course, by number."""
    return sorted(NOTEBOOKS.glob("[0-9][0-9]-*.ipynb"))


def environment(java_home: Path | None = None) -> dict[str, str]:
    """The environment for every program started: what they make stays in the project.

    A cache that the user has placed elsewhere is left there.
    """
    env = dict(os.environ)
    env.setdefault("PIP_CACHE_DIR", str(CACHE / "pip"))
    env["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    env["MAVEN_USER_HOME"] = str(MAVEN_HOME)
    env["JUPYTER_CONFIG_DIR"] = str(JUPYTER_CONFIG)
    env["JUPYTER_DATA_DIR"] = str(JUPYTER_DATA)
    env["JUPYTER_RUNTIME_DIR"] = str(JUPYTER_RUNTIME)
    # Before the kernelspecs of the virtual environment, where JJava's pip package
    # puts one of the same name that runs whatever `java` comes first in PATH.
    env["JUPYTER_PATH"] = os.pathsep.join(filter(None, [str(JUPYTER_DATA), env.get("JUPYTER_PATH")]))
    env["IPYTHONDIR"] = str(HOME / "jupyter" / "ipython")
    env["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT / "lib"), env.get("PYTHONPATH")]))
    env["PYTHONPYCACHEPREFIX"] = str(CACHE / "python")
    if not (Path.home() / ".rustup").exists():
        # pip asks for the version of rustc, and rustup's would make itself a home to answer.
        env.setdefault("RUSTUP_HOME", str(CACHE / "rustup"))
    # An activated environment of another project must not leak into ours.
    env.pop("PYTHONHOME", None)
    # Only what a learner does in JupyterLab counts as the learner's progress.
    env.pop("RENDEZVOUS_PROGRESS", None)
    if java_home:
        env["JAVA_HOME"] = str(java_home)
    if sys.platform == "linux":
        # Under LANG=C a JVM cannot open a path with an umlaut in it.
        env["LC_ALL"] = "C.UTF-8"
    return env


def command() -> str:
    """How the user calls the command, for messages that name what to do."""
    return "python course" if WINDOWS else "./course"
