"""Photos of a page on a desk: how the page bends and lies, what light falls on it, how the phone takes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import cv2
import numpy as np

from .lights import light
from .pixels import MM, PAPER, Grey, Real, blurred, jpeg, noisy

_Span = tuple[float, float]
_COARSE = 16  # pixels: how finely the page's place is worked out


class Shot(NamedTuple):
    """How such photos are taken; spans are what they vary between."""

    long: _Span = (2000, 3200)  # pixels of the long side
    tilt: float = 0.06  # how far a corner is off, of 0.7 of the side
    fills: float = 0.86  # of the picture's height
    bend: str = ""  # "curl", "fold" or "wave"
    amount: _Span = (6, 18)  # mm/10 of it
    slope: float = 0.4  # how unevenly the lamp shines, at most
    shadow: float = 0.35  # how often a hand's shadow lies on the page
    stain: float = 0.2  # how often a cup stood on it
    glare: float = 0.0  # how often a flash mirrors
    level: _Span = (0.7, 0.95)  # how bright it is
    blur: _Span = (0.3, 1.1)  # pixels
    motion: float = 0.0  # how often the phone moved
    moved: tuple[int, int] = (3, 6)  # pixels, then
    noise: float = 4.0
    quality: int = 70
    turned: float = 0.25  # how often by quarter turns
    clutter: bool = False  # the desk has an edge, and other things lie on it


def photo(image: Grey, shot: Shot, rng: np.random.Generator) -> Grey:
    """The page as the phone saves it."""
    high, wide = image.shape
    long = rng.uniform(*shot.long)
    scale = long / high * shot.fills
    size = int(wide * scale / 0.84), int(long)
    corners = _corners(size, shot.tilt, rng)
    page = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    x, y = _coarse(cv2.getPerspectiveTransform(corners, page), size)
    if shot.bend:
        x, y = _bent(x, y, image.shape, shot, rng)
    maps = [_fine(each, size) for each in (x, y)]
    taken = _desk(size, shot, rng)
    sharp = blurred(image, max(0.1, 0.45 / scale))
    cv2.remap(sharp, *maps, cv2.INTER_LINEAR, taken, cv2.BORDER_TRANSPARENT)
    taken = cv2.multiply(taken, light(size, shot, rng), dtype=cv2.CV_8U)
    taken = noisy(_unsharp(taken, shot, rng), shot.noise, rng)
    if rng.random() < shot.turned:
        taken = np.rot90(taken, int(rng.integers(1, 4))).copy()
    return jpeg(taken, shot.quality)


def _corners(size: tuple[int, int], tilt: float, rng: np.random.Generator) -> Real:
    """Where the page's corners are in the picture, clockwise from the top left."""
    wide, high = size
    right = np.array([[0.08, 0.07], [0.92, 0.07], [0.92, 0.93], [0.08, 0.93]]) * (wide, high)
    moved = right + rng.uniform(-tilt, tilt, (4, 2)) * (wide * 0.7, high * 0.7)
    return np.clip(moved, 4, [wide - 4, high - 4]).astype(np.float32)


