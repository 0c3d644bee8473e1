"""Which rings are marked: judged against this pupil's own marks, and a band between that goes to a person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from quizmill.classroom.scan.arrays import Real
from quizmill.classroom.scan.reading import Doubt, LineReading
from quizmill.compose.answer_sheet.layout import Line

_OFF, _OFF_NOISE = 0.02, 7.0  # darkness, standard deviations of empty rings: what is lighter is nothing
_ON = 0.40  # of the pupil's usual mark: what is darker is one
_LEAST_ON, _ON_NOISE = 0.07, 10.0  # as for what is nothing, for whoever marks faintly
_MOST_ON = 0.30  # darkness that is a mark, however heavy the others are
_BAND = 0.6  # the lower limit is never more than this part of the upper
_SECOND = 0.28  # of the line's darkest: a second mark, or one that was erased
_ALSO = 0.75  # likewise: as good a mark as the other
_WEAK = 0.12  # darkness of a hand that may have vanished here and there
_WEAK_SURE = 0.75  # of such a hand's usual mark: what is lighter goes to a person
_PLACED = 0.4  # of the clearness that outlines have on this page: less, and the rings are elsewhere


class Levels(NamedTuple):
    """What is a mark on this page: darkness below *off* is none, *on* or more is one; *usual* is typical."""

    off: float
    on: float
    usual: float


def judged(
    lines: Sequence[Line], darkness: Sequence[Real], fits: Sequence[float], *, black_and_white: bool
) -> tuple[LineReading, ...]:
    """Every line with what is marked in it; *fits* says how clear its outlines are where it was measured."""
    levels = levels_of(darkness)
    wary = black_and_white or 0 < levels.usual < _WEAK
    return tuple(
        _judged(line, dark, fit, levels, wary) for line, dark, fit in zip(lines, darkness, fits, strict=True)
    )


def levels_of(darkness: Sequence[Real]) -> Levels:
    """By the marks of the page itself."""
    every = np.concatenate(darkness)
    light = every[every < np.median(every) + 0.05]
    noise = 1.4826 * float(np.median(np.abs(light)))
    darkest = np.array([each.max() for each in darkness])
    marks = darkest[darkest > max(_OFF, _OFF_NOISE * noise)]
    usual = float(np.median(marks)) if len(marks) else 0.0
    on = min(max(_ON * usual, _LEAST_ON, _ON_NOISE * noise), _MOST_ON)
    off = min(max(_OFF, _OFF_NOISE * noise), _BAND * on)
    return Levels(off, on, usual)


def _judged(line: Line, dark: Real, fit: float, levels: Levels, wary: bool) -> LineReading:
    marked, doubt = (_each_alone if line.several else _one)(dark, levels)
    if fit < _PLACED:
        doubt = Doubt.UNCLEAR
    elif doubt is None and wary:
        doubt = _wary(dark, marked, levels)
    return LineReading(line.number, line.part, tuple(round(float(each), 4) for each in dark), marked, doubt)


def _each_alone(dark: Real, levels: Levels) -> tuple[tuple[int, ...], Doubt | None]:
    middle = (levels.off + levels.on) / 2
    between = bool(((dark >= levels.off) & (dark < levels.on)).any())
    return tuple(np.flatnonzero(dark > middle).tolist()), Doubt.FAINT if between else None


def _one(dark: Real, levels: Levels) -> tuple[tuple[int, ...], Doubt | None]:
    order = np.argsort(-dark, kind="stable")
    first = dark[order[0]]
    if first < levels.off:
        return (), None
    if first < levels.on:
        likely = first > (levels.off + levels.on) / 2
        return ((int(order[0]),) if likely else ()), Doubt.FAINT
    others = [int(each) for each in order[1:] if dark[each] >= max(levels.off, _SECOND * first)]
    also = [each for each in others if dark[each] > _ALSO * first]
    return tuple(sorted([int(order[0]), *also])), Doubt.SECOND if others else None


def _wary(dark: Real, marked: tuple[int, ...], levels: Levels) -> Doubt | None:
    """What cannot be believed where marks may have vanished."""
    if not marked:
        return Doubt.BLANK
    return Doubt.FAINT if levels.usual < _WEAK and dark.max() < _WEAK_SURE * levels.usual else None
