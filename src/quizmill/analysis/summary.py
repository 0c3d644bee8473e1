"""What an engine delivers of a log's answers: sums of every item, and every test with its Rasch model."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from quizmill.analysis.answer import AnswerRow, ItemKey
from quizmill.analysis.counted import AnswerSheet, counted, sheets
from quizmill.analysis.paper import PaperResult, of_one_paper, paper_result
from quizmill.analysis.rasch import Rasch, rasch
from quizmill.analysis.solved import Solved, solved
from quizmill.analysis.sums import ItemSums, summed


class SatTest(msgspec.Struct, frozen=True, kw_only=True):
    """One test: its marks together, and its questions on one scale with the persons."""

    paper: PaperResult
    solved: Solved  # without patterns, which are persons: see `rasch.persons`
    rasch: Rasch  # places in it are those of `solved.items`


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """Of answers: how many there are, of how many students, from when to when; items and tests."""

    answers: int
    students: int
    first: int  # ms since 1970, UTC, of those whose time is known; 0: none is
    last: int
    items: dict[ItemKey, ItemSums]
    tests: tuple[SatTest, ...]  # the one that most have sat first


def summary(rows: Iterable[AnswerRow]) -> Summary:
    """The summary of *rows*, in plain Python: for a class or a school year."""
    kept = list(rows)
    found = sheets(kept)
    times = [row.answered for row in kept if row.answered]
    return Summary(
        answers=len(kept),
        students=len({row.student for row in kept}),
        first=min(times, default=0),
        last=max(times, default=0),
        items=summed(counted(found)),
        tests=tests(found),
    )


def tests(found: Iterable[AnswerSheet]) -> tuple[SatTest, ...]:
    """Every test of the sheets, the one that most have sat first."""
    return in_order(map(sat_test, of_one_paper(found)))


def in_order(made: Iterable[SatTest]) -> tuple[SatTest, ...]:
    """The tests, the one that most have sat first."""
    return tuple(sorted(made, key=lambda each: (-each.paper.reliability.persons, each.paper.items)))


def sat_test(own: tuple[AnswerSheet, ...]) -> SatTest:
    """The test of which these are all sheets."""
    these = solved(own)
    model = rasch(these.patterns)
    return SatTest(paper=paper_result(own), solved=msgspec.structs.replace(these, patterns=()), rasch=model)
