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


def in_node(module: str, code: str, *given: Any) -> list[Any]:
    """What *code* returns for each of *given*, one after another: it sees what *module* exports as `page`."""
    each = (
        f"const made = []; for (const one of given) made.push(await ((given) => {{ {code} }})(one) ?? null);"
    )
    awaits = each.replace("((given)", "(async (given)")
    return list(run(f"const page = await load({json.dumps(module)}); {awaits} return made;", list(given)))
