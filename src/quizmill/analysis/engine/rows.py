"""The rows of a log as a table of Ibis: those of tests, and those of long sittings, each wording once."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from quizmill.analysis.answer import TESTS
from quizmill.grade.marking import Verdict

ITEM = ("namespace", "question", "digest", "place")  # as an ItemKey has them
SHEET = ("namespace", "place", "student", "paper")  # as a SheetKey has them
UNIT = ("namespace", "place", "student")  # within which an answer is the first, or is not


def of_tests(rows: ir.Table) -> ir.Table:
    """Those of places where a paper is sat as a whole; void questions are left out."""
    return rows.filter(_.possible > 0, _.place.isin(sorted(TESTS)))


def of_sittings(rows: ir.Table) -> ir.Table:
    """Those of all other places, of each wording a student's first; the paper means nothing there."""
    found = rows.filter(_.possible > 0, _.place.notin(sorted(TESTS)))
    when = [ibis.asc(_.answered, nulls_first=True), _.attempt, _.paper, _.earned, _.chosen]
    place = ibis.row_number().over(group_by=[*UNIT, "question", "digest"], order_by=when)
    first = found.mutate(place_in_order=place).filter(_.place_in_order == 0)
    return first.drop("place_in_order").mutate(paper=ibis.literal(""))


def is_marked(rows: ir.Table) -> ir.BooleanValue:
    """Whether somebody has marked the answer."""
    return rows.verdict != Verdict.UNMARKED.value


def is_answered(rows: ir.Table) -> ir.BooleanValue:
    """Whether there is an answer at all."""
    return rows.verdict != Verdict.SKIPPED.value
