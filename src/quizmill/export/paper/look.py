"""How a text looks: the sizes, weights and greys of everything printed."""

from __future__ import annotations

import msgspec

BLACK, GREY, PALE = 0.0, 0.35, 0.65  # of ink: all of it survives a photocopier


class Look(msgspec.Struct, frozen=True):
    """How a text is set; lengths in points."""

    size: float
    leading: float
    weight: str = "light"  # or heavy, slanted
    grey: float = BLACK
    align: str = "left"  # or right, center


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


def _looks(body: float, leading: float, large: bool) -> Looks:
    title = Look(24, 32, "heavy") if large else Look(18, 24, "heavy")
    return Looks(
        title=title,
        form=Look(title.size, title.leading, align="right"),
        heading=Look(20, 28, "heavy") if large else Look(13, 18, "heavy"),
        body=Look(body, leading),
        strong=Look(body, leading, "heavy"),
        gapped=Look(body, leading * 1.55),
        side=Look(body, leading, grey=BLACK if large else GREY, align="right"),
        cue=Look(16, 24) if large else Look(9, 13, "slanted", GREY),
        small=Look(12, 16) if large else Look(8, 11, grey=GREY),
        apart=34.0 if large else 16.0,
        ruling=34.0 if large else 24.0,  # 8.5 mm, as in a ruled exercise book
    )


NORMAL = _looks(11, 15.5, large=False)
LARGE = _looks(18, 27, large=True)

# Of the key
HEADING = Look(12, 17, "heavy")
NOTE = Look(9, 12.5)
NUMBER = Look(9, 12.5, "heavy")
ASKED = Look(9, 12.5, grey=GREY)
ANSWER = Look(10, 14, "heavy")
SMALL = Look(8, 11, grey=GREY)
