"""Numbers and lengths as drawings write them (SVG 2, 8.9; CSS Values 4, 6), and how large a drawing is."""

from __future__ import annotations

import re
from typing import NamedTuple

from quizmill.bank.drawing.svg_tree import Node

NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
FARTHEST = 1e7  # from the origin; what lies farther is never seen

_NUMBER = re.compile(NUMBER)
_LENGTH = re.compile(rf"({NUMBER})\s*([a-zA-Z]*|%)")
_PIXELS = {
    "": 1.0,
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
    "q": 24 / 25.4,
}
_EMS = {"em": 1.0, "ex": 0.53, "ch": 0.55}
_ROOT_EM = 16.0
_LEAST = 300.0  # pixels along a drawing that has a view and no size: programs let it fill their room
_LONGEST = 60  # characters of a length


class Box(NamedTuple):
    """A rectangle in pixels."""

    x: float
    y: float
    width: float
    height: float


def number(text: str) -> float:
    """A number as *text* has it, no farther out than anything is drawn."""
    return max(-FARTHEST, min(FARTHEST, float(text)))


def numbers(text: str) -> list[float]:
    """All numbers of a list."""
    return [number(found) for found in _NUMBER.findall(text)]


def length(text: str | None, *, of: float = 0.0, em: float = _ROOT_EM) -> float | None:
    """A length in pixels, where *of* is all of it; None where it is none."""
    found = _LENGTH.fullmatch(text.strip()) if text and len(text) <= _LONGEST else None
    if not found:
        return None
    many, unit = number(found.group(1)), found.group(2).lower()
    if unit == "%":
        return many * of / 100
    if unit == "rem":
        return many * _ROOT_EM
    by = _EMS[unit] * em if unit in _EMS else _PIXELS.get(unit)
    return None if by is None else max(-FARTHEST, min(FARTHEST, many * by))


def view_box(element: Node) -> Box | None:
    """What of its plane an element shows; None where it does not say."""
    found = numbers(element.attributes.get("viewBox", ""))
    return Box(*found) if len(found) == 4 and found[2] > 0 and found[3] > 0 else None


def size(root: Node) -> tuple[float, float] | None:
    """Width and height of a drawing in pixels; None where it does not say, and programs take any."""
    across, down = (_absolute(root.attributes.get(name)) for name in ("width", "height"))
    if across and down:
        return across, down
    box = view_box(root)
    if not box:
        return None
    if across:
        return across, across * box.height / box.width
    if down:
        return down * box.width / box.height, down
    by = max(1.0, _LEAST / max(box.width, box.height))
    return box.width * by, box.height * by


def _absolute(text: str | None) -> float | None:
    found = length(text)
    return found if found and found > 0 and not (text or "").rstrip().endswith("%") else None
