"""`quizmill answers forget`: all answers of somebody are taken out of the log."""

from __future__ import annotations

from pathlib import Path

import click

from quizmill.app.talk import count
from quizmill.cli.answer_options import key_option, log_in, log_option
from quizmill.cli.exit_code import ExitCode
from quizmill.errors import BadRequest
from quizmill.faces.plain.terminal import complain

_HELP = "type the name as the report of `mark` has it: one of two who are called alike is Ann Lee (7A)"


@click.command("forget")
@click.argument("names", metavar="[NAME…]", nargs=-1)
@click.option(
    "--pseudonym",
    "pseudonyms",
    multiple=True,
    metavar="CODE",
    help="Whom to forget by the pseudonym in the log, which needs no key. Repeatable.",
)
@log_option
@key_option
def command(names: tuple[str, ...], pseudonyms: tuple[str, ...], folder: Path, key: Path) -> ExitCode:
    """Take all answers of somebody out of the log: their rows are gone from its files.

    NAME is typed as the report of `quizmill mark` has it. Nothing else is touched: exports, copies of the
    log, papers, tables and histories keep what they have.
    """
    if not names and not pseudonyms:
        raise BadRequest("say whom to forget: NAME, or --pseudonym CODE")
    log = log_in(folder)
    from quizmill.app.answers_of_paper import pseudonym  # what only this needs

    whom = {code: code for code in pseudonyms}
    if names:
        known = log.key(key)
        whom |= {pseudonym(known, name): name for name in names}
    found = log.forget(whom.keys())
    if found.rows:
        click.echo(f"{count(found.rows, 'answer')} forgotten, in {count(found.batches, 'file')}")
    missing = [name for code, name in whom.items() if code not in found.students]
    for name in missing:
        complain(f"quizmill: {name}: no answer of theirs is here; {_HELP}")
    return ExitCode.WORLD if missing else ExitCode.FINE
