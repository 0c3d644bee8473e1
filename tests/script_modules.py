"""The modules of the page's script, run under node."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[1] / "src" / "quizmill" / "export" / "web" / "script"


def run(code: str, given: Any = None, *, script: Path = SCRIPT) -> Any:
    """What *code* returns: the body of an async function of `given` and of `load`, which imports a module.

    The test skips, aloud, where there is no node.
    """
    node = shutil.which("node")
    if not node:
        pytest.skip("node is not here: no module of the page is run")
    program = f"""
    import {{ readFileSync }} from "node:fs";
    const load = (name) => import({json.dumps(script.as_uri() + "/")} + name);
    const body = async (given, load) => {{ {code} }};
    const given = JSON.parse(readFileSync(0, "utf8"));
    process.stdout.write(JSON.stringify((await body(given, load)) ?? null));
    """
    done = subprocess.run(
        [node, "--input-type=module", "-e", program],
        input=json.dumps(given).encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return json.loads(done.stdout)
