"""Texts become pieces: a bank's markup set in a look and a width, each only once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from reportlab.lib.colors import Color
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from quizmill.bank.markup import Style, escape
from quizmill.errors import ExportRefused
from quizmill.export.fonts import loaded
from quizmill.export.paper import markup
from quizmill.export.paper.look import Look
from quizmill.export.paper.pieces import Piece, Surface

P = TypeVar("P", bound=Piece)
_SLACK = 0.5  # points, or a text could break in a width that is exactly its own
_FACES = {"light": markup.LIGHT, "heavy": markup.HEAVY, "slanted": markup.SLANTED}


class Text(Piece):
    """A paragraph, its lines broken to a width."""

    def __init__(self, paragraph: Paragraph, width: float) -> None:
        self._paragraph = paragraph
        self.width = width
        self.height = paragraph.wrap(width, 0)[1]

    def draw(self, surface: Surface) -> None:
        """The lines."""
        self._paragraph.drawOn(surface, 0, 0)

    def split(self, height: float) -> tuple[Piece, Piece] | None:
        """The lines that fit in *height*, and the rest."""
        parts = self._paragraph.split(self.width, height)
        return (Text(parts[0], self.width), Text(parts[1], self.width)) if len(parts) == 2 else None


class Typesetter:
    """Sets texts and remembers them, and what it could not set until `finish`."""

    def __init__(self, where: str = "", shared: Typesetter | None = None) -> None:
        self._where = where
        self._refusals: list[str] = shared._refusals if shared else []
        self._made: dict[tuple[Any, ...], Any] = shared._made if shared else {}

    def about(self, where: str) -> Typesetter:
        """The same, for the texts of one question (or of the title): refusals name it."""
        return Typesetter(where, self)

    def set(self, text: str, look: Look, width: float) -> Piece:
        """The markup *text* as a paragraph *width* points wide."""
        known: Piece | None = self._made.get((text, look, width))
        if known is None:
            known = Text(_paragraph(text if self.check(text) else "", look), width)
            if known.height or not text:  # a refused text is looked at again: another question may have it
                self._made[text, look, width] = known
        return known

    def make(self, kind: Callable[..., P], *told: Any) -> P:
        """The piece that *kind* makes of what it is told."""
        found: P | None = self._made.get((kind, *told))
        if found is None:
            found = self._made[kind, *told] = kind(*told)
        return found

    def width(self, text: str, look: Look) -> float:
        """The width that *text* needs for one line, in points; endless when it has several lines."""
        known: float | None = self._made.get((text, look))
        if known is None:
            known = self._made[text, look] = _SLACK + markup.measure(text, _FACES[look.weight], look.size)
        return known

    def line(self, words: str, look: Look, width: float) -> Piece:
        """The literal *words* on one line, cut to *width* points."""
        words = " ".join(words.split())
        if self.width(escape(words), look) <= width:
            return self.set(escape(words), look, width)
        faces = _FACES[look.weight]
        fitting = bisect_right(
            range(len(words)),
            width,
            key=lambda n: markup.measure(escape(words[:n]) + "…", faces, look.size),
        )
        self.check(words)
        return self.set(escape(words[: max(fitting - 1, 0)].rstrip() + "…"), look, width)

    def check(self, text: str) -> bool:
        """Whether all of the text can be printed; what cannot is noted."""
        reasons = markup.unprintable(text)
        for reason in reasons:
            self.refuse(reason)
        return not reasons

    def refuse(self, reason: str) -> None:
        """Note that something of this question cannot be printed, once."""
        refusal = f"{self._where}: {reason}"
        if refusal not in self._refusals:
            self._refusals.append(refusal)

    def finish(self) -> None:
        """Raise ExportRefused with everything that could not be set, if anything."""
        if self._refusals:
            raise ExportRefused(tuple(self._refusals))


def _paragraph(text: str, look: Look) -> Paragraph:
    return Paragraph(
        markup.paragraph(text, _FACES[look.weight]), _style(look, markup.mostly_han(text)), encoding="utf-8"
    )


@cache
def _style(look: Look, han: bool) -> ParagraphStyle:
    return ParagraphStyle(
        "quizmill",
        fontName=loaded(_FACES[look.weight][Style.PLAIN]),
        fontSize=look.size,
        leading=look.leading,
        textColor=Color(look.grey, look.grey, look.grey),
        alignment={"left": TA_LEFT, "right": TA_RIGHT, "center": TA_CENTER}[look.align],
        wordWrap="CJK" if han else None,
        splitLongWords=1,
        allowWidows=0,
        allowOrphans=0,
    )
