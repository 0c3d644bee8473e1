"""Where in a school's table the names begin, and which columns make a name, a class and what travels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from quizmill.bank.fold import fold
from quizmill.classroom import titles as known
from quizmill.classroom.table import Row, Table
from quizmill.classroom.titles import find, identifies, plain_title, travels
from quizmill.errors import BadRequest, FileUnusable

_LOOKED_AT = 40  # rows: labels and titles stand above the table in what some programs write


class RosterColumns(msgspec.Struct, frozen=True, kw_only=True):
    """The columns of a table of pupils."""

    names: tuple[int, ...]  # in the order in which a name is written
    group: int | None  # the class
    ids: tuple[int, ...]  # what tells one pupil from another of the same name
    role: int | None  # pupil or teacher
    kept: tuple[int, ...]  # what travels with the pupil: ids, addresses, parts of the name, groups
    unsure: tuple[str, ...] = ()  # what else may be meant: a remark each


class NamedColumns(msgspec.Struct, frozen=True):
    """The titles of columns that somebody names, and the options they are named by."""

    names: Sequence[str] = ()
    group: str = ""


def name_columns(titles: tuple[str, ...]) -> tuple[int, ...]:
    """The columns that make a name, in the order in which it is written; none when none is called so."""
    lists = (known.WHOLE, known.GIVEN, known.FAMILY)
    whole, given, family = (find(titles, each) for each in lists)
    if given is None and family is None:
        return () if whole is None else (whole,)
    if given is None:
        given = whole  # "nombre, apellidos"
    elif family is None:
        family = whole  # "name, vorname"
    parts = (given, find(titles, known.BETWEEN), family, find(titles, known.SECOND_FAMILY))
    return tuple(part for part in parts if part is not None)


def class_column(titles: tuple[str, ...]) -> int | None:
    """The first column that is called a class, if any."""
    return find(titles, (*known.CLASS, *known.YEAR))


def headed(table: Table, asked: NamedColumns) -> tuple[tuple[Row, ...], Table]:
    """The rows above the one that names the columns, and the table from that one on.

    It is the one with the most titles that are known, of equals the first. Raises FileUnusable when none
    names a column of names, and BadRequest when one that is *asked* for is not there.
    """
    rows = (table.head, *table.rows)
    looked_at = rows[:_LOOKED_AT]
    heads = [at for at, row in enumerate(looked_at) if _has(row, asked)]
    if not heads:
        _refuse(table, looked_at, asked)
    at = max(heads, key=lambda at: (_known(rows[at].cells), -at))
    return rows[:at], Table(
        table.path, rows[at], rows[at + 1 :], table.remarks, table.separator, table.encoding, table.unread
    )


def roster_columns(titles: tuple[str, ...], asked: NamedColumns) -> RosterColumns:
    """The columns of a table with those *titles*, where `headed` has found one of names."""
    names = tuple(_column(titles, title) for title in asked.names) or name_columns(titles)
    group = _column(titles, asked.group) if asked.group else class_column(titles)
    group = None if group in names else group
    ids = tuple(at for at, title in enumerate(titles) if identifies(title) and at not in (*names, group))
    told = {at for at, title in enumerate(titles) if travels(title) or plain_title(title) in _PARTS}
    kept = {*told, *names} - ({*names} if len(names) == 1 else set())
    return RosterColumns(
        names=names,
        group=group,
        ids=ids,
        role=find(titles, known.ROLE),
        kept=tuple(sorted(at for at in kept if at != group or plain_title(titles[at]) not in _CALLED_CLASS)),
        unsure=tuple(_unsure(titles, names, group, asked)),
    )


_PARTS = {
    *known.WHOLE,
    *known.GIVEN,
    *known.BETWEEN,
    *known.FAMILY,
    *known.SECOND_FAMILY,
    *known.CLASS,
    *known.YEAR,
}
_CALLED_CLASS = {
    "class",
    "classe",
    "klasse",
    "clase",
    "班级",
    "form",
}  # our own tables have a class and a form


def _unsure(
    titles: tuple[str, ...], names: tuple[int, ...], group: int | None, asked: NamedColumns
) -> Iterator[str]:
    for at, title in enumerate(titles):
        plain = plain_title(title)
        if plain.startswith("preferred") and plain in _PARTS and at not in names and not asked.names:
            yield f'names are not read from "{title}"; --name-column "{title}" does so'
        if group is not None and at != group and plain in known.CLASS and not asked.group:
            yield f'classes are read from "{titles[group]}"; --class-column "{title}" reads them there'


def _known(cells: tuple[str, ...]) -> int:
    return sum(plain_title(cell) in _PARTS or travels(cell) for cell in cells if cell)


def _has(row: Row, asked: NamedColumns) -> bool:
    folded = {fold(cell) for cell in row.cells}
    wanted = [*asked.names, *filter(None, [asked.group])]
    return all(fold(title) in folded for title in wanted) and bool(asked.names or name_columns(row.cells))


def _column(titles: tuple[str, ...], title: str) -> int:
    return [fold(each) for each in titles].index(fold(title))


def _refuse(table: Table, rows: Sequence[Row], asked: NamedColumns) -> None:
    """Raise what is wrong, with the titles as they probably are: the first row with the most cells."""
    head = max(rows, key=lambda row: (sum(map(bool, row.cells)), -row.line))
    shown = ", ".join(filter(None, head.cells))
    there = {fold(cell) for row in rows for cell in row.cells}
    for option, title in (
        *(("--name-column", name) for name in asked.names),
        ("--class-column", asked.group),
    ):
        if title and fold(title) not in there:
            raise BadRequest(f'{option}: {table.path} has no column "{title}"; its columns are: {shown}')
    raise FileUnusable(
        f"{table.path}:{head.line}",
        "no column is called name or student, or first and last; say which has the names with --name-column; "
        f"this line reads: {shown}",
    )
