"""The typefaces of everything printed, and which of them has a character.

A text is set in its own face; a character that face lacks comes from the next in line: symbols from
DejaVu Sans, Chinese and Japanese from Droid Sans Fallback. All are TrueType, as reportlab needs, and lie
beside this module with their licences. A face is read and registered when the first character needs it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO

ASCENT, DESCENT = 1.069, -0.293  # of Noto Sans, in units of the type size


class Face(StrEnum):
    """A typeface, by the name of its file."""

    REGULAR = "NotoSans-Regular"
    BOLD = "NotoSans-Bold"
    ITALIC = "NotoSans-Italic"
    BOLD_ITALIC = "NotoSans-BoldItalic"
    CODE = "DejaVuSansMono"
    SYMBOLS = "DejaVuSans"
    HAN = "DroidSansFallbackFull"


def face_for(character: str, face: Face) -> Face | None:
    """The first face in line after *face* that has the character, registered; None when none has."""
    return next((candidate for candidate in _line(face) if ord(character) in _glyphs(candidate)), None)


def loaded(face: Face) -> str:
    """The name of *face* in reportlab, where it is now known."""
    _glyphs(face)
    return _name(face)


def width(text: str, face: Face, size: float) -> float:
    """The width of *text*, all of which *face* has, in points."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(stringWidth(text, loaded(face), size))


def _name(face: Face) -> str:
    return f"quizmill-{face.value}"


@lru_cache(maxsize=16)
def _line(face: Face) -> tuple[Face, ...]:
    first = (face, Face.REGULAR) if face is Face.CODE else (face,)
    return (*first, Face.SYMBOLS, Face.HAN)


@cache
def _glyphs(face: Face) -> Mapping[int, int]:
    """The glyphs of a face by code point; registers it with reportlab, once in a process."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(_name(face), BytesIO(files(__package__).joinpath(f"{face.value}.ttf").read_bytes()))
    # One height for all, so that a line of Chinese stands on the baseline of the number before it.
    font.face.ascent, font.face.descent = ASCENT * 1000, DESCENT * 1000
    registerFont(font)
    return {code: glyph for code, glyph in font.face.charToGlyph.items() if glyph}
