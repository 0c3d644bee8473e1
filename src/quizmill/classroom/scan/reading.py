"""What was seen on one picture of a page; what has to do with pixels is done by then."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from quizmill.compose.answer_sheet.code import SheetCode


class Doubt(StrEnum):
    """Why a person has to look at a line of rings."""

    FAINT = "faint"  # there is something, lighter than the other marks on this sheet
    SECOND = "second"  # beside the mark there is another: one that was erased, or a second answer
    BLANK = "blank"  # nothing is seen, and nothing can be believed of this picture: black and white, or weak
    UNCLEAR = "unclear"  # the rings are not where they should be: bent paper, a stain, a torn edge


class LineReading(msgspec.Struct, frozen=True):
    """A line of rings: how dark each is beyond an empty one, which are taken as marked, and the doubt."""

    number: int
    part: int
    darkness: tuple[float, ...]  # 0 for an empty one, 1 for black
    marked: tuple[int, ...]  # indices of rings; with a doubt the best guess
    doubt: Doubt | None = None


class Fate(StrEnum):
    """What became of a picture."""

    READ = "read"
    NO_SHEET = "no sheet"  # too few markers: something else
    BLANK = "blank"  # nothing on it: the back of a sheet
    NO_CODE = "no code"  # an answer sheet, and its QR code could not be read
    OTHER_PAPER = "other paper"
    SEVERAL_SHEETS = "several sheets"  # two or more in one picture: each wants a picture of its own


class PageReading(msgspec.Struct, frozen=True, kw_only=True):
    """One picture of a page."""

    fate: Fate
    code: SheetCode | None = None
    lines: tuple[LineReading, ...] = ()
    quality: float = 0.0  # the sharper and flatter the higher, to choose among two pictures of one page
    upright: bytes = b""  # the straightened page as a grey JPEG, 5 pixels a millimetre, to cut crops from
