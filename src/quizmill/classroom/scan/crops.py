"""Parts of a straightened page, cut out for somebody to look at: a question's rings, or whose sheet it is."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence

from PIL import Image, ImageOps

from quizmill.classroom.scan.cards import Crop
from quizmill.compose.answer_sheet.layout import Box, FormSheet, Layout, Line

PIXELS = 5  # a millimetre of `PageReading.upright`
# Millimetres from the middle of a ring to the edge of what is shown.
_BEFORE = 11.7  # the question's number stands there
_NAMED = 6.0  # more, where each line has a letter of its own
_BEHIND = 4.0
_AROUND = 3.4  # above and below
_WRITTEN = 17.0  # above the columns of a number, which is written there in digits
_FRAME = 0.9  # between a ring and its frame, unless the next one is nearer
_CONTEXT = 9.0  # what stands above and below, when somebody wants to see more
_PAPER = 8  # one in so many pixels, at least, is paper in full light
_QUALITY = 60  # of a JPEG; the grey of a pencil is still that of the scan


class Upright:
    """A straightened page to cut from."""

    def __init__(self, upright: bytes, layout: Layout) -> None:
        """*upright* is that of a `PageReading`; it is decoded once."""
        with Image.open(io.BytesIO(upright)) as page:
            self._page = page.convert("L")
        self._layout = layout

    def line(self, sheet: FormSheet, line: Line) -> Crop:
        """The line with its number and letters in view, and around it the whole question and what is near it.

        A question whose lines go down the page, as those of a number do, is in view as a whole.
        """
        near = [each for each in sheet.lines if (each.page, each.number) == (line.page, line.number)]
        is_down = bool(line.step.y)
        named = len(near) > 1 and not is_down
        whole = _around(near, named=named)
        shown = whole if is_down else _around([line], named=named)
        wide = Box(whole.x, whole.y - _CONTEXT, whole.width, whole.height + 2 * _CONTEXT)
        return self._cut(_on(self._layout, wide), _on(self._layout, shown))

    def name(self) -> Crop:
        """What tells whose sheet it is."""
        return self._cut(self._layout.name, self._layout.name)

    def _cut(self, place: Box, shown: Box) -> Crop:
        made = io.BytesIO()
        left, top = math.floor(PIXELS * place.x), math.floor(PIXELS * place.y)
        right, bottom = (
            math.ceil(PIXELS * (place.x + place.width)),
            math.ceil(PIXELS * (place.y + place.height)),
        )
        part = _lit(self._page.crop((left, top, right, bottom)))
        part.save(made, "jpeg", quality=_QUALITY, optimize=True)
        cut = Box(left / PIXELS, top / PIXELS, (right - left) / PIXELS, (bottom - top) / PIXELS)
        return Crop(made.getvalue(), cut, shown)


def _lit(part: Image.Image) -> Image.Image:
    """The part as in good light: the paper white, and all else lighter by as much."""
    counts, seen = part.histogram(), 0
    for white in range(255, 0, -1):
        seen += counts[white]
        if seen * _PAPER >= part.width * part.height:
            return part.point([min(255, round(255 * grey / white)) for grey in range(256)])
    return part


def ring_box(layout: Layout, line: Line, ring: int) -> Box:
    """The square around a ring, in which it is framed."""
    centre = line.centre(ring)
    side = min(layout.ring + _FRAME, max(line.step.x, line.step.y) / 2)
    return Box(centre.x - side, centre.y - side, 2 * side, 2 * side)


def ring_greys(crop: Crop, rings: Sequence[Box], across: int) -> tuple[tuple[int, ...], ...]:
    """The rings side by side as rows of greys, 0 for black to 255 for the paper, *across* of them to a ring.

    Rings below each other are laid on their side, the first at the left. The number of rows is even.
    """
    first, last = rings[0], rings[-1]
    is_down = last.y - first.y > last.x - first.x
    length = (last.y - first.y if is_down else last.x - first.x) / max(len(rings) - 1, 1) or 2 * first.width
    high = 2 * math.ceil(across * (first.width + 0.5) / length / 2)
    extra, beyond = (high * length / across - first.width) / 2, (length - first.width) / 2
    wide = length * len(rings)
    if is_down:
        part = Box(first.x - extra, first.y - beyond, first.width + 2 * extra, wide)
        shape = (high, across * len(rings))
    else:
        part = Box(first.x - beyond, first.y - extra, wide, first.height + 2 * extra)
        shape = (across * len(rings), high)
    rows = _greys(crop, part, *shape)
    return tuple(zip(*(row[::-1] for row in rows), strict=True)) if is_down else rows


def _greys(crop: Crop, part: Box, columns: int, rows: int) -> tuple[tuple[int, ...], ...]:
    """A part of the crop in so few greys, with the paper white."""
    with Image.open(io.BytesIO(crop.jpeg)) as picture:
        small = picture.convert("L").resize((columns, rows), Image.Resampling.BOX, _pixels(part, crop.place))
        cells = ImageOps.autocontrast(small, cutoff=(0, 20)).tobytes()
    return tuple(tuple(cells[row * columns : (row + 1) * columns]) for row in range(rows))


def _around(lines: Sequence[Line], *, named: bool) -> Box:
    """The box around the rings of lines and what is printed before and above them."""
    ends = [line.centre(ring) for line in lines for ring in (0, len(line.labels) - 1)]
    before = _BEFORE + (_NAMED if named else 0.0)
    left, right = min(end.x for end in ends) - before, max(end.x for end in ends) + _BEHIND
    above = _WRITTEN if lines[0].step.y else _AROUND
    top, bottom = min(end.y for end in ends) - above, max(end.y for end in ends) + _AROUND
    return Box(left, top, right - left, bottom - top)


def _on(layout: Layout, box: Box) -> Box:
    """What of the box is on the paper."""
    x, y = max(box.x, 0.0), max(box.y, 0.0)
    right, bottom = min(box.x + box.width, layout.width), min(box.y + box.height, layout.height)
    return Box(x, y, right - x, bottom - y)


def _edges(box: Box) -> tuple[float, float, float, float]:
    return box.x, box.y, box.x + box.width, box.y + box.height


def _pixels(part: Box, place: Box) -> tuple[float, float, float, float]:
    left, top, right, bottom = _edges(part)
    return (
        PIXELS * max(left - place.x, 0.0),
        PIXELS * max(top - place.y, 0.0),
        PIXELS * min(right - place.x, place.width),
        PIXELS * min(bottom - place.y, place.height),
    )
