"""What `quizmill anki --diff` shows, asks, and writes."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
import msgspec

from quizmill.app.anki_diff import TAKEN, Diff, accept, accept_all, accept_named, diff_collection
from quizmill.app.anki_edits import Difference, Edited, Whose
from quizmill.app.deck_place import named
from quizmill.app.opening import open_for_reading
from quizmill.app.talk import count
from quizmill.cli.options import Wanted
from quizmill.export.publish import publish
from quizmill.faces.plain.terminal import Screen, Tone, complain, rows_screen

_SHARED = {
    Whose.BOTH: "the bank has changed it too since that release",
    Whose.UNSURE: "in Anki, or in the bank since: the release it came with is not at hand (--previous)",
}
_FEW = 10  # ids listed in a line
_CHOICES = click.Choice(["y", "n", "q"])

Names = list[tuple[str, str]]


def show_diff(
    folder: Path,
    wanted: Wanted,
    collection: Path,
    decks: tuple[Path | None, Path | None],
    accepted: Sequence[str],
    form: str,
    *,
    everything: bool,
) -> None:
    """Show what of the questions *wanted* of a bank was edited in a collection; write what is accepted of it.

    *accepted* are ids, or ids with a field behind a dot; *everything* is all that can be taken. At a terminal
    it is asked, edit by edit, where neither is given. *decks* are those that the bank was given out by: the
    last one, by default called as the bank and passed by if it is not there, and the one before it.
    """
    loaded = open_for_reading(folder, complain)
    last, before = decks
    usual = named(None, loaded.bank.namespace, ".apkg")
    last = last or (usual if usual.exists() else None)
    releases = [path for path in (last, before) if path]
    chosen = {question.id for _, question in wanted.questions(loaded.bank)[0]}
    diff = diff_collection(loaded, collection, releases, chosen | {topic.id for topic in loaded.bank.topics})
    taken = accept_named(diff, accepted) + (accept_all(diff) if everything else [])
    if form == "json":
        sys.stdout.buffer.write(as_json(diff, collection, releases, taken))
    else:
        asks = not (accepted or everything) and sys.stdin.isatty() and sys.stdout.isatty()
        taken += _shown(diff, rows_screen(), asks=asks)
        _summed_up(diff, releases, taken)
    files = diff.acceptance.files()
    publish(files)
    if files:
        complain(f"took {count(len(set(taken)), 'edit')}; `quizmill check --bank {folder}` looks them over")
        for path in files:
            complain(f"changed: {path}")


def as_json(diff: Diff, collection: Path, releases: Sequence[Path], taken: Names) -> bytes:
    """The whole comparison."""
    notes = [
        {
            "id": note.id,
            "guid": note.guid,
            "fields": [_field(diff, note, each, taken) for each in note.fields],
            "not_taken": note.told,
        }
        for note in diff.compared.differing
    ]
    whole = {
        "version": 1,
        "collection": str(collection),
        "releases": list(map(str, releases)),
        "notes": diff.compared.notes,
        "differing": notes,
        "withdrawn": diff.compared.withdrawn,
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def _field(diff: Diff, note: Edited, each: Difference, taken: Names) -> dict[str, Any]:
    reason = diff.reason(note, each)
    return {
        **msgspec.to_builtins(each),
        "can_be_taken": each.state in TAKEN and not reason,
        "reason": reason,
        "taken": (note.id, each.field) in taken,
    }


def _shown(diff: Diff, screen: Screen, *, asks: bool) -> Names:
    """Show every edit; what was taken of those that were asked for."""
    taken: Names = []
    for note in diff.compared.differing:
        edits = note.of(*TAKEN)
        if edits or note.told:
            screen.say(note.id, tone=Tone.HEADING)
        for each in edits:
            _say(diff, note, each, screen)
            if asks and not diff.reason(note, each):
                answer = click.prompt("  take it into the bank?", type=_CHOICES, default="n")
                if answer == "y" and not (reason := accept(diff, note, each)):
                    taken.append((note.id, each.field))
                elif answer == "y":
                    screen.say(f"not taken: {reason}", indent=4)
                asks = answer != "q"
        for sentence in note.told:
            screen.say(sentence, label="note: ", indent=2)
        if edits or note.told:
            screen.say()
    return taken


def _say(diff: Diff, note: Edited, each: Difference, screen: Screen) -> None:
    shared = f" ({_SHARED[each.state]})" if each.state in _SHARED else ""
    screen.say(f"{each.field}{shared}", indent=2)
    ours, theirs = _lines(each.bank), _lines(each.anki)
    for line in [line for line in ours if line not in theirs]:
        screen.say(line, label="- ", indent=4, tone=Tone.BAD)
    for line in [line for line in theirs if line not in ours]:
        screen.say(line, label="+ ", indent=4, tone=Tone.GOOD)
    for remark in each.remarks:
        screen.say(remark.partition(": ")[2], label="note: ", indent=4)
    if reason := diff.reason(note, each):
        screen.say(reason, label="cannot be taken: ", indent=4)


def _lines(value: Any) -> list[str]:
    """A field, an entry a line."""
    if isinstance(value, list):
        return [" – ".join(_lines(each)) for each in value]
    if isinstance(value, Mapping):
        return [" – ".join(str(each) for each in value.values())]
    if value is None:
        return []
    return (str(value).lower() if isinstance(value, bool) else str(value)).splitlines()


def _summed_up(diff: Diff, releases: Sequence[Path], taken: Names) -> None:
    compared = diff.compared
    edited = [each for note in compared.differing for each in note.of(*TAKEN)]
    behind = [note.id for note in compared.differing if note.of(Whose.BEHIND)]
    complain(f"{count(compared.notes, 'note')} of this bank, {count(len(edited), 'field')} edited")
    if behind:
        complain(f"note: {_behind(behind)}")
    if compared.withdrawn:
        complain(f"note: in Anki still, and in the bank no more: {', '.join(compared.withdrawn)}")
    if not releases:
        complain(
            "note: without the deck that was released (-o or --previous) only dates tell what was edited"
        )
    if edited and not taken:
        complain("note: --accept ID.FIELD takes one edit into the bank, --accept-all what Anki alone changed")


def _behind(ids: Sequence[str]) -> str:
    them = "1 note is" if len(ids) == 1 else f"{len(ids)} notes are"
    return f"{them} of an older release, or the bank has changed since: {', '.join(_some(ids))}"


def _some(ids: Sequence[str]) -> Iterator[str]:
    yield from ids[:_FEW]
    if len(ids) > _FEW:
        yield f"and {len(ids) - _FEW} more"
