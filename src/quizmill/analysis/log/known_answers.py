"""Which answers are one: an answer is in the log once, from whatever files it comes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quizmill.analysis.answer import AnswerRow

_SHEETS = ("paper", "html")  # where a class has one paper, and each student answers it once
Identity = tuple[str, ...]
# What of an answer may differ where it is told twice: an export says less of it than the history itself.
_SAID = ("verdict", "earned", "possible")


class New(NamedTuple):
    """Of answers that are to be added: those that are new, and how many are there already."""

    rows: tuple[AnswerRow, ...]
    there: int  # some of them perhaps with another mark


class KnownAnswers:
    """The answers that are in the log, or among those before."""

    def __init__(self, rows: Iterable[AnswerRow] = ()) -> None:
        self._times: dict[Identity, dict[int, AnswerRow]] = {}
        for row in rows:
            self._times.setdefault(identity(row), {})[row.answered] = row

    def new(self, rows: Iterable[AnswerRow]) -> New:
        """Those of *rows* that are not known, which are so from here on."""
        fresh: list[AnswerRow] = []
        there = 0
        for row in rows:
            if self.known(row):
                there += 1
            else:
                self._times.setdefault(identity(row), {})[row.answered] = row
                fresh.append(row)
        return New(tuple(fresh), there)

    def known(self, row: AnswerRow) -> AnswerRow | None:
        """The answer that *row* is; one of which nobody knows when it was given may be any of them."""
        times = self._times.get(identity(row), {})
        if not row.answered:
            return next(iter(times.values()), None)
        return times.get(row.answered) or times.get(0)


def outdated(there: Iterable[AnswerRow], told: Sequence[AnswerRow]) -> frozenset[AnswerRow]:
    """Those of *there* that are *told* otherwise now: with another mark or choice, or on their sheet no more.

    A sheet is told as a whole: a question that was declared void since, or a cell that can no longer be
    read, has no row. Of other places nothing follows from what is not told.
    """
    known = KnownAnswers(told)
    sheets = {_sheet(row) for row in told if row.place in _SHEETS}
    return frozenset(
        row for row in there if (_is_other(now, row) if (now := known.known(row)) else _sheet(row) in sheets)
    )


def _sheet(row: AnswerRow) -> Identity:
    return (row.student, row.namespace, row.place, row.paper)


def _is_other(now: AnswerRow, before: AnswerRow) -> bool:
    if now.chosen and before.chosen and now.chosen != before.chosen:
        return True
    return any(getattr(now, name) != getattr(before, name) for name in _SAID)


def identity(row: AnswerRow) -> Identity:
    """What tells an answer from others, but for its time, which not every file knows.

    On a sheet that is the paper. How many attempts came before hangs on what else was told with it.
    """
    paper = row.paper if row.place in _SHEETS else ""
    digest = "" if row.place == "anki" else row.digest  # which a release makes unknown of older answers
    return (row.student, row.namespace, row.question, digest, row.place, paper)
