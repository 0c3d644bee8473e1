"""Where a deck is written: its name, the release before it, and the kinds of files that go there."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from quizmill.bank.anki_archive import COLLECTION, LARGEST
from quizmill.errors import BadRequest, FileUnusable
from quizmill.export.anki.changelog import BEGINNING
from quizmill.export.anki.plain_text import HEADER
from quizmill.export.anki.previous import ForeignDeck, read_previous
from quizmill.export.publish import Kind


def named(asked: Path | None, namespace: str, *suffixes: str) -> Path:
    """The file to write, by default called as the bank. It ends in one of *suffixes*: Anki goes by that.

    A file that is there already keeps its name.
    """
    if asked is None:
        return Path(f"{namespace}{suffixes[0]}")
    if asked.name.lower().endswith(suffixes) or asked.exists():
        return asked
    return asked.with_name(f"{asked.name.rstrip('.')}{suffixes[0]}")


def release_before(output: Path, previous: Path | None, namespace: str, *, fresh: bool) -> Path | None:
    """The deck that the next release at *output* goes on from, if any.

    Raises BadRequest when *previous* and *fresh* contradict each other, FileUnusable when the release would
    be written over a deck of another bank than *namespace*; what is wrong with one of its own *fresh* mends.
    """
    if fresh and previous:
        raise BadRequest("--fresh begins anew and --previous goes on; give one of them")
    if fresh:
        _refuse_foreign(output, namespace)
        return None
    if previous is None:
        return output if output.exists() else None
    if output.exists() and not same_file(output, previous):
        read_previous(read(output), namespace, str(output))
    return previous


def _refuse_foreign(output: Path, namespace: str) -> None:
    if holds_something(output):
        try:
            read_previous(read(output), namespace, str(output))
        except ForeignDeck:
            raise
        except FileUnusable:
            return  # of this bank and damaged or from before, or no deck: its kind tells


def read(path: Path) -> bytes:
    """The bytes of the deck or list at *path*; raises FileUnusable when it cannot be read."""
    if path.exists() and not path.is_file():
        raise FileUnusable(str(path), "this is a folder or a device; name a file")
    try:
        if path.stat().st_size > LARGEST:
            raise FileUnusable(str(path), f"this is larger than {LARGEST // 2**20} MB, as no deck may be")
        return path.read_bytes()
    except OSError as error:
        raise FileUnusable(str(path), f"it cannot be read ({error.strerror})") from error


def page_before(changes: Path) -> str:
    """The list of changes that is at *changes*; nothing where there is none. Raises as `read`."""
    return read(changes).decode(errors="replace") if changes.exists() else ""


def refuse_one_for_both(changes: Path, output: Path, previous: Path | None) -> None:
    """Raise BadRequest when the list of changes and a deck are one file."""
    for option, deck in (("-o", output), ("--previous", previous)):
        if deck and same_file(changes, deck):
            raise BadRequest(f"{option} and --changelog both name {deck}; write the changes to another file")


def holds_something(path: Path) -> bool:
    """Whether there is a file at *path* with anything in it."""
    return path.is_file() and path.stat().st_size > 0


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, through links and in whatever spelling."""
    if one.exists() and other.exists():
        return one.samefile(other)
    return one.resolve() == other.resolve()


def _is_deck(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            # newer Ankis write .anki21 and .anki21b
            return any(name.startswith(COLLECTION) for name in archive.namelist())
    except zipfile.BadZipFile:
        return False


def _notes_missed(old: bytes, new: bytes) -> str:
    """Notes that only the old table has: of another bank, or of one's own."""
    if _guids(old) <= _guids(new):
        return ""
    return "this table has notes that are not in the new one; choose another name"


def _guids(table: bytes) -> set[bytes]:
    return {line.partition(b"\t")[0] for line in table.splitlines()} - set(HEADER.encode().splitlines())


DECK = Kind("Anki deck", _is_deck)
DECK_TABLE = Kind("table for Anki", lambda data: data.startswith(HEADER.encode()), _notes_missed)
CHANGES = Kind("list of a release's changes", lambda data: bool(BEGINNING.match(data)))
