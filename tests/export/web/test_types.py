"""The modules of the pages' scripts keep to the types that their comments declare, as TypeScript judges."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from npm_packages import packages
from script_modules import SCRIPT

REVIEW = SCRIPT.parents[2] / "classroom" / "scan" / "review_page" / "script"
CHECK = (
    "--noEmit --allowJs --checkJs --strict --target es2022 --module es2022 --moduleResolution bundler"
    " --lib es2023,dom,dom.iterable"
).split()


@pytest.mark.proof
@pytest.mark.parametrize(
    "script", [SCRIPT / "main.js", REVIEW / "page.js"], ids=["practice", "review of scans"]
)
def test_the_modules_keep_to_their_types(tmp_path_factory, script: Path):
    compiler = packages(tmp_path_factory, "typescript@5.9.3") / "node_modules" / "typescript" / "bin" / "tsc"
    told = subprocess.run(["node", compiler, *CHECK, script], capture_output=True, text=True, check=False)

    assert told.stdout == ""
