"""What a printer or a copier makes of a page: `PRINTERS[name](page, rng)`, at 300 dpi."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import cv2
import numpy as np

from .pixels import Grey, Real, blurred, moved, noisy, specked, toned

_GREYS = np.arange(256.0)


class Printed(NamedTuple):
    """A page, and the 2 x 3 matrix that says where its pixels went."""

    image: Grey
    lies: Real


def laser(page: Grey, rng: np.random.Generator) -> Printed:
    """Crisp, with some dot gain, a little off in size and place; a drum that is worn leaves thin streaks."""
    image, lies = moved(page, rng.normal(0, 0.12), rng.uniform(0.995, 1.003), *rng.normal(0, 8, 2))
    image = blurred(image, rng.uniform(0.5, 0.9))
    gain = rng.uniform(0.9, 1.3)
    image = toned(image, 255 * (_GREYS / 255) ** gain)
    if rng.random() < 0.3:
        image = _streaked(image, rng)
    return Printed(image, lies)


def laser_low(page: Grey, rng: np.random.Generator) -> Printed:
    """A toner that is nearly out: pale, in stripes."""
    printed = laser(page, rng)
    pale = 255 - (255 - _GREYS) * rng.uniform(0.55, 0.75)
    return Printed(_streaked(toned(printed.image, pale), rng), printed.lies)


def inkjet(page: Grey, rng: np.random.Generator) -> Printed:
    """Ink that runs into the paper, never quite black, in faint bands."""
    image, lies = moved(page, rng.normal(0, 0.2), rng.uniform(0.992, 1.004), *rng.normal(0, 10, 2))
    image = blurred(image, rng.uniform(0.9, 1.4))
    darkest = rng.uniform(25, 60)
    image = toned(image, darkest + (255 - darkest) * (_GREYS / 255) ** rng.uniform(1.0, 1.4))
    bands = 1 - 0.12 * np.sin(np.arange(image.shape[0]) * np.pi / rng.uniform(30, 70)) ** 2
    return Printed(_paler(image, bands[:, None]), lies)


def copy(page: Grey, rng: np.random.Generator, scale: float = 1.0, tone: float | None = None) -> Printed:
    """A photocopy: soft, contrasty, specked, askew. *tone* is the grey that becomes middle grey."""
    image, lies = moved(page, rng.normal(0, 0.6), scale * rng.uniform(0.995, 1.005), *rng.normal(0, 14, 2))
    image = blurred(image, rng.uniform(0.8, 1.3))
    middle = rng.uniform(120, 170) if tone is None else tone
    image = toned(image, 255 / (1 + np.exp(-(_GREYS - middle) / rng.uniform(18, 30))))
    image = blurred(specked(image, rng.uniform(1e-5, 2e-4), rng), 0.6)
    if rng.random() < 0.4:
        image = _edge(image, rng)
    return Printed(noisy(image, 2, rng), lies)


def copied_at_94(page: Grey, rng: np.random.Generator) -> Printed:
    return copy(page, rng, 0.94)


def copied_twice(page: Grey, rng: np.random.Generator) -> Printed:
    first = copy(page, rng)
    second = copy(first.image, rng)
    return Printed(second.image, _then(first.lies, second.lies))


def copied_light(page: Grey, rng: np.random.Generator) -> Printed:
    return copy(page, rng, tone=rng.uniform(90, 115))


def copied_dark(page: Grey, rng: np.random.Generator) -> Printed:
    return copy(page, rng, tone=rng.uniform(175, 205))


def as_drawn(page: Grey, rng: np.random.Generator) -> Printed:
    """No printer at all."""
    del rng
    return Printed(page, np.array([[1.0, 0, 0], [0, 1, 0]]))


PRINTERS: dict[str, Callable[[Grey, np.random.Generator], Printed]] = {
    each.__name__: each
    for each in (
        as_drawn,
        laser,
        laser_low,
        inkjet,
        copy,
        copied_at_94,
        copied_twice,
        copied_light,
        copied_dark,
    )
}


def any_printer(page: Grey, rng: np.random.Generator) -> Printed:
    """What schools have: mostly laser printers, some inkjets, many sheets handed out as copies."""
    names = ["laser", "inkjet", "copy", "copied_at_94", "copied_twice", "laser_low"]
    return PRINTERS[str(rng.choice(names, p=[0.5, 0.12, 0.2, 0.06, 0.06, 0.06]))](page, rng)


def _then(first: Real, second: Real) -> Real:
    whole = np.vstack([first, [0, 0, 1]])
    result: Real = second @ whole
    return result


def _paler(image: Grey, ink: Real | float) -> Grey:
    """With so much of its ink."""
    return (255 - (255 - image.astype(np.float32)) * ink).astype(np.uint8)


def _streaked(image: Grey, rng: np.random.Generator) -> Grey:
    """Thin lines down the page where less toner lies."""
    result = image.copy()
    for _ in range(int(rng.integers(1, 5))):
        left, width = int(rng.integers(image.shape[1] - 20)), int(rng.integers(2, 14))
        strip = result[:, left : left + width]
        result[:, left : left + width] = _paler(strip, rng.uniform(0.3, 0.8))
    return result


def _edge(image: Grey, rng: np.random.Generator) -> Grey:
    """The dark rim of a page that did not lie flush on the glass."""
    wide = int(rng.uniform(5, 70))
    side = int(rng.integers(4))
    result = np.rot90(image, side).copy()
    rim = np.linspace(rng.uniform(40, 160), 255, wide)[:, None].astype(np.uint8)
    result[:wide] = cv2.min(result[:wide], np.broadcast_to(rim, result[:wide].shape).copy())
    return np.ascontiguousarray(np.rot90(result, -side))
