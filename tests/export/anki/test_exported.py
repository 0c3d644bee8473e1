"""What Anki has exported is read as the release it came from. What Anki really writes: tests/real."""

import contextlib
import hashlib
import io
import json
import zipfile

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from anki_decks import DAY, FIRST, NINE, bank_of, opened, posed, release, reworded, stored
from quizmill.bank import anki_archive as archive
from quizmill.bank.default import shipped_bank
from quizmill.bank.load import load_bank
from quizmill.bank.model import Cloze, Matching
from quizmill.errors import FileUnusable
from quizmill.export.anki.previous import ForeignDeck, read_previous
from quizmill.export.anki.release import AnkiOptions, export_anki

BANK = bank_of(*NINE)
DECK = release(BANK).data
FORMULA = Cloze(id="half", text=r"Half is {{\(\frac{1}{2}\)}}, *a* {{`pair` of **b**}} {{two\: 2}}.")
MARKED = Matching(id="signs", prompt="P", pairs=((r"**a** <\(x^2\)>", "`b`"), ("A & B", "c: d")))


def told_apart(*statements, collection="collection.anki2", of=DECK, **entries):
    """The deck without what only its release told, as Anki would export it, with SQL run on it."""
    with opened(of) as db:
        db.execute("UPDATE col SET conf = '{}'")
        for statement in statements:
            db.execute(statement)
        db.commit()
        data = db.serialize()
    compressed = collection == "collection.anki21b"
    packed = zstandard.compress(data) if compressed else data
    media = zstandard.compress(b"") if compressed else b"{}"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in ({collection: packed, "media": media} | entries).items():
            package.writestr(name, content)
    return buffer.getvalue()


def read(data):
    return read_previous(data, "tea-and-sea", "deck.apkg", from_anki=True)


def refusal(data):
    with pytest.raises(FileUnusable) as refused:
        read(data)
    return str(refused.value)


FORMS = pytest.mark.parametrize("form", ["anki2", "anki21", "anki21b"])


@FORMS
def test_the_next_release_goes_on_from_it_as_from_the_lost_one(form):
    data = told_apart(collection=f"collection.{form}")
    options = AnkiOptions(released=FIRST + 7 * DAY)
    found = export_anki(BANK, posed(BANK), options, previous=data, from_anki=True)

    assert stored(found.data) == stored(DECK)
    assert found.from_anki


@pytest.mark.parametrize("bank", [BANK, bank_of(FORMULA, MARKED), load_bank(shipped_bank()).bank])
def test_the_numbers_of_blanks_pairs_and_steps_are_read_from_the_notes(bank):
    deck = release(bank).data
    known = read_previous(deck, bank.namespace, "deck.apkg").manifest
    found = read_previous(told_apart(of=deck), bank.namespace, "deck.apkg", from_anki=True).manifest

    assert found.numbers == known.numbers
    assert found.decks == known.decks


def test_a_former_id_is_read_from_the_note():
    second = release(
        bank_of(reworded(NINE[3], id="clipper", formerly=("ship",))), day=1, after=release(bank_of(NINE[3]))
    )

    assert read(told_apart(of=second.data)).manifest.identities == {"clipper": "ship"}


def test_a_withdrawn_question_that_comes_back_has_its_blanks_in_order_again():
    both = bank_of(NINE[0], NINE[5])
    first = release(both)
    second = release(bank_of(NINE[0]), day=1, after=first)
    data = told_apart(of=second.data)
    options = AnkiOptions(released=FIRST + 7 * DAY)
    found = export_anki(both, posed(both), options, previous=data, from_anki=True)

    assert read(data).notes["tea-and-sea.cloze.year"].cards == ()
    assert found.updated == ("year",)
    ours, before = (stored(each.data)["tea-and-sea.cloze.year"] for each in (found, first))
    assert ours.fields["Text"] == before.fields["Text"]


@pytest.mark.parametrize(
    ("statement", "mod"),
    [
        ("UPDATE notes SET mod = mod + 3600", FIRST + 3600),
        ("UPDATE notes SET mod = mod + 86400 * 9", FIRST),
        ("UPDATE notes SET mod = mod + 3600, flds = replace(flds, '2026-11-22', 'soon')", FIRST + 3600),
    ],
    ids=["that day", "a later day", "no day"],
)
def test_a_note_is_of_the_day_that_it_names(statement, mod):
    assert {note.mod for note in read(told_apart(statement)).notes.values()} == {mod}


