"""`quizmill stats`: progress by topic and over time, drawn in the terminal, in words, or as JSON."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import msgspec

from quizmill.app.opening import open_for_asking
from quizmill.app.progress import progress_in
from quizmill.cli.history_options import history_option
from quizmill.cli.language_option import language_option_of
from quizmill.cli.options import bank_option
from quizmill.faces.plain.charts import Plotter, words_only
from quizmill.faces.plain.progress import draw
from quizmill.faces.plain.terminal import complain, stdout_screen

_KEYS = """\
Keys of --json: version (1), title, namespace, today; total, topics, kinds, difficulties (each with name,
title, questions, asked, answers, earned, possible, percent); gone (questions, answers); days (day, answers,
right); streak, longest_streak; retention (reviews, known, percent, predicted, tomorrow); scheduled, new; due
(day, questions); hardest (id, prompt, answers, percent); suspended (ids). Days are dates, percentages null
where there are none."""


@click.command("stats", epilog=_KEYS)
@bank_option
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    envvar="QUIZMILL_STATS_JSON",
    help="For programs: the keys are documented and stay.",
)
@click.option("--plain", is_flag=True, help="In words, without bars: for screen readers; so it is in a pipe.")
@language_option_of("all that is not the bank's own text")
@history_option
def command(folder: Path, as_json: bool, plain: bool, language: str, history: Path | None) -> None:
    """Show your progress by topic and over time.

    By topic, kind and difficulty, day by day, what stays, what is due in eight weeks, what is hardest. Shares
    are of the marks. A day turns at 4 in the morning. Answers taken back do not count.
    """
    bank = open_for_asking(folder, complain)
    found = progress_in(history, bank)
    if as_json:
        sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n")
        return
    screen = stdout_screen(language or bank.language)
    draw(screen, found, Plotter(screen.width, words=plain or words_only(), encoding=sys.stdout.encoding))
