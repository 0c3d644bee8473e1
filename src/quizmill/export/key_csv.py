"""The keys of all forms as rows for a spreadsheet, or for a program that marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from quizmill.bank.markup import plain
from quizmill.bank.model import (
    Cloze,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    ShortAnswer,
    TrueFalse,
)
from quizmill.bank.values import Tolerance, read_tolerance
from quizmill.compose.exercise import Exercise, key_of
from quizmill.compose.paper import Paper
from quizmill.export.spreadsheet import as_csv
from quizmill.grade.on_paper import copied_key

HEAD = ("form", "number", "question", "type", "answer", "accepted", "marks")


def key_csv(papers: Sequence[Paper], separator: str = ",") -> bytes:
    """A row for each question of each form, in their order.

    *answer* has the letters of that form and is typed as `quizmill mark` reads it; *accepted* is what else
    is right: other forms, a tolerance, the forms of each blank; for an essay the points to look for.
    """
    rows = [
        (
            paper.form,
            str(number),
            exercise.id,
            exercise.kind,
            copied_key(exercise),
            _accepted(exercise),
            str(exercise.question.marks),
        )
        for paper in papers
        for number, exercise in enumerate(paper.exercises, start=1)
    ]
    return as_csv((HEAD, *rows), separator)


def _accepted(exercise: Exercise) -> str:
    match exercise.question:
        case ShortAnswer(accept=accept):
            return _joined("; ", accept)
        case Numerical(tolerance=tolerance):
            return f"± {tolerance}" if (read_tolerance(tolerance) or Tolerance()) != Tolerance() else ""
        case Cloze():
            blanks = [_joined("; ", blank.accept) for blank in exercise.blanks]
            return " | ".join(blanks) if any(blanks) else ""
        case Essay():
            return _joined("; ", key_of(exercise.question))
        case MultipleChoice() | MultipleResponse() | TrueFalse() | Matching() | Ordering():
            return ""
        case _:
            assert_never(exercise.question)


def _joined(between: str, texts: Sequence[str]) -> str:
    return between.join(" ".join(plain(text).split()) for text in texts)
