"""Which rings are marked: judged against this pupil's own marks, and a band between that goes to a person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from quizmill.classroom.scan.arrays import Real
from quizmill.classroom.scan.measuring import Ink
from quizmill.classroom.scan.reading import Doubt, LineReading
from quizmill.compose.answer_sheet.layout import Line

_OFF, _OFF_NOISE = 0.02, 7.0  # darkness, standard deviations of empty rings: what is lighter is nothing
_SPECK = 0.1  # depth that is nothing, likewise
_ON = 0.40  # of the pupil's usual mark: what is darker is one
_LEAST_ON, _ON_NOISE = 0.045, 10.0  # as for what is nothing, for whoever marks faintly
_MOST_ON = 0.30  # darkness that is a mark, however heavy the others are
_DEVIATION = 1.4826  # of a normal distribution by its median deviation
_BAND = 0.6  # the lower limit is never more than this part of the upper
_DEEP = 0.6  # of the depth of the pupil's usual mark: what is less deep may be what the eraser left
_SECOND = 0.28  # of the line's mark: what is lighter beside it is an erased one, or a slip of the pencil
_ERASED = 0.35  # of its depth: likewise, however broad it is
_ALSO = 0.75  # of the line's mark: as good as that one
_WEAK = 0.2  # depth of a hand that may have vanished here and there
_WEAK_SURE = 0.75  # of such a hand's usual mark: what is lighter goes to a person
_LOOP = 0.05  # darkness around a ring that is a loop about it, when there is nothing in it
_WITHIN = 0.05  # darkness in a ring that is more than a loop that runs into it
_CLEAR_LOOP, _ANOTHER = 0.1, 0.2  # darkness of loops that are believed; of them, what may be another
_AREAS = (0.6, 1.6)  # of a ring's inside and of what is measured around it
_MUCH = 1.35  # of the ink of the pupil's usual mark: more than a mark, where several may be marked
_LEAST_BEYOND, _BEYOND = 0.035, 3.0  # darkness around, and deviations of it, beyond the usual: struck through
_PLACED = 0.4  # of the clearness that outlines have on this page: less, and the rings are elsewhere

_Verdict = tuple[tuple[int, ...], Doubt | None]  # the rings that are marked, and why that is not sure


class Levels(NamedTuple):
    """What is a mark on this page: darkness below *off* is none, *on* or more is one; *usual* is typical."""

    off: float
    on: float
    usual: float
    deep: float  # the depth of a typical mark
    speck: float  # depth of what is nothing
    around: float  # darkness around a ring: more is no usual mark
    total: float  # ink in and around a ring, likewise


def judged(
    lines: Sequence[Line], inks: Sequence[Ink], fits: Sequence[float], *, pale: bool
) -> tuple[LineReading, ...]:
    """Every line with what is marked in it.

    *fits* says how clear its outlines are where it was measured; of a *pale* picture no blank is believed.
    """
    circled = _are_circled(inks)
    levels = levels_of([_loops(each) for each in inks] if circled else inks)
    wary = pale or 0 < levels.deep < _WEAK
    found = []
    for line, ink, fit in zip(lines, inks, fits, strict=True):
        marked, doubt = _verdict(line, ink, levels, circled=circled)
        if doubt is None and wary:
            doubt = _wary(_loops(ink) if circled else ink, marked, levels)
        darkness = tuple(round(float(each), 4) for each in (ink.around if circled else ink.mean))
        doubt = Doubt.UNCLEAR if fit < _PLACED else doubt
        found.append(LineReading(line.number, line.part, darkness, marked, doubt))
    return tuple(found)


def _verdict(line: Line, ink: Ink, levels: Levels, *, circled: bool) -> _Verdict:
    """What one line says, if its rings are where they should be."""
    marked, doubt = (_each_alone if line.several else _one)(_loops(ink) if circled else ink, levels)
    if doubt is None and circled:
        return marked, _of_loops(ink, marked, levels)
    if doubt is None:
        beyond = (ink.around > levels.around) | (line.several & (_total(ink) > levels.total))
        if any(beyond[each] for each in marked):
            doubt = Doubt.SECOND  # perhaps it was struck through
        elif not marked and beyond.any():
            doubt = Doubt.FAINT  # a loop about a ring
    return marked, doubt


def _of_loops(ink: Ink, marked: tuple[int, ...], levels: Levels) -> Doubt | None:
    """Why loops that seem clear are doubtful all the same: no pupil is asked to draw them."""
    if ink.mean.max() >= _WITHIN or sum(ink.around >= _ANOTHER * levels.usual) > len(marked):
        return Doubt.SECOND
    return Doubt.FAINT if levels.usual < _CLEAR_LOOP else None


def _total(ink: Ink) -> Real:
    """All ink in and around each ring."""
    all_of_it: Real = _AREAS[0] * ink.mean + _AREAS[1] * ink.around
    return all_of_it


def _are_circled(inks: Sequence[Ink]) -> bool:
    """Whether this pupil draws loops about the rings, and nothing in them."""
    inside = sum(each.mean.max() >= _LEAST_ON for each in inks)
    about = sum(each.mean.max() < _LEAST_ON and each.around.max() >= _LOOP for each in inks)
    return bool(about > inside)


def _loops(ink: Ink) -> Ink:
    """What is around the rings, as if it were in them."""
    return Ink(ink.around, ink.around, np.zeros_like(ink.around))


def levels_of(inks: Sequence[Ink]) -> Levels:
    """By the marks of the page itself."""
    noise = _noise([each.mean for each in inks])
    darkest = [(each.mean.max(), each.depth[each.mean.argmax()]) for each in inks]
    marks = [each for each in darkest if each[0] > max(_OFF, _OFF_NOISE * noise)]
    usual, deep = np.median(marks, axis=0).tolist() if marks else (0.0, 0.0)
    on = min(max(_ON * usual, _LEAST_ON, _ON_NOISE * noise), _MOST_ON)
    off = min(max(_OFF, _OFF_NOISE * noise), _BAND * on)
    speck = max(_SPECK, _OFF_NOISE * _noise([each.depth for each in inks]))
    inked = np.concatenate([_total(each)[each.mean >= on] for each in inks])
    total = _MUCH * float(np.median(inked)) if len(inked) else np.inf
    return Levels(off, on, usual, deep, speck, _beyond(inks, on), total)


def _noise(lines: Sequence[Real]) -> float:
    """The standard deviation of empty rings: in each line at least the lighter half are."""
    light = np.concatenate([np.sort(each)[: -(-len(each) // 2)] for each in lines])
    return _DEVIATION * float(np.median(np.abs(light - np.median(light))))


def _beyond(inks: Sequence[Ink], on: float) -> float:
    """How much around a ring is more than this pupil's marks leave it by."""
    out = np.concatenate([each.around[each.mean >= on] for each in inks])
    usual = float(np.median(out)) if len(out) else 0.0
    varies = _DEVIATION * float(np.median(np.abs(out - usual))) if len(out) else 0.0
    return usual + max(_LEAST_BEYOND, _BEYOND * varies)


def _each_alone(ink: Ink, levels: Levels) -> _Verdict:
    seen = (ink.mean >= levels.off) | (ink.depth >= levels.speck)
    sure = (ink.mean >= levels.on) & (ink.depth >= _DEEP * levels.deep)
    likely = (ink.mean > (levels.off + levels.on) / 2) & (ink.depth >= _ERASED * levels.deep)
    return tuple(np.flatnonzero(likely).tolist()), Doubt.FAINT if (seen & ~sure).any() else None


def _one(ink: Ink, levels: Levels) -> _Verdict:
    strength = np.maximum(ink.mean, 0) * np.maximum(ink.depth, 0)  # a tick beside a broad smear is the mark
    order = np.argsort(-strength, kind="stable")
    best = int(order[0])
    first, deep = ink.mean[best], ink.depth[best]
    if ink.mean.max() < levels.off:
        return (), Doubt.FAINT if ink.depth.max() >= levels.speck else None
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
    return Doubt.FAINT if levels.deep < _WEAK and ink.mean.max() < _WEAK_SURE * levels.usual else None
