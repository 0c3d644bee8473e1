"""Which answers are one: an answer is in the log once, from whatever files it comes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from quizmill.analysis.answer import AnswerRow

_SHEETS = ("paper", "html")  # where a class has one paper, and each student answers it once
Identity = tuple[str, ...]
# What of an answer may differ where it is told twice: an export says less of it than the history itself.
_SAID = ("verdict", "earned", "possible")


class New(NamedTuple):
    """Of answers that are to be added: those that are new, and how many are there already."""

    rows: tuple[AnswerRow, ...]
    same: int
    otherwise: int  # there with another mark, and left as they are there


class KnownAnswers:
    """The answers that are in the log, or among those before."""

    def __init__(self, rows: Iterable[AnswerRow] = ()) -> None:
        self._times: dict[Identity, dict[int, AnswerRow]] = {}
        for row in rows:
            self._times.setdefault(identity(row), {})[row.answered] = row

    def new(self, rows: Iterable[AnswerRow]) -> New:
        """Those of *rows* that are not known, which are so from here on."""
        fresh: list[AnswerRow] = []
        same = otherwise = 0
        for row in rows:
            times = self._times.setdefault(identity(row), {})
            before = _same_time(times, row)
            if before is None:
                times[row.answered] = row
                fresh.append(row)
            elif all(getattr(before, name) == getattr(row, name) for name in _SAID):
                same += 1
            else:
                otherwise += 1
        return New(tuple(fresh), same, otherwise)


def identity(row: AnswerRow) -> Identity:
    """What tells an answer from others, but for its time, which not every file knows.

    On a sheet that is the paper. How many attempts came before hangs on what else was told with it.
    """
    paper = row.paper if row.place in _SHEETS else ""
    digest = "" if row.place == "anki" else row.digest  # which a release makes unknown of older answers
    return (row.student, row.namespace, row.question, digest, row.place, paper)


def _same_time(times: dict[int, AnswerRow], row: AnswerRow) -> AnswerRow | None:
    """The answer that *row* is; one of which nobody knows when it was given may be any of them."""
    if not row.answered:
        return next(iter(times.values()), None)
    return times.get(row.answered) or times.get(0)
