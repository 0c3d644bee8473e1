"""What is put on the page for a drawing: outlines, shadings, pictures and letters, kept until then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from math import hypot, inf
from typing import NamedTuple

from quizmill.export.fonts import Face, loaded
from quizmill.export.paper.drawing.colours import Colour
from quizmill.export.paper.drawing.contours import ClosePath, CurveTo, LineTo, MoveTo, Segment
from quizmill.export.paper.drawing.matrix import Matrix
from quizmill.export.paper.elements import Surface

_SLOW = 20  # strokes in the time of which a letter is set
MOST_STROKES = 1_000_000  # lines, curves and letters of one drawing
_FILL, _STROKE, _BOTH = 0, 1, 2  # how letters are shown (ISO 32000-1, 9.3.6)


class Pen(NamedTuple):
    """How an outline is drawn along."""

    colour: Colour
    width: float
    cap: int = 0
    join: int = 0
    miter: float = 4.0
    dashes: tuple[float, ...] = ()
    begin: float = 0.0  # how far into the dashes


class Letters(NamedTuple):
    """A row of letters of one face, from a point on its baseline."""

    text: str
    face: Face
    size: float
    x: float
    y: float
    apart: float = 0.0  # added to the advance of each letter
    wide: float = 1.0  # how much wider than they are drawn
    slant: float = 0.0


Shade = Callable[[Surface], None]


class Ink:
    """Things to draw, in their order. Raises ValueError when they become too many."""

    def __init__(self) -> None:
        self.smallest = inf  # of all letters, in units of the drawing
        self._scales = [1.0]  # of what is drawn now, and of what comes after each `restore`
        self._drawn: list[Callable[[Surface], None]] = []
        self._strokes = 0

    def put(self, surface: Surface) -> None:
        """Draw all of it."""
        for each in self._drawn:
            each(surface)

    def save(self) -> None:
        """What follows leaves no trace in what comes after `restore`."""
        self._scales.append(self._scales[-1])
        self._add(lambda surface: surface.saveState())

    def restore(self) -> None:
        """As it was at the last `save`."""
        self._scales.pop()
        self._add(lambda surface: surface.restoreState())

    def transform(self, matrix: Matrix) -> None:
        """What follows lies elsewhere."""
        self._scales[-1] *= hypot(*matrix[2:4])
        self._add(lambda surface: surface.transform(*matrix))

    def clip(self, outline: Sequence[Segment], *, even_odd: bool = False) -> None:
        """What follows is seen inside an outline alone; inside none nothing is."""
        drawn = outline or [MoveTo(0, 0), LineTo(0, 0), ClosePath()]
        self._add(partial(_clip, drawn, even_odd), len(drawn))

    def fill(self, outline: Sequence[Segment], colour: Colour, *, even_odd: bool = False) -> None:
        """Fill an outline."""
        if colour.alpha > 0:
            self._add(partial(_fill, outline, colour, even_odd), len(outline))

    def stroke(self, outline: Sequence[Segment], pen: Pen) -> None:
        """Draw along an outline."""
        if pen.colour.alpha > 0 and pen.width > 0:
            self._add(partial(_stroke, outline, pen), len(outline))

    def shade(self, shade: Shade, alpha: float) -> None:
        """Fill all that is seen with a gradient."""
        if alpha < 1:
            self._add(lambda surface: surface.setFillAlpha(round(alpha, 4)))
        self._add(shade)

    def picture(self, data: bytes, width: float, height: float, alpha: float) -> None:
        """A PNG or JPEG, its upper left corner at the origin where down is down."""
        self._add(partial(_picture, data, width, height, alpha))

    def letters(self, row: Letters, fill: Colour | None, pen: Pen | None) -> None:
        """Letters, filled or drawn along or both."""
        if (fill and fill.alpha > 0) or (pen and pen.colour.alpha > 0):
            if row.text.strip():
                self.smallest = min(self.smallest, row.size * self._scales[-1])
            self._add(partial(_letters, row, fill, pen), _SLOW * len(row.text))

    def count(self, many: int = 1) -> None:
        """Something was looked at that takes time."""
        self._strokes += many
        if self._strokes > MOST_STROKES:
            raise ValueError(
                f"it comes to more than {MOST_STROKES // 10**6} million strokes; make it simpler"
            )

    def _add(self, draw: Callable[[Surface], None], many: int = 1) -> None:
        self.count(many)
        self._drawn.append(draw)


def _clip(outline: Sequence[Segment], even_odd: bool, surface: Surface) -> None:
    surface.clipPath(_path(outline, surface), stroke=0, fill=0, fillMode=0 if even_odd else 1)


def _fill(outline: Sequence[Segment], colour: Colour, even_odd: bool, surface: Surface) -> None:
    if colour.alpha < 1:
        surface.saveState()
        surface.setFillAlpha(round(colour.alpha, 4))
    surface.setFillColorRGB(*_rounded(colour))
    surface.drawPath(_path(outline, surface), stroke=0, fill=1, fillMode=0 if even_odd else 1)
    if colour.alpha < 1:
        surface.restoreState()


def _stroke(outline: Sequence[Segment], pen: Pen, surface: Surface) -> None:
    if pen.colour.alpha < 1:
        surface.saveState()
        surface.setStrokeAlpha(round(pen.colour.alpha, 4))
    _take(pen, surface)
    surface.drawPath(_path(outline, surface), stroke=1, fill=0)
    if pen.colour.alpha < 1:
        surface.restoreState()


def _take(pen: Pen, surface: Surface) -> None:
    surface.setStrokeColorRGB(*_rounded(pen.colour))
    surface.setLineWidth(pen.width)
    surface.setLineCap(pen.cap)
    surface.setLineJoin(pen.join)
    surface.setMiterLimit(pen.miter)
    surface.setDash(list(pen.dashes), pen.begin)


def _picture(data: bytes, width: float, height: float, alpha: float, surface: Surface) -> None:
    from reportlab.lib.utils import ImageReader

    surface.saveState()
    if alpha < 1:
        surface.setFillAlpha(round(alpha, 4))
    surface.transform(1, 0, 0, -1, 0, height)
    surface.drawImage(ImageReader(BytesIO(data)), 0, 0, width, height, mask="auto")
    surface.restoreState()


def _letters(row: Letters, fill: Colour | None, pen: Pen | None, surface: Surface) -> None:
    surface.saveState()
    if fill:
        surface.setFillColorRGB(*_rounded(fill))
        if fill.alpha < 1:
            surface.setFillAlpha(round(fill.alpha, 4))
    if pen:
        _take(pen, surface)
        if pen.colour.alpha < 1:
            surface.setStrokeAlpha(round(pen.colour.alpha, 4))
    written = surface.beginText()
    written.setTextTransform(1, 0, row.slant, -1, row.x, row.y)
    written.setFont(loaded(row.face), row.size)
    written.setTextRenderMode(_BOTH if fill and pen else _STROKE if pen else _FILL)
    if row.apart:
        written.setCharSpace(row.apart)
    if row.wide != 1:
        written.setHorizScale(100 * row.wide)
    written.textOut(row.text)
    surface.drawText(written)
    surface.restoreState()


def _path(outline: Sequence[Segment], surface: Surface) -> object:
    path = surface.beginPath()
    for segment in outline:
        match segment:
            case MoveTo(x, y):
                path.moveTo(x, y)
            case LineTo(x, y):
                path.lineTo(x, y)
            case CurveTo(x1, y1, x2, y2, x, y):
                path.curveTo(x1, y1, x2, y2, x, y)
            case ClosePath():
                path.close()
    return path


def _rounded(colour: Colour) -> tuple[float, float, float]:
    return round(colour.red, 4), round(colour.green, 4), round(colour.blue, 4)
