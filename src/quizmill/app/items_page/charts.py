"""Small charts. Each repeats figures beside it, and so is hidden from screen readers."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from markupsafe import Markup, escape

from quizmill.analysis.intervals import Interval
from quizmill.app.items_page.figures import percent, signed

_WIDE, _HIGH = 640, 400  # of a map, in its own units
_LEFT, _RIGHT, _TOP, _BOTTOM = 72, 40, 16, 70  # margins within


class Dot(NamedTuple):
    """One item on the map of a place."""

    address: str  # of the item in the page
    name: str
    facility: float
    discrimination: float
    flagged: bool


def track(
    value: float, interval: Interval | None, low: float, high: float, sign: float | None = None
) -> Markup:
    """A value with its interval on a scale from *low* to *high*, on which *sign* is marked."""
    at = partial(_along, low, high, 3, 97)
    made = ['<path class="scale" d="M3 6H97"/>']
    if sign is not None:
        made.append(f'<path class="sign" d="M{at(sign)} 1V11"/>')
    if interval:
        made.append(f'<path class="spread" d="M{at(interval.low)} 6H{at(interval.high)}"/>')
    made.append(f'<circle cx="{at(value)}" cy="6" r="3"/>')
    return _svg("track", 100, 12, made)


def bar(share: float) -> Markup:
    """A share as a bar, as wide as there is room."""
    return Markup('<i class="bar" style="width:{}%"></i>').format(_along(0, 1, 0, 100, share))


def item_map(dots: Iterable[Dot]) -> Markup:
    """Facility from left to right, discrimination upwards; each dot leads to its item, the flagged on top."""
    found = sorted(dots, key=lambda dot: dot.flagged)
    lowest = min((dot.discrimination for dot in found), default=0.0)
    low = min(-1, math.floor(lowest * 5))  # fifths: the first line below all
    x = partial(_along, 0, 1, _LEFT, _WIDE - _RIGHT)
    y = partial(_along, 1, low / 5, _TOP, _HIGH - _BOTTOM)
    made = [_upright(x(quarter / 4), f"{25 * quarter} %") for quarter in range(5)]
    made += [_across(y(fifth / 5), fifth) for fifth in range(low, 6)]
    made.append(f'<text x="{x(0.5)}" y="{_HIGH - 8}" text-anchor="middle">facility</text>')
    turned = f"translate(18 {y((1 + low / 5) / 2)}) rotate(-90)"
    made.append(f'<text transform="{turned}" text-anchor="middle">discrimination</text>')
    made += [_dot(dot, x(dot.facility), y(dot.discrimination)) for dot in found]
    return _svg("map", _WIDE, _HIGH, made)


def _upright(x: str, told: str) -> str:
    line = f'<path class="grid" d="M{x} {_TOP}V{_HIGH - _BOTTOM}"/>'
    return f'{line}<text x="{x}" y="{_HIGH - _BOTTOM + 28}" text-anchor="middle">{told}</text>'


def _across(y: str, fifth: int) -> str:
    line = f'<path class="{"grid" if fifth else "zero"}" d="M{_LEFT} {y}H{_WIDE - _RIGHT}"/>'
    return f'{line}<text x="{_LEFT - 8}" y="{y}" dy=".35em" text-anchor="end">{signed(fifth / 5, 1)}</text>'


def _dot(dot: Dot, x: str, y: str) -> str:
    """A circle; a larger diamond where something stands against the item: colour alone tells too little."""
    shape = f'<path d="M{x} {y}m0-7 7 7-7 7-7-7z"/>' if dot.flagged else f'<circle cx="{x}" cy="{y}" r="4"/>'
    told = escape(f"{dot.name}: {percent(dot.facility)}, {signed(dot.discrimination)}")
    kind = ' class="flagged"' if dot.flagged else ""
    return f'<a href="#{dot.address}" tabindex="-1"{kind}><title>{told}</title>{shape}</a>'


def _along(low: float, high: float, begin: float, end: float, value: float) -> str:
    """Where a value stands on a scale, within its ends."""
    share = max(0.0, min(1.0, (value - low) / (high - low)))
    return f"{begin + share * (end - begin):.1f}".removesuffix(".0")


def _svg(kind: str, width: int, height: int, made: Iterable[str]) -> Markup:
    drawn = "".join(made)
    return Markup(  # noqa: S704  # numbers of ours, and names that are escaped
        f'<svg class="{kind}" viewBox="0 0 {width} {height}" aria-hidden="true">{drawn}</svg>'
    )
