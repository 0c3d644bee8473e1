"""Which questions a paper set, where rows are missing: what any sheet of it has, every sheet was asked.

A cell that could not be read has no row, nor an essay that waits for its mark, nor at a terminal what was
never answered. A form that one student alone had shows by the gaps in its numbers that rows are missing: then
it belongs to the test that has all its questions, and no more beyond them than there are gaps.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from quizmill.analysis.answer import TESTS, AnswerRow, ItemKey, Place
from quizmill.bank.model import KINDS, Essay
from quizmill.grade.marking import Verdict

Rows = Mapping[ItemKey, AnswerRow]


class SheetKey(NamedTuple):
    """Whose sheet, of which paper, and where it was sat; no paper where none is known or sat as a whole."""

    namespace: str
    place: Place
    student: str
    paper: str


class _PaperKey(NamedTuple):
    namespace: str
    place: Place
    paper: str


def missing_rows(found: Mapping[SheetKey, Rows]) -> dict[SheetKey, tuple[AnswerRow, ...]]:
    """The rows that each sheet lacks of the questions that its paper set.

    At a terminal what was never answered is skipped. What else has no row was written, and nobody has marked
    it; likewise an essay at a terminal. Of sheets that name no paper nothing is known to be missing.
    """
    seen: defaultdict[_PaperKey, dict[ItemKey, AnswerRow]] = defaultdict(dict)
    for key in sorted(found):
        if key.place in TESTS and key.paper:
            of_paper = seen[_PaperKey(key.namespace, key.place, key.paper)]
            for item, row in found[key].items():
                of_paper.setdefault(item, row)
    asked = _with_gaps_filled(seen)
    return {
        key: tuple(
            _nothing_of(row, key.student, own)
            for item, row in asked.get(_PaperKey(key.namespace, key.place, key.paper), {}).items()
            if item not in own
        )
        for key, own in found.items()
    }


def _nothing_of(asked: AnswerRow, student: str, own: Rows) -> AnswerRow:
    never_answered = asked.place == "exam" and KINDS.get(asked.kind) is not Essay
    return replace(
        asked,
        student=student,
        answered=max(row.answered for row in own.values()),
        attempt=1,
        chosen=(),
        text="",
        verdict=Verdict.SKIPPED if never_answered else Verdict.UNMARKED,
        earned=0.0,
        seconds=None,
    )


def _with_gaps_filled(seen: Mapping[_PaperKey, Rows]) -> dict[_PaperKey, Rows]:
    """What each paper set: its own rows, and for gaps in their numbers those of the test it belongs to."""
    tests: defaultdict[ItemKey, dict[frozenset[ItemKey], Rows]] = defaultdict(dict)
    for rows in seen.values():
        test = frozenset(rows)
        for item in rows:
            tests[item].setdefault(test, rows)
    return {paper: {**rows, **dict(_in_gaps(rows, tests))} for paper, rows in seen.items()}


def _in_gaps(
    rows: Rows, tests: Mapping[ItemKey, Mapping[frozenset[ItemKey], Rows]]
) -> Iterator[tuple[ItemKey, AnswerRow]]:
    numbers = {row.number for row in rows.values()}
    gaps = sorted(set(range(1, max(numbers))) - numbers)
    if not gaps or 0 in numbers:
        return
    rarest = min((tests[item] for item in rows), key=len)
    around = _largest(
        test for test in rarest if len(rows) < len(test) <= len(rows) + len(gaps) and test >= rows.keys()
    )
    for number, item in zip(gaps, sorted(around - rows.keys()), strict=False):
        yield item, replace(rarest[around][item], number=number)


def _largest(tests: Iterable[frozenset[ItemKey]]) -> frozenset[ItemKey]:
    """The largest; none where there are two."""
    ordered = sorted(tests, key=len, reverse=True)
    if not ordered or (len(ordered) > 1 and len(ordered[0]) == len(ordered[1])):
        return frozenset()
    return ordered[0]
