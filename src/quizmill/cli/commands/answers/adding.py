"""`quizmill answers add`: what a class or a learner has answered goes into the log."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizmill.app.history import local_now
from quizmill.app.talk import count
from quizmill.classroom.returned import Twice
from quizmill.cli.answer_options import key_option, log_in, log_option
from quizmill.cli.exit_code import ExitCode
from quizmill.cli.twice_option import twice_option
from quizmill.faces.plain.terminal import complain

if TYPE_CHECKING:
    from quizmill.app.answer_log import Added


@click.command("add")
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--paper",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="PAPER.json",
    help="The paper to which sheets and pages are, as for `quizmill mark`.",
)
@twice_option("As for `quizmill mark`.")
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="The day on which the class sat, as 2026-11-30.  [default: what pages say; of paper nobody knows]",
)
@click.option("--student", default="", metavar="NAME", help="Whose the histories and collections are.")
@click.option("--team", default="", metavar="NAME", help="The class of that learner.")
@click.option(
    "--with-text", is_flag=True, help="Keep what was typed too. It may say whose it is: it stays in the log."
)
@click.option(
    "--replace",
    is_flag=True,
    help="Take these answers where the log has them otherwise: marked anew, declared void, read again.",
)
@log_option
@key_option
def command(files: tuple[Path, ...], folder: Path, key: Path, *, replace: bool, **typed: Any) -> ExitCode:
    """Add what a class or a learner has answered. What is there already is not added again.

    FILE is what `quizmill mark` takes, with --paper: a table of answers, what pages have saved, or a folder
    of that; a learner's history, its export, or a collection of Anki's, with --student; or answers with the
    columns of a log, as `answers export` writes them. Each is known by its content. Nothing is added unless
    all are sound.
    """
    log = log_in(folder)
    from quizmill.app.answer_files import Wishes, gather  # with pyarrow, which is there

    on, twice = typed.pop("on"), Twice(typed.pop("twice"))
    day = int(on.replace(tzinfo=UTC).timestamp()) * 1000 if on else 0
    wishes = Wishes(on=day, twice=twice, **typed)
    found = gather(files, wishes, log.key(key), local_now(), complain)
    added = log.add(found.rows, replace=replace)
    if added.outdated and not replace:
        said = f"the log has otherwise, and keeps so: {count(added.outdated, 'answer')}"
        complain(f"note: {said}; --replace takes what these files say")
    click.echo(_said(added, replaced=replace))
    return _complained(found.faults)


def _said(added: Added, *, replaced: bool) -> str:
    students = count(len({row.student for row in added.rows}), "student")
    told = [f"{count(len(added.rows), 'answer')} of {students} added"] if added.rows else []
    if replaced and added.outdated:
        told.append(f"{added.outdated} taken out that the log had otherwise")
    if not told:
        return "nothing new: all of it is there" if added.there else "there are no answers in it"
    return "; ".join([*told, f"{added.there} were there"] if added.there else told)


def _complained(faults: tuple[str, ...]) -> ExitCode:
    for fault in faults:
        complain(fault)
    if not faults:
        return ExitCode.FINE
    entries = "1 entry" if len(faults) == 1 else f"{len(faults)} entries"
    complain(f"quizmill: {entries} could not be used; the rest is added")
    return ExitCode.WORLD
