"""One sheet, from the printer to the picture, with all that is true of it; the same for the same seed."""

from __future__ import annotations

import re
import zlib
from typing import NamedTuple

import numpy as np

from . import sheets
from .cameras import CAMERAS
from .conditions import CONDITIONS, Condition
from .hands import Answers, Key, draw
from .pixels import Grey
from .pupils import meant

_SEED = re.compile(r"(\d+)/(\w+)/(\d+)")


class Seed(NamedTuple):
    """What a sheet is made from; written `7/phone_curl/12`."""

    run: int
    condition: str
    sheet: int

    def __str__(self) -> str:
        return f"{self.run}/{self.condition}/{self.sheet}"

    def chance(self) -> np.random.Generator:
        return np.random.default_rng([self.run, zlib.crc32(self.condition.encode()), self.sheet])


def read_seed(text: str) -> Seed:
    """From the written form; raises ValueError for any other text."""
    found = _SEED.fullmatch(text)
    if not found or found[2] not in CONDITIONS:
        raise ValueError(f"{text!r} is no sheet; write RUN/CONDITION/SHEET, such as 7/phone_curl/12")
    return Seed(int(found[1]), found[2], int(found[3]))


class Simulated(NamedTuple):
    """A picture of a marked sheet."""

    picture: Grey
    page: sheets.Page
    hand: str
    truth: Answers
    marks: dict[Key, str]  # what was drawn in each line, in words


def simulated(seed: Seed) -> Simulated:
    """The sheet of that seed."""
    rng = seed.chance()
    return taken(sheets.page(seed.run, rng), CONDITIONS[seed.condition], rng)


def taken(page: sheets.Page, condition: Condition, rng: np.random.Generator) -> Simulated:
    """The page printed, marked and taken a picture of as the condition says."""
    hand = condition.hand(rng)
    printed = condition.printer(page.image, rng)
    lines = [each for each in page.layout.sheet(page.form).lines if each.page == page.code.page]
    truth = meant(lines, rng, some_stop=condition.some_stop)
    drawn = draw(printed.image, page.layout, page.form, page.code.page, truth, hand, rng, printed.lies)
    image = condition.copier(drawn.image, rng).image if condition.copier else drawn.image
    picture = CAMERAS[condition.camera](image, rng)
    return Simulated(picture, page, hand.name, truth, drawn.marks)
