"""Pupils' hands: what each marks with, how, and what goes wrong; `draw` marks a page as such a hand does.

Widths are in millimetres, angles in radians, everything else about a mark in radii of the ring.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from quizmill.compose.answer_sheet.layout import Layout, Line

from . import manners
from .pixels import MM, Grey, Real
from .strokes import Ink, covered, lay

Key = tuple[int, int]  # a line's question and part
Answers = Mapping[Key, frozenset[int]]  # the rings that are meant

STRAIGHT = np.array([[1.0, 0, 0], [0, 1, 0]])  # a page that lies where it was drawn


class Pen(NamedTuple):
    """What is written with."""

    name: str
    grey: tuple[float, float]  # between hands
    width: tuple[float, float]  # mm
    grain: float
    bleed: float  # mm
    erasable: bool = True


PENS = {
    each.name: each
    for each in (
        Pen("pencil", (55, 125), (0.35, 0.7), 0.16, 0.07),
        Pen("soft pencil", (35, 90), (0.5, 0.95), 0.22, 0.09),
        Pen("hard pencil", (135, 182), (0.25, 0.45), 0.2, 0.06),
        Pen("ballpoint", (30, 105), (0.28, 0.5), 0.1, 0.05, erasable=False),
        Pen("fineliner", (20, 70), (0.35, 0.6), 0.04, 0.06, erasable=False),
        Pen("felt pen", (15, 60), (0.9, 1.7), 0.03, 0.16, erasable=False),
    )
}


class Hand(NamedTuple):
    """One pupil, the same from the first ring to the last."""

    name: str  # the pen and the manner
    pen: Pen
    manner: str  # of `manners.MANNERS`
    grey: tuple[float, float]  # between this hand's marks
    width: float | None = None  # mm; None: as the manner pleases
    slant: float = 0.0
    size: float = 1.0
    offset: tuple[float, float] = (0.0, 0.0)  # where its marks lie beside the ring's centre
    spread: float = 0.10  # and how much that varies
    changes: float = 0.04  # of the answers: marked wrongly first, then changed
    strikes: float = 0.0  # of the changes: struck through instead of erased
    partly: float = 0.0  # likewise: erased, and not well
    dots: float = 0.015  # of the answers: a pen that rested on another ring
    halves: float = 0.01  # of the answers: left half done
    smears: bool = False  # a hand that follows the pen across what it wrote


def yardstick_hand(rng: np.random.Generator) -> Hand:
    """Mostly filled, some faint, crossed or ticked: the mixture that readers are compared by."""
    manner = str(rng.choice(["fill", "faint", "cross", "tick"], p=[0.7, 0.12, 0.12, 0.06]))
    grey = {"fill": (20.0, 125.0), "faint": (140.0, 180.0)}.get(manner, (15.0, 110.0))
    return Hand(manner, PENS["pencil"], "hatch" if manner in ("fill", "faint") else manner, grey)


def filled_hand(rng: np.random.Generator) -> Hand:
    """Those of the same pupils who fill the ring, with a pencil that is not hard."""
    del rng
    return Hand("fill", PENS["pencil"], "hatch", (20.0, 125.0))


_OWN_MANNERS = {
    "hatch": 0.40,
    "spiral": 0.14,
    "wild": 0.12,
    "cross": 0.10,
    "wide cross": 0.05,
    "tick": 0.08,
    "dash": 0.03,
    "dot": 0.04,
    "circle": 0.04,
}
_OWN_PENS = {
    "pencil": 0.34,
    "soft pencil": 0.16,
    "hard pencil": 0.10,
    "ballpoint": 0.24,
    "fineliner": 0.09,
    "felt pen": 0.07,
}


def own_hand(rng: np.random.Generator, manner: str | None = None, pen: str | None = None) -> Hand:
    """A pupil of any kind, or of the kind that is asked for."""
    manner = manner or _one_of(_OWN_MANNERS, rng)
    tool = PENS[pen or _one_of(_OWN_PENS, rng)]
    usual = rng.uniform(*tool.grey)
    varies = rng.uniform(4, 18)
    return Hand(
        f"{tool.name}, {manner}",
        tool,
        manner,
        (max(10.0, usual - varies), usual + varies),
        width=rng.uniform(*tool.width),
        slant=rng.normal(0, 0.25),
        size=rng.uniform(0.8, 1.15),
        offset=(rng.normal(0, 0.1), rng.normal(0, 0.1)),
        spread=rng.uniform(0.05, 0.15),
        strikes=0.15 if tool.erasable else 1.0,
        partly=0.25,
        smears=bool(tool.grain > 0.1 and rng.random() < 0.1),
    )


class Drawn(NamedTuple):
    """The page with its marks, and in words what was done in each line."""

    image: Grey
    marks: dict[Key, str]


def draw(
    image: Grey,
    layout: Layout,
    form: str,
    page: int,
    answers: Answers,
    hand: Hand,
    rng: np.random.Generator,
    lies: Real = STRAIGHT,
) -> Drawn:
    """A copy of the page, 300 dpi, on which the hand has marked what is meant, slips and all.

    *lies* says where the paper's pixels are in the image, if a printer moved them. The truth is what is
    meant: whatever else is drawn was taken back, or was never an answer.
    """
    marker = _Marker(image.copy(), hand, layout.ring * MM * float(np.hypot(*lies[:, 0])), lies, rng)
    marks = {}
    for line in layout.sheet(form).lines:
        if line.page == page:
            key = line.number, line.part
            marks[key] = marker.line(line, sorted(answers.get(key, ())))
    return Drawn(marker.image, marks)


class _Marker:
    """A hand at work on one page."""

    def __init__(self, image: Grey, hand: Hand, radius: float, lies: Real, rng: np.random.Generator) -> None:
        self.image, self._hand, self._radius, self._lies, self._rng = image, hand, radius, lies, rng

    def line(self, line: Line, meant: Sequence[int]) -> str:
        others = [ring for ring in range(len(line.labels)) if ring not in meant]
        slip = self._slip() if meant and others else ""
        said = [f"{self._hand.name} {''.join(line.labels[ring] for ring in meant) or 'nothing'}"]
        if slip in ("change", "dot"):
            wrong = int(self._rng.choice(others))
            did = (
                self._take_back(line, wrong) if slip == "change" else self._mark(line, wrong, "rest") or "dot"
            )
            said.append(f"{did} {line.labels[wrong]}")
        for ring in meant:
            half = slip == "half" and self._hand.manner in manners.FILLED
            self._mark(line, ring, "half" if half else self._hand.manner)
        if slip == "half":
            said.append("half done")
        return ", ".join(said)

    def _slip(self) -> str:
        u, hand = self._rng.random(), self._hand
        for name, share in (("change", hand.changes), ("dot", hand.dots), ("half", hand.halves)):
            if u < share:
                return name
            u -= share
        return ""

    def _mark(self, line: Line, ring: int, manner: str) -> None:
        hand, rng = self._hand, self._rng
        width = None if hand.width is None else hand.width * MM / self._radius
        strokes = manners.strokes(manner, width, hand.size, hand.slant, rng)
        ink = Ink(rng.uniform(*hand.grey), hand.pen.grain, hand.pen.bleed)
        at = self._at(line, ring)
        lay(self.image, covered(self.image.shape, at, self._radius, strokes, ink.bleed), ink, rng)
        if hand.smears:
            self._smear(at, ink.grey)

    def _take_back(self, line: Line, ring: int) -> str:
        """A wrong mark, and what is left of it."""
        hand, rng = self._hand, self._rng
        if rng.random() < hand.strikes:
            self._mark(line, ring, hand.manner)
            self._mark(line, ring, "strike")
            return "struck through"
        before = self.image.copy()
        self._mark(line, ring, hand.manner)
        if rng.random() < hand.partly:
            left, said = rng.uniform(0.25, 0.5), "partly erased"
        else:
            left, said = rng.uniform(0.08, 0.25), "erased"
        self._rub(before, self._at(line, ring), left)
        return said

    def _rub(self, before: Grey, at: Real, left: float) -> None:
        """An eraser's work: so much of the mark is left, unevenly, and a grey smudge about it."""
        reach = int(4.2 * self._radius)
        rows, columns = (slice(max(0, int(each) - reach), int(each) + reach) for each in at[::-1])
        was, now = before[rows, columns].astype(np.float32), self.image[rows, columns].astype(np.float32)
        remains = left * manners.patches(was.shape, self._rng)
        smudge = manners.haze(was.shape, self._rng.uniform(0.3, 0.6)) * self._rng.uniform(0, 14)
        self.image[rows, columns] = np.clip(was - (was - now) * np.clip(remains, 0, 1) - smudge, 0, 255)

    def _smear(self, at: Real, grey: float) -> None:
        """Graphite drawn to the right of a mark by the hand that follows."""
        length = int(self._rng.uniform(2, 6) * MM)
        high = int(0.8 * self._radius)
        rows, columns = slice(int(at[1]) - high, int(at[1]) + high), slice(int(at[0]), int(at[0]) + length)
        part = self.image[rows, columns].astype(np.float32)
        fades = np.linspace(1, 0, part.shape[1], dtype=np.float32) ** 1.5
        streaks = np.clip(self._rng.normal(0.7, 0.4, (part.shape[0], 1)), 0, 1)
        self.image[rows, columns] = np.clip(part - (255 - grey) * 0.16 * streaks * fades, 0, 255)

    def _at(self, line: Line, ring: int) -> Real:
        centre = line.centre(ring)
        printed = self._lies @ (centre.x * MM, centre.y * MM, 1)
        beside = self._rng.normal(self._hand.offset, self._hand.spread)
        result: Real = printed + beside * self._radius
        return result


def _one_of(shares: Mapping[str, float], rng: np.random.Generator) -> str:
    return str(rng.choice(list(shares), p=np.array(list(shares.values()))))
