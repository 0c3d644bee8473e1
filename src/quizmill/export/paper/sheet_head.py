"""The head of a worksheet: the school, the title, lines for name, class and date; and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from quizmill.bank.markup import escape
from quizmill.bank.model import MultipleChoice, TrueFalse
from quizmill.compose.paper import Paper
from quizmill.export.paper import sections
from quizmill.export.paper.composed import composed
from quizmill.export.paper.elements import Element, Rule, WritingLine
from quizmill.export.paper.look import BLACK, Looks
from quizmill.export.paper.printed_picture import picture
from quizmill.export.paper.rows import Cell, Row, Stack
from quizmill.export.paper.typeset import Typesetter
from quizmill.export.paper.worksheet_options import WorksheetOptions
from quizmill.words import Words


class Owner(NamedTuple):
    """Whose sheet it is, as far as that is known."""

    student: str = ""
    group: str = ""  # the class


NOBODY = Owner()
_LOGO = (120.0, 42.0)  # points at most, across and down
_SHARES = (0.42, 0.19, 0.21, 0.18)  # of the line, for name, class, date and marks
_BELOW, _LONG_CLASS = (0.32, 0.36, 0.32), (0.52, 0.24, 0.24)  # of a second line, for the last three


def head(
    paper: Paper,
    owner: Owner,
    options: WorksheetOptions,
    width: float,
    looks: Looks,
    words: Words,
    setter: Typesetter,
) -> list[Row]:
    """Everything above what is to be done, *width* points wide."""
    rows = _school(options, width, looks, setter.about("the header"))
    rows.append(title_row(paper.title, paper.form, width, looks, words, setter))
    rows += fields(width, owner, f"/ {paper.possible}", looks, words, setter)
    return [*rows, Row(((0, setter.make(Rule, width, 0.0, BLACK)),), before=12, after=4)]


def instructions(
    paper: Paper,
    options: WorksheetOptions,
    width: float,
    looks: Looks,
    words: Words,
    setter: Typesetter,
    elsewhere: Mapping[str, str] | None = None,
) -> list[Row]:
    """What is to be done, in the teacher's own words if there are some, and what each question is worth.

    *elsewhere* are the ids of questions answered on an answer sheet, and their units; None without one.
    """
    own, worth = what_to_do(paper, options, words, elsewhere)
    after = 14 * looks.scale
    if not own:
        return [Row(((0, setter.set(worth, looks.cue, width)),), after=after)]
    said = composed(own, looks.body, width, setter.about("the instructions"))
    rows = [Row(row.cells, row.before, row.after) for row in said.rows] if isinstance(said, Stack) else []
    rows = rows or [Row(((0, said),))]
    rows += [Row(((0, setter.set(worth, looks.cue, width)),), before=3 * looks.scale)] if worth else []
    return [*rows, Row((), after=after)]


def what_to_do(
    paper: Paper, options: WorksheetOptions, words: Words, elsewhere: Mapping[str, str] | None = None
) -> tuple[str, str]:
    """The teacher's own words, as markup, and what the sheet says besides; either may be empty."""
    own = options.instructions.strip()
    answer = "" if own else words("sheet.answer_all", n=len(paper.exercises))
    worth = _worth(paper, options, words, own=bool(own))
    told = [answer, worth, "" if own and elsewhere is None else _where(paper, words, elsewhere)]
    return own, words("sheet.between").join(sentence for sentence in told if sentence)


def _where(paper: Paper, words: Words, elsewhere: Mapping[str, str] | None) -> str:
    """Where answers are marked, and where only one is."""
    if elsewhere is not None:
        here = any(each.id not in elsewhere for each in paper.exercises)
        return words("answer_sheet.but_here" if here else "answer_sheet.on_sheet")
    circles = any(isinstance(each.question, MultipleChoice | TrueFalse) for each in paper.exercises)
    return words("sheet.one_circle") if circles else ""


def _worth(paper: Paper, options: WorksheetOptions, words: Words, *, own: bool) -> str:
    """What each question is worth, or where that stands, unless it stands above every section."""
    alike = sections.alike(paper.exercises, options.sections)
    if not all(alike):
        return "" if own else words("sheet.marks_stand")
    return "" if options.sections else words("sheet.each_worth", n=paper.exercises[0].question.marks)


def title_row(title: str, form: str, width: float, looks: Looks, words: Words, setter: Typesetter) -> Row:
    """The title, with the form at the right."""
    form = escape(words("sheet.form", form=form)) if form else ""
    beside = setter.width(form, looks.form) + 12
    cells = (
        (0, setter.set(escape(title), looks.title, width - beside)),
        (width - beside, setter.set(form, looks.form, beside)),
    )
    return Row(cells, after=6)


def _school(options: WorksheetOptions, width: float, looks: Looks, setter: Typesetter) -> list[Row]:
    cells: list[Cell] = []
    left = 0.0
    if options.logo:
        try:
            logo = setter.make(picture, options.logo, *_LOGO)
            cells.append((0, logo))
            left = logo.width + 12
        except ValueError as error:
            setter.refuse(f"the logo cannot be printed; {error}")
    if options.header:
        name = setter.set(escape(options.header), looks.strong, width - left)
        beside = cells[0][1].height if cells else 0
        cells.append((left, Stack([Row([(0, name)], before=max(beside - name.height, 0) / 2)])))
    return [Row(tuple(cells), after=10)] if cells else []


def fields(
    width: float, owner: Owner, total: str, looks: Looks, words: Words, setter: Typesetter
) -> list[Row]:
    """Name, class and date with a line each, and the marks out of the total.

    Two rows where one is too short: in large print, and for a long name or class.
    """
    labels = (words("sheet.name"), words("sheet.class"), words("sheet.date"), words("sheet.score"))
    known = (*owner, "", "")
    name, group = (
        setter.width(label, looks.body) + setter.width(escape(text), looks.body) + 20
        for label, text in zip(labels[:2], owner, strict=True)
    )
    short = name >= _SHARES[0] * (width - 40) or group >= _SHARES[1] * (width - 40)
    if looks.scale == 1 and not short:
        return [_filled(tuple(zip(labels, known, _SHARES, strict=True)), width, total, looks, setter)]
    first = ((words("sheet.name"), owner.student, 1.0),)
    below = _BELOW if group < _BELOW[0] * (width - 60) else _LONG_CLASS
    second = tuple(zip(labels[1:], known[1:], below, strict=True))
    return [
        _filled(first, width, "", looks, setter),
        _filled(second, width, total, looks, setter),
    ]


def _filled(
    shares: tuple[tuple[str, str, float], ...],
    width: float,
    total: str,
    looks: Looks,
    setter: Typesetter,
) -> Row:
    end = setter.width(total, looks.strong) + 2 if total else 0.0
    cells: list[Cell] = []
    left = 0.0
    for place, (label, known, share) in enumerate(shares, 1):
        named = setter.width(label, looks.body) + 5
        cells.append((left, setter.set(label, looks.body, named)))
        gap = 4 if place == len(shares) else 10
        room = (width - end) * share - named - gap
        empty: Element = setter.make(WritingLine, room, looks.body)
        cells.append((left + named, setter.line(known, looks.body, room) if known else empty))
        left += (width - end) * share
    if total:
        cells.append((width - end, setter.set(total, looks.strong, end)))
    return Row(tuple(cells), before=10 * looks.scale)
