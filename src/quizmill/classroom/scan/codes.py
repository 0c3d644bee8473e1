"""The QR code of an answer sheet: where it should be, or anywhere in the picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import cv2
import numpy as np
import zxingcpp

from quizmill.classroom.scan.arrays import Grey, Real
from quizmill.classroom.scan.paper import reduced
from quizmill.classroom.scan.redrawn import redrawn
from quizmill.classroom.scan.straightening import Mapping, straightened
from quizmill.compose.answer_sheet.code import SheetCode, read_code
from quizmill.compose.answer_sheet.layout import Box, Layout

_SLACK = 5.0  # mm about the code, for its quiet zone and for paper that bends
_PIXELS = (8, 5, 12)  # a millimetre, tried one after another
_SHARPENING, _AMOUNT = (0.4, 0.75), 2.0  # mm, less and more than half a cell of the code; how much
_SMOOTHING = 0.25  # mm, against specks and coarse pixels
_PLAIN = (2, 90)  # percentiles of black and of white
_LONG_SIDES = (1800, 3000, 1100)  # of the whole picture, likewise


class SeenCode(NamedTuple):
    """A code and its corners in pixels, clockwise from the symbol's top left."""

    code: SheetCode
    corners: Real


def codes_in(grey: Grey) -> list[SeenCode]:
    """All codes of answer sheets in that picture as it is."""
    found = zxingcpp.read_barcodes(
        np.ascontiguousarray(grey), formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    )
    read = [(read_code(each.text), each.position) for each in found]
    return [
        SeenCode(code, np.array([(each.x, each.y) for each in _corners(position)], np.float64))
        for code, position in read
        if code is not None
    ]


def _corners(position: zxingcpp.Position) -> tuple[zxingcpp.Point, ...]:
    return position.top_left, position.top_right, position.bottom_right, position.bottom_left


def code_in_place(grey: Grey, mapping: Mapping, layout: Layout) -> SheetCode | None:
    """What the code says where the layout has it, sought as it is, sharpened, smoothed, and drawn anew."""
    box = layout.code
    part = Box(box.x - _SLACK, box.y - _SLACK, box.width + 2 * _SLACK, box.height + 2 * _SLACK)
    for pixels in _PIXELS:
        flat = straightened(grey, mapping, part, pixels)
        for picture in _treated(flat, pixels):
            if found := codes_in(picture):
                return found[0].code
    exact = _sharpened(straightened(grey, mapping, box, _PIXELS[0]), _SHARPENING[0] * _PIXELS[0])
    return next((seen.code for picture in redrawn(exact) for seen in codes_in(picture)), None)


def _treated(flat: Grey, pixels: int) -> Iterator[Grey]:
    yield flat
    for radius in _SHARPENING:
        yield _sharpened(flat, radius * pixels)
    yield cv2.GaussianBlur(flat, (0, 0), _SMOOTHING * pixels).astype(np.uint8, copy=False)


def _sharpened(part: Grey, radius: float) -> Grey:
    """With the contrast that a shadow or a pale copy has taken, and the edges that a shaken hand has."""
    low, high = np.percentile(part, _PLAIN)
    spread = np.clip((part - low) * (255 / max(high - low, 1)), 0, 255).astype(np.float32)
    blurred = cv2.GaussianBlur(spread, (0, 0), radius)
    result: Grey = np.clip(spread + _AMOUNT * (spread - blurred), 0, 255).astype(np.uint8)
    return result


def codes_anywhere(grey: Grey) -> list[SeenCode]:
    """All codes in the picture, sought in several sizes until there is one."""
    sizes = dict.fromkeys(min(side, max(grey.shape)) for side in _LONG_SIDES)
    for size in sizes:
        small = reduced(grey, size)
        scale = small.shape[1] / grey.shape[1], small.shape[0] / grey.shape[0]
        if found := codes_in(small):
            return [SeenCode(code, (corners + 0.5) / scale - 0.5) for code, corners in found]
    return []
