"""One picture of a page, read: found, laid flat, its rings measured and judged."""

from __future__ import annotations

import cv2

from quizmill.classroom.scan.arrays import Grey, Real
from quizmill.classroom.scan.found import Found, Layouts, found_sheet
from quizmill.classroom.scan.judging import judged
from quizmill.classroom.scan.measuring import measured
from quizmill.classroom.scan.paper import darkness, is_black_and_white, reduced
from quizmill.classroom.scan.reading import Fate, LineReading, PageReading
from quizmill.classroom.scan.rings import place_rings
from quizmill.classroom.scan.straightening import PIXELS, Mapping, straightened
from quizmill.compose.answer_sheet.code import SheetCode
from quizmill.compose.answer_sheet.layout import Box

_MOST = 4400  # pixels of the long side: what is larger is reduced to it
_PALE = 0.045  # labels that are no darker: what was printed in grey has vanished, and so may pencil have
_COARSEST = 2.4  # pixels a millimetre, 60 dpi: with fewer an outline and what is in the ring run together
_UPRIGHT = 5  # pixels a millimetre of the picture that a person looks at
_JPEG = 80  # its quality


def read_page(grey: Grey, layouts: Layouts, code: SheetCode | None = None) -> PageReading:
    """What is seen of a page in the picture, a two-dimensional array of greys.

    *layouts* are those of the papers that are being marked. With *code* a person says whose page it is, and
    what the page itself says counts no more. Nothing is raised for any picture.
    """
    if not grey.size:
        return PageReading(fate=Fate.NO_SHEET)
    grey = reduced(grey, _MOST)
    found = found_sheet(grey, layouts, code)
    if found.layout is None or found.mapping is None:
        return PageReading(fate=found.fate, code=found.code)
    page = straightened(grey, found.mapping, Box(0, 0, found.layout.width, found.layout.height))
    lines, quality = _lines(grey, page, found, layouts)
    return PageReading(fate=found.fate, code=found.code, lines=lines, quality=quality, upright=_upright(page))


def _lines(grey: Grey, page: Grey, found: Found, layouts: Layouts) -> tuple[tuple[LineReading, ...], float]:
    """What is marked, and how clearly the page is seen; nothing for a page that cannot be read."""
    if found.fate is not Fate.READ or found.code is None or found.mapping is None:
        return (), 0.0
    layout, form = layouts[found.code.paper]
    lines = [each for each in layout.sheet(form).lines if each.page == found.code.page]
    if not lines:
        return (), 0.0
    dark = darkness(page)
    placed = place_rings(dark, lines, layout.ring, flat=found.mapping.is_flat())
    seen, labels = measured(dark, lines, placed.centres, layout.ring)
    bitonal = is_black_and_white(grey)
    pale = not bitonal and labels < _PALE
    shown = (_is_shown(grey, found.mapping, each) for each in placed.centres)
    fits = [fit if whole else 0.0 for fit, whole in zip(placed.fits, shown, strict=True)]
    return judged(lines, seen, fits, pale=pale, bitonal=bitonal), placed.clearness


def _is_shown(grey: Grey, mapping: Mapping, centres: Real) -> bool:
    """Whether all these rings are in the picture, and large enough to be told from what is in them."""
    pixels = mapping.pixels(centres)
    inside = (pixels >= 0).all() and (pixels < grey.shape[::-1]).all()
    return bool(inside) and mapping.scale(centres[0]) >= _COARSEST


def _upright(page: Grey) -> bytes:
    scale = _UPRIGHT / PIXELS
    small = cv2.resize(page, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, _JPEG])[1].tobytes()
