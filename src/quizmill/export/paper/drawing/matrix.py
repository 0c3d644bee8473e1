"""Transformations of the plane, and how a drawing writes them (CSS Transforms 1, 8)."""

from __future__ import annotations

import math
import re

from quizmill.bank.drawing.lengths import numbers

Matrix = tuple[float, float, float, float, float, float]  # as a PDF has it: x' = a x + c y + e

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_STEP = re.compile(r"(?<![a-zA-Z])([a-zA-Z]++)\s*\(([^()]*)\)\s*,?")
_TURNS = {"deg": 1.0, "grad": 0.9, "rad": math.degrees(1), "turn": 360.0}
_ANGLE = re.compile(r"(deg|grad|rad|turn)\b")


def times(outer: Matrix, inner: Matrix) -> Matrix:
    """The transformation that applies *inner*, then *outer*."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return (
        a * g + c * h,
        b * g + d * h,
        a * i + c * j,
        b * i + d * j,
        a * k + c * m + e,
        b * k + d * m + f,
    )


def applied(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a point comes to lie."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def moved(across: float, down: float) -> Matrix:
    """A shift."""
    return (1.0, 0.0, 0.0, 1.0, across, down)


def turned(degrees: float) -> Matrix:
    """A turn about the origin, clockwise on the screen."""
    angle = math.radians(degrees)
    return (math.cos(angle), math.sin(angle), -math.sin(angle), math.cos(angle), 0.0, 0.0)


def zoom(matrix: Matrix) -> float:
    """How much longer lines become, on the average of all directions."""
    a, b, c, d, *_ = matrix
    return math.sqrt(abs(a * d - b * c))


def transformation(text: str) -> Matrix:
    """What a `transform` attribute says; nothing where any of it cannot be read, as in a browser."""
    if not text or text == "none":
        return IDENTITY
    whole = IDENTITY
    place = 0
    for step in _STEP.finditer(text := text.strip()):
        matrix = _matrix(step.group(1).lower(), step.group(2))
        if text[place : step.start()].strip() or matrix is None:
            return IDENTITY
        whole = times(whole, matrix)
        place = step.end()
    return IDENTITY if text[place:].strip() else whole


def _matrix(name: str, written: str) -> Matrix | None:
    unit = _ANGLE.search(written)
    given = numbers(written)
    if name in ("rotate", "skewx", "skewy") and given:
        return _by_angle(name, given[0] * (_TURNS[unit.group()] if unit else 1.0), given[1:])
    match name, given:
        case "matrix", [a, b, c, d, e, f]:
            return (a, b, c, d, e, f)
        case "translate" | "translatex", [x]:
            return moved(x, 0.0)
        case "translate", [x, y]:
            return moved(x, y)
        case "translatey", [y]:
            return moved(0.0, y)
        case "scale", [by_both]:
            return (by_both, 0.0, 0.0, by_both, 0.0, 0.0)
        case "scale", [across, down]:
            return (across, 0.0, 0.0, down, 0.0, 0.0)
        case _:
            return None


def _by_angle(name: str, degrees: float, centre: list[float]) -> Matrix | None:
    match name, centre:
        case "rotate", []:
            return turned(degrees)
        case "rotate", [x, y]:
            return times(times(moved(x, y), turned(degrees)), moved(-x, -y))
        case "skewx", []:
            return (1.0, 0.0, math.tan(math.radians(degrees)), 1.0, 0.0, 0.0)
        case "skewy", []:
            return (1.0, math.tan(math.radians(degrees)), 0.0, 1.0, 0.0, 0.0)
        case _:
            return None
