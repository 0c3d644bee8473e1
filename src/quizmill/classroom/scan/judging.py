"""Which rings are marked: judged against this pupil's own marks, and a band between that goes to a person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from quizmill.classroom.scan.measuring import Ink
from quizmill.classroom.scan.reading import Doubt, LineReading
from quizmill.compose.answer_sheet.layout import Line

_OFF, _OFF_NOISE = 0.02, 7.0  # darkness, standard deviations of empty rings: what is lighter is nothing
_ON = 0.40  # of the pupil's usual mark: what is darker is one
_LEAST_ON, _ON_NOISE = 0.07, 10.0  # as for what is nothing, for whoever marks faintly
_MOST_ON = 0.30  # darkness that is a mark, however heavy the others are
_DEVIATION = 1.4826  # of a normal distribution by its median deviation
_BAND = 0.6  # the lower limit is never more than this part of the upper
_DEEP = 0.5  # of the depth of the pupil's usual mark: what is less deep may be what the eraser left
_SECOND = 0.28  # of the line's mark: what is lighter beside it is an erased one, or a slip of the pencil
_ERASED = 0.35  # of its depth: likewise, however broad it is
_ALSO = 0.75  # of the line's mark: as good as that one
_WEAK = 0.12  # darkness of a hand that may have vanished here and there
_WEAK_SURE = 0.75  # of such a hand's usual mark: what is lighter goes to a person
_PLACED = 0.4  # of the clearness that outlines have on this page: less, and the rings are elsewhere

_Verdict = tuple[tuple[int, ...], Doubt | None]  # the rings that are marked, and why that is not sure


class Levels(NamedTuple):
    """What is a mark on this page: darkness below *off* is none, *on* or more is one; *usual* is typical."""

    off: float
    on: float
    usual: float
    deep: float  # the depth of a typical mark


def judged(
    lines: Sequence[Line], inks: Sequence[Ink], fits: Sequence[float], *, black_and_white: bool
) -> tuple[LineReading, ...]:
    """Every line with what is marked in it; *fits* says how clear its outlines are where it was measured."""
    levels = levels_of(inks)
    wary = black_and_white or 0 < levels.usual < _WEAK
    return tuple(
        _judged(line, ink, fit, levels, wary) for line, ink, fit in zip(lines, inks, fits, strict=True)
    )


def levels_of(inks: Sequence[Ink]) -> Levels:
    """By the marks of the page itself."""
    light = np.concatenate([np.sort(each.mean)[: -(-len(each.mean) // 2)] for each in inks])
    noise = _DEVIATION * float(np.median(np.abs(light - np.median(light))))
    darkest = [(each.mean.max(), each.depth[each.mean.argmax()]) for each in inks]
    marks = [each for each in darkest if each[0] > max(_OFF, _OFF_NOISE * noise)]
    usual, deep = np.median(marks, axis=0).tolist() if marks else (0.0, 0.0)
    on = min(max(_ON * usual, _LEAST_ON, _ON_NOISE * noise), _MOST_ON)
    off = min(max(_OFF, _OFF_NOISE * noise), _BAND * on)
    return Levels(off, on, usual, deep)


def _judged(line: Line, ink: Ink, fit: float, levels: Levels, wary: bool) -> LineReading:
    marked, doubt = (_each_alone if line.several else _one)(ink, levels)
    if fit < _PLACED:
        doubt = Doubt.UNCLEAR
    elif doubt is None and wary:
        doubt = _wary(ink, marked, levels)
    darkness = tuple(round(float(each), 4) for each in ink.mean)
    return LineReading(line.number, line.part, darkness, marked, doubt)


def _each_alone(ink: Ink, levels: Levels) -> _Verdict:
    seen = ink.mean >= levels.off
    sure = (ink.mean >= levels.on) & (ink.depth >= _DEEP * levels.deep)
    likely = (ink.mean > (levels.off + levels.on) / 2) & (ink.depth >= _ERASED * levels.deep)
    return tuple(np.flatnonzero(likely).tolist()), Doubt.FAINT if (seen & ~sure).any() else None


def _one(ink: Ink, levels: Levels) -> _Verdict:
    strength = np.maximum(ink.mean, 0) * np.maximum(ink.depth, 0)  # a tick beside a broad smear is the mark
    order = np.argsort(-strength, kind="stable")
    best = int(order[0])
    first, deep = ink.mean[best], ink.depth[best]
    if ink.mean.max() < levels.off:
        return (), None
    if first < levels.on or deep < _ERASED * levels.deep:
        return ((best,) if first > (levels.off + levels.on) / 2 else ()), Doubt.FAINT
    least = max(levels.off, _SECOND * first)
    others = [int(k) for k in order[1:] if ink.mean[k] >= least and ink.depth[k] >= _ERASED * deep]
    also = [each for each in others if ink.mean[each] > _ALSO * first]
    return tuple(sorted([best, *also])), Doubt.SECOND if others else None


def _wary(ink: Ink, marked: tuple[int, ...], levels: Levels) -> Doubt | None:
    """What cannot be believed where marks may have vanished."""
    if not marked:
        return Doubt.BLANK
    return Doubt.FAINT if levels.usual < _WEAK and ink.mean.max() < _WEAK_SURE * levels.usual else None
