"""The options a deck recommends: only when asked for, and the same ones in every release."""

import json

from anki_decks import NINE, bank_of, opened, release
from quizmill.export.anki.preset import preset_of


def dconf_and_decks(released):
    with opened(released.data) as db:
        return tuple(map(json.loads, db.execute("SELECT dconf, decks FROM col").fetchone()))


def test_a_deck_brings_no_options_unless_asked():
    presets, decks = dconf_and_decks(release(bank_of(*NINE)))

    assert list(presets) == ["1"]
    assert {deck["conf"] for deck in decks.values()} == {1}


def test_with_a_preset_all_of_the_banks_decks_use_it():
    presets, decks = dconf_and_decks(release(bank_of(*NINE), preset=True))
    (ours,) = (preset for id, preset in presets.items() if id != "1")

    assert (ours["name"], ours["desiredRetention"], ours["new"]["bury"]) == ("Tea and the sea", 0.9, True)
    assert {deck["name"]: deck["conf"] for deck in decks.values()} == {
        "Default": 1,
        "Tea and the sea": ours["id"],
        "Tea and the sea::Tea": ours["id"],
    }


def test_a_presets_id_is_made_from_the_namespace_and_never_changes():
    assert preset_of("tea-and-sea", "A")["id"] == preset_of("tea-and-sea", "B")["id"] == PRESET_ID
    assert preset_of("other", "A")["id"] != PRESET_ID


PRESET_ID = 1534761188503
