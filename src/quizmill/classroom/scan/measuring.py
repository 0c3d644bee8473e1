"""How dark each ring is beyond an empty one with that label."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from quizmill.classroom.scan.arrays import Grey, Real
from quizmill.classroom.scan.straightening import PIXELS
from quizmill.classroom.scan.windows import windows
from quizmill.compose.answer_sheet.layout import Line

_INNER = 0.78  # of the radius: within the outline even if it is printed thick or placed a little off
_AROUND = (1.3, 1.6)  # of the radius: the paper beside the ring
_STROKE = 0.5  # of the radius: beyond the label, where whatever crosses the ring is seen without it
_DEEPEST = 0.08  # of the pixels there: the strokes of a tick are as many
_EMPTY = 0.3  # the share of all rings with one label that are surely empty, even if it is true or false
_LETTER = 0.06  # what the blackest label adds to an empty ring beyond the usual one
_ALIKE = 0.03  # rings that are no darker than this beyond those are taken as empty, too
_MANY = 4  # rings of which one is marked: the others say what lies over the line
_OVER = 0.08  # darkness of that at most: more is no shadow
_PRIOR = 3.0  # how many empty rings with the same label outweigh what all labels have in common


class Ink(NamedTuple):
    """What is in the rings of a line beyond the print: 0 in an empty one, 1 for black."""

    mean: Real  # over the ring: how much is filled, and how heavily
    depth: Real  # where it is darkest: a thin stroke is deep, what the eraser left is not


def measured(dark: Grey, lines: Sequence[Line], centres: Sequence[Real], ring: float) -> list[Ink]:
    """Line by line, by the darkness of the straightened page and the centres there, in millimetres."""
    mean, depth = _raw(dark, np.concatenate(centres), ring)
    labels = [label for line in lines for label in line.labels]
    ends = np.cumsum([len(each) for each in centres])[:-1]
    parts = (np.split(raw - _letters(raw, labels), ends) for raw in (mean, depth))
    return [Ink(_levelled(mean, line), depth) for mean, depth, line in zip(*parts, lines, strict=True)]


def _levelled(darkness: Real, line: Line) -> Real:
    """Without what lies over the whole line: a shadow's edge, a fold."""
    if line.several or len(darkness) < _MANY:
        return darkness
    over = float(np.median(np.sort(darkness)[:-1]))
    result: Real = darkness - np.clip(over, -_OVER, _OVER)
    return result


def _raw(dark: Grey, centres: Real, ring: float) -> tuple[Real, Real]:
    """The mean darkness inside each ring, and the darkest of it, beyond that of the paper beside the ring."""
    radius = ring * PIXELS
    reach = int(radius * _AROUND[1]) + 1
    pixels = windows(dark, centres * PIXELS - 0.5, reach) / np.float32(255)
    offsets = np.arange(-reach, reach + 1)
    away = np.hypot(*np.meshgrid(offsets, offsets)) / radius
    beside = np.median(pixels[:, (away >= _AROUND[0]) & (away <= _AROUND[1])], axis=1)
    mean = pixels[:, away <= _INNER].mean(axis=1)
    zone = np.sort(pixels[:, (away >= _STROKE) & (away <= _INNER)], axis=1)
    depth = zone[:, -max(1, round(_DEEPEST * zone.shape[1])) :].mean(axis=1)
    return (mean - beside).astype(np.float64), (depth - beside).astype(np.float64)


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
