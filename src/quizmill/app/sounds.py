"""The sound files that exercises name, read for an export."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from quizmill.app.media import read_all
from quizmill.bank.sound import read_sound
from quizmill.compose.exercise import Exercise


def sounds(folder: Path, exercises: Iterable[Exercise]) -> dict[str, bytes]:
    """The bytes of each sound, by the path that its question gives.

    Raises FileUnusable for one that cannot be read, is too large, or lies outside *folder*.
    """
    files = (exercise.question.audio.file for exercise in exercises if exercise.question.audio)
    return read_all(folder, files, "sound", read_sound)
