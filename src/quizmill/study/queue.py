"""What a review asks, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec

from quizmill.bank.model import Question, references_of
from quizmill.study.schedule import Schedule

T = TypeVar("T")


class Today(msgspec.Struct, frozen=True, kw_only=True):
    """What a review on one day starts from."""

    day: int
    schedules: Mapping[str, Schedule]  # by question id
    met: frozenset[str] = frozenset()  # questions answered today
    introduced: int = 0  # new ones already met today


class Plan(msgspec.Struct, frozen=True):
    """Ids in the order to ask, and how many of them are due and new."""

    questions: tuple[str, ...]
    due: int
    new: int


def plan(questions: Sequence[Question], today: Today, *, new: int, most: int | None = None) -> Plan:
    """What to ask today: what is due, and up to *new* questions a day never asked before, *most* in all.

    Due ones come first where there are too many, those least likely to be still known before the others.
    New ones are core first, else in the order of *questions*, and are spread evenly between. Questions that
    rest on one fact may give each other away: they do not follow each other where that can be had, and of new
    ones a second waits for another day as long as there are others.
    """
    known = {question.id: question for question in questions}
    due = [known[id] for id in _fading(known, today)][:most]
    room = max(0, new - today.introduced)
    if most is not None:
        room = min(room, most - len(due))
    told = _facts(known[id] for id in today.met if id in known) | _facts(due)
    unmet = sorted(
        (each for each in questions if each.id not in today.schedules), key=lambda each: each.importance.rank
    )
    fresh = _apart_from(told, unmet, room)
    asked = _apart(_mixed(due, fresh))
    return Plan(tuple(question.id for question in asked), len(due), len(fresh))


def cram(questions: Sequence[Question], shares: Mapping[str, float], *, most: int | None = None) -> Plan:
    """Everything there is, worst known first, *most* in all.

    *shares* say what share of its marks each question has earned so far; one never asked counts as half
    known.
    """
    worst = sorted(questions, key=lambda question: shares.get(question.id, 0.5))[:most]
    new = sum(question.id not in shares for question in worst)
    return Plan(tuple(question.id for question in _apart(worst)), len(worst) - new, new)


def next_due(questions: Iterable[Question], today: Today) -> tuple[int, int] | None:
    """The next day after today on which something is due, and how many; None when nothing ever is."""
    found = [today.schedules[each.id] for each in questions if each.id in today.schedules]
    later = [schedule.due for schedule in found if not schedule.is_due(today.day)]
    return (min(later), later.count(min(later))) if later else None


def _fading(known: Mapping[str, Question], today: Today) -> list[str]:
    """Those due, least likely known first: by FSRS that chance falls with time divided by stability."""
    due = [id for id in known if id in today.schedules and today.schedules[id].is_due(today.day)]
    return sorted(due, key=lambda id: (today.schedules[id].last - today.day) / today.schedules[id].stability)


def _apart_from(told: frozenset[str], fresh: Sequence[Question], room: int) -> list[Question]:
    """The first *room* of *fresh* that share no fact with what is told today; the rest only fills up."""
    picked: list[Question] = []
    waiting: list[Question] = []
    for question in fresh:
        if len(picked) == room:
            break
        facts = facts_of(question)
        (waiting if facts & told else picked).append(question)
        told |= facts
    return [*picked, *waiting[: room - len(picked)]]


def _mixed(due: Sequence[T], fresh: Sequence[T]) -> list[T]:
    """Both in their own order, the fewer spread evenly among the many."""
    placed = [((i + 0.5) / len(each), item) for each in (due, fresh) for i, item in enumerate(each)]
    return [item for _, item in sorted(placed, key=lambda pair: pair[0])]


def _apart(order: Sequence[Question]) -> list[Question]:
    """The same order, but a question that shares a fact with the one before lets another go first."""
    left, found = list(order), list[Question]()
    before: frozenset[str] = frozenset()
    while left:
        at = next((i for i, each in enumerate(left) if not facts_of(each) & before), 0)
        before = facts_of(left[at])
        found.append(left.pop(at))
    return found


def facts_of(question: Question) -> frozenset[str]:
    """The facts a question rests on, those of an essay's points included."""
    return frozenset(references_of(question))


def _facts(questions: Iterable[Question]) -> frozenset[str]:
    return frozenset[str]().union(*map(facts_of, questions))
