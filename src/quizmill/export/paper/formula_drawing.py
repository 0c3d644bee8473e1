"""Draws a formula with ziamath, from our MathML, as outlines of STIX Two Math."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from warnings import catch_warnings
from xml.etree import ElementTree

from quizmill.export.paper.outline import Outline
from quizmill.export.paper.outline_pen import OutlinePen
from quizmill.export.paper.ziamath_dialect import adapted
from quizmill.export.paper.ziamath_rows import take_their_place

if TYPE_CHECKING:
    from ziafont.glyph import SimpleGlyph

_SIZE = 1000.0  # what ziamath draws in, so that its lengths are thousandths
_MISSING = 0  # the glyph that stands for all that the font lacks


def draw(mathml: str) -> Outline | None:
    """The formula that is a `math` element; None where ziamath or its font cannot draw all of it."""
    with catch_warnings(action="ignore", category=DeprecationWarning):  # of how it finds its font
        from ziamath.zmath import Math

    take_their_place()
    element = adapted(ElementTree.fromstring(mathml))  # noqa: S314  our own
    try:
        made = Math(element, size=_SIZE)
    except Exception:  # noqa: BLE001  what ziamath stumbles over has no errors of its own
        return None
    pen = OutlinePen()
    for glyph, x, y, scale in _drawn(made.node, 0.0, 0.0, pen):
        if glyph.index == _MISSING:
            return None
        _contours(glyph, x, y, scale, pen)
    return pen.outline(made.node.xadvance())


def _drawn(
    node: Any, x: float, y: float, pen: OutlinePen
) -> Iterator[tuple[SimpleGlyph, float, float, float]]:
    """The glyphs of a node whose origin is there; its rules are drawn. ziamath counts heights downwards."""
    from ziamath.drawable import Glyph, HLine

    if isinstance(node, Glyph):
        yield from _parts(node, x, -y)
    elif isinstance(node, HLine):
        pen.rule(x, -y - node.lw, node.length, node.lw)
    else:
        for child, (right, down) in zip(node.nodes, node.nodexy, strict=True):
            yield from _drawn(child, x + right, y + down, pen)


def _parts(node: Any, x: float, y: float) -> Iterator[tuple[SimpleGlyph, float, float, float]]:
    """The glyph, or those that a large bracket is put together of."""
    from ziamath.mathtable import AssembledGlyph

    glyph = node.glyph
    scale = node.size / glyph.font.info.layout.unitsperem
    if not isinstance(glyph, AssembledGlyph):
        yield glyph, x, y, scale
        return
    for part, offset in zip(glyph.glyphs, glyph.offsets, strict=True):
        along = offset * scale
        yield (part, x, y + along, scale) if glyph.vert else (part, x + along, y, scale)


def _contours(glyph: SimpleGlyph, x: float, y: float, scale: float, pen: OutlinePen) -> None:
    from ziafont.svgpath import Cubic, Lineto, Moveto, Quad

    def at(point: Any) -> tuple[float, float]:
        return x + point.x * scale, y + point.y * scale

    for operator in glyph.operators:
        match operator:
            case Moveto(p=p):
                pen.begin(at(p))
            case Lineto(p=p):
                pen.line(at(p))
            case Quad(p1=p1, p2=p2):
                pen.quadratic(at(p1), at(p2))
            case Cubic(p1=p1, p2=p2, p3=p3):
                pen.cubic(at(p1), at(p2), at(p3))
    pen.close()
