"""Sums by wording, by what was chosen, and by what became of it; and the seconds."""

from __future__ import annotations

from typing import NamedTuple

import ibis
import ibis.expr.types as ir
from ibis import _

from quizmill.analysis.answer import PLACED
from quizmill.analysis.engine.rows import SHEET, is_answered, is_marked
from quizmill.grade.marking import Verdict

UNREACHED, UNMARKED, SKIPPED, RIGHT, OTHER = range(5)  # what became of an answer
NO_TAIL, UPPER, LOWER = range(3)  # where its student stands
_NOTHING_CHOSEN = -2  # as the one option that was chosen
_LEAST, _OPTIONS = -(2**15), 2**16  # of an option, which has 16 bits
# What tells the answers that are summed together, and how many values it has besides the item.
_GROUP = {"fate": 5, "tail": 3, "rated": 2, "placed": 2, "chosen": _OPTIONS}


class Told(NamedTuple):
    """A row of `item_table`: of answers how many, and the sums of x, x², y, y² and xy."""

    item: int
    fate: int
    tail: int
    rated: int  # 1: their rest is known
    placed: int  # 1: it counts where an option was put
    one: int  # the option that was chosen
    n: int
    x: float
    xx: float
    y: float
    yy: float
    xy: float
    listed: list[int] | None = None  # what was chosen, where it may be several options

    @property
    def chosen(self) -> tuple[int, ...]:
        """What was chosen."""
        if self.listed is not None:
            return tuple(self.listed)
        return () if self.one == _NOTHING_CHOSEN else (self.one,)


def item_table(rows: ir.Table, *, listed: bool) -> ir.Table:
    """The sums of *rows* that have their sheet and item, as `Told`: x the share of the marks, y the rest.

    Of items that are *listed* several options may be chosen at once, and the list is told as it is.
    """
    rows = rows.mutate(y=_rest)
    group = _packed(
        rows.item,
        fate=_fate(rows),
        tail=rows.tail,
        rated=rows.y.notnull().cast("int64"),
        placed=rows.kind.isin(sorted(PLACED)).cast("int64"),
        chosen=ibis.literal(0) if listed else _one(rows.chosen) - _LEAST,
    )
    lists = {"listed": rows.chosen} if listed else {}
    told = rows.select(group=group, x=rows.earned / rows.possible, y=rows.y, **lists)
    sums = {"n": _.count(), "x": _.x.sum(), "xx": (_.x * _.x).sum()}
    sums |= {"y": _.y.sum(), "yy": (_.y * _.y).sum(), "xy": (_.x * _.y).sum()}
    made = told.group_by("group", *lists).agg(**sums)
    return made.select(**_unpacked(made.group), **{name: made[name] for name in (*sums, *lists)})


def _packed(item: ir.IntegerValue, **parts: ir.IntegerValue) -> ir.IntegerValue:
    """One number for all of it, by which a database groups a third faster."""
    number = item
    for name, size in _GROUP.items():
        number = number * size + parts[name]
    return number


def _unpacked(number: ir.IntegerValue) -> dict[str, ir.IntegerValue]:
    parts: dict[str, ir.IntegerValue] = {}
    for name, size in reversed(_GROUP.items()):
        parts[name] = number % size
        number = number // size
    return {"item": number} | {name: parts[name] for name in _GROUP} | {"chosen": parts["chosen"] + _LEAST}


def with_sheet(rows: ir.Table, sheets: ir.Table) -> ir.Table:
    """The rows that lie on *sheets*, with what is known of these."""
    known = sheets.select(*SHEET, "reached", "tail", sheet_earned=_.earned, sheet_possible=_.possible)
    return rows.join(known, SHEET)


def seconds_table(rows: ir.Table) -> ir.Table:
    """By item and whole second, how many of *rows* took so long: all of them are reached and marked."""
    whole = (_.seconds + 0.5).floor().cast("int64")
    return rows.select("item", whole=whole).group_by("item", "whole").agg(n=_.count())


def timed(rows: ir.Table) -> ir.Table:
    """Those of which it is known how long they took."""
    return rows.filter(rows.seconds.notnull())


def reached_skipped(rows: ir.Table) -> ir.Table:
    """Those of rows with their sheet that were left out before its last answer."""
    return rows.filter(~is_answered(rows), rows.number <= rows.reached)


def answered_marked(rows: ir.Table) -> ir.Table:
    """Those that were answered, and so reached, and marked."""
    return rows.filter(is_answered(rows), is_marked(rows))


def _fate(rows: ir.Table) -> ir.IntegerValue:
    """What is seldom comes last; behind the last answer nothing is but what was left out."""
    return ibis.cases(
        (rows.verdict == Verdict.RIGHT.value, RIGHT),
        (rows.verdict == Verdict.UNMARKED.value, UNMARKED),
        (is_answered(rows), OTHER),
        (rows.number > rows.reached, UNREACHED),
        else_=SKIPPED,
    )


def _rest(rows: ir.Table) -> ir.FloatingValue:
    others = rows.sheet_possible - rows.possible
    return ibis.ifelse(others > 0, (rows.sheet_earned - rows.earned) / others, ibis.null("float64"))


def _one(chosen: ir.ArrayValue) -> ir.IntegerValue:
    return ibis.ifelse(chosen.length() > 0, chosen[0].cast("int32"), _NOTHING_CHOSEN)
