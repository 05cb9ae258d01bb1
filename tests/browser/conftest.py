"""A JupyterLab started as a learner starts it, with settings of its own, and a browser on it."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

# What several test files share stands beside them.
sys.path.insert(0, str(Path(__file__).parent))

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
SILENT = (
    "--no-sandbox",  # as root there is none to be had
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
)
CLEAR = re.compile(r"http://127\.0\.0\.1:\d+/lab/tree/start\.md\?token=\w+")


@pytest.fixture(scope="session")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the learner's own copy of the notebooks is, once JupyterLab has been started."""
    return tmp_path_factory.mktemp("work") / "mine"


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory, work: Path) -> Iterator[str]:
    """The address that `course lab` prints."""
    command = [sys.executable, str(ROOT / "course"), "lab", "--no-browser"]
    own = tmp_path_factory.mktemp("lab")
    settings = {
        "JUPYTERLAB_SETTINGS_DIR": str(own / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(own / "workspaces"),
        "RENDEZVOUS_WORK": str(work),
    }
    quiet = {key: value for key, value in os.environ.items() if key != "JUPYTER_TOKEN"} | settings
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=quiet)
    said = []
    try:
        for line in server.stdout:
            said.append(line)
            if found := CLEAR.search(line):
                yield found[0]
                break
        else:
            pytest.fail("course lab printed no address:\n" + "".join(said))
    finally:
        server.send_signal(signal.SIGINT)
        server.communicate(timeout=60)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed: the course is not tried in a browser here")
    with sync_playwright() as playwright:
        # Chromium keeps caches in the home it is told; the user's is not ours to write to.
        home = {name: str(tmp_path_factory.mktemp("home")) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(SILENT), env={**os.environ, **home})
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, lab: str) -> Iterator[Page]:
    """The start page, as one who has nothing open yet sees it."""
    context = browser.new_context(viewport={"width": 1180, "height": 900}, device_scale_factor=2)
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{lab}&reset")  # the notebooks an earlier test had open would be opened again
    yield page
    context.close()
    close_kernels(lab)


def close_kernels(lab: str) -> None:
    """Ends what a test left running: the kernels of six chapters are more than a small machine holds."""
    server, token = lab.split("/lab/", 1)[0], lab.rsplit("token=", 1)[1]

    def ask(method: str, path: str) -> bytes:
        request = Request(f"{server}/api/sessions{path}", method=method, headers={"Authorization": f"token {token}"})
        with urlopen(request, timeout=60) as answer:
            return answer.read()

    for session in json.loads(ask("GET", "")):
        ask("DELETE", f"/{session['id']}")
