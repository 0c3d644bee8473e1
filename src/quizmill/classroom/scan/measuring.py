"""How dark each ring is beyond an empty one with that label."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from quizmill.classroom.scan.arrays import Flags, Grey, Real, Real32
from quizmill.classroom.scan.straightening import PIXELS
from quizmill.classroom.scan.windows import windows
from quizmill.compose.answer_sheet.layout import Line

_INNER = 0.78  # of the radius: within the outline even if it is printed thick or placed a little off
_BESIDE = (
    (1.25, 1.5),
    (1.6, 1.95),
    (2.05, 2.3),
)  # of the radius: the paper beside; a loop about the ring leaves one of them
_STAIN = _BESIDE[:2]  # likewise: where whatever lies over paper and ring alike is seen
_SHADE = 0.15  # darkness of the paper beside at most: more is ink
_RIM = (_INNER, 1.2)  # of the radius: the outline, upon which a loop may lie and be seen nowhere else
_OUTER = (1.2, 1.75)  # of the radius: where strokes that leave the ring are seen, and none of the next ring
_STEPS = (1.2, 1.4, 1.6, 1.8, 2.0, 2.2)  # of the radius: how far lines from a ring are followed
_SECTORS = 16  # of a circle there
_FOLLOWED = 0.3  # of the depth in the ring: a line that leaves it is as dark
_LEAST_LINE = 0.1  # darkness of such a line at least
_LINE = 0.15  # of the pixels of such a sector: a line through it is as many
_STROKE = 0.5  # of the radius: beyond the label, where whatever crosses the ring is seen without it
_DEEPEST = 0.08  # of the pixels there: the strokes of a tick are as many
_EMPTY = 0.4  # the share of all rings with one label that are surely empty, even if it is true or false
_LETTER = (
    0.06,
    0.0,
    0.06,
    0.35,
    0.06,
)  # what labels differ by: in mean, rim, edge, core, around
_ALIKE = 0.03  # rings that differ from those by no more are taken as empty, too
_LEAST_LABEL = 0.02  # darkness of a label, or nothing can be said of how much of it is there
_LARGE = 0.75  # the share of labels that are no more than a dot or a dash, and less
_MANY = 4  # rings of which one is marked: the others say what lies over the line
_OVER = 0.08  # darkness of that at most: more is no shadow
_PRIOR = 3.0  # how many empty rings with the same letter outweigh what all labels have in common
_SIGN_PRIOR = 0.65  # of that so much is left by each ring with a point or minus: those differ from letters


class Ink(NamedTuple):
    """What is in the rings of a line beyond the print: 0 in an empty one, 1 for black."""

    mean: Real  # over the ring: how much is filled, and how heavily
    rim: Real  # upon the outline
    depth: Real  # where it is darkest: a thin stroke is deep, what the eraser left is not
    around: Real  # over what lies just outside the ring
    reach: Real  # how far lines that leave the ring go on at two opposite sides, in its radii
    stain: Real  # of the paper beside: what lies over ring and paper alike
    label: Real  # how much of the label is there, by what it is elsewhere on the page


class Measured(NamedTuple):
    """What is in the rings of each line, and how dark the labels are that are printed in grey."""

    inks: list[Ink]
    labels: float


def measured(dark: Grey, lines: Sequence[Line], centres: Sequence[Real], ring: float) -> Measured:
    """By the darkness of the straightened page and the centres there, in millimetres."""
    labels = [label for line in lines for label in line.labels]
    *raws, reach, stain = _raw(dark, np.concatenate(centres), ring)
    empty = [_letters(raw, labels, most) for raw, most in zip(raws, _LETTER, strict=True)]
    mean, rim, edge, core, around = (raw - each for raw, each in zip(raws, empty, strict=True))
    label = raws[3] / np.maximum(empty[3], _LEAST_LABEL)
    ends = np.cumsum([len(each) for each in centres])[:-1]
    parts = (
        np.split(each, ends) for each in (mean, rim, np.maximum(edge, core), around, reach, stain, label)
    )
    inks = [
        Ink(_levelled(mean, line), _levelled(rim, line), *others)
        for mean, rim, *others, line in zip(*parts, lines, strict=True)
    ]
    return Measured(inks, float(np.quantile(empty[3], _LARGE)))


def _levelled(darkness: Real, line: Line) -> Real:
    """Without what lies over the whole line: a shadow's edge, a fold."""
    if line.several or len(darkness) < _MANY:
        return darkness
    over = float(np.median(np.sort(darkness)[:-1]))
    result: Real = darkness - np.clip(over, -_OVER, _OVER)
    return result


