"""From millimetres on the paper to pixels of the picture, and the page laid flat."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np

from quizmill.classroom.scan.arrays import Grey, Real
from quizmill.classroom.scan.perspective import homography, through
from quizmill.compose.answer_sheet.layout import Box

PIXELS = 8  # a millimetre of the straightened page
_BENT = 5  # as many markers tell how the paper is bent
_CELL = 32  # pixels of the straightened page between which the mapping is taken as linear
_SOFT = 1e-3  # of the spline: markers are found to a tenth of a pixel, not exactly
_UNIT = 100.0  # mm in which the spline reckons
_FLAT = 0.06  # mm that a marker of paper that lies flat may be off where a perspective has it


class Spline(NamedTuple):
    """What the markers of bent paper leave over, spread over the page as a thin plate bends."""

    knots: Real
    weights: Real

    def at(self, points: Real) -> Real:
        """In pixels of the picture."""
        moved: Real = _plate(points, self.knots) @ self.weights
        return moved


class Mapping(NamedTuple):
    """Where a place on the paper lies in the picture."""

    matrix: Real
    spline: Spline | None

    def pixels(self, points: Real) -> Real:
        """The places, in millimetres, as pixels."""
        flat = through(self.matrix, points)
        return flat if self.spline is None else flat + self.spline.at(points)

    def scale(self, at: Real) -> float:
        """Pixels a millimetre there, at the least of both directions."""
        here = self.pixels(at + np.array([[0, 0], [1, 0], [0, 1]]))
        return float(np.linalg.norm(here[1:] - here[0], axis=1).min())

    def is_flat(self) -> bool:
        """Whether enough markers say that the paper is not bent."""
        if self.spline is None:
            return False
        off = np.linalg.norm(self.spline.at(self.spline.knots), axis=1)
        return bool(off.max() < _FLAT * self.scale(self.spline.knots.mean(axis=0)))


class Square(NamedTuple):
    """Four corners of something printed: on the paper, in millimetres, and in the picture, in pixels."""

    paper: Real
    picture: Real


def mapped(squares: Sequence[Square]) -> Mapping | None:
    """By what was found of one sheet; nothing when there is no perspective in which it lies so."""
    paper = np.concatenate([each.paper for each in squares])
    matrix = homography(paper, np.concatenate([each.picture for each in squares]))
    if matrix is None:
        return None
    if len(squares) < _BENT:
        return Mapping(matrix, None)
    knots = np.array([each.paper.mean(axis=0) for each in squares])
    seen = np.array([each.picture.mean(axis=0) for each in squares])
    return Mapping(matrix, _spline(knots, seen - through(matrix, knots)))


def _spline(knots: Real, left: Real) -> Spline:
    plate = _plate(knots, knots)
    bend, plane = plate[:, :-3], plate[:, -3:]
    system = np.block([[bend + _SOFT * np.eye(len(knots)), plane], [plane.T, np.zeros((3, 3))]])
    solved = np.linalg.lstsq(system, np.concatenate([left, np.zeros((3, 2))]), rcond=None)[0]
    return Spline(knots, solved)


def _plate(points: Real, knots: Real) -> Real:
    square = (((points[:, None] - knots[None]) / _UNIT) ** 2).sum(axis=-1)
    bend = np.where(square > 0, square * np.log(np.maximum(square, 1e-12)), 0.0)
    return np.concatenate([bend, np.ones((len(points), 1)), points / _UNIT], axis=1)


def straightened(grey: Grey, mapping: Mapping, part: Box, pixels: int = PIXELS) -> Grey:
    """That part of the paper, upright and flat; what the picture does not show is continued from its edge."""
    width, height = round(part.width * pixels), round(part.height * pixels)
    across, down = -(-width // _CELL) + 2, -(-height // _CELL) + 2
    x = (np.arange(across) - 0.5) * _CELL / pixels + part.x  # resizing takes them as the middles of cells
    y = (np.arange(down) - 0.5) * _CELL / pixels + part.y
    grid = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    maps = mapping.pixels(grid).reshape(down, across, 2).astype(np.float32)
    full = cv2.resize(maps, (across * _CELL, down * _CELL), interpolation=cv2.INTER_LINEAR)
    wanted = full[_CELL : _CELL + height, _CELL : _CELL + width]
    flat = cv2.remap(grey, wanted[..., 0], wanted[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    result: Grey = flat.astype(np.uint8, copy=False)
    return result
