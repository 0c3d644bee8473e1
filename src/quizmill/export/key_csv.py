"""The keys of all forms as rows for a spreadsheet, or for a program that marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizmill.bank.csv_out import as_csv
from quizmill.bank.markup import plain
from quizmill.bank.model import Essay, Name
from quizmill.compose.exercise import Exercise, key_of
from quizmill.compose.paper import Paper
from quizmill.export.paper.decisions import NONE, Decisions
from quizmill.grade.also_right import also_right
from quizmill.grade.on_paper import copied_key

HEAD = ("form", "number", "question", "type", "answer", "accepted", "marks")


def key_csv(
    papers: Sequence[Paper],
    separator: str = ",",
    names: tuple[Name, ...] = (),
    decided: Decisions = NONE,
) -> bytes:
    """A row for each question of each form, in their order; *names* are the bank's.

    *answer* has the letters of that form and is typed as `quizmill mark` reads it; *accepted* is what else
    is right: other forms, a tolerance, the forms of each blank; for an essay the points to look for.
    What was *decided* after the test is accepted as well, as it is typed, or earns no marks.
    """
    rows = [
        (
            paper.form,
            str(number),
            exercise.id,
            exercise.kind,
            copied_key(exercise),
            "; ".join(filter(None, _right_too(paper, exercise, names, decided))),
            "0" if decided.of(paper, exercise).void else str(exercise.question.marks),
        )
        for paper in papers
        for number, exercise in enumerate(paper.exercises, start=1)
    ]
    return as_csv((HEAD, *rows), separator)


def _right_too(
    paper: Paper, exercise: Exercise, names: tuple[Name, ...], decided: Decisions
) -> tuple[str, str]:
    """What the bank accepts beside the answer, and what was decided to be right as well."""
    since = decided.of(paper, exercise).briefly
    return _accepted(exercise, names, paper.language), _joined("; ", since)


def _accepted(exercise: Exercise, names: tuple[Name, ...], language: str) -> str:
    if isinstance(exercise.question, Essay):
        return _joined("; ", key_of(exercise.question))
    also = also_right(exercise.question, names, language)
    texts = [_joined("; ", (*([f"± {each.within}"] if each.within else []), *each.forms)) for each in also]
    return " | ".join(texts) if any(also) else ""


def _joined(between: str, texts: Iterable[str]) -> str:
    return between.join(" ".join(plain(text).split()) for text in texts)
