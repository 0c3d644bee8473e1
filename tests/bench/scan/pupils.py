"""What pupils mean to answer on a page of lines: the truth that a reader is held against."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy as np

from quizmill.compose.answer_sheet.layout import Line

from .hands import Key

BLANK = 0.03  # of the answers
DOUBLE = 0.01  # likewise: two rings where one was asked for
_EMPTY, _STOPS = 0.01, 0.03  # of the pupils: hand in an empty sheet; do not come to the end


def meant(
    lines: Sequence[Line], rng: np.random.Generator, *, some_stop: bool = True
) -> dict[Key, frozenset[int]]:
    """What is to be marked in each line; not every pupil comes to the end of a page, if *some_stop*."""
    every: dict[Key, frozenset[int]] = {}
    for _, group in groupby(lines, key=lambda line: line.number):
        every.update(_of_question(list(group), rng))
    u, last = rng.random(), len(lines)
    if not some_stop:
        return every
    if u < _EMPTY:
        last = 0
    elif u < _EMPTY + _STOPS:
        last = int(rng.integers(1, len(lines) + 1))
    reached = {(line.number, line.part) for line in lines[:last]}
    return {key: rings if key in reached else frozenset() for key, rings in every.items()}


def _of_question(lines: Sequence[Line], rng: np.random.Generator) -> dict[Key, frozenset[int]]:
    if rng.random() < BLANK:
        return {(line.number, line.part): frozenset() for line in lines}
    digits = len(lines[0].labels) >= 10
    used = int(rng.integers(1, len(lines) + 1)) if digits else len(lines)
    skipped = len(lines) - used  # a number is written to the right
    return {
        (line.number, line.part): _of_line(line, rng) if k >= skipped else frozenset()
        for k, line in enumerate(lines)
    }


def _of_line(line: Line, rng: np.random.Generator) -> frozenset[int]:
    count = len(line.labels)
    if line.several:
        return frozenset(np.flatnonzero(rng.random(count) < 0.4).tolist())
    one = int(rng.integers(count))
    if rng.random() < DOUBLE:
        return frozenset({one, (one + 1 + int(rng.integers(count - 1))) % count})
    return frozenset({one})
