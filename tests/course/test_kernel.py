"""The kernelspec: options that the JVM takes, sized for a pod of 1 GB with one processor."""

import json
import re
import subprocess

import pytest
from course import jdk, kernel, machine
from course.project import ROOT

POD_MEGABYTES = 1000
# JupyterLab's server beside one kernel, as measured, and what the JVM takes for itself.
SERVER_MEGABYTES = 130
JVM_MEGABYTES = 120


def megabytes(option: str) -> int:
    found = [re.fullmatch(rf"{re.escape(option)}=?(\d+)m", each) for each in kernel.options(8)]
    return next(int(match.group(1)) for match in found if match)


def test_all_that_is_bounded_fits_into_a_pod():
    bounds = ["-Xmx", "-XX:MaxMetaspaceSize", "-XX:ReservedCodeCacheSize", "-XX:MaxDirectMemorySize"]
    assert sum(map(megabytes, bounds)) + SERVER_MEGABYTES + JVM_MEGABYTES < POD_MEGABYTES


def test_the_jvm_takes_every_option_without_a_word():
    command = [str(jdk.find().java), *kernel.options(64), "-version"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "warning" not in done.stderr.lower()


@pytest.mark.parametrize(
    ("cores", "options"),
    [
        (None, []),
        (1, ["-Djdk.virtualThreadScheduler.parallelism=2"]),
        (2, []),
        (8, []),
        (64, ["-XX:ActiveProcessorCount=8"]),
    ],
)
def test_processors_are_bounded_on_both_sides(cores, options):
    assert [each for each in kernel.options(cores) if "rocessor" in each or "parallelism" in each] == options


@pytest.mark.parametrize("spoil", ["missing", "empty", "rubbish"])
def test_a_start_up_cache_that_is_spoilt_is_passed_over_in_silence(tmp_path, spoil):
    cache = tmp_path / "start.aot"
    if spoil != "missing":
        cache.write_bytes(b"rubbish" * 10_000 if spoil == "rubbish" else b"")
    java = jdk.find()
    argv = kernel.spec(java, tmp_path, 2, cache)["argv"]
    done = subprocess.run(
        [*argv[: argv.index("-cp")], "-version"], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "warning" not in done.stderr.lower()


def test_the_installed_kernelspec_is_named_java_and_interrupted_by_message():
    spec = json.loads((ROOT / ".course/jupyter/data/kernels/java/kernel.json").read_text("utf-8"))
    assert (spec["display_name"], spec["language"], spec["interrupt_mode"]) == ("Java (Rendezvous)", "java", "message")


def test_the_class_path_holds_library_charts_and_junit():
    spec = json.loads((ROOT / ".course/jupyter/data/kernels/java/kernel.json").read_text("utf-8"))
    path = spec["argv"][spec["argv"].index("-cp") + 1]
    for jar in ("jjava", "rendezvous", "xchart", "junit-platform-console-standalone"):
        assert re.search(rf"\b{jar}[\w.-]*\.jar", path), jar


def test_a_container_of_one_processor_counts_one(tmp_path):
    (tmp_path / "cpu.max").write_text("100000 100000\n")
    assert machine.cores(tmp_path) == 1


def test_half_a_processor_counts_one(tmp_path):
    (tmp_path / "cpu.max").write_text("50000 100000\n")
    assert machine.cores(tmp_path) == 1


def test_no_limit_counts_what_is_there(tmp_path):
    here = machine.cores(tmp_path)
    (tmp_path / "cpu.max").write_text("max 100000\n")
    assert machine.cores(tmp_path) == here >= 1


def test_a_containers_memory_is_what_counts(tmp_path):
    (tmp_path / "memory.max").write_text(f"{64 * 1024 * 1024}\n")
    assert machine.memory(tmp_path) == 64
