"""`quizmill review`: what is due today, by FSRS, and some new questions."""

from __future__ import annotations

import datetime
from pathlib import Path

import click
import msgspec

from quizmill.bank.model import Bank
from quizmill.cli.exit_code import ExitCode
from quizmill.cli.going_on import ways
from quizmill.cli.history_options import history_option, refuse_choices, resume_option
from quizmill.cli.keeping import Diary, local_now
from quizmill.cli.leading import Face, face_options
from quizmill.cli.opening import open_for_asking
from quizmill.cli.options import Wanted, bank_option, drawn_unless, results_option, selection_options
from quizmill.cli.quiz import take
from quizmill.cli.terminal import Screen, stdout_screen
from quizmill.compose.chance import shuffled
from quizmill.compose.paper import Paper, compose
from quizmill.compose.selection import Asked, choose
from quizmill.errors import BadRequest
from quizmill.study import queue
from quizmill.study.day import day_of
from quizmill.study.history import past
from quizmill.study.history.log import Start
from quizmill.study.queue import Plan, Today
from quizmill.study.sitting import begin

_PLACES = ("review", "cram")  # what --resume goes on with


@click.command("review")
@bank_option
@selection_options(order="bank")
@click.option(
    "--new", type=click.IntRange(min=0), default=10, show_default=True, help="New questions a day, at most."
)
@click.option(
    "--retention",
    type=click.FloatRange(0.7, 0.99),
    default=0.9,
    show_default=True,
    help="How likely you want to know a question when it comes back.",
)
@click.option("--cram", is_flag=True, help="Ask everything, worst known first; the schedule stays as it is.")
@face_options
@results_option
@resume_option
@history_option
@click.pass_context
def command(
    context: click.Context,
    folder: Path,
    wanted: Wanted,
    new: int,
    retention: float,
    cram: bool,
    face: Face,
    results: Path | None,
    resume: bool,
    history: Path | None,
) -> ExitCode:
    """Review what is due today, and meet new questions.

    Your first answer of a day to a question decides when it comes back; a day turns at 4 in the morning.
    Wrong brings it back soon, partly right or with a hint a little later, right much later. Answers in
    `quizmill quiz` count too, those of an exam do not.
    """
    if resume:
        refuse_choices(context)
    bank = open_for_asking(folder)
    diary = Diary(history, retention=retention)
    on = ways(context, _PLACES, *(("--cram",) if cram else ()))
    if resume:
        return take(diary.resumed(bank.namespace, _PLACES), on, results, face)
    if diary.db is None and not cram:
        help = "`quizmill quiz` and `quizmill review --cram` ask without one"
        raise BadRequest(f"a review needs a history; {help}")
    seed = drawn_unless(wanted.seed)
    asked = _chosen(bank, wanted, seed)
    with diary.read():
        today = _today(diary, bank.namespace)
        planned = _crammed(diary, bank, asked, wanted) if cram else _planned(asked, today, new, wanted)
    if not planned.questions:
        _say_when(stdout_screen(), asked, today, new, on.offered("--cram"))
        return ExitCode.FINE
    paper = _paper(bank, planned, seed, cram=cram)
    place = "cram" if cram else "review"
    start = Start(sitting=begin(paper, bank.names), place=place, bank=str(folder.resolve()))
    return take(diary.started(start, _PLACES, on.resume), on, results, face)


def _paper(bank: Bank, planned: Plan, seed: int, *, cram: bool) -> Paper:
    """The questions planned, in that order."""
    by_id = {question.id: (topic, question) for topic, question in bank.questions()}
    what = f"cramming, {planned.due} met before" if cram else f"review, {planned.due} due"
    title = f"{bank.title}: {what} and {planned.new} new"
    return compose(bank, tuple(by_id[id] for id in planned.questions), seed=seed, order="bank", title=title)


def _chosen(bank: Bank, wanted: Wanted, seed: int) -> tuple[Asked, ...]:
    """All questions that fit: how many are asked is for the plan to say."""
    selection = wanted.selection
    if selection.count is not None and selection.count < 1:
        raise BadRequest(f"--count: {selection.count} questions cannot be asked; it must be at least 1")
    found = choose(bank, msgspec.structs.replace(selection, count=None), seed=seed).questions
    if selection.order == "shuffled":
        return tuple(shuffled(found, lambda asked: asked[1].id, seed, "order"))
    return found


def _today(diary: Diary, namespace: str) -> Today:
    day = day_of(local_now())
    if diary.db is None:
        return Today(day=day, schedules={})
    return Today(
        day=day,
        schedules=past.schedules(diary.db, namespace),
        met=past.answered_on(diary.db, namespace, day),
        introduced=len(past.introduced_on(diary.db, namespace, day)),
    )


def _planned(asked: tuple[Asked, ...], today: Today, new: int, wanted: Wanted) -> Plan:
    questions = [question for _, question in asked]
    return queue.plan(questions, today, new=new, most=wanted.selection.count)


def _crammed(diary: Diary, bank: Bank, asked: tuple[Asked, ...], wanted: Wanted) -> Plan:
    records = past.records(diary.db, bank.namespace) if diary.db else {}
    shares = {id: record.earned / record.possible for id, record in records.items() if record.possible}
    return queue.cram([question for _, question in asked], shares, most=wanted.selection.count)


def _say_when(screen: Screen, asked: tuple[Asked, ...], today: Today, new: int, cram: str) -> None:
    """Nothing is left for today: when there will be, and how to go on all the same."""
    screen.say("Nothing is due today.")
    coming = queue.next_due((question for _, question in asked), today)
    if coming:
        day, count = coming
        on = "tomorrow" if day == today.day + 1 else f"on {datetime.date.fromordinal(day):%A, %d %B %Y}"
        screen.say(f"Next: {count} question{'s' if count != 1 else ''} {on}.")
    fresh = sum(question.id not in today.schedules for _, question in asked)
    if fresh:
        screen.say(f"New ones: {today.introduced} met today, of {new} a day; {fresh} are left.")
    screen.say(f"`{cram}` asks all the same, and leaves the schedule as it is.")
