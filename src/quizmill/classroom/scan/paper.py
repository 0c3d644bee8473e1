"""The paper itself: how bright it is at each place, whether anything is on it, how the picture was taken."""

from __future__ import annotations

import cv2
import numpy as np

from quizmill.classroom.scan.arrays import Grey

_QUARTER = 0.25  # the paper's brightness changes slowly: it is sought in a quarter of the size
_SPAN = 25  # pixels of that, 12.5 mm: more than any mark, less than a shadow
_BLUR = 6.0
_DARKEST = 20  # paper that is darker is none: a torn edge, the desk
_BRIGHT = 100  # what an empty page is at least, in the middle
_INK = 40  # how much darker than the paper ink is; the front that shines through is less
_EMPTY = 5e-4  # the share of ink on a page with nothing on it: specks and folds
_SMALL = 600  # pixels of the long side in which that is judged
_GREYS = (40, 216)  # what lies between is neither black nor white
_FEW_GREYS = 0.12  # of all that is not white, in a black-and-white picture: the edges, if it was reduced


def reduced(grey: Grey, longest: int) -> Grey:
    """The picture with no side longer than so many pixels."""
    scale = longest / max(grey.shape)
    if scale >= 1:
        return np.ascontiguousarray(grey)
    width, height = (max(1, round(side * scale)) for side in (grey.shape[1], grey.shape[0]))
    return cv2.resize(grey, (width, height), interpolation=cv2.INTER_AREA).astype(np.uint8, copy=False)


def darkness(page: Grey) -> Grey:
    """How dark each place is beside the paper around it: 0 for paper, 255 for black in any light."""
    small = cv2.resize(page, None, fx=_QUARTER, fy=_QUARTER, interpolation=cv2.INTER_AREA)
    span = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_SPAN, _SPAN))
    paper = cv2.GaussianBlur(cv2.morphologyEx(small, cv2.MORPH_CLOSE, span), (0, 0), _BLUR)
    full = cv2.resize(np.maximum(paper, _DARKEST), (page.shape[1], page.shape[0]))
    light: Grey = cv2.divide(page, full, scale=255).astype(np.uint8, copy=False)
    dark: Grey = np.uint8(255) - light
    return dark


def is_empty(grey: Grey) -> bool:
    """Whether it is paper with nothing on it, as the back of a sheet is."""
    small = reduced(grey, _SMALL)
    height, width = small.shape
    middle = small[height // 10 : height - height // 10, width // 10 : width - width // 10]
    if min(middle.shape) < _SPAN or np.median(middle) < _BRIGHT:
        return False
    paper = cv2.morphologyEx(middle, cv2.MORPH_CLOSE, np.ones((_SPAN, _SPAN), np.uint8))
    return bool((cv2.subtract(paper, middle) > _INK).mean() < _EMPTY)


def is_black_and_white(grey: Grey) -> bool:
    """Whether pencil could have vanished: the picture has no greys, or only those of its edges."""
    counts = np.bincount(grey[::2, ::2].ravel(), minlength=256)
    between, not_white = counts[slice(*_GREYS)].sum(), counts[: _GREYS[1]].sum()
    return bool(not_white > 0 and between < _FEW_GREYS * not_white)
