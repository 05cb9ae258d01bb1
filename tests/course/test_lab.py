"""JupyterLab: ready with our kernel, quiet, on the port asked for, gone after Ctrl-C."""

import json
import re
import signal
import socket
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from course import lab, project
from course.say import Problem


@dataclass
class Server:
    """A running `course lab`."""

    process: subprocess.Popen
    address: str
    token: str

    def get(self, path: str, token: bool = True) -> dict:
        request = urllib.request.Request(self.address + path)
        if token:
            request.add_header("Authorization", f"token {self.token}")
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=30) as answer:
            return json.load(answer)

    def stop(self) -> str:
        self.process.send_signal(signal.SIGINT)
        return self.process.communicate(timeout=60)[0]


@pytest.fixture
def server(here) -> Iterator[Server]:
    process = here.start("lab", "--no-browser")
    try:
        url = next((line.strip() for line in process.stdout if line.strip().startswith("http")), None)
        assert url, "the command ended without an address"
        parts = urllib.parse.urlsplit(url)
        yield Server(process, f"{parts.scheme}://{parts.netloc}/", urllib.parse.parse_qs(parts.query)["token"][0])
    finally:
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=60)


def test_the_java_kernel_is_ours(server):
    kernel = server.get("api/kernelspecs")["kernelspecs"]["java"]["spec"]
    assert kernel["display_name"] == "Java (Rendezvous)"
    assert kernel["interrupt_mode"] == "message"


def test_it_asks_nothing_about_news(server):
    settings = server.get("lab/api/settings/@jupyterlab/apputils-extension:notification")
    defaults = {name: each["default"] for name, each in settings["schema"]["properties"].items()}
    assert defaults["fetchNews"] == "false"
    assert defaults["checkForUpdates"] is False


def test_it_shows_the_notebooks_and_nothing_else(server):
    listed = {entry["name"] for entry in server.get("api/contents")["content"]}
    assert listed == {path.name for path in project.NOTEBOOKS.iterdir() if not path.name.startswith(".")}


def test_without_the_token_it_shows_nothing(server):
    with pytest.raises(urllib.error.HTTPError) as refused:
        server.get("api/contents", token=False)
    assert refused.value.code == 403


@pytest.mark.skipif(project.WINDOWS, reason="Windows has no SIGINT to send")
def test_ctrl_c_ends_it_with_all_kernels(server):
    request = urllib.request.Request(server.address + "api/kernels", b'{"name": "java"}', method="POST")
    request.add_header("Authorization", f"token {server.token}")
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request, timeout=60) as answer:
        kernel = json.load(answer)["id"]
    output = server.stop()
    assert server.process.returncode == 0
    assert "Stopping JupyterLab and its kernels" in output
    with pytest.raises(OSError):
        server.get("api/status")
    assert running_with(kernel) == []


@pytest.mark.skipif(project.WINDOWS, reason="Windows has no SIGTERM to send")
def test_terminated_it_leaves_nothing_running(server):
    server.process.terminate()
    server.process.communicate(timeout=60)
    assert server.process.returncode != 0
    with pytest.raises(OSError):
        server.get("api/status")


def running_with(text: str) -> list[str]:
    """The command lines of programs that run now and mention a text."""
    psutil = pytest.importorskip("psutil")
    lines = [" ".join(process.info["cmdline"] or []) for process in psutil.process_iter(["cmdline"])]
    return [line for line in lines if text in line]


def test_a_port_that_is_taken_is_one_line(here):
    with socket.socket() as other:
        other.bind((lab.HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        done = here("lab", "--no-browser", "--port", str(port))
    assert done.returncode == 1
    assert re.fullmatch(rf"course: Port {port} cannot be used \(.+\)\. Choose another with --port, .+\n", done.stdout)


def test_without_a_port_the_next_free_one_is_taken(monkeypatch):
    with socket.socket() as other:
        other.bind((lab.HOST, 0))
        other.listen()
        taken = other.getsockname()[1]
        monkeypatch.setattr(lab, "DEFAULT_PORT", taken)
        assert taken < lab.free_port(None) < taken + 50


def test_a_port_that_needs_rights_is_said(monkeypatch):
    def refuse(self, address):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(socket.socket, "bind", refuse)
    with pytest.raises(Problem, match=r"Port 80 cannot be used \(Permission denied\)"):
        lab.free_port(80)
