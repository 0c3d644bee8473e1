"""The gradebook that a school's program exported, with the marks of a paper in one of its columns."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

import msgspec

from quizmill.bank.fold import fold
from quizmill.classroom.cells_in_place import with_marks
from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.gradebook import number
from quizmill.classroom.names import Called, name_in
from quizmill.classroom.no_pupil import is_no_pupil
from quizmill.classroom.register import Register
from quizmill.classroom.roster_columns import NamedColumns, RosterColumns, headed, roster_columns
from quizmill.classroom.scripts import Marked, Script
from quizmill.classroom.table import Row, Table, read_table
from quizmill.classroom.titles import plain_title
from quizmill.errors import BadRequest, FileUnusable

# Columns of a gradebook that are no marks of one paper.
_NOT_MARKS = re.compile(
    r"(?:(?:unposted |imported )?(?:current|final|override) (?:score|grade|points)|end of line indicator"
    r"|last downloaded from this course|availability|last access|institution|department|notes?|comments?"
    r"|feedback.*|.*(?:read ?only).*|course total.*|.*\b(?:sub)?total(?: score)?|.*average|grade level|year"
    r"|date of birth|birth ?date|gender|sex|grading notes|notes format|feedback format|entry date)"
)
_SAID_OF_MARKS = re.compile(
    r"\s*(?:\(\d+\)|\((?:real|percentage|letter)\)|\[total pts.*|points grade.*|<.*>|\|\d+)\s*$",
    re.IGNORECASE,
)
_KIND = re.compile(r"^(?:quiz|assignment|test|exam|forum|lesson)\s*:\s*", re.IGNORECASE)
_OUT_OF = re.compile(
    r"(?:maxpoints|total pts|max(?:imum)? ?(?:points|score)?)\s*:\s*(?:up to )?(\d+(?:\.\d+)?)", re.IGNORECASE
)
_POSSIBLE = re.compile(r"(?:points?|marks?)(?: possible)?\s*:?")


class Filled(msgspec.Struct, frozen=True):
    """The file with the marks in it, and what is to be said of it."""

    data: bytes
    column: str
    notes: tuple[str, ...]


def fill_in(data: bytes, path: str, made: ClassSet, marked: Marked, column: str = "") -> Filled:
    """The gradebook in *data* with the marks of everybody whose marks are final, in one *column*.

    By default it is the column that is called as the paper, or the only one for marks, as long as none stand
    there but these. Everything else stays as it is. Raises FileUnusable when the file is no table of names
    or the column cannot be told, and BadRequest when the one that is asked for is not there or not for marks.
    """
    above, table = headed(read_table(data, path), NamedColumns())
    return _Filling(made, marked, above, table, column).filled(data)


class _Filling:
    def __init__(
        self, made: ClassSet, marked: Marked, above: Sequence[Row], table: Table, column: str
    ) -> None:
        self._made, self._marked, self._table, self._above = made, marked, table, above
        self._columns = roster_columns(table.head.cells, NamedColumns())
        found = _column(table, self._columns, made.title, column)
        self._at, self._is_guess = found.at, not found.named
        self._title = table.head.cells[self._at]
        self._register = Register(made)
        self._scripts = {id(script.copy): script for script in marked.scripts if script.copy}
        cells = [cell for row in table.rows for cell in row.cells]
        self._comma = any(re.fullmatch(r"\d+,\d+", cell) for cell in cells)
        self._signed = any(row.cell(self._at).endswith("%") for row in table.rows)
        self._strangers = Called([s for s in marked.scripts if not s.copy], lambda script: script.student)

    def filled(self, data: bytes) -> Filled:
        found = [(row, script) for row in self._table.rows if (script := self._script(row))]
        final = {row.line: script for row, script in found if not script.unread}
        marks = {line: self._mark(script) for line, script in final.items()}
        lines = {row.line: row.cell(self._at) for row in self._table.rows}
        replaced = [line for line in marks if lines[line] not in ("", "-", marks[line])]
        if self._is_guess:
            self._refuse_marks_of_another(marks)
        return Filled(
            with_marks(data, self._table.path, self._at, marks),
            self._title,
            tuple(self._notes([script for _, script in found], [final[line] for line in replaced], marks)),
        )

    def _refuse_marks_of_another(self, marks: dict[int, str]) -> None:
        """Marks stand where no title says that they are of this paper."""
        held = [row for row in self._table.rows if row.cell(self._at) not in ("", "-", marks.get(row.line))]
        if pupils := [row for row in held if self._is_pupil(row)]:
            raise FileUnusable(
                self._table.path,
                f'no column is called "{self._made.title}", and the only one for marks, "{self._title}", has '
                f"{len(pupils)} that are of another paper; to replace them all the same say "
                f'--gradebook-column "{self._title}"',
            )

    def _is_pupil(self, row: Row) -> bool:
        known = any(row.cell(at) for at in self._columns.ids)
        return not is_no_pupil(name_in(row, self._columns.names), known=known)

    def _script(self, row: Row) -> Script | None:
        """The script of whom the row is about."""
        if not self._is_pupil(row):
            return None
        name = name_in(row, self._columns.names)
        group = row.cell(self._columns.group) if self._columns.group is not None else ""
        cells = {self._table.head.cells[at]: row.cell(at) for at in self._columns.kept}
        students = self._register.find(name, group, cells)
        if students:
            return self._scripts.get(id(students[0].copy)) if len(students) == 1 else None
        scripts = self._strangers.find(name)
        return scripts[0] if len(scripts) == 1 else None

    def _mark(self, script: Script) -> str:
        """In the signs of the file: with a decimal comma where it has them, in per cent where it says so."""
        percent = re.search(r"percent|%", self._title, re.IGNORECASE)
        text = f"{number(script.percent)}{' %' if self._signed else ''}" if percent else number(script.earned)
        return text.replace(".", ",") if self._comma else text

    def _notes(self, found: list[Script], replaced: list[Script], marks: dict[int, str]) -> Iterator[str]:
        path = self._table.path
        if self._is_guess:
            yield f'{path}: no column is called "{self._made.title}"; the only one for marks is filled'
        yield f'{path}: {len(marks)} marks go into the column "{self._title}"'
        if replaced:
            yield f"{path}: other marks stood there of {_named(replaced)}, and were replaced"
        if unread := [script for script in found if script.unread]:
            yield f"{path}: not filled in, for not all answers could be read: {_named(unread)}"
        if absent := self._marked.absent:
            yield f"{path}: not filled in, for no answer was typed: {'; '.join(absent)}"
        known = {id(script) for script in found}
        if strangers := [script for script in self._marked.scripts if id(script) not in known]:
            yield f"{path}: nobody there is, beyond doubt, {_named(strangers)}"
        possible = self._possible()
        own = self._made.possible
        if possible is not None and possible != own:
            told = f"its marks are out of {number(possible)}, and the paper's out of {own}"
            yield f"{path}: {told}; they go in as they are"

    def _possible(self) -> float | None:
        """What the marks of the column are out of, where the file says so."""
        if said := _OUT_OF.search(self._title):
            return float(said[1])
        rows = [(name_in(row, self._columns.names), row.cell(self._at)) for row in self._table.rows]
        rows += [(row.cell(0), row.cell(1)) for row in self._above]
        cells = (cell for name, cell in rows if _POSSIBLE.fullmatch(fold(name)))
        return next((float(cell) for cell in cells if re.fullmatch(r"\d+(?:\.\d+)?", cell)), None)


class _Column(msgspec.Struct, frozen=True):
    """Where the marks go, and whether its title or somebody says so."""

    at: int
    named: bool = True


def _column(table: Table, columns: RosterColumns, title: str, asked: str) -> _Column:
    titles = table.head.cells
    others = {*columns.names, columns.group, columns.role, *columns.kept, *columns.ids}
    if asked:
        return _Column(_asked(table, others, asked))
    of_marks = [
        at
        for at, each in enumerate(titles)
        if each
        and at not in others
        and not _NOT_MARKS.fullmatch(plain_title(each))
        and not _read_only(table, at)
    ]
    called = [at for at in of_marks if fold(_KIND.sub("", _SAID_OF_MARKS.sub("", titles[at]))) == fold(title)]
    found = called if len(called) == 1 else of_marks
    if len(found) != 1:
        told = f"it may be {_listed([titles[at] for at in found])}" if found else f"it has {_listed(titles)}"
        raise FileUnusable(
            table.path, f"which column has the marks is not clear; say so with --gradebook-column: {told}"
        )
    return _Column(found[0], named=bool(called))


def _asked(table: Table, others: Collection[int | None], asked: str) -> int:
    titles = table.head.cells
    folded = [fold(each) for each in titles]
    if fold(asked) not in folded:
        told = f'{table.path} has no column "{asked}"; it has {_listed(titles)}'
        raise BadRequest(f"--gradebook-column: {told}")
    at = folded.index(fold(asked))
    if _read_only(table, at):
        told = f'"{titles[at]}" is read only, as {table.path} says itself; name the column of a test'
        raise BadRequest(f"--gradebook-column: {told}")
    if at in others:
        told = f'"{titles[at]}" of {table.path} says who somebody is, and has no marks'
        raise BadRequest(f"--gradebook-column: {told}; name the column of a test")
    return at


def _read_only(table: Table, at: int) -> bool:
    return any(
        "read only" in fold(cell) for cell in (table.head.cell(at), *(r.cell(at) for r in table.rows[:3]))
    )


def _listed(titles: Sequence[str]) -> str:
    return ", ".join(f'"{title}"' for title in titles if title)


def _named(scripts: Sequence[Script]) -> str:
    return "; ".join(script.student for script in scripts)
