"""Packages of npm that tests ask: got for a module, or ready in a folder that NPM_PACKAGES names."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def packages(factory: pytest.TempPathFactory, *wanted: str) -> Path:
    """A folder in which node finds these packages, each as `name@version`.

    Without node, npm or a registry the tests skip, and say so.
    """
    if not shutil.which("node") or not shutil.which("npm"):
        pytest.skip(f"node is not here, and so neither is {', '.join(wanted)}")
    folder = Path(os.environ.get("NPM_PACKAGES") or factory.mktemp("npm"))
    missing = [each for each in wanted if not (folder / "node_modules" / each.rpartition("@")[0]).is_dir()]
    if missing:
        got = subprocess.run(
            ["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund", *missing],
            capture_output=True,
            check=False,
        )
        if got.returncode:
            pytest.skip(f"{', '.join(missing)} cannot be had from npm")
    return folder
