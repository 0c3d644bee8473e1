"""Ways to mark a ring, as strokes in its radii; and what an eraser does to them."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from .pixels import Real
from .strokes import Stroke, loop, spiral, turned, zigzag

_Draws = Callable[[float, np.random.Generator], list[Stroke]]

FILLED = frozenset({"hatch", "spiral", "wild"})


def strokes(
    manner: str, width: float | None, size: float, slant: float, rng: np.random.Generator
) -> list[Stroke]:
    """Those of a mark; *width* in radii, or as the yardstick's hands have it."""
    wide = width if width is not None else _width(manner, rng)
    return [Stroke(turned(each.points * size, slant), each.width) for each in MANNERS[manner](wide, rng)]


def _width(manner: str, rng: np.random.Generator) -> float:
    return rng.uniform(0.09, 0.2) if manner in ("hatch", "half") else rng.uniform(0.12, 0.24)


def _hatch(width: float, rng: np.random.Generator) -> list[Stroke]:
    points = zigzag(rng.uniform(0.8, 1.05), rng.uniform(0.85, 1.08), width, rng)
    return [Stroke(turned(points, rng.uniform(0, np.pi)), width)]


def _half(width: float, rng: np.random.Generator) -> list[Stroke]:
    points = zigzag(rng.uniform(0.4, 0.6), rng.uniform(0.85, 1.08), width, rng)
    part = points[: max(3, int(len(points) * 0.55))]
    return [Stroke(turned(part, rng.uniform(0, np.pi)), width)]


def _spiral(width: float, rng: np.random.Generator) -> list[Stroke]:
    points = spiral(rng.uniform(0.7, 1.0), width * rng.uniform(0.9, 1.6), rng)
    return [Stroke(turned(points, rng.uniform(0, 2 * np.pi)), width)]


def _wild(width: float, rng: np.random.Generator) -> list[Stroke]:
    """A scribble that leaves the ring and does not cover all of it."""
    gap = float(np.clip(1.3 * width, 0.25, 0.4))
    points = zigzag(rng.uniform(0.7, 1.1), rng.uniform(1.1, 1.5), gap, rng, shake=0.14)
    return [Stroke(turned(points, rng.uniform(0, np.pi)), width)]


def _crossed(reach: float, width: float, rng: np.random.Generator) -> list[Stroke]:
    angle = rng.uniform(-0.3, 0.3)
    arms = [turned(np.array([[-reach, 0], [reach, 0]]), angle + part) for part in (np.pi / 4, -np.pi / 4)]
    return [Stroke(each, width) for each in arms]


def _cross(width: float, rng: np.random.Generator) -> list[Stroke]:
    return _crossed(rng.uniform(0.8, 1.3), width, rng)


def _wide_cross(width: float, rng: np.random.Generator) -> list[Stroke]:
    return _crossed(rng.uniform(1.3, 1.9), width, rng)


def _tick(width: float, rng: np.random.Generator) -> list[Stroke]:
    end = rng.uniform(1.0, 1.35), -rng.uniform(0.9, 1.4)
    return [Stroke(np.array([(-0.7, -0.1), (-0.15, 0.55), end]), width)]


def _dash(width: float, rng: np.random.Generator) -> list[Stroke]:
    reach = rng.uniform(0.7, 1.2)
    return [Stroke(turned(np.array([[-reach, 0], [reach, 0]]), rng.normal(0, 0.3)), width)]


def _dot(width: float, rng: np.random.Generator) -> list[Stroke]:
    """A small disc in the middle of the ring."""
    return [Stroke(rng.normal(0, 0.08, (1, 2)), max(width, rng.uniform(0.45, 0.9)))]


def _circle(width: float, rng: np.random.Generator) -> list[Stroke]:
    """A ring about the ring, and nothing in it."""
    return [Stroke(loop(rng.uniform(1.15, 1.6), rng), width)]


def _rest(width: float, rng: np.random.Generator) -> list[Stroke]:
    """Where a pen touched the paper while its owner thought."""
    return [Stroke(rng.normal(0, 0.3, (1, 2)), min(rng.uniform(0.2, 0.4), 2 * width))]


def _strike(width: float, rng: np.random.Generator) -> list[Stroke]:
    """What takes a mark back: a line or two through it and well beyond, or a large cross."""
    reach = rng.uniform(1.7, 2.3)
    if rng.random() < 0.4:
        return _crossed(reach, width, rng)
    angle, apart = rng.normal(-0.4, 0.3), rng.uniform(0.15, 0.35)
    lines = [(-apart,), (apart,)] if rng.random() < 0.5 else [(0.0,)]
    return [Stroke(turned(np.array([[-reach, y], [reach, y]]), angle), width) for (y,) in lines]


MANNERS: dict[str, _Draws] = {
    "hatch": _hatch,
    "half": _half,
    "spiral": _spiral,
    "wild": _wild,
    "cross": _cross,
    "wide cross": _wide_cross,
    "tick": _tick,
    "dash": _dash,
    "dot": _dot,
    "circle": _circle,
    "rest": _rest,
    "strike": _strike,
}


def patches(shape: tuple[int, ...], rng: np.random.Generator) -> Real:
    """How unevenly an eraser takes away, about 1 at the mean."""
    coarse = rng.uniform(0.3, 1.7, (5, 5)).astype(np.float32)
    return cv2.resize(coarse, shape[::-1], interpolation=cv2.INTER_CUBIC)


def haze(shape: tuple[int, ...], flatness: float) -> Real:
    """A soft oval, 1 in its middle and 0 at the square's edge."""
    y, x = (np.linspace(-1, 1, each) for each in shape)
    return np.clip(1 - np.hypot(x[None], y[:, None] / flatness), 0, 1)
