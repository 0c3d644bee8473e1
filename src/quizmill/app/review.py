"""A review of one day: what is due and new, planned from the learner's history."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from quizmill.app.history import LearnerHistory, local_now
from quizmill.bank.model import Bank
from quizmill.compose.chance import shuffled
from quizmill.compose.paper import Paper, compose
from quizmill.compose.selection import Asked, Selection, choose
from quizmill.errors import BadRequest
from quizmill.study import queue
from quizmill.study.day import day_of
from quizmill.study.history import queries
from quizmill.study.queue import Plan, Today
from quizmill.words import words_in


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """What there is to review today, of the questions that were chosen."""

    asked: tuple[Asked, ...]
    today: Today
    plan: Plan


def review_of(
    history: LearnerHistory, bank: Bank, selection: Selection, *, seed: int, new: int, cram: bool
) -> Review:
    """What to ask today: what is due and up to *new* questions; everything, worst known first, to *cram*.

    Raises BadRequest when the selection cannot be met, HistoryLost when the history cannot be read.
    """
    today = _today(history)
    asked = tuple(
        (topic, question)
        for topic, question in _chosen(bank, selection, seed)
        if selection.asks(topic) or question.id in today.schedules
    )
    plan = (
        _crammed(history, asked, selection.count)
        if cram
        else queue.plan([question for _, question in asked], today, new=new, most=selection.count)
    )
    return Review(asked=asked, today=today, plan=plan)


def paper_of(bank: Bank, plan: Plan, *, seed: int, cram: bool, language: str = "") -> Paper:
    """The questions planned, in that order, with a title in the *language*, by default the bank's."""
    by_id = {question.id: (topic, question) for topic, question in bank.questions()}
    words = words_in(language or bank.language)
    if cram:
        title = words("review.cramming", bank=bank.title, met=plan.due, new=plan.new)
    else:
        title = words("review.title", bank=bank.title, due=plan.due, new=plan.new)
    return compose(bank, tuple(by_id[id] for id in plan.questions), seed=seed, order="bank", title=title)


def _chosen(bank: Bank, selection: Selection, seed: int) -> tuple[Asked, ...]:
    """All questions that fit: how many are asked is for the plan to say."""
    if selection.count is not None and selection.count < 1:
        raise BadRequest(f"--count: {selection.count} questions cannot be asked; it must be at least 1")
    found = choose(bank, msgspec.structs.replace(selection, count=None, electives=True), seed=seed).questions
    if selection.order == "shuffled":
        return tuple(shuffled(found, lambda asked: asked[1].id, seed, "order"))
    return found


def _today(history: LearnerHistory) -> Today:
    day = day_of(local_now())
    if history.opened is None:
        return Today(day=day, schedules={})
    return Today(
        day=day,
        schedules=queries.schedules(history.opened, history.naming),
        met=queries.answered_on(history.opened, history.naming, day),
        introduced=len(queries.introduced_on(history.opened, history.naming, day)),
    )


def _crammed(history: LearnerHistory, asked: Sequence[Asked], most: int | None) -> Plan:
    records = queries.records(history.opened, history.naming) if history.opened else {}
    shares = {id: record.earned / record.possible for id, record in records.items() if record.possible}
    return queue.cram([question for _, question in asked], shares, most=most)
