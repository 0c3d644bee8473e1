"""`quizmill anki`: a deck for Anki, as the release that follows the one before it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click
import msgspec

from quizmill.bank.load import LoadedBank
from quizmill.bank.model import Bank
from quizmill.cli.anki_connect import push
from quizmill.cli.deck_place import named, read, refuse_for_changes, refuse_unless_table, release_before
from quizmill.cli.opening import open_for_writing
from quizmill.cli.options import Wanted, bank_option, selection_options
from quizmill.cli.pictures import pictures
from quizmill.cli.terminal import complain
from quizmill.compose.arrange import Arranger
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper
from quizmill.errors import BadRequest
from quizmill.export.anki.changelog import changelog
from quizmill.export.anki.plain_text import text_deck
from quizmill.export.anki.release import AnkiOptions, Release, export_anki
from quizmill.export.anki.release_time import ahead, now, released_at
from quizmill.export.publish import publish
from quizmill.face.words import count

_PLACED = 0  # the seed of the order in which options stand on notes: another would change them all
_FEW = 5  # questions named one by one; more are counted
_PATH = click.Path(path_type=Path)
_PORT = 8765  # AnkiConnect's, unless its settings say otherwise


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """How the deck is to be published, as typed."""

    output: Path | None
    previous: Path | None
    fresh: bool
    name: str
    preset: bool
    changes: Path | None
    pushed: bool
    port: int


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
@click.option("--deck", "name", default="", metavar="NAME", help="The deck's name in Anki; :: parts levels.")
@click.option("--preset", is_flag=True, help="Recommend options, for those who tick them when importing.")
@click.option(
    "--changelog", "changes", type=_PATH, metavar="FILE", help="Also say in Markdown what has changed."
)
@click.option(
    "--push",
    "pushed",
    is_flag=True,
    help="Have a running Anki with AnkiConnect import it (its key, if it has one, in QUIZMILL_ANKI_KEY).",
)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=_PORT,
    show_default=True,
    help="Where AnkiConnect listens.",
)
@click.option(
    "--format",
    "shape",
    type=click.Choice(["deck", "text"]),
    default="deck",
    show_default=True,
    help="text: a table for File > Import, as notes of the types Basic and Cloze.",
)
def command(folder: Path, wanted: Wanted, shape: str, **typed: Any) -> None:
    """Write an Anki deck, or the next release of one.

    Learners who import it over the release before keep their progress, and their own edits where a question
    has not changed.

    A table (--format text) has no pictures, no release before it, and no look of its own; import the deck
    unless you need one.
    """
    asked = Asked(**typed)
    write = _write_text if shape == "text" else _write_deck
    loaded = open_for_writing(folder)
    if asked.name:
        loaded = msgspec.structs.replace(loaded, bank=msgspec.structs.replace(loaded.bank, deck=asked.name))
    write(loaded, wanted, asked)


def deck(loaded: LoadedBank, paper: Paper, before: Path | None, *, preset: bool = False) -> Release:
    """The release with the questions of *paper* that follows the deck at *before*, stamped as the bank says.

    What should be known of it goes to stderr.
    """
    released, note = released_at(loaded.bank, os.environ, time.time)
    for said in filter(None, (note, ahead(released, now(os.environ, time.time)))):
        complain(f"note: {said}")
    exercises = _posed(loaded.bank, paper)
    return export_anki(
        loaded.bank,
        exercises,
        AnkiOptions(released=released, preset=preset),
        previous=read(before) if before else None,
        previous_name=str(before),
        media=pictures(loaded.folder, exercises),
    )


def report(release: Release) -> None:
    """Say what a learner who has the release before will see."""
    for what, ids in (
        ("new", release.new),
        ("updated", release.updated),
        ("unchanged", release.unchanged),
        ("left as they were", release.carried),
        ("withdrawn", release.withdrawn),
    ):
        if ids or what != "left as they were":
            complain(f"{len(ids)} {what}{_listed(ids) if what in ('updated', 'withdrawn') else ''}")
    for note in _notes(release):
        complain(f"note: {note}")


def _posed(bank: Bank, paper: Paper) -> tuple[Exercise, ...]:
    """The questions of *paper* with their options as in every release, whatever seed has chosen them."""
    if paper.seed == _PLACED:
        return paper.exercises
    arranger = Arranger(bank, seed=_PLACED)
    asked = {question.id: (topic, question) for topic, question in bank.questions()}
    return tuple(arranger.exercise(*asked[exercise.id]) for exercise in paper.exercises)


def _write_deck(loaded: LoadedBank, wanted: Wanted, asked: Asked) -> None:
    namespace = loaded.bank.namespace
    output = named(asked.output, namespace, ".apkg")
    before = release_before(output, asked.previous, namespace, fresh=asked.fresh)
    if asked.changes:
        refuse_for_changes(asked.changes, output, asked.previous)
    release = deck(loaded, wanted.paper(loaded.bank), before, preset=asked.preset)
    if asked.name:
        _refuse_renaming(release, before)
    files = {output: release.data}
    if asked.changes:
        files[asked.changes] = changelog(loaded.bank, release).encode()
    publish(files)
    report(release)
    for path in files:
        click.echo(path)
    if asked.pushed:
        push(output, asked.port, os.environ.get("QUIZMILL_ANKI_KEY", ""))
        complain("Anki has imported it")


def _write_text(loaded: LoadedBank, wanted: Wanted, asked: Asked) -> None:
    for option, given in (
        ("--previous", asked.previous),
        ("--fresh", asked.fresh),
        ("--preset", asked.preset),
        ("--changelog", asked.changes),
        ("--push", asked.pushed),
    ):
        if given:
            raise BadRequest(
                f"{option} is for decks, and --format text writes a table; leave one of them out"
            )
    output = named(asked.output, loaded.bank.namespace, ".txt", ".tsv", ".csv")
    refuse_unless_table(output)
    exercises = _posed(loaded.bank, wanted.paper(loaded.bank))
    publish({output: text_deck(loaded.bank, exercises).encode()})
    pictured = sum(exercise.question.image is not None for exercise in exercises)
    if pictured:
        complain(f"note: {pictured} of {len(exercises)} questions have a picture, which a table cannot bring")
    click.echo(output)


def _refuse_renaming(release: Release, before: Path | None) -> None:
    """On import Anki knows a deck by its name alone: under another, new cards would part from the old."""
    if release.deck in release.unheeded.values():
        raise BadRequest(
            f'--deck: the deck at {before} is "{release.deck}", and a name once given stays, because Anki '
            "knows a deck by it; leave --deck out (learners can rename theirs), or begin anew with --fresh"
        )


def _notes(release: Release) -> Iterator[str]:
    if release.unheeded:
        name, kept = next(iter(release.unheeded.items()))
        more = f" (and {len(release.unheeded) - 1} more)" if len(release.unheeded) > 1 else ""
        yield f'the deck "{kept}"{more} keeps its name, by which Anki knows it; not heeded is "{name}"'
    if release.ceased:
        gone = sum(release.ceased.values())
        yield (
            f"{count(gone, 'card')} {_are(gone)} asked no more{_listed(release.ceased)}; learners remove "
            "what they have of them with Tools > Empty Cards"
        )
    if release.retyped:
        moved = len(release.retyped)
        them = f"{count(moved, 'question')} {_are(moved)}"
        yield f"{them} withdrawn and new, being of another kind{_listed(release.retyped)}"
    if release.overdue and (release.updated or release.withdrawn):
        yield (
            f"the release before is of {release.day} or later as well; with today's date as `released` "
            "in bank.yaml, learners who have edited these cards since get the changes too"
        )


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _listed(ids: Iterable[str]) -> str:
    some = list(ids)
    return f": {', '.join(some)}" if 0 < len(some) <= _FEW else ""
