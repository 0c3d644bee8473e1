"""Document-scanner apps: a photo that was cropped, straightened and made to look like a scan."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from .phones import Shot, photo
from .pixels import Grey, blurred, jpeg, shrunk

_CROPPED = Shot(tilt=0.012, fills=1.0, slope=0.3, shadow=0.4, stain=0.1, turned=0.0, quality=85)
_BENT = _CROPPED._replace(bend="curl", amount=(3, 9))


def _cropped(image: Grey, rng: np.random.Generator) -> Grey:
    """Nearly upright, with what the app found to be the page: a little too much or too little."""
    taken = photo(image, _BENT if rng.random() < 0.3 else _CROPPED, rng)
    high, wide = taken.shape
    cut = [rng.uniform(0.055, 0.085) for _ in range(4)]
    return taken[int(cut[0] * high) : int((1 - cut[1]) * high), int(cut[2] * wide) : int((1 - cut[3]) * wide)]


def _paper(image: Grey) -> Grey:
    """How bright the paper is at each place."""
    small = cv2.morphologyEx(shrunk(image, 0.125), cv2.MORPH_CLOSE, np.ones((13, 13), np.uint8))
    return cv2.resize(blurred(small, 3), image.shape[::-1])


def _enhanced(image: Grey, rng: np.random.Generator) -> Grey:
    """White paper, dark ink, greys in between pushed apart."""
    taken = _cropped(image, rng)
    light = cv2.divide(taken, _paper(taken), scale=255)
    low, high = rng.uniform(20, 70), rng.uniform(205, 240)
    stretched = np.clip((np.arange(256.0) - low) / (high - low), 0, 1) * 255
    return jpeg(cv2.LUT(light, stretched.astype(np.uint8)), 60)


def _black_and_white(image: Grey, rng: np.random.Generator) -> Grey:
    """Black where it is darker than about it."""
    taken = _cropped(image, rng)
    light = cv2.divide(taken, _paper(taken), scale=255)
    local = cv2.min(blurred(light, 12), np.full_like(light, 250))
    return np.where(light.astype(np.int16) < local.astype(np.int16) - rng.uniform(18, 40), 0, 255).astype(
        np.uint8
    )


APPS: dict[str, Callable[[Grey, np.random.Generator], Grey]] = {
    "app_grey": _enhanced,
    "app_bw": _black_and_white,
}
