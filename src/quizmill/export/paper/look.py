"""How a text looks: the sizes, weights and greys of everything printed."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

BLACK, GREY, PALE = 0.0, 0.35, 0.65  # of ink: all of it survives a photocopier


class Look(msgspec.Struct, frozen=True):
    """How a text is set; lengths in points."""

    size: float
    leading: float
    weight: str = "light"  # or heavy, slanted
    grey: float = BLACK
    align: str = "left"  # or right, center
    least: float = 0.0  # the size that what stands among it, as code or a table, never falls below


class Looks(msgspec.Struct, frozen=True, kw_only=True):
    """The looks of one document, and the room it leaves."""

    title: Look
    form: Look  # at the right of the title
    heading: Look
    body: Look
    strong: Look
    gapped: Look  # with room to write in the gaps
    side: Look  # marks, at the right of a question
    cue: Look
    small: Look  # head and foot of a page
    apart: float  # points between two questions
    ruling: float  # points between two lines to write on

    @property
    def scale(self) -> float:
        """How much larger than ordinary print."""
        return self.body.size / 11


def _normal() -> Looks:
    return Looks(
        title=Look(18, 24, "heavy"),
        form=Look(18, 24, align="right"),
        heading=Look(13, 18, "heavy"),
        body=Look(11, 15.5),
        strong=Look(11, 15.5, "heavy"),
        gapped=Look(11, 15.5 * 1.55),
        side=Look(11, 15.5, grey=GREY, align="right"),
        cue=Look(9, 13, "slanted", GREY),
        small=Look(8, 11, grey=GREY),
        apart=16.0,
        ruling=24.0,  # 8.5 mm, as in a ruled exercise book
    )


def _large() -> Looks:
    """Nothing is smaller than 18 points, slanted or grey."""
    body = Look(_LARGE, 27, least=_LARGE)
    return Looks(
        title=Look(24, 32, "heavy"),
        form=Look(24, 32, align="right"),
        heading=Look(20, 28, "heavy"),
        body=body,
        strong=Look(_LARGE, 27, "heavy"),
        gapped=replace(body, leading=27 * 1.55),
        side=Look(_LARGE, 27, align="right"),
        cue=body,
        small=Look(_LARGE, 23),
        apart=34.0,
        ruling=34.0,
    )


_LARGE = 18.0
NORMAL = _normal()
LARGE = _large()

# Of the key
HEADING = Look(12, 17, "heavy")
NOTE = Look(9, 12.5)
NUMBER = Look(9, 12.5, "heavy")
ASKED = Look(9, 12.5, grey=GREY)
ANSWER = Look(10, 14, "heavy")
SMALL = Look(8, 11, grey=GREY)
