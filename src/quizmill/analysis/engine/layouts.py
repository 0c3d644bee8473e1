"""Which sheets are plain, so that a database may sum them: each has every question of its paper once.

A layout is what sheets of one place have in common: the wordings, and the numbers under which they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import ibis.expr.types as ir
import msgspec
from ibis import _

from quizmill.analysis.answer import AnswerRow, ItemKey, key_of_row
from quizmill.analysis.engine.rows import SHEET, UNIT
from quizmill.analysis.engine.sheet_table import BITS, MOST
from quizmill.analysis.set_questions import SheetKey

_SAME = ("namespace", "place", "signature", "size")  # what sheets with the same wordings have in common
LAYOUT = (*_SAME, "ordered", *BITS)
_STRINGS, _NUMBERS = ("namespace", "place"), ("signature", "size", *BITS)
LAYOUT_TYPES = {
    **dict.fromkeys(_STRINGS, "string"),
    **dict.fromkeys(_NUMBERS, "int64"),
    "ordered": "boolean",
}
_BETWEEN = "\n"  # the least character, so that both together are in the order of the pair


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """What sheets have in common, and the first of them, from which the questions are known."""

    told: tuple[object, ...]  # the columns of LAYOUT
    first: SheetKey
    size: int
    highest: int
    is_told_apart: bool  # each number stands once

    @property
    def has_gaps(self) -> bool:
        """Whether numbers are left out, so that rows may be missing."""
        return bool(self.told[len(_SAME)]) and self.highest > self.size


def layout_table(sheets: ir.Table) -> ir.Table:
    """The layouts of *sheets*, each with the first sheet that has it."""
    first = (_.student + _BETWEEN + _.paper).min()
    return sheets.group_by(LAYOUT).agg(first=first, highest=_.highest.max())


def layouts(told: Iterable[Mapping[str, object]]) -> list[Layout]:
    """The layouts in rows of their table."""
    return [_layout(row) for row in told]


def _layout(row: Mapping[str, object]) -> Layout:
    student, _between, paper = str(row["first"]).partition(_BETWEEN)
    size, highest = int(str(row["size"])), int(str(row["highest"]))
    numbers = sum(int(str(row[name])).bit_count() for name in BITS)
    return Layout(
        told=tuple(row[name] for name in LAYOUT),
        first=SheetKey(str(row["namespace"]), str(row["place"]), student, paper),  # type: ignore[arg-type]
        size=size,
        highest=highest,
        is_told_apart=not row["ordered"] or (highest <= MOST and numbers == size),
    )


def questions(found: Sequence[Layout], rows: Iterable[AnswerRow]) -> dict[SheetKey, frozenset[ItemKey]]:
    """What the first sheets of the layouts ask, by the *rows* of these sheets."""
    asked: dict[SheetKey, set[ItemKey]] = {layout.first: set() for layout in found}
    for row in rows:
        key = SheetKey(row.namespace, row.place, row.student, row.paper)
        if key in asked:
            asked[key].add(key_of_row(row))
    return {key: frozenset(items) for key, items in asked.items()}


def clusters(tests: Iterable[frozenset[ItemKey]]) -> dict[frozenset[ItemKey], int]:
    """A number for each test; those that share a question, be it through others, have the same."""
    parent: dict[ItemKey, ItemKey] = {}

    def root(item: ItemKey) -> ItemKey:
        while parent.setdefault(item, item) != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    every = list(tests)
    for test in every:
        roots = {root(item) for item in test}
        parent.update(dict.fromkeys(roots, min(roots)))
    numbers: dict[ItemKey, int] = {}
    return {test: numbers.setdefault(root(min(test)), len(numbers)) for test in every}


def mixed_papers(sheets: ir.Table) -> ir.Table:
    """The papers whose sheets differ in what they ask, so that rows are missing."""
    paper = sheets.filter(_.paper != "").group_by("namespace", "place", "paper")
    told = paper.agg(low=_.signature.min(), high=_.signature.max(), fewest=_.size.min(), most=_.size.max())
    return told.filter((_.low != _.high) | (_.fewest != _.most)).select("namespace", "place", "paper")


def odd_units(sheets: ir.Table) -> ir.Table:
    """Whose sheets are left to plain Python, all of one place together; *sheets* know their layout.

    Those with an odd sheet, and those who may have met a question on two of them.
    """
    mixed = mixed_papers(sheets).mutate(mixed=True)
    known = sheets.left_join(mixed, ["namespace", "place", "paper"])
    odd = (known.odd | known.mixed.fill_null(False)).cast("int64")
    units = known.group_by(UNIT).agg(odd=odd.sum(), sheets=known.count(), apart=known.cluster.nunique())
    return units.filter((_.odd > 0) | (_.sheets != _.apart)).select(*UNIT)


def with_layouts(sheets: ir.Table, told: ir.Table) -> ir.Table:
    """The sheets with what *told* says of their layouts."""
    return sheets.join(told, list(LAYOUT)).select(
        *SHEET, "answers", "earned", "possible", "reached", "signature", "size", "test", "odd", "cluster"
    )
