"""`quizmill anki-verify`: what the real Anki makes of a deck, before any learner imports it."""

from __future__ import annotations

from pathlib import Path

import click

from quizmill.app.anki_verify import judged
from quizmill.app.talk import count
from quizmill.cli.exit_code import ExitCode
from quizmill.faces.plain.terminal import complain, rows_screen

_MANY = 20  # faults told one by one


@click.command("anki-verify")
@click.argument("deck", type=click.Path(path_type=Path), metavar="DECK")
@click.pass_context
def command(context: click.Context, deck: Path) -> None:
    """Import a deck into the real Anki and report.

    It goes into an empty collection of its own; nobody's is touched. Notes and cards are counted. Notes
    without a card, cards that show nothing, pictures and sounds that are missing or none, and whatever
    a second import would change are faults, and the exit code is then 1. So is a deck with nothing in it.

    The package `anki` does the work: pip install 'quizmill[anki]'. It is under the AGPL.
    """
    found = judged(deck)
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
    complain(count(len(faults), "fault") if faults else "nothing is wrong")
    context.exit(ExitCode.FAULTS if faults else ExitCode.FINE)
