"""A deck among others in one collection: several banks, recommended options, the order of new cards, and
what would happen if the schema were ever changed."""

import io
import json
import zipfile

import pytest

from anki_decks import DAY, FIRST, NINE, bank_of, opened, release, reworded
from quizmill.bank.default import shipped_bank
from quizmill.bank.load import load_bank
from quizmill.bank.model import Topic

pytest.importorskip("anki")

from anki_learner import Learner


@pytest.fixture
def learner(tmp_path):
    learner = Learner(tmp_path)
    yield learner
    learner.col.close()


def test_two_banks_with_the_same_ids_and_texts_live_side_by_side(learner):
    mine = bank_of(*NINE, title="Mine", namespace="mine")
    first, other = release(bank_of(*NINE)), release(mine)
    assert learner.imports(first) == {"new": 9}
    assert learner.imports(other) == {"new": 9}
    learner.answers("plant")
    learner.answers("plant", bank="mine")
    progress = learner.progress()

    changed = bank_of(reworded(NINE[0], prompt="Mine?"), *NINE[2:], title="Mine", namespace="mine")
    assert learner.imports(release(changed, day=1, after=other)) == {"updated": 2, "duplicate": 7}
    assert learner.note("plant", "mine")["Prompt"] == "Mine?"
    assert learner.note("plant")["Prompt"] == "From which plant is <em>every</em> true tea made?"
    assert learner.note("true-teas")["Title"] == "Select the two true teas."
    assert learner.progress() == progress
    assert len([t for t in learner.col.models.all_names_and_ids() if t.name.startswith("quizmill")]) == 3
    learner.check()


def test_two_banks_of_one_title_share_a_deck_and_nothing_else(learner):
    learner.imports(release(bank_of(NINE[0])))

    assert learner.imports(release(bank_of(NINE[0], namespace="mine"))) == {"new": 1}
    decks = {card.did for bank in ("tea-and-sea", "mine") for card in learner.note("plant", bank).cards()}
    assert len(decks) == 1


def presets(learner):
    names = {preset["id"]: preset["name"] for preset in learner.col.decks.all_config()}
    decks = [learner.col.decks.by_name(name) for name in ("Tea and the sea", "Tea and the sea::Tea")]
    return {names[deck["conf"]] for deck in decks}


def test_recommended_options_arrive_only_with_whom_wants_them(learner, tmp_path):
    recommending = release(bank_of(*NINE), preset=True)
    learner.imports(recommending)
    wanting = Learner(tmp_path / "wanting")
    wanting.imports(recommending, with_deck_configs=True)

    assert presets(learner) == {"Default"}
    assert presets(wanting) == {"Tea and the sea"}
    (ours,) = (preset for preset in wanting.col.decks.all_config() if preset["id"] != 1)
    assert (ours["new"]["perDay"], ours["new"]["bury"], ours["rev"]["bury"]) == (10, True, True)
    assert ours["desiredRetention"] == pytest.approx(0.9)
    assert (ours["newSortOrder"], ours["buryInterdayLearning"]) == (1, True)
    wanting.col.close()


def test_a_later_release_leaves_the_learners_options_alone(learner):
    first = release(bank_of(*NINE), preset=True)
    learner.imports(first, with_deck_configs=True)
    preset = learner.col.decks.config_dict_for_deck_id(learner.col.decks.id("Tea and the sea"))
    preset["new"]["perDay"] = 3
    learner.col.decks.update_config(preset)
    changed = bank_of(reworded(NINE[0], prompt="Which?"), *NINE[1:])
    learner.imports(release(changed, day=1, after=first, preset=True), with_deck_configs=True)

    deck = learner.col.decks.id("Tea and the sea")
    assert learner.col.decks.config_dict_for_deck_id(deck)["new"]["perDay"] == 3


