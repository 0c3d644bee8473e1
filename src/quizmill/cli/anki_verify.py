"""`quizmill anki-verify`: what the real Anki makes of a deck, before any learner imports it."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from quizmill.bank import picture
from quizmill.cli.exit_code import ExitCode
from quizmill.cli.terminal import complain, rows_screen
from quizmill.errors import FileUnusable, QuizmillError
from quizmill.face.words import count

_MANY = 20  # faults told one by one


class AnkiAbsent(QuizmillError):
    """The real Anki is not installed, or does not run."""


@click.command("anki-verify")
@click.argument("deck", type=click.Path(path_type=Path), metavar="DECK")
@click.pass_context
def command(context: click.Context, deck: Path) -> None:
    """Import a deck into the real Anki and report.

    It goes into an empty collection of its own; nobody's is touched. Notes and cards are counted. Notes
    without a card, cards that show nothing, pictures that are missing or none, and whatever a second import
    would change are faults, and the exit code is then 1. So is a deck with nothing in it.

    The package `anki` does the work: pip install 'quizmill[anki]'. It is under the AGPL.
    """
    found = _found(deck)
    counts = (
        f"{count(found['notes'], 'note')}, {count(found['cards'], 'card')}, {found['withdrawn']} withdrawn"
    )
    screen = rows_screen()
    screen.say(f"{deck}: {counts} (Anki {found['version']})")
    faults = found["faults"]
    for fault in faults[:_MANY]:
        screen.say(fault)
    if len(faults) > _MANY:
        screen.say(f"and {len(faults) - _MANY} faults more")
    complain(f"{len(faults)} fault{'s' if len(faults) > 1 else ''}" if faults else "nothing is wrong")
    context.exit(ExitCode.FAULTS if faults else ExitCode.FINE)


def _found(deck: Path) -> dict[str, Any]:
    """What is to be said of *deck*; raises FileUnusable for what is no deck, AnkiAbsent without Anki."""
    if not deck.is_file():
        raise FileUnusable(str(deck), "there is no such file")
    with tempfile.TemporaryDirectory() as folder:
        found = _judged(deck, Path(folder))
        found["faults"] += _torn(Path(folder, "collection.media"))
    return found


def _torn(media: Path) -> Iterator[str]:
    """The pictures that came with the deck and are none."""
    for path in sorted(media.iterdir()):
        if path.suffix.lower() in picture.SUFFIXES and (flaw := picture.flaw(path.name, path.read_bytes())):
            yield f"{path.name}: this picture cannot be shown: {flaw}"


def _judged(deck: Path, folder: Path) -> dict[str, Any]:
    """What the judge says of *deck*, whose collection is then in *folder*."""
    # -P: a folder called anki where the command runs must not stand in for the library
    command = [sys.executable, "-P", "-m", "quizmill.cli.anki_judge", str(deck), str(folder)]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)  # noqa: S603
    try:
        found: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    except (ValueError, IndexError):
        last = run.stderr.strip().splitlines()[-1:] or [f"exit code {run.returncode}"]
        raise AnkiAbsent(f"Anki failed on {deck} ({last[0]})") from None
    if "absent" in found:
        raise AnkiAbsent("the real Anki is not installed: pip install 'quizmill[anki]'")
    if "unusable" in found:
        raise FileUnusable(str(deck), f"Anki cannot import this ({found['unusable'].strip()})")
    return found
