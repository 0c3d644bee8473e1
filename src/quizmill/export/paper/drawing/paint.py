"""What a shape is filled with and drawn along with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from quizmill.bank.drawing.allowed import GRADIENTS
from quizmill.bank.drawing.lengths import Box, length
from quizmill.bank.drawing.svg_tree import Node
from quizmill.export.paper.drawing.colours import BLACK, Colour, colour
from quizmill.export.paper.drawing.geometry import diagonal
from quizmill.export.paper.drawing.gradients import Gradient, gradient
from quizmill.export.paper.drawing.ink import Pen
from quizmill.export.paper.drawing.matrix import Matrix, zoom
from quizmill.export.paper.drawing.style import Properties, Styles

REFERENCE = re.compile(r"\s*url\(\s*[\"']?#([^\"')]+)[\"']?\s*\)\s*", re.IGNORECASE)
_CAPS = {"round": 1, "square": 2}
_JOINS = {"round": 1, "bevel": 2}


class Pattern(NamedTuple):
    """A tile that is laid again and again."""

    element: Node
    alpha: float


Paint = Colour | Gradient | Pattern | None


class Around(NamedTuple):
    """What paints may refer to: the drawing's parts, and of a marker the shape that it stands on."""

    ids: Mapping[str, Node]
    styles: Styles
    view: Box
    fill: Paint = None
    stroke: Paint = None


def referred(text: str, ids: Mapping[str, Node]) -> Node | None:
    """The element that `url(#…)` names."""
    found = REFERENCE.match(text)
    return ids.get(found.group(1).strip()) if found else None


def filling(style: Properties, alpha: float, around: Around, box: Box | None) -> Paint:
    """What a shape is filled with."""
    return _paint(style["fill"] or "black", style, alpha * style.share("fill-opacity"), around, box)


def pen(style: Properties, alpha: float, around: Around, box: Box | None, matrix: Matrix) -> Pen | None:
    """What is drawn along an outline; None where nothing is. *matrix* is all that it is transformed by."""
    if (style["stroke"] or "none") == "none":
        return None
    paint = _paint(style["stroke"], style, alpha * style.share("stroke-opacity"), around, box)
    found = flat(paint)
    if found is None:
        return None
    wide = width(style, around.view)
    by = 1.0
    if style["vector-effect"] == "non-scaling-stroke":
        by = 1 / (zoom(matrix) or 1.0)
    miter = length(style["stroke-miterlimit"]) or 4.0
    dashes = _dashes(style, diagonal(around.view))
    return Pen(
        found,
        wide * by,
        _CAPS.get(style["stroke-linecap"], 0),
        _JOINS.get(style["stroke-linejoin"], 0),
        max(1.0, miter),
        tuple(each * by for each in dashes),
        style.length("stroke-dashoffset") * by if dashes else 0.0,
    )


def width(style: Properties, view: Box) -> float:
    """How wide a line is."""
    return style.length("stroke-width", of=diagonal(view), default=1.0)


def flat(found: Paint) -> Colour | None:
    """A colour for what takes no other paint, such as letters."""
    match found:
        case Gradient():
            return found.middle._replace(alpha=found.middle.alpha * found.alpha)
        case Pattern():
            return BLACK._replace(alpha=found.alpha)
        case Colour() | None:
            return found


def _dashes(style: Properties, whole: float) -> list[float]:
    words = style["stroke-dasharray"].replace(",", " ").split()
    found = [length(word, of=whole, em=style.size) for word in words]
    dashes = [each for each in found if each is not None and each >= 0]
    if len(dashes) != len(words) or sum(dashes) <= 0:
        return []
    return dashes if len(dashes) % 2 == 0 else dashes * 2


def _paint(text: str, style: Properties, alpha: float, around: Around, box: Box | None) -> Paint:
    text = text.strip()
    if found := REFERENCE.match(text):
        served = _served(around.ids.get(found.group(1).strip()), alpha, around, box)
        rest = text[found.end() :].strip()
        return served if served or not rest else _paint(rest, style, alpha, around, box)
    match text.lower():
        case "none":
            return None
        case "context-fill":
            return around.fill
        case "context-stroke":
            return around.stroke
        case "currentcolor":
            text = style["color"] or "black"
        case _:
            pass
    known = colour(text) or BLACK
    return known._replace(alpha=known.alpha * alpha)


def _served(element: Node | None, alpha: float, around: Around, box: Box | None) -> Paint:
    if element is None:
        return None
    if element.name == "pattern":
        return Pattern(element, alpha)
    if element.name not in GRADIENTS:
        return None
    found = gradient(element, around.ids, around.styles, box, around.view)
    match found:
        case Gradient():
            return found._replace(alpha=found.alpha * alpha)
        case Colour():
            return found._replace(alpha=found.alpha * alpha)
        case None:
            return None
