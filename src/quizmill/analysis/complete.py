"""The part of a test that has a mark in every cell, which alpha and a Rasch model take."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from quizmill.analysis.answer import AnswerRow, ItemKey
from quizmill.analysis.counted import AnswerSheet
from quizmill.grade.marking import Verdict


class Complete(msgspec.Struct, frozen=True, kw_only=True):
    """Questions and persons without a gap; every one of *rows* is a person, and has all *items*."""

    items: tuple[ItemKey, ...]  # in order
    rows: tuple[dict[ItemKey, AnswerRow], ...]
    unmarked: tuple[ItemKey, ...]  # left out
    incomplete: int  # sheets that were left out


def complete(sheets: Sequence[AnswerSheet], persons: Sequence[AnswerSheet]) -> Complete:
    """Of *sheets*, all of one test, those of *persons*, without what would leave gaps.

    A question that half of the persons or more have no mark for is left out, and then each person who still
    has an answer without one. So no single cell costs a question, which would make it another test.
    """
    rows = [dict(zip(sheet.keys, sheet.answers, strict=True)) for sheet in persons]
    lacking = Counter(key for own in rows for key, row in own.items() if row.verdict is Verdict.UNMARKED)
    unmarked = {key for key, times in lacking.items() if 2 * times >= len(rows)}
    items = sorted({key for sheet in sheets for key in sheet.keys} - unmarked)
    whole = [own for own in rows if all(own[key].verdict is not Verdict.UNMARKED for key in items)]
    return Complete(
        items=tuple(items),
        rows=tuple(whole),
        unmarked=tuple(sorted(unmarked)),
        incomplete=len(rows) - len(whole),
    )
