"""Rasch difficulties by conditional maximum likelihood: P(right) = 1 / (1 + exp(b - theta)).

Given the scores, the likelihood holds the difficulties b alone (Andersen 1972), so that nothing is assumed
about the abilities of a class: log L = -sum s_i b_i - sum n_r log gamma_r(exp(-b)), with s_i the persons
right on question i, n_r those of score r, scores 0 and k left out, and sum b = 0.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from operator import mul

import msgspec

from quizmill.analysis import linear
from quizmill.analysis.fit import Fit, fit
from quizmill.analysis.lack import Lack
from quizmill.analysis.symmetric import expected, log_gammas
from quizmill.analysis.well_posed import connected, without_constant

MOST = 200  # questions; a step costs their number cubed
_STEPS = 50  # of Newton's method, which needs fewer than ten
_CLOSE = 1e-9  # logits
_LONGEST = 2.0  # logits that a step may move a difficulty

Pattern = Sequence[int]  # what one person has right, 1, and wrong, 0, on every question


class RaschItem(msgspec.Struct, frozen=True, kw_only=True):
    """One question. The higher the difficulty, the harder; 0 is the mean of the test."""

    question: int  # its place in the patterns
    difficulty: float  # logits
    error: float  # its standard error
    infit: float  # mean squares, 1 where the model holds; looked at outside 0.7 to 1.3
    outfit: float


class Rasch(msgspec.Struct, frozen=True, kw_only=True):
    """The difficulties of a test; none, and the reason, where no estimate exists."""

    items: tuple[RaschItem, ...] = ()
    left_out: dict[int, Lack] = {}  # questions without an estimate, by their place in the patterns
    persons: int = 0  # with some right and some wrong, of whom the estimate is made
    likelihood: float | None = None  # the logarithm of the conditional one
    abilities: tuple[float, ...] = ()  # logits, of the scores from 1 to k - 1 on the questions that stay
    lack: Lack | None = None
    apart: tuple[int, ...] = ()  # with `Lack.CONNECTION`, the questions that have no link to most others


def rasch(patterns: Sequence[Pattern]) -> Rasch:
    """The difficulties in *patterns*, one of each person, all of the same questions.

    A question that all or none solve of those who count is left out. 100 questions and 1,000 persons take two
    seconds, whatever the number of persons; more than 200 questions are refused.
    """
    if patterns and len(patterns[0]) > MOST:
        return Rasch(lack=Lack.SIZE)
    kept, left_out, persons = without_constant(patterns)
    if len(kept) < 2:
        lack = Lack.QUESTIONS if persons or left_out else Lack.PERSONS
        return Rasch(left_out=left_out, persons=len(persons), lack=lack)
    apart = connected(persons)
    if apart:
        places = tuple(kept[at] for at in apart)
        return Rasch(left_out=left_out, persons=len(persons), lack=Lack.CONNECTION, apart=places)
    solution = _newton(persons)
    if solution is None:
        return Rasch(left_out=left_out, persons=len(persons), lack=Lack.CONVERGENCE)
    difficulties, errors = solution
    fitted = fit(persons, difficulties)
    return Rasch(
        items=tuple(_items(kept, difficulties, errors, fitted)),
        left_out=left_out,
        persons=len(persons),
        likelihood=_likelihood(persons, difficulties),
        abilities=fitted.abilities,
    )


def _items(kept: list[int], difficulties: list[float], errors: list[float], fitted: Fit) -> list[RaschItem]:
    return [
        RaschItem(question=question, difficulty=difficulty, error=error, infit=infit, outfit=outfit)
        for question, difficulty, error, infit, outfit in zip(
            kept, difficulties, errors, fitted.infit, fitted.outfit, strict=True
        )
    ]


def _newton(persons: Sequence[Pattern]) -> tuple[list[float], list[float]] | None:
    """The difficulties and their standard errors; None when the steps do not end."""
    solved, scores = _margins(persons)
    size = len(solved)
    b = _centred([-math.log(right / (len(persons) - right)) for right in solved])
    for _ in range(_STEPS):
        means, information = expected([math.exp(-each) for each in b], scores)
        gradient = [mean - right for mean, right in zip(means, solved, strict=True)]
        # The difficulties are known up to a constant: ones added to the information make it regular, and
        # its inverse is the generalised one but for 1 / k.
        inverse = linear.inverse([[each + 1 / size for each in row] for row in information])
        if inverse is None:
            return None
        step = [sum(map(mul, row, gradient)) for row in inverse]
        longest = max(map(abs, step))
        shorter = min(1.0, _LONGEST / longest) if longest else 1.0
        b = _centred([each + shorter * move for each, move in zip(b, step, strict=True)])
        if longest < _CLOSE:
            return b, [math.sqrt(max(0.0, inverse[at][at] - 1 / size)) for at in range(size)]
    return None


def _margins(persons: Sequence[Pattern]) -> tuple[list[int], list[int]]:
    """How many solve each question, and how many have each score from 0 to k."""
    scores = [0] * (len(persons[0]) + 1)
    for pattern in persons:
        scores[sum(pattern)] += 1
    return [sum(column) for column in zip(*persons, strict=True)], scores


def _likelihood(persons: Sequence[Pattern], b: Sequence[float]) -> float:
    solved, scores = _margins(persons)
    logs = log_gammas([math.exp(-each) for each in b])
    own = math.fsum(right * each for right, each in zip(solved, b, strict=True))
    return -own - math.fsum(count * log for count, log in zip(scores, logs, strict=True) if count)


def _centred(values: Sequence[float]) -> list[float]:
    mean = math.fsum(values) / len(values)
    return [value - mean for value in values]
