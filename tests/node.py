"""The modules of a page, run by node; skipped aloud where there is none."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[1] / "src/quizmill/export/web/script"
_PATIENCE = 120  # seconds


def in_node(module: str, code: str, *given: Any) -> list[Any]:
    """What *code*, which sees `page` (everything that `script/MODULE` exports), makes of each of *given*.

    *code* is the body of an async function of `given`; all of *given* go through one process.
    """
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node here to run the page's modules")
    program = f"""
import * as page from {json.dumps((SCRIPT / module).as_uri())};
import {{ createInterface }} from "node:readline";
const made = async (given) => {{ {code} }};
for await (const line of createInterface({{ input: process.stdin, crlfDelay: Infinity }}))
  process.stdout.write(JSON.stringify(await made(JSON.parse(line))) + "\\n");
"""
    run = subprocess.run(
        [node, "--input-type=module", "--eval", program],
        input="".join(json.dumps(each) + "\n" for each in given),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=_PATIENCE,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return [json.loads(line) for line in run.stdout.split("\n") if line]
