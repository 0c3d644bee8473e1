"""Clips: outlines within which alone something is seen (CSS Masking 1, 6)."""

from __future__ import annotations

from collections.abc import Mapping

from quizmill.bank.drawing.allowed import SHAPES
from quizmill.bank.drawing.lengths import Box
from quizmill.bank.drawing.svg_tree import Node
from quizmill.bank.drawing.uses import link
from quizmill.export.paper.drawing import contours
from quizmill.export.paper.drawing.contours import Segment
from quizmill.export.paper.drawing.geometry import Measure, of_shape
from quizmill.export.paper.drawing.ink import Ink
from quizmill.export.paper.drawing.matrix import IDENTITY, Matrix, moved, times, transformation
from quizmill.export.paper.drawing.paint import referred
from quizmill.export.paper.drawing.style import Properties, Styles

_CHAIN = 10  # clips of clips


class Clipper:
    """Clips with the clip paths of one drawing."""

    def __init__(self, ids: Mapping[str, Node], styles: Styles, ink: Ink) -> None:
        self._ids, self._styles, self._ink = ids, styles, ink

    def clip(self, text: str, element: Node, style: Properties, view: Box) -> None:
        """See what follows only inside of what a `clip-path` names, where that is there."""
        for _ in range(_CHAIN):
            clip = referred(text, self._ids)
            if clip is None or clip.name != "clipPath":
                return
            own = self._styles.from_root(clip)
            matrix = transformation(own["transform"])
            if clip.attributes.get("clipPathUnits") == "objectBoundingBox":
                box = contours.bounds(self._drawn(element, style, IDENTITY, view))
                if box is None:
                    return
                matrix = times((box.width, 0.0, 0.0, box.height, box.x, box.y), matrix)
                view = Box(0.0, 0.0, 1.0, 1.0)
            drawn: list[Segment] = []
            even_odd = False
            for child in clip.elements:
                child_style = self._styles.of(child, own)
                drawn += self._drawn(
                    child, child_style, times(matrix, transformation(child_style["transform"])), view
                )
                even_odd = even_odd or child_style["clip-rule"] == "evenodd"
            self._ink.clip(drawn, even_odd=even_odd)
            text = own["clip-path"]

    def _drawn(self, element: Node, style: Properties, matrix: Matrix, view: Box) -> list[Segment]:
        """The outlines of a shape or of all in a group, where they come to lie."""
        self._ink.count()
        if style["display"] == "none":
            return []
        if element.name in SHAPES:
            found = contours.moved(of_shape(element, style, view), matrix)
            self._ink.count(len(found))
            return found
        inside: list[Node] = []
        if element.name == "use":
            measure = Measure(element, style, view)
            matrix = times(matrix, moved(measure.across("x"), measure.down("y")))
            inside = [each for each in [self._ids.get(link(element))] if each]
        elif element.name in ("g", "svg", "symbol"):
            inside = list(element.elements)
        drawn: list[Segment] = []
        for each in inside:
            own = self._styles.of(each, style)
            drawn += self._drawn(each, own, times(matrix, transformation(own["transform"])), view)
        return drawn
