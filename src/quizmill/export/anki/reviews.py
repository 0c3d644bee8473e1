"""What Anki's log of answers has of the decks that were made here, card by card.

Anki keeps when a card was answered, how (Again, Hard, Good, Easy) and for how long, and not what was asked:
the digest on the note is that of the wording since the day of its last release. An answer from before that
day was perhaps to another wording, and has no digest.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Annotated

import msgspec
from msgspec import Meta

from quizmill.bank.anki_archive import Connection, opened_collection, rows
from quizmill.export.anki import exported
from quizmill.export.anki.families import FAMILIES
from quizmill.export.anki.notes import Note
from quizmill.export.anki.previous import settings_in

EASES = ("", "again", "hard", "good", "easy")  # by their numbers
_LEARNT_FIRST = 0  # the kind of an entry: of a card that was new
_NAMESPACE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NO_ANSWER = (4, 5)  # kinds of entries: put off by hand, and scheduled anew
_OF_CARDS = f"""
    SELECT id, cid, ease, time, type FROM revlog
    WHERE ease > 0 AND type NOT IN {_NO_ANSWER}
    AND cid IN (SELECT id FROM cards WHERE nid IN (SELECT id FROM notes WHERE guid GLOB ?)) ORDER BY id
"""  # noqa: S608 - two numbers of ours


class CardReview(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An answer to a card: when (ms since 1970, UTC), how it went by the learner's own word, and how long."""

    answered: int
    namespace: str
    question: str  # its id as the note has it
    digest: str  # of the wording; empty where that is not known
    kind: str
    part: int  # which blank, pair or step of the question the card asks, from 1; 0 where it asks all of it
    ease: str  # one of EASES
    seconds: float  # Anki counts up to a limit of the deck's, a minute unless it says otherwise
    attempt: int  # of this card at this wording, from 1; from 2 where the first ones are not in the log


class _Entry(msgspec.Struct, array_like=True, gc=False):
    id: Annotated[int, Meta(ge=0, le=2**53)]
    card: int
    ease: Annotated[int, Meta(ge=1, le=4)]
    time: Annotated[int, Meta(ge=0)]
    kind: int


class _Asked(msgspec.Struct, frozen=True, gc=False):
    """What a card asks, and since when in these words (ms)."""

    question: str
    digest: str
    kind: str
    part: int
    since: int


def reviews(data: bytes, name: str, otherwise: str) -> list[CardReview]:
    """All answers to questions of ours in a collection, in their order; of other notes nothing is read.

    *name* is what messages call the file, and *otherwise* what they say to do. Raises FileUnusable for what
    is no collection.
    """
    with opened_collection(data, name, otherwise) as connection:
        found = [
            review for namespace in _namespaces(connection) for review in _reviews(connection, namespace)
        ]
    return sorted(found, key=lambda each: each.answered)


def _namespaces(connection: Connection) -> list[str]:
    """Those of the banks of whose notes there are any."""
    query = "SELECT DISTINCT substr(guid, 1, instr(guid, '.') - 1) FROM notes WHERE guid GLOB ?"
    found = {str(name) for family in FAMILIES for (name,) in connection.execute(query, (f"*.{family}.*",))}
    return sorted(name for name in found if _NAMESPACE.fullmatch(name))


def _reviews(connection: Connection, namespace: str) -> Iterator[CardReview]:
    _, notes = exported.read(connection, settings_in(connection), namespace)
    asked = {card.id: _asked(note, card.ordinal) for note in notes.values() for card in note.cards}
    met: Counter[tuple[int, str]] = Counter()
    begun: set[int] = set()
    for entry in rows(connection, _OF_CARDS, list[_Entry], f"{namespace}.*"):
        card = asked.get(entry.card)
        if card is None or not card.kind:  # withdrawn, or only to be read
            continue
        digest = card.digest if entry.id >= card.since else ""
        if entry.card not in begun:
            begun.add(entry.card)
            met[entry.card, digest] += entry.kind != _LEARNT_FIRST
        met[entry.card, digest] += 1
        yield CardReview(
            answered=entry.id,
            namespace=namespace,
            question=card.question,
            digest=digest,
            kind=card.kind,
            part=card.part,
            ease=EASES[entry.ease],
            seconds=entry.time / 1000,
            attempt=met[entry.card, digest],
        )


def _asked(note: Note, ordinal: int) -> _Asked:
    family = FAMILIES[note.family]
    fields: Mapping[str, str] = dict(zip(family.field_names, note.fields, strict=True))
    return _Asked(
        question=fields["Id"] or note.identity,
        digest=fields.get("Wording", ""),
        kind=fields.get("Kind", ""),
        part=ordinal + 1 if family.cloze else 0,
        since=_since(fields["Released"]),
    )


def _since(day: str) -> int:
    """The beginning of a day in ms; of what is none, the end of all days."""
    try:
        return int(datetime.datetime.fromisoformat(f"{day}T00:00+00:00").timestamp() * 1000)
    except ValueError:
        return 2**63
