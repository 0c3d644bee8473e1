"""How dark each ring is beyond an empty one with that label."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from quizmill.classroom.scan.arrays import Grey, Real
from quizmill.classroom.scan.straightening import PIXELS
from quizmill.compose.answer_sheet.layout import Line

_INNER = 0.78  # of the radius: within the outline even if it is printed thick or placed a little off
_AROUND = (1.3, 1.6)  # of the radius: the paper beside the ring
_BARE = 0.5  # the share of that surely free of strokes that reach out of the ring
_EMPTY = 0.3  # the share of all rings with one label that are surely empty, even if it is true or false
_LETTER = 0.06  # what the blackest label adds to an empty ring beyond the usual one
_ALIKE = 0.03  # rings that are no darker than this beyond those are taken as empty, too
_MANY = 4  # rings of which one is marked: the others say what lies over the line
_OVER = 0.08  # darkness of that at most: more is no shadow
_PRIOR = 3.0  # how many empty rings with the same label outweigh what all labels have in common


def measured(dark: Grey, lines: Sequence[Line], centres: Sequence[Real], ring: float) -> list[Real]:
    """Line by line, 0 for an empty ring to 1 for black."""
    raw = _raw(dark, np.concatenate(centres), ring)
    labels = [label for line in lines for label in line.labels]
    beyond = raw - _letters(raw, labels)
    ends = np.cumsum([len(each) for each in centres])[:-1]
    return [_levelled(each, line) for each, line in zip(np.split(beyond, ends), lines, strict=True)]


def _levelled(darkness: Real, line: Line) -> Real:
    """Without what lies over the whole line: a shadow's edge, a fold."""
    if line.several or len(darkness) < _MANY:
        return darkness
    over = float(np.median(np.sort(darkness)[:-1]))
    result: Real = darkness - np.clip(over, -_OVER, _OVER)
    return result


def _raw(dark: Grey, centres: Real, ring: float) -> Real:
    """The mean darkness inside each ring beyond that of the paper beside it."""
    radius = ring * PIXELS
    reach = int(radius * _AROUND[1]) + 1
    offsets = np.arange(-reach, reach + 1)
    shape = len(centres), len(offsets), len(offsets)
    x = (centres[:, 0] * PIXELS - 0.5)[:, None, None] + offsets[None, None, :]
    y = (centres[:, 1] * PIXELS - 0.5)[:, None, None] + offsets[None, :, None]
    maps = [np.broadcast_to(each, shape).reshape(-1, len(offsets)).astype(np.float32) for each in (x, y)]
    squares = cv2.remap(dark, maps[0], maps[1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    away = np.hypot(*np.meshgrid(offsets, offsets)) / radius
    pixels = squares.reshape(len(centres), len(offsets), len(offsets))
    inside = pixels[:, away <= _INNER].mean(axis=1)
    beside = np.quantile(pixels[:, (away >= _AROUND[0]) & (away <= _AROUND[1])], _BARE, axis=1)
    result: Real = (inside - beside) / 255
    return result


def _letters(raw: Real, labels: Sequence[str]) -> Real:
    """What an empty ring with that label shows on this page: the printed label, and how the paper lies."""
    names = sorted(set(labels))
    which = np.array([names.index(each) for each in labels])
    common = float(np.quantile(raw, _EMPTY))
    shown = np.zeros(len(names))
    for k in range(len(names)):
        mine = raw[which == k]
        least = min(float(np.quantile(mine, _EMPTY)), common + _LETTER)
        empty = mine[mine < least + _ALIKE]
        own = float(np.median(empty)) if len(empty) else common
        shown[k] = (len(empty) * own + _PRIOR * common) / (len(empty) + _PRIOR)
    result: Real = shown[which]
    return result
