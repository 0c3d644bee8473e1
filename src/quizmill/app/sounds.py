"""The sound files that exercises name, read for an export."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from quizmill.bank.files import Unread, read_inside
from quizmill.bank.sound import LARGEST
from quizmill.compose.exercise import Exercise
from quizmill.errors import FileUnusable


def sounds(folder: Path, exercises: Iterable[Exercise]) -> dict[str, bytes]:
    """The bytes of each sound, by the path that its question gives.

    Raises FileUnusable for one that cannot be read, is too large, or lies outside *folder*.
    """
    files = {exercise.question.audio.file for exercise in exercises if exercise.question.audio}
    return {file: _read(folder, file) for file in sorted(files)}


def _read(folder: Path, file: str) -> bytes:
    try:
        return read_inside(folder, folder / file, LARGEST)
    except Unread as error:
        raise FileUnusable(str(folder / file), f"this sound {error.reason}; {error.help}") from error
