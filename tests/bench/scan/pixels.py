"""What printers, copiers and cameras have in common: turning, shrinking, blurring, noise, compression."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
Real = NDArray[np.float64]

DPI = 300  # of a page as it is drawn
MM = DPI / 25.4  # pixels a millimetre of it
PAPER = 250  # what a scanner sees beside the page


def moved(image: Grey, turn: float, scale: float, right: float, down: float) -> tuple[Grey, Real]:
    """The page turned by degrees about its middle, scaled, shifted by pixels; and the matrix that does it."""
    height, width = image.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), turn, scale)
    matrix[:, 2] += right, down
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    return cv2.warpAffine(image, matrix, (width, height), flags=how, borderValue=PAPER), matrix


def shrunk(image: Grey, factor: float) -> Grey:
    return cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)


def blurred(image: Grey, pixels: float) -> Grey:
    return cv2.GaussianBlur(image, (0, 0), pixels)


def noisy(image: Grey, spread: float, rng: np.random.Generator) -> Grey:
    """With grain of that standard deviation; it repeats itself in each quarter, which nobody sees."""
    height, width = image.shape
    grain = spread * rng.standard_normal((height // 2 + 1, width // 2 + 1), dtype=np.float32)
    tiled = np.tile(grain, (2, 2))[:height, :width]
    return cv2.add(image, tiled, dtype=cv2.CV_8U)


def toned(image: Grey, curve: Real) -> Grey:
    """Each grey as the 256 values say."""
    return cv2.LUT(image, np.clip(curve, 0, 255).astype(np.uint8))


def jpeg(image: Grey, quality: int) -> Grey:
    """Compressed and opened again."""
    packed = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE)


def specked(image: Grey, share: float, rng: np.random.Generator) -> Grey:
    """With so many of its pixels black."""
    result = image.copy()
    places = rng.integers(0, image.size, rng.poisson(share * image.size))
    result.ravel()[places] = 0
    return result
