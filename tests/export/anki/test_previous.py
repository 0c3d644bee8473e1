"""The file that lies where the deck shall be: the release before, or something to be left alone."""

import contextlib
import hashlib
import io
import json
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anki_decks import NINE, bank_of, opened, release
from quizmill.bank import anki_archive as archive
from quizmill.errors import FileUnusable
from quizmill.export.anki.previous import ForeignDeck, read_previous

ELSE = "choose another file, or begin anew with --fresh"
DECK = release(bank_of(*NINE)).data


def read(data, namespace="tea-and-sea"):
    return read_previous(data, namespace, "deck.apkg")


def refusal(data, namespace="tea-and-sea"):
    with pytest.raises(FileUnusable) as refused:
        read(data, namespace)
    return str(refused.value)


def changed(*statements, **entries):
    """The deck with SQL run on its collection, or with other zip entries (None takes one out)."""
    with opened(DECK) as db:
        for statement, *values in statements:
            db.execute(statement, values)
        db.commit()
        collection = db.serialize()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, data in ({"collection.anki2": collection, "media": b"{}"} | entries).items():
            if data is not None:
                package.writestr(name, data)
    return buffer.getvalue()


def test_a_deck_of_ours_is_read():
    assert len(read(DECK).notes) == 9
    assert read(changed()).notes == read(DECK).notes


def test_a_deck_of_another_bank_is_refused():
    assert refusal(DECK, "other") == (
        'deck.apkg: this is the deck of another bank, "tea-and-sea", not of "other"; choose another file'
    )


@pytest.mark.parametrize("data", [b"", b"hello", DECK[:2000]])
def test_what_is_no_deck_is_refused(data):
    assert refusal(data) == "deck.apkg: this is not an Anki deck; choose another file"


def test_another_zip_is_refused():
    assert refusal(changed(**{"collection.anki2": None})) == (
        f"deck.apkg: there is no collection of Anki in it; {ELSE}"
    )


def test_a_deck_of_someone_else_is_refused():
    strange = changed(("UPDATE col SET conf = '{}'",), ("UPDATE notes SET guid = 'tea-and-sea-' || id",))

    assert refusal(strange) == (
        "deck.apkg: this is an Anki deck, but not one that quizmill wrote; choose another file"
    )


@pytest.mark.parametrize(
    "data",
    [
        changed(("UPDATE col SET conf = '{}'",)),
        changed(**{"collection.anki21": b"newer"}),
        changed(**{"collection.anki21b": b"newer"}),
    ],
    ids=["anki2", "anki21", "anki21b"],
)
def test_what_anki_itself_has_exported_is_not_gone_on_from_by_mistake(data):
    """The collection under the old name then only asks the reader for a newer Anki."""
    with pytest.raises(ForeignDeck) as refused:
        read(data)
    assert str(refused.value) == (
        "deck.apkg: Anki itself has exported this deck, and it would be lost; write to another file, and go "
        "on from this one with --previous"
    )


@pytest.mark.parametrize("form", [1, 3])
def test_a_deck_of_another_bank_is_told_whichever_quizmill_wrote_it(form):
    conf = json.dumps({"quizmill": {"format": form, "namespace": "tea-and-sea"}})

    with pytest.raises(ForeignDeck, match="this is the deck of another bank"):
        read(changed(("UPDATE col SET conf = ?", conf)), "other")


def test_a_deck_of_the_future_is_left_alone():
    conf = json.dumps({"quizmill": {"format": 3, "namespace": "tea-and-sea"}})

    assert refusal(changed(("UPDATE col SET conf = ?", conf))) == (
        "deck.apkg: a newer quizmill wrote this deck; update quizmill"
    )


