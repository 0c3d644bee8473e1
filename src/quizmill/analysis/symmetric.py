"""Elementary symmetric functions, and what a Rasch model expects of them given the scores.

gamma_r is the sum over all choices of r questions of the products of their e = exp(-b). All is made of sums
of positive terms (the summation algorithm, Andersen 1972), so nothing cancels.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate
from operator import add, mul

Polynomial = list[float]  # gamma_0, gamma_1, …


def log_gammas(e: Sequence[float]) -> list[float]:
    """The logarithm of each gamma_r, r from 0 to k."""
    return [math.log(each) for each in _product(e)]


def expected(e: Sequence[float], scores: Sequence[int]) -> tuple[list[float], list[list[float]]]:
    """How many of persons with these *scores* (0, 1, … k) solve each question, and the information.

    The information is the matrix of the covariances of the answers, summed over the persons. In one pass for
    each question i the polynomial of the others is made, and what every other factor adds to it: k cubed
    products in all, where making the polynomial without every pair anew would take k to the fourth.
    """
    size = len(e)
    gammas = _product(e)
    weights = [count / gamma for count, gamma in zip(scores, gammas, strict=True)]
    weights[0] = weights[size] = 0.0  # who has none or all says nothing
    shares, both = [], []
    for i in range(size):
        others = [*e[:i], *e[i + 1 :]]
        firsts = list(accumulate(others, _times, initial=[1.0]))
        shares.append([0.0, *(e[i] * gamma for gamma in firsts[-1])])  # of gamma_r, what has i
        row = _partners(others, firsts, [e[i] * weight for weight in weights[1:]])
        row.insert(i, 0.0)
        both.append(row)
    scaled = [[weight * each for weight, each in zip(weights, share, strict=True)] for share in shares]
    means = [math.fsum(share) for share in scaled]
    apart = [[each / gamma for each, gamma in zip(share, gammas, strict=True)] for share in shares]
    information = [
        [pair - sum(map(mul, own, other)) for pair, other in zip(row, apart, strict=True)]
        for row, own in zip(both, scaled, strict=True)
    ]
    for i, mean in enumerate(means):
        information[i][i] += mean
    return means, information


def _partners(others: Sequence[float], firsts: list[Polynomial], weights: Sequence[float]) -> list[float]:
    """For each j of the *others*, the weighted sum of the coefficients in which e_j has part.

    *weights* are those of the coefficients of their product. From the last factor back: what a coefficient
    of the first m factors will weigh in the end.
    """
    heavy, found = list(weights), []
    for value, first in zip(reversed(others), reversed(firsts[:-1]), strict=True):
        later = heavy[1:]
        found.append(value * sum(map(mul, first, later)))
        heavy = [now + value * then for now, then in zip(heavy[:-1], later, strict=True)]
    found.reverse()
    return found


def _product(e: Sequence[float]) -> Polynomial:
    product = [1.0]
    for each in e:
        product = _times(product, each)
    return product


def _times(polynomial: Polynomial, e: float) -> Polynomial:
    """Times 1 + e x."""
    return list(map(add, [*polynomial, 0.0], [0.0, *[e * each for each in polynomial]]))
