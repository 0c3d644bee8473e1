"""The keys of all forms as rows for a spreadsheet, or for a program that marks."""

from __future__ import annotations

from collections.abc import Sequence

from quizmill.bank.markup import plain
from quizmill.bank.model import Essay
from quizmill.compose.exercise import Exercise, key_of
from quizmill.compose.paper import Paper
from quizmill.export.paper.answers import also_accepted
from quizmill.export.spreadsheet import as_csv
from quizmill.grade.on_paper import typed_key

HEAD = ("form", "number", "question", "type", "answer", "accepted", "marks")


def key_csv(papers: Sequence[Paper], separator: str = ",") -> bytes:
    """A row for each question of each form, in their order.

    *answer* has the letters of that form and is typed as `quizmill mark` reads it; *accepted* is what else
    is right, for an essay the points to look for.
    """
    rows = [
        (
            paper.form,
            str(number),
            exercise.id,
            exercise.kind,
            typed_key(exercise),
            _accepted(exercise),
            str(exercise.question.marks),
        )
        for paper in papers
        for number, exercise in enumerate(paper.exercises, start=1)
    ]
    return as_csv((HEAD, *rows), separator)


def _accepted(exercise: Exercise) -> str:
    if isinstance(exercise.question, Essay):
        return "; ".join(plain(point) for point in key_of(exercise.question))
    return " ".join(plain(also_accepted(exercise)).split())
