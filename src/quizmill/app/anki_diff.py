"""What a learner or curator edited in Anki, beside a bank: what `quizmill anki --diff` shows and takes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import msgspec

from quizmill.app.anki_accept import Acceptance, EditRefused
from quizmill.app.anki_collection import OTHERWISE, read_collection
from quizmill.app.anki_edits import Difference, Edited, EditsFound, Whose, compare
from quizmill.app.deck import posed
from quizmill.app.deck_place import read
from quizmill.app.pictures import pictures, pictures_of_lessons
from quizmill.app.sounds import sounds
from quizmill.bank.load import LoadedBank
from quizmill.compose.paper import compose
from quizmill.compose.selection import Selection, choose
from quizmill.errors import BadRequest
from quizmill.export.anki.collected import given, read_collected
from quizmill.export.anki.previous import Previous, read_previous
from quizmill.export.anki.release import to_read

TAKEN = (Whose.EDITED, Whose.BOTH, Whose.UNSURE)  # what may be taken if it is named


class Diff(msgspec.Struct, frozen=True, kw_only=True):
    """A comparison, and the bank's files in which what is accepted of it is taken."""

    compared: EditsFound
    acceptance: Acceptance
    reasons: dict[tuple[str, str], str]  # by note and field, why an edit cannot be taken

    def reason(self, note: Edited, difference: Difference) -> str:
        """Why an edit cannot be taken; nothing where it can."""
        return self.reasons.get((note.guid, difference.field), "")


def diff_collection(
    loaded: LoadedBank, collection: Path, releases: Sequence[Path], only: Collection[str]
) -> Diff:
    """The notes of the bank in a collection beside the bank; *releases* are decks it was given out by.

    What differs is told of those questions *only*, and of topics with such ids.

    Raises FileUnusable for a collection that cannot be read or has no note of the bank, and for a deck that
    is none of its releases.
    """
    bank = loaded.bank
    collected = read_collected(read_collection(collection), str(collection), bank.namespace, OTHERWISE)
    before = [read_previous(read(path), bank.namespace, str(path), from_anki=True) for path in releases]
    newest = max(before, key=_latest, default=None)
    start = newest or Previous(manifest=collected.manifest, notes=collected.notes)
    selection = Selection(order="bank", electives=True)
    exercises = posed(bank, compose(bank, choose(bank, selection, seed=0).questions, seed=0, order="bank"))
    media = (
        pictures(loaded.folder, exercises)
        | pictures_of_lessons(loaded.folder, to_read(bank, exercises))
        | sounds(loaded.folder, exercises)
    )
    latest = max(note.mod for note in start.notes.values())
    now = given(bank, exercises, start, media, latest + 1)
    asked = {question.id for _, question in bank.questions()}
    compared = compare(collected, now, before, kept=loaded.origins.questions.keys() - asked)
    differing = tuple(note for note in compared.differing if note.id in only)
    compared = msgspec.structs.replace(compared, differing=differing)
    acceptance = Acceptance(loaded, now)
    reasons = {
        (note.guid, each.field): reason
        for note in compared.differing
        for each in note.of(*TAKEN)
        if (reason := acceptance.reason(note, each))
    }
    return Diff(compared=compared, acceptance=acceptance, reasons=reasons)


def accept_all(diff: Diff) -> list[tuple[str, str]]:
    """Take every edit that was made in Anki alone and that can be taken; the ids and fields of these."""
    return [
        (note.id, each.field)
        for note in diff.compared.differing
        for each in note.of(Whose.EDITED)
        if not diff.reason(note, each) and accept(diff, note, each) is None
    ]


def accept(diff: Diff, note: Edited, difference: Difference) -> str | None:
    """Take one edit; why it was not, where another that was taken stands in its way."""
    try:
        diff.acceptance.take(note, difference)
    except EditRefused as refused:
        return str(refused)
    return None


def accept_named(diff: Diff, names: Iterable[str]) -> list[tuple[str, str]]:
    """Take the edits of `ID` or `ID.field`; those of an id alone are all of them that can be taken.

    Raises BadRequest for a name that no edit has, and for a field that cannot be taken.
    """
    taken: list[tuple[str, str]] = []
    for name in names:
        id, _, field = name.partition(".")
        notes = [note for note in diff.compared.differing if note.id == id]
        found = [(note, each) for note in notes for each in note.of(*TAKEN) if field in ("", each.field)]
        if not found:
            raise BadRequest(f"--accept: {_nothing(diff, notes, id, field)}")
        for note, each in found:
            reason = diff.reason(note, each) or accept(diff, note, each)
            if reason and field:
                raise BadRequest(f"--accept: {name} cannot be taken: {reason}")
            taken += [] if reason else [(id, each.field)]
        if not taken:
            raise BadRequest(f"--accept: nothing of {name} can be taken; without --accept it is told why")
    return taken


def _nothing(diff: Diff, notes: Sequence[Edited], id: str, field: str) -> str:
    fields = [each.field for note in notes for each in note.of(*TAKEN)]
    if field and fields:
        return f'"{field}" of {id} was not edited; edited are {", ".join(fields)}'
    edited = [note.id for note in diff.compared.differing if note.of(*TAKEN)]
    listed = f"; edited are {', '.join(edited)}" if 0 < len(edited) <= 10 else ""
    return f"nothing of {id} was edited in Anki{listed}"


def _latest(release: Previous) -> int:
    return max((note.mod for note in release.notes.values()), default=0)
