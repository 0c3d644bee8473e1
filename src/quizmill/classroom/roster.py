"""The roster: the names of a class, from a table that any school's program may have written."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import msgspec

from quizmill.classroom import titles
from quizmill.classroom.names import name_in, same_name
from quizmill.classroom.no_pupil import is_no_pupil, teaches
from quizmill.classroom.roster_columns import NamedColumns, RosterColumns, headed, roster_columns
from quizmill.classroom.table import Row, Table
from quizmill.errors import FileUnusable

LONGEST = 80  # characters of a name that a line on paper holds


class Pupil(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the roster: the name, the class, and the cells that travel with the pupil, by their titles."""

    name: str
    line: int
    group: str = ""
    columns: dict[str, str] = {}
    ids: tuple[str, ...] = ()


class Roster(msgspec.Struct, frozen=True, kw_only=True):
    """The pupils in the order of the file, and what was left out of it or may be meant otherwise."""

    path: str
    pupils: tuple[Pupil, ...]
    separator: str
    notes: tuple[str, ...]

    @property
    def students(self) -> tuple[str, ...]:
        """The names."""
        return tuple(pupil.name for pupil in self.pupils)


def read_roster(table: Table, asked: NamedColumns = NamedColumns()) -> Roster:  # noqa: B008 (nothing changes it)
    """The names in *table*, from one column (name, student …) or several (first and last).

    Rows that are no pupils are left out with a note each. Raises FileUnusable when no column has names, or
    when one cannot be used, with all such rows: a name is missing, endless, or there twice and nothing tells
    the two apart. Raises BadRequest when a column that is *asked* for is not there.
    """
    above, table = headed(table, asked)
    reading = _Reading(table, roster_columns(table.head.cells, asked), _class_above(above))
    for row in table.rows:
        reading.take(row)
    if reading.faults:
        told = "1 row" if len(reading.faults) == 1 else f"{len(reading.faults)} rows"
        raise FileUnusable(table.path, "\n".join((f"{told} cannot be used", *reading.faults)))
    if not reading.pupils:
        raise FileUnusable(table.path, f"there are no students below the {_ordinal(table.head.line)} line")
    return Roster(
        path=table.path,
        pupils=tuple(reading.pupils),
        separator=table.separator,
        notes=tuple(_about(table, reading)),
    )


class _Reading:
    """One roster being read: the pupils so far, what was left out, and what is amiss."""

    def __init__(self, table: Table, columns: RosterColumns, group: str) -> None:
        self._table = table
        self.columns = columns
        self._group = group  # of everybody, where no column has it
        self._met: dict[str, list[Pupil]] = {}
        self.pupils: list[Pupil] = []
        self.notes: list[str] = []
        self.faults: list[str] = []

    def take(self, row: Row) -> None:
        row = self._whole(row)
        name = name_in(row, self.columns.names)
        if reason := self._no_pupil(row, name):
            self.notes.append(f"{self._table.path}:{row.line}: {reason}, and is left out")
        elif fault := self._fault(row, name):
            self.faults.append(f"line {row.line}: {fault}")
        else:
            self._enter(self._pupil(row, name))

    def _whole(self, row: Row) -> Row:
        """In a table of one column a comma parts no cells, whether there are quotes or not: Smith, Anna."""
        if len(self._table.head.cells) > 1:
            return row
        return Row(row.line, (", ".join(cell for cell in row.cells if cell),))

    def _no_pupil(self, row: Row, name: str) -> str:
        known = [at for at in (*self.columns.kept, self.columns.group) if at is not None and row.cell(at)]
        if all(row.cell(at) == self._table.head.cells[at] for at in self.columns.names):
            return "this line names the columns again"
        if not name and (not known or any(is_no_pupil(cell, known=False) for cell in row.cells)):
            return f"this line has no name ({_read(row)})"
        if name and is_no_pupil(name, known=any(row.cell(at) for at in self.columns.ids)):
            return f"{name} is no pupil"
        if self.columns.role is not None and teaches(row.cell(self.columns.role)):
            return f"{name} is no pupil ({row.cell(self.columns.role)})"
        return ""

    def _fault(self, row: Row, name: str) -> str:
        if any(row.cells[len(self._table.head.cells) :]):
            return (
                f"there are more cells than titles; put a name with a comma in quotes; it reads: {_read(row)}"
            )
        if not name:
            return f"there is no name; it reads: {_read(row)}"
        if not any(map(str.isalpha, name)) and any(map(str.isdigit, name)):
            return f'"{name}" is no name; say which column has the names with --name-column'
        if len(name) > LONGEST:
            return f"the name has {len(name)} characters, and a line holds {LONGEST}"
        return ""

    def _pupil(self, row: Row, name: str) -> Pupil:
        head, group = self._table.head.cells, self.columns.group
        return Pupil(
            name=name,
            line=row.line,
            group=unicodedata.normalize("NFC", self._group if group is None else row.cell(group)),
            columns={head[at]: row.cell(at) for at in self.columns.kept if row.cell(at)},
            ids=tuple(row.cell(at) for at in self.columns.ids),
        )

    def _enter(self, pupil: Pupil) -> None:
        for before in self._met.setdefault(same_name(pupil.name), []):
            if any(one and one == other for one, other in zip(pupil.ids, before.ids, strict=True)):
                told = f"{pupil.name} stands on line {before.line} already, with the same id"
                self.notes.append(f"{self._table.path}:{pupil.line}: {told}, and is left out")
                return
            if pupil.columns == before.columns and pupil.group == before.group:
                self.faults.append(
                    f"line {pupil.line}: {pupil.name} stands on line {before.line} already; tell the two "
                    "apart by a letter, or by a column with the class or an id"
                )
                return
        self._met[same_name(pupil.name)].append(pupil)
        self.pupils.append(pupil)


def _about(table: Table, reading: _Reading) -> Iterator[str]:
    for title in table.unread:
        yield f'{table.path}: the sheet "{title}" is not read; save it as a file of its own'
    for unsure in reading.columns.unsure:
        yield f"{table.path}: {unsure}"
    for remark in table.remarks:
        yield f"{table.path}:{remark.line}: this line is a remark, and is left out: {remark.cells[0]}"
    yield from reading.notes


def _class_above(rows: tuple[Row, ...]) -> str:
    """The class that is said above the table, behind a label: `Class:,Mathematics 09`."""
    labels = (
        row.cells for row in rows if len(row.cells) > 1 and titles.find(row.cells[:1], titles.CLASS) == 0
    )
    return next((cells[1] for cells in labels), "")


def _read(row: Row) -> str:
    return ", ".join(filter(None, row.cells))


def _ordinal(line: int) -> str:
    return "first" if line == 1 else f"{line}th"
