"""What a learner's history becomes in the log of answers."""

from __future__ import annotations

from pathlib import Path

import msgspec

from quizmill.analysis.answer import AnswerRow
from quizmill.app.input_file import read_input
from quizmill.app.talk import Tell, count
from quizmill.bank.model import Essay
from quizmill.compose.wording import digest
from quizmill.errors import FileUnusable
from quizmill.grade import Blanks, Choice, Order, Pairing, Text, Verdict
from quizmill.grade.chosen import chosen
from quizmill.study.history.answers import Standing, Unanswered, standing, unanswered
from quizmill.study.history.reading import history_of
from quizmill.study.history.store import open_for_reading


def answers_of_history(
    path: Path, student: str, tell: Tell, *, team: str = "", with_text: bool = False, lines: bool = False
) -> list[AnswerRow]:
    """The answers that stand in the history at *path*, or in its export as *lines*; *student* is a pseudonym.

    *tell* hears what is left out. Raises FileUnusable, HistoryLost or HistoryUnwritable.
    """
    opened = history_of(read_input(path, "history"), path) if lines else open_for_reading(path)
    if opened is None:
        raise FileUnusable(str(path), "there is no history in it")
    with opened:
        found = list(standing(opened))
        left_out = [each for each in unanswered(opened) if not isinstance(each.exercise.question, Essay)]
    marked = [each for each in found if each.verdict is not Verdict.UNMARKED]
    if len(marked) < len(found):
        essays = count(len(found) - len(marked), "essay")
        tell(f"note: {path}: left out, since nobody has marked it yet: {essays}")
    if unknown := sum(_order_matters(each) and each.exercise is None for each in marked):
        tell(
            f"note: {path}: of {count(unknown, 'answer')} it is not known in which order options stood, so "
            "what was chosen is left out; the history itself may know what an export does not"
        )
    return [
        *(_row(each, student, team, with_text=with_text) for each in marked),
        *(_skipped(each, student, team) for each in left_out),
    ]


def _order_matters(given: Standing) -> bool:
    return isinstance(given.response, Choice | Pairing | Order)


def _row(given: Standing, student: str, team: str, *, with_text: bool) -> AnswerRow:
    of_text = with_text and isinstance(given.response, Text | Blanks)
    row = {
        "answered": given.at,
        "namespace": given.namespace,
        "question": given.question,
        "digest": given.digest,
        "kind": given.exercise.kind if given.exercise else "",
        "student": student,
        "team": team,
        "paper": given.paper,
        "form": given.form,
        "number": given.number,
        "place": given.place,
        "attempt": given.attempt,
        "chosen": _chosen(given),
        "text": given.text if of_text else "",
        "verdict": given.verdict,
        "earned": given.earned,
        "possible": given.possible,
        "seconds": given.seconds,
        "source": "history",
    }
    return msgspec.convert(row, AnswerRow)


def _skipped(left_out: Unanswered, student: str, team: str) -> AnswerRow:
    """As an empty answer on paper: how far the learner came is seen by what is behind it."""
    exercise = left_out.exercise
    return AnswerRow(
        answered=left_out.at,
        namespace=left_out.namespace,
        question=exercise.id,
        digest=digest(exercise),
        kind=exercise.kind,
        student=student,
        team=team,
        paper=left_out.paper,
        form=left_out.form,
        number=left_out.number,
        place="exam",
        verdict=Verdict.SKIPPED,
        earned=0.0,
        possible=exercise.question.marks,
        source="history",
    )


def _chosen(given: Standing) -> tuple[int, ...]:
    if given.exercise is None:
        return ()
    try:
        return chosen(given.exercise, given.response)
    except LookupError:  # of another question of that name
        return ()
