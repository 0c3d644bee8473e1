"""Imports a deck with the real Anki and says as JSON what it found. A program of its own, never imported.

The package `anki` is under the AGPL, quizmill under the MIT licence: so this one module uses it, in a process
of its own (`python -m quizmill.app.anki_judge DECK FOLDER`), and only where the user has installed it. The
collection stays in FOLDER, an empty one, so that whoever called can look at its pictures.
"""

from __future__ import annotations

import html
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from anki.collection import Collection, ImportLogWithChanges
    from anki.notes import Note

WITHDRAWN = "quizmill::withdrawn"  # as in export/anki/tags.py, which this program does without

_UNSEEN = re.compile(r"<(style|script)\b.*?</\1>|<(?!img)[^>]*>", re.DOTALL | re.IGNORECASE)


def main() -> None:
    """Print what was found: `version` and figures and `faults`, or `absent`, or `unusable`."""
    try:
        from anki.buildinfo import version
        from anki.errors import BackendError
    except ImportError as error:
        print(json.dumps({"absent": str(error)}))
        return
    deck, folder = map(Path, sys.argv[1:])
    try:
        print(json.dumps({"version": version} | _judged(deck, folder)))
    except (BackendError, OSError) as error:
        print(json.dumps({"unusable": str(error)}))


def _judged(deck: Path, folder: Path) -> dict[str, object]:
    from anki.collection import Collection

    collection = Collection(str(folder / "collection.anki2"))
    try:
        log = _imported(collection, deck)
        notes = [collection.get_note(id) for id in collection.find_notes("")]
        withdrawn = sum(WITHDRAWN in note.tags for note in notes)
        faults = [
            *_nothing(log),
            *_refused(log),
            *_twins(notes),
            *_without_cards(notes),
            *_cards(collection),
            *_media(collection),
        ]
        figures = {"notes": len(notes), "cards": collection.card_count(), "withdrawn": withdrawn}
        return figures | {"faults": [*faults, *_second_time(collection, deck), *_integrity(collection)]}
    finally:
        collection.close()


def _imported(collection: Collection, deck: Path) -> ImportLogWithChanges:
    from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

    options = ImportAnkiPackageOptions(with_deck_configs=True)
    return collection.import_anki_package(
        ImportAnkiPackageRequest(package_path=str(deck.resolve()), options=options)
    )


def _nothing(log: ImportLogWithChanges) -> Iterator[str]:
    if not log.log.found_notes:
        yield "there is nothing in it: this deck has no notes"


def _refused(log: ImportLogWithChanges) -> Iterator[str]:
    for note in log.log.conflicting:
        yield f"{note.fields[0]}: Anki skips this note, because two note types have one id"
    lost = log.log.found_notes - len(log.log.new) - len(log.log.conflicting)
    if lost:
        yield f"{lost} of {log.log.found_notes} notes are not imported"


def _twins(notes: list[Note]) -> Iterator[str]:
    for guid, count in Counter(note.guid for note in notes).items():
        if count > 1:
            yield f"{guid}: {count} notes have this GUID, and updates will reach only one"


def _without_cards(notes: list[Note]) -> Iterator[str]:
    for note in notes:
        if not note.card_ids() and WITHDRAWN not in note.tags:
            yield f"{note.guid}: this note has no card"


def _cards(collection: Collection) -> Iterator[str]:
    """Every side of every card, as Anki shows it."""
    from anki.errors import BackendError

    empty = {id for report in collection.get_empty_cards().notes for id in report.card_ids}
    for id in collection.find_cards(""):
        card = collection.get_card(id)
        name = f"{card.note().guid}, card {card.ord + 1}"
        try:
            collection._backend.render_existing_card(card_id=id, browser=False, partial_render=False)
        except BackendError as error:
            yield f"{name}: it cannot be shown ({error})"
            continue
        if id in empty or not _seen(card.question()):
            yield f"{name}: its front is empty"
        elif not _seen(card.answer()):
            yield f"{name}: its back is empty"


def _seen(side: str) -> str:
    return html.unescape(_UNSEEN.sub("", side)).strip()


def _media(collection: Collection) -> Iterator[str]:
    for name in collection.media.check().missing:
        if Path(collection.media.dir(), name).exists():  # an empty one: there, and the caller's to judge
            continue
        yield f"{name}: this file is shown on a card and not in the deck"


def _second_time(collection: Collection, deck: Path) -> Iterator[str]:
    log = _imported(collection, deck).log
    again = len(log.new) + len(log.updated)
    if again:
        yield f"imported a second time, {again} notes change or come again"


def _integrity(collection: Collection) -> Iterator[str]:
    message, sound = collection.fix_integrity()
    if not sound:
        yield f"Anki's database check: {message}"


if __name__ == "__main__":
    main()
