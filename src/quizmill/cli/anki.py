"""`quizmill anki`: a deck for Anki, as the release that follows the one before it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from pathlib import Path

import click

from quizmill.bank.load import LoadedBank
from quizmill.cli.opening import open_for_writing
from quizmill.cli.options import Wanted, bank_option, selection_options
from quizmill.cli.pictures import pictures
from quizmill.cli.terminal import complain
from quizmill.compose.exercise import Exercise
from quizmill.errors import BadRequest, FileUnusable
from quizmill.export.anki.release import AnkiOptions, Release, export_anki
from quizmill.export.anki.release_time import released_at
from quizmill.export.publish import publish

_FEW = 5  # questions named one by one; more are counted
_PATH = click.Path(path_type=Path)


@click.command("anki")
@bank_option
@selection_options(order="bank", seed=0)
@click.option(
    "-o",
    "--output",
    type=_PATH,
    metavar="FILE",
    help="The deck to write; one that is there already is the release before.  [default: NAMESPACE.apkg]",
)
@click.option("--previous", type=_PATH, metavar="DECK", help="The release before, if it is not at -o.")
@click.option("--fresh", is_flag=True, help="Begin anew: for a deck that nobody has imported yet.")
def command(folder: Path, wanted: Wanted, output: Path | None, previous: Path | None, fresh: bool) -> None:
    """Write an Anki deck, or the next release of one.

    Learners who import it over the release before keep their progress, and their own edits where a question
    has not changed.
    """
    if fresh and previous:
        raise BadRequest("--fresh begins anew and --previous goes on; give one of them")
    loaded = open_for_writing(folder)
    output = output or Path(f"{loaded.bank.namespace}.apkg")
    paper = wanted.paper(loaded.bank)
    before = None if fresh else previous or (output if output.exists() else None)
    release = deck(loaded, paper.exercises, before)
    publish({output: release.data})
    _report(release)
    click.echo(output)


def deck(loaded: LoadedBank, exercises: tuple[Exercise, ...], before: Path | None) -> Release:
    """The release with *exercises* that follows the deck at *before*, stamped as the bank says."""
    released, note = released_at(loaded.bank, os.environ, time.time)
    if note:
        complain(f"note: {note}")
    return export_anki(
        loaded.bank,
        exercises,
        AnkiOptions(released=released),
        previous=_read(before) if before else None,
        previous_name=str(before),
        media=pictures(loaded.folder, exercises),
    )


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileUnusable(str(path), f"the deck cannot be read ({error.strerror})") from error


def _report(release: Release) -> None:
    for what, ids in (
        ("new", release.new),
        ("updated", release.updated),
        ("unchanged", release.unchanged),
        ("left as they were", release.carried),
        ("withdrawn", release.withdrawn),
    ):
        if ids or what != "left as they were":
            complain(f"{len(ids)} {what}{_named(ids) if what in ('updated', 'withdrawn') else ''}")


def _named(ids: Iterable[str]) -> str:
    listed = list(ids)
    return f": {', '.join(listed)}" if 0 < len(listed) <= _FEW else ""
