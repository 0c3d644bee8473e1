"""Small banks for the tests of Anki decks, their releases, and what stands in a deck's rows."""

from __future__ import annotations

import contextlib
import datetime
import io
import json
import sqlite3
import zipfile
from collections.abc import Mapping
from typing import Any

import msgspec

from quizmill.bank.model import (
    Bank,
    Cloze,
    Distractor,
    Essay,
    Fact,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    Point,
    Question,
    ShortAnswer,
    Source,
    Topic,
    TrueFalse,
)
from quizmill.compose.arrange import Arranger
from quizmill.compose.exercise import Exercise
from quizmill.export.anki.families import FAMILIES
from quizmill.export.anki.release import AnkiOptions, Release, export_anki

FIRST = 1795305600  # 2026-11-22
DAY = 86_400

PNG = b"\x89PNG\r\n\x1a\n IEND"  # all that a program needs to take it for a picture

SOURCE = Source(
    id="tea-book",
    title="A Short Book of Tea",
    facts=(Fact(id="leaf", paragraph=2, says="All true tea is from one plant.", as_of="1870", doubt="Why?"),),
)

NINE: tuple[Question, ...] = (
    MultipleChoice(
        id="plant",
        prompt="From which plant is *every* true tea made?",
        answer="Camellia sinensis",
        distractors=(Distractor(text="Camellia japonica", why="A garden cousin."), Distractor(text="Ilex")),
        explanation="One plant only.",
        facts=("tea-book/leaf",),
        hint="Think of the genus.",
        tags=("plants",),
    ),
    MultipleResponse(
        id="true-teas",
        prompt="Select the two true teas.",
        answers=("Oolong", "Pu-erh"),
        distractors=(Distractor(text="Rooibos"), Distractor(text="Mate")),
    ),
    TrueFalse(id="herbs", prompt="Peppermint tea is a true tea.", answer=False, correction="An infusion."),
    ShortAnswer(id="ship", prompt="Which clipper was it?", answer="Cutty Sark", accept=("The Cutty Sark",)),
    Numerical(id="cargo", prompt="How much was it worth?", answer="¥9,000", unit="yuan", tolerance="2%"),
    Cloze(id="year", text="In {{1869}} the {{Cutty Sark|The Cutty Sark}} was launched."),
    Matching(
        id="colours",
        prompt="Match each tea to its making.",
        pairs=(("Green tea", "heated"), ("Black tea", "oxidised"), ("White tea", "dried")),
        extra=("roasted",),
    ),
    Ordering(id="steps", prompt="Put in order.", sequence=("Pluck", "Wither", "Roll")),
    Essay(
        id="why", prompt="Why were fast ships dear?", points=(Point(point="First tea"), Point(point="Taste"))
    ),
)


def bank_of(*questions: Question, **fields: Any) -> Bank:
    """A bank with one topic, `tea`."""
    plain: dict[str, Any] = {"title": "Tea and the sea", "namespace": "tea-and-sea", "sources": (SOURCE,)}
    return Bank(**plain | {"topics": (Topic(id="tea", title="Tea", questions=questions),)} | fields)


def reworded(question: Question, **changes: Any) -> Question:
    """The question with other fields under the same id."""
    return msgspec.structs.replace(question, **changes)


def posed(bank: Bank, only: tuple[str, ...] | None = None) -> tuple[Exercise, ...]:
    """The bank's questions as they stand on notes; *only* these."""
    arranger = Arranger(bank, seed=0)
    return tuple(
        arranger.exercise(topic, question)
        for topic, question in bank.questions()
        if only is None or question.id in only
    )


def release(
    bank: Bank,
    *,
    day: int = 0,
    after: Release | None = None,
    only: tuple[str, ...] | None = None,
    media: Mapping[str, bytes] | None = None,
    preset: bool = False,
) -> Release:
    """The bank's deck as released *day* days after the first, following *after*; *only* these questions."""
    return export_anki(
        bank,
        posed(bank, only),
        AnkiOptions(released=FIRST + day * DAY, preset=preset),
        previous=after.data if after else None,
        previous_name="deck.apkg",
        media=media,
    )


class Stored(msgspec.Struct, frozen=True):
    """A note as it stands in the package's own rows."""

    id: int
    guid: str
    mod: int
    tags: tuple[str, ...]
    fields: dict[str, str]
    listed: str
    cards: tuple[tuple[int, int, str, int], ...]  # id, ordinal, deck's name, due


@contextlib.contextmanager
def opened(data: bytes):
    """The package's collection as a database."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive, contextlib.closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(archive.read("collection.anki2"))
        yield db


def stored(data: bytes) -> dict[str, Stored]:
    """Every note of the package by GUID."""
    types = {family.note_type: family for family in FAMILIES.values()}
    with opened(data) as db:
        decks = json.loads(db.execute("SELECT decks FROM col").fetchone()[0])
        cards: dict[int, list[tuple[int, int, str, int]]] = {}
        for id, note, ordinal, deck, due in db.execute(
            "SELECT id, nid, ord, did, due FROM cards ORDER BY nid, ord"
        ):
            cards.setdefault(note, []).append((id, ordinal, decks[str(deck)]["name"], due))
        rows = db.execute("SELECT id, guid, mid, mod, tags, flds, sfld FROM notes").fetchall()
    return {
        guid: Stored(
            id,
            guid,
            mod,
            tuple(tags.split()),
            dict(zip(types[mid].field_names, flds.split("\x1f"), strict=True)),
            str(sfld),
            tuple(cards.get(id, ())),
        )
        for id, guid, mid, mod, tags, flds, sfld in rows
    }


def note(released: Release, guid: str) -> Stored:
    """One note of the release; the namespace is left out of *guid*: `choice.plant`."""
    return stored(released.data)[f"tea-and-sea.{guid}"]


def date(seconds: int) -> str:
    """The day of a time in seconds."""
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date().isoformat()
