"""The typefaces of everything printed, and which of them has a character.

A text is set in its own face; a character that face lacks comes from the next in line: symbols from
DejaVu Sans, Chinese and Japanese from Droid Sans Fallback. All are TrueType, as reportlab needs, and lie
beside this module with their licences. A face is read and registered when the first character needs it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

ASCENT, DESCENT = 1.069, -0.293  # of Noto Sans, in units of the type size


class Face(StrEnum):
    """A typeface, by the name of its file."""

    REGULAR = "NotoSans-Regular"
    BOLD = "NotoSans-Bold"
    ITALIC = "NotoSans-Italic"
    BOLD_ITALIC = "NotoSans-BoldItalic"
    CODE = "DejaVuSansMono"
    CODE_BOLD = "DejaVuSansMono-Bold"
    CODE_SLANTED = "DejaVuSansMono-Oblique"
    SYMBOLS = "DejaVuSans"
    HAN = "DroidSansFallbackFull"


_BEFORE_SYMBOLS = {
    Face.CODE: (Face.CODE, Face.REGULAR),
    Face.CODE_BOLD: (Face.CODE_BOLD, Face.CODE, Face.REGULAR),
    Face.CODE_SLANTED: (Face.CODE_SLANTED, Face.CODE, Face.REGULAR),
}


@cache
def faces_for(face: Face) -> Mapping[str, Face | None]:
    """By character, the first face in line after *face* that has it; None where none has."""
    return _Finder(face)


@cache
def advances(face: Face) -> Mapping[str, float]:
    """By character, how far it moves the next one, in thousandths of the type size."""
    return _Advances(face)


def loaded(face: Face) -> str:
    """The name of *face* in reportlab, where it is now known."""
    return str(font(face).fontName)


@cache
def font(face: Face) -> Any:
    """The font that reportlab draws *face* with, read and registered once in a process."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    data = files(__package__).joinpath(f"{face.value}.ttf").read_bytes()
    made = TTFont(f"quizmill-{face.value}", BytesIO(data))
    # One height for all, so that a line of Chinese stands on the baseline of the number before it.
    made.face.ascent, made.face.descent = ASCENT * 1000, DESCENT * 1000
    registerFont(made)
    return made


class _Finder(dict[str, Face | None]):
    """Looks a character up when it is first asked for."""

    def __init__(self, face: Face) -> None:
        self._line = (*_BEFORE_SYMBOLS.get(face, (face,)), Face.SYMBOLS, Face.HAN)

    def __missing__(self, character: str) -> Face | None:
        found = self[character] = next((face for face in self._line if _has(face, character)), None)
        return found


class _Advances(dict[str, float]):
    """Looks a character up when it is first asked for."""

    def __init__(self, face: Face) -> None:
        self._face = font(face).face

    def __missing__(self, character: str) -> float:
        width: float = self._face.getCharWidth(ord(character))
        self[character] = width
        return width


def _has(face: Face, character: str) -> bool:
    """Whether there is a glyph; the first one stands for those that are missing."""
    return bool(font(face).face.charToGlyph.get(ord(character)))
