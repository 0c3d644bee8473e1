"""What somebody who knows nothing would score by picking blindly: the floor to read a score against."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import assert_never

from quizmill.bank.model import (
    Cloze,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    ShortAnswer,
    TrueFalse,
)
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper


def guessing_percent(paper: Paper) -> float:
    """The percentage a blind guesser expects on *paper*; essays, which nobody can guess, do not count."""
    counted = [each for each in paper.exercises if not isinstance(each.question, Essay)]
    possible = sum(each.question.marks for each in counted)
    expected = sum(each.question.marks * guessing_share(each) for each in counted)
    return 100 * expected / possible if possible else 0.0


def guessing_share(exercise: Exercise) -> float:
    """The share of its marks, from 0 to 1, that a blind guesser expects: none of a written answer's."""
    question = exercise.question
    match question:
        case MultipleChoice() | TrueFalse() | Matching():
            return 1 / len(exercise.options)  # of a matching: each left's, whatever the others get
        case MultipleResponse():
            return _picking(len(exercise.key), len(exercise.options))
        case Ordering():
            return (_longest_run(len(question.sequence)) - 1) / (len(question.sequence) - 1)
        case ShortAnswer() | Numerical() | Cloze() | Essay():
            return 0.0
        case _:
            assert_never(question)


def _picking(right: int, options: int) -> float:
    """By the best number of options to pick: right picks less wrong ones, never below 0 (hypergeometric)."""
    wrong = options - right
    return max(
        sum(
            max(0, 2 * hits - picks) / right * math.comb(right, hits) * math.comb(wrong, picks - hits)
            for hits in range(max(0, picks - wrong), min(right, picks) + 1)
        )
        / math.comb(options, picks)
        for picks in range(1, options + 1)
    )


def _longest_run(steps: int) -> float:
    """The expected longest rising run, gaps allowed, of a random order (Schensted 1961).

    It is the mean first row of Young diagrams, each weighted by the square of its number of standard
    tableaux, which the hook lengths give (Frame, Robinson and Thrall 1954).
    """
    total = math.factorial(steps)
    return sum(shape[0] * _tableaux(shape) ** 2 for shape in _partitions(steps, steps)) / total


def _tableaux(shape: tuple[int, ...]) -> int:
    hooks = 1
    for row, length in enumerate(shape):
        for column in range(length):
            below = sum(other > column for other in shape[row + 1 :])
            hooks *= length - column + below
    return math.factorial(sum(shape)) // hooks


def _partitions(number: int, largest: int) -> Iterator[tuple[int, ...]]:
    if number == 0:
        yield ()
    for first in range(min(number, largest), 0, -1):
        for rest in _partitions(number - first, first):
            yield (first, *rest)
