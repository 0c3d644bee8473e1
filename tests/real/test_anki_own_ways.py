"""What an import makes of a learner's own ways with a deck: each sentence of docs/how-to/anki.md, in Anki."""

import re

import pytest

from anki_decks import DAY, FIRST, NINE, bank_of, release, reworded
from quizmill.export.anki.description import description
from quizmill.words import words_in

pytest.importorskip("anki")

from anki import lang

from anki_learner import Learner

ALWAYS = 1  # of "Update notes"
PLANT = NINE[0]
BANK = bank_of(*NINE)
REWORDED = bank_of(reworded(PLANT, prompt="Which?"), *NINE[1:])


@pytest.fixture
def learner(tmp_path):
    learner = Learner(tmp_path)
    learner.imports(release(BANK))
    learner.answers("plant")
    yield learner
    learner.col.close()


def corrected(day=7):
    return release(REWORDED, day=day, after=release(BANK))


def decks(learner):
    return sorted(deck.name for deck in learner.col.decks.all_names_and_ids(skip_empty_default=True))


@pytest.mark.parametrize("tagged", [False, True], ids=["edited", "tagged"])
def test_a_correction_misses_a_note_that_was_touched_since_the_release_until_notes_are_updated_always(
    learner, tagged
):
    own = {"tag": "mine"} if tagged else {"Explanation": "My own words."}
    learner.edits("plant", at=FIRST + 7 * DAY + 3600, **own)

    assert learner.imports(corrected()) == {"duplicate": 9}
    assert learner.note("plant")["Prompt"] != "Which?"
    assert learner.imports(corrected(), update_notes=ALWAYS) == {"updated": 1, "duplicate": 8}
    assert learner.note("plant")["Prompt"] == "Which?"
    assert learner.note("plant")["Explanation"] == "One plant only."
    assert "mine" not in learner.note("plant").tags
    assert learner.note("plant").cards()[0].reps == 1


def test_a_question_that_changed_comes_as_released_and_what_is_of_cards_stays(learner):
    learner.edits("plant", tag="marked", Hint="My own hint.")
    learner.edits("ship", tag="marked", Hint="My own hint.")
    (card,) = learner.note("plant").cards()
    learner.col.set_user_flag_for_cards(3, [card.id])
    learner.imports(corrected())

    plant, ship = learner.note("plant"), learner.note("ship")
    assert (plant["Hint"], "marked" in plant.tags) == ("Think of the genus.", False)
    assert (ship["Hint"], "marked" in ship.tags) == ("My own hint.", True)
    assert (plant.cards()[0].flags, plant.cards()[0].reps) == (3, 1)


def test_a_note_of_ones_own_is_never_touched(learner):
    note = learner.col.new_note(learner.col.models.by_name("Basic"))
    note["Front"] = "My own hint."
    learner.col.add_note(note, learner.col.decks.id("Tea and the sea::Tea"))
    learner.imports(corrected(), update_notes=ALWAYS)

    assert learner.col.get_note(note.id)["Front"] == "My own hint."


def adds_a_field(learner):
    """To the type of three notes, with something in it on two of them."""
    models = learner.col.models
    choice = models.by_name("quizmill choice")
    models.add_field(choice, models.new_field("Mine"))
    models.update_dict(choice)
    for question in ("plant", "herbs"):
        learner.edits(question, Mine="My own hint.")


def removes_a_field(learner):
    models = learner.col.models
    choice = models.by_name("quizmill choice")
    models.remove_field(choice, choice["flds"][-1])
    models.update_dict(choice)


@pytest.mark.parametrize(
    ("change", "then"),
    [(adds_a_field, {"duplicate": 6, "conflicting": 3}), (removes_a_field, {"updated": 1, "duplicate": 8})],
)
def test_who_changes_a_note_types_fields_gets_no_updates_until_note_types_are_merged(learner, change, then):
    """Once, where a field is gone; at each release, where there is one more."""
    change(learner)
    second = corrected()

    assert learner.imports(second) == {"duplicate": 6, "conflicting": 3}
    assert learner.col.models.by_name("quizmill choice+")
    assert learner.note("plant")["Prompt"] != "Which?"
    merged = learner.imports(second, merge_notetypes=True, update_notes=ALWAYS)
    assert merged == {"updated": 3, "duplicate": 6}
    assert learner.note("plant")["Prompt"] == "Which?"
    assert learner.note("plant").cards()[0].reps == 1
    third = release(bank_of(reworded(PLANT, prompt="What?"), *NINE[1:]), day=20_000, after=second)
    assert learner.imports(third) == then


def test_a_field_of_ones_own_is_emptied_with_the_update(learner):
    """So it is no place for notes of one's own."""
    adds_a_field(learner)
    far = release(REWORDED, day=20_000, after=release(BANK))

    assert learner.imports(far, merge_notetypes=True) == {"updated": 1, "duplicate": 8}
    assert (learner.note("plant")["Mine"], learner.note("herbs")["Mine"]) == ("", "My own hint.")


@pytest.mark.parametrize("name", ["Drinks", "Drinks::Tea and the sea"])
def test_a_root_deck_of_another_name_gets_a_second_one_beside_it(learner, name):
    learner.col.decks.rename(learner.col.decks.id("Tea and the sea"), name)
    learner.imports(corrected())

    assert {name, f"{name}::Tea", "Tea and the sea", "Tea and the sea::Tea"} <= set(decks(learner))


def test_and_none_where_it_has_its_name_again(learner):
    root = learner.col.decks.id("Tea and the sea")
    for name in ("Drinks", "Tea and the sea"):
        learner.col.decks.rename(root, name)
    learner.imports(corrected())

    assert decks(learner) == ["Tea and the sea", "Tea and the sea::Tea"]


def test_a_push_of_recommended_options_would_put_the_learners_own_back(learner):
    recommending = release(BANK, preset=True)
    learner.imports(recommending, with_deck_configs=True)
    root = learner.col.decks.by_name("Tea and the sea")
    mine = learner.col.decks.add_config_returning_id("Mine")
    learner.col.decks.set_config_id_for_deck_dict(root, mine)
    learner.imports(recommending, with_deck_configs=True)

    assert learner.col.decks.by_name("Tea and the sea")["conf"] != mine


def called(name):
    """A name in Anki's menus without the sign of its key, and what stands behind it."""
    return re.sub(r"\(&\w\)|&|\s*(\.\.\.|…|:)$", "", name)


@pytest.fixture
def anki_in():
    yield lambda code: (lang.set_lang(code), lang.tr_legacyglobal)[1]
    lang.set_lang("en")


@pytest.mark.parametrize(
    ("code", "ankis"), [("en", "en"), ("de", "de"), ("es", "es"), ("fr", "fr"), ("zh", "zh-CN")]
)
def test_a_deck_names_menus_and_buttons_as_anki_does_in_that_language(code, ankis, anki_in):
    tr = anki_in(ankis)
    update, always = called(tr.importing_update_notes()), tr.importing_update_always()
    colon = words_in(code)("list.explained", first="", second="")

    said = description(bank_of(*NINE, language=code), 9, lessons=1)

    for name in (
        f"{called(tr.qt_accel_file())} › {called(tr.qt_accel_import())}",
        f"{update}{colon}{tr.importing_update_if_newer()}",
        f"{update}{colon}{always}",
        f"{called(tr.qt_accel_tools())} › {called(tr.qt_misc_empty_cards())}",
        tr.importing_merge_notetypes(),
        words_in(code)("list.quoted", text=tr.studying_good()),
    ):
        assert name in said
