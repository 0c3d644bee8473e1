"""The answers that are typed: a short answer, a number, each blank of a cloze; and what the marker says."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import assert_never

import msgspec

from quizmill.bank import cloze, values
from quizmill.bank.alike import is_exact
from quizmill.bank.markup import plain
from quizmill.bank.model import (
    Cloze,
    Compare,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    Question,
    ShortAnswer,
    TrueFalse,
)
from quizmill.bank.reader.fault import Path
from quizmill.grade import typed_answer
from quizmill.grade.answer_key import AnswerKey, answer_key
from quizmill.grade.names import NameIndex


class Form(msgspec.Struct, frozen=True):
    """One form that counts as right, without markup, and where it is written."""

    text: str
    path: Path
    exact: bool = False  # each character of it counts


class ExpectedAnswer(msgspec.Struct, frozen=True, dict=True):
    """One thing to type: its forms, the key first, and the question around it."""

    forms: tuple[Form, ...]
    asked: str
    unit: str = ""
    tolerance: values.Tolerance = values.Tolerance()
    compare: Compare | None = None

    @property
    def key(self) -> Form:
        """The form that is shown as the answer."""
        return self.forms[0]

    @cached_property
    def wanted(self) -> AnswerKey:
        """What the marker holds an answer against."""
        return answer_key(
            tuple(form.text for form in self.forms if not form.exact),
            self.asked,
            exact=tuple(form.text for form in self.forms if form.exact),
            compare=self.compare,
            unit=self.unit,
            tolerance=self.tolerance,
        )

    @property
    def free(self) -> bool:
        """Whether other ways of saying the same are right, unless one of them is asked for."""
        return not (self.key.exact or self.compare)

    def accepts(self, given: str, known: NameIndex) -> bool:
        """Whether the marker would take it for right."""
        return typed_answer.judge(given, self.wanted, known).right


def answers(question: Question) -> Iterator[ExpectedAnswer]:
    """Each answer that is typed; of kinds that are picked from options, or written at length, none."""
    match question:
        case ShortAnswer():
            accept = (_form(question, text, ("accept", i)) for i, text in enumerate(question.accept))
            forms = (_form(question, question.answer, ("answer",)), *accept)
            yield ExpectedAnswer(forms, _asked(question), compare=question.compare)
        case Numerical():
            key = Form(plain(question.answer), ("answer",))
            tolerance = values.read_tolerance(question.tolerance) or values.Tolerance()
            yield ExpectedAnswer((key,), _asked(question), plain(question.unit), tolerance)
        case Cloze():
            around = plain(f"{question.context} {cloze.with_gaps(question.text, ' ')}")
            for blank in cloze.blanks(question.text):
                texts = (blank.answer, *blank.accept)
                forms = tuple(_form(question, text, ("text",)) for text in texts)
                yield ExpectedAnswer(forms, around, compare=question.compare)
        case MultipleChoice() | MultipleResponse() | TrueFalse() | Matching() | Ordering() | Essay():
            return
        case _:
            assert_never(question)


def _form(question: ShortAnswer | Cloze, text: str, path: Path) -> Form:
    return Form(plain(text), path, is_exact(text, question.compare))


def _asked(question: ShortAnswer | Numerical) -> str:
    return plain(f"{question.context} {question.prompt}")
