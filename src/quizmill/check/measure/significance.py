"""How likely chance alone would give what was counted. Exact where it is discrete; no library needed."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

_NEGLIGIBLE = 1e-18  # probabilities below it are left out of a sum
_TERMS = 10_000  # of a series that converges long before


def at_least(trials: Mapping[float, int], wins: int) -> float:
    """The chance of *wins* or more, when of each probability so many independent trials are made."""
    start, masses = 0, [1.0]
    for probability, count in trials.items():
        first, own = _binomial(count, probability)
        start, masses = start + first, _convolved(masses, own)
    return min(1.0, math.fsum(masses[max(0, wins - start) :]))


def two_sided(trials: int, wins: int) -> float:
    """The chance of a count as far from half of *trials* as *wins* is, or farther: the exact sign test."""
    extreme = max(wins, trials - wins)
    return min(1.0, 2 * at_least({0.5: trials}, extreme))


def uniform(counts: Sequence[int]) -> float:
    """Pearson's chi-squared test: the chance of counts so uneven when every place is equally likely."""
    expected = sum(counts) / len(counts)
    statistic = sum((count - expected) ** 2 for count in counts) / expected
    return _upper_gamma((len(counts) - 1) / 2, statistic / 2)


def _binomial(count: int, probability: float) -> tuple[int, list[float]]:
    """The first number of wins that is not negligible, and the chances from there on."""
    if probability in (0.0, 1.0):
        return (count if probability else 0), [1.0]
    spread = 10 * math.sqrt(count * probability * (1 - probability)) + 10
    low = max(0, int(count * probability - spread))
    high = min(count, int(count * probability + spread))
    masses = [math.exp(_log_mass(count, wins, probability)) for wins in range(low, high + 1)]
    return low, masses


def _log_mass(count: int, wins: int, probability: float) -> float:
    ways = math.lgamma(count + 1) - math.lgamma(wins + 1) - math.lgamma(count - wins + 1)
    return ways + wins * math.log(probability) + (count - wins) * math.log1p(-probability)


def _convolved(one: list[float], other: list[float]) -> list[float]:
    found = [0.0] * (len(one) + len(other) - 1)
    for i, mass in enumerate(one):
        if mass > _NEGLIGIBLE:
            for j, another in enumerate(other):
                found[i + j] += mass * another
    return found


def _upper_gamma(shape: float, value: float) -> float:
    """The regularised upper incomplete gamma function Q (Press et al., Numerical Recipes, 6.2)."""
    if value <= 0:
        return 1.0
    scale = math.exp(shape * math.log(value) - value - math.lgamma(shape))
    if value < shape + 1:
        return 1.0 - scale * _series(shape, value)
    return scale * _fraction(shape, value)


def _series(shape: float, value: float) -> float:
    term = total = 1 / shape
    for n in range(1, _TERMS):
        term *= value / (shape + n)
        total += term
        if term < total * 1e-15:
            break
    return total


def _fraction(shape: float, value: float) -> float:
    """Lentz's continued fraction."""
    b = value + 1 - shape
    c, d = 1e300, 1 / b
    found = d
    for n in range(1, _TERMS):
        a = -n * (n - shape)
        b += 2
        d = 1 / (a * d + b)
        c = b + a / c
        found *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return found
