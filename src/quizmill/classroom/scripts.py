"""Scripts: the sheets of a class as they came back, each answer read and marked by the form it was set on."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from quizmill.bank.model import Essay
from quizmill.classroom.absence import answered_nothing, said_absent
from quizmill.classroom.answer_table import Columns, columns, refuse_another
from quizmill.classroom.class_set import ClassSet, Copy
from quizmill.classroom.names import name_in, same_name
from quizmill.classroom.register import Register
from quizmill.classroom.rulings import read_ruled
from quizmill.classroom.table import Row, Table
from quizmill.compose.exercise import Exercise
from quizmill.compose.forms import form_name
from quizmill.compose.paper import Paper
from quizmill.grade.marking import Verdict
from quizmill.grade.misread import Fault, Misread
from quizmill.grade.on_paper import Copied
from quizmill.grade.response import Blanks, Choice, Order, Pairing, Skipped, Text, Written
from quizmill.words import words_in


class ScriptAnswer(msgspec.Struct, frozen=True):
    """One question of a script; *typed* is nothing when the cell could not be read: *misread* says why."""

    number: int  # on that form
    exercise: Exercise
    text: str
    typed: Copied | None
    misread: Misread | None = None
    void: bool = False  # since the question was declared void

    @property
    def earned(self) -> float:
        """The marks; none for what could not be read or does not count."""
        return self.typed.mark.earned if self.typed and not self.void else 0.0

    @property
    def possible(self) -> int:
        """The marks of a right answer."""
        return 0 if self.void else self.exercise.question.marks

    @property
    def is_blank(self) -> bool:
        """Whether nothing was answered; the teacher's 0 for an essay says no more."""
        if self.typed is None or self.typed.mark.earned:
            return False
        return self.typed.mark.verdict is Verdict.SKIPPED or isinstance(self.exercise.question, Essay)

    @property
    def slips(self) -> tuple[str, ...]:
        """What was spelt otherwise and counts all the same; of several blanks each with its number."""
        if self.typed is None:
            return ()
        match self.typed.response:
            case Text(text):
                return tuple(text for _ in self.typed.mark.slips)
            case Blanks(texts):
                numbers = (slip.values.get("number", 0) for slip in self.typed.mark.slips)
                return tuple(blank_text(texts, number) for number in numbers if isinstance(number, int))
            case Choice() | Pairing() | Order() | Written() | Skipped() | None:
                return ()


def blank_text(texts: tuple[str, ...], number: int) -> str:
    """The text of a blank, behind its number when there are several."""
    return f"({number}) {texts[number - 1]}" if len(texts) > 1 else texts[0]


class Script(msgspec.Struct, frozen=True):
    """What one student handed in; *student* is told apart from others of the name."""

    student: str
    form: str
    answers: tuple[ScriptAnswer, ...]
    copy: Copy | None = None  # of those on the roster

    @property
    def earned(self) -> float:
        """The marks in all."""
        return sum(answer.earned for answer in self.answers)

    @property
    def possible(self) -> int:
        """The marks of a perfect script."""
        return sum(answer.possible for answer in self.answers)

    @property
    def percent(self) -> float:
        """To one decimal."""
        return round(100 * self.earned / self.possible, 1)

    @property
    def unread(self) -> int:
        """How many answers could not be read; their marks are missing."""
        return sum(answer.typed is None and not answer.void for answer in self.answers)

    @property
    def blank(self) -> bool:
        """Whether it came back without an answer: dashes and the like, and no mark for an essay."""
        return all(answer.void or answer.is_blank for answer in self.answers)


class Unmarked(msgspec.Struct, frozen=True):
    """Somebody on the roster or in the table without a single answer, or with some that fit no form."""

    student: str
    copy: Copy | None = None
    answered: bool = False


def copy_of(each: Script | Unmarked) -> Copy:
    """The copy on the roster of whom it is about; of somebody who is not there, one with the name alone."""
    return each.copy or Copy(student=each.student, form="")


class Marked(msgspec.Struct, frozen=True):
    """A class set that came back: scripts in the order of the table, and what was amiss in it."""

    scripts: tuple[Script, ...]
    unmarked: tuple[Unmarked, ...]
    faults: tuple[str, ...]  # each names line and column, what is wrong, and what to type
    notes: tuple[str, ...]

    @property
    def absent(self) -> tuple[str, ...]:
        """The names of those without an answer."""
        return tuple(each.student for each in self.unmarked if not each.answered)


def mark_scripts(made: ClassSet, table: Table) -> Marked:
    """All scripts in *table*; what cannot be read is left out and named, the rest is marked.

    Raises FileUnusable when the table lacks a column or was written for another paper.
    """
    refuse_another(made, table)
    return _Desk(made, table, columns(table, len(made.papers[0].exercises), made.columns)).marked()


