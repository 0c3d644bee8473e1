"""The answers that are typed: a short answer, a number, each blank of a cloze; and what the marker says."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from quizmill.bank import cloze, values
from quizmill.bank.markup import plain
from quizmill.bank.model import Cloze, Name, Numerical, Question, ShortAnswer
from quizmill.bank.reader.fault import Path
from quizmill.grade import names, written
from quizmill.grade.judgement import Wanted, wanted


class Form(msgspec.Struct, frozen=True):
    """One form that counts as right, without markup, and where it is written."""

    text: str
    path: Path


class Answer(msgspec.Struct, frozen=True):
    """One thing to type: its forms, the key first, and the question around it."""

    forms: tuple[Form, ...]
    wanted: Wanted

    @property
    def key(self) -> Form:
        """The form that is shown as the answer."""
        return self.forms[0]

    def accepts(self, given: str, known: tuple[Name, ...]) -> bool:
        """Whether the marker would take it for right."""
        return written.judge(given, self.wanted, names.index(known)).right


def answers(question: Question) -> Iterator[Answer]:
    """Each answer that is typed; of kinds that are picked from options, or written at length, none."""
    match question:
        case ShortAnswer():
            accept = (Form(plain(text), ("accept", i)) for i, text in enumerate(question.accept))
            yield _answer((Form(plain(question.answer), ("answer",)), *accept), _asked(question))
        case Numerical():
            tolerance = values.read_tolerance(question.tolerance)
            key = Form(plain(question.answer), ("answer",))
            asked, unit = _asked(question), plain(question.unit)
            yield Answer((key,), wanted((key.text,), asked, unit=unit, tolerance=tolerance))
        case Cloze():
            around = plain(f"{question.context} {cloze.with_gaps(question.text, ' ')}")
            for blank in cloze.blanks(question.text):
                yield _answer(
                    tuple(Form(plain(form), ("text",)) for form in (blank.answer, *blank.accept)), around
                )
        case _:
            return


def _asked(question: ShortAnswer | Numerical) -> str:
    return plain(f"{question.context} {question.prompt}")


def _answer(forms: tuple[Form, ...], asked: str) -> Answer:
    return Answer(forms, wanted((form.text for form in forms), asked))
