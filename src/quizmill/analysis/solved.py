"""Who solved what in one test, as a Rasch model takes it: all the same questions, each right or wrong."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from quizmill.analysis.answer import ItemKey
from quizmill.analysis.complete import Complete, complete
from quizmill.analysis.counted import AnswerSheet
from quizmill.analysis.lack import Lack


class Solved(msgspec.Struct, frozen=True, kw_only=True):
    """The patterns of one test, for `rasch.rasch`; the places in them are those of *items*."""

    items: tuple[ItemKey, ...]
    patterns: tuple[tuple[int, ...], ...]
    left_out: dict[ItemKey, Lack]  # questions with part marks, or that most sheets have no mark for
    unfinished: int  # sheets that do not reach the last question, and so are no pattern
    incomplete: int  # sheets with an answer that could not be read or has no mark, which are none either


def solved(sheets: Sequence[AnswerSheet]) -> Solved:
    """The patterns of *sheets*, all of one test, such as `paper.of_one_paper` puts together."""
    finished = [sheet for sheet in sheets if sheet.reached == len(sheet.answers)]
    part = complete(sheets, finished)
    part_marks = [key for key in part.items if _has_part_marks(key, part)]
    left_out = dict.fromkeys(part.unmarked, Lack.UNMARKED) | dict.fromkeys(part_marks, Lack.PART_MARKS)
    items = [key for key in part.items if key not in left_out]
    return Solved(
        items=tuple(items),
        patterns=tuple(tuple(int(own[key].earned > 0) for key in items) for own in part.rows),
        left_out=left_out,
        unfinished=len(sheets) - len(finished),
        incomplete=part.incomplete,
    )


def _has_part_marks(key: ItemKey, part: Complete) -> bool:
    return any(0 < own[key].earned < own[key].possible for own in part.rows)
