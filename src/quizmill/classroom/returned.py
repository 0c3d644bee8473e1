"""Sheets as they came back: rows that a teacher typed, pictures of answer sheets, and what pupils handed in.

A row may be there beside one of the others: what the teacher typed counts, and the rest is as it came. So the
marks of an essay, what is written in words, and what could not be read are typed into a table beside.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

import msgspec
from msgspec.structs import replace

from quizmill.bank.model import MultipleChoice, TrueFalse
from quizmill.classroom.answer_table import Columns
from quizmill.classroom.hand_in import HandIn
from quizmill.classroom.names import name_in, same_name
from quizmill.classroom.register import Register
from quizmill.classroom.scan.accounts import is_placeholder
from quizmill.classroom.scan.asking import Asking
from quizmill.classroom.scanned import ScannedSheet
from quizmill.classroom.scripts import Origin
from quizmill.classroom.table import Table
from quizmill.compose.forms import form_name
from quizmill.compose.paper import Paper
from quizmill.grade.misread import Fault

_ONE_LETTER = MultipleChoice | TrueFalse


class Twice(StrEnum):
    """Which counts where somebody has handed in twice, and not the same."""

    ASK = "ask"
    FIRST = "first"
    LAST = "last"


class Given(msgspec.Struct, frozen=True):
    """The answer to one question as text, and how it came."""

    text: str
    origin: Origin = Origin.HAND
    scanned: str = ""  # the picture it was read from
    lacking: Fault | None = None  # why there is none to be read


class Returned(msgspec.Struct, frozen=True, kw_only=True):
    """One sheet before it is marked."""

    place: str  # file and line
    name: str
    group: str = ""
    told: dict[str, str] = {}  # what else the row says, by the roster's titles
    form: str = ""  # as typed
    cells: dict[int, str] = {}  # what was typed, by the question's number
    columns: dict[int, str] = {}  # the letters of those cells' columns
    written: dict[int, str] = {}  # what the columns say that show what pupils wrote
    together: str | None = None  # all that was typed in one cell
    sheet: str = ""  # which scanned one it is, as the table says
    handed: HandIn | None = None
    scanned: ScannedSheet | None = None
    conflict: str = ""  # why what came cannot be taken

    @property
    def typed(self) -> list[str]:
        """What was typed for answers, as far as it stands apart without the paper."""
        if self.together is not None:
            return [part.strip() for part in self.together.split(";")]
        return list(self.cells.values())

    @property
    def filled(self) -> bool:
        """Whether there is an answer, or a page or sheet that came, be it empty."""
        return self.came or any(self.typed)

    @property
    def came(self) -> bool:
        """Whether a page was handed in, or a sheet scanned."""
        return self.handed is not None or self.scanned is not None

    def texts(self, paper: Paper) -> tuple[str, ...]:
        """What was typed for each question of *paper*; several fewer or more than there are questions."""
        if self.together is not None:
            return _apart(self.together, paper)
        return tuple(self.cells[number] for number in sorted(self.cells))

    def given(self, paper: Paper) -> tuple[Given, ...]:
        """The answers on that form; as few or many as `texts` where nothing else came."""
        typed, count = self.texts(paper), len(paper.exercises)
        if not self.came:
            return tuple(map(Given, typed))
        cells = (*typed, *[""] * count)[:count]
        return tuple(
            Given(cell) if cell else _given(self, number) for number, cell in enumerate(cells, start=1)
        )


def _given(sheet: Returned, number: int) -> Given:
    """The answer to that question without what was typed."""
    if scanned := sheet.scanned:
        place = scanned.places.get(number, scanned.place)
        origin = Origin.SCAN_REVIEWED if number in scanned.reviewed else Origin.SCAN
        text, lacking = scanned.answers.get(number, ""), scanned.lacking.get(number)
        return Given(text, origin, scanned=place, lacking=lacking)
    answers = sheet.handed.answers if sheet.handed else ()
    return Given(answers[number - 1] if number <= len(answers) else "", Origin.PAGE)


def rows_of(table: Table, columns: Columns) -> Iterator[Returned]:
    """A sheet for each row."""
    for row in table.rows:
        yield Returned(
            place=f"{table.path}:{row.line}",
            name=name_in(row, columns.name),
            group="" if columns.group is None else row.cell(columns.group),
            told={title: row.cell(at) for title, at in columns.told.items()},
            form="" if columns.form is None else row.cell(columns.form),
            cells={number: row.cell(at) for number, at in columns.answers.items()},
            columns={number: form_name(at) for number, at in columns.answers.items()},
            written={number: row.cell(at) for number, at in columns.written.items()},
            together=None if columns.together is None else row.cell(columns.together),
            sheet="" if columns.sheet is None else row.cell(columns.sheet),
        )


def handed_in(found: Sequence[HandIn], register: Register, twice: Twice = Twice.ASK) -> Iterator[Returned]:
    """A sheet for each pupil; who handed in twice, and not the same, has a conflict if *twice* is to ask."""
    of_each: dict[int | str, list[HandIn]] = {}
    for each in found:
        of_each.setdefault(key_of(register, each.name), []).append(each)
    for several in of_each.values():
        ordered = sorted(several, key=lambda each: each.finished)
        taken = ordered[-1] if twice is Twice.LAST else ordered[0]
        differ = any((each.paper, each.answers) != (taken.paper, taken.answers) for each in several)
        sheet = Returned(place=taken.place, name=taken.name, handed=taken)
        if differ and twice is Twice.ASK:
            places = " and ".join(each.place for each in several)
            told = f"handed in {len(several)} times, and not the same ({places})"
            sheet = replace(
                sheet, conflict=f"{told}; none is taken: take one away, or say --twice first or --twice last"
            )
        yield sheet


def scanned_in(found: Sequence[ScannedSheet], register: Register, asking: Asking) -> Iterator[Returned]:
    """A sheet for each pupil; where there are two of one there is a conflict."""
    of_each: dict[int | str, list[ScannedSheet]] = {}
    for each in found:
        of_each.setdefault(key_of(register, each.name), []).append(each)
    for several in of_each.values():
        first = several[0]
        sheet = Returned(place=first.place, name=first.name, scanned=first)
        if len(several) > 1:
            places = " and ".join(each.place for each in several)
            told = f"has {len(several)} sheets ({places}); none is taken: {asking.names} whose each is"
            sheet = replace(sheet, conflict=told)
        yield sheet


def key_of(register: Register, name: str, group: str = "", told: dict[str, str] | None = None) -> int | str:
    """What tells the pupil from all others: the place on the roster, or the name of who is not there."""
    found = register.find(name, group, told or {})
    return found[0].place if len(found) == 1 else same_name(f"{name} {group}")


def beside(typed: Sequence[Returned], came: Sequence[Returned], register: Register) -> Iterator[Returned]:
    """All sheets, those of one pupil as one: first as they were typed, then those that only *came*.

    A row that says which sheet it was read from is of that one, under the name that was typed or decided.
    """
    own: dict[int | str, Returned] = {}
    for each in came:
        key = key_of(register, each.name)
        own[key] = _both(own[key], each) if key in own else each
    scans = {page: key for key, each in own.items() if each.scanned for page in each.scanned.keys}
    for each in typed:
        key = scans.get(each.sheet, key_of(register, each.name, each.group, each.told))
        yield _with(each, also) if (also := own.pop(key, None)) else each
    yield from own.values()


def _with(typed: Returned, also: Returned) -> Returned:
    name = also.name if is_placeholder(typed.name) else typed.name
    return replace(typed, name=name, handed=also.handed, scanned=also.scanned, conflict=also.conflict)


def _both(handed: Returned, scanned: Returned) -> Returned:
    told = f"handed in ({handed.place}), and a sheet was scanned too ({scanned.place}); none is taken"
    return replace(handed, conflict=f"{told}: take one away")


def _apart(cell: str, paper: Paper) -> tuple[str, ...]:
    """The answers in one cell: between semicolons, or letters run together when each is a single one."""
    letters = all(isinstance(exercise.question, _ONE_LETTER) for exercise in paper.exercises)
    if letters and ";" not in cell:
        return tuple("" if each in "-_" else each for each in "".join(cell.split()))
    return tuple(part.strip() for part in cell.split(";"))
