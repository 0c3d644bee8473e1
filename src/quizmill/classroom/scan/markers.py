"""The sheet's markers in a picture: where each lies, and which of them belong to one sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

import cv2
import numpy as np

from quizmill.classroom.scan.arrays import Grey, Real
from quizmill.classroom.scan.paper import reduced
from quizmill.classroom.scan.perspective import corners, homography, through
from quizmill.compose.answer_sheet.layout import CORNERS, MARKERS, PATTERNS, Box, Layout

LONG_SIDE = (
    1800  # pixels in which markers are sought; those of 9 mm have 50 then on a sheet that fills the picture
)
_SMALLEST = 48  # a picture with a shorter side can hold no marker
_WINDOWS = (5, 45, 10)  # pixels, least, greatest, step: a marker's edge in sharp and in blurred pictures
_LEAST_PERIMETER = 0.015  # of the picture's long side
_AWAY = 5.0  # mm that a marker may lie from where the others say: bent paper moves it by 2
_MISSHAPEN = 1.2  # mm that a corner may lie from where the marker's middle says: on bent paper it is .3
_SHEET = 3  # as many corners that lie together are a sheet of their own


class Marker(NamedTuple):
    """A marker that was seen: its number, and its corners in pixels, clockwise from its own top left."""

    number: int
    corners: Real


@cache
def _detector() -> cv2.aruco.ArucoDetector:
    bits = [np.array([*map(int, each)], np.uint8).reshape(4, 4) for each in PATTERNS]
    table = np.concatenate([cv2.aruco.Dictionary.getByteListFromBits(each) for each in bits])
    how = cv2.aruco.DetectorParameters()
    how.cornerRefinementMethod = cv2.aruco.CORNER_REFINE_SUBPIX
    how.adaptiveThreshWinSizeMin, how.adaptiveThreshWinSizeMax, how.adaptiveThreshWinSizeStep = _WINDOWS
    how.minMarkerPerimeterRate = _LEAST_PERIMETER
    how.errorCorrectionRate = 1.0  # of the one cell in 16 that the dictionary lets be wrong
    return cv2.aruco.ArucoDetector(cv2.aruco.Dictionary(table, 4, 1), how)


def find_markers(grey: Grey) -> list[Marker]:
    """All markers in the picture, of whatever sheet; those of a mirrored sheet are none."""
    if min(grey.shape) < _SMALLEST:
        return []
    found = _markers_at(grey, LONG_SIDE)
    if len({each.number for each in found}) < CORNERS and max(grey.shape) > LONG_SIDE:
        return max(found, _markers_at(grey, max(grey.shape)), key=len)
    return found


def _markers_at(grey: Grey, longest: int) -> list[Marker]:
    small = reduced(grey, longest)
    scale = small.shape[1] / grey.shape[1], small.shape[0] / grey.shape[0]
    quads, numbers, _ = _detector().detectMarkers(small)
    if numbers is None:
        return []
    return [  # a reduced pixel's middle is not that of the first it was made of
        Marker(int(number), (quad.reshape(4, 2).astype(np.float64) + 0.5) / scale - 0.5)
        for quad, number in zip(quads, numbers.ravel(), strict=True)
    ]


def on_paper(layout: Layout, number: int) -> Real:
    """The corners of the marker with that number, in millimetres."""
    corner, side = layout.markers[number], layout.marker
    return corners(Box(corner.x, corner.y, side, side))


class Groups(NamedTuple):
    """The markers of the sheet that shows most of itself, and whether there is another beside it."""

    sheet: list[Marker]
    another: bool


def of_one_sheet(markers: Sequence[Marker], layout: Layout) -> Groups:
    """Those that lie to each other as on the paper; never markers of two sheets together."""
    best = _largest(markers, layout)
    taken = {id(each) for each in best}
    rest = _largest([each for each in markers if id(each) not in taken], layout)
    return Groups(best, sum(each.number < CORNERS for each in rest) >= _SHEET)


def _largest(markers: Sequence[Marker], layout: Layout) -> list[Marker]:
    known = [each for each in markers if each.number < min(MARKERS, len(layout.markers))]
    groups = sorted(_together(known, layout), key=lambda each: (len(each), _extent(each)))
    return groups[-1] if groups else []


def _together(markers: Sequence[Marker], layout: Layout) -> Iterator[list[Marker]]:
    """For every two of them those that lie as these two say."""
    if len({each.number for each in markers}) == len(markers) > 2 and _agree(markers, layout):
        yield list(markers)
        return
    for pair in combinations(markers, 2):
        if pair[0].number != pair[1].number and _agree(pair, layout):
            yield _grown(list(pair), markers, layout)


def _agree(group: Sequence[Marker], layout: Layout) -> bool:
    return bool(max(_distances(group, group, layout)) < _AWAY)


def _grown(group: list[Marker], markers: Sequence[Marker], layout: Layout) -> list[Marker]:
    """The group and, the best first, each further marker that agrees with it."""
    while True:
        numbers = {each.number for each in group}
        others = [each for each in markers if each.number not in numbers]
        grown = [[*group, each] for each in others]
        fitting = [each for each in grown if _agree(each, layout)]
        if not fitting:
            return group
        group = min(fitting, key=lambda each: max(_distances(each, each, layout)))


def _distances(group: Sequence[Marker], markers: Sequence[Marker], layout: Layout) -> list[float]:
    """How far, in millimetres, the middle of each lies from where the group's homography has it."""
    to_paper = homography(
        np.concatenate([each.corners for each in group]),
        np.concatenate([on_paper(layout, each.number) for each in group]),
    )
    if to_paper is None:
        return [np.inf]
    return [_distance(through(to_paper, each.corners), on_paper(layout, each.number)) for each in markers]


def _distance(seen: Real, printed: Real) -> float:
    """Between the middles; a marker that would have another size or shape is of another sheet."""
    away = seen - printed
    shift = away.mean(axis=0)
    return float(np.linalg.norm(shift)) if np.abs(away - shift).max() < _MISSHAPEN else np.inf


def _extent(group: Sequence[Marker]) -> float:
    every = np.concatenate([each.corners for each in group])
    return float(np.ptp(every, axis=0).prod())
