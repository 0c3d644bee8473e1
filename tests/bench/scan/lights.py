"""The light on a page in a photo: lamp, shadow, flash; and a cup's stain, which darkens as they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from .pixels import Real

if TYPE_CHECKING:
    from .phones import Shot

_COARSE = 8  # pixels: light changes slowly


def light(size: tuple[int, int], shot: Shot, rng: np.random.Generator) -> Real:
    """How bright each pixel of a picture of that width and height is, 1 for as bright as the paper."""
    wide, high = size
    x, y = np.meshgrid(np.linspace(0, 1, wide // _COARSE), np.linspace(0, 1, high // _COARSE))
    angle = rng.uniform(0, 2 * np.pi)
    slope = (x - 0.5) * np.cos(angle) + (y - 0.5) * np.sin(angle)
    bright = rng.uniform(*shot.level) * (1 + slope * rng.uniform(min(0.2, shot.slope), shot.slope))
    if rng.random() < shot.shadow:
        bright *= _shadow(x, y, rng)
    if rng.random() < shot.stain:
        bright *= _stain(x, y * high / wide, rng)
    if rng.random() < shot.glare:
        bright += _glare(x, y * high / wide, rng)
    return cv2.resize(bright.astype(np.float32), size, interpolation=cv2.INTER_LINEAR)


def _shadow(x: Real, y: Real, rng: np.random.Generator) -> Real:
    """A hand's, with a soft edge across the page."""
    angle = rng.uniform(0, 2 * np.pi)
    beyond = (x - 0.5) * np.cos(angle) + (y - 0.5) * np.sin(angle) - rng.uniform(-0.2, 0.3)
    return 1 - rng.uniform(0.25, 0.5) / (1 + np.exp(-beyond * rng.uniform(30, 120)))


def _stain(x: Real, y: Real, rng: np.random.Generator) -> Real:
    """A ring of coffee."""
    away = np.hypot(x - rng.uniform(0.2, 0.8), y - rng.uniform(0.2, 0.8)) / rng.uniform(0.08, 0.18)
    return 1 - 0.35 * np.exp(-(((away - 1) / 0.12) ** 2)) - 0.12 * (away < 1)


def _glare(x: Real, y: Real, rng: np.random.Generator) -> Real:
    """The mirrored flash: a spot that is white whatever lies there, and darkness further off."""
    away = np.hypot(x - rng.uniform(0.3, 0.7), y - rng.uniform(0.4, 1.0))
    spot = rng.uniform(0.3, 1.2) * np.exp(-((away / rng.uniform(0.06, 0.14)) ** 2))
    return spot - 0.25 * np.clip(away, 0, 1)
