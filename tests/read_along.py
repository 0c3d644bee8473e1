"""Types what a page says, with a program that is installed elsewhere: `python tests/read_along.py BIN PAGE`.

BIN is the folder that `quizmill` lies in. Each page begins in a fresh folder, with a history of its own; the
first line that fails ends it all, with what it said.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from docs.test_blocks import blocks


def main() -> None:
    programs, *pages = sys.argv[1:]
    for page in pages:
        with tempfile.TemporaryDirectory() as folder:
            lines = "\n".join(_typed(Path(page)))
            ended = subprocess.run(
                ["bash", "-euo", "pipefail", "-c", lines],
                cwd=folder,
                env=os.environ
                | {
                    "PATH": f"{Path(programs).resolve()}:{os.environ['PATH']}",
                    "QUIZMILL_HISTORY": f"{folder}/.h.db",
                },
                stdin=subprocess.DEVNULL,
                check=False,
                capture_output=True,
                text=True,
            )
            if ended.returncode:
                sys.exit(f"{page}: {ended.stdout[-3000:]}{ended.stderr[-3000:]}")
            print(f"{page}: what it says to type works")


def _typed(page: Path) -> list[str]:
    """The lines of the page's blocks, with what a reader has prepared before."""
    typed = []
    for block in blocks(page):
        typed.append(block.remarks.get("run before", ""))
        typed += [] if "not run" in block.remarks else [block.lines]
    return typed


if __name__ == "__main__":
    main()
