"""Scripts: the sheets of a class, each answer read and marked by the form it was set on."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from quizmill.bank.model import Essay
from quizmill.classroom.class_set import Copy
from quizmill.classroom.scanned import PictureAccount
from quizmill.compose.exercise import Exercise
from quizmill.grade.marking import Verdict
from quizmill.grade.misread import Misread
from quizmill.grade.on_paper import Copied
from quizmill.grade.response import Blanks, Choice, Order, Pairing, Skipped, Text, Written


class Origin(StrEnum):
    """How the answer to one question came here."""

    HAND = "hand"  # typed from the sheet, or beside what came
    SCAN = "scan"
    SCAN_REVIEWED = "scan-reviewed"  # somebody looked at the picture and decided
    PAGE = "page"  # written there by the pupil


class ScriptAnswer(msgspec.Struct, frozen=True):
    """One question of a script; *typed* is nothing when the cell could not be read: *misread* says why."""

    number: int  # on that form
    exercise: Exercise
    text: str
    typed: Copied | None
    misread: Misread | None = None
    void: bool = False  # since the question was declared void
    origin: Origin = Origin.HAND

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
    handed_in: bool = False  # from a page, which says for sure which form it was
    started: str = ""  # as the page says, by the student's own clock, UTC
    finished: str = ""

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
    """Somebody on the roster or in the table without a single answer, or with some that cannot be taken."""

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
    pictures: tuple[PictureAccount, ...] = ()  # all that came, in their order

    @property
    def absent(self) -> tuple[str, ...]:
        """The names of those without an answer."""
        return tuple(each.student for each in self.unmarked if not each.answered)

    @property
    def not_marked(self) -> tuple[str, ...]:
        """The names of those whose answers came and could not be taken."""
        return tuple(each.student for each in self.unmarked if each.answered)
