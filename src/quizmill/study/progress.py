"""How a learner is getting on with a bank: sums over the history, joined with the bank as it is now."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Container, Iterable, Mapping

import msgspec

from quizmill.bank.markup import plain
from quizmill.bank.model import Bank, Difficulty, Question, Topic, kind_of
from quizmill.compose.exercise import prompt_of
from quizmill.grade.score import percent
from quizmill.study.schedule import Schedule

HARDEST = 5  # questions named
FEWEST = 3  # answers before a question can be called hard
COMING = 57  # days: today, and the eight weeks behind it


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """How one question went, over all marked answers that stand."""

    answers: int
    right: int
    earned: float
    possible: float


class DayCount(msgspec.Struct, frozen=True, kw_only=True):
    """How one day went."""

    answers: int
    right: int


class Retained(msgspec.Struct, frozen=True, kw_only=True):
    """Answers that were due reviews, and how many of them were right."""

    reviews: int
    known: int


class HistorySummary(msgspec.Struct, frozen=True, kw_only=True):
    """What the history tells of a bank; all by question id or day."""

    records: Mapping[str, Record] = {}
    days: Mapping[int, DayCount] = {}
    schedules: Mapping[str, Schedule] = {}
    retained: Retained = Retained(reviews=0, known=0)
    suspended: frozenset[str] = frozenset()


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """Some questions taken together: how many there are, were asked, and what the answers earned."""

    name: str  # an id: of a topic, kind or difficulty
    title: str
    questions: int
    asked: int
    answers: int
    earned: float
    possible: float
    percent: float | None  # of the marks; None before the first answer


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """One day's answers."""

    day: datetime.date
    answers: int
    right: int


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """How many questions fall due on a day; what is overdue counts for today."""

    day: datetime.date
    questions: int


class Retention(msgspec.Struct, frozen=True, kw_only=True):
    """What stayed: reviews on a later day, those that were right, and how much FSRS thinks is known today."""

    reviews: int
    known: int  # right
    percent: float | None  # right, of the reviews
    predicted: float | None  # mean chance of knowing each scheduled question today, in percent
    tomorrow: float | None  # the same for the next day; today's answers make today's chance certain


class Hard(msgspec.Struct, frozen=True, kw_only=True):
    """A question that often goes wrong."""

    id: str
    prompt: str  # plain text
    answers: int
    percent: float


