"""Marking what came back of a class set: tables that were typed, sheets and pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from quizmill.bank.model import Essay
from quizmill.classroom.absence import answered_nothing, said_absent
from quizmill.classroom.answer_table import columns, refuse_another, written_title
from quizmill.classroom.class_set import ClassSet, Copy
from quizmill.classroom.clock import overlong
from quizmill.classroom.hand_in import HandIn
from quizmill.classroom.names import same_name
from quizmill.classroom.not_on_pictures import lacking, not_read
from quizmill.classroom.register import Register
from quizmill.classroom.returned import (
    Given,
    Returned,
    Twice,
    beside,
    handed_in,
    key_of,
    rows_of,
    scanned_in,
)
from quizmill.classroom.rulings import read_ruled
from quizmill.classroom.scan.asking import NOWHERE, Asking
from quizmill.classroom.scanned import ScannedSheet
from quizmill.classroom.scripts import Marked, Origin, Script, ScriptAnswer, Unmarked
from quizmill.classroom.table import Table
from quizmill.classroom.waiting import waiting
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper
from quizmill.errors import clipped
from quizmill.grade.misread import Fault, Misread
from quizmill.grade.on_paper import Copied, read_copied, read_handed_in
from quizmill.words import words_in


def mark_scripts(
    made: ClassSet,
    *tables: Table,
    handed: Sequence[HandIn] = (),
    scanned: Sequence[ScannedSheet] = (),
    unusable: Sequence[str] = (),
    twice: Twice = Twice.ASK,
    asking: Asking = NOWHERE,
) -> Marked:
    """All scripts in *tables*, those *handed* in and *scanned*; what cannot be read is left out and named.

    *unusable* are the names in what came and cannot be taken: they were there. *asking* says where doubts
    are asked.

    Raises FileUnusable when a table lacks a column or was written for another paper.
    """
    desk, typed = _Desk(made, unusable, tables[0].path if tables else "", asking), list[Returned]()
    for table in tables:
        refuse_another(made, table)
        found = columns(table, len(made.papers[0].exercises), made.columns)
        desk.notes += [f'the column "{title}" is not used' for title in found.unused]
        typed += rows_of(table, found)
    came = [*handed_in(handed, desk.register, twice), *scanned_in(scanned, desk.register, asking)]
    return desk.marked(beside(typed, came, desk.register))


class _Desk:
    """A class set being marked: what has been found so far."""

    def __init__(self, made: ClassSet, unusable: Sequence[str], table: str, asking: Asking) -> None:
        self._made = made
        self._asking = asking
        self._table = table  # the file of the first one that was typed
        self.register = Register(made)
        self._came = {key_of(self.register, name) for name in unusable}
        self._places: dict[int | str, str] = {}  # by place on the roster, or by name: the student's sheet
        self._faults: list[str] = []
        self.notes: list[str] = []

    def marked(self, sheets: Iterable[Returned]) -> Marked:
        """Every sheet, in its turn."""
        scripts: list[Script] = []
        unmarked: list[Unmarked] = []
        for sheet in sheets:
            who = self._who(sheet)
            if who is None:
                continue
            if not sheet.filled or self._was_absent(sheet, who.student):
                unmarked.append(who)
            elif script := self._script(sheet, who.student, who.copy):
                scripts.append(script)
            else:
                unmarked.append(replace(who, answered=True))
        missing = (each for each in self.register.students if each.place not in self._places)
        unmarked += [Unmarked(each.label, each.copy, each.place in self._came) for each in missing]
        if blank := [script.student for script in scripts if script.blank]:
            self.notes.append(answered_nothing(blank))
        self.notes += overlong(self._made, scripts)
        self._faults += waiting(scripts, self._table)
        return Marked(tuple(scripts), tuple(unmarked), tuple(self._faults), tuple(self.notes))

    def _who(self, sheet: Returned) -> Unmarked | None:
        """Whom the sheet is of, as if there were no answers on it; nothing when it cannot be used."""
        name = sheet.name
        found = self.register.find(name, sheet.group, sheet.told)
        if len(found) > 1 or not (found or name):
            if sheet.filled:
                several = _listed([each.label for each in found])
                reason = (
                    f"{name} may be {several}; type it so"
                    if found
                    else "there is no name beside these answers"
                )
                self._fault(sheet, reason)
            return None
        who = Unmarked(found[0].label, found[0].copy) if found else Unmarked(name)
        key = found[0].place if found else same_name(f"{name} {sheet.group}")
        before = self._places.setdefault(key, sheet.place)
        if before != sheet.place:
            file, _, line = before.rpartition(":")
            where = f"on line {line}" if sheet.place.startswith(f"{file}:") else f"in {before}"
            self._fault(sheet, f"{name} stands {where} already; only that line is marked")
            return None
        if self.register.students and not found:
            self._note(sheet, f"{name} is not on the roster")
        return who

    def _was_absent(self, sheet: Returned, student: str) -> bool:
        """Whether the cells say so; not where what says it is a right answer."""
        told = "" if sheet.scanned else said_absent(sheet.typed)
        if not told or any(self._earns(sheet, paper) for paper in self._made.papers):
            return False
        self._note(sheet, f'{student} was absent, since "{told}" is all that is typed')
        return True

    def _earns(self, sheet: Returned, paper: Paper) -> bool:
        typed = zip(paper.exercises, sheet.texts(paper), strict=False)
        read = (
            read_ruled(self._made, exercise, text, self._made.ruling(exercise.id)) for exercise, text in typed
        )
        return any(isinstance(each, Copied) and each.mark.earned for each in read)

    def _script(self, sheet: Returned, student: str, copy: Copy | None) -> Script | None:
        if sheet.conflict:
            self._faults.append(f"{student} {sheet.conflict}")
            return None
        known = copy.form if copy else None
        form_of = self._paper_that_came if sheet.came else self._paper
        paper = form_of(sheet, student, known)
        if paper is None:
            return None
        given = sheet.given(paper)
        if len(given) != len(paper.exercises):
            self._fault(
                sheet,
                f"{student}: there are {len(paper.exercises)} questions, and {len(given)} answers in the "
                "cell; part them by semicolons, with nothing between two for no answer",
            )
            return None
        self._name_what_is_not_read(sheet, student, paper)
        answers = (
            self._answer(sheet, f"{student}, question {number}{self._on(paper)}", number, exercise, each)
            for number, (exercise, each) in enumerate(zip(paper.exercises, given, strict=True), start=1)
        )
        made = tuple(answers)
        if sheet.scanned:
            self._faults += not_read(student, sheet.scanned, made, self._asking)
        if sheet.handed is None:
            return Script(student, paper.form, made, copy)
        times = {"started": sheet.handed.started, "finished": sheet.handed.finished}
        return Script(student, paper.form, made, copy, handed_in=True, **times)

    def _name_what_is_not_read(self, sheet: Returned, student: str, paper: Paper) -> None:
        """What was typed into the columns that show what pupils wrote."""
        handed = dict(enumerate(sheet.handed.answers, start=1)) if sheet.handed else {}
        for number, text in sheet.written.items():
            exercise = paper.exercises[number - 1]
            shown = handed.get(number, "") if isinstance(exercise.question, Essay) else ""
            if text and sheet.handed and "".join(text.split()) != "".join(shown.split()):
                self._fault(
                    sheet,
                    clipped(
                        f'{student}: "{text}" in the column "{written_title(number)}" is not read; '
                        f"type it in the column {number}, if it is for question {number} of this sheet"
                    ),
                )

    def _paper_that_came(self, sheet: Returned, student: str, known: str | None) -> Paper | None:
        """The form of what was handed in or scanned, which its fingerprint tells."""
        found = sheet.handed or sheet.scanned
        paper = next(
            (paper for paper in self._made.papers if found and paper.fingerprint == found.paper), None
        )
        if paper and known is not None and paper.form != known:
            came = "the sheet is of" if sheet.scanned else "handed in"
            self._note(sheet, f"{student} was to have form {known}; {came} form {paper.form}")
        return paper

    def _paper(self, sheet: Returned, student: str, known: str | None) -> Paper | None:
        """The form this student had, by the table, else by the roster, else the only one."""
        told = sheet.form.casefold().removeprefix("form").strip()
        letters = _listed([paper.form for paper in self._made.papers if paper.form])
        if not told:
            if known is None and len(self._made.papers) > 1:
                self._fault(sheet, f"{student}: which form it was is not said; type {letters}")
                return None
            return self._made.paper(known or self._made.papers[0].form)
        paper = self._made.paper(told) or (self._made.papers[0] if self._is_only(told) else None)
        if paper is None:
            self._fault(sheet, f'{student}: there is no form "{sheet.form}"; type {letters}')
        elif known is not None and paper.form != known:
            self._note(sheet, f"{student} was to have form {known}; marked as form {paper.form}")
        return paper

    def _on(self, paper: Paper) -> str:
        """Which form a number is of, where there are several."""
        return f" of form {paper.form}" if len(self._made.papers) > 1 else ""

    def _is_only(self, told: str) -> bool:
        return told in ("a", "-") and len(self._made.papers) == 1

    def _answer(
        self, sheet: Returned, asked: str, number: int, exercise: Exercise, given: Given
    ) -> ScriptAnswer:
        text, ruling = given.text, self._made.ruling(exercise.id)
        if ruling.void:
            return ScriptAnswer(number, exercise, text, None, void=True)
        if given.lacking:
            return ScriptAnswer(number, exercise, text, None, lacking(exercise, given.lacking))
        reader = read_handed_in if given.origin is Origin.PAGE else read_copied
        read = read_ruled(self._made, exercise, text, ruling, reader)
        if isinstance(read, Misread):
            told_at_once = Fault.ESSAY_UNMARKED, *([Fault.DOUBTFUL] if given.scanned else [])
            if read.reason.key not in told_at_once:
                column = f" (column {sheet.columns[number]})" if number in sheet.columns else ""
                english = words_in()
                self._fault(sheet, f"{asked}{column}: {english.say(read.reason)}; {english.say(read.help)}")
            return ScriptAnswer(number, exercise, text, None, read)
        if any(reason.key == Fault.ONE_OPTION for reason in read.mark.reasons):
            place = given.scanned or sheet.place
            self.notes.append(f"{place}: {asked}: several options, which is wrong: {text}")
        return ScriptAnswer(number, exercise, text, read, origin=given.origin)

    def _fault(self, sheet: Returned, what: str) -> None:
        self._faults.append(f"{sheet.place}: {what}")

    def _note(self, sheet: Returned, what: str) -> None:
        self.notes.append(f"{sheet.place}: {what}")


def _listed(forms: list[str]) -> str:
    """`A, B or C`; of many the first and the last; nothing when the only form has no letter."""
    if not forms:
        return "nothing"
    if len(forms) > 6:
        return f"one from {forms[0]} to {forms[-1]}"
    return " or ".join(filter(None, (", ".join(forms[:-1]), forms[-1])))
