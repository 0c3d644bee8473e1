"""The notes of a bank in a learner's collection, and as the bank gives them out now."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from quizmill.bank.anki_archive import opened_collection
from quizmill.bank.model import Bank
from quizmill.compose.exercise import Exercise
from quizmill.errors import FileUnusable
from quizmill.export.anki import exported, fields
from quizmill.export.anki.families import family_of
from quizmill.export.anki.manifest import Manifest
from quizmill.export.anki.media import harmless, name_images, name_sounds
from quizmill.export.anki.merge import Merge
from quizmill.export.anki.notes import PARTING, Note, join
from quizmill.export.anki.previous import Previous, settings_in
from quizmill.export.anki.release import to_read
from quizmill.export.anki.tags import tags_of


class Collected(msgspec.Struct, frozen=True, kw_only=True):
    """The notes by GUID, when each last changed there (in seconds), and what is known of their release."""

    manifest: Manifest
    notes: dict[str, Note]
    edited: dict[str, int]


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """The notes by GUID as a release of today would bring them, and the bank's files by their names in it."""

    notes: dict[str, Note]
    media: dict[str, str]


def read_collected(data: bytes, name: str, namespace: str, otherwise: str) -> Collected:
    """What a collection has of the bank with that *namespace*; of other notes nothing is read.

    *name* is what messages call the file, and *otherwise* what they say to do. Raises FileUnusable for what
    is no collection, or has no note of the bank.
    """
    with opened_collection(data, name, otherwise) as connection:
        if not exported.is_of(connection, namespace):
            raise FileUnusable(name, f'there is no note of the bank "{namespace}" in it; name another')
        manifest, notes = exported.read(connection, settings_in(connection), namespace)
        return Collected(manifest=manifest, notes=notes, edited=exported.edited(connection, namespace))


def given(
    bank: Bank, exercises: tuple[Exercise, ...], before: Previous, media: Mapping[str, bytes], at: int
) -> Given:
    """The notes that a release *at* that time would have, *before* being the one that it goes on from.

    Raises ExportRefused as a release does.
    """
    media = harmless(media)
    chapters = to_read(bank, exercises)
    names = name_images(exercises, chapters, media) | name_sounds(exercises, media)
    kept = msgspec.structs.replace(before, notes=dict(before.notes))  # which a merge takes its notes out of
    notes = Merge(bank, kept, at).notes(exercises, chapters, names)
    return Given(
        notes={note.guid: note for note in notes}, media={name: file for file, name in names.items()}
    )


def note_fields(
    bank: Bank, exercise: Exercise, media: Mapping[str, str]
) -> tuple[dict[str, str], tuple[str, ...]]:
    """The fields of a question's note by name, and its tags; *media* as `Given` has them."""
    family = family_of(exercise.question)
    names = {file: name for name, file in media.items()}
    joined = join(family, fields.write(bank, exercise, names, ()).fields)
    return dict(zip(family.field_names, joined.split(PARTING), strict=True)), tags_of(
        bank.namespace, exercise
    )
