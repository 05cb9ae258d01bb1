"""One workflow runs suite and notebooks on three systems and keeps what came out; one stresses, one makes the site."""

import re

import pytest
import yaml

SYSTEMS = {"ubuntu-latest", "macos-latest", "windows-latest"}


@pytest.fixture(scope="module")
def workflows(root) -> dict[str, dict]:
    files = sorted((root / ".github/workflows").iterdir())
    assert [file.name for file in files] == ["notebooks.yml", "site.yml", "stress.yml"]
    return {file.stem: yaml.safe_load(file.read_text("utf-8")) for file in files}


@pytest.fixture(scope="module")
def workflow(workflows) -> dict:
    return workflows["notebooks"]


@pytest.fixture(scope="module")
def job(workflow) -> dict:
    assert list(workflow["jobs"]) == ["notebooks"]
    return workflow["jobs"]["notebooks"]


@pytest.fixture(scope="module")
def steps(job) -> list[dict]:
    return job["steps"]


def using(steps: list[dict], action: str) -> tuple[int, dict]:
    """Where the one step that uses an action stands, and the step."""
    found = [(n, step) for n, step in enumerate(steps) if step.get("uses", "").startswith(f"{action}@")]
    assert len(found) == 1, action
    return found[0]


def running(steps: list[dict], command: str) -> tuple[int, dict]:
    """Where the one step that runs just this command stands, and the step."""
    found = [(n, step) for n, step in enumerate(steps) if step.get("run", "").strip() == command]
    assert len(found) == 1, command
    return found[0]


def test_runs_on_every_push_and_pull_request(workflow):
    # YAML 1.1 reads the key `on` as true.
    events = workflow[True]
    assert events["push"] is None, "a filter would leave pushes out"
    assert events["pull_request"] is None


def test_may_only_read(workflow, job):
    assert workflow["permissions"] == {"contents": "read"}
    assert "permissions" not in job


def test_newer_push_ends_the_older_run(workflow):
    assert workflow["concurrency"]["cancel-in-progress"] is True
    assert "github.ref" in workflow["concurrency"]["group"]


def test_runs_on_three_systems_each_to_its_end(job):
    assert job["runs-on"] == "${{ matrix.os }}"
    assert set(job["strategy"]["matrix"]["os"]) == SYSTEMS
    assert job["strategy"]["fail-fast"] is False
    assert "continue-on-error" not in job


def test_everything_is_under_a_time_limit(job, steps):
    assert job["timeout-minutes"] <= 60
    limits = [step["timeout-minutes"] for step in steps if "timeout-minutes" in step]
    assert sum(limits) < job["timeout-minutes"], "what is executed could not be kept"
    for command in ("python course test", "python course run"):
        assert "timeout-minutes" in running(steps, command)[1]


def test_actions_are_github_s_own_and_pinned_by_major_version(steps):
    used = [step["uses"] for step in steps if "uses" in step]
    assert used
    assert [each for each in used if not re.fullmatch(r"actions/[a-z-]+@v\d+", each)] == []


def test_suite_runs_first_and_its_failure_fails_the_job(steps):
    test, run = running(steps, "python course test"), running(steps, "python course run")
    assert test[0] < run[0]
    for _, step in (test, run):
        assert "continue-on-error" not in step
    assert "if" not in test[1]
    assert test[0] > using(steps, "actions/setup-java")[0]
    assert test[0] > using(steps, "actions/setup-python")[0]


def test_commands_exist(steps, commands):
    text = "\n".join(step.get("run", "") for step in steps)
    found = re.findall(r"\bcourse ([a-z]+)", text)
    assert {"test", "run"} <= set(found)
    assert set(found) <= commands.keys()


def test_executed_notebooks_are_kept_also_when_something_failed(steps, commands):
    place, step = using(steps, "actions/upload-artifact")
    assert step["with"]["path"] == "target/notebooks"
    assert "target/notebooks" in commands["run"], "the command leaves them somewhere else"
    assert "matrix.os" in step["with"]["name"], "three systems would overwrite each other"
    run = running(steps, "python course run")
    assert run[0] < place
    for each in (step, run[1]):
        assert each["if"] == "${{ !cancelled() }}"


def test_cache_holds_downloads_and_depends_on_every_pin(steps):
    _, step = using(steps, "actions/cache")
    assert step["with"]["path"].split() == [".course/cache/pip", ".course/m2", ".course/maven"]
    for source in ("pom.xml", ".mvn/wrapper/", "requirements"):
        assert source in step["with"]["key"]
    assert "runner.os" in step["with"]["key"]


def test_stress_runs_each_night_and_by_hand_and_may_only_read(workflows):
    night = workflows["stress"]
    assert night[True].keys() == {"schedule", "workflow_dispatch"}
    assert re.fullmatch(r"\d+ \d+ \* \* \*", night[True]["schedule"][0]["cron"])
    assert night["permissions"] == {"contents": "read"}
    assert list(night["jobs"]) == ["stress"]


def test_stress_has_the_same_tools_as_the_suite_and_a_time_limit(workflows, steps):
    job = workflows["stress"]["jobs"]["stress"]
    _, stress = running(job["steps"], "python course test stress")
    assert stress["timeout-minutes"] < job["timeout-minutes"] <= 60
    for action in ("actions/setup-java", "actions/setup-python"):
        assert using(job["steps"], action)[1] == using(steps, action)[1]
    kept = using(job["steps"], "actions/upload-artifact")[1]
    assert "target/stress/stress.md" in kept["with"]["path"]
    used = [step["uses"] for step in job["steps"] if "uses" in step]
    assert [each for each in used if not re.fullmatch(r"actions/[a-z-]+@v\d+", each)] == []


def test_site_is_published_from_a_tag_or_by_hand_and_only_by_the_job_that_must(workflows):
    site = workflows["site"]
    assert site[True] == {"push": {"tags": ["v*"]}, "workflow_dispatch": None}
    assert site["permissions"] == {"contents": "read"}
    build, publish = site["jobs"]["build"], site["jobs"]["publish"]
    assert "permissions" not in build
    assert publish["permissions"] == {"pages": "write", "id-token": "write"}
    assert publish["needs"] == "build"
    assert site["concurrency"]["cancel-in-progress"] is False, "a publication cut short"


def test_site_is_built_after_its_handouts_with_the_same_tools_as_the_suite(workflows, steps, commands):
    build = workflows["site"]["jobs"]["build"]
    handouts, site = (running(build["steps"], f"python course {name}") for name in ("handouts", "site"))
    upload, step = using(build["steps"], "actions/upload-pages-artifact")
    assert handouts[0] < site[0] < upload
    assert step["with"]["path"] == "target/site" and "target/site" in commands["site"]
    for action in ("actions/setup-java", "actions/setup-python"):
        assert using(build["steps"], action)[1] == using(steps, action)[1]
    limits = [each["timeout-minutes"] for each in build["steps"] if "timeout-minutes" in each]
    assert len(limits) == 2 and sum(limits) < build["timeout-minutes"] <= 60


def test_site_uses_github_s_own_actions_pinned_by_major_version(workflows):
    jobs = workflows["site"]["jobs"]
    used = [step["uses"] for job in jobs.values() for step in job["steps"] if "uses" in step]
    assert "actions/deploy-pages" in {each.split("@")[0] for each in used}
    assert [each for each in used if not re.fullmatch(r"actions/[a-z-]+@v\d+", each)] == []
