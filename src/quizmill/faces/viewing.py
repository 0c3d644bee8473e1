"""Pictures of a question, which a terminal shows in words: opened by the system's own program."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import msgspec

from quizmill.bank.model import Image, Question
from quizmill.bank.pictures import asked_pictures
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


def pictures_of(question: Question) -> tuple[Image, ...]:
    """The pictures that are shown before an answer and can be opened, in the order in which they are met."""
    return tuple({image.file: image for image in asked_pictures(question)}.values())


def view(question: Question, number: int, viewer: Viewer, words: Words) -> str:
    """Show the question's picture of that number, from 1, and say what came of it."""
    pictures = pictures_of(question)
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
