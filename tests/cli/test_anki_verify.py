"""`quizmill anki-verify`: the real Anki's word on a deck."""

from __future__ import annotations

import io
import os
import zipfile

import pytest

from anki_decks import NINE, PNG, bank_of, opened, release, reworded
from commands import SOURCES
from quizmill.bank.model import Audio, Image
from recordings import MP3

pytest.importorskip("anki")

PICTURED = reworded(NINE[0], image=Image(file="a.png", alt="A leaf"))


def spoilt(data, *statements, media=True, picture=None):
    """The deck with SQL run on its collection; without its pictures, or another in the first one's place."""
    with opened(data) as db:
        for statement in statements:
            db.execute(statement)
        db.commit()
        entries = {"collection.anki2": db.serialize(), "media": b"{}"}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if media:
            entries |= {name: archive.read(name) for name in archive.namelist() if name not in entries}
            entries["media"] = archive.read("media")
    if picture is not None:
        entries["0"] = picture
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.fixture
def verify(quizmill, tmp_path):
    """Runs the command on a deck: exit code, the lines found, and what is said."""

    def run(data, **env):
        (tmp_path / "deck.apkg").write_bytes(data)
        done = quizmill("anki-verify", "deck.apkg", **env)
        return done.returncode, done.stdout.splitlines()[1:], done.stderr.strip()

    return run


def test_a_sound_deck_is_counted(quizmill, tmp_path):
    second = release(bank_of(*NINE[1:]), day=1, after=release(bank_of(*NINE)))
    (tmp_path / "deck.apkg").write_bytes(second.data)
    run = quizmill("anki-verify", "deck.apkg")

    assert run.returncode == 0
    assert run.stdout.startswith("deck.apkg: 9 notes, 13 cards, 1 withdrawn (Anki ")
    assert run.stderr == "nothing is wrong\n"


def test_a_note_without_a_card_is_found(verify):
    data = spoilt(release(bank_of(*NINE)).data, "DELETE FROM cards WHERE ord = 0 AND due = 3")

    assert verify(data) == (1, ["tea-and-sea.choice.herbs: this note has no card"], "1 fault")


def test_a_card_that_shows_nothing_is_found(verify):
    where = "WHERE guid LIKE '%.year'"
    empty = f"UPDATE notes SET flds = replace(flds, '{{{{c2::', '{{{{c1::') {where}"
    code, faults, said = verify(spoilt(release(bank_of(*NINE)).data, empty))

    assert (code, said) == (1, "1 fault")
    assert faults == ["tea-and-sea.cloze.year, card 2: its front is empty"]


def test_a_card_that_cannot_be_shown_is_found(verify):
    broken = "UPDATE col SET models = replace(models, '{{/Hint}}', '')"
    code, faults, _ = verify(spoilt(release(bank_of(NINE[0])).data, broken))

    assert code == 1
    assert faults[0].startswith("tea-and-sea.choice.plant, card 1: it cannot be shown (")


def test_a_picture_that_is_missing_is_found(verify):
    data = release(bank_of(PICTURED), media={"a.png": PNG}).data

    assert verify(data) == (0, [], "nothing is wrong")
    code, faults, _ = verify(spoilt(data, media=False))
    assert code == 1
    assert faults[0].startswith("quizmill-")
    assert faults[0].endswith(".png: this file is shown on a card and not in the deck")


@pytest.mark.parametrize(
    ("content", "flaw"),
    [(b"not a picture", "it is no picture, whatever its name says"), (b"", "it is empty")],
)
def test_a_picture_that_is_none_is_found(verify, content, flaw):
    data = release(bank_of(PICTURED), media={"a.png": PNG}).data
    code, faults, said = verify(spoilt(data, picture=content))

    assert (code, said) == (1, "1 fault")
    assert faults[0].startswith("quizmill-")
    assert faults[0].endswith(f".png: this picture cannot be shown: {flaw}")


def test_a_sound_that_is_none_is_found(verify):
    heard = reworded(NINE[0], audio=Audio(file="a.mp3", transcript="A rustle"))
    data = release(bank_of(heard), media={"a.mp3": MP3}).data

    assert verify(data) == (0, [], "nothing is wrong")
    code, faults, said = verify(spoilt(data, picture=b"not a sound"))
    assert (code, said) == (1, "1 fault")
    assert faults[0].endswith(".mp3: this sound cannot be played: it is no sound, whatever its name says")
    _, faults, _ = verify(spoilt(data, media=False))
    assert faults[0].endswith(".mp3: this file is shown on a card and not in the deck")


def test_a_deck_with_nothing_in_it_is_found(verify):
    data = spoilt(release(bank_of(NINE[0])).data, "DELETE FROM notes", "DELETE FROM cards")

    assert verify(data) == (1, ["there is nothing in it: this deck has no notes"], "1 fault")


def test_two_notes_of_one_identity_are_found(verify):
    twice = "UPDATE notes SET guid = 'tea-and-sea.choice.plant' WHERE guid LIKE '%.herbs'"
    code, faults, said = verify(spoilt(release(bank_of(*NINE)).data, twice))

    assert (code, said) == (1, "1 fault")
    assert faults == ["tea-and-sea.choice.plant: 2 notes have this GUID, and updates will reach only one"]


def test_what_anki_cannot_import_is_no_deck(verify, quizmill, tmp_path):
    assert verify(b"PK nonsense")[0] == 3
    missing = quizmill("anki-verify", "nowhere.apkg")
    assert (missing.returncode, missing.stderr) == (3, "quizmill: nowhere.apkg: there is no such file\n")


def test_without_the_package_one_is_told_what_to_install(quizmill, tmp_path):
    (tmp_path / "deck.apkg").write_bytes(release(bank_of(NINE[0])).data)
    hidden = tmp_path / "hidden"
    (hidden / "anki").mkdir(parents=True)
    (hidden / "anki/__init__.py").write_text("raise ImportError('hidden')")
    run = quizmill("anki-verify", "deck.apkg", PYTHONPATH=os.pathsep.join(map(str, [hidden, SOURCES])))

    assert (run.returncode, run.stdout) == (3, "")
    assert run.stderr == "quizmill: the real Anki is not installed: pip install 'quizmill[anki]'\n"


def test_a_folder_called_anki_does_not_stand_in_for_it(verify, tmp_path):
    (tmp_path / "anki").mkdir()
    (tmp_path / "anki/__init__.py").write_text("raise SystemExit('not this one')")

    assert verify(release(bank_of(NINE[0])).data)[0] == 0


def test_the_deck_is_left_as_it_was(verify, tmp_path):
    data = release(bank_of(*NINE)).data
    verify(data)

    assert (tmp_path / "deck.apkg").read_bytes() == data
    assert [path.name for path in tmp_path.iterdir()] == ["deck.apkg"]
