"""A test as a whole: its marks, how reliable they are, and what each question adds to them.

A test is the same questions, in whatever order: alpha over the union of different ones would be none. What
was not reached earned nothing there, as the marks have it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import mul
from statistics import fmean

import msgspec

from quizmill.analysis.answer import ItemKey, Place
from quizmill.analysis.complete import complete
from quizmill.analysis.counted import AnswerSheet
from quizmill.analysis.intervals import Interval, alpha_interval
from quizmill.analysis.lack import Lack

_ALIKE = 1e-12

Column = Sequence[float]  # the marks of all persons on one question, or together


class QuestionInPaper(msgspec.Struct, frozen=True, kw_only=True):
    """What one question does in its test, by Moodle's definitions as shares of 1."""

    weight: float | None  # effective: its share of the spread of the marks; None where it works against them
    efficiency: float | None  # its covariance with the rest, of the largest that such marks could have
    alpha_without: float | None


class Reliability(msgspec.Struct, frozen=True, kw_only=True):
    """The marks of a test together, and how far chance moves them."""

    persons: int
    mean: float | None
    sd: float | None  # of a sample, n - 1
    alpha: float | None = None  # Cronbach's (1951); KR-20 where all are right or wrong
    interval: Interval | None = None  # by Feldt (1965), 95 %
    error: float | None = None  # the standard error of measurement, sd sqrt(1 - alpha), in marks
    lack: Lack | None = None  # why there is no alpha
    questions: tuple[QuestionInPaper, ...] = ()


class PaperResult(msgspec.Struct, frozen=True, kw_only=True):
    """One test: everybody who sat the same questions at one place."""

    namespace: str
    place: Place
    items: tuple[ItemKey, ...]  # in the order of their keys; `reliability.questions` has the same
    unmarked: tuple[ItemKey, ...]  # left out, since half of the sheets or more have no mark for them
    possible: float  # marks
    empty: int  # sheets on which nothing is answered; they count nowhere
    unreached: int  # sheets that end before the last question
    incomplete: int  # sheets left out, since an answer on them could not be read or has no mark yet
    reliability: Reliability


def paper_results(sheets: Iterable[AnswerSheet]) -> tuple[PaperResult, ...]:
    """Every test of *sheets*, the one that most have sat first."""
    found = [paper_result(own) for own in of_one_paper(sheets)]
    return tuple(sorted(found, key=lambda each: (-each.reliability.persons, each.items)))


def of_one_paper(sheets: Iterable[AnswerSheet]) -> list[tuple[AnswerSheet, ...]]:
    """The sheets of each test together, as they come; none of places where no paper is sat as a whole."""
    found: defaultdict[tuple[str, Place, frozenset[ItemKey]], list[AnswerSheet]] = defaultdict(list)
    for sheet in sheets:
        if sheet.test is not None:
            found[sheet.namespace, sheet.place, sheet.test].append(sheet)
    return [tuple(own) for own in found.values()]


def paper_result(own: Sequence[AnswerSheet]) -> PaperResult:
    """One test, of which these are all sheets, such as `of_one_paper` puts together."""
    possible: dict[ItemKey, float] = {}  # of a question whose marks have changed, the most it was worth
    for sheet in own:
        for key, row in zip(sheet.keys, sheet.answers, strict=True):
            possible[key] = max(row.possible, possible.get(key, 0.0))
    written = [sheet for sheet in own if sheet.reached]
    part = complete(own, written)
    return PaperResult(
        namespace=own[0].namespace,
        place=own[0].place,
        items=part.items,
        unmarked=part.unmarked,
        possible=sum(possible[key] for key in part.items),
        empty=len(own) - len(written),
        unreached=sum(sheet.reached < len(sheet.answers) for sheet in written),
        incomplete=part.incomplete,
        reliability=reliability([[rows[key].earned for rows in part.rows] for key in part.items]),
    )


def reliability(columns: Sequence[Column]) -> Reliability:
    """Of a test whose questions have these *columns* of marks, all of the same persons in the same order.

    alpha = k / (k - 1) (1 - sum of the variances / variance of the totals).
    """
    totals = [sum(marks) for marks in zip(*columns, strict=True)]
    persons, size = len(totals), len(columns)
    mean = fmean(totals) if totals else None
    if persons < 2:
        return Reliability(persons=persons, mean=mean, sd=None, lack=Lack.PERSONS)
    centred = _centred(totals)
    spread = _sum_of_products(centred, centred) / (persons - 1)
    sd = math.sqrt(spread)
    if size < 2 or spread < _ALIKE:
        lack = Lack.QUESTIONS if size < 2 else Lack.SPREAD
        return Reliability(persons=persons, mean=mean, sd=sd, lack=lack)
    own = [_centred(column) for column in columns]
    variances = [_sum_of_products(each, each) / (persons - 1) for each in own]
    alpha = _alpha(variances, spread)
    return Reliability(
        persons=persons,
        mean=mean,
        sd=sd,
        alpha=alpha,
        interval=alpha_interval(alpha, persons, size),
        error=sd * math.sqrt(max(0.0, 1 - alpha)),
        questions=_questions(own, centred, variances),
    )


def _alpha(variances: Sequence[float], spread: float) -> float:
    size = len(variances)
    return size / (size - 1) * (1 - math.fsum(variances) / spread)


def _questions(
    own: list[list[float]], totals: list[float], variances: list[float]
) -> tuple[QuestionInPaper, ...]:
    together = [_sum_of_products(each, totals) / (len(totals) - 1) for each in own]
    roots = [math.sqrt(value) if value >= 0 else None for value in together]
    whole = math.fsum(root for root in roots if root is not None)
    made = []
    for at, (each, root) in enumerate(zip(own, roots, strict=True)):
        rest = [total - mark for total, mark in zip(totals, each, strict=True)]
        spread = _sum_of_products(rest, rest) / (len(totals) - 1)
        others = variances[:at] + variances[at + 1 :]
        made.append(
            QuestionInPaper(
                weight=root / whole if root is not None and whole else None,
                efficiency=_efficiency(each, rest),
                alpha_without=_alpha(others, spread) if len(others) > 1 and spread > _ALIKE else None,
            )
        )
    return tuple(made)


def _efficiency(marks: list[float], rest: list[float]) -> float | None:
    """Moodle's discriminative efficiency: cov(x, rest) / cov of both, each sorted by itself."""
    most = _sum_of_products(sorted(marks), sorted(rest))
    return _sum_of_products(marks, rest) / most if most > _ALIKE else None


def _centred(values: Column) -> list[float]:
    mean = fmean(values)
    return [value - mean for value in values]


def _sum_of_products(one: Column, other: Column) -> float:
    return math.fsum(map(mul, one, other))
