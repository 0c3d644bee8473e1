"""Patterns: where the tiles lie that fill a shape (SVG 2, 14.3)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from quizmill.bank.drawing.lengths import Box, length, view_box
from quizmill.bank.drawing.svg_tree import Node
from quizmill.bank.drawing.uses import link
from quizmill.export.paper.drawing.geometry import fitted
from quizmill.export.paper.drawing.matrix import Matrix, applied, moved, times, transformation

_CHAIN = 20  # patterns of which one is the next one's model
_MOST = 10_000  # tiles of one shape


class Tile(NamedTuple):
    """One tile: the element whose content it shows, where it lies, what is seen, and how content fits it."""

    element: Node
    matrix: Matrix
    frame: Box
    content: Matrix


def tiles(pattern: Node, ids: Mapping[str, Node], box: Box, view: Box) -> Iterator[Tile]:
    """The tiles that cover *box*. Raises ValueError where they are more than anybody can see."""
    chain = [pattern]
    while (after := ids.get(link(chain[-1]))) and after.name == "pattern" and len(chain) < _CHAIN:
        chain.append(after)
    given: dict[str, str] = {}
    for each in reversed(chain):
        given |= each.attributes
    shown = next((each for each in chain if any(each.elements)), pattern)
    frame = _frame(given, box, view)
    matrix = transformation(given.get("patternTransform", ""))
    back = _inverse(matrix)
    if frame is None or back is None:
        return
    inner = view_box(Node("pattern", given))
    if inner:
        content = fitted(inner, frame, given.get("preserveAspectRatio", ""))
    elif given.get("patternContentUnits") == "objectBoundingBox":
        content = (box.width, 0.0, 0.0, box.height, frame.x, frame.y)
    else:
        content = moved(frame.x, frame.y)
    corners = [applied(back, x, y) for x in (box.x, box.x + box.width) for y in (box.y, box.y + box.height)]
    across = _steps([x for x, _ in corners], frame.x, frame.width)
    down = _steps([y for _, y in corners], frame.y, frame.height)
    if len(across) * len(down) > _MOST:
        raise ValueError(f"one of its patterns has more than {_MOST} tiles; make them larger")
    for row in down:
        for column in across:
            at = times(matrix, moved(column * frame.width, row * frame.height))
            yield Tile(shown, at, frame, content)


def _frame(given: Mapping[str, str], box: Box, view: Box) -> Box | None:
    in_box = given.get("patternUnits") != "userSpaceOnUse"
    whole = Box(0, 0, 1, 1) if in_box else view
    x, y, wide, tall = (
        length(given.get(name), of=of) or 0.0
        for name, of in (
            ("x", whole.width),
            ("y", whole.height),
            ("width", whole.width),
            ("height", whole.height),
        )
    )
    if in_box:
        x, wide = box.x + x * box.width, wide * box.width
        y, tall = box.y + y * box.height, tall * box.height
    return Box(x, y, wide, tall) if wide > 0 and tall > 0 else None


def _steps(places: list[float], start: float, size: float) -> range:
    first, last = ((each - start) / size for each in (min(places), max(places)))
    return range(math.floor(first), min(math.ceil(last), math.floor(first) + _MOST + 1))


def _inverse(matrix: Matrix) -> Matrix | None:
    a, b, c, d, e, f = matrix
    area = a * d - b * c
    if abs(area) < 1e-12:
        return None
    return (d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area)
