"""A log summed: plain sheets by the database, odd ones in plain Python, and both added."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, starmap
from typing import NamedTuple

import ibis
import ibis.expr.types as ir
from ibis import _

from quizmill.analysis.answer import TESTS, AnswerRow, ItemKey, Place
from quizmill.analysis.counted import AnswerSheet, Cuts, counted, cuts, sheets
from quizmill.analysis.engine import item_table, sheet_table
from quizmill.analysis.engine.database import kept, keys, of, rows_in, small, tuples
from quizmill.analysis.engine.item_numbers import ItemNumbers
from quizmill.analysis.engine.layouts import (
    LAYOUT,
    LAYOUT_TYPES,
    Layout,
    clusters,
    layout_table,
    layouts,
    odd_units,
    questions,
    with_layouts,
)
from quizmill.analysis.engine.rows import SHEET, UNIT, of_sittings, of_tests
from quizmill.analysis.engine.told_sums import item_sums
from quizmill.analysis.paper import of_one_paper
from quizmill.analysis.set_questions import SheetKey
from quizmill.analysis.summary import SatTest, sat_test
from quizmill.analysis.sums import ItemSums, merged, summed

_AT_ONCE = 300_000  # answers that are made objects of, for tests


class _Test(NamedTuple):
    """Sheets of which the upper and lower are told together."""

    namespace: str
    place: Place
    asked: frozenset[ItemKey] | None  # None where no paper is sat as a whole


class _Half(NamedTuple):
    """The rows of tests, or of sittings, and their plain sheets."""

    rows: ir.Table
    sheets: ir.Table
    are_tests: bool


class LogSums:
    """The sums of a log, from a table of Ibis that has its columns.

    A sheet of a test is plain when its numbers are told apart (each stands once, none above 200; or there is
    no order of them), each wording stands once on it, and all sheets with its fingerprint ask the same, so
    that no row is missing, nor is one by the gaps in its numbers. All sheets of a student at a place are odd
    if one is, or if two of them, be it through others, share a question: then not every answer is a first.
    Odd ones take the plain way beside one sheet of each layout, by which they find their test; their
    totals and those of plain ones make the cuts of a test together. Of long sittings none is odd.

    An answer is supposed to be in the log once, as `known_answers` has it.
    """

    def __init__(self, table: ir.Table) -> None:
        self._table = table
        self._engine = table.get_backend()
        self._numbers = ItemNumbers(table)
        self._test_numbers: dict[_Test, int] = {}
        self.odd: tuple[AnswerSheet, ...] = ()
        self._halves = (*self._tests_half(), *self._sittings_half())

    def items(self) -> dict[ItemKey, ItemSums]:
        """The sums of each item, in the order of their keys."""
        found = self._cuts()
        told = small(
            self._engine,
            (
                {"test": self._test_numbers[test], "low": _whole(cut.low), "high": _whole(cut.high)}
                for test, cut in found.items()
                if test in self._test_numbers
            ),
            {"test": "int64", "low": "int64", "high": "int64"},
        )
        parts = [self._items_of(half, told) for half in self._halves]
        odd = summed(counted(self.odd, lambda sheet: found[_test_of(sheet)]))
        return merged(*parts, odd)

    def tests(self) -> Iterator[SatTest]:
        """Every test, of one after the other; their answers are made objects of."""
        odd = {_test_of(own[0]): own for own in of_one_paper(self.odd)}
        for half in (each for each in self._halves if each.are_tests):
            for test, own in self._plain_tests(half):
                yield sat_test((*own, *odd.pop(test, ())))
        yield from map(sat_test, odd.values())

    def _tests_half(self) -> Iterator[_Half]:
        if not any(key.place in TESTS for key in self._numbers.keys.values()):
            return
        rows = of_tests(self._table)
        bare = kept(sheet_table.test_sheets(self._numbers.numbered(rows), self._numbers.highest))
        base = sheet_table.without_tails(bare, rows)
        found = layouts(of(layout_table(bare)))
        firsts = list(self._rows_of(keys(self._engine, (layout.first for layout in found), SHEET), SHEET))
        asked = questions(found, firsts)
        strange = {layout.told for layout in found if not _is_plain(layout, asked)}
        while True:
            known = kept(with_layouts(base, self._told(found, asked, strange)))
            odd = kept(odd_units(known))
            units = {tuple(row.values()) for row in of(odd)}
            rows_there = self._rows_of(odd, UNIT) if units else iter(())
            beside = [row for row in firsts if (row.namespace, row.place, row.student) not in units]
            every = list(sheets(chain(rows_there, beside)))
            gaps = set(_filled(found, beside, [each for each in every if _unit(each) not in units]))
            # A first sheet that is odd shows nothing of the gaps of others: another paper's may be filled.
            gaps |= {each.told for each in found if each.has_gaps and each.first[:3] in units}
            if gaps <= strange:
                break
            strange |= gaps
        self.odd = tuple(each for each in every if _unit(each) in units)
        if units:
            rows, known = rows.anti_join(odd, UNIT), kept(known.anti_join(odd, UNIT))
        yield _Half(rows, known, are_tests=True)

    def _sittings_half(self) -> Iterator[_Half]:
        places = sorted(
            {(key.namespace, key.place) for key in self._numbers.keys.values() if key.place not in TESTS}
        )
        if not places:
            return
        told = [
            {"namespace": namespace, "place": place, "test": self._number(_Test(namespace, place, None))}
            for namespace, place in places
        ]
        types = {"namespace": "string", "place": "string", "test": "int64"}
        rows = kept(of_sittings(self._table))
        made = sheet_table.sitting_sheets(rows).join(small(self._engine, told, types), ["namespace", "place"])
        yield _Half(rows, kept(made), are_tests=False)

    def _told(
        self,
        found: Sequence[Layout],
        asked: dict[SheetKey, frozenset[ItemKey]],
        strange: set[tuple[object, ...]],
    ) -> ir.Table:
        """What is known of each layout, for joining with its sheets."""
        apart = clusters(set(asked.values()))
        told = [
            dict(zip(LAYOUT, layout.told, strict=True))
            | {
                "test": self._number(_Test(layout.first.namespace, layout.first.place, asked[layout.first])),
                "odd": layout.told in strange,
                "cluster": apart[asked[layout.first]],
            }
            for layout in found
        ]
        return small(
            self._engine, told, LAYOUT_TYPES | {"test": "int64", "odd": "boolean", "cluster": "int64"}
        )

    def _number(self, test: _Test) -> int:
        return self._test_numbers.setdefault(test, len(self._test_numbers))

    def _cuts(self) -> dict[_Test, Cuts]:
        counts: defaultdict[_Test, Counter[float]] = defaultdict(Counter)
        tests = {number: test for test, number in self._test_numbers.items()}
        for half in self._halves:
            told = sheet_table.totals(half.sheets).group_by("test", "total").agg(n=_.count())
            for row in of(told):
                counts[tests[row["test"]]][row["total"] / sheet_table.SCALE] += row["n"]
        for sheet in self.odd:
            if sheet.reached:
                counts[_test_of(sheet)][sheet.total] += 1
        return {test: cuts(own.elements()) for test, own in counts.items()}

    def _items_of(self, half: _Half, cut: ir.Table) -> dict[ItemKey, ItemSums]:
        standing = sheet_table.totals(half.sheets).join(cut, "test")
        tail = ibis.cases(
            (_.total >= _.high, item_table.UPPER),
            (_.total <= _.low, item_table.LOWER),
            else_=item_table.NO_TAIL,
        )
        known = item_table.with_sheet(half.rows, kept(standing.mutate(tail=tail)))
        told = starmap(
            item_table.Told,
            chain.from_iterable(
                tuples(item_table.item_table(self._numbers.numbered(known, listed=listed), listed=listed))
                for listed in self._numbers.listed
            ),
        )
        timed = (item_table.answered_marked(half.rows), item_table.reached_skipped(known))
        seconds = chain.from_iterable(
            tuples(item_table.seconds_table(self._numbers.numbered(item_table.timed(rows)))) for rows in timed
        )
        return item_sums(told, seconds, self._numbers.keys)

    def _plain_tests(self, half: _Half) -> Iterator[tuple[_Test, list[AnswerSheet]]]:
        sizes = of(half.sheets.group_by("test").agg(n=_.size.sum()).order_by("test"))
        for together in _chunks((row["test"], row["n"]) for row in sizes):
            own = half.sheets.filter(_.test.isin(together)).select(*SHEET, "test")
            made = sheets(self._rows_of(own, SHEET))
            by_test: defaultdict[_Test, list[AnswerSheet]] = defaultdict(list)
            for sheet in made:
                by_test[_test_of(sheet)].append(sheet)
            yield from by_test.items()

    def _rows_of(self, wanted: ir.Table, names: Sequence[str]) -> Iterator[AnswerRow]:
        # By the student alone first: a database finds those of few students without reading much else.
        own = self._table.semi_join(wanted.select("student").distinct(), "student")
        return rows_in(own.semi_join(wanted, list(names)))


def _chunks(sizes: Iterable[tuple[int, int]]) -> Iterator[list[int]]:
    """The tests by their number, as many at once as have so many answers, but one at least."""
    together: list[int] = []
    answers = 0
    for number, size in sizes:
        if together and answers + size > _AT_ONCE:
            yield together
            together, answers = [], 0
        together.append(number)
        answers += size
    if together:
        yield together


def _is_plain(layout: Layout, asked: dict[SheetKey, frozenset[ItemKey]]) -> bool:
    return layout.is_told_apart and len(asked[layout.first]) == layout.size


def _test_of(sheet: AnswerSheet) -> _Test:
    return _Test(sheet.namespace, sheet.place, sheet.test)


def _unit(sheet: AnswerSheet) -> tuple[str, str, str]:
    return sheet.namespace, sheet.place, sheet.student


def _filled(
    found: Sequence[Layout], firsts: Iterable[AnswerRow], made: Iterable[AnswerSheet]
) -> Iterator[tuple[object, ...]]:
    """The layouts whose first sheets lack rows, as the sheets *made* of the rows of all *firsts* show."""
    of_key = {layout.first: layout for layout in found}
    # By the rows themselves: a row that fills a gap names the paper it is from.
    of_row = {id(row): of_key[SheetKey(row.namespace, row.place, row.student, row.paper)] for row in firsts}
    for sheet in made:
        layout = next(of_row[id(row)] for row in sheet.answers if id(row) in of_row)
        if len(sheet.answers) > layout.size:
            yield layout.told


def _whole(share: float) -> int:
    return round(share * sheet_table.SCALE)