class _Desk:
    """One table being marked: what has been found so far."""

    def __init__(self, made: ClassSet, table: Table, found: Columns) -> None:
        self._made = made
        self._table = table
        self._columns = found
        self._register = Register(made)
        self._lines: dict[int | str, int] = {}  # by place on the roster, or by name: where the student stands
        self._faults: list[str] = []
        self._notes = [f'the column "{title}" is not used' for title in found.unused]

    def marked(self) -> Marked:
        """Every row, in its turn."""
        scripts: list[Script] = []
        unmarked: list[Unmarked] = []
        for row in self._table.rows:
            who = self._who(row)
            if who is None:
                continue
            if not self._filled(row) or self._was_absent(row, who.student):
                unmarked.append(who)
            elif script := self._script(row, who.student, who.copy):
                scripts.append(script)
            else:
                unmarked.append(replace(who, answered=True))
        missing = (each for each in self._register.students if each.place not in self._lines)
        unmarked += [Unmarked(each.label, each.copy) for each in missing]
        if blank := [script.student for script in scripts if script.blank]:
            self._notes.append(answered_nothing(blank))
        return Marked(tuple(scripts), tuple(unmarked), tuple(self._faults), tuple(self._notes))

    def _who(self, row: Row) -> Unmarked | None:
        """Whom the row is about, as if there were no answers in it; nothing when the row cannot be used."""
        name = name_in(row, self._columns.name)
        group = row.cell(self._columns.group) if self._columns.group is not None else ""
        found = self._register.find(name, group, {t: row.cell(at) for t, at in self._columns.told.items()})
        if len(found) > 1 or not (found or name):
            if self._filled(row):
                several = _listed([each.label for each in found])
                reason = (
                    f"{name} may be {several}; type it so"
                    if found
                    else "there is no name beside these answers"
                )
                self._fault(row, reason)
            return None
        who = Unmarked(found[0].label, found[0].copy) if found else Unmarked(name)
        before = self._lines.setdefault(found[0].place if found else same_name(f"{name} {group}"), row.line)
        if before != row.line:
            self._fault(row, f"{name} stands on line {before} already; only that line is marked")
            return None
        if self._register.students and not found:
            self._note(row, f"{name} is not on the roster")
        return who

    def _filled(self, row: Row) -> bool:
        return any(self._cells(row))

    def _cells(self, row: Row) -> list[str]:
        """What is typed for answers, as far as it stands apart without the paper."""
        if self._columns.together is not None:
            return [part.strip() for part in row.cell(self._columns.together).split(";")]
        return [row.cell(at) for at in self._columns.answers.values()]

    def _was_absent(self, row: Row, student: str) -> bool:
        """Whether the cells say so; not where what says it is a right answer."""
        told = said_absent(self._cells(row))
        if not told or any(self._earns(row, paper) for paper in self._made.papers):
            return False
        self._note(row, f'{student} was absent, since "{told}" is all that is typed')
        return True

    def _earns(self, row: Row, paper: Paper) -> bool:
        typed = zip(paper.exercises, self._columns.texts(row, paper), strict=False)
        read = (
            read_ruled(self._made, exercise, text, self._made.ruling(exercise.id)) for exercise, text in typed
        )
        return any(isinstance(each, Copied) and each.mark.earned for each in read)

    def _script(self, row: Row, student: str, copy: Copy | None) -> Script | None:
        paper = self._paper(row, student, copy.form if copy else None)
        if paper is None:
            return None
        texts = self._columns.texts(row, paper)
        if len(texts) != len(paper.exercises):
            self._fault(
                row,
                f"{student}: there are {len(paper.exercises)} questions, and {len(texts)} answers in the "
                "cell; part them by semicolons, with nothing between two for no answer",
            )
            return None
        answers = (
            self._answer(row, student, number, exercise, text)
            for number, (exercise, text) in enumerate(zip(paper.exercises, texts, strict=True), start=1)
        )
        return Script(student, paper.form, tuple(answers), copy)

    def _paper(self, row: Row, student: str, known: str | None) -> Paper | None:
        """The form this student had, by the table, else by the roster, else the only one."""
        given = row.cell(self._columns.form) if self._columns.form is not None else ""
        told = given.casefold().removeprefix("form").strip()
        letters = _listed([paper.form for paper in self._made.papers if paper.form])
        if not told:
            if known is None and len(self._made.papers) > 1:
                self._fault(row, f"{student}: which form it was is not said; type {letters}")
                return None
            return self._made.paper(known or self._made.papers[0].form)
        paper = self._made.paper(told) or (self._made.papers[0] if self._is_only(told) else None)
        if paper is None:
            self._fault(row, f'{student}: there is no form "{given}"; type {letters}')
        elif known is not None and paper.form != known:
            self._note(row, f"{student} was to have form {known}; marked as form {paper.form}")
        return paper

    def _is_only(self, told: str) -> bool:
        return told in ("a", "-") and len(self._made.papers) == 1

    def _answer(self, row: Row, student: str, number: int, exercise: Exercise, text: str) -> ScriptAnswer:
        ruling = self._made.ruling(exercise.id)
        if ruling.void:
            return ScriptAnswer(number, exercise, text, None, void=True)
        read = read_ruled(self._made, exercise, text, ruling)
        if isinstance(read, Misread):
            at = self._columns.answers.get(number)
            column = f" (column {form_name(at)})" if at is not None else ""
            english = words_in()
            told = f"{english.say(read.reason)}; {english.say(read.help)}"
            self._fault(row, f"{student}, question {number}{column}: {told}")
            return ScriptAnswer(number, exercise, text, None, read)
        if any(reason.key == Fault.ONE_OPTION for reason in read.mark.reasons):
            self._note(row, f"{student}, question {number}: several options, which is wrong: {text}")
        return ScriptAnswer(number, exercise, text, read)

    def _fault(self, row: Row, what: str) -> None:
        self._faults.append(f"{self._table.path}:{row.line}: {what}")

    def _note(self, row: Row, what: str) -> None:
        self._notes.append(f"{self._table.path}:{row.line}: {what}")


def _listed(forms: list[str]) -> str:
    """`A, B or C`; of many the first and the last; nothing when the only form has no letter."""
    if not forms:
        return "nothing"
    if len(forms) > 6:
        return f"one from {forms[0]} to {forms[-1]}"
    return " or ".join(filter(None, (", ".join(forms[:-1]), forms[-1])))
