"""`quizmill anki`: a deck for Anki, as the release that follows the one before it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click
import msgspec
from click.core import ParameterSource

from quizmill.app.deck import make_deck, posed, refuse_renaming, report
from quizmill.app.deck_place import (
    CHANGES,
    DECK,
    DECK_TABLE,
    holds_something,
    named,
    page_before,
    refuse_one_for_both,
    release_before,
    same_file,
)
from quizmill.app.opening import SoundBank, open_for_writing
from quizmill.bank.pictures import pictures
from quizmill.cli.options import Wanted, bank_option, format_option, selection_options
from quizmill.errors import BadRequest
from quizmill.export.anki.changelog import changelog
from quizmill.export.anki.plain_text import text_deck
from quizmill.export.publish import Product, publish
from quizmill.faces.plain.terminal import complain

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
    diff: Path | None
    accept: tuple[str, ...]
    accept_all: bool
    reviews: tuple[Path, ...]


@click.command("anki")
@bank_option
@selection_options(order="bank", seed=0, electives=True)
@click.option(
    "-o",
    "--output",
    type=_PATH,
    metavar="FILE",
    help="The deck to write; one that is there already is the release before.  [default: NAMESPACE.apkg]",
)
@click.option(
    "--previous",
    type=_PATH,
    metavar="DECK",
    help="The release before, if it is not at -o; Anki's own export will do.",
)
@click.option("--fresh", is_flag=True, help="Begin anew: for a deck that nobody has imported yet.")
@click.option(
    "--deck",
    "name",
    default="",
    envvar="QUIZMILL_ANKI_DECK",
    metavar="NAME",
    help="The deck's name in Anki; :: parts levels.",
)
@click.option("--preset", is_flag=True, help="Recommend options, for those who tick them when importing.")
@click.option(
    "--changelog",
    "changes",
    type=_PATH,
    envvar="QUIZMILL_ANKI_CHANGELOG",
    metavar="FILE",
    help="Also say in Markdown what has changed.",
)
@click.option(
    "--push",
    "pushed",
    envvar="QUIZMILL_ANKI_PUSH",
    is_flag=True,
    help="Have Anki ask you to import it: by AnkiConnect (its key in QUIZMILL_ANKI_KEY), else as opened.",
)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    metavar="N",
    default=_PORT,
    show_default=True,
    help="Where AnkiConnect listens.",
)
@click.option(
    "--diff",
    type=_PATH,
    metavar="COLLECTION",
    help="Write no deck: show what was edited in Anki (a .colpkg, .apkg or collection.anki2).",
)
@click.option(
    "--accept",
    multiple=True,
    metavar="ID[.FIELD]",
    help="With --diff: take this edit into the bank. Repeatable.",
)
@click.option(
    "--accept-all",
    is_flag=True,
    help="With --diff: take every edit that can be, but those of what the bank has changed too.",
)
@click.option(
    "--reviews",
    type=_PATH,
    multiple=True,
    metavar="COLLECTION",
    help="Write no deck: show what was forgotten most in Anki. Repeatable, a learner each.",
)
@format_option(
    "deck",
    "text",
    "json",
    variable="QUIZMILL_ANKI_FORMAT",
    help="text: a table for File > Import, as notes of the types Basic and Cloze; json: for --diff and "
    "--reviews.",
)
def command(folder: Path, wanted: Wanted, form: str, **typed: Any) -> None:
    """Write an Anki deck, or the next release of one.

    Learners who import it over the release before keep their progress, and their own edits where a question
    has not changed.

    A table (--format text) has no pictures and sounds, no release before it, and no look of its own; import
    the deck unless you need one.
    """
    asked = Asked(**typed)
    if asked.diff or asked.reviews:
        _show(folder, wanted, asked, form)
        return
    if asked.accept or asked.accept_all:
        raise BadRequest(f"{'--accept' if asked.accept else '--accept-all'} goes with --diff COLLECTION")
    if form == "json":
        raise BadRequest("--format json goes with --diff or --reviews COLLECTION")
    write = _write_text if form == "text" else _write_deck
    loaded = open_for_writing(folder)
    if asked.name:
        loaded = msgspec.structs.replace(loaded, bank=msgspec.structs.replace(loaded.bank, deck=asked.name))
    write(loaded, wanted, asked)


def _show(folder: Path, wanted: Wanted, asked: Asked, form: str) -> None:
    """Show what was edited or answered in Anki; what is for decks alone is refused where it was typed."""
    command = "--diff" if asked.diff else "--reviews"
    apart = ["fresh", "name", "preset", "changes", "pushed", *(["reviews"] if asked.diff else ["accept"])]
    source = click.get_current_context().get_parameter_source
    for name in apart:
        if source(name) is ParameterSource.COMMANDLINE:
            option = {"name": "deck", "changes": "changelog", "pushed": "push"}.get(name, name)
            raise BadRequest(f"--{option} and {command} do different things; leave one of them out")
    if asked.diff:
        from quizmill.cli.anki_diff import show_diff  # with readers of other programs' files, 40 ms

        decks = (asked.output, asked.previous)
        show_diff(folder, wanted, asked.diff, decks, asked.accept, form, everything=asked.accept_all)
    else:
        from quizmill.cli.anki_reviews import show_reviews

        show_reviews(folder, wanted, asked.reviews, form)


def _write_deck(loaded: SoundBank, wanted: Wanted, asked: Asked) -> None:
    if asked.preset and asked.pushed:
        raise BadRequest(
            "--preset and --push: wherever your Anki imports presets, each push would put your own decks "
            "back to the recommended options; push without --preset, which is for learners"
        )
    namespace = loaded.bank.namespace
    output = named(asked.output, namespace, ".apkg")
    before = release_before(output, asked.previous, namespace, fresh=asked.fresh)
    if asked.changes:
        refuse_one_for_both(asked.changes, output, asked.previous)
    elsewhere = before is not None and not same_file(before, output)
    release = make_deck(
        loaded,
        wanted.paper(loaded.bank),
        before,
        preset=asked.preset,
        from_anki=elsewhere,
        tell=complain,
    )
    if asked.name:
        refuse_renaming(release, before)
    files = {output: Product(release.data, DECK)}
    if asked.changes and (release.brings_something or not holds_something(asked.changes)):
        # what follows a deck that stays where it is says all there is to say
        page = "" if elsewhere or asked.fresh else page_before(asked.changes)
        files[asked.changes] = Product(changelog(loaded.bank, release, page).encode(), CHANGES)
    publish(files, read=() if before in (None, output) else (before,))
    report(release, complain)
    if asked.changes and asked.changes not in files:
        complain(f"note: {before} has all of this already, so the list in {asked.changes} is left as it is")
    for path in files:
        click.echo(path)
    if asked.pushed:
        from quizmill.app.push import push  # with http.client, 17 ms

        push(output, asked.port, os.environ.get("QUIZMILL_ANKI_KEY", ""), complain)


def _write_text(loaded: SoundBank, wanted: Wanted, asked: Asked) -> None:
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
    exercises = posed(loaded.bank, wanted.paper(loaded.bank))
    publish({output: Product(text_deck(loaded.bank, exercises).encode(), DECK_TABLE)})
    pictured = sum(bool(pictures(exercise.question)) for exercise in exercises)
    if pictured:
        complain(f"note: {pictured} of {len(exercises)} questions have a picture, which a table cannot bring")
    heard = sum(exercise.question.audio is not None for exercise in exercises)
    if heard:
        complain(f"note: {heard} of {len(exercises)} questions have a sound, which a table cannot bring")
    click.echo(output)
