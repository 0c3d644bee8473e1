"""`quizmill answers init`: an empty log, and the key of its pseudonyms."""

from __future__ import annotations

from pathlib import Path

import click

from quizmill.cli.answer_options import NEEDED, key_option, log_option
from quizmill.errors import BadRequest
from quizmill.faces.plain.terminal import complain


@click.command("init")
@log_option
@key_option
def command(folder: Path, key: Path) -> None:
    """Begin a log of answers, and make its key unless you have one.

    Keep a copy of the key, and never beside the log: with it names become pseudonyms, and whoever has both
    can find out who answered what.
    """
    try:
        from quizmill.app.answer_log import begin_log
    except ImportError as error:
        raise BadRequest(NEEDED) from error
    new = begin_log(folder, key)
    click.echo(folder)
    if new:
        complain(
            f"note: its key is {key}; keep a copy, apart from the log: without it nobody is found by name"
        )
    else:
        complain(
            f"note: its key is {key}, which was there; one name has one pseudonym in all logs of that key"
        )