class Gone(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept of questions that are no longer in the bank.

    Under the bank's own namespace, that is: one that it had before may have been another bank's too, and what
    was written with that about other questions counts for neither.
    """

    questions: int
    answers: int


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """The whole picture. Its fields are the keys of `quizmill stats --json`, and stay."""

    version: int = 1
    title: str
    namespace: str
    today: datetime.date
    total: Share  # of the bank as it is
    gone: Gone
    streak: int  # days in a row, up to today or yesterday
    longest_streak: int
    days: tuple[Day, ...]  # with answers, oldest first
    topics: tuple[Share, ...]
    kinds: tuple[Share, ...]
    difficulties: tuple[Share, ...]
    retention: Retention
    scheduled: int  # questions that have a schedule
    new: int  # questions that have none yet
    due: tuple[Due, ...]  # from today on, eight weeks; days without any left out
    hardest: tuple[Hard, ...]  # worst first
    suspended: tuple[str, ...]  # ids of questions that are set aside: they fall due on no day


def progress(
    bank: Bank, summary: HistorySummary, day: int, recall: Callable[[Schedule, int], float]
) -> Progress:
    """How things stand on *day*. *recall* tells how likely a question is known on a day."""
    asked = list(bank.questions())
    ids = {question.id for _, question in asked}
    schedules = {id: each for id, each in summary.schedules.items() if id in ids}
    gone = [record for id, record in summary.records.items() if id not in ids]
    return Progress(
        title=bank.title,
        namespace=bank.namespace,
        today=datetime.date.fromordinal(day),
        total=_share("all", bank.title, (question for _, question in asked), summary),
        gone=Gone(questions=len(gone), answers=sum(record.answers for record in gone)),
        streak=streak(summary.days, day if day in summary.days else day - 1),
        longest_streak=max(
            (streak(summary.days, each) for each in summary.days if each + 1 not in summary.days), default=0
        ),
        days=tuple(
            Day(day=datetime.date.fromordinal(each), answers=count.answers, right=count.right)
            for each, count in sorted(summary.days.items())
        ),
        topics=tuple(_share(topic.id, topic.title, topic.questions, summary) for topic in bank.topics),
        kinds=_shares(asked, summary, kind_of),
        difficulties=_shares(asked, summary, lambda question: question.difficulty.value, list(Difficulty)),
        retention=_retention(summary.retained, schedules, day, recall),
        scheduled=len(schedules),
        new=len(ids - set(schedules) - summary.suspended),
        due=_due((each for id, each in schedules.items() if id not in summary.suspended), day),
        hardest=_hardest(asked, summary),
        suspended=tuple(question.id for _, question in asked if question.id in summary.suspended),
    )


def _share(name: str, title: str, questions: Iterable[Question], summary: HistorySummary) -> Share:
    members = list(questions)
    found = [summary.records[each.id] for each in members if each.id in summary.records]
    earned, possible = sum(each.earned for each in found), sum(each.possible for each in found)
    return Share(
        name=name,
        title=title,
        questions=len(members),
        asked=len(found),
        answers=sum(each.answers for each in found),
        earned=round(earned, 4),
        possible=round(possible, 4),
        percent=percent(earned, possible),
    )


def _shares(
    asked: list[tuple[Topic, Question]],
    summary: HistorySummary,
    name: Callable[[Question], str],
    order: Iterable[str] = (),
) -> tuple[Share, ...]:
    """One for each name that occurs, in *order*, else as they come up in the bank."""
    groups: dict[str, list[Question]] = {each: [] for each in order}
    for _, question in asked:
        groups.setdefault(name(question), []).append(question)
    return tuple(
        _share(each, each.replace("_", " "), members, summary) for each, members in groups.items() if members
    )


def streak(days: Container[int], last: int) -> int:
    """How many days in a row there are in *days*, up to the *last*."""
    first = last
    while first in days:
        first -= 1
    return last - first


def _retention(
    kept: Retained, schedules: Mapping[str, Schedule], day: int, recall: Callable[[Schedule, int], float]
) -> Retention:
    chances, tomorrow = (
        [recall(schedule, each) for schedule in schedules.values()] for each in (day, day + 1)
    )
    return Retention(
        reviews=kept.reviews,
        known=kept.known,
        percent=percent(kept.known, kept.reviews),
        predicted=percent(sum(chances), len(chances)),
        tomorrow=percent(sum(tomorrow), len(tomorrow)),
    )


def _due(schedules: Iterable[Schedule], day: int) -> tuple[Due, ...]:
    counts: dict[int, int] = {}
    for schedule in schedules:
        on = day if schedule.is_due(day) else schedule.due
        counts[on] = counts.get(on, 0) + 1
    return tuple(
        Due(day=datetime.date.fromordinal(on), questions=count)
        for on, count in sorted(counts.items())
        if on < day + COMING
    )


def _hardest(asked: list[tuple[Topic, Question]], summary: HistorySummary) -> tuple[Hard, ...]:
    often = [
        (question, record)
        for _, question in asked
        if (record := summary.records.get(question.id))
        and record.answers >= FEWEST
        and record.earned < record.possible
    ]
    often.sort(key=lambda pair: (pair[1].earned / pair[1].possible, -pair[1].answers, pair[0].id))
    return tuple(
        Hard(
            id=question.id,
            prompt=plain(prompt_of(question)),
            answers=record.answers,
            percent=percent(record.earned, record.possible) or 0.0,
        )
        for question, record in often[:HARDEST]
    )
