"""The kernel's start-up cache: classes loaded and linked once, at set-up, in a trial run.

It takes a third off the processor time that a kernel needs until it is ready, and some memory.
A JVM that finds it missing, broken or made by another JVM starts without it and says nothing.
"""

import hashlib
import json
from pathlib import Path

from course import kernel, project, say, stamp
from course.jdk import Jdk


def ensure(python: Path, jdk: Jdk, jars: Path) -> Path | None:
    """The cache for this JDK and these jars, made now if need be; None where it cannot be made."""
    spec = kernel.spec(jdk, jars, None)
    name = f"start-{hashlib.sha256(f'{jdk} {spec}'.encode()).hexdigest()[:12]}.aot"
    if stamp.read("start cache") != name:
        _make(python, jdk, spec, jars / name)
        # One that cannot be made is not tried again at every start.
        stamp.write("start cache", name)
    return jars / name if (jars / name).exists() else None


def _make(python: Path, jdk: Jdk, spec: dict, cache: Path) -> None:
    half = cache.with_suffix(".half")
    spec["argv"].insert(1, f"-XX:AOTCacheOutput={half}")
    command = [python, "-m", "course.trial", json.dumps(spec)]
    try:
        say.run("Kernel's start-up cache", command, "start-cache", project.environment(jdk.home), "")
        half.replace(cache)
    except (say.Problem, OSError) as problem:
        say.line(f"{problem}\nThe course works without it; a kernel takes longer to start.")
    finally:
        for left in cache.parent.glob("start-*.half*"):
            left.unlink(missing_ok=True)
