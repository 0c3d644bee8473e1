"""The answers that stand in a history, each with the exercise it was given to, as far as that is kept.

And of exams that are over, what nobody answered, which no event tells.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import msgspec

from quizmill.compose.exercise import Exercise
from quizmill.grade import Response, Verdict
from quizmill.study.history.failure import lost
from quizmill.study.history.merging import PLACE
from quizmill.study.history.row import Id, Marks, Milliseconds, Seconds
from quizmill.study.history.store import History
from quizmill.study.history.unfinished import LARGEST, UNREADABLE
from quizmill.study.sitting import Sitting


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """An answer that nothing has superseded; a verdict may be `unmarked`."""

    at: int  # when it was given, in ms since 1970, UTC
    seconds: float
    namespace: str
    question: str
    digest: str
    place: str  # exam, practice, review or cram
    attempt: int  # at this wording, from 1
    paper: str  # the fingerprint; empty, as the form, where the sitting's paper is not known
    form: str
    number: int  # on that paper, from 1; 0 where it is not known
    exercise: Exercise | None  # as it was posed; None where that is not known
    response: Response
    text: str
    verdict: Verdict
    earned: float
    possible: float


class Unanswered(msgspec.Struct, frozen=True, kw_only=True):
    """A question of an exam that was handed in, or ran out of time, without an answer to it."""

    at: int  # when the learner was last seen in that exam, in ms since 1970, UTC
    namespace: str
    exercise: Exercise  # as it was posed
    paper: str  # the fingerprint
    form: str
    number: int  # on that paper, from 1


def standing(history: History) -> Iterator[Standing]:
    """The answers of the learner, oldest first; raises as the history does.

    One that was marked later or appealed has the time at which it was given.
    """
    given: dict[int, tuple[int, float]] = {}  # by event: when the answer that it is about was given
    papers: dict[int, _Posed] = {}
    attempts: dict[tuple[str, str, str], int] = {}
    found: list[tuple[int, _Row]] = []
    for row in history.select(_Row, _EVENTS, (PLACE,)):
        own = (row.at, row.seconds)
        given[row.id] = own if row.action == "Give" else given.get(row.supersedes or 0, own)
        if row.verdict is not None and row.stands:
            found.append((given[row.id][0], row))
    for at, row in sorted(found, key=lambda each: (each[0], each[1].id)):
        wording = (row.namespace, row.question, row.digest)
        attempts[wording] = attempts.get(wording, 0) + 1
        if row.sitting not in papers:
            papers = {row.sitting: _posed(history, row.sitting)}  # one sitting's at a time: they are large
        yield Standing(
            at=at,
            seconds=given[row.id][1],
            namespace=row.namespace,
            question=row.question,
            digest=row.digest,
            place=row.place,
            attempt=attempts[wording],
            response=_response(history, row),
            text=row.text or "",
            verdict=row.verdict or Verdict.UNMARKED,
            earned=row.earned or 0.0,
            possible=row.possible or 0.0,
            exercise=papers[row.sitting].exercises.get(row.question),
            number=papers[row.sitting].number(row.question),
            paper=papers[row.sitting].fingerprint,
            form=papers[row.sitting].form,
        )


def unanswered(history: History) -> Iterator[Unanswered]:
    """What was left without an answer in the exams that are over, the oldest exam first.

    Of an exam whose paper is not known, as of one that came as lines, there is nothing.
    """
    for sitting, namespace, at in history.select(tuple[int, str, Milliseconds], _OVER):
        answered = {each for (each,) in history.select(tuple[Id], _ANSWERED, (sitting,))}
        posed = _posed(history, sitting)
        for number, (id, exercise) in enumerate(posed.exercises.items(), start=1):
            if id not in answered:
                yield Unanswered(
                    at=at,
                    namespace=namespace,
                    exercise=exercise,
                    paper=posed.fingerprint,
                    form=posed.form,
                    number=number,
                )


_OVER = """
SELECT sitting.id, sitting.namespace, event.at FROM sitting JOIN event ON event.sitting = sitting.id
WHERE sitting.place = 'exam' AND sitting.start IS NOT NULL
  AND event.number = (SELECT max(number) FROM event AS own WHERE own.sitting = sitting.id)
  AND (event.done OR event.elapsed >= coalesce(60 * sitting.minutes, 1e999))
ORDER BY event.at, sitting.id
"""
_ANSWERED = "SELECT question FROM answer WHERE sitting = ?"


class _Row(NamedTuple):
    id: int
    sitting: int
    at: Milliseconds
    seconds: Seconds
    action: str
    place: str
    namespace: str
    question: Id
    digest: str
    supersedes: int | None
    stands: int
    text: str | None
    response: str | None
    verdict: Verdict | None
    earned: Marks | None
    possible: Marks | None


_EVENTS = """
SELECT id, sitting, at, seconds, json_extract(action, '$.type'), place, namespace, question, digest,
  supersedes, NOT EXISTS (SELECT 1 FROM event AS later WHERE later.supersedes = event.id),
  text, response, verdict, earned, possible
FROM event WHERE question IS NOT NULL AND place != ? ORDER BY id
"""


class _Posed(NamedTuple):
    """What is known of a sitting's paper."""

    exercises: Mapping[str, Exercise] = {}
    fingerprint: str = ""
    form: str = ""

    def number(self, question: str) -> int:
        """Its number on the paper, from 1; 0 when it is not there."""
        return next((at for at, id in enumerate(self.exercises, start=1) if id == question), 0)


def _posed(history: History, sitting: int) -> _Posed:
    """The paper of a sitting; nothing of one that came as lines, or that another quizmill began."""
    rows = history.select(tuple[bytes | None], "SELECT start FROM sitting WHERE id = ?", (sitting,))
    start = rows[0][0] if rows else None
    if start is None:
        return _Posed()
    try:
        paper = msgspec.json.decode(zlib.decompressobj().decompress(start, LARGEST), type=Sitting).paper
    except UNREADABLE:
        return _Posed()
    return _Posed({each.id: each for each in paper.exercises}, paper.fingerprint, paper.form)


def _response(history: History, row: _Row) -> Response:
    try:
        return msgspec.json.decode(row.response or "", type=Response)
    except msgspec.MsgspecError as error:
        raise lost(history.path, f"it is damaged (event {row.id}: {error})") from error