def test_only_the_banks_own_tags_and_notes_are_read():
    mine = "UPDATE notes SET tags = ' marked mine ' || tags"
    other = "UPDATE notes SET guid = 'other' WHERE guid LIKE '%.choice.%'"
    found = read(told_apart(mine, other))

    assert {tag.partition("::")[0] for note in found.notes.values() for tag in note.tags} == {"tea-and-sea"}
    assert len(found.notes) == 6


def test_a_card_in_a_filtered_deck_belongs_elsewhere():
    found = read(told_apart("UPDATE cards SET odid = did, did = 1"))

    assert sorted(found.manifest.decks.values()) == ["Tea and the sea", "Tea and the sea::Tea"]


def test_fields_that_a_learner_renamed_are_read_by_their_places():
    with opened(DECK) as db:
        models = json.loads(db.execute("SELECT models FROM col").fetchone()[0])
    for model in models.values():
        model["flds"][0]["name"] = "Question"
    renamed = json.dumps(models).replace("'", "''")

    assert read(told_apart(f"UPDATE col SET models = '{renamed}'")).notes == read(told_apart()).notes


NAME = f"quizmill-{hashlib.sha256(b'leaf').hexdigest()[:32]}.png"


def entry(name):
    """A file in the list of media, with the size that Anki notes too."""
    inner = b"\x0a" + bytes([len(name)]) + name.encode() + b"\x10\xac\x02"
    return b"\x0a" + bytes([len(inner)]) + inner


def test_pictures_come_out_of_what_anki_compresses():
    media = zstandard.compress(entry("notes.txt") + entry(NAME))
    data = told_apart(
        collection="collection.anki21b",
        media=media,
        **{"0": zstandard.compress(b"x"), "1": zstandard.compress(b"leaf")},
    )

    assert dict(read(data).media) == {NAME: b"leaf"}


DAMAGED = "deck.apkg: this deck is damaged ("


@pytest.mark.parametrize(
    "entries",
    [
        {"collection.anki21b": b"newer"},
        {"collection.anki21b": zstandard.compress(b"no database")},
        {"media": zstandard.compress(b"\x0d\x00\x00\x00\x00")},
        {"media": zstandard.compress(b"\x0a")},
        {"media": zstandard.compress(entry(NAME))},
        {"media": b"{}"},
    ],
)
def test_what_is_not_whole_is_refused(entries):
    data = told_apart(collection="collection.anki21b", **entries)

    assert refusal(data).startswith(DAMAGED)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE notes SET mid = 1",
        "UPDATE cards SET did = 5",
        "UPDATE notes SET mod = -5",
        "UPDATE notes SET flds = CAST(x'ff' AS TEXT)",
        "UPDATE col SET models = '{\"1\": {}}'",
        "UPDATE col SET models = '', decks = ''",
    ],
)
def test_a_collection_that_is_not_whole_is_refused(statement):
    assert refusal(told_apart(statement)).startswith(DAMAGED)


def test_a_bomb_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_COLLECTION", 2**20)
    data = told_apart(
        collection="collection.anki21b", **{"collection.anki21b": zstandard.compress(bytes(2**21))}
    )

    assert refusal(data) == (
        "deck.apkg: this deck is damaged (a file in it unpacks to more than 1 MB); choose another file, or "
        "begin anew with --fresh"
    )


def test_a_deck_of_another_bank_is_refused():
    with pytest.raises(ForeignDeck, match="this is an Anki deck, but not one that quizmill wrote"):
        read_previous(told_apart(), "other", "deck.apkg", from_anki=True)


EXPORT = told_apart(collection="collection.anki21b")


@given(st.integers(0, len(EXPORT) - 1), st.integers(0, 255))
@settings(max_examples=60)
def test_no_single_byte_brings_anything_but_a_refusal(place, value):
    with contextlib.suppress(FileUnusable):
        read(EXPORT[:place] + bytes([value]) + EXPORT[place + 1 :])
