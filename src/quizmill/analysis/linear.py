"""The inverse of a small positive matrix."""

from __future__ import annotations

import math
from collections.abc import Sequence
from operator import mul


def inverse(matrix: Sequence[Sequence[float]]) -> list[list[float]] | None:
    """Of a symmetric positive definite *matrix*, by Cholesky's factors; None when it is none."""
    size = len(matrix)
    lower: list[list[float]] = []
    for i in range(size):
        row: list[float] = []
        for j in range(i):
            row.append((matrix[i][j] - sum(map(mul, row, lower[j]))) / lower[j][j])
        rest = matrix[i][i] - sum(map(mul, row, row))
        if not rest > 0:
            return None
        lower.append([*row, math.sqrt(rest)])
    columns = _inverse_of_lower(lower)
    made = [[0.0] * size for _ in range(size)]
    for i in range(size):
        for j in range(i + 1):
            made[i][j] = made[j][i] = sum(map(mul, columns[i], columns[j][i - j :]))
    return made


def _inverse_of_lower(lower: list[list[float]]) -> list[list[float]]:
    """The columns of the inverse of a lower triangle, each from its diagonal down."""
    size, columns = len(lower), []
    for j in range(size):
        column = [1 / lower[j][j]]
        for i in range(j + 1, size):
            column.append(-sum(map(mul, lower[i][j:i], column)) / lower[i][i])
        columns.append(column)
    return columns
