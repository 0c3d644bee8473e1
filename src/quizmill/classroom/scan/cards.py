"""What a person is shown of each doubt, be it on a page or at a terminal."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from quizmill.compose.answer_sheet.layout import Box


class LineDecision(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What is marked in a line of rings of a sheet."""

    sheet: str
    question: int
    part: int = 0
    marked: tuple[str, ...] = ()


class PictureDecision(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """Whose sheet a picture is of, or that it is left out."""

    picture: str
    copy: int | None = None
    page: int | None = None
    form: str | None = None
    name: str | None = None
    leave_out: bool = False


Decision = LineDecision | PictureDecision


class Kind(StrEnum):
    """What the person is asked; in the order in which the kinds are gone through."""

    WHOSE = "whose"
    NAME = "name"
    SHARED = "shared"
    TWICE = "twice"
    SECOND = "second"
    FAINT = "faint"
    UNCLEAR = "unclear"
    BLANK = "blank"


class Whereabouts(msgspec.Struct, frozen=True):
    """A page of a copy, or without copies of a form, that a picture may be of, and what it is called."""

    copy: int
    page: int
    form: str
    text: str


class Crop(msgspec.Struct, frozen=True):
    """A part of a page as a grey JPEG; *shown* is what of it is looked at first, in the same millimetres."""

    jpeg: bytes
    place: Box
    shown: Box


class Shot(msgspec.Struct, frozen=True):
    """A picture of the sheet: what it is called, what is cut out of it, and how dark each ring is there."""

    picture: str
    crop: Crop | None = None
    rings: tuple[Box, ...] = ()
    darkness: tuple[float, ...] = ()


def percent(darkness: float) -> int:
    """How dark a ring is, as it is said: one that is lighter than an empty one is just that."""
    return max(round(100 * darkness), 0)


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """One doubt; *about* is its decision before the person has said anything.

    *labels* are those of a line of rings, of which *both* are two that may both be marked; there are none
    where it is asked whose sheet a picture is of. *guess* is None where nothing is guessed. *own* says that a
    picture is whose it was taken for. Once one of those that it comes *after* says otherwise, a card is void.
    """

    id: str
    kind: Kind
    name: str
    about: Decision
    shots: tuple[Shot, ...]
    labels: tuple[str, ...] = ()
    several: bool = False
    guess: tuple[str, ...] | None = None
    both: tuple[str, ...] = ()
    own: PictureDecision | None = None
    after: tuple[str, ...] = ()  # ids of cards


def parts(decision: Decision | None) -> bool:
    """Whether it says that a picture is of another sheet than it was taken for, or left out."""
    return isinstance(decision, PictureDecision) and decision.copy is None