def _raw(dark: Grey, centres: Real, ring: float) -> list[Real]:
    """Means inside each ring and upon its outline, the darkest of edge and core, mean around, reach, stains.

    All darkness is beyond the paper beside, and stains are beyond most of the page's paper.
    """
    radius = ring * PIXELS
    far = int(radius * _BESIDE[-1][1]) + 1
    pixels = windows(dark, centres * PIXELS - 0.5, far) / np.float32(255)
    offsets = np.arange(-far, far + 1)
    x, y = np.meshgrid(offsets, offsets)
    away = np.hypot(x, y) / radius
    sector = np.floor((np.arctan2(y, x) / (2 * np.pi) + 0.5) * _SECTORS) % _SECTORS

    def zone(least: float, most: float) -> Real32:
        return pixels[:, (away >= least) & (away <= most)]

    papers = np.array([np.median(zone(*each), axis=1) for each in _BESIDE])
    beside = np.minimum(papers.min(axis=0), _SHADE)
    inside, rim, outside = (zone(*each).mean(axis=1) for each in ((0, _INNER), _RIM, _OUTER))
    core, edge = _deepest(zone(0, _STROKE)), _deepest(zone(_STROKE, _INNER))
    found = [each - beside for each in (inside, rim, edge, core, outside)]
    least = beside + np.maximum(_LEAST_LINE, _FOLLOWED * np.maximum(found[2], found[3]))
    sides = np.array(
        [
            [_deepest(pixels[:, (away >= a) & (away <= b) & (sector == k)], _LINE) for k in range(_SECTORS)]
            for a, b in pairwise(_STEPS)
        ]
    )
    reach = _reach(sides > least)
    stain = papers[: len(_STAIN)].max(axis=0)
    return [each.astype(np.float64) for each in (*found, reach, stain - np.median(stain))]


def _reach(lines: Flags) -> Real:
    """How far lines go on from each ring on two opposite sides, by where they are: step, sector, ring."""
    steps = np.logical_and.accumulate(lines, axis=0).sum(axis=0)
    opposite = np.max([np.roll(steps, _SECTORS // 2 + k, axis=0) for k in (-1, 0, 1)], axis=0)
    result: Real = np.array(_STEPS)[np.minimum(steps, opposite).max(axis=0)] - _STEPS[0]
    return result


def _deepest(pixels: Real32, share: float = _DEEPEST) -> Real32:
    count = max(1, round(share * pixels.shape[1]))
    result: Real32 = np.sort(pixels, axis=1)[:, -count:].mean(axis=1)
    return result


def _letters(raw: Real, labels: Sequence[str], most: float) -> Real:
    """What an empty ring with that label shows on this page: the printed label, and how the paper lies."""
    names = sorted(set(labels))
    which = np.array([names.index(each) for each in labels])
    common = _densest(raw)
    shown = np.zeros(len(names))
    for k in range(len(names)):
        mine = raw[which == k]
        own = np.clip(_densest(mine), common - most, common + most)
        count = np.count_nonzero(np.abs(mine - own) < _ALIKE)
        prior = _PRIOR / (count + _PRIOR) if names[k].isalnum() else _SIGN_PRIOR**count
        shown[k] = own + prior * (common - own)
    result: Real = shown[which]
    return result


def _densest(values: Real) -> float:
    """The middle of the lightest stretch in which so many of the values are alike: empty rings are.

    Marks may be as much alike, and a loop about a ring makes it seem lighter than it is.
    """
    ordered = np.sort(values)
    count = max(1, round(_EMPTY * len(ordered)))
    spread = ordered[count - 1 :] - ordered[: len(ordered) - count + 1]
    alike = np.flatnonzero(spread <= _ALIKE)
    first = int(alike[0]) if len(alike) else int(np.argmin(spread))
    return float(np.median(ordered[first : first + count]))
