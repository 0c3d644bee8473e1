"""What a learner's collection of Anki becomes in the log of answers."""

from __future__ import annotations

from pathlib import Path

from quizmill.analysis.answer import AnswerRow
from quizmill.app.anki_collection import OTHERWISE, read_collection
from quizmill.export.anki.reviews import CardReview, reviews
from quizmill.grade.marking import Verdict


def answers_of_anki(path: Path, student: str, *, team: str = "") -> list[AnswerRow]:
    """The answers to questions of ours in the collection at *path*; *student* is a pseudonym.

    They are kept apart at the place `anki`: Again is wrong and all else right, by the learner's own word,
    which stands in `text`; `number` tells which blank, pair or step was asked. Raises FileUnusable.
    """
    found = reviews(read_collection(path), str(path), OTHERWISE)
    return [_row(each, student, team) for each in found]


def _row(review: CardReview, student: str, team: str) -> AnswerRow:
    forgot = review.ease == "again"
    return AnswerRow(
        answered=review.answered,
        namespace=review.namespace,
        question=review.question,
        digest=review.digest,
        kind=review.kind,
        student=student,
        team=team,
        number=review.part,
        place="anki",
        attempt=review.attempt,
        text=review.ease,
        verdict=Verdict.WRONG if forgot else Verdict.RIGHT,
        earned=0.0 if forgot else 1.0,
        possible=1.0,
        seconds=review.seconds,
        source="anki",
    )
