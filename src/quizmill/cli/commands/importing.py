"""`quizmill import`: other programs' files become a bank, or more of one."""

from __future__ import annotations

import re
import secrets
import sys
from pathlib import Path
from typing import Any

import click

from quizmill.app.exporting import reported
from quizmill.app.importing import File, Imported, import_files
from quizmill.app.input_file import read_input
from quizmill.app.talk import count
from quizmill.bank.guard import MOST_BYTES, sized
from quizmill.cli.exit_code import ExitCode
from quizmill.cli.loss_options import code_after, loss_options, tell_losses
from quizmill.errors import BadRequest, FileUnusable
from quizmill.export.publish import publish
from quizmill.faces.plain.terminal import complain
from quizmill.formats.table import READ

_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_STDIN = "-"


@click.command("import")
@click.argument("names", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The new bank's folder.  [default: the first file's name]",
)
@click.option(
    "--into", type=click.Path(path_type=Path), metavar="DIR", help="Add to this bank instead, and update it."
)
@click.option(
    "--from",
    "format",
    envvar="QUIZMILL_IMPORT_FROM",
    type=click.Choice(READ),
    help="What the files are.  [default: told by their content and name]",
)
@click.option(
    "--column",
    "columns",
    envvar="QUIZMILL_IMPORT_COLUMN",
    multiple=True,
    metavar="NAME=TITLE",
    help="Which column of a table holds what: prompt=Frage, answer=Lösung, option=A. May be repeated.",
)
@click.option(
    "--prefer",
    type=click.Choice(["bank", "file"]),
    default="bank",
    show_default=True,
    help="Which stays of what differs in both.",
)
@click.option(
    "--language",
    default="en",
    show_default=True,
    metavar="TAG",
    help="The language of a new bank's questions.",
)
@click.option(
    "--unexplained",
    is_flag=True,
    help="Ask what lacks only an explanation, instead of keeping it as a draft.",
)
@loss_options
def command(
    names: tuple[str, ...],
    output: Path | None,
    into: Path | None,
    format: str | None,
    columns: tuple[str, ...],
    prefer: str,
    language: str,
    unexplained: bool,
    report: Path | None,
    strict: bool,
    dry_run: bool,
) -> ExitCode:
    """Make a bank of other programs' files, or add them to one.

    FILE may be `-` for standard input. What is not whole is kept as a draft, which is asked nowhere. Whatever
    of a file has no place in a bank is told.
    """
    if into and output:
        raise BadRequest("-o makes a new bank and --into adds to one; leave one of them out")
    files = [_read(name) for name in names]
    how: dict[str, Any] = {"format": format, "unexplained": unexplained, "columns": _columns(columns)}
    if into:
        from quizmill.app.import_into import import_into

        made = import_into(files, into, take_file=prefer == "file", **how)
    else:
        folder = output or _folder(names[0])
        made = import_files(files, folder, secrets.token_hex(3), language=language, **how)
    kept = {report: reported(made.report.losses)} if report else {}
    wanted = kept if dry_run else made.files | kept
    publish(wanted, read=[Path(name) for name in names if name != _STDIN])
    for path in () if dry_run else wanted:
        click.echo(path)
    tell_losses(made.report.losses, (), asked=dry_run)
    _sum_up(made)
    if not dry_run:
        complain(_next(made, names, into or output or _folder(names[0]), unexplained=unexplained))
    return code_after(made.report.is_whole, strict=strict)


def _columns(told: tuple[str, ...]) -> dict[str, list[str]]:
    """The titles that were named, by what their columns hold."""
    found: dict[str, list[str]] = {}
    for each in told:
        name, equals, title = each.partition("=")
        if not equals or not title.strip():
            raise BadRequest(f'--column takes NAME=TITLE, as in prompt=Frage, not "{each}"')
        found.setdefault(name.strip().lower(), []).append(title.strip())
    return found


def _read(name: str) -> File:
    if _URL.match(name):
        raise BadRequest(f"{name} is an address, and nothing is fetched; download it and name the file")
    if Path(name).is_dir():
        raise FileUnusable(name, f"this is a folder; name its files, as in {Path(name) / '*'}")
    if name != _STDIN:
        return File(name, sized(read_input(Path(name), "file"), name))
    return File("standard input", sized(sys.stdin.buffer.read(MOST_BYTES + 1), "standard input"))


def _folder(name: str) -> Path:
    """Where a new bank goes: the name of the file without its ending, here."""
    return Path(Path(name).stem if name != _STDIN else "imported")


def _sum_up(made: Imported) -> None:
    told = f"{count(len(made.made), 'question')} read"
    drafts = f", {made.drafts} kept as {'a draft' if made.drafts == 1 else 'drafts'}" if made.drafts else ""
    complain(f"{told}{drafts}{''.join(f'; {each}' for each in made.news)}")


def _next(made: Imported, names: tuple[str, ...], folder: Path, *, unexplained: bool) -> str:
    """What to do now: with the drafts, where nothing else came, and with the bank."""
    if made.drafts < len(made.made) or not made.drafts:
        return f"`quizmill check --bank {folder}` says what is worth mending first"
    files = ", ".join(str(path) for path in made.files if path.suffix == ".yaml" and path.stem != "bank")
    finish = f"drafts are asked nowhere: finish them{f' in {files}' if files else ''}"
    again = f"`quizmill import {' '.join(names)} --into {folder} --unexplained`"
    if unexplained or made.has_seeds:
        return f"{finish} and delete their `state: draft`"
    return f"{finish} and delete their `state: draft`, or {again} asks those that lack only an explanation"
