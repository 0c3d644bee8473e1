"""Colours as drawings write them (CSS Color 4)."""

from __future__ import annotations

import colorsys
import re
from typing import NamedTuple

from quizmill.bank.drawing.lengths import number


class Colour(NamedTuple):
    """Red, green and blue from 0 to 1, and how much of it covers what is below."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0


BLACK = Colour(0.0, 0.0, 0.0)
_LONGEST = 200  # characters
_HEX = re.compile(r"#([0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?![\w])")
_FUNCTION = re.compile(r"(rgb|hsl)a?\(([^()]*)\)")
_PART = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%|deg|turn|rad|grad)?")
_BY_DAY = re.compile(r"light-dark\(\s*((?:[^(),]|\([^()]*\))*),.*\)", re.DOTALL)


def colour(text: str | None) -> Colour | None:
    """The colour; None where it is none that is known."""
    if not text or len(text) > _LONGEST:
        return None
    text = text.strip().lower()
    if by_day := _BY_DAY.fullmatch(text):
        text = by_day.group(1).strip()
    if found := _HEX.match(text):
        digits = found.group(1)
        digits = digits if len(digits) > 4 else "".join(2 * digit for digit in digits)
        return Colour(*(int(digits[at : at + 2], 16) / 255 for at in range(0, len(digits), 2)))
    if called := _FUNCTION.fullmatch(text):
        return _computed(called.group(1), _PART.findall(called.group(2)))
    if text == "transparent":
        return Colour(0.0, 0.0, 0.0, 0.0)
    return _named(text)


def _named(text: str) -> Colour | None:
    from PIL.ImageColor import colormap

    known = colormap.get(text)  # Pillow puts numbers there once it was asked for one
    return (
        colour(known) if known is None or isinstance(known, str) else Colour(*(part / 255 for part in known))
    )


def _computed(function: str, parts: list[tuple[str, str]]) -> Colour | None:
    if len(parts) not in (3, 4):
        return None
    alpha = _share(*parts[3], of=1.0) if len(parts) == 4 else 1.0
    if function == "rgb":
        red, green, blue = (_share(many, unit, of=255.0) for many, unit in parts[:3])
        return Colour(red, green, blue, alpha)
    turn = number(parts[0][0]) * {"turn": 1.0, "rad": 1 / 6.283185307, "grad": 1 / 400}.get(
        parts[0][1], 1 / 360
    )
    saturation, lightness = (_share(many, "%", of=1.0) for many, _ in parts[1:3])
    return Colour(*colorsys.hls_to_rgb(turn % 1.0, lightness, saturation), alpha)


def _share(many: str, unit: str, *, of: float) -> float:
    return min(1.0, max(0.0, number(many) / (100.0 if unit == "%" else of)))
