"""`quizmill quiz`: a sitting in the terminal."""

from __future__ import annotations

import contextlib
import functools
import time
from collections.abc import Iterator
from pathlib import Path

import click

from quizmill.cli.exit_code import ExitCode
from quizmill.cli.going_on import Ways, ways
from quizmill.cli.hangup import HungUp, hangups_noticed
from quizmill.cli.history_options import history_option, refuse_choices, resume_option
from quizmill.cli.keeping import Diary, Keeper, Round
from quizmill.cli.leading import Face, face_options, lead, wanted_again
from quizmill.cli.opening import open_for_asking
from quizmill.cli.options import Wanted, bank_option, results_option, selection_options
from quizmill.cli.summing import feedback, last_time, summary
from quizmill.cli.terminal import Screen, Tone, stdout_screen
from quizmill.compose.paper import Paper
from quizmill.errors import FileUnusable
from quizmill.export.publish import publish
from quizmill.face.ending import Earlier, Ending
from quizmill.study.guess import guessing_percent
from quizmill.study.history.log import Start
from quizmill.study.results import Outcome, as_json, outcomes
from quizmill.study.session import Deed, Session
from quizmill.study.sitting import Mode, Sitting, begin
from quizmill.study.summary import look_again

_FEW = 8  # questions to look at again that are named one by one
_MANY = 40  # questions that few will answer in one sitting
_PLACES = (Mode.PRACTICE.value, Mode.EXAM.value)  # what --resume goes on with


@click.command("quiz")
@bank_option
@selection_options(order="shuffled")
@face_options
@click.option(
    "--mode",
    type=click.Choice([mode.value for mode in Mode]),
    default=Mode.PRACTICE.value,
    show_default=True,
    help="Hear how an answer did at once, or at the end.",
)
@click.option(
    "--minutes", type=click.FloatRange(min=0, min_open=True), metavar="N", help="Stop after N minutes."
)
@results_option
@resume_option
@history_option
@click.pass_context
def command(
    context: click.Context,
    folder: Path,
    wanted: Wanted,
    face: Face,
    mode: str,
    minutes: float | None,
    results: Path | None,
    resume: bool,
    history: Path | None,
) -> ExitCode:
    """Take a quiz in the terminal.

    At a terminal it fills the screen; ? shows the keys. With --plain, or in a pipe, one line answers one
    question, and `:help` tells what else can be typed. Ctrl-C stops with the score so far, and --resume goes
    on there.
    """
    if resume:
        refuse_choices(context)
    bank = open_for_asking(folder)
    diary = Diary(history)
    on = ways(context, _PLACES)
    if resume:
        return take(diary.resumed(bank.namespace, _PLACES), on, results, face)
    sitting = begin(wanted.paper(bank), bank.names, Mode(mode))
    start = Start(sitting=sitting, place=mode, bank=str(folder.resolve()), minutes=minutes)
    return take(diary.started(start, _PLACES, on.resume), on, results, face)


def take(turn: Round, on: Ways, results: Path | None, face: Face) -> ExitCode:
    """Lead a sitting, and the missed questions as often as the learner wants, and say what each came to.

    *results* are those of the first, the sitting that was asked for.
    """
    code, again = _take_once(turn, on, results, face)
    while again is not None:
        code, again = _take_once(turn.again(begin(again, turn.sitting.names)), on, None, face)
    return code


def _take_once(turn: Round, on: Ways, results: Path | None, face: Face) -> tuple[ExitCode, Paper | None]:
    """Lead a sitting to its end, or as far as the learner goes; also what is wanted again."""
    _save(turn.sitting, results)  # a file that cannot be written is better known before the first question
    screen = stdout_screen()

    def keep(deed: Deed) -> None:
        with contextlib.suppress(FileUnusable):  # the last time it is said
            _save(deed.after, results)

    session = Session(
        turn.sitting,
        clock=time.monotonic,
        minutes=turn.minutes,
        elapsed=turn.elapsed,
        keep=(turn.keeper.keep, keep),
    )
    ending = _led(session, turn, face, screen)
    if ending is Ending.HUNG_UP:
        return ExitCode.INTERRUPTED, None
    if ending is Ending.INTERRUPTED:
        screen.say()
        screen.say("Interrupted.")
    _end(screen, session.sitting, turn.keeper, on)
    _save(session.sitting, results)
    if ending is Ending.INTERRUPTED:
        return ExitCode.INTERRUPTED, None
    return ExitCode.FINE, wanted_again(session, ending, face, screen)


def _led(session: Session, turn: Round, face: Face, screen: Screen) -> Ending:
    try:
        with hangups_noticed():
            greet = functools.partial(_greet, screen, turn)
            return lead(session, face, screen, greet=greet, said=turn.said, earlier=_earlier(turn.keeper))
    except KeyboardInterrupt:
        return Ending.INTERRUPTED
    except HungUp:
        return Ending.HUNG_UP
    finally:
        turn.keeper.end()


def _save(sitting: Sitting, results: Path | None) -> None:
    if results is not None:
        publish({results: as_json(sitting)})


def _greet(screen: Screen, turn: Round) -> None:
    paper, minutes = turn.sitting.paper, turn.minutes
    count = len(paper.exercises)
    screen.say(paper.title, tone=Tone.HEADING)
    words = [f"{count} question{'s' if count != 1 else ''}", f"seed {paper.seed}"]
    if minutes is not None:
        words.append(f"{minutes:g} minute{'s' if minutes != 1 else ''}")
    words += [f"blind guessing scores {guessing_percent(paper):.0f} %", ":help for help"]
    screen.say(" · ".join(words))
    if count > _MANY:
        screen.say(":quit stops at any time; `quizmill quiz -n 10` asks ten.", tone=Tone.QUIET)


def _earlier(keeper: Keeper) -> Earlier:
    return lambda sitting: last_time(outcomes(sitting), keeper.last_time(sitting.answers))


def _end(screen: Screen, sitting: Sitting, keeper: Keeper, on: Ways) -> None:
    found = outcomes(sitting)
    if sitting.mode is Mode.EXAM:
        feedback(screen, found)
    screen.say()
    summary(screen, found)
    if earlier := _earlier(keeper)(sitting):
        screen.say()
        screen.say(earlier)
    screen.say()
    for said in _offers(found, on, unfinished=keeper.is_unfinished(on.places)):
        screen.line(said)  # unwrapped, so that it can be copied


def _offers(found: tuple[Outcome, ...], on: Ways, *, unfinished: bool) -> Iterator[str]:
    """How to go on: with what was left, with what was missed, else with another round."""
    if unfinished:
        yield f"Go on here: {on.resume}"
    again = [outcome.exercise.id for outcome in look_again(found)]
    if 0 < len(again) <= _FEW:
        which = (word for id in again for word in ("--id", id))
        yield f"These again: {on.offered(*which, command='quiz')}"
    elif not unfinished:
        yield f"Another round: {on.another_round}"
