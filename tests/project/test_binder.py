"""Binder's files do what repo2docker needs. The image itself is not built here: that takes Docker."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

BASH = shutil.which("bash")
SCRIPTS = ["postBuild", "start"]
FONTS = {"fontconfig", "fonts-dejavu-core", "libfreetype6"}

needs_bash = pytest.mark.skipif(
    BASH is None or os.name == "nt", reason="the scripts of a Linux image need a Unix with bash"
)


@pytest.fixture(scope="module")
def plan(root) -> str:
    """What repo2docker says and what it would build."""
    if os.name == "nt":
        pytest.skip("repo2docker does not run on Windows")
    if importlib.util.find_spec("repo2docker") is None:
        pytest.skip("repo2docker is not installed: ./course test installs it")
    done = subprocess.run(
        [sys.executable, "-m", "repo2docker", "--no-build", "--debug", "--no-run", str(root)],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def dockerfile(plan) -> str:
    """The Dockerfile alone, for whatever user it was made."""
    return re.sub(r"--chown=\d+:\d+ ", "", plan[plan.index("\nFROM ") :])


@pytest.fixture
def image(root, tmp_path) -> Path:
    """A project with Binder's scripts, and a `python` that notes how it was called."""
    shutil.copytree(root / "binder", tmp_path / "my repo" / "binder")
    python = tmp_path / "bin" / "python"
    python.parent.mkdir()
    python.write_text(
        f'#!{BASH}\necho "$PWD|$JAVA_HOME|$*" >> "{tmp_path}/calls"\nexit "${{PYTHON_EXIT:-0}}"\n',
        "utf-8",
    )
    python.chmod(0o755)
    return tmp_path


def script(image: Path, name: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess:
    """Runs a script as the image does: by its own name, from the top of the repository."""
    env = {"PATH": f"{image / 'bin'}{os.pathsep}{os.environ['PATH']}", **variables}
    return subprocess.run(
        [str(image / "my repo/binder" / name), *arguments],
        cwd=image / "my repo",
        env=env,
        capture_output=True,
        text=True,
        timeout=30,
    )


def test_dockerfile_installs_exactly_the_packages_of_apt_txt(root, dockerfile):
    lines = [line.partition("#")[0].strip() for line in (root / "binder/apt.txt").read_text("utf-8").splitlines()]
    wanted = {line for line in lines if line}
    assert wanted == FONTS
    installed = re.search(r"apt-get install --yes --no-install-recommends ([^&]+?) && ", dockerfile)
    assert set(installed[1].split()) == wanted


def test_dockerfile_installs_the_environment_before_the_repository_is_copied(dockerfile):
    copied = dockerfile.index("COPY src/binder/environment.yml ${REPO_DIR}/binder/environment.yml")
    installed = dockerfile.index('env update -p ${NB_PYTHON_PREFIX} --file "binder/environment.yml"')
    whole = dockerfile.index("COPY src/ ${REPO_DIR}/")
    built = dockerfile.index("RUN ./binder/postBuild")
    assert copied < installed < whole < built


def test_image_has_the_python_of_the_environment(root, plan):
    named = yaml.safe_load((root / "binder/environment.yml").read_text("utf-8"))["dependencies"]
    version = next(each for each in named if isinstance(each, str) and each.startswith("python=")).split("=")[1]
    assert f"Building conda environment for python={version}\n" in plan


def test_dockerfile_starts_through_our_script(dockerfile):
    assert 'ENV R2D_ENTRYPOINT="${REPO_DIR}/binder/start"' in dockerfile


def test_binder_holds_what_repo2docker_reads_and_nothing_else(files):
    here = {name for name in files if name.startswith(("binder/", ".binder/"))}
    assert here == {f"binder/{name}" for name in ("apt.txt", "environment.yml", *SCRIPTS)}


@pytest.mark.parametrize("name", SCRIPTS)
def test_script_stops_at_its_first_error(root, name):
    text = (root / "binder" / name).read_text("utf-8")
    code = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert text.startswith("#!/usr/bin/env bash\n")
    assert code[0] == "set -euo pipefail"


@needs_bash
@pytest.mark.parametrize("name", SCRIPTS)
def test_script_is_bash(root, name):
    done = subprocess.run([BASH, "-n", str(root / "binder" / name)], capture_output=True, text=True, timeout=30)
    assert done.returncode == 0, done.stderr


@needs_bash
def test_post_build_sets_up_into_the_prefix_with_the_jdk_of_conda(image):
    done = script(image, "postBuild", NB_PYTHON_PREFIX="/srv/conda/envs/notebook")
    assert done.returncode == 0, done.stderr
    calls = (image / "calls").read_text("utf-8").splitlines()
    assert calls == [f"{image / 'my repo'}|/srv/conda/envs/notebook/lib/jvm|course setup --sys-prefix"]


def test_post_build_gives_an_option_that_the_command_has(commands):
    assert "--sys-prefix" in commands["setup"]


@needs_bash
def test_post_build_fails_with_the_set_up(image):
    done = script(image, "postBuild", NB_PYTHON_PREFIX="/srv", PYTHON_EXIT="7")
    assert done.returncode == 7, "an image without kernel would be built"


@needs_bash
def test_post_build_outside_a_conda_environment_says_so(image):
    done = script(image, "postBuild")
    assert done.returncode != 0
    assert "conda environment" in done.stderr
    assert not (image / "calls").exists()


@needs_bash
def test_start_becomes_the_server_and_keeps_its_arguments_and_exit_code(image):
    done = script(image, "start", BASH, "-c", 'echo "$$|$1|$MALLOC_ARENA_MAX"; exit 5', "x", "two words")
    assert done.returncode == 5
    _, argument, arenas = done.stdout.strip().split("|")
    assert (argument, arenas) == ("two words", "2")
    assert "\nexec " in (image / "my repo/binder/start").read_text("utf-8"), "signals must reach the server"


@needs_bash
def test_options_that_start_gives_are_taken_by_java(image):
    java = java_25()
    shown = "-XX:+PrintFlagsFinal", "-XshowSettings:properties", "-version"
    done = script(image, "start", str(java), *shown)
    assert done.returncode == 0, done.stderr
    text = done.stdout + done.stderr
    assert re.search(r"ActiveProcessorCount += 1\b", text)
    assert re.search(r"MaxRAMPercentage += 20\.0", text)
    assert "jdk.virtualThreadScheduler.parallelism = 2" in text
    assert "java.awt.headless = true" in text


def java_25() -> Path:
    """The launcher of the JDK that the course uses, which is what the kernel is started with."""
    home = os.environ.get("JAVA_HOME")
    java = Path(home, "bin", "java") if home else None
    if java is None or not java.is_file():
        pytest.skip("JAVA_HOME names no JDK: ./course test sets it")
    return java
