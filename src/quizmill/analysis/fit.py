"""How well a Rasch model fits each question: what was answered against what a score makes likely."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

_STEPS = 100
_CLOSE = 1e-10  # logits


class Fit(NamedTuple):
    """Mean squares of each question, 1 where the model holds (Wright and Masters 1982), and the abilities."""

    infit: list[float]  # sum (x - P)² / sum P (1 - P)
    outfit: list[float]  # the mean of (x - P)² / (P (1 - P))
    abilities: tuple[float, ...]  # logits, of the scores from 1 to k - 1: where as many are expected right


def fit(persons: Sequence[Sequence[int]], difficulties: Sequence[float]) -> Fit:
    """Of *persons* with some right and some wrong; how many of each score solve a question says it all."""
    size = len(difficulties)
    scores = [0] * size
    solved = [[0] * size for _ in range(size)]  # by score, of each question
    for pattern in persons:
        score = sum(pattern)
        scores[score] += 1
        solved[score] = [count + mark for count, mark in zip(solved[score], pattern, strict=True)]
    abilities = _abilities(difficulties)
    residue, weight, outfit = [0.0] * size, [0.0] * size, [0.0] * size
    for score, theta in enumerate(abilities, 1):
        if not scores[score]:
            continue
        for at, difficulty in enumerate(difficulties):
            p = _right(theta - difficulty)
            right, wrong = solved[score][at], scores[score] - solved[score][at]
            squares = right * (1 - p) ** 2 + wrong * p**2
            residue[at] += squares
            weight[at] += scores[score] * p * (1 - p)
            outfit[at] += squares / (p * (1 - p))
    infit = [square / expected for square, expected in zip(residue, weight, strict=True)]
    return Fit(infit, [each / len(persons) for each in outfit], abilities)


def _abilities(difficulties: Sequence[float]) -> tuple[float, ...]:
    """By Newton's method from the ability of the score below."""
    size, found = len(difficulties), []
    theta = math.log(1 / (size - 1)) if size > 1 else 0.0
    for score in range(1, size):
        for _ in range(_STEPS):
            shares = [_right(theta - difficulty) for difficulty in difficulties]
            step = (score - sum(shares)) / sum(p * (1 - p) for p in shares)
            theta += max(-1.0, min(1.0, step))
            if abs(step) < _CLOSE:
                break
        found.append(theta)
    return tuple(found)


def _right(distance: float) -> float:
    return 1 / (1 + math.exp(-distance))
