"""A QR code drawn anew by the middles of its cells, where a streak has taken more of it than the code mends.

What does not depend on the text needs no picture: the three squares, and, one of eight, which mask was used
(ISO/IEC 18004, 7.9). The mask stands there twice, but a streak beside the squares takes both.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import cv2
import numpy as np
from numpy.typing import NDArray

from quizmill.classroom.scan.arrays import Grey

_CELLS = (25, 21, 29)  # to a side, of the codes that hold as much as a sheet's
_MARGIN, _PIXELS = 4, 4  # cells of quiet zone; pixels of a cell
_QUARTER = 0b11  # the level at which a quarter may be lost, as it is printed
_MASKS = range(8)
_GENERATOR, _PATTERN = 0x537, 0x5412  # of the 15 bits of the format

Cells = NDArray[np.bool_]  # True is dark


def redrawn(code: Grey) -> Iterator[Grey]:
    """Pictures of the codes that *code*, cut out as the layout has it, may have been, the likeliest first."""
    seen = [dark for size in _CELLS for dark in _seen(code, size)]
    yield from map(_picture, seen)
    for dark, mask in product(seen, _MASKS):
        _draw_format(dark, _QUARTER << 3 | mask)
        yield _picture(dark)


def _seen(code: Grey, size: int) -> Iterator[Cells]:
    """What is dark: below the middle between black and white, of the code, of each column, of each row."""
    means = cv2.resize(code, (size, size), interpolation=cv2.INTER_AREA).astype(np.float64)
    for axis in (None, 0, 1):
        dark = means < (means.min(axis, keepdims=True) + means.max(axis, keepdims=True)) / 2
        _draw_squares(dark)
        yield dark


def _draw_squares(dark: Cells) -> None:
    square = np.zeros((8, 8), np.bool_)  # with the white about it
    square[:7, :7] = True
    square[1:6, 1:6] = False
    square[2:5, 2:5] = True
    dark[:8, :8], dark[:8, -8:], dark[-8:, :8] = square, square[:, ::-1], square[::-1]


def _draw_format(dark: Cells, said: int) -> None:
    """Level and mask, five bits, with the ten that mend them: about the first square, beside the others."""
    rest = said
    for _ in range(10):
        rest = rest << 1 ^ (rest >> 9) * _GENERATOR
    bits = [bool(((said << 10 | rest) ^ _PATTERN) >> at & 1) for at in range(15)]
    dark[[0, 1, 2, 3, 4, 5, 7, 8], 8] = dark[8, :-9:-1] = bits[:8]
    dark[8, [7, 5, 4, 3, 2, 1, 0]] = dark[-7:, 8] = bits[8:]
    dark[-8, 8] = True


def _picture(dark: Cells) -> Grey:
    drawn: Grey = np.pad(np.where(dark, 0, 255).astype(np.uint8), _MARGIN, constant_values=255)
    return np.kron(drawn, np.ones((_PIXELS, _PIXELS), np.uint8))
