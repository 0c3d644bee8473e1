"""One row for each sheet: its marks, how far it got, and what shows whether it is plain."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from quizmill.analysis.engine.rows import SHEET, is_answered, is_marked

ALL = 2**31 - 1  # every number is reached
PER_WORD = 50  # numbers whose bits one integer adds up
WORDS = 4
MOST = PER_WORD * WORDS  # the highest number that is told apart
SCALE = 10**12  # of totals, which are compared as whole numbers: as plain Python rounds them
BITS = tuple(f"bits{at}" for at in range(WORDS))


def test_sheets(rows: ir.Table, highest: int) -> ir.Table:
    """The sheets of tests: *rows* are of tests, and have the random weight of their wording.

    *highest* is the highest of all numbers: words that nobody needs are not summed.

    Wordings are told by the sum of their weights, numbers by the sums of theirs as bits,
    which has as many bits as there are numbers if each stands once (not every engine has a bitwise or).
    """
    made = rows.group_by(SHEET).agg(
        **_marks(rows),
        lowest=rows.number.min(),
        highest=rows.number.max(),
        last=rows.number.max(where=is_answered(rows)),
        signature=rows.weight.sum(),
        **{name: _bits(rows.number, word).sum() for word, name in enumerate(BITS) if _from(word) < highest},
    )
    none = {name: ibis.literal(0, "int64") for name in BITS if name not in made.columns}
    made = made.mutate(ordered=_.lowest > 0, **none)
    return made.mutate(reached=ibis.ifelse(_.ordered, _.last.fill_null(0), ALL))


def without_tails(sheets: ir.Table, rows: ir.Table) -> ir.Table:
    """The sheets, their marks without those of the tail that nobody reached."""
    reached = sheets.filter(_.ordered, _.highest > _.reached).select(*SHEET, "reached")
    tail = rows.filter(~is_answered(rows)).join(reached, SHEET).filter(_.number > _.reached)
    lost = tail.group_by(SHEET).agg(tail_earned=_.earned.sum(), tail_possible=_.possible.sum())
    joined = sheets.left_join(lost, SHEET)
    return joined.mutate(
        earned=_.earned - _.tail_earned.fill_null(0.0), possible=_.possible - _.tail_possible.fill_null(0.0)
    ).select(*sheets.columns)


def sitting_sheets(rows: ir.Table) -> ir.Table:
    """The long sittings; where nothing is answered nothing is reached."""
    return rows.group_by(SHEET).agg(**_marks(rows)).mutate(reached=ibis.literal(ALL))


def totals(sheets: ir.Table) -> ir.Table:
    """The sheets on which something is answered, with the share of their marks as a whole number."""
    share = ibis.ifelse(_.possible > 0, _.earned / _.possible, 0.0)
    return sheets.filter(_.answers > 0).mutate(total=(share * SCALE).round().cast("int64"))


def _marks(rows: ir.Table) -> dict[str, ir.Value]:
    return {
        "size": rows.count(),
        "answers": is_answered(rows).cast("int64").sum(),
        "earned": ibis.ifelse(is_marked(rows), rows.earned, 0.0).sum(),
        "possible": ibis.ifelse(is_marked(rows), rows.possible, 0.0).sum(),
    }


def _bits(number: ir.IntegerColumn, word: int) -> ir.IntegerColumn:
    place = number.cast("int64") - _from(word) - 1
    one = ibis.literal(1, "int64")
    return ibis.ifelse(place.between(0, PER_WORD - 1), one << place, ibis.literal(0, "int64"))


def _from(word: int) -> int:
    """The number before the first that it tells."""
    return word * PER_WORD
