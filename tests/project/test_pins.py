"""Each version stands in one place, and the copies that cannot be avoided are equal to it."""

import re
import xml.etree.ElementTree as ElementTree

import pytest
import yaml
from course import docs

COPIES = {"environment.yml", "binder/environment.yml"}
# What was measured once names the versions that it was measured with.
MEASURED = ("decisions/", "lib/rendezvous/BENCHMARKS.md")
MAVEN = "{http://maven.apache.org/POM/4.0.0}"


def pins(text: str) -> dict[str, str]:
    """The packages of a requirements file with their versions."""
    return dict(re.findall(r"(?m)^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)", text))


def beside(name: str, version: str) -> re.Pattern[str]:
    """A name with its version: `name==1.2`, `name-1.2`, `name 1.2`, `<name.version>1.2<`."""
    word = re.escape(name).replace(r"\-", "[-_ ]")
    return re.compile(rf"(?i)\b{word}\b[^\w\n]{{0,4}}(?:version\W{{1,4}}|v)?{re.escape(version)}(?![\w.]\d)")


def elsewhere(texts: dict[str, str], versions: dict[str, str], allowed: set[str]) -> list[str]:
    """Where a package stands with its version, other than in the allowed files."""
    return [
        f"{name}: {package} {version}"
        for package, version in versions.items()
        for name, text in texts.items()
        if name not in allowed and not name.startswith(MEASURED)
        if beside(package, version).search(text)
    ]


@pytest.fixture(scope="module")
def conda(root) -> dict:
    return yaml.safe_load((root / "environment.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def pom(root) -> dict[str, str]:
    """The POM's properties, and the project's version."""
    project = ElementTree.parse(root / "pom.xml").getroot()
    found = {each.tag.removeprefix(MAVEN): each.text for each in project.find(f"{MAVEN}properties")}
    return found | {"version": project.findtext(f"{MAVEN}version")}


@pytest.fixture(scope="module")
def workflow(root) -> dict[str, dict]:
    """The inputs of the workflow's steps, by the action that they use."""
    job = yaml.safe_load((root / ".github/workflows/notebooks.yml").read_text("utf-8"))["jobs"]
    steps = job["notebooks"]["steps"]
    return {step["uses"].split("@")[0]: step.get("with", {}) for step in steps if "uses" in step}


def of_conda(conda: dict) -> dict[str, str]:
    named = [each for each in conda["dependencies"] if isinstance(each, str)]
    return dict(each.split("=", 1) for each in named)


def test_environment_has_exactly_the_pins_of_requirements(root, conda):
    sections = [each["pip"] for each in conda["dependencies"] if isinstance(each, dict)]
    wanted = pins((root / "requirements.in").read_text("utf-8"))
    assert len(wanted) >= 3
    assert sections == [[f"{name}=={version}" for name, version in wanted.items()]]


def test_environment_pins_all_it_takes_from_conda(conda):
    assert conda["channels"] == ["conda-forge"]
    assert of_conda(conda).keys() == {"python", "openjdk", "pip"}
    assert all(re.fullmatch(r"\d+(\.\d+)?", version) for version in of_conda(conda).values())


def test_binder_has_the_same_environment(root):
    assert (root / "binder/environment.yml").read_bytes() == (root / "environment.yml").read_bytes()


@pytest.mark.parametrize("name", ["requirements", "requirements-test", "requirements-jdk"])
def test_lock_agrees_and_has_a_hash_for_every_package(root, name):
    text = (root / f"{name}.txt").read_text("utf-8")
    wanted, locked = (pins((root / f"{name}.in").read_text("utf-8")), pins(text))
    assert {each: locked.get(each) for each in wanted} == wanted
    blocks = re.findall(r"(?m)^\S+==(?:.*\\\n)*.*", text)
    assert {block.partition("==")[0] for block in blocks} == locked.keys()
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_locks_of_course_and_tests_agree(root):
    course, tests = (
        set(re.findall(r"(?m)^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)", (root / name).read_text("utf-8")))
        for name in ("requirements.txt", "requirements-test.txt")
    )
    shared = {name for name, _ in course} & {name for name, _ in tests}
    assert shared, "the tests' lock is made with requirements.txt as constraints"
    assert {pin for pin in tests if pin[0] in shared} - course == set()


def test_java_is_the_same_everywhere(conda, pom, workflow):
    release = pom["maven.compiler.release"]
    assert of_conda(conda)["openjdk"] == release
    assert workflow["actions/setup-java"]["java-version"] == release


def test_python_is_the_same_everywhere(conda, workflow):
    assert workflow["actions/setup-python"]["python-version"] == of_conda(conda)["python"]


def test_versions_of_python_packages_stand_in_requirements_only(root, texts):
    for name in ("requirements", "requirements-test", "requirements-jdk"):
        versions = pins((root / f"{name}.in").read_text("utf-8"))
        assert elsewhere(texts, versions, {f"{name}.in"} | COPIES) == []


def test_versions_of_java_libraries_stand_in_the_pom_only(texts, pom):
    versions = {name.removesuffix(".version"): version for name, version in pom.items() if name.endswith(".version")}
    assert {"xchart", "junit"} <= versions.keys()
    assert elsewhere(texts, versions, {"pom.xml"}) == []
    for name, version in versions.items():
        # Two libraries may be of the same version.
        places = list(versions.values()).count(version)
        assert texts["pom.xml"].count(f">{version}<") == places, f"pom.xml has {name} {version} twice"


def test_version_of_maven_stands_in_the_wrapper_only(texts):
    place = ".mvn/wrapper/maven-wrapper.properties"
    version = re.search(r"apache-maven-([\d.]+)-bin", texts[place])[1]
    assert elsewhere(texts, {"maven": version}, {place}) == []


def test_release_that_links_point_to_is_one_of_this_project(pom):
    released = docs.release()
    if not pom["version"].endswith("-SNAPSHOT"):
        assert released, "pom.xml has a release's version, and <scm> names no tag"
        assert released.tag == f"v{pom['version']}"
    elif released:
        numbers = [
            tuple(map(int, version.split(".")))
            for version in (released.tag[1:], pom["version"].removesuffix("-SNAPSHOT"))
        ]
        assert numbers[0] < numbers[1], "a snapshot comes before the release of its number"
