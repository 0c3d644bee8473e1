"""Which entries of a snapshot are shown: those a selection describes, drafts and broken ones among them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from quizmill.app.preview.snapshot import Shown, Snapshot, State
from quizmill.compose.selection import Selection, fitting
from quizmill.compose.traits import Traits
from quizmill.errors import BadRequest

Chosen = tuple[tuple[str, Shown], ...]


def chosen(snapshot: Snapshot, selection: Selection) -> tuple[Chosen, str]:
    """The entries by key, and why they are all there are where the selection asks for what is not there.

    Of what cannot be asked its topic, its id and its kind alone are known: nothing else keeps it out.
    """
    if selection == Selection(electives=True):
        return tuple(snapshot.entries.items()), ""
    unasked = {entry.id for entry in snapshot.entries.values() if entry.state is not State.SOUND}
    asked = replace(selection, ids=tuple(id for id in selection.ids if id not in unasked))
    try:
        fit = (
            {question.id for _, question in fitting(snapshot.bank, asked).asked}
            if _asks(asked, selection)
            else set()
        )
    except BadRequest as error:
        if not any(_may(entry, selection) for entry in snapshot.entries.values()):
            return tuple(snapshot.entries.items()), str(error)
        fit = set()
    return tuple(_those(snapshot, selection, fit)), ""


def _asks(asked: Selection, selection: Selection) -> bool:
    """Whether a sound question is meant: not where each id that is named is of one that is not."""
    return bool(asked.ids) or not selection.ids


def _those(snapshot: Snapshot, selection: Selection, fit: set[str]) -> Iterator[tuple[str, Shown]]:
    for key, entry in snapshot.entries.items():
        if entry.id in fit if entry.state is State.SOUND else _may(entry, selection):
            yield key, entry


def _may(entry: Shown, selection: Selection) -> bool:
    """Whether an entry that is not sound may be meant."""
    wanted, unwanted = _known(entry, selection), _known(entry, selection.without)
    return (
        entry.state is not State.SOUND
        and all(wanted)
        and not (any(unwanted) and selection.without != Traits())
    )


def _known(entry: Shown, traits: Traits) -> list[bool]:
    pairs = ((traits.topics, entry.topic), (traits.ids, entry.id), (traits.types, entry.kind))
    return [value in names for names, value in pairs if names]
