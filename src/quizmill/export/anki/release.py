"""A release of a deck: what is new in it, what has changed, what stays, and what is withdrawn."""

from __future__ import annotations

import contextlib
import functools
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec

from quizmill.bank.model import Bank
from quizmill.compose.exercise import Exercise
from quizmill.compose.study import Chapter, chapters
from quizmill.cycles import without_search_for_cycles
from quizmill.export.anki.collection import Collection, Settings, settings
from quizmill.export.anki.description import description
from quizmill.export.anki.families import FAMILIES
from quizmill.export.anki.identity import likely_renamed
from quizmill.export.anki.inventory import Inventory
from quizmill.export.anki.manifest import Manifest
from quizmill.export.anki.media import harmless, name_images, name_sounds
from quizmill.export.anki.merge import Merge, day_of
from quizmill.export.anki.note_diff import Change, wording
from quizmill.export.anki.notes import Note
from quizmill.export.anki.notetypes import NoteType, note_types
from quizmill.export.anki.package import pack
from quizmill.export.anki.preset import preset_of
from quizmill.export.anki.previous import Previous, read_previous


class AnkiOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How a deck is made."""

    released: int  # what new and changed notes are stamped with; seconds since 1970, UTC
    preset: bool = False  # whether the deck recommends options for its decks


class Studied(msgspec.Struct, frozen=True, kw_only=True):
    """What a learner who has the previous deck will see of its study cards, as titles of topics."""

    new: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()  # in this release, not before


class Release(msgspec.Struct, frozen=True, kw_only=True):
    """A deck as bytes, and what a learner who has the previous one will see, as question ids in bank order.

    A question that moved to another family is both `new` and `withdrawn`: its history cannot follow.
    """

    data: bytes
    deck: str  # the name of the bank's deck in Anki
    day: str  # when it was made, as 2026-11-22
    from_anki: bool = False  # what it follows was exported by Anki, and told less than a release tells
    overdue: bool = False  # stamped no later than the release before: edits since outlive corrections
    new: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()  # in the bank but not chosen this time: left as they were
    withdrawn: tuple[str, ...] = ()  # in this release, not before
    retyped: tuple[str, ...] = ()  # both new and withdrawn
    renamed: dict[str, str] = {}  # by withdrawn question, the new one that it may have become
    added: dict[str, int] = {}  # by updated question, how many of its cards are new
    ceased: dict[str, tuple[str, ...]] = {}  # by updated question, what its cards that are gone asked for
    unheeded: dict[str, str] = {}  # by a deck's name that the bank asks for, the one it was given and keeps
    lost: int = 0  # pictures and sounds of questions left as they were, which the one before does not have
    changed: dict[str, Change] = {}  # what is, of each updated one; nothing where it is back again
    asked_before: dict[str, str] = {}  # what each withdrawn one asked, as plain text
    studied: Studied = Studied()

    @property
    def brings_something(self) -> bool:
        """Whether there is anything in it for a learner who has the release before."""
        return bool(self.new or self.updated or self.withdrawn or any(msgspec.structs.astuple(self.studied)))


def export_anki(
    bank: Bank,
    exercises: tuple[Exercise, ...],
    options: AnkiOptions,
    *,
    previous: bytes | None = None,
    previous_name: str = "the previous deck",
    from_anki: bool = False,
    media: Mapping[str, bytes] | None = None,
) -> Release:
    """The next release of the bank's deck with *exercises* in it, after *previous* where there is one.

    That may be one that Anki itself has exported, if it may be *from_anki*. *media* are the pictures and
    sounds by file. Raises FileUnusable when *previous* is no deck of this bank, ExportRefused for those that
    are missing or that Anki does not show or play.
    """
    with without_search_for_cycles():
        before = Previous(manifest=Manifest(namespace=bank.namespace))
        if previous is not None:
            before = read_previous(previous, bank.namespace, previous_name, from_anki=from_anki)
        return _following(bank, exercises, options, previous, before, media or {})


def _following(
    bank: Bank,
    exercises: tuple[Exercise, ...],
    options: AnkiOptions,
    previous: bytes | None,
    before: Previous,
    media: Mapping[str, bytes],
) -> Release:
    media = harmless(media)
    read = to_read(bank, exercises)
    names = name_images(exercises, read, media) | name_sounds(exercises, media)
    own = {names[file]: data for file, data in media.items() if file in names}
    from_anki = before.exported
    overdue = any(note.mod >= options.released for note in before.notes.values())
    merge = Merge(bank, before, options.released)
    inventory = Inventory(pictures=bool(own or before.media or from_anki))
    notes = inventory.counted(merge.notes(exercises, read, names))
    held = list(_as_before(notes, merge))
    described = functools.partial(_settings, bank, options, merge, inventory, before.note_types)
    if previous is not None and not merge.touched and before.described == (described(), inventory.pictures):
        data = previous
    else:
        database = _database(itertools.chain(held, notes), described)
        data = pack(database, _media(inventory.pictures, own, before.media))
    lost = inventory.pictures - own.keys() - set(before.media)
    return _summed_up(data, merge, options.released, overdue=overdue, from_anki=from_anki, lost=len(lost))


def _as_before(notes: Iterator[Note], merge: Merge) -> Iterator[Note]:
    """*notes* up to the first that is not as it was, that one included."""
    for note in notes:
        yield note
        if merge.touched:
            return


def _settings(
    bank: Bank,
    options: AnkiOptions,
    merge: Merge,
    inventory: Inventory,
    before: dict[int, NoteType],
) -> Settings:
    """What describes the notes, once all have gone by."""
    root, names = merge.decks.root, merge.decks.names
    return settings(
        inventory,
        note_types(before),
        names,
        {root: description(bank, inventory.questions, inventory.lessons)},
        merge.manifest,
        preset_of(bank.namespace, names[root]) if options.preset else None,
    )


def _database(notes: Iterator[Note], described: Callable[[], Settings]) -> bytes:
    with contextlib.closing(Collection()) as collection:
        collection.add(notes)
        collection.settle(described())
        return collection.data()


def _media(names: set[str], own: Mapping[str, bytes], before: Mapping[str, bytes]) -> dict[str, bytes]:
    """The pictures and sounds of those *names*: our *own*, else those of the release before."""
    kept = names & before.keys() - own.keys()
    return {name: own[name] for name in names & own.keys()} | {name: before[name] for name in kept}


def _summed_up(
    data: bytes, merge: Merge, released: int, *, overdue: bool, from_anki: bool, lost: int
) -> Release:
    outcome, in_order = merge.outcome, merge.in_order
    return Release(
        data=data,
        deck=merge.decks.names[merge.decks.root],
        day=day_of(released),
        from_anki=from_anki,
        lost=lost,
        overdue=overdue,
        new=in_order(outcome.new),
        updated=in_order(outcome.updated),
        unchanged=in_order(outcome.unchanged),
        carried=in_order(outcome.carried),
        withdrawn=in_order(outcome.withdrawn),
        retyped=in_order(set(outcome.new) & outcome.withdrawn.keys()),
        renamed=_renamed(outcome.withdrawn, outcome.arrived),
        added=outcome.added,
        ceased=outcome.ceased,
        unheeded=merge.decks.unheeded,
        changed=outcome.changed,
        asked_before={id: note.listed for id, note in outcome.withdrawn.items()},
        studied=_studied(merge),
    )


def to_read(bank: Bank, exercises: Iterable[Exercise]) -> tuple[Chapter, ...]:
    """What there is to read before these *exercises*."""
    asked = {exercise.topic for exercise in exercises}
    return chapters(bank, (topic for topic in bank.topics if topic.id in asked))


def _studied(merge: Merge) -> Studied:
    titles, lessons = merge.titles, merge.lessons
    return Studied(
        new=tuple(titles[id] for id in lessons.new),
        updated=tuple(titles[id] for id in lessons.updated),
        withdrawn=tuple(note.listed for note in lessons.withdrawn.values()),
    )


def _renamed(withdrawn: Mapping[str, Note], new: Mapping[str, Note]) -> dict[str, str]:
    """By withdrawn question, the new one it may have become: of its family, for no card could follow else."""
    pairs: dict[str, str] = {}
    for family in FAMILIES:
        gone, come = (
            {id: wording(note) for id, note in notes.items() if note.family == family and id not in others}
            for notes, others in ((withdrawn, new), (new, withdrawn))
        )
        if gone and come:
            pairs |= likely_renamed(gone, come)
    return pairs