def queued(learner, deck):
    """The ids of the questions whose new cards come today, from the deck and those below it."""
    learner.col.decks.select(learner.col.decks.by_name(deck)["id"])
    return [
        learner.col.get_card(card.card.id).note()["Id"]
        for card in learner.col.sched.get_queued_cards(fetch_limit=100).cards
    ]


BOTH = pytest.mark.parametrize("preset", [False, True], ids=["as Anki has it", "as recommended"])


@BOTH
def test_new_cards_come_in_the_banks_order_and_siblings_apart(learner, preset):
    learner.imports(release(bank_of(*NINE), preset=preset), with_deck_configs=True)
    whole = ["plant", "true-teas", "herbs", "ship", "cargo", "year", "colours", "steps", "why"]
    # the recommended options bury siblings until the next day
    assert queued(learner, "Tea and the sea") == (
        whole if preset else [*whole, "year", "colours", "steps", "colours", "steps"]
    )


def two_topics(tea, sea):
    """Tea, then the sea, in decks of these names; the sea's would come first by its title."""
    return bank_of(
        topics=(
            Topic(id="tea", title="Tea", deck=tea, questions=NINE[:3]),
            Topic(id="sea", title="Sea", deck=sea, questions=NINE[3:6]),
        )
    )


@BOTH
def test_topics_whose_decks_are_numbered_come_in_the_banks_order(learner, preset):
    released = release(two_topics("01 Tea", "02 Sea"), preset=preset)
    learner.imports(released, with_deck_configs=True)

    first = ["plant", "true-teas", "herbs", "ship", "cargo", "year"]
    assert queued(learner, "Tea and the sea") == (first if preset else [*first, "year"])


@BOTH
def test_without_numbers_only_the_recommended_options_keep_the_order_of_topics(learner, preset):
    """Anki itself goes from deck to deck by their names."""
    learner.imports(release(two_topics("", ""), preset=preset), with_deck_configs=True)

    tea, sea = ["plant", "true-teas", "herbs"], ["ship", "cargo", "year"]
    assert queued(learner, "Tea and the sea") == ([*tea, *sea] if preset else [*sea, *tea, "year"])


@BOTH
def test_an_elective_topic_comes_last_where_cards_come_by_position(learner, preset):
    topics = (
        Topic(id="ships", title="Ships", elective=True, questions=NINE[3:5]),
        Topic(id="tea", title="Tea", questions=NINE[:3]),
    )
    learner.imports(release(bank_of(topics=topics), preset=preset), with_deck_configs=True)

    ships, tea = ["ship", "cargo"], ["plant", "true-teas", "herbs"]
    assert queued(learner, "Tea and the sea") == ([*tea, *ships] if preset else [*ships, *tea])


@BOTH
def test_the_shipped_deck_begins_with_the_core_of_its_first_topics(learner, preset):
    """By position, as recommended, with the core of all decks; deck by deck with the core of the first."""
    bank = load_bank(shipped_bank()).bank
    learner.imports(release(bank, preset=preset), with_deck_configs=True)
    today = queued(learner, bank.title)

    assert len(today) == (10 if preset else 20)
    first = bank.by_importance() if preset else [(bank.topics[0], each) for each in bank.topics[0].questions]
    # a topic's card to read, whose id is the topic's, comes before its first question
    met = dict.fromkeys(id for topic, question in first for id in (topic.id, question.id))
    assert today == list(met)[: len(today)]


def test_the_shipped_decks_stand_in_the_order_of_its_topics(learner):
    bank = load_bank(shipped_bank()).bank
    learner.imports(release(bank))
    root = learner.col.decks.by_name(bank.title)["id"]

    assert [deck.name for deck in learner.col.sched.deck_due_tree(root).children] == [
        topic.deck for topic in bank.topics
    ]
    assert [topic.deck[:2] for topic in bank.topics] == [f"{n:02}" for n in range(1, len(bank.topics) + 1)]


