"""Sums by wording, by what was chosen, and by what became of it; and the seconds."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from quizmill.analysis.engine.rows import ITEM, SHEET, is_answered, is_marked
from quizmill.grade.marking import Verdict

UNREACHED, UNMARKED, SKIPPED, RIGHT, OTHER = range(5)  # what became of an answer
NO_TAIL, UPPER, LOWER = range(3)  # where its student stands
NOTHING_CHOSEN = -2  # as the one option that was chosen


def item_table(rows: ir.Table, items: ir.Table, *, listed: bool) -> ir.Table:
    """The sums of *rows* that have their sheet and their item, x the share of the marks, y the rest.

    Of items that are *listed* several options may be chosen at once, and the list is told as it is.
    """
    rows = rows.join(items.filter(_.listed == listed), ITEM)
    share, rest = rows.earned / rows.possible, _rest(rows)
    chosen = rows.chosen if listed else _one(rows.chosen)
    told = rows.select("item", "kind", "tail", chosen=chosen, fate=_fate(rows), x=share, y=rest)
    told = told.mutate(rated=_.y.notnull())
    return told.group_by("item", "kind", "chosen", "fate", "tail", "rated").agg(
        n=_.count(),
        x=_.x.sum(),
        xx=(_.x * _.x).sum(),
        y=_.y.sum(),
        yy=(_.y * _.y).sum(),
        xy=(_.x * _.y).sum(),
    )


def with_sheet(rows: ir.Table, sheets: ir.Table) -> ir.Table:
    """The rows that lie on *sheets*, with what is known of these."""
    known = sheets.select(*SHEET, "reached", "tail", sheet_earned=_.earned, sheet_possible=_.possible)
    return rows.join(known, SHEET)


def seconds_table(rows: ir.Table, items: ir.Table) -> ir.Table:
    """By item and whole second, how many of *rows* took so long: all of them are reached and marked."""
    timed = rows.filter(rows.seconds.notnull()).join(items, ITEM)
    whole = (timed.seconds + 0.5).floor().cast("int64")
    return timed.select("item", whole=whole).group_by("item", "whole").agg(n=_.count())


def reached_skipped(rows: ir.Table) -> ir.Table:
    """Those of rows with their sheet that were left out before its last answer."""
    return rows.filter(~is_answered(rows), rows.number <= rows.reached)


def answered_marked(rows: ir.Table) -> ir.Table:
    """Those that were answered, and so reached, and marked."""
    return rows.filter(is_answered(rows), is_marked(rows))


def _fate(rows: ir.Table) -> ir.IntegerValue:
    return ibis.cases(
        (rows.number > rows.reached, UNREACHED),
        (rows.verdict == Verdict.UNMARKED.value, UNMARKED),
        (rows.verdict == Verdict.SKIPPED.value, SKIPPED),
        (rows.verdict == Verdict.RIGHT.value, RIGHT),
        else_=OTHER,
    )


def _rest(rows: ir.Table) -> ir.FloatingValue:
    others = rows.sheet_possible - rows.possible
    return ibis.ifelse(others > 0, (rows.sheet_earned - rows.earned) / others, ibis.null("float64"))


def _one(chosen: ir.ArrayValue) -> ir.IntegerValue:
    return ibis.ifelse(chosen.length() > 0, chosen[0].cast("int32"), NOTHING_CHOSEN)
