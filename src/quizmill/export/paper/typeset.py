"""Paragraphs: the sizes and weights of the printed page, and the setting of a bank's texts in them."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

import msgspec
from reportlab.lib.colors import Color
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from quizmill.bank.markup import Style, escape
from quizmill.errors import ExportRefused
from quizmill.export.fonts import loaded
from quizmill.export.paper import markup

BLACK, GREY, PALE = 0.0, 0.35, 0.65  # of ink: all of it survives a photocopier


class Look(msgspec.Struct, frozen=True):
    """How a text is set; lengths in points."""

    size: float
    leading: float
    weight: str = "light"  # or heavy, slanted
    grey: float = BLACK
    align: str = "left"  # or right, center

    @property
    def faces(self) -> markup.Faces:
        """The faces its spans are set in."""
        return {"light": markup.LIGHT, "heavy": markup.HEAVY, "slanted": markup.SLANTED}[self.weight]


TITLE = Look(18, 24, "heavy")
HEADING = Look(12, 17, "heavy")
BODY = Look(11, 15.5)
STRONG = Look(11, 15.5, "heavy")
GAPPED = Look(11, 24)  # room to write in the gaps
CUE = Look(9, 13, "slanted", GREY)
NOTE = Look(9, 12.5)
NUMBER = Look(9, 12.5, "heavy")
SMALL = Look(8, 11, grey=GREY)


class Typesetter:
    """Sets texts, and remembers what it could not set until `finish`."""

    def __init__(self, where: str = "", refusals: list[str] | None = None) -> None:
        self._where = where
        self._refusals: list[str] = [] if refusals is None else refusals

    def about(self, where: str) -> Typesetter:
        """The same, for the texts of one question (or of the title): refusals name it."""
        return Typesetter(where, self._refusals)

    def set(self, text: str, look: Look = BODY) -> Paragraph:
        """The markup *text* as a paragraph."""
        self.check(text)
        return Paragraph(markup.paragraph(text, look.faces), _style(look, markup.mostly_han(text)))

    def width(self, text: str, look: Look = BODY) -> float:
        """The width of *text* on one line, in points; endless when it has several lines."""
        return markup.measure(text, look.faces, look.size)

    def line(self, words: str, look: Look, width: float) -> Paragraph:
        """The literal *words* on one line, cut to *width* points."""
        words = " ".join(words.split())
        fitting = bisect_right(
            range(len(words)), width, key=lambda n: self.width(escape(words[:n]) + "…", look)
        )
        whole = self.width(escape(words), look) <= width
        paragraph = self.set(escape(words if whole else words[: max(fitting - 1, 0)].rstrip() + "…"), look)
        paragraph.wrap(width, look.leading)
        return paragraph

    def check(self, text: str) -> str:
        """The text itself, after noting what of it cannot be printed."""
        for reason in markup.unprintable(text):
            self.refuse(reason)
        return text

    def refuse(self, reason: str) -> None:
        """Note that something of this question cannot be printed, once."""
        refusal = f"{self._where}: {reason}"
        if refusal not in self._refusals:
            self._refusals.append(refusal)

    def finish(self) -> None:
        """Raise ExportRefused with everything that could not be set, if anything."""
        if self._refusals:
            raise ExportRefused(tuple(self._refusals))


@cache
def _style(look: Look, han: bool) -> ParagraphStyle:
    return ParagraphStyle(
        "quizmill",
        fontName=loaded(look.faces[Style.PLAIN]),
        fontSize=look.size,
        leading=look.leading,
        textColor=Color(look.grey, look.grey, look.grey),
        alignment={"left": TA_LEFT, "right": TA_RIGHT, "center": TA_CENTER}[look.align],
        wordWrap="CJK" if han else None,
        splitLongWords=1,
        allowWidows=0,
        allowOrphans=0,
    )
