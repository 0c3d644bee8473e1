"""Small squares cut out of a picture about many places at once, between its pixels if need be."""

from __future__ import annotations

import cv2
import numpy as np

from quizmill.classroom.scan.arrays import Grey, Real, Real32


def windows(picture: Grey | Real32, centres: Real, reach: int) -> Real32:
    """One for each centre, as many pixels to each side; there is nothing beyond the picture's edge."""
    offsets = np.arange(-reach, reach + 1)
    count, side = len(centres), len(offsets)
    x = centres[:, 0, None, None] + offsets[None, None, :]
    y = centres[:, 1, None, None] + offsets[None, :, None]
    columns, rows = (np.broadcast_to(each, (count, side, side)) for each in (x, y))
    across, down = (each.reshape(count, side * side).astype(np.float32) for each in (columns, rows))
    cut = cv2.remap(picture, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
    result: Real32 = cut.reshape(count, side, side).astype(np.float32, copy=False)
    return result
