"""How a flat thing lies in a picture."""

from __future__ import annotations

import cv2
import numpy as np

from quizmill.classroom.scan.arrays import Real
from quizmill.compose.answer_sheet.layout import Box


def homography(source: Real, target: Real) -> Real | None:
    """The perspective that carries the points best; nothing when they admit none, or a mirrored one."""
    found, _ = cv2.findHomography(source, target, 0)
    if found is None or not np.isfinite(found).all() or np.linalg.det(found[:2, :2]) <= 0:
        return None
    return found.astype(np.float64, copy=False)


def through(matrix: Real, points: Real) -> Real:
    """The points carried by a homography."""
    carried = np.column_stack([points, np.ones(len(points))]) @ matrix.T
    with np.errstate(divide="ignore", invalid="ignore"):
        result: Real = carried[:, :2] / carried[:, 2:]
    return np.nan_to_num(result, nan=1e9, posinf=1e9, neginf=-1e9)


def corners(box: Box) -> Real:
    """Those of a part of the paper, clockwise from the top left."""
    return np.array([[0, 0], [1, 0], [1, 1], [0, 1]]) * [box.width, box.height] + [box.x, box.y]
