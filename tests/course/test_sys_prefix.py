"""What `setup --sys-prefix` puts where a JupyterLab that others start looks, as in Binder."""

import json
import sys
from pathlib import Path

from course import jdk, project, setup


def test_kernel_and_settings_are_put_into_the_prefix(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    ready = setup.Ready(Path(sys.executable), jdk.find(), next(project.KERNEL.iterdir()), None)
    setup.into_prefix(ready)
    spec = json.loads((tmp_path / "share/jupyter/kernels/java/kernel.json").read_text("utf-8"))
    assert spec["argv"][0] == str(ready.jdk.java)
    # The machine that runs the image may have other processors than the one that builds it.
    assert not [word for word in spec["argv"] if "ActiveProcessorCount" in word or "parallelism" in word]
    overrides = json.loads((tmp_path / "etc/jupyter/labconfig/default_setting_overrides.json").read_text("utf-8"))
    assert overrides["@jupyterlab/apputils-extension:notification"]["fetchNews"] == "false"
