"""Which bank is meant where none is named: the nearest one, else the one that comes with quizmill."""

from __future__ import annotations

from pathlib import Path

import quizmill
from quizmill.bank.files import BANK_FILE


def nearest_bank(folder: Path) -> Path | None:
    """*folder*, or the first above it, that has a bank.yaml; None where there is none up to the root."""
    return next((each for each in (folder, *folder.parents) if (each / BANK_FILE).is_file()), None)


def shipped(folder: str) -> Path:
    """A folder that comes with quizmill: inside the installed package, or at the top of a checkout."""
    package = Path(quizmill.__file__).resolve().parent
    inside = package / "shipped" / folder
    return inside if inside.is_dir() else package.parents[1] / folder


def shipped_bank() -> Path:
    """The folder of the shipped bank."""
    return shipped("question_bank")
