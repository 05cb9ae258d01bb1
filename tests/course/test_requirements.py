"""The Python packages: pinned once, locked with hashes, free of any host."""

import re

import pytest
from course import packages
from course.project import ROOT

NAMES = ("requirements", "requirements-test", "requirements-jdk")


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def locked(name: str) -> dict[str, list[str]]:
    """Each package of a lock with its lines."""
    blocks: dict[str, list[str]] = {}
    for line in packages.lock_of(name).read_text("utf-8").splitlines():
        if line and not line.startswith((" ", "#")):
            blocks.setdefault(normal(line.split("==")[0]), []).append(line)
        elif blocks:
            blocks[list(blocks)[-1]].append(line)
    return blocks


@pytest.mark.parametrize("name", NAMES)
def test_every_top_level_pin_is_what_the_lock_has(name):
    pins = packages.pins(name)
    assert pins
    for package, version in pins.items():
        assert any(line.startswith(f"{package}=={version}") for line in locked(name)[normal(package)]), package


@pytest.mark.parametrize("name", NAMES)
def test_every_package_is_locked_with_hashes(name):
    for package, lines in locked(name).items():
        assert any("--hash=sha256:" in line for line in lines), package


@pytest.mark.parametrize("name", NAMES)
def test_no_requirements_file_names_a_host(name):
    for suffix in (".in", ".txt"):
        text = (ROOT / (name + suffix)).read_text("utf-8")
        assert "://" not in text
        assert not re.search(r"^\s*(-i|-f|--(extra-)?index-url|--find-links|--trusted-host)", text, re.MULTILINE)


def test_no_version_is_pinned_twice():
    pinned = [package for name in NAMES for package in packages.pins(name)]
    assert len(pinned) == len(set(pinned))


def test_an_environment_that_has_every_pin_is_used(monkeypatch):
    pins = packages.pins("requirements")
    monkeypatch.setattr(packages.importlib.metadata, "version", pins.__getitem__)
    assert packages.satisfied(("requirements",))


def test_an_environment_with_one_other_version_is_not(monkeypatch):
    pins = packages.pins("requirements") | {"jjava": "0.0"}
    monkeypatch.setattr(packages.importlib.metadata, "version", pins.__getitem__)
    assert not packages.satisfied(("requirements",))


def test_an_environment_that_lacks_a_package_is_not(monkeypatch):
    def absent(name: str) -> str:
        raise packages.importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(packages.importlib.metadata, "version", absent)
    assert not packages.satisfied(("requirements",))
