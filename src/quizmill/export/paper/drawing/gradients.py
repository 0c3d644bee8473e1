"""Gradients as shadings of a PDF (SVG 2, 14; ISO 32000-1, 8.7.4.5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import Any, NamedTuple

from quizmill.bank.drawing.allowed import GRADIENTS
from quizmill.bank.drawing.lengths import Box, length, number
from quizmill.bank.drawing.svg_tree import Node
from quizmill.bank.drawing.uses import link
from quizmill.export.paper.drawing.colours import BLACK, Colour, colour
from quizmill.export.paper.drawing.ink import Shade
from quizmill.export.paper.drawing.matrix import Matrix, times, transformation
from quizmill.export.paper.drawing.style import Styles
from quizmill.export.paper.elements import Surface

_CHAIN = 20  # gradients of which one is the next one's model


class Stop(NamedTuple):
    """A colour at a share of the way."""

    offset: float
    colour: Colour


class Gradient(NamedTuple):
    """A gradient for one outline."""

    shade: Shade
    matrix: Matrix  # from its own plane into that of the outline
    alpha: float
    middle: Colour  # what stands for it where it cannot be drawn


def gradient(
    element: Node, ids: Mapping[str, Node], styles: Styles, box: Box | None, view: Box
) -> Gradient | Colour | None:
    """The gradient as it fills an outline within *box*; a colour or nothing where it comes to that."""
    chain = _chain(element, ids)
    stops = _stops(next((each for each in chain if _has_stops(each)), element), styles)
    if not stops:
        return None
    if len(stops) == 1:
        return stops[0].colour
    given: dict[str, str] = {}
    for each in reversed(chain):
        given |= each.attributes
    in_box = given.get("gradientUnits") != "userSpaceOnUse"
    if in_box and (box is None or not (box.width and box.height)):
        return stops[-1].colour if box is None else None
    coords = _coordinates(element.name, given, Box(0, 0, 1, 1) if in_box else view)
    matrix = transformation(given.get("gradientTransform", ""))
    if in_box and box:
        matrix = times((box.width, 0.0, 0.0, box.height, box.x, box.y), matrix)
    alpha, colours = _flattened(stops)
    return Gradient(partial(_shade, coords, colours), matrix, alpha, stops[len(stops) // 2].colour)


def _chain(element: Node, ids: Mapping[str, Node]) -> list[Node]:
    chain = [element]
    while (after := ids.get(link(chain[-1]))) and after.name in GRADIENTS and len(chain) < _CHAIN:
        chain.append(after)
    return chain


def _has_stops(element: Node) -> bool:
    return any(child.name == "stop" for child in element.elements)


def _stops(element: Node, styles: Styles) -> list[Stop]:
    stops: list[Stop] = []
    for child in element.elements:
        if child.name != "stop":
            continue
        style = styles.from_root(child)
        text = style["stop-color"]
        found = colour(style["color"] if text.lower() == "currentcolor" else text) or BLACK
        offset = length(child.attributes.get("offset"), of=1.0) or 0.0
        offset = min(1.0, max(offset, stops[-1].offset if stops else 0.0))
        stops.append(Stop(offset, found._replace(alpha=found.alpha * style.share("stop-opacity"))))
    return stops


def _flattened(stops: Sequence[Stop]) -> tuple[float, list[Stop]]:
    """One opacity for all, and the stops; where they differ in it, what they look like on white."""
    alphas = {stop.colour.alpha for stop in stops}
    if len(alphas) == 1:
        return alphas.pop(), list(stops)

    def on_white(part: float, alpha: float) -> float:
        return part * alpha + 1 - alpha

    return 1.0, [
        Stop(offset, Colour(*(on_white(part, found.alpha) for part in found[:3]))) for offset, found in stops
    ]


def _coordinates(name: str, given: Mapping[str, str], whole: Box) -> tuple[float, ...]:
    def of(key: str, default: str, full: float) -> float:
        found = length(given.get(key), of=full)
        return found if found is not None else length(default, of=full) or 0.0

    if name == "linearGradient":
        return (
            of("x1", "0%", whole.width),
            of("y1", "0%", whole.height),
            of("x2", "100%", whole.width),
            of("y2", "0%", whole.height),
        )
    diagonal = ((whole.width**2 + whole.height**2) / 2) ** 0.5
    x, y = of("cx", "50%", whole.width), of("cy", "50%", whole.height)
    radius = of("r", "50%", diagonal)
    return (
        of("fx", str(x), whole.width),
        of("fy", str(y), whole.height),
        of("fr", "0%", diagonal),
        x,
        y,
        radius,
    )


def _shade(coords: tuple[float, ...], stops: Sequence[Stop], surface: Surface) -> None:
    from reportlab.pdfbase.pdfdoc import PDFAxialShading, PDFRadialShading

    kind = PDFAxialShading if len(coords) == 4 else PDFRadialShading
    surface.shade(
        kind(
            *(round(number(str(each)), 4) for each in coords),
            Function=_function(stops),
            ColorSpace="DeviceRGB",
            Extend="[true true]",
        )
    )


def _function(stops: Sequence[Stop]) -> Any:
    """From the share of the way to the colour there."""
    from reportlab.pdfbase.pdfdoc import PDFExponentialFunction, PDFStitchingFunction

    around = [Stop(0.0, stops[0].colour), *stops, Stop(1.0, stops[-1].colour)]
    pairs = [(a, b) for a, b in pairwise(around) if b.offset > a.offset]
    parts = [
        PDFExponentialFunction(*([round(part, 4) for part in each.colour[:3]] for each in pair), N=1)
        for pair in pairs
    ]
    if len(parts) == 1:
        return parts[0]
    bounds = [round(b.offset, 4) for _, b in pairs[:-1]]
    return PDFStitchingFunction(parts, bounds, [0, 1] * len(parts), Domain="[0 1]")
