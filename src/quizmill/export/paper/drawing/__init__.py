"""Drawings (SVG) on paper, as lines and letters of the PDF: sharp at every size, and small.

Drawn from the cleaned tree of `bank.drawing`, with reportlab's canvas and the project's own faces: nothing is
looked for on the computer it runs on, so equal in is equal out.
"""

from __future__ import annotations

from quizmill.bank.drawing import Drawing
from quizmill.bank.drawing.lengths import size
from quizmill.bank.drawing.on_paper import obstacle
from quizmill.export.paper.drawing.ink import Ink
from quizmill.export.paper.drawing.sketch import sketch
from quizmill.export.paper.elements import Element, Surface

_POINT = 0.75  # points that a pixel takes: 96 to the inch
_HIGHEST = 25  # lines of letters, of a drawing that is made larger
_UNSIZED = (300.0, 150.0)  # pixels, as browsers have it


class Sketched(Element):
    """A drawing that `sketched` has read."""

    shared = True
    lists = True

    def __init__(self, ink: Ink, width: float, height: float, scale: float) -> None:
        self.width, self.height = width * scale, height * scale
        self._ink, self._scale = ink, scale

    def draw(self, surface: Surface) -> None:
        """The drawing, whose y runs down."""
        surface.saveState()
        surface.transform(self._scale, 0, 0, -self._scale, 0, self.height)
        self._ink.put(surface)
        surface.restoreState()


def sketched(drawing: Drawing, width: float, height: float, least: float = 0.0) -> Sketched:
    """The drawing at its own size, or smaller to fit *width* and *height* in points.

    It is larger, and may be higher, where its letters would be smaller than *least* points. Raises
    ValueError, saying why, when it cannot be drawn.
    """
    if found := obstacle(drawing.root):
        raise ValueError(f"it {found}")
    across, down = size(drawing.root) or _UNSIZED
    ink = sketch(drawing.root, across, down)
    scale = min(_POINT, width / across, height / down)
    if least > ink.smallest * scale > 0:
        scale = max(scale, min(least / ink.smallest, width / across, least * _HIGHEST / down))
    return Sketched(ink, across, down, scale)
