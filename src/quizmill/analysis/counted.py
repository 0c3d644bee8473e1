"""Which answers count: sittings of the rows, how far each got, and of each wording the first attempt.

In a test the questions behind the last answered one were not reached and count nowhere; one left out before
that is wrong. A place where no paper is sat as a whole (practice, review, cram, Anki) is one long sitting of
each student. First attempts are first at that place: who practised a question sits the exam all the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import msgspec

from quizmill.analysis.answer import TESTS, AnswerRow, ItemKey, Place, key_of_row
from quizmill.analysis.set_questions import SheetKey, missing_rows
from quizmill.grade.marking import Verdict

TAIL = 0.27  # of a class is upper, and as much lower (Kelley 1939)
DIGITS = 12  # to which totals are equal, whatever the order in which their marks were added


class AnswerSheet(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What one student answered of one paper, or at one place, in the order of its numbers.

    Of a test it has every question that was set, those without a row among them. The answers from *reached*
    on are the unreached tail. What has been left unmarked earns and asks nothing.
    """

    namespace: str
    place: Place
    student: str
    answers: tuple[AnswerRow, ...]
    keys: tuple[ItemKey, ...]  # of the answers, in their order
    test: frozenset[ItemKey] | None  # what was set: sheets with the same are one test, in whatever order
    reached: int
    earned: float
    possible: float  # of what was reached and marked

    @property
    def total(self) -> float:
        """The share of the marks, from 0 to 1."""
        return round(self.earned / self.possible, DIGITS) if self.possible else 0.0


class Cuts(NamedTuple):
    """At most what the lower have, at least what the upper have; nobody is either where they would meet."""

    low: float
    high: float


class CountedAnswer(msgspec.Struct, frozen=True, gc=False):
    """A row that counts, with what is known of it from the sheet and the class around it."""

    row: AnswerRow
    key: ItemKey
    reached: bool
    rest: float | None  # of a marked answer, the share of the marks on all others; None without others
    upper: bool  # among the 27 % with the highest share of all marks, all who tie with the last included
    lower: bool

    @property
    def share(self) -> float:
        """Of its marks, from 0 to 1."""
        return self.row.earned / self.row.possible


def sheets(rows: Iterable[AnswerRow]) -> tuple[AnswerSheet, ...]:
    """The sheets that *rows* make, in the order of their students; a question twice: the first attempt.

    A paper has set what any sheet with its fingerprint has a row for; see `set_questions` for those who have
    none. Void questions are left out. The order of the rows does not matter.
    """
    found: defaultdict[SheetKey, dict[ItemKey, AnswerRow]] = defaultdict(dict)
    for row in rows:
        if row.possible > 0:
            paper = row.paper if row.place in TESTS else ""
            _keep_first(found[SheetKey(row.namespace, row.place, row.student, paper)], key_of_row(row), row)
    missing = missing_rows(found)
    tests: dict[frozenset[ItemKey], frozenset[ItemKey]] = {}
    return tuple(_sheet(list(found[each].values()), missing[each], tests) for each in sorted(found))


def counted(
    found: Iterable[AnswerSheet], cuts_of: Callable[[AnswerSheet], Cuts] | None = None
) -> Iterator[CountedAnswer]:
    """Of each student's sheets the first answer to each wording at each place; of empty sheets none.

    *cuts_of* tells the cuts of the test of a sheet, where more have sat it than are *found*.
    """
    written = [sheet for sheet in found if sheet.reached]
    first = _firsts(written)
    for group in _of_one_test(written):
        low, high = cuts_of(group[0]) if cuts_of else cuts(sheet.total for sheet in group)
        for sheet in group:
            total, own = sheet.total, first[sheet.student]
            upper, lower = total >= high, total <= low
            for place, (key, row) in enumerate(zip(sheet.keys, sheet.answers, strict=True)):
                if own[key] is row:
                    yield CountedAnswer(row, key, place < sheet.reached, _rest(sheet, row), upper, lower)


def _firsts(found: list[AnswerSheet]) -> dict[str, dict[ItemKey, AnswerRow]]:
    """By student, of each wording the first row that was reached, else the first that was not."""
    reached: defaultdict[str, dict[ItemKey, AnswerRow]] = defaultdict(dict)
    missed: defaultdict[str, dict[ItemKey, AnswerRow]] = defaultdict(dict)
    for sheet in found:
        for place, (key, row) in enumerate(zip(sheet.keys, sheet.answers, strict=True)):
            _keep_first((reached if place < sheet.reached else missed)[sheet.student], key, row)
    return {student: missed.get(student, {}) | rows for student, rows in reached.items()}


def _keep_first(first: dict[ItemKey, AnswerRow], key: ItemKey, row: AnswerRow) -> None:
    if key not in first or _attempt(row) < _attempt(first[key]):
        first[key] = row


def _attempt(row: AnswerRow) -> tuple[int, int, str, float, tuple[int, ...]]:
    """Earlier is less; what is of one moment has an order of its own, so that the order of rows has none."""
    return row.answered, row.attempt, row.paper, row.earned, row.chosen


def _sheet(
    own: list[AnswerRow],
    missing: tuple[AnswerRow, ...],
    tests: dict[frozenset[ItemKey], frozenset[ItemKey]],
) -> AnswerSheet:
    """The sheet; its test is the one in *tests*, so that a class shares one set and its hash."""
    rows = sorted((*own, *missing), key=lambda row: (row.number, row.question, row.digest))
    reached = _reached(rows, missing)
    keys = tuple(map(key_of_row, rows))
    test = frozenset(keys) if rows[0].place in TESTS else None
    marked = [row for row in rows[:reached] if row.verdict is not Verdict.UNMARKED]
    return AnswerSheet(
        namespace=rows[0].namespace,
        place=rows[0].place,
        student=rows[0].student,
        answers=tuple(rows),
        keys=keys,
        test=None if test is None else tests.setdefault(test, test),
        reached=reached,
        earned=sum(row.earned for row in marked),
        possible=sum(row.possible for row in marked),
    )


def _reached(rows: list[AnswerRow], missing: tuple[AnswerRow, ...]) -> int:
    """Up to the last that was answered; where no order of the questions is known, all or none.

    On a sheet that is what was written and could not be read too; at a terminal it may be no answer.
    """
    unknown = set(map(key_of_row, missing)) if rows[0].place == "exam" else set()
    answered = [
        place
        for place, row in enumerate(rows, 1)
        if row.verdict is not Verdict.SKIPPED and key_of_row(row) not in unknown
    ]
    if answered and (rows[0].place not in TESTS or not rows[0].number):
        return len(rows)
    return max(answered, default=0)


def _of_one_test(found: list[AnswerSheet]) -> Iterable[list[AnswerSheet]]:
    groups: defaultdict[tuple[str, Place, frozenset[ItemKey] | None], list[AnswerSheet]] = defaultdict(list)
    for sheet in found:
        groups[sheet.namespace, sheet.place, sheet.test].append(sheet)
    return groups.values()


def cuts(totals: Iterable[float]) -> Cuts:
    """The cuts of a test in which these are the totals of all sheets that are not empty."""
    ordered = sorted(totals)
    size = max(1, round(TAIL * len(ordered)))
    low, high = ordered[size - 1], ordered[-size]
    return Cuts(low, high) if low < high else Cuts(-1.0, 2.0)


def _rest(sheet: AnswerSheet, row: AnswerRow) -> float | None:
    possible = sheet.possible - row.possible
    return round((sheet.earned - row.earned) / possible, DIGITS) if possible > 0 else None
