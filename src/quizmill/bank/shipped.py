"""Where the bank that comes with quizmill is: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

import quizmill


def shipped_bank() -> Path:
    """The folder of the shipped bank."""
    package = Path(quizmill.__file__).resolve().parent
    inside = package / "shipped" / "question_bank"
    return inside if inside.is_dir() else package.parents[1] / "question_bank"