def _coarse(matrix: Real, size: tuple[int, int]) -> tuple[Real, Real]:
    """Where every sixteenth pixel of the picture is on the page."""
    x, y = (np.arange(-(-each // _COARSE)) * _COARSE + _COARSE / 2 - 0.5 for each in size)
    grid = np.stack(np.meshgrid(x, y), axis=-1).reshape(1, -1, 2)
    found = cv2.perspectiveTransform(grid, matrix).reshape(len(y), len(x), 2)
    return found[..., 0], found[..., 1]


def _fine(coarse: Real, size: tuple[int, int]) -> Real:
    full = coarse.shape[1] * _COARSE, coarse.shape[0] * _COARSE
    return cv2.resize(coarse.astype(np.float32), full, interpolation=cv2.INTER_LINEAR)[: size[1], : size[0]]


def _bent(
    x: Real, y: Real, shape: tuple[int, ...], shot: Shot, rng: np.random.Generator
) -> tuple[Real, Real]:
    """Where the page's ink is once the page no longer lies flat."""
    high, wide = shape
    much, phase = rng.uniform(*shot.amount) * MM / 10, rng.uniform(0, np.pi)
    if shot.bend == "fold":
        return _folded(x, y, shape, 2 * much, rng)
    if shot.bend == "wave":
        turns = rng.uniform(1.2, 2.2)
        return x, y + much * np.sin(turns * np.pi * x / wide + phase) * np.cos(np.pi * y / high + phase / 2)
    if rng.random() < 0.5:
        down = much * np.sin(np.pi * x / wide + phase)
        return x + 0.4 * much * np.sin(2 * np.pi * x / wide + phase), y + down
    right = much * np.sin(np.pi * y / high + phase)
    return x + right, y + 0.4 * much * np.sin(2 * np.pi * y / high + phase)


def _folded(
    x: Real, y: Real, shape: tuple[int, ...], much: float, rng: np.random.Generator
) -> tuple[Real, Real]:
    """A crease in the middle, as of a sheet from a bag: both halves rise from it."""
    high, wide = shape
    across = rng.random() < 0.7
    along, length = (y, high) if across else (x, wide)
    rise = np.abs(along - length * rng.uniform(0.45, 0.55)) / (length / 2)
    shift = much * rise * (1 if rng.random() < 0.5 else -1)
    other = 0.3 * much * rise
    return (x + other * (x / wide - 0.5), y + shift) if across else (x + shift, y + other * (y / high - 0.5))


def _desk(size: tuple[int, int], shot: Shot, rng: np.random.Generator) -> Grey:
    """What the page lies on."""
    wide, high = size
    grain = cv2.resize(rng.normal(0, 25, (high // 40, wide // 40)).astype(np.float32), size)
    desk = np.clip(rng.uniform(40, 170) + grain, 0, 255).astype(np.uint8)
    if shot.clutter:
        _clutter(desk, rng)
    return desk


def _clutter(desk: Grey, rng: np.random.Generator) -> None:
    """The desk's edge, another sheet, a ruler, a round thing."""
    high, wide = desk.shape
    edge = int(rng.uniform(0, 0.12) * wide)
    desk[:, :edge] = rng.uniform(0, 60)
    x, y = int(rng.uniform(0.8, 1) * wide), int(rng.uniform(0, 0.8) * high)
    cv2.rectangle(desk, (x, y), (wide, high), PAPER, -1)
    for step in range(y + 20, high, 37):
        cv2.line(desk, (x + 25, step), (wide, step), 60, 3)
    for step in range(0, wide, 14):
        cv2.line(desk, (step, 0), (step, int(0.02 * high)), 20, 2)
    middle = int(rng.uniform(0, 1) * wide), int(rng.uniform(0.97, 1) * high)
    cv2.circle(desk, middle, int(0.05 * wide), 30, -1, cv2.LINE_AA)


def _unsharp(taken: Grey, shot: Shot, rng: np.random.Generator) -> Grey:
    taken = blurred(taken, rng.uniform(*shot.blur))
    if rng.random() >= shot.motion:
        return taken
    length = int(rng.integers(*shot.moved))
    line = np.zeros((length, length), np.float32)
    line[length // 2] = 1
    turn = cv2.getRotationMatrix2D((length // 2, length // 2), rng.uniform(0, 180), 1)
    kernel = cv2.warpAffine(line, turn, (length, length))
    return cv2.filter2D(taken, -1, kernel / kernel.sum())


_HARD = Shot(
    long=(1500, 2000),
    tilt=0.1,
    bend="curl",
    amount=(6, 10),
    slope=0.6,
    shadow=0.8,
    stain=0.5,
    blur=(0.8, 1.7),
    motion=0.5,
    noise=7,
    quality=40,
)

SHOTS = {
    "phone": Shot(),
    "phone_flat": Shot(tilt=0.015, slope=0.15, shadow=0, stain=0, quality=85),
    "phone_slanted": Shot(tilt=0.13, slope=0.5),
    "phone_shadow": Shot(shadow=1, slope=0.6),
    "phone_desk": Shot(clutter=True, fills=0.72, tilt=0.08),
    "phone_turned": Shot(turned=1),
    "phone_curl": Shot(bend="curl"),
    "phone_fold": Shot(bend="fold"),
    "phone_wave": Shot(bend="wave", amount=(4, 12)),
    "phone_hard": _HARD,
    "phone_night": Shot(
        long=(1800, 2600), level=(0.22, 0.45), noise=11, slope=0.6, blur=(0.6, 1.3), quality=50
    ),
    "phone_flash": Shot(glare=1, slope=0.5, tilt=0.08),
    "phone_motion": Shot(long=(1800, 2600), motion=1, moved=(5, 9), quality=60),
}

PHONES: dict[str, Callable[[Grey, np.random.Generator], Grey]] = {
    name: lambda image, rng, shot=shot: photo(image, shot, rng) for name, shot in SHOTS.items()
}
