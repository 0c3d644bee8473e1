"""Which rings are marked: judged against this pupil's own marks, and a band between that goes to a person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from quizmill.classroom.scan.arrays import Flags, Real
from quizmill.classroom.scan.measuring import Ink
from quizmill.classroom.scan.reading import Doubt, LineReading
from quizmill.compose.answer_sheet.layout import Line

_OFF, _OFF_NOISE = 0.02, 7.0  # darkness, standard deviations of empty rings: what is lighter is nothing
_OFF_LOOP, _OFF_LOOP_NOISE = 0.01, 6.0  # likewise about the rings of who draws loops: some are hardly seen
_SPECK = 0.1  # depth that is nothing, likewise
_DEVIATION = 1.4826  # of a normal distribution by its median deviation
_ON = 0.5  # strength, in the pupil's usual marks: what is stronger is one
_ON_ALONE = 0.65  # where several may be marked, and no other ring tells what an eraser left
_SLIP = 0.2  # there: what is weaker beside a mark is the pen that rested, or a speck
_SECOND = 0.45  # of the line's mark: what is weaker beside it is an erased one, or a slip of the pencil
_SECOND_OF_WEAK = 0.2  # likewise where others may have vanished: what is left of a second one is less
_OF_WEAKEST = 0.6  # of a pupil's weak marks: what is as strong beside another may be a mark, too
_ALSO = 0.75  # of the line's mark: as good as that one
_GUESS = 0.3  # strength of what is taken as meant, if it is all there is
_LEAST = 0.05  # the root of darkness times depth: what is weaker goes to a person
_FEW, _LEAST_OF_FEW = 4, 0.045  # marks that tell nothing of a hand; darkness of what is one all the same
_WEAKEST = 0.1  # the share of the marks that tell whether others may have vanished
_NEAR, _NEAR_PALE = 1.6, 3.0  # times what is nothing: no stronger, and they may; so, too, if print has
_VANISHING = 1.3  # times what is nothing: if the usual marks are no stronger, none is believed
_STREAK = 0.9  # reach of the usual mark: if it is light, too, it is a streak of toner or dust
_WASHED = 0.35  # of the labels' darkness: where less of it is left, light has washed out the line
_WEAK_SURE = 0.75  # of such a hand's usual mark: what is weaker goes to a person
_LOOPS = 0.8  # of the darkness in a ring: with more around it, it is a loop about it
_LOOP = 0.025  # darkness in a ring or around it that tells which of them a pupil marks by
_AREAS = (0.6, 0.85, 1.6)  # of a ring's inside, of its outline and of what is measured around it
_STRUCK = (0.035, 0.15)  # darkness around and reach beyond the usual of a mark that was struck through
_STRUCK_ALONE = (0.06, 0.35)  # likewise if it is the only one where one is wanted: that is rarely so
_NEARLY_ALL = 0.9  # of the marks that stand alone
_STAINED, _OF_STAIN = 0.03, 3.0  # darkness of paper that is stained; so much darker is a mark on it
_LIGHT = 0.3  # darkness, or it is as dark as this
_PLACED = 0.4  # of the clearness that outlines have on this page: less, and the rings are elsewhere

_Verdict = tuple[tuple[int, ...], Doubt | None]  # the rings that are marked, and why that is not sure


class Levels(NamedTuple):
    """What is a mark on this page."""

    off: float  # darkness: less is none
    speck: float  # depth: likewise
    usual: float  # darkness of a typical mark
    deep: float  # its depth
    few: bool  # whether so few marks are there that they say nothing of a hand, or specks seem as deep
    weak: bool  # whether others may have vanished
    vanishing: bool  # whether even the usual ones are hardly more than nothing, or a streak
    second: float  # strength, of the line's mark: what is as strong may be a second one
    around: float  # darkness around nearly all marks that stand alone
    reach: float  # how far their lines go on two opposite sides

    def strength(self, ink: Ink) -> Real:
        """Of each ring in usual marks: a tick is deep, a faint filling broad, an eraser's smear neither."""
        if not self.usual:
            return np.zeros_like(ink.mean)
        result: Real = _root(ink) / np.sqrt(self.usual * self.deep)
        return result

    def seen(self, ink: Ink) -> Flags:
        """Whether there is anything at all in each ring."""
        result: Flags = (ink.mean >= self.off) | (ink.depth >= self.speck)
        return result

    def struck(self, ink: Ink, *, alone: bool) -> Flags:
        """Whether each mark, if it is one, may have been struck through."""
        around, reach = _STRUCK_ALONE if alone else _STRUCK
        result: Flags = (ink.around > self.around + around) | (ink.reach > self.reach + reach)
        return result


