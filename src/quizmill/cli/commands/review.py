"""`quizmill review`: what is due today, by FSRS, and some new questions."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from quizmill.app.history import LearnerHistory
from quizmill.app.opening import open_for_asking
from quizmill.app.player import Player
from quizmill.app.review import Review, paper_of, review_of
from quizmill.app.sitting import Face, conduct
from quizmill.cli.exit_code import ExitCode
from quizmill.cli.face_options import face_options, feedback_option
from quizmill.cli.follow_up import follow_up
from quizmill.cli.history_options import history_option, refuse_choices, resume_option
from quizmill.cli.options import Wanted, bank_option, drawn_unless, results_option, selection_options
from quizmill.errors import BadRequest
from quizmill.faces.dates import whole_date
from quizmill.faces.plain.terminal import Screen, complain, stdout_screen
from quizmill.study import queue
from quizmill.study.history.log import Start
from quizmill.study.sitting import begin

_PLACES = ("review", "cram")  # what --resume goes on with


@click.command("review")
@bank_option
@selection_options(order="bank")
@click.option(
    "--new",
    type=click.IntRange(min=0),
    metavar="N",
    default=10,
    show_default=True,
    help="New questions a day, at most.",
)
@click.option(
    "--retention",
    type=click.FloatRange(0.7, 0.99),
    metavar="SHARE",
    default=0.9,
    show_default=True,
    help="How likely you want to know a question when it comes back.",
)
@click.option("--cram", is_flag=True, help="Ask everything, worst known first; the schedule stays as it is.")
@face_options
@feedback_option
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
    bank = open_for_asking(folder, complain)
    then = follow_up(context, _PLACES, *(("--cram",) if cram else ()))
    player = Player(folder, click.launch)
    with LearnerHistory(history, bank, retention=retention, tell=complain) as kept:
        if resume:
            return ExitCode.after(conduct(kept.resumed(_PLACES), then, results, face, player))
        if kept.opened is None and not cram:
            help = "`quizmill quiz` and `quizmill review --cram` ask without one"
            raise BadRequest(f"a review needs a history; {help}")
        seed = drawn_unless(wanted.seed)
        found = review_of(kept, bank, wanted.selection, seed=seed, new=new, cram=cram)
        if not found.plan.questions:
            _say_when(stdout_screen(face.language or bank.language), found, new, then.offered("--cram"))
            return ExitCode.FINE
        paper = paper_of(bank, found.plan, seed=seed, cram=cram, language=face.language)
        place = "cram" if cram else "review"
        start = Start(sitting=begin(paper, bank.names, repeats=True), place=place, bank=str(folder.resolve()))
        attempt = kept.started(start, _PLACES, then.resume)
        return ExitCode.after(conduct(attempt, then, results, face, player))


def _say_when(screen: Screen, found: Review, new: int, cram: str) -> None:
    """Nothing is left for today: when there will be, and how to go on all the same."""
    today = found.today
    words = screen.words
    screen.say(words("review.nothing_due"))
    coming = queue.next_due((question for _, question in found.asked), today)
    if coming:
        day, count = coming
        if day == today.day + 1:
            screen.say(words("review.next_tomorrow", n=count))
        else:
            when = whole_date(datetime.date.fromordinal(day), words)
            screen.say(words("review.next", n=count, date=when))
    fresh = sum(question.id not in today.schedules for _, question in found.asked)
    if fresh:
        screen.say(words("review.new", met=today.introduced, most=new, left=fresh))
    screen.say(words("review.cram", command=cram))
