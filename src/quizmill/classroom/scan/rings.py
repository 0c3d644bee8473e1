"""Where each ring really is: the printed rings themselves tell how the paper lies.

The markers say it to within two millimetres on bent paper, and a ring's radius is two. So each line is
sought by its rings together with its neighbours, a smooth surface is laid through what all rings say, by
which a line that slipped is overruled, and only then may a line move a little more. A line whose outlines are
not seen where all this leads has not been placed, and is never believed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np

from quizmill.classroom.scan.arrays import Grey, Indices, Real, Real32
from quizmill.classroom.scan.straightening import PIXELS
from quizmill.classroom.scan.windows import windows
from quizmill.compose.answer_sheet.layout import Line

_FINE = 4  # pixels a millimetre of the picture in which rings are sought
_THIN = 9  # pixels of the page, 1.1 mm: what is broader is a mark and no outline
_DARKEST = 110  # a stroke that is darker than outlines mostly are counts no more than one
_SPREAD = 0.28  # mm, of an outline after printing and taking the picture
_REACH = (2.25, 1.0, 0.5)  # mm that a line, a ring, and a line again may lie from where it is looked for
_NEIGHBOURS = 22.0  # mm over which lines ask each other at first
_STIFF = 0.4  # rings' worth of belief that the paper lies as was thought before
_CREDIBLE = 0.12  # mm; a ring that misses the surface by as much counts half
_ROUNDS = 5
_SEEN = 5.0  # of 255: outlines that are fainter are not seen at all
_FAINT = 30.0  # of 255: of outlines that are fainter some may have vanished, and others are not to be trusted


class Placed(NamedTuple):
    """The centres of the rings, line by line, in millimetres of the page, and how well each line fits."""

    centres: list[Real]
    fits: list[float]  # 1 for outlines as clear as most of the page's, 0 for none
    clearness: float  # of most of the page's outlines: 0 for none, 1 for black ones


def place_rings(dark: Grey, lines: Sequence[Line], ring: float, *, flat: bool = False) -> Placed:
    """By the darkness of the straightened page.

    If the markers say that it lies *flat*, they are believed where the outlines have vanished in copying.
    """
    printed = [np.array([(at.x, at.y) for at in map(line.centre, range(len(line.labels)))]) for line in lines]
    response = _response(dark, ring)
    every = np.concatenate(printed)
    starts = np.cumsum([0, *map(len, printed)])[:-1]

    middles = np.array([each.mean(axis=0) for each in printed])
    apart = np.linalg.norm(middles[:, None] - middles[None], axis=-1)
    scores = _by_line(_around(response, every, _REACH[0]), starts)
    moves, weights = _peaks(np.einsum("ij,jyx->iyx", np.exp(-((apart / _NEIGHBOURS) ** 2)), scores))
    moved = _surface(middles, moves, weights, every, 2)
    for degree in (2, 3):
        moves, weights = _peaks(_around(response, every + moved, _REACH[1]))
        moved = _surface(every, moved + moves, weights, every, degree)

    scores = _by_line(_around(response, every + moved, _REACH[2]), starts)
    moves, _ = _peaks(scores)
    counts = np.diff([*starts, len(every)])
    placed = every + moved + np.repeat(moves, counts, axis=0)
    clear = _clear(_around(response, placed, 0.0).ravel(), starts)
    usual = float(np.median(clear))
    if flat and usual < _FAINT:
        return Placed(printed, [1.0] * len(lines), max(0.0, usual / 255))
    fits = [float(each / usual) if usual > _SEEN else 0.0 for each in clear]
    return Placed(np.split(placed, starts[1:]), fits, max(0.0, usual / 255))


def _response(dark: Grey, ring: float) -> Real32:
    """How much of a thin outline of that radius is about each place: darkness beyond what lies beside it."""
    thin = cv2.morphologyEx(dark, cv2.MORPH_TOPHAT, np.ones((_THIN, _THIN), np.uint8))
    size = dark.shape[1] * _FINE // PIXELS, dark.shape[0] * _FINE // PIXELS
    small = cv2.resize(np.minimum(thin, _DARKEST), size, interpolation=cv2.INTER_AREA)
    reach = int((ring + 5 * _SPREAD) * _FINE) + 1
    y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1] / _FINE
    off = (np.hypot(x, y) - ring) / _SPREAD
    on, beside = np.exp(-(off**2)), np.exp(-((np.abs(off) - 3) ** 2))
    found: Real32 = cv2.filter2D(small, cv2.CV_32F, on / on.sum() - beside / beside.sum()).astype(np.float32)
    return found


def _around(response: Real32, points: Real, reach: float) -> Real:
    """The response about each point, as squares of pixels; beyond the page there is none."""
    return windows(response, points * _FINE - 0.5, round(reach * _FINE)).astype(np.float64)


def _by_line(squares: Real, starts: Indices) -> Real:
    total: Real = np.add.reduceat(squares, starts, axis=0)
    return total


def _peaks(squares: Real) -> tuple[Real, Real]:
    """Where each square is highest, in millimetres from its middle, and how high it is there."""
    count, side, _ = squares.shape
    highest = squares.reshape(count, -1).argmax(axis=1)
    row, column = highest // side, highest % side
    each = np.arange(count)
    down = _between(*(squares[each, np.clip(row + k, 0, side - 1), column] for k in (-1, 0, 1)))
    along = _between(*(squares[each, row, np.clip(column + k, 0, side - 1)] for k in (-1, 0, 1)))
    moves = np.stack([column + along, row + down], axis=1) - side // 2
    return moves / _FINE, np.maximum(squares[each, row, column], 0)


def _between(before: Real, at: Real, after: Real) -> Real:
    """The top of the parabola through three heights, from the middle one, at most half a step away."""
    curve = np.minimum(before - 2 * at + after, -1e-9)
    top: Real = np.clip((before - after) / (2 * curve), -0.5, 0.5)
    return top


def _surface(points: Real, moves: Real, weights: Real, wanted: Real, degree: int) -> Real:
    """What a smooth surface through most of the moves says for the wanted points."""
    scale = np.median(weights) + 1e-9
    trust = np.clip(weights / scale, 0, 2)
    basis = _powers(points, degree)
    stiff = _STIFF * np.eye(basis.shape[1])
    belief = trust
    for _ in range(_ROUNDS):
        weighted = basis * belief[:, None]
        solved = np.linalg.solve(weighted.T @ basis + stiff, weighted.T @ moves)
        missed = np.linalg.norm(basis @ solved - moves, axis=1)
        belief = trust / (1 + (missed / _CREDIBLE) ** 2)
    result: Real = _powers(wanted, degree) @ solved
    return result


def _powers(points: Real, degree: int) -> Real:
    x, y = points[:, 0] / 105 - 1, points[:, 1] / 148 - 1  # about -1 to 1 on A4 and Letter
    return np.stack([x**i * y**j for i in range(degree + 1) for j in range(degree + 1 - i)], axis=1)


def _clear(seen: Real, starts: Indices) -> Real:
    """The response of the clearest third of each line's outlines: marks hide the others."""
    return np.array([np.sort(line)[-max(1, len(line) // 3) :].mean() for line in np.split(seen, starts[1:])])
