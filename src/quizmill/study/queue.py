"""What a review asks, and in which order."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec

from quizmill.bank.model import Question
from quizmill.compose.apart import facts_of
from quizmill.study.schedule import RETENTION, Schedule

T = TypeVar("T")
_GAP = 5  # questions between two that share a fact, where that can be had


class Today(msgspec.Struct, frozen=True, kw_only=True):
    """What a review on one day starts from."""

    day: int
    schedules: Mapping[str, Schedule]  # by question id
    met: frozenset[str] = frozenset()  # questions answered today
    introduced: int = 0  # new ones already met today
    reviewed: int = 0  # questions that were scheduled today, new ones among them
    suspended: frozenset[str] = frozenset()  # questions that are set aside: nothing asks them


class Plan(msgspec.Struct, frozen=True):
    """Ids in the order to ask, how many of them are due and new, and how many that are due wait."""

    questions: tuple[str, ...]
    due: int
    new: int
    waiting: int = 0


def plan(
    questions: Sequence[Question],
    today: Today,
    *,
    new: int,
    most: int | None = None,
    ahead: Sequence[str] = (),
) -> Plan:
    """What to ask today: what is due, and up to *new* questions a day never asked before, *most* in all.

    Due ones come first where there are too many, those least likely to be still known before the others;
    with them goes what is brought *ahead* of its day. New ones are core first, else in the order of
    *questions*, and are spread evenly between.

    Questions that rest on one fact may give each other away: they are parted within a sitting where that can
    be had. What falls due today waits a day for one of them that is asked today; of new ones a second waits
    for another day as long as there are others.
    """
    known = {question.id: question for question in questions if question.id not in today.suspended}
    told = _facts(known[id] for id in today.met if id in known)
    fading = [known[id] for id in (*_fading(known, today), *(id for id in ahead if id in known))]
    due = _not_told(fading, today, told)[:most]
    room = max(0, new - today.introduced)
    if most is not None:
        room = min(room, most - len(due))
    unmet = sorted(
        (each for each in known.values() if each.id not in today.schedules),
        key=lambda each: each.importance.rank,
    )
    fresh = _apart_from(told | _facts(due), unmet, room)
    asked = _apart(_mixed(due, fresh))
    return Plan(tuple(question.id for question in asked), len(due), len(fresh), len(fading) - len(due))


class Ahead(msgspec.Struct, frozen=True):
    """What to bring today of all there is to know on the day of an exam."""

    questions: tuple[str, ...]  # that will be forgotten by then, least likely known first
    new: int


def ahead(
    questions: Iterable[Question], today: Today, exam: int, recall: Callable[[Schedule, int], float]
) -> Ahead:
    """Today's share, of the days until *exam*, of what will be forgotten by then and of what is new.

    *recall* tells how likely a question is known on a day; below what FSRS aims at it counts as forgotten.
    """
    days = max(1, exam - today.day)
    asked = [each.id for each in questions if each.id not in today.suspended]
    later = {
        id: recall(schedule, exam)
        for id in asked
        if (schedule := today.schedules.get(id))
        and not schedule.is_due(today.day)
        and schedule.last < today.day
    }
    forgotten = sorted((id for id, chance in later.items() if chance < RETENTION), key=later.__getitem__)
    new = today.introduced + sum(id not in today.schedules for id in asked)
    return Ahead(tuple(forgotten[: math.ceil(len(forgotten) / days)]), math.ceil(new / days))


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


def _fading(known: Iterable[str], today: Today) -> list[str]:
    """Those due, least likely known first: by FSRS that chance falls with time divided by stability."""
    due = [id for id in known if id in today.schedules and today.schedules[id].is_due(today.day)]
    return sorted(due, key=lambda id: (today.schedules[id].last - today.day) / today.schedules[id].stability)


def _not_told(due: Sequence[Question], today: Today, told: frozenset[str]) -> list[Question]:
    """Those of *due* that cannot wait, and of those that fall due today what no other gives away."""
    kept: list[Question] = []
    told |= _facts(each for each in due if not _can_wait(each, today))
    for question in due:
        if not _can_wait(question, today):
            kept.append(question)
        elif not facts_of(question) & told:
            kept.append(question)
            told |= facts_of(question)
    return kept


def _can_wait(question: Question, today: Today) -> bool:
    """Whether a day makes no great difference: it is due today, and has not just been missed."""
    schedule = today.schedules[question.id]
    return schedule.last <= today.day <= schedule.due and schedule.due - schedule.last > 1


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
    """The same order, but a question that shares a fact with one just asked lets others go first."""
    left, found = list(order), list[Question]()
    while left:
        recent, before = _facts(found[-_GAP:]), _facts(found[-1:])
        apart = (i for told in (recent, before) for i, each in enumerate(left) if not facts_of(each) & told)
        found.append(left.pop(next(apart, 0)))
    return found


def _facts(questions: Iterable[Question]) -> frozenset[str]:
    return frozenset[str]().union(*map(facts_of, questions))
