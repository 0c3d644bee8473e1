"""Strokes of a pen on paper, in ring radii about a ring's centre, and the ink that they leave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np

from .pixels import MM, Grey, Real

_FINE = 4  # times finer than the page are strokes drawn


class Stroke(NamedTuple):
    """A line through points; a single point is a dot."""

    points: Real  # n x 2
    width: float  # in radii


class Ink(NamedTuple):
    """What a stroke looks like on paper."""

    grey: float  # of a stroke, 0 for black
    grain: float = 0.12  # how unevenly it covers the paper
    bleed: float = 0.07  # mm that its edge is soft


class Patch(NamedTuple):
    """A square of the page that strokes are drawn in."""

    rows: slice
    columns: slice
    cover: np.ndarray  # 0 for bare paper, 1 for full ink


def zigzag(
    height: float, length: float, gap: float, rng: np.random.Generator, *, shake: float = 0.03
) -> Real:
    """Hatching to and fro across a disc, so much of its *height*; each stroke is *length* of the chord."""
    rungs, side, across = [], 1.0, -height
    while across < height:
        chord = max(1 - across**2, 0.0) ** 0.5 * length * rng.uniform(0.9, 1.1)
        rungs.append((side * chord, across))
        side, across = -side, across + gap * rng.uniform(0.8, 1.25)
    return np.array(rungs) + rng.normal(0, shake, (len(rungs), 2))


def spiral(radius: float, gap: float, rng: np.random.Generator) -> Real:
    """Round and round from the middle outwards."""
    turns = max(1.5, radius / gap)
    angle = np.linspace(0, 2 * np.pi * turns, int(16 * turns))
    away = np.linspace(0.05, radius, len(angle)) * rng.normal(1, 0.06, len(angle))
    return np.stack([away * np.cos(angle), away * np.sin(angle)], axis=1)


def loop(radius: float, rng: np.random.Generator) -> Real:
    """A circle drawn by hand: an egg, whose ends miss each other."""
    angle = np.linspace(0, 2 * np.pi * rng.uniform(0.93, 1.12), 40) + rng.uniform(0, 2 * np.pi)
    away = radius * np.linspace(rng.uniform(0.92, 1), rng.uniform(1, 1.1), 40)
    return np.stack([away * np.cos(angle) * rng.uniform(0.9, 1.15), away * np.sin(angle)], axis=1)


def turned(points: Real, angle: float) -> Real:
    cos, sin = np.cos(angle), np.sin(angle)
    return points @ np.array([[cos, sin], [-sin, cos]])


def covered(
    shape: tuple[int, ...], at: Real, radius: float, strokes: Sequence[Stroke], bleed: float
) -> Patch:
    """Where the strokes leave ink about the place *at*, in pixels of a page of that shape."""
    widest = max(float(np.abs(each.points).max()) + each.width for each in strokes)
    reach = int(radius * widest + bleed * MM * 3) + 3
    left, top = int(at[0]) - reach, int(at[1]) - reach
    fine = np.zeros((2 * reach * _FINE,) * 2, np.uint8)
    middle = (at - (left, top)) * _FINE
    for stroke in strokes:
        points = np.round(stroke.points * radius * _FINE + middle).astype(np.int32)
        wide = max(1, round(stroke.width * radius * _FINE))
        if len(points) == 1:
            cv2.circle(fine, tuple(map(int, points[0])), max(1, wide // 2), 255, -1, cv2.LINE_AA)
        else:
            cv2.polylines(fine, [points], False, 255, wide, cv2.LINE_AA)
    cover = cv2.resize(fine, (2 * reach,) * 2, interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    cover = cv2.GaussianBlur(cover, (0, 0), max(bleed * MM, 0.3))
    return _within(shape, top, left, cover)


def lay(image: Grey, patch: Patch, ink: Ink, rng: np.random.Generator) -> None:
    """Ink on the page: it darkens and never lightens."""
    uneven = np.clip(rng.normal(1 - ink.grain / 2, ink.grain, patch.cover.shape), 0.2, 1)
    cover = patch.cover * uneven
    below = image[patch.rows, patch.columns].astype(np.float32)
    inked = below * (1 - cover) + ink.grey * cover
    image[patch.rows, patch.columns] = np.minimum(below, inked).astype(np.uint8)


def _within(shape: tuple[int, ...], top: int, left: int, cover: np.ndarray) -> Patch:
    """The part of the square that is on the page."""
    first_row, first_column = max(0, -top), max(0, -left)
    rows, columns = min(cover.shape[0], shape[0] - top), min(cover.shape[1], shape[1] - left)
    part = cover[first_row:rows, first_column:columns]
    start = top + first_row, left + first_column
    return Patch(slice(start[0], start[0] + part.shape[0]), slice(start[1], start[1] + part.shape[1]), part)
