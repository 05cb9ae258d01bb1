"""Starts JupyterLab on the start page, and stops it with all its kernels."""

import contextlib
import json
import socket
import subprocess
import time
import urllib.error
import urllib.request

from course import project, record, say
from course.setup import Ready
from course.workcopy import WorkCopy

HOST = "127.0.0.1"
DEFAULT_PORT = 8888
START_PAGE = "start.md"
START_SECONDS = 60
STOP_SECONDS = 15


def free_port(wanted: int | None) -> int:
    """The port asked for, or the first free one from 8888 on."""
    for port in [wanted] if wanted else range(DEFAULT_PORT, DEFAULT_PORT + 50):
        with socket.socket() as probe:
            if not project.WINDOWS:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError as error:
                why = error.strerror
                continue
            return port
    if wanted:
        raise say.Problem(
            f"Port {wanted} cannot be used ({why}). "
            "Choose another with --port, or leave it out: the first free one is taken."
        )
    raise say.Problem(f"No port from {DEFAULT_PORT} to {DEFAULT_PORT + 49} is free. Name a free one with --port.")


def lab(ready: Ready, work: WorkCopy | None, port: int, browser: bool) -> int:
    """Runs JupyterLab until Ctrl-C, on the learner's copy of the notebooks or, without one, on the course's own."""
    begin = time.monotonic()
    page = f"/lab/tree/{START_PAGE}"
    root = work.root if work else project.NOTEBOOKS
    project.LOG.mkdir(parents=True, exist_ok=True)
    log = project.LOG / "lab.log"
    command = [
        ready.python,
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={root}",
        f"--ServerApp.ip={HOST}",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        f"--ServerApp.open_browser={browser}",
        f"--LabApp.default_url={page}",
        # Root may use it too: in a container there often is no one else.
        "--ServerApp.allow_root=True",
    ]
    with log.open("wb") as out:
        environment = ready.environment()
        if work:
            environment[record.VARIABLE] = str(work.progress)  # kernels inherit it from the server
        server = say.start(command, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=out)
    try:
        with say.progress("JupyterLab"):
            address = _address(server, log)
        say.line(f"JupyterLab is ready after {time.monotonic() - begin:.1f} s. Open it in a browser:")
        say.line(f"    {address['url'].rstrip('/')}{page}?token={address['token']}")
        whose = "Your" if work else "The course's own"
        say.line(f"{whose} notebooks are in {root}. Ctrl-C in this window stops it.")
        try:
            code = server.wait()
        except KeyboardInterrupt:
            say.line("\nStopping JupyterLab and its kernels …")
            _stop(server, address)
            return 0
    except BaseException:
        say.end(server)
        raise
    if code != 0:
        raise say.Problem(f"JupyterLab ended with exit code {code}.\n{say.tail(log)}\nThe whole log: {log}")
    return 0


def _address(server: subprocess.Popen, log) -> dict:
    """What the server wrote down about itself, as soon as it answers."""
    about = project.JUPYTER_RUNTIME / f"jpserver-{server.pid}.json"
    deadline = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(OSError, ValueError):
            address = json.loads(about.read_text("utf-8"))
            with _ask(address, "api/status"):
                return address
        time.sleep(0.05)
    what = (
        f"ended with exit code {server.poll()}" if server.poll() is not None else f"did not start in {START_SECONDS} s"
    )
    raise say.Problem(
        f"JupyterLab {what}.\n{say.tail(log)}\nThe whole log: {log}\n"
        f"What is wrong may be seen by: {project.command()} doctor"
    )


def _ask(address: dict, path: str, method: str = "GET"):
    request = urllib.request.Request(address["url"] + path, method=method)
    request.add_header("Authorization", f"token {address['token']}")
    # A proxy for the world outside knows nothing of this machine's own addresses.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    return opener.open(request, timeout=5)


def _stop(server: subprocess.Popen, address: dict) -> None:
    """Asks the server to end: it takes its kernels with it, on every system."""
    with contextlib.suppress(OSError, urllib.error.URLError), _ask(address, "api/shutdown", "POST"):
        pass
    try:
        server.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        say.end(server)
