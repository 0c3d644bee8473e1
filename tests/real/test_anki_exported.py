"""A release that was lost: the next one goes on from what Anki itself exports of it.

The law: a learner who has the lost release finds nothing changed but what has changed in the bank.
"""

import itertools

import pytest

from anki_decks import DAY, FIRST, NINE, PNG, bank_of, posed, release, reworded, stored
from quizmill.bank.model import Image, Lesson, Topic
from quizmill.export.anki.release import AnkiOptions, export_anki

pytest.importorskip("anki")

from anki.collection import DeckIdLimit, ExportAnkiPackageOptions

from anki_learner import Learner

FORMS = pytest.mark.parametrize(
    ("legacy", "scheduled"),
    list(itertools.product((False, True), (False, True))),
    ids=lambda value: str(value).lower(),
)
SEA = (
    Topic(id="tea", title="Tea", learn=(Lesson(text="All true tea is of one plant."),), questions=NINE[:5]),
    Topic(id="sea", title="Sea", deck="Far::Sea", questions=NINE[5:]),
)
BANK = bank_of(topics=SEA)


@pytest.fixture
def learner(tmp_path):
    learner = Learner(tmp_path)
    yield learner
    learner.col.close()


def exported(learner, *, legacy=False, scheduled=False, media=True, deck="Tea and the sea"):
    """The deck as Anki exports it, or all decks."""
    path = learner.folder / "exported.apkg"
    options = ExportAnkiPackageOptions(
        with_scheduling=scheduled, with_deck_configs=False, with_media=media, legacy=legacy
    )
    limit = DeckIdLimit(learner.col.decks.id(deck)) if deck else None
    learner.col.export_anki_package(out_path=str(path), options=options, limit=limit)
    return path.read_bytes()


def following(bank, data, *, day=7, only=None, media=None):
    """The release of *bank* that goes on from the export *data*."""
    options = AnkiOptions(released=FIRST + day * DAY)
    return export_anki(bank, posed(bank, only), options, previous=data, from_anki=True, media=media)


@FORMS
def test_where_nothing_has_changed_nothing_is_news(learner, legacy, scheduled):
    lost = release(BANK)
    learner.imports(lost)
    learner.answers("year", card=1)
    found = following(BANK, exported(learner, legacy=legacy, scheduled=scheduled))

    assert (found.new, found.updated, found.withdrawn, found.from_anki) == ((), (), (), True)
    assert stored(found.data) == stored(lost.data)
    assert learner.imports(found) == {"duplicate": 10}
    learner.check()


@FORMS
def test_what_has_changed_arrives_and_keeps_what_was_learnt(learner, legacy, scheduled):
    learner.imports(release(BANK))
    learner.answers("year", card=1)
    history = learner.history()
    blank_more = reworded(NINE[5], text="At {{Greenwich}} the {{Cutty Sark}} was launched in {{1869}}.")
    bank = bank_of(
        topics=(SEA[0], Topic(id="sea", title="Sea", deck="Elsewhere", questions=(blank_more, *NINE[6:8])))
    )
    found = following(bank, exported(learner, legacy=legacy, scheduled=scheduled))

    assert (found.new, found.updated, found.withdrawn) == ((), ("year",), ("why",))
    assert learner.imports(found) == {"updated": 2, "duplicate": 8}
    assert learner.history() == history
    assert [card.ord for card in learner.note("year").cards()] == [0, 1, 2]
    assert "launched in {{c1::1869}}" in learner.note("year")["Text"]
    assert {learner.col.decks.name(card.did) for card in learner.note("year").cards()} == {
        "Tea and the sea::Far::Sea"
    }


def test_characters_that_anki_composes_are_no_news(learner):
    """Units of length are accepted with the sign for an ångström, which Anki makes a letter of."""
    bank = bank_of(reworded(NINE[4], prompt="Cafe\u0301 \u212b?", answer="3", unit="nm", tolerance="0"))
    learner.imports(release(bank))

    assert following(bank, exported(learner)).updated == ()


def test_what_the_learner_has_added_is_no_news_and_goes_to_nobody(learner):
    lost = release(BANK)
    learner.imports(lost)
    learner.edits("ship", at=FIRST + 30 * DAY, tag="mine")
    found = following(BANK, exported(learner))

    assert (found.updated, found.unchanged) == ((), tuple(question.id for question in NINE))
    assert stored(found.data) == stored(lost.data)


def test_an_edit_of_the_learners_is_made_good(learner):
    learner.imports(release(BANK))
    learner.edits("ship", Explanation="My own words.")
    found = following(BANK, exported(learner))

    assert found.updated == ("ship",)
    assert stored(found.data)["tea-and-sea.recall.ship"].fields["Explanation"] == ""


def test_where_decks_were_renamed_and_cards_moved_most_cards_tell(learner):
    learner.imports(release(BANK))
    learner.col.decks.rename(learner.col.decks.id("Tea and the sea"), "Drinks::Tea and the sea")
    learner.col.set_deck([learner.note("plant").cards()[0].id], learner.col.decks.id("Drinks::Mine"))
    found = following(BANK, exported(learner, deck="Drinks"))

    names = {name for note in stored(found.data).values() for _, _, name, _ in note.cards}
    assert names == {"Drinks::Tea and the sea::Tea", "Drinks::Tea and the sea::Far::Sea"}


def test_where_the_topics_were_taken_apart_decks_are_called_as_in_the_bank(learner):
    learner.imports(release(BANK))
    learner.col.decks.rename(learner.col.decks.id("Tea and the sea::Tea"), "Only tea")
    found = following(BANK, exported(learner, deck=None))

    assert {note.cards[0][2] for note in stored(found.data).values()} == {
        "Tea and the sea::Tea",
        "Tea and the sea::Far::Sea",
    }


def test_what_was_withdrawn_or_renamed_before_is_known_again(learner):
    first = release(BANK)
    renamed = reworded(NINE[3], id="clipper", formerly=("ship",))
    bank = bank_of(topics=(Topic(id="tea", title="Tea", questions=(*NINE[:3], renamed)), SEA[1]))
    second = release(bank, day=1, after=first)
    learner.imports(first)
    learner.imports(second)
    later = bank_of(
        topics=(
            Topic(id="tea", title="Tea", questions=(*NINE[:3], reworded(renamed, formerly=()))),
            SEA[1],
        )
    )
    found = following(later, exported(learner))

    assert (found.new, found.updated, found.withdrawn) == ((), (), ())
    assert stored(found.data) == stored(second.data)


def test_a_note_type_with_a_field_of_the_learners_is_read_by_names(learner):
    lost = release(BANK)
    learner.imports(lost)
    models = learner.col.models
    recall = models.by_name("quizmill recall")
    models.add_field(recall, models.new_field("Mine"))
    models.reposition_field(recall, recall["flds"][-1], 0)
    models.update_dict(recall)
    found = following(BANK, exported(learner))

    assert found.updated == ()
    assert stored(found.data) == stored(lost.data)


def test_a_picture_of_a_question_left_as_it_was_comes_along(learner):
    pictured = reworded(NINE[0], image=Image(file="a.png", alt="A leaf"))
    bank = bank_of(pictured, *NINE[1:3])
    learner.imports(release(bank, media={"a.png": PNG}))
    with_it = following(bank, exported(learner), only=("herbs",))
    without = following(bank, exported(learner, media=False), only=("herbs",))

    assert (with_it.lost, without.lost) == (0, 1)
    newcomer = Learner(learner.folder / "newcomer")
    newcomer.imports(with_it)
    assert not newcomer.col.media.check().missing
    newcomer.col.close()
