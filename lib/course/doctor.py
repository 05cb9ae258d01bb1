"""Looks whether all is well, and says what to do where it is not."""

import json
import platform
import subprocess
import sys

from course import machine, project, say, setup
from course.jdk import Jdk
from course.say import Problem
from course.setup import Ready

LEAST_MEMORY = 1000
LEAST_DISK = 500
PROBE_SECONDS = 180

FONT_ADVICE = "Charts need fonts. On Debian and Ubuntu install fontconfig, libfreetype6 and fonts-dejavu-core."


class Report:
    """Prints findings as they come, and counts what is wrong."""

    def __init__(self) -> None:
        self.wrong: list[str] = []
        self.warned = 0

    def ok(self, what: str, text: str) -> None:
        say.line(f"  ok    {what:<11} {text}")

    def warn(self, what: str, text: str, advice: str) -> None:
        self.warned += 1
        say.line(f"  note  {what:<11} {text}")
        say.line(f"        {'':<11} {advice}")

    def bad(self, what: str, text: str, advice: str = "") -> None:
        self.wrong.append(what)
        say.line(f"  WRONG {what:<11} {text}")
        for line in advice.splitlines():
            say.line(f"        {'':<11} {line}")

    def verdict(self) -> int:
        if self.wrong:
            say.line(f"Not well: {', '.join(self.wrong)}. What to do stands beside each.")
            return say.FAILED
        say.line("All is well." if not self.warned else f"The course works; {self.warned} to note above.")
        return 0


def doctor(yes: bool) -> int:
    report = Report()
    try:
        ready = setup.ensure(yes=yes)
    except Problem as problem:
        ready = None
        report.bad("Set-up", str(problem).splitlines()[0], "\n".join(str(problem).splitlines()[1:]))
    report.ok("Python", f"{platform.python_version()} ({sys.executable})")
    if ready:
        _jdk(report, ready.jdk)
    report.ok("Maven", project.maven_version())
    report.ok("Library", project.library_version())
    _machine(report)
    if ready:
        _kernel(report, ready)
    return report.verdict()


def _jdk(report: Report, jdk: Jdk) -> None:
    text = f"{jdk} ({jdk.home})"
    if not jdk.warnings():
        report.ok("JDK", text)
    for warning in jdk.warnings():
        report.warn("JDK", text, warning)


def _machine(report: Report) -> None:
    cores = machine.cores()
    report.ok("Cores", f"{cores}")
    memory = machine.memory()
    if memory is None:
        report.warn("Memory", "unknown", f"A kernel and JupyterLab need {LEAST_MEMORY} MB.")
    elif memory < LEAST_MEMORY:
        report.warn(
            "Memory", f"{memory} MB", f"A kernel and JupyterLab need {LEAST_MEMORY} MB: keep one notebook open."
        )
    else:
        report.ok("Memory", f"{memory} MB")
    disk = machine.free_disk()
    if disk < LEAST_DISK:
        report.bad("Disk", f"{disk} MB free", f"Free {LEAST_DISK} MB where {project.ROOT} lies.")
    else:
        report.ok("Disk", f"{disk} MB free")


def _kernel(report: Report, ready: Ready) -> None:
    command = [str(ready.python), "-m", "course.probe"]
    try:
        with say.progress("Kernel"):
            done = subprocess.run(
                command, env=ready.environment(), capture_output=True, timeout=PROBE_SECONDS, check=True
            )
        facts = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        told = (getattr(error, "stderr", None) or b"").decode("utf-8", errors="replace")
        report.bad("Kernel", "could not be tried", told or str(error))
        return
    report.ok("JJava", facts["versions"]["jjava"])
    report.ok("JupyterLab", facts["versions"]["jupyterlab"])
    if "trouble" in facts:
        kernel = " ".join(done.stderr.decode("utf-8", errors="replace").splitlines()[-3:])
        report.bad("Kernel", facts["trouble"], f"{kernel}\nDelete .course and target, then: {project.command()} setup")
        return
    if ready.cache is None:
        report.warn(
            "Start cache", "none", f"Kernels start slower. Why none could be made: {project.LOG}/start-cache.log"
        )
    if facts["answer"] == "2":
        times = f"ready in {facts['ready']:.1f} s, 1+1 answered after {facts['first']:.1f} s"
        report.ok("Kernel", f"{times}, {facts['resident']} MB resident, sees {facts.get('cores')} cores")
    else:
        report.bad("Kernel", f"1+1 gave {facts['answer'] or 'nothing'}, want 2")
    if facts.get("families", 0) and facts.get("dots", 0):
        report.ok("Fonts", f"{facts['families']} families; Java can paint text")
    else:
        report.bad("Fonts", facts["painted"] or "Java cannot paint text", FONT_ADVICE)
