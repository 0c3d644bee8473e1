"""`quizmill init`: a bank that works, to be changed into one's own."""

from __future__ import annotations

import secrets
import shlex
from pathlib import Path

import click

from quizmill.app.init import EXAMPLES, Started, extras, new_bank
from quizmill.app.team_files import has_hook, make_runnable
from quizmill.bank.default import nearest_bank
from quizmill.errors import BadRequest, shown
from quizmill.export.publish import publish
from quizmill.faces.plain.terminal import complain

_SWITCH_ON = "  git config core.hooksPath .githooks    in each clone: stops a commit of a bank with errors"
_AT_ROOT = "    puts a hook and GitHub's workflow where alone they work, at its root"


@click.command("init")
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), required=False)
@click.option(
    "--example",
    type=click.Choice(EXAMPLES),
    help="Start with this bank instead, of 25 questions with all that a bank can show: listings, formulas, "
    "tables, pictures, sounds.",
)
@click.option(
    "--empty", is_flag=True, help="Start without an example, for documents and questions of your own."
)
@click.option("--bare", is_flag=True, help="Only the bank, without what a team needs in a git repository.")
@click.option(
    "--extras",
    "only_extras",
    is_flag=True,
    help="Add what a team needs to a bank that there is, and write over nothing.",
)
def command(folder: Path | None, example: str | None, empty: bool, bare: bool, only_extras: bool) -> None:
    """Start a bank of your own.

    It is written to DIR, my-bank unless given, has an example of each of the nine kinds of question,
    and works at once; with --empty it has none yet. Beside it stands what a team needs: line ends for git, a
    hook that stops a commit of a bank with errors, and a workflow that has GitHub check it. What only the
    root of a repository can have is not written into a folder below; --extras puts it there.
    """
    if only_extras and (example or bare or empty):
        raise BadRequest("--extras adds to a bank that there is; leave --example, --empty and --bare out")
    if example and empty:
        raise BadRequest("--empty starts without an example: leave one of --example and --empty out")
    if only_extras:
        _write(extras(folder or nearest_bank(Path.cwd()) or Path()))
        complain("Next:")
        complain(_SWITCH_ON)
        return
    folder = folder or Path(f"my-{example or 'bank'}")
    started = new_bank(folder, secrets.token_hex(3), example, empty=empty, bare=bare)
    _write(started)
    bank = shlex.quote(str(folder))
    _say_what_next(bank, empty)
    if (folder / "README.md") in started.files:
        complain(f"  {folder / 'README.md'} tells how to go on")
    if started.root and not bare:
        complain("\nIt lies in a git repository:")
        complain(_SWITCH_ON if has_hook(started.files) else f"  quizmill init --extras {bank}{_AT_ROOT}")


def _say_what_next(bank: str, empty: bool) -> None:
    if empty:
        complain("\nThis bank has no questions yet. Next, one of:")
        complain(f"  quizmill document add FILE --bank {bank}                      makes facts of a document")
        complain(f"  quizmill new multiple_choice --topic NAME --bank {bank}       begins a question")
    else:
        complain("\nThis bank works. Next:")
        complain(f"  quizmill quiz --bank {bank}     asks what is in it")
        complain(f"  quizmill check --bank {bank}    finds what is wrong or weak in it")


def _write(started: Started) -> None:
    publish(started.files)
    make_runnable(started.files)
    for path in sorted(started.files):
        click.echo(path)
    for path in started.kept:
        complain(f"{shown(str(path))} was there already, and stays as it is")
