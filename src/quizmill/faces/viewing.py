"""Pictures of a question, which a terminal shows in words: opened by the system's own program."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import msgspec

from quizmill.bank.model import Image
from quizmill.bank.pictures import asked_pictures, pictures_in
from quizmill.compose.exercise import Exercise
from quizmill.words import Words


class Viewed(msgspec.Struct, frozen=True):
    """What came of showing a picture, and the file that was meant."""

    outcome: Literal["opened", "here", "missing"]  # here: nothing can show it on this screen
    path: str


# Shows the picture of that name, as a question gives it, and returns at once.
Viewer = Callable[[str], Viewed]


def no_viewer(file: str) -> Viewed:
    """Where it is not known which folder the bank is in."""
    return Viewed("missing", file)


def pictures_of(exercise: Exercise) -> tuple[Image, ...]:
    """The pictures that are shown before an answer and can be opened, in the order in which they are met.

    That of the options is the one they are posed in: in the bank the right one stands first.
    """
    options = [image for option in exercise.options for image in pictures_in(option)]
    chosen = {image.file for image in options}
    before = [image for image in asked_pictures(exercise.question) if image.file not in chosen]
    return tuple({image.file: image for image in (*before, *options)}.values())


def view(exercise: Exercise, number: int, viewer: Viewer, words: Words) -> str:
    """Show the question's picture of that number, from 1, and say what came of it."""
    pictures = pictures_of(exercise)
    if not pictures:
        return words("face.no_picture")
    if not 1 <= number <= len(pictures):
        return words("face.no_such_picture", number=number, count=len(pictures))
    viewed = viewer(pictures[number - 1].file)
    said = _outcome(viewed, words)
    return (
        said
        if len(pictures) == 1
        else words("face.picture_of", number=number, count=len(pictures), said=said)
    )


def _outcome(viewed: Viewed, words: Words) -> str:
    match viewed.outcome:
        case "opened":
            return words("face.picture_opened", path=viewed.path)
        case "here":
            return words("face.picture_here", path=viewed.path)
        case "missing":
            return words("face.picture_missing", path=viewed.path)
