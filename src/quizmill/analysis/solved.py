"""Who solved what in one test, as a Rasch model takes it: all the same questions, each right or wrong."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from quizmill.analysis.answer import ItemKey, key_of_row
from quizmill.analysis.counted import AnswerSheet
from quizmill.analysis.lack import Lack
from quizmill.grade.marking import Verdict


class Solved(msgspec.Struct, frozen=True, kw_only=True):
    """The patterns of one test, for `rasch.rasch`; the places in them are those of *items*."""

    items: tuple[ItemKey, ...]
    patterns: tuple[tuple[int, ...], ...]
    left_out: dict[ItemKey, Lack]  # questions with part marks, or not marked of everybody
    unfinished: int  # sheets that do not reach the last question, and so are no pattern


def solved(sheets: Sequence[AnswerSheet]) -> Solved:
    """The patterns of *sheets*, all of one test, such as `paper.of_one_paper` puts together."""
    whole = [sheet for sheet in sheets if sheet.reached == len(sheet.answers)]
    rows = [{key_of_row(row): row for row in sheet.answers} for sheet in whole]
    left_out: dict[ItemKey, Lack] = {}
    for key in sorted({key for sheet in rows for key in sheet}):
        own = [sheet[key] for sheet in rows]
        if any(row.verdict is Verdict.UNMARKED for row in own):
            left_out[key] = Lack.UNMARKED
        elif any(0 < row.earned < row.possible for row in own):
            left_out[key] = Lack.PART_MARKS
    items = sorted({key for sheet in rows for key in sheet} - left_out.keys())
    return Solved(
        items=tuple(items),
        patterns=tuple(tuple(int(sheet[key].earned > 0) for key in items) for sheet in rows),
        left_out=left_out,
        unfinished=len(sheets) - len(whole),
    )
