"""The table into which a teacher types the answers: its columns, and an empty one to fill in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import chain

import msgspec

from quizmill.bank.fold import fold
from quizmill.bank.model import MultipleChoice, TrueFalse
from quizmill.bank.workbook import Choices
from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.roster_columns import class_column, name_columns
from quizmill.classroom.scanned import ScannedSheet
from quizmill.classroom.table import Table
from quizmill.compose.exercise import letter
from quizmill.errors import FileUnusable
from quizmill.grade.on_paper import how_to_type

_FORM = ("form", "version", "forma", "modelo", "formular", "试卷", "卷")
_ALL = ("answers", "answer", "responses", "respuestas", "antworten", "答案")
_NUMBERED = re.compile(r"(?:q|question|no\.?|nr\.?|#|pregunta|frage|题)? ?(\d{1,4})\.?")
_WRITTEN = re.compile(r"(\d{1,4}) \(written\)")
_PAPER = "# paper "
_NOTHING = "_"  # where nothing is marked: an empty row says absent, and a dash would be a formula
_SHEET = "sheet"  # which was scanned


class Columns(msgspec.Struct, frozen=True):
    """Where in a row stands what: the name, the form, and each answer or all of them in one cell."""

    name: tuple[int, ...]
    group: int | None
    told: dict[str, int]  # what else the roster says, by its title there
    form: int | None
    answers: dict[int, int]  # by the question's number on the sheet
    written: dict[int, int]  # those that show what pupils wrote, likewise
    together: int | None
    sheet: int | None  # which scanned one it is
    unused: tuple[str, ...]  # titles of columns that say nothing here


def columns(table: Table, questions: int, told: Collection[str] = ()) -> Columns:
    """The columns of *table*, in which those that are *told* may come from the roster.

    Raises FileUnusable when one that is needed is missing.
    """
    titles = [fold(title) for title in table.head.cells]
    numbered = {int(match[1]): at for at, title in enumerate(titles) if (match := _NUMBERED.fullmatch(title))}
    together = next((titles.index(title) for title in _ALL if title in titles), None)
    _need_answers(table, questions, numbered, together)
    form = next((titles.index(title) for title in _FORM if title in titles), None)
    name = (titles.index("student"),) if "student" in titles else name_columns(table.head.cells)
    if not name:
        raise FileUnusable(
            f"{table.path}:{table.head.line}",
            "the first line must name the columns, one of them name or student, or two first and last; "
            f"it reads: {', '.join(table.head.cells)}",
        )
    answers = {number: at for number, at in numbered.items() if number <= questions}
    written = {int(match[1]): at for at, title in enumerate(titles) if (match := _WRITTEN.fullmatch(title))}
    group = class_column(tuple("" if at == form else title for at, title in enumerate(titles)))
    from_roster = {title: at for at, title in enumerate(table.head.cells) if title in told and at not in name}
    sheet = titles.index(_SHEET) if _SHEET in titles else None
    together = None if numbered else together
    used = {*name, group, form, *from_roster.values(), together, sheet, *answers.values()}
    return Columns(
        name=name,
        group=group,
        told=from_roster,
        form=form,
        answers=answers,
        written={number: at for number, at in written.items() if 0 < number <= questions},
        together=together,
        sheet=sheet,
        unused=tuple(title for at, title in enumerate(table.head.cells) if at not in used and _says(title)),
    )


def _need_answers(table: Table, questions: int, numbered: Collection[int], together: int | None) -> None:
    missing = [str(number) for number in range(1, questions + 1) if number not in numbered]
    if missing and (numbered or together is None):
        told = f"no column is called {', '.join(missing)}" if numbered else "no column has answers"
        raise FileUnusable(
            f"{table.path}:{table.head.line}",
            f"{told}; a paper of {questions} questions needs a column for each, 1 to {questions}, or one "
            "called answers (--template writes an empty table)",
        )


def _says(title: str) -> bool:
    """Whether a column of that title may be thought to count; not one for the teacher to read alone."""
    return bool(title) and not _WRITTEN.fullmatch(title)


def written_title(number: int) -> str:
    """The title of a column with what pupils wrote for an essay, which is for the teacher to read."""
    return f"{number} (written)"


def refuse_another(made: ClassSet, table: Table) -> None:
    """Raise FileUnusable when *table* says that it was written for another paper."""
    own = made.papers[0].fingerprint
    said = [remark.cells[0] for remark in table.remarks]
    others = [remark for remark in said if remark.startswith(_PAPER) and remark != f"{_PAPER}{own}"]
    if others:
        raise FileUnusable(
            table.path,
            f"this table was written for paper {others[0].removeprefix(_PAPER)}, and this is paper {own}; "
            "mark it with the JSON file that was written with those sheets",
        )


def template(made: ClassSet, scanned: Sequence[ScannedSheet] = ()) -> Iterator[tuple[str, ...]]:
    """The rows of a table to fill in: a line for each student with a copy, and below how answers are typed.

    Where the roster has classes there is a column for them, and what else it says stands at the end: two of
    one name are told apart by these. Without copies a line for each form, for the names to be typed beside;
    more are copied from it. What was *scanned* is filled in, `_` where nothing is marked, with a line for
    each further sheet, and a column says which sheet it is, whatever name is typed there.
    """
    numbers = range(1, len(made.papers[0].exercises) + 1)
    classes = any(copy.group for copy in made.copies)
    forms = {paper.fingerprint: paper.form for paper in made.papers}
    sheets: dict[str, list[ScannedSheet]] = {}
    for sheet in scanned:
        sheets.setdefault(sheet.name, []).append(sheet)

    def cells(sheet: ScannedSheet | None) -> tuple[str, ...]:
        told = sheet.answers if sheet else {}
        return tuple((told[number] or _NOTHING) if number in told else "" for number in numbers)

    def scan(sheet: ScannedSheet | None) -> tuple[str, ...]:
        return (sheet.keys[0] if sheet else "",) if scanned else ()

    titles = ("form", *map(str, numbers), *made.columns, *([_SHEET] if scanned else []))
    yield ("student", *(["class"] if classes else []), *titles)
    for copy, label in zip(made.copies, made.labels, strict=True):
        own = sheets[label].pop(0) if sheets.get(label) else None
        form = forms[own.paper] if own else copy.form
        told = (copy.columns.get(title, "") for title in made.columns)
        yield (copy.student, *([copy.group] if classes else []), form, *cells(own), *told, *scan(own))
    for sheet in chain(*sheets.values()):
        told = ("" for _ in made.columns)
        yield (sheet.name, *([""] if classes else []), forms[sheet.paper], *cells(sheet), *told, *scan(sheet))
    if not scanned:
        for form in made.spare:
            yield ("", *([""] if classes else []), form, *cells(None))
        for form in (paper.form for paper in made.papers if paper.form and not made.copies):
            yield ("", form, *cells(None))
    yield from _remarks(made)


def _remarks(made: ClassSet) -> Iterator[tuple[str, ...]]:
    """For which paper it is, and how answers are typed."""
    yield (f"{_PAPER}{made.papers[0].fingerprint}",)
    words = made.words
    yield (f"# {words('typing.numbers')}",)
    for kind, how in how_to_type(words):
        yield (f"# {words('list.explained', first=kind, second=how)}",)


def choices(made: ClassSet) -> Iterator[Choices]:
    """What may stand in the cells of `template` where a letter is asked, by the form of each row."""
    forms = [*(copy.form for copy in made.copies), *made.spare] or [
        paper.form for paper in made.papers if paper.form
    ]
    truths = tuple(made.words(key)[0].lower() for key in ("sheet.true", "sheet.false"))
    first = 3 if any(copy.group for copy in made.copies) else 2
    for row, form in enumerate(forms, start=1):
        paper = made.paper(form)
        for column, exercise in enumerate(paper.exercises if paper else (), start=first):
            if isinstance(exercise.question, TrueFalse):
                yield Choices(row, column, truths)
            elif isinstance(exercise.question, MultipleChoice):
                yield Choices(row, column, tuple(letter(index) for index in range(len(exercise.options))))