def judged(
    lines: Sequence[Line], inks: Sequence[Ink], fits: Sequence[float], *, pale: bool, bitonal: bool
) -> tuple[LineReading, ...]:
    """Every line with what is marked in it.

    *fits* says how clear its outlines are where it was measured. Of a *bitonal* picture no blank is believed,
    and of a *pale* one, from which grey print has vanished, only beside marks that are far from vanishing.
    """
    circled = _are_circled(inks)
    inks = [_loops(each) for each in inks] if circled else inks
    levels = levels_of(inks, pale=pale, circled=circled, bitonal=bitonal)
    found = []
    for line, ink, fit in zip(lines, inks, fits, strict=True):
        marked, doubt = _verdict(line, ink, levels)
        washed_out = bitonal or (not pale and _is_washed_out(ink))
        doubt = doubt or _unproved(line, ink, marked, levels, washed_out=washed_out)
        if marked and doubt is None and not circled and _is_stain(ink, marked):
            doubt = Doubt.FAINT
        darkness = tuple(round(float(each), 4) for each in ink.mean)
        doubt = Doubt.UNCLEAR if fit < _PLACED else doubt
        found.append(LineReading(line.number, line.part, darkness, marked, doubt))
    return tuple(found)


def _verdict(line: Line, ink: Ink, levels: Levels) -> _Verdict:
    """What one line says, if its rings are where they should be."""
    strength, seen = levels.strength(ink), levels.seen(ink)
    least = _LEAST_OF_FEW if levels.few else 0.0
    sure: Flags = (strength >= _ON) & (_root(ink) >= _LEAST) & (ink.mean >= least)
    marked, doubt = _each_alone(strength, sure) if line.several else _one(strength, levels.second)
    if not sure.any():
        least = _GUESS if line.several else max(_GUESS, float(strength.max()))
        guess = tuple(np.flatnonzero(strength >= least).tolist())
        looped = (ink.around > levels.around + _STRUCK[0]).any()
        return guess, Doubt.FAINT if guess or looped or seen.any() else None
    struck = levels.struck(ink, alone=not line.several and doubt is None)
    kept = tuple(each for each in marked if not struck[each])
    if len(kept) == len(marked):
        return marked, doubt
    return kept if doubt is Doubt.SECOND and kept else marked, Doubt.SECOND


def _one(strength: Real, second: float) -> _Verdict:
    first = min(float(strength.max()), 1.0)
    rivals = np.flatnonzero(strength >= second * first)
    also = np.flatnonzero(strength >= _ALSO * first)
    return tuple(also.tolist()), Doubt.SECOND if len(rivals) > 1 else None


def _each_alone(strength: Real, sure: Flags) -> _Verdict:
    between = (strength >= _SLIP) & ~(sure & (strength >= max(_ON_ALONE, _ALSO * float(strength.max()))))
    return tuple(np.flatnonzero(sure).tolist()), Doubt.FAINT if between.any() else None


def _is_stain(ink: Ink, marked: tuple[int, ...]) -> bool:
    stains, marks = ink.stain[list(marked)], ink.mean[list(marked)]
    return bool(((stains > _STAINED) & (marks < np.minimum(_OF_STAIN * stains, _LIGHT))).any())


def _unproved(
    line: Line, ink: Ink, marked: tuple[int, ...], levels: Levels, *, washed_out: bool
) -> Doubt | None:
    """What cannot be believed where marks may have vanished; beside one of several, too, another may."""
    if not marked:
        return Doubt.BLANK if levels.weak or washed_out else None
    weak = levels.weak and (line.several or levels.strength(ink).max() < _WEAK_SURE)
    return Doubt.FAINT if weak or levels.vanishing else None


