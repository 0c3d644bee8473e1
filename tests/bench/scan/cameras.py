"""What scanners make of a marked page, and all that takes pictures: `CAMERAS[name](image, rng)`."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from .apps import APPS
from .phones import PHONES
from .pixels import DPI, Grey, blurred, jpeg, moved, noisy, shrunk, specked, toned

Camera = Callable[[Grey, np.random.Generator], Grey]

_GREYS = np.arange(256.0)


def _scan300(image: Grey, rng: np.random.Generator) -> Grey:
    return noisy(moved(image, rng.normal(0, 0.4), 1, *rng.normal(0, 8, 2))[0], 3, rng)


def _scanned(dpi: int, quality: int = 40) -> Camera:
    def scan(image: Grey, rng: np.random.Generator) -> Grey:
        lies = moved(image, rng.uniform(-2, 2), 1, *rng.normal(0, 15, 2))[0]
        return jpeg(noisy(shrunk(lies, dpi / DPI), 4, rng), quality)

    return scan


def _copy94(image: Grey, rng: np.random.Generator) -> Grey:
    """Photocopied at 94 %, darker, specked, upside down half of the time, then scanned at 150 dpi."""
    image = blurred(moved(image, rng.uniform(-2, 2), 0.94, *rng.normal(0, 20, 2))[0], 1.2)
    image = toned(image, 255 / (1 + np.exp(-(_GREYS - rng.uniform(110, 170)) / 28)))
    image = blurred(specked(image, 0.0006, rng), 0.7)
    image = noisy(shrunk(image, 0.5), 4, rng)
    return jpeg(_maybe_upside_down(image, rng), 50)


def _bitonal(dpi: int, level: tuple[float, float] = (150, 185)) -> Camera:
    def scan(image: Grey, rng: np.random.Generator) -> Grey:
        image = shrunk(moved(image, rng.uniform(-1.5, 1.5), 1, *rng.normal(0, 15, 2))[0], dpi / DPI)
        return np.where(noisy(image, 6, rng) > rng.uniform(*level), 255, 0).astype(np.uint8)

    return scan


def _text_mode(image: Grey, rng: np.random.Generator) -> Grey:
    """A scanner set to text: greys are pushed to black and white, and edges sharpened."""
    image = shrunk(moved(image, rng.uniform(-1.5, 1.5), 1, *rng.normal(0, 12, 2))[0], 0.5)
    image = cv2.addWeighted(image, 1.8, blurred(image, 1.5), -0.8, 0)
    low, high = rng.uniform(20, 60), rng.uniform(195, 230)
    return jpeg(noisy(toned(image, (_GREYS - low) / (high - low) * 255), 3, rng), 50)


def _toned_scan(gamma: tuple[float, float], paper: tuple[float, float]) -> Camera:
    def scan(image: Grey, rng: np.random.Generator) -> Grey:
        image = shrunk(moved(image, rng.uniform(-2, 2), 1, *rng.normal(0, 15, 2))[0], 0.5)
        image = toned(image, rng.uniform(*paper) * (_GREYS / 255) ** rng.uniform(*gamma))
        return jpeg(noisy(image, 4, rng), 45)

    return scan


def _fed(image: Grey, rng: np.random.Generator) -> Grey:
    """A sheet feeder: askew, stretched, upside down or not, and dust draws lines down the page."""
    image = moved(image, rng.uniform(-3.5, 3.5), 1, *rng.normal(0, 25, 2))[0]
    size = round(image.shape[1] / 2), round(image.shape[0] / 2 * rng.uniform(0.985, 1.015))
    image = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    for _ in range(int(rng.integers(0, 3))):
        left, wide = int(rng.integers(image.shape[1] - 3)), int(rng.integers(1, 3))
        strip = image[:, left : left + wide]
        image[:, left : left + wide] = np.clip(strip - rng.uniform(20, 120), 0, 255)
    return jpeg(_maybe_upside_down(noisy(image, 4, rng), rng), 50)


def _maybe_upside_down(image: Grey, rng: np.random.Generator) -> Grey:
    return np.rot90(image, 2).copy() if rng.random() < 0.5 else image


CAMERAS: dict[str, Camera] = {
    "scan300": _scan300,
    "scan150": _scanned(150),
    "scan100": _scanned(100),
    "scan75": _scanned(75, 50),
    "scan_fed": _fed,
    "scan_light": _toned_scan((0.5, 0.8), (252, 268)),
    "scan_dark": _toned_scan((1.3, 2.2), (205, 245)),
    "scan_text": _text_mode,
    "copy94": _copy94,
    "bw200": _bitonal(200),
    "bw300": _bitonal(300, (120, 190)),
    **PHONES,
    **APPS,
}
