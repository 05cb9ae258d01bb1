"""JupyterLab's settings: no news from the network, no question on the first start, pages rendered."""

import json
from pathlib import Path

from course import stamp

_LAB = {
    "LabApp": {
        "news_url": None,
        "check_for_updates_class": "jupyterlab.handlers.announcements.NeverCheckForUpdate",
    },
    # There is a language server for Java nowhere here; the search for one runs npm, if
    # there is an npm, which writes its logs into the user's home.
    "LanguageServerManager": {"autodetect": False},
}
_OVERRIDES = {
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    # Cells stay in the page: with pictures between them, others that come and go make it jump.
    "@jupyterlab/notebook-extension:tracker": {"windowingMode": "defer"},
    # The start page is to be read, not edited.
    "@jupyterlab/docmanager-extension:plugin": {"defaultViewers": {"markdown": "Markdown Preview"}},
}


def install(config: Path) -> None:
    """Writes the settings below a Jupyter configuration directory."""
    _write(config / "jupyter_lab_config.json", _LAB)
    _write(config / "labconfig" / "default_setting_overrides.json", _OVERRIDES)


def _write(path: Path, content: dict) -> None:
    stamp.replace(path, json.dumps(content, indent=2) + "\n")