def _is_washed_out(ink: Ink) -> bool:
    """Whether light has taken the labels of this line away, and may have taken pencil."""
    return float(np.median(ink.label)) < _WASHED


def _root(ink: Ink) -> Real:
    result: Real = np.sqrt(np.maximum(ink.mean, 0) * np.maximum(ink.depth, 0))
    return result


def _are_circled(inks: Sequence[Ink]) -> bool:
    """Whether this pupil draws loops about the rings."""
    best = [(each.mean[k], _beyond(each)[k]) for each in inks for k in [int(_total(each).argmax())]]
    marks = [beyond > _LOOPS * mean for mean, beyond in best if max(mean, beyond) > _LOOP]
    return len(marks) > 0 and sum(marks) > len(marks) / 2


def _beyond(ink: Ink) -> Real:
    """The ink upon the outline of each ring and around it."""
    return _joined((ink.rim, ink.around), _AREAS[1:])


def _total(ink: Ink) -> Real:
    """All ink in and around each ring."""
    return _joined((ink.mean, ink.rim, ink.around), _AREAS)


def _joined(zones: Sequence[Real], areas: Sequence[float]) -> Real:
    result: Real = np.average(zones, axis=0, weights=areas)
    return result


def _loops(ink: Ink) -> Ink:
    """What is in and around the rings, as if it were in them; and what is in them, as if it were around."""
    total, nothing = _total(ink), np.zeros_like(ink.around)
    return Ink(total, nothing, total * (_SPECK / _OFF), ink.mean, nothing, nothing, ink.label)


def levels_of(inks: Sequence[Ink], *, pale: bool, circled: bool, bitonal: bool) -> Levels:
    """By the marks of the page itself; loops are thin, and vanish as soon as marks on a pale page."""
    noise = _noise([each.mean for each in inks])
    off = max(_OFF, _OFF_NOISE * noise)
    speck = max(_SPECK, _OFF_NOISE * _noise([each.depth for each in inks]))
    best = [(each, int(_root(each).argmax())) for each in inks]
    deeper = np.inf if bitonal else speck  # in black and white each speck is as deep as a mark
    marks = [
        (each, k) for each, k in best if each.mean[k] > 0 and (each.mean[k] > off or each.depth[k] > deeper)
    ]
    roots = [float(_root(each)[k]) for each, k in marks]
    usual, deep = _median([each.mean[k] for each, k in marks]), _median([each.depth[k] for each, k in marks])
    middle, nothing = _median(roots), float(np.sqrt(off * speck))
    weakest = float(np.quantile(roots, _WEAKEST)) if roots else np.inf
    streak = usual < _LIGHT and _median([each.reach[k] for each, k in marks]) > _STREAK
    vanishing = streak or (bool(roots) and middle < _VANISHING * nothing)
    near = _NEAR_PALE if pale or circled else _NEAR
    weak = vanishing or ((pale or circled) and len(marks) < _FEW) or weakest < near * nothing
    second = _SECOND_OF_WEAK if weak else min(_SECOND, _OF_WEAKEST * weakest / middle) if roots else _SECOND
    alone = [(each, k) for each, k in marks if (_root(each) >= _SECOND * _root(each)[k]).sum() == 1]
    around = _most([each.around[k] for each, k in alone])
    reach = _most([each.reach[k] for each, k in alone])
    few = bitonal or len(marks) < _FEW
    if circled:
        off = max(_OFF_LOOP, _OFF_LOOP_NOISE * noise)
    return Levels(off, speck, usual, max(deep, 0.0), few, weak, vanishing, second, around, reach)


def _noise(lines: Sequence[Real]) -> float:
    """The standard deviation of empty rings: in each line at least the lighter half are."""
    light = np.concatenate([np.sort(each)[: -(-len(each) // 2)] for each in lines])
    return _DEVIATION * float(np.median(np.abs(light - np.median(light))))


def _median(values: Sequence[float]) -> float:
    return float(np.median(values)) if len(values) else 0.0


def _most(values: Sequence[float]) -> float:
    """What nearly all of this pupil's marks have no more of."""
    return float(np.quantile(values, _NEARLY_ALL)) if len(values) else 0.0
