"""Intervals of shares, correlations and alpha, from the incomplete beta function and the normal law.

95 % is meant where no other level is asked for: 2.5 % on each side.
"""

from __future__ import annotations

import math
from functools import lru_cache
from statistics import NormalDist
from typing import NamedTuple

_TINY = 1e-300
_TERMS = 10_000  # of a fraction that converges long before
_STEPS, _CLOSE = 100, 1e-13
_TAIL = 0.025


class Interval(NamedTuple):
    """From where to where."""

    low: float
    high: float


def share_interval(hits: float, trials: int) -> Interval:
    """The exact interval of a share (Clopper and Pearson 1934).

    Marks that are no whole number are widened to the whole ones around them: partial credit spreads less
    than right and wrong do.
    """
    return Interval(
        1 - at_most(trials - math.floor(hits), trials, _TAIL), at_most(math.ceil(hits), trials, _TAIL)
    )


@lru_cache(maxsize=8192)  # the same few counts come again and again in a class
def at_most(hits: int, trials: int, tail: float = 0.05) -> float:
    """The one-sided upper bound of a share (Clopper-Pearson): with 0 of n it is 1 - tail^(1/n)."""
    return 1.0 if hits >= trials else beta_quantile(1 - tail, hits + 1, trials - hits)


def correlation_interval(r: float, persons: int, tail: float = _TAIL) -> Interval:
    """By Fisher's z: tanh(atanh r ± z / sqrt(n - 3)); from -1 to 1 with three persons or fewer."""
    if persons <= 3:
        return Interval(-1.0, 1.0)
    middle = math.atanh(max(-1 + 1e-12, min(1 - 1e-12, r)))
    spread = NormalDist().inv_cdf(1 - tail) / math.sqrt(persons - 3)
    return Interval(math.tanh(middle - spread), math.tanh(middle + spread))


def alpha_interval(alpha: float, persons: int, questions: int) -> Interval:
    """By Feldt (1965): 1 - (1 - alpha) F, with n - 1 and (n - 1)(k - 1) degrees of freedom."""
    one, other = persons - 1, (persons - 1) * (questions - 1)
    low, high = (1 - (1 - alpha) * _f_quantile(tail, one, other) for tail in (1 - _TAIL, _TAIL))
    return Interval(low, high)


def _f_quantile(share: float, one: int, other: int) -> float:
    beta = beta_quantile(share, one / 2, other / 2)
    return other * beta / (one * (1 - beta))


def beta_quantile(share: float, a: float, b: float) -> float:
    """Below what a beta variable stays with the chance *share*; to 1e-13.

    By Newton's method from the mean, halving what is left wherever a step leads out of it.
    """
    low, high, value = 0.0, 1.0, a / (a + b)
    for _ in range(_STEPS):
        over = beta_share(value, a, b) - share
        low, high = (low, value) if over > 0 else (value, high)
        density = _power(value, a, b) / (value * (1 - value))
        step = value - over / density if density > _TINY else low
        before, value = value, step if low < step < high else (low + high) / 2
        if abs(value - before) < _CLOSE:
            break
    return value


def beta_share(value: float, a: float, b: float) -> float:
    """The regularised incomplete beta function I_x(a, b) (Press et al., Numerical Recipes, 6.4)."""
    if value <= 0 or value >= 1:
        return float(value >= 1)
    if value > (a + 1) / (a + b + 2):
        return 1 - beta_share(1 - value, b, a)
    return _power(value, a, b) * _fraction(value, a, b) / a


def _power(x: float, a: float, b: float) -> float:
    """x^a (1 - x)^b / B(a, b)."""
    scale = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    return math.exp(scale + a * math.log(x) + b * math.log1p(-x))


def _fraction(x: float, a: float, b: float) -> float:
    """Lentz's continued fraction."""
    c, d = 1.0, 1 / _off_zero(1 - (a + b) * x / (a + 1))
    found = d
    for m in range(1, _TERMS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _off_zero(1 + term * d)
            c = _off_zero(1 + term / c)
            found *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return found


def _off_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
