"""The picture files that exercises name, read for an export."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from quizmill.bank.files import Unread
from quizmill.bank.picture import read_picture
from quizmill.bank.pictures import pictures as pictures_of
from quizmill.compose.exercise import Exercise
from quizmill.errors import FileUnusable


def pictures(folder: Path, exercises: Iterable[Exercise]) -> dict[str, bytes]:
    """The bytes of each picture, by the path that its question gives.

    Raises FileUnusable for one that cannot be read, that is too large, or that lies outside *folder*.
    """
    files = {image.file for exercise in exercises for image in pictures_of(exercise.question)}
    return {file: _read(folder, file) for file in sorted(files)}


def _read(folder: Path, file: str) -> bytes:
    try:
        return read_picture(folder, file)
    except Unread as error:
        raise FileUnusable(str(folder / file), f"this picture {error.reason}; {error.help}") from error
