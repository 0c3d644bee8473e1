"""A review of one day: what is due and new, planned from the learner's history, and how the day went."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import msgspec

from quizmill.app.history import DayOver, LearnerHistory, local_now
from quizmill.bank.model import Bank
from quizmill.compose.chance import shuffled
from quizmill.compose.paper import Paper, compose
from quizmill.compose.selection import Asked, Selection, choose
from quizmill.errors import BadRequest
from quizmill.faces.dates import whole_date
from quizmill.study import queue
from quizmill.study.day import day_of
from quizmill.study.history import lasting, queries
from quizmill.study.progress import streak
from quizmill.study.queue import Plan, Today
from quizmill.words import Words, words_in

_LATELY = 7  # days, today among them, in which what was missed is wanted


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What a learner wants of a review."""

    new: int = 10  # questions a day never asked before, at most
    most: int = 40  # questions a day, at most
    cram: bool = False  # everything, worst known first
    missed: bool = False  # what was missed lately …
    flagged: bool = False  # … and what has a flag, alike
    exam: datetime.date | None = None  # the day by which all is to be known

    @property
    def schedules(self) -> bool:
        """Whether answers decide when their questions come back; else nothing is due, and nothing waits."""
        return not (self.cram or self.missed or self.flagged)


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """What there is to review today, of the questions that were chosen."""

    asked: tuple[Asked, ...]
    today: Today
    plan: Plan


def review_of(history: LearnerHistory, bank: Bank, selection: Selection, wish: Wish, *, seed: int) -> Review:
    """What to ask today, as wished for, of what is selected.

    Raises BadRequest when the selection cannot be met, HistoryLost when the history cannot be read.
    """
    today = _today(history)
    asked = tuple(
        (topic, question)
        for topic, question in _chosen(bank, selection, seed)
        if selection.asks(topic) or question.id in today.schedules
    )
    if wish.schedules:
        return Review(asked=asked, today=today, plan=_planned(asked, today, selection.count, wish))
    wanted = _wanted(history, asked, today, wish)
    return Review(asked=wanted, today=today, plan=_crammed(history, wanted, selection.count))


def paper_of(bank: Bank, plan: Plan, wish: Wish, *, seed: int, language: str = "") -> Paper:
    """The questions planned, in that order, with a title in the *language*, by default the bank's."""
    by_id = {question.id: (topic, question) for topic, question in bank.questions()}
    words = words_in(language or bank.language)
    if not wish.schedules:
        title = words("review.cramming", bank=bank.title, met=plan.due, new=plan.new)
    elif wish.exam:
        date = whole_date(wish.exam, words)
        title = words("review.ahead", bank=bank.title, due=plan.due, date=date, new=plan.new)
    else:
        title = words("review.title", bank=bank.title, due=plan.due, new=plan.new)
    return compose(bank, tuple(by_id[id] for id in plan.questions), seed=seed, order="bank", title=title)


def day_over(history: LearnerHistory, bank: Bank, selection: Selection, wish: Wish, words: Words) -> DayOver:
    """How the day has gone so far, and whether there is more to ask; raises as `review_of` does."""
    found = review_of(history, bank, selection, wish, seed=0)
    day, more = found.today.day, bool(found.plan.questions)
    if history.opened is None:
        return DayOver(said="", more=more)
    tries = queries.first_tries(history.opened, history.naming, day)
    if not tries.answers:
        return DayOver(said="", more=more)
    tomorrow = sum(
        schedule.due <= day + 1
        for id, schedule in found.today.schedules.items()
        if id not in found.today.suspended
    )
    in_a_row = streak(queries.days(history.opened, history.naming), day)
    said = words(
        "review.day_over",
        done=words("progress.questions", n=tries.answers, number=tries.answers),
        right=tries.right,
        due=tomorrow,
        days=words("progress.days", n=in_a_row, number=in_a_row),
    )
    return DayOver(said=said, more=more)


def _chosen(bank: Bank, selection: Selection, seed: int) -> tuple[Asked, ...]:
    """All questions that fit: how many are asked is for the plan to say."""
    if selection.count is not None and selection.count < 1:
        raise BadRequest(f"--count: {selection.count} questions cannot be asked; it must be at least 1")
    found = choose(bank, msgspec.structs.replace(selection, count=None, electives=True), seed=seed).questions
    if selection.order == "shuffled":
        return tuple(shuffled(found, lambda asked: asked[1].id, seed, "order"))
    return found


def _today(history: LearnerHistory) -> Today:
    now = local_now()
    day, opened, naming = day_of(now), history.opened, history.naming
    if opened is None:
        return Today(day=day, schedules={})
    return Today(
        day=day,
        schedules=queries.schedules(opened, naming, day),
        met=queries.answered_on(opened, naming, day),
        introduced=len(queries.introduced_on(opened, naming, day)),
        reviewed=queries.scheduled_on(opened, naming, day),
        suspended=lasting.suspended(opened, naming, now),
    )


def _planned(asked: Sequence[Asked], today: Today, count: int | None, wish: Wish) -> Plan:
    questions = [question for _, question in asked]
    most = max(0, wish.most - today.reviewed)
    most = most if count is None else min(count, most)
    if wish.exam is None:
        return queue.plan(questions, today, new=wish.new, most=most)
    from quizmill.study import memory  # 30 ms that only who has an exam waits for

    exam = wish.exam.toordinal()
    if exam < today.day:
        raise BadRequest(f"--exam: {wish.exam} is over; name a day to come")
    ahead = queue.ahead(questions, today, exam, memory.recall)
    return queue.plan(questions, today, new=max(wish.new, ahead.new), most=most, ahead=ahead.questions)


def _wanted(history: LearnerHistory, asked: tuple[Asked, ...], today: Today, wish: Wish) -> tuple[Asked, ...]:
    """What of *asked* was missed lately or has a flag, where that is wanted, and is not set aside."""
    found = {question.id for _, question in asked} - today.suspended
    opened, naming = history.opened, history.naming
    if opened and wish.missed:
        found &= queries.missed_since(opened, naming, today.day - _LATELY + 1)
    if opened and wish.flagged:
        found &= lasting.flagged(opened, naming, local_now())
    return tuple((topic, question) for topic, question in asked if question.id in found)


def _crammed(history: LearnerHistory, asked: Sequence[Asked], most: int | None) -> Plan:
    records = queries.records(history.opened, history.naming) if history.opened else {}
    shares = {id: record.earned / record.possible for id, record in records.items() if record.possible}
    return queue.cram([question for _, question in asked], shares, most=most)
