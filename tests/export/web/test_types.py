"""The modules of the page's script keep to the types that their comments declare, as TypeScript judges."""

from __future__ import annotations

import subprocess

import pytest

from npm_packages import packages
from script_modules import SCRIPT

CHECK = (
    "--noEmit --allowJs --checkJs --strict --target es2022 --module es2022 --moduleResolution bundler"
    " --lib es2023,dom,dom.iterable"
).split()


@pytest.mark.proof
def test_the_modules_keep_to_their_types(tmp_path_factory):
    compiler = packages(tmp_path_factory, "typescript@5.9.3") / "node_modules" / "typescript" / "bin" / "tsc"
    told = subprocess.run(
        ["node", compiler, *CHECK, SCRIPT / "main.js"], capture_output=True, text=True, check=False
    )

    assert told.stdout == ""
