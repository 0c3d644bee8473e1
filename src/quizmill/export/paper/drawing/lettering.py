"""Text in a drawing as rows of letters, in the first of the project's faces that has them (SVG 2, 11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from quizmill.bank.drawing.lengths import Box, length
from quizmill.bank.drawing.svg_tree import Node
from quizmill.bank.printable import clean
from quizmill.export.fonts import Face, advances, faces_for
from quizmill.export.paper.drawing.ink import Letters
from quizmill.export.paper.drawing.style import Properties, Styles

_FAMILIES = ("mono", "courier", "consol", "menlo", "code")  # of code, by a part of their names
_BOLD = 600
_MOST = 20_000  # letters of one text
_SLANT = 0.2  # of faces that have no slanted sister
_KEPT = frozenset({"pre", "pre-wrap", "break-spaces"})
# From the alphabetic baseline to another, down, in type sizes, where Helvetica has them.
_BASELINES = {
    "middle": 0.27,
    "central": 0.35,
    "mathematical": 0.45,
    "hanging": 0.72,
    "text-before-edge": 0.9,
    "text-top": 0.9,
    "before-edge": 0.9,
    "text-after-edge": -0.21,
    "text-bottom": -0.21,
    "after-edge": -0.21,
    "ideographic": -0.21,
}
_SHIFTS = {"sub": -0.2, "super": 0.33}  # up, in type sizes


class LetterRow(NamedTuple):
    """Letters in a row, and what they look like."""

    letters: Letters
    style: Properties


class _Letter(msgspec.Struct):
    """One letter, and where an author puts it."""

    text: str
    style: Properties
    rise: float
    x: float | None = None
    y: float | None = None
    dx: float | None = None
    dy: float | None = None
    apart: float = 0.0
    wide: float = 1.0

    @property
    def face(self) -> Face:
        face = _face(self.style)
        return faces_for(face)[self.text] or face

    @property
    def advance(self) -> float:
        spaced = self.style.length("word-spacing") if self.text == " " else 0.0
        return self.natural * self.wide + self.apart + spaced

    @property
    def natural(self) -> float:
        return advances(self.face)[self.text] * self.style.size / 1000 + self.style.length("letter-spacing")


def rows(element: Node, style: Properties, styles: Styles, view: Box) -> list[LetterRow]:
    """The rows of a `text`."""
    setter = _Setter(styles, view)
    setter.collect(element, style, 0.0, kept=False)
    return [row for chunk in _chunks(setter.finished()) for row in chunk]


class _Setter:
    """Collects the letters of a text and of the spans in it."""

    def __init__(self, styles: Styles, view: Box) -> None:
        self._styles = styles
        self._view = view
        self._letters: list[_Letter] = []
        self._gap = True  # whether a space that follows is none

    def collect(self, element: Node, style: Properties, rise: float, *, kept: bool) -> None:
        """All in an element; what stands farther within is placed first."""
        first = len(self._letters)
        space = element.attributes.get("xml:space")
        kept = (kept or space == "preserve" or style["white-space"] in _KEPT) and space != "default"
        for child in element.children:
            if isinstance(child, str):
                self._say(child, style, rise, kept=kept)
            elif child.name == "tspan":
                own = self._styles.of(child, style)
                if own["display"] != "none":
                    self.collect(child, own, rise + _shift(own), kept=kept)
        own_letters = self._letters[first:]
        self._place(element, style, own_letters)
        _stretch(own_letters, length(element.attributes.get("textLength"), em=style.size), element)

    def finished(self) -> list[_Letter]:
        """The letters, without a space at the end."""
        if self._letters and self._gap and self._letters[-1].text == " ":
            self._letters.pop()
        return self._letters

    def _say(self, text: str, style: Properties, rise: float, *, kept: bool) -> None:
        for character in clean(text):
            told = " " if character in "\n\t\r" else character
            if told == " " and self._gap and not kept:
                continue
            self._gap = told == " " and not kept
            self._letters.append(_Letter(told, style, rise))
        if len(self._letters) > _MOST:
            raise ValueError(f"one of its texts has more than {_MOST} letters; make it shorter")

    def _place(self, element: Node, style: Properties, letters: Sequence[_Letter]) -> None:
        for name in ("x", "y", "dx", "dy"):
            of = self._view.width if name.endswith("x") else self._view.height
            given = element.attributes.get(name, "").replace(",", " ").split()
            for letter, text in zip(letters, given, strict=False):
                if getattr(letter, name) is None:
                    setattr(letter, name, length(text, of=of, em=style.size))


def _stretch(letters: Sequence[_Letter], wanted: float | None, element: Node) -> None:
    """Make letters as wide together as the author found them in another face."""
    natural = sum(letter.advance for letter in letters)
    if not wanted or wanted <= 0 or natural <= 0:
        return
    if element.attributes.get("lengthAdjust") == "spacingAndGlyphs" or len(letters) == 1 or wanted < natural:
        for letter in letters:  # closer together they would touch, so they become narrower
            letter.wide = wanted / natural
    else:
        for letter in letters[:-1]:
            letter.apart = (wanted - natural) / (len(letters) - 1)


def _chunks(letters: Sequence[_Letter]) -> Iterator[list[LetterRow]]:
    """From one place that the author gave to the next."""
    starts = [
        at for at, letter in enumerate(letters) if at == 0 or letter.x is not None or letter.y is not None
    ]
    x = y = 0.0
    for start, end in pairwise([*starts, len(letters)]):
        chunk = letters[start:end]
        x = chunk[0].x if chunk[0].x is not None else x
        y = chunk[0].y if chunk[0].y is not None else y
        places: list[tuple[float, float]] = []
        began = x
        for letter in chunk:
            x, y = x + (letter.dx or 0.0), y + (letter.dy or 0.0)
            places.append((x, y))
            x += letter.advance
        share = {"middle": 0.5, "end": 1.0}.get(chunk[0].style["text-anchor"], 0.0)
        back = share * (x - began)
        x -= back
        yield _rows(chunk, [(left - back, down) for left, down in places])


def _rows(letters: Sequence[_Letter], places: Sequence[tuple[float, float]]) -> list[LetterRow]:
    """Letters that follow each other unmoved are one row."""
    found: list[LetterRow] = []
    ends = (-1.0, -1.0)
    before: _Letter | None = None
    for letter, (x, y) in zip(letters, places, strict=True):
        style, size = letter.style, letter.style.size
        y += _baseline(style) * size - letter.rise
        apart = letter.style.length("letter-spacing") * letter.wide + letter.apart
        row = Letters(letter.text, letter.face, size, x, y, apart, letter.wide, _slant(style, letter.face))
        if (
            before is not None
            and before.style is style
            and found[-1].letters._replace(text="", x=0) == row._replace(text="", x=0)
            and abs(ends[0] - x) < 1e-6
        ):
            joined = found[-1].letters._replace(text=found[-1].letters.text + letter.text)
            found[-1] = found[-1]._replace(letters=joined)
        else:
            found.append(LetterRow(row, style))
        ends = (x + letter.advance, y)
        before = letter
    return [row for row in found if row.letters.text.strip()]


def _face(style: Properties) -> Face:
    if any(part in style["font-family"].lower() for part in _FAMILIES):
        return Face.CODE
    weight = style["font-weight"].lower()
    bold = weight in ("bold", "bolder") or (weight.isdecimal() and len(weight) < 5 and int(weight) >= _BOLD)
    if style["font-style"].lower().startswith(("italic", "oblique")):
        return Face.BOLD_ITALIC if bold else Face.ITALIC
    return Face.BOLD if bold else Face.REGULAR


def _slant(style: Properties, face: Face) -> float:
    upright = face in (Face.CODE, Face.SYMBOLS, Face.HAN)
    return _SLANT if upright and style["font-style"].lower().startswith(("italic", "oblique")) else 0.0


def _baseline(style: Properties) -> float:
    return _BASELINES.get(style["alignment-baseline"]) or _BASELINES.get(style["dominant-baseline"], 0.0)


def _shift(style: Properties) -> float:
    """How far a span is raised."""
    text = style["baseline-shift"].strip()
    if text in _SHIFTS:
        return _SHIFTS[text] * style.size
    return length(text, of=style.size, em=style.size) or 0.0
