"""The roster: the names of a class, from a table that any school's program may have written."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import msgspec

from quizmill.bank.fold import fold
from quizmill.classroom.table import Row, Table
from quizmill.errors import FileUnusable

LONGEST = 80  # characters of a name that a line on paper holds

# What schools' programs call the columns, in the languages of the worksheets and of their neighbours.
_WHOLE = "name student pupil learner nombre alumno alumna estudiante schüler schülerin élève".split()
_WHOLE += "姓名 学生 学生姓名 名字".split()
_WHOLE += ["student name", "full name", "pupil name", "students", "name of student"]
_GIVEN = ["first", "first name", "firstname", "given", "given name", "given names", "forename", "forenames"]
_GIVEN += ["vorname", "prénom", "nombres", "名"]
_FAMILY = ["last", "last name", "lastname", "surname", "family", "family name", "nachname", "familienname"]
_FAMILY += ["apellido", "apellidos", "nom", "姓"]
_CLASS = "class classe klasse clase curso grupo group groupe gruppe section course 班级 班 年级".split()
_CLASS += ["class name", "class group", "form group", "tutor group", "year group", "homeroom", "lerngruppe"]


class Roster(msgspec.Struct, frozen=True):
    """The students in the order of the file, and the class of each; *lines* says where each stands in it."""

    path: str
    students: tuple[str, ...]
    lines: tuple[int, ...]
    separator: str
    classes: tuple[str, ...]  # each empty when no column has it


def read_roster(table: Table) -> Roster:
    """The names in *table*, from one column (name, student …) or two (first and last).

    Raises FileUnusable that names every row which cannot be used, when a name is missing, endless, or
    there twice.
    """
    columns = name_columns(table)
    named = [(row, name_in(row, columns)) for row in table.rows]
    faults = list(_faults(named))
    if faults:
        told = "1 row" if len(faults) == 1 else f"{len(faults)} rows"
        raise FileUnusable(table.path, "\n".join((f"{told} cannot be used", *faults)))
    if not named:
        raise FileUnusable(table.path, "there are no students below the first line")
    return Roster(
        table.path,
        tuple(name for _, name in named),
        tuple(row.line for row, _ in named),
        table.separator,
        _classes(table, columns),
    )


def same_name(name: str) -> str:
    """What two typings of one name have in common: case and blanks do not part them, accents do."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def name_columns(table: Table) -> tuple[int, ...]:
    """The columns that make a name, in the order in which it is written; raises FileUnusable without one."""
    titles = [fold(title) for title in table.head.cells]
    whole, given, family = (_find(titles, known) for known in (_WHOLE, _GIVEN, _FAMILY))
    if given is not None and (family is not None or whole is not None):
        return (given, family if family is not None else whole or 0)
    if family is not None and whole is not None:
        return (whole, family)  # "nombre, apellidos"
    found = next((column for column in (whole, family, given) if column is not None), None)
    if found is None:
        raise FileUnusable(
            f"{table.path}:{table.head.line}",
            "the first line must name the columns, one of them name or student, or two first and last; "
            f"it reads: {', '.join(table.head.cells)}",
        )
    return (found,)


def _classes(table: Table, names: tuple[int, ...]) -> tuple[str, ...]:
    """The class of each row."""
    column = class_column(table)
    if column is None or column in names:
        return tuple("" for _ in table.rows)
    return tuple(unicodedata.normalize("NFC", row.cell(column)) for row in table.rows)


def class_column(table: Table) -> int | None:
    """The first column that is called a class, if any."""
    return _find([fold(title) for title in table.head.cells], _CLASS)


def _find(titles: list[str], known: list[str]) -> int | None:
    folded = [fold(each) for each in known]
    return next((titles.index(each) for each in folded if each in titles), None)


def name_in(row: Row, columns: tuple[int, ...]) -> str:
    """The name in those columns; empty when they are."""
    parts = [unicodedata.normalize("NFC", row.cell(column)) for column in columns]
    if len(parts) == 2 and all(part and all(_is_han(c) for c in part) for part in parts):
        return "".join(reversed(parts))  # the family's name first, and nothing between: 王小明
    return " ".join(part for part in parts if part)


def _is_han(character: str) -> bool:
    return unicodedata.name(character, "").startswith("CJK UNIFIED")


def _faults(named: list[tuple[Row, str]]) -> Iterator[str]:
    seen: dict[str, int] = {}
    for row, name in named:
        if not name:
            yield f"line {row.line}: there is no name; it reads: {', '.join(filter(None, row.cells))}"
        elif len(name) > LONGEST:
            yield f"line {row.line}: the name has {len(name)} characters, and a line holds {LONGEST}"
        elif same_name(name) in seen:
            before = seen[same_name(name)]
            yield f"line {row.line}: {name} stands on line {before} already; tell the two apart by a letter"
        else:
            seen[same_name(name)] = row.line