def test_a_deck_from_before_the_first_release_is_told_apart_from_a_damaged_one():
    conf = json.dumps({"quizmill": {"format": 1, "namespace": "tea-and-sea"}})

    assert refusal(changed(("UPDATE col SET conf = ?", conf))) == (
        f"deck.apkg: this deck is from before the first release, when notes had fewer fields; {ELSE}: who "
        'has the old one imports the new one once with "Merge note types" and notes updated always'
    )


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE notes",
        "DROP TABLE cards",
        "DELETE FROM col",
        "DELETE FROM notes WHERE id = (SELECT min(id) FROM notes)",
        "UPDATE notes SET guid = 'tea-and-sea.choice.plant'",
        "UPDATE notes SET guid = 'other.choice.plant' WHERE guid = 'tea-and-sea.choice.plant'",
        "UPDATE notes SET flds = 'one'",
        "UPDATE notes SET mid = 1",
        "UPDATE notes SET mod = 'soon'",
        "UPDATE notes SET mod = 1000000000000000000",
        "UPDATE notes SET mod = -5",
        "UPDATE cards SET id = -id",
        "UPDATE notes SET flds = CAST(x'ff' AS TEXT)",
        "UPDATE cards SET did = 5",
        "UPDATE col SET conf = '[]'",
        "UPDATE col SET conf = '{'",
        """UPDATE col SET conf = '{"quizmill": {"format": 2, "namespace": "\\ud800"}}'""",
        "UPDATE col SET conf = '" + "[" * 100_000 + "'",
        "UPDATE col SET models = '{\"1\": {}}'",
        "UPDATE col SET models = 7",
        "CREATE VIEW more AS SELECT 1",
        "ALTER TABLE notes ADD COLUMN more GENERATED ALWAYS AS (zeroblob(100000000))",
        "CREATE VIRTUAL TABLE more USING fts5(x)",
        "CREATE TRIGGER more AFTER INSERT ON notes BEGIN DELETE FROM notes; END",
    ],
)
def test_a_collection_that_is_not_whole_is_refused(statement):
    message = refusal(changed((statement,)))

    assert message.startswith("deck.apkg: this deck is damaged (")
    assert message.endswith(f"); {ELSE}")


def test_a_zip_that_is_not_whole_is_refused():
    middle = len(DECK) // 2
    spoilt = DECK[:middle] + bytes(64) + DECK[middle + 64 :]

    assert refusal(spoilt).startswith("deck.apkg: this deck is damaged (")
    assert refusal(changed(media=None)).startswith("deck.apkg: this deck is damaged (")
    assert refusal(changed(media=b'{"0": "a"}')).startswith("deck.apkg: this deck is damaged (")
    assert refusal(changed(**{"collection.anki2": b"no database"})).startswith("deck.apkg: this deck is dam")


def test_a_zip_bomb_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(archive, "LARGEST", 2**20)

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("collection.anki2", bytes(2**20 + 1))
    assert refusal(buffer.getvalue()) == f"deck.apkg: this deck unpacks to more than 1 MB; {ELSE}"


@pytest.mark.parametrize("name", ["collection.anki2", "0"])
def test_no_file_in_it_may_be_larger_than_the_notes_of_the_largest_deck(monkeypatch, name):
    monkeypatch.setattr(archive, "LARGEST_COLLECTION", 2**20)

    assert refusal(changed(**{name: bytes(2**20 + 1)})) == (
        f"deck.apkg: a file in this deck unpacks to more than 1 MB; {ELSE}"
    )


def test_no_text_in_it_may_be_longer_than_any_of_ours(monkeypatch):
    monkeypatch.setattr(archive, "_LONGEST", 100_000)

    assert refusal(changed(("UPDATE notes SET tags = hex(zeroblob(50001))",))) == (
        f"deck.apkg: this deck is damaged (string or blob too big); {ELSE}"
    )


def test_a_database_that_uses_a_page_twice_is_refused():
    """Else ten thousand notes could share one long text, and unpack to ten thousand times the file."""
    with opened(DECK) as db:
        db.execute("UPDATE notes SET flds = flds || ?", ("x" * 60_000,))
        db.commit()
        collection = bytearray(db.serialize())
        page = db.execute("PRAGMA page_size").fetchone()[0]
    chains = [
        place
        for place in range(0, len(collection), page)
        if collection[place + 4 : place + 104] == b"x" * 100
    ]
    collection[chains[0] : chains[0] + 4] = collection[chains[1] : chains[1] + 4]

    message = refusal(changed(**{"collection.anki2": bytes(collection)}))
    assert message.startswith("deck.apkg: this deck is damaged (its database is spoilt: ")


def test_pictures_are_unpacked_only_when_they_are_asked_for():
    name = f"quizmill-{hashlib.sha256(b'leaf').hexdigest()[:32]}.png"
    media = json.dumps({"0": name, "1": "notes.txt"}).encode()
    found = read(changed(media=media, **{"0": b"leaf", "1": b"x"})).media

    assert list(found) == [name]
    assert found[name] == b"leaf"
    with pytest.raises(FileUnusable) as refused:
        read(changed(media=media, **{"0": b"root", "1": b"x"})).media[name]
    assert (
        str(refused.value) == f"deck.apkg: this deck is damaged (the picture {name} is another one); {ELSE}"
    )


@given(st.integers(0, len(DECK) - 1), st.integers(0, 255))
@settings(max_examples=60)
def test_no_single_byte_brings_anything_but_a_refusal(place, value):
    with contextlib.suppress(FileUnusable):
        read(DECK[:place] + bytes([value]) + DECK[place + 1 :])
