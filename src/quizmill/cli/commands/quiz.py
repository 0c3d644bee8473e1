"""`quizmill quiz`: a sitting in the terminal."""

from __future__ import annotations

from pathlib import Path

import click

from quizmill.app.history import LearnerHistory
from quizmill.app.opening import open_for_asking
from quizmill.app.player import Player
from quizmill.app.sitting import Face, conduct
from quizmill.bank.model import Bank
from quizmill.cli.exit_code import ExitCode
from quizmill.cli.face_options import face_options, feedback_option
from quizmill.cli.follow_up import follow_up
from quizmill.cli.history_options import history_option, refuse_choices, resume_option
from quizmill.cli.options import Wanted, bank_option, minutes_option, results_option, selection_options
from quizmill.compose.paper import Paper, compose
from quizmill.compose.selection import some_of
from quizmill.compose.traits import criteria
from quizmill.faces.plain.terminal import complain
from quizmill.study.history.log import Start
from quizmill.study.sitting import Mode, begin

_A_FEW = 10  # questions for whoever asks for none in particular
_PLACES = (Mode.PRACTICE.value, Mode.EXAM.value)  # what --resume goes on with


@click.command("quiz")
@bank_option
@selection_options(order="shuffled")
@face_options
@feedback_option
@click.option(
    "--mode",
    type=click.Choice([mode.value for mode in Mode]),
    default=Mode.PRACTICE.value,
    show_default=True,
    help="Hear how an answer did at once, or at the end.",
)
@minutes_option
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

    Ten questions, what matters most first, unless you say how many or which.
    At a terminal it fills the screen; ? shows the keys. With --plain, or in a pipe, one line answers one
    question, and `:help` tells what else can be typed. Ctrl-C stops with the score so far, and --resume goes
    on there.
    """
    if resume:
        refuse_choices(context)
    bank = open_for_asking(folder, complain)
    then = follow_up(context, _PLACES)
    with LearnerHistory(history, bank, language=face.language, tell=complain) as kept:
        if resume:
            attempt = kept.resumed(_PLACES)
        else:
            sitting = begin(_paper(wanted, bank), bank.names, Mode(mode))
            start = Start(sitting=sitting, place=mode, bank=str(folder.resolve()), minutes=minutes)
            attempt = kept.started(start, _PLACES, then.resume)
        return ExitCode.after(conduct(attempt, then, results, face, Player(folder, click.launch)))


def _paper(wanted: Wanted, bank: Bank) -> Paper:
    """Of what was asked for; of a few of all there are, where no number and no trait was named."""
    selection = wanted.selection
    questions, seed = wanted.questions(bank)
    if selection.count is None and not (selection.search or criteria(selection)) and len(questions) > _A_FEW:
        complain(f"{_A_FEW} of {len(questions)} questions: -n asks more")
        questions = some_of(questions, _A_FEW, seed=seed)
    return compose(bank, questions, seed=seed, order=selection.order)