def test_check_database_gives_who_never_had_a_withdrawn_question_cards_that_say_so(learner):
    """Anki gives every note without cards its first one whatever the template says, and a cloze all."""
    first = release(bank_of(*NINE))
    learner.imports(release(bank_of(), day=1, after=first))
    assert learner.col.card_count() == 0
    learner.col.fix_integrity()

    for id in learner.col.find_cards(""):
        card = learner.col.get_card(id)
        assert "Withdrawn: this question is no longer part of the deck." in card.question()
    learner.col.remove_notes(learner.col.find_notes("tag:quizmill::withdrawn"))
    assert learner.col.card_count() == 0


def test_a_withdrawn_question_taken_away_comes_back_without_cards(learner):
    first = release(bank_of(*NINE))
    gone = release(bank_of(*NINE[1:]), day=1, after=first)
    learner.imports(first)
    learner.imports(gone)
    learner.col.remove_notes(learner.col.find_notes("tag:quizmill::withdrawn"))

    assert learner.imports(gone) == {"new": 1, "duplicate": 8}
    assert not learner.by_guid("choice.plant").cards()


def test_a_release_dated_later_than_the_learners_edit_wins_and_an_earlier_one_loses(learner):
    first = release(bank_of(NINE[0]))
    second = release(bank_of(reworded(NINE[0], prompt="Second?")), day=7, after=first)
    third = release(bank_of(reworded(NINE[0], prompt="Third?")), day=14, after=second)
    learner.imports(first)
    learner.edits("plant", at=FIRST + 10 * DAY, Prompt="Mine?")

    learner.imports(second)
    assert learner.note("plant")["Prompt"] == "Mine?"
    learner.imports(third)
    assert learner.note("plant")["Prompt"] == "Third?"


def with_note_types(released, change):
    """The release with its note types changed as no release of ours may be."""
    with opened(released.data) as db:
        types = json.loads(db.execute("SELECT models FROM col").fetchone()[0])
        for note_type in types.values():
            change(note_type)
            note_type["mod"] += DAY
        changed = {note_type["id"]: note_type for note_type in types.values()}
        db.execute("UPDATE col SET models = ?", (json.dumps(changed),))
        db.execute("UPDATE notes SET mid = mid + ?", (int(next(iter(changed))) - int(next(iter(types))),))
        db.commit()
        collection = db.serialize()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("collection.anki2", collection)
        archive.writestr("media", b"{}")
    return buffer.getvalue()


def another_id(note_type):
    note_type["id"] = str(int(note_type["id"]) + 7)


def a_field_less(note_type):
    note_type["flds"].pop()


def a_field_more(note_type):
    note_type["flds"].append(note_type["flds"][-1] | {"name": "More", "id": 5, "ord": len(note_type["flds"])})


def another_field_id_and_name(note_type):
    note_type["flds"][4] |= {"id": 5, "name": "Other"}


def other_names(note_type):
    note_type["name"] += " 2"
    note_type["flds"][-1]["name"] = "Author"
    note_type["tmpls"][0]["name"] = "The card"


@pytest.mark.parametrize("change", [another_id, a_field_less, a_field_more, another_field_id_and_name])
def test_a_changed_schema_would_cut_every_learner_off(learner, change):
    first = release(bank_of(NINE[0]))
    second = release(bank_of(reworded(NINE[0], prompt="Which?")), day=1, after=first)
    learner.imports(first)

    assert learner.imports(with_note_types(second, change)) == {"conflicting": 1}
    assert learner.note("plant")["Prompt"] != "Which?"


def test_other_names_would_not(learner):
    first = release(bank_of(NINE[0]))
    second = release(bank_of(reworded(NINE[0], prompt="Which?")), day=1, after=first)
    learner.imports(first)

    assert learner.imports(with_note_types(second, other_names)) == {"updated": 1}
    assert learner.note("plant")["Prompt"] == "Which?"
    assert "Author" in learner.note("plant")
