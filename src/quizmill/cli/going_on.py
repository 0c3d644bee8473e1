"""Commands that a learner is offered, ready to be copied."""

from __future__ import annotations

import shlex
from pathlib import Path

from quizmill.bank.shipped import shipped_bank


def offered(command: str, folder: Path, *words: str) -> str:
    """`quizmill` *command* with *words* for the bank in *folder*; the shipped one need not be named."""
    bank = [] if folder == shipped_bank() else ["--bank", str(folder)]
    return shlex.join(["quizmill", command, *bank, *words])
