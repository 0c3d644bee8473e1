"""`quizmill review`: what is due today, by FSRS, and some new questions."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import click
import msgspec

from quizmill.app.follow_up import FollowUp
from quizmill.app.history import Attempt, LearnerHistory
from quizmill.app.opening import open_for_asking
from quizmill.app.player import Player
from quizmill.app.review import Review, Wish, day_over, paper_of, review_of
from quizmill.app.sitting import Face, conduct
from quizmill.bank.closest import closest, nearest
from quizmill.bank.model import Bank
from quizmill.cli.exit_code import ExitCode
from quizmill.cli.face_options import face_options, feedback_option
from quizmill.cli.follow_up import follow_up
from quizmill.cli.history_options import history_option, refuse_choices, resume_option
from quizmill.cli.naming_options import questions_option
from quizmill.cli.options import (
    Wanted,
    bank_option,
    drawn_unless,
    minutes_option,
    results_option,
    selection_options,
)
from quizmill.errors import BadRequest
from quizmill.faces.dates import whole_date
from quizmill.faces.plain.terminal import Screen, complain, stdout_screen
from quizmill.study import queue
from quizmill.study.history.log import Start
from quizmill.study.sitting import begin
from quizmill.words import Message

Command = TypeVar("Command", bound=Callable[..., Any])
_PLACES = ("review", "cram")  # what --resume goes on with


def _wish_options(command: Command) -> Command:
    """Adds the options that say what a review is to ask; the command gets them as `wish`, a :class:`Wish`."""

    @functools.wraps(command)
    def gathered(*args: Any, exam: datetime.datetime | None, **typed: Any) -> Any:
        wished = {name: typed.pop(name) for name in ("new", "most", "cram", "missed", "flagged")}
        return command(*args, wish=Wish(**wished, exam=exam.date() if exam else None), **typed)

    for option in reversed(_WISHES):
        option(gathered)
    return gathered  # type: ignore[return-value]  # it takes the options instead of `wish`


_WISHES = (
    click.option(
        "--new",
        type=click.IntRange(min=0),
        metavar="N",
        default=Wish().new,
        show_default=True,
        help="New questions a day, at most.",
    ),
    click.option(
        "--most",
        type=click.IntRange(min=1),
        metavar="N",
        default=Wish().most,
        show_default=True,
        help="Questions a day, at most, due and new; what is left waits for the days after.",
    ),
    click.option(
        "--exam",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="DATE",
        help="Also ask what would be forgotten by that day, and meet what is new, shared out over the days.",
    ),
    click.option(
        "--cram", is_flag=True, help="Ask everything, worst known first; the schedule stays as it is."
    ),
    click.option("--missed", is_flag=True, help="The same for what you missed in the last seven days."),
    click.option("--flagged", is_flag=True, help="The same for what has a flag."),
)


@click.command("review")
@bank_option
@selection_options(order="bank")
@_wish_options
@minutes_option
@click.option(
    "--retention",
    type=click.FloatRange(0.7, 0.99),
    metavar="SHARE",
    default=0.9,
    show_default=True,
    help="How likely you want to know a question when it comes back.",
)
@questions_option("--suspend", "suspend", "Set the question aside, and ask nothing now.")
@questions_option("--unsuspend", "unsuspend", "Take the question up again, and ask nothing now.")
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
    wish: Wish,
    minutes: float | None,
    retention: float,
    suspend: tuple[str, ...],
    unsuspend: tuple[str, ...],
    face: Face,
    results: Path | None,
    resume: bool,
    history: Path | None,
) -> ExitCode:
    """Review what is due today, and meet new questions.

    Your first answer of a day to a question decides when it comes back; a day turns at 4 in the morning.
    Under half the marks brings it back soon, less than all or a hint a little later, right much later; what
    is missed comes again in the same sitting too. Answers in `quizmill quiz` count as well, those of an exam
    do not. A question that was missed eight times when it came back is set aside.
    """
    if resume:
        refuse_choices(context)
    bank = open_for_asking(folder, complain)
    then = follow_up(context, _PLACES, *_once_more(wish))
    player = Player(folder, click.launch)
    screen = stdout_screen(face.language or bank.language)
    with LearnerHistory(history, bank, retention=retention, language=face.language, tell=complain) as kept:
        if suspend or unsuspend:
            _set_aside(kept, bank, suspend, unsuspend, then, screen)
            return ExitCode.FINE
        if resume:
            attempt = kept.resumed(_PLACES)
        elif begun := _begun(kept, bank, folder, wanted, wish, then, screen):
            attempt = msgspec.structs.replace(begun, minutes=minutes)
        else:
            return ExitCode.FINE
        return ExitCode.after(conduct(attempt, then, results, face, player))


def _begun(
    kept: LearnerHistory,
    bank: Bank,
    folder: Path,
    wanted: Wanted,
    wish: Wish,
    then: FollowUp,
    screen: Screen,
) -> Attempt | None:
    """A new sitting, with what is said before and after it; None and a word where nothing is asked."""
    if kept.opened is None and not wish.cram:
        help = "`quizmill quiz` and `quizmill review --cram` ask without one"
        raise BadRequest(f"a review needs a history; {help}")
    seed = drawn_unless(wanted.seed)
    found = review_of(kept, bank, wanted.selection, wish, seed=seed)
    if not found.plan.questions:
        _say_when(screen, found, wish, then)
        return None
    paper = paper_of(bank, found.plan, wish, seed=seed, language=screen.language)
    place = "review" if wish.schedules else "cram"
    start = Start(sitting=begin(paper, bank.names, repeats=True), place=place, bank=str(folder.resolve()))
    attempt = kept.started(start, _PLACES, then.resume)
    said = attempt.said
    if found.plan.waiting:
        waiting = Message("review.waiting", {"n": found.plan.waiting})
        said = Message("list.sentences", {"first": waiting, "second": said}) if said else waiting
    after = functools.partial(day_over, kept, bank, wanted.selection, wish)
    return msgspec.structs.replace(attempt, opening=paper.title, said=said, day_over=after)


def _once_more(wish: Wish) -> Iterator[str]:
    """What another round of the same kind is typed with."""
    yield from (f"--{name}" for name in ("cram", "missed", "flagged") if getattr(wish, name))
    if wish.exam:
        yield from ("--exam", str(wish.exam))


def _set_aside(
    kept: LearnerHistory,
    bank: Bank,
    suspend: tuple[str, ...],
    unsuspend: tuple[str, ...],
    then: FollowUp,
    screen: Screen,
) -> None:
    """Set questions aside, or take them up again, and say so."""
    ids = [question.id for _, question in bank.questions()]
    for id in (*suspend, *unsuspend):
        if id not in ids:
            help = nearest(id, ids) if closest(id, ids) else "`quizmill list` shows them"
            raise BadRequest(f'there is no question "{id}" to set aside or take up again; {help}')
    kept.suspend(suspend, suspended=True)
    kept.suspend(unsuspend, suspended=False)
    for id in suspend:
        screen.say(screen.words("review.aside", id=id, command=then.offered("--unsuspend", id)))
    for id in unsuspend:
        screen.say(screen.words("review.taken_up", id=id))


def _say_when(screen: Screen, found: Review, wish: Wish, then: FollowUp) -> None:
    """Nothing is left for today: when there will be, and how to go on all the same."""
    today, words = found.today, screen.words
    if wish.missed or wish.flagged:
        screen.say(words("review.nothing_like_it"))
        return
    if waiting := found.plan.waiting:
        done, most = today.reviewed, wish.most
        command = then.offered("--most", str(most + wish.most))
        screen.say(words("review.enough", n=waiting, done=done, most=most, command=command))
        return
    screen.say(words("review.nothing_due"))
    coming = queue.next_due((question for _, question in found.asked), today)
    if coming:
        day, count = coming
        if day == today.day + 1:
            screen.say(words("review.next_tomorrow", n=count))
        else:
            when = whole_date(datetime.date.fromordinal(day), words)
            screen.say(words("review.next", n=count, date=when))
    fresh = sum(
        question.id not in today.schedules and question.id not in today.suspended
        for _, question in found.asked
    )
    if fresh:
        screen.say(words("review.new", met=today.introduced, most=wish.new, left=fresh))
    screen.say(words("review.cram", command=then.offered("--cram")))
