"""What answers over days say of memory: which questions, blanks and pairs are forgotten most.

An answer a day or more after the one before it is a review, and a wrong one is forgotten. That can be told of
every place where a question comes again, Anki's log among them, which keeps no more than how a card went.
Grades there are the learner's own: they say what is often forgotten, and never how well a question tells
those who know from those who do not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from statistics import median
from typing import NamedTuple

import msgspec

from quizmill.analysis.answer import AnswerRow, Place
from quizmill.grade.marking import Verdict

AGAIN = frozenset[Place]({"anki", "review"})  # places where the same question comes again, day after day
LEECH = 8  # times that a card is forgotten before Anki calls it a leech
_DAY = 24 * 60 * 60 * 1000  # ms


class PartKey(NamedTuple):
    """What is remembered or forgotten by itself: a question, or one blank, pair or step of it."""

    namespace: str
    question: str
    part: int  # from 1; 0: all of it


class PartMemory(msgspec.Struct, frozen=True, kw_only=True):
    """What the answers to one part say, over all students and wordings."""

    key: PartKey
    students: int
    answers: int
    first: int  # answers that were a student's first to a wording
    first_right: int
    reviews: int  # answers a day or more after the one before
    forgotten: int  # of these
    leeches: int  # students who forgot it LEECH times or more
    seconds: float | None  # the median of all answers; None where no time is known


class _Card(msgspec.Struct):
    """One student's way with one part."""

    last: int = 0
    reviews: int = 0
    forgotten: int = 0


def memories(rows: Iterable[AnswerRow]) -> tuple[PartMemory, ...]:
    """What *rows* of the places `AGAIN` say part by part, the most often forgotten first; no others count."""
    found: defaultdict[PartKey, list[AnswerRow]] = defaultdict(list)
    for row in rows:
        if row.place in AGAIN and row.verdict is not Verdict.SKIPPED:
            part = row.number if row.place == "anki" else 0
            found[PartKey(row.namespace, row.question, part)].append(row)
    made = [_memory(key, found[key]) for key in sorted(found)]
    return tuple(sorted(made, key=lambda each: (-each.forgotten, each.reviews, each.key)))


def _memory(key: PartKey, rows: list[AnswerRow]) -> PartMemory:
    cards: defaultdict[str, _Card] = defaultdict(_Card)
    for row in sorted(rows, key=lambda row: row.answered):
        card = cards[row.student]
        if card.last and row.answered - card.last >= _DAY:
            card.reviews += 1
            card.forgotten += row.verdict is Verdict.WRONG
        card.last = row.answered
    first = [row for row in rows if row.attempt == 1]
    times = [row.seconds for row in rows if row.seconds is not None]
    return PartMemory(
        key=key,
        students=len(cards),
        answers=len(rows),
        first=len(first),
        first_right=sum(row.verdict is Verdict.RIGHT for row in first),
        reviews=sum(card.reviews for card in cards.values()),
        forgotten=sum(card.forgotten for card in cards.values()),
        leeches=sum(card.forgotten >= LEECH for card in cards.values()),
        seconds=median(times) if times else None,
    )
