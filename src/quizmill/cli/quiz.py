"""`quizmill quiz`: a sitting in the terminal."""

from __future__ import annotations

import contextlib
import shlex
import time
from pathlib import Path

import click

from quizmill.bank.shipped import shipped_bank
from quizmill.cli.exit_code import ExitCode
from quizmill.cli.hangup import HungUp, hangups_noticed
from quizmill.cli.keeping import Diary, Round, history_option, refuse_choices, resume_option
from quizmill.cli.lines import standard_input
from quizmill.cli.opening import open_for_reading
from quizmill.cli.options import Wanted, bank_option, selection_options
from quizmill.cli.plain import PlainQuiz
from quizmill.cli.summing import feedback, summary
from quizmill.cli.terminal import Screen, Tone, stdout_screen
from quizmill.errors import FileUnusable
from quizmill.export.publish import publish
from quizmill.study.guess import guessing_percent
from quizmill.study.history.log import Start
from quizmill.study.results import as_json, outcomes
from quizmill.study.session import Deed, Session
from quizmill.study.sitting import Mode, Sitting, begin
from quizmill.study.summary import look_again

_FEW = 8  # questions to look at again that are named one by one
_MANY = 40  # questions that few will answer in one sitting
_PLACES = (Mode.PRACTICE.value, Mode.EXAM.value)  # what --resume goes on with


@click.command("quiz")
@bank_option
@selection_options(order="shuffled")
@click.option(
    "--plain", is_flag=True, help="Line by line, for pipes and screen readers (so far the only way)."
)
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
@click.option(
    "--results", type=click.Path(path_type=Path), metavar="FILE", help="Keep the results in FILE, as JSON."
)
@resume_option
@history_option
@click.pass_context
def command(
    context: click.Context,
    folder: Path,
    wanted: Wanted,
    plain: bool,
    mode: str,
    minutes: float | None,
    results: Path | None,
    resume: bool,
    history: Path | None,
) -> ExitCode:
    """Take a quiz in the terminal.

    One line answers one question; `:help` tells what else can be typed. Ctrl-C stops with the score so far,
    and --resume goes on there.
    """
    if resume:
        refuse_choices(context)
    bank = open_for_reading(folder).bank
    diary = Diary(history)
    if resume:
        return take(diary.resumed(bank.namespace, _PLACES), folder, results)
    sitting = begin(wanted.paper(bank), bank.names, Mode(mode))
    start = Start(sitting=sitting, place=mode, bank=str(folder.resolve()), minutes=minutes)
    return take(diary.started(start, _PLACES, "quizmill quiz"), folder, results)


def take(turn: Round, folder: Path, results: Path | None) -> ExitCode:
    """Lead a sitting to its end, or as far as the learner goes, and say what it came to."""
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
    quiz = PlainQuiz(session, screen, standard_input(screen))
    code = ExitCode.FINE
    try:
        with hangups_noticed():
            _greet(screen, turn)
            quiz.run()
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
        screen.say()
        screen.say("Interrupted.")
    except HungUp:
        return ExitCode.INTERRUPTED
    finally:
        turn.keeper.end()
    _end(screen, session.sitting, folder)
    _save(session.sitting, results)
    return code


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
    if turn.said:
        screen.say(turn.said, tone=Tone.QUIET)


def _end(screen: Screen, sitting: Sitting, folder: Path) -> None:
    found = outcomes(sitting)
    if sitting.mode is Mode.EXAM:
        feedback(screen, found)
    screen.say()
    summary(screen, found)
    again = [outcome.exercise.id for outcome in look_again(found)]
    bank = [] if folder == shipped_bank() else ["--bank", str(folder)]
    which = [word for id in again for word in ("--id", id)] if len(again) <= _FEW else []
    screen.say()
    what = "These again: " if which else "Another round: "
    screen.say(shlex.join(["quizmill", "quiz", *bank, *which]), label=what)
