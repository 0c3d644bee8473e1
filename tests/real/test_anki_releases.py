"""Every way a question can change, met by every way of importing it, in the real Anki.

The law: no import changes anything about a card that is there, be it its schedule, deck, flag or history.
A note's text follows the release or the learner, whichever is the later, unless the learner has told Anki
to update always or never.
"""

import functools
import itertools
import shutil

import pytest

from anki_decks import DAY, FIRST, NINE, bank_of, release, reworded, stored
from quizmill.bank.model import Distractor, Essay, MultipleChoice, Point, Topic

pytest.importorskip("anki")

from anki_learner import Learner

UPDATES = {"if newer": 0, "always": 1, "never": 2}  # of notes and of note types: Anki's three choices
EDITS = {"no edit": None, "edited before": FIRST + 1, "edited after": FIRST + 30 * DAY}

PLANT, SHIP = NINE[0], NINE[3]
ESSAY = Essay(id="ship", prompt="Which clipper?", points=(Point(point="The Cutty Sark"),))
CHOICE = MultipleChoice(
    id="ship", prompt="Which?", answer="Cutty Sark", distractors=(Distractor(text="Ark"),)
)
SEA = (Topic(id="tea", title="Tea", questions=(PLANT,)), Topic(id="sea", title="Sea", questions=(SHIP,)))
AS_IT_WAS = bank_of(PLANT, SHIP)
GONE = bank_of(PLANT)
ONCE, TWICE = (bank_of(PLANT, reworded(SHIP, prompt=prompt)) for prompt in ("Which ship?", "What ship?"))

# What becomes of the question `ship`, release by release, and whether the learner imports that release.
CHANGES = {
    "left alone": [(AS_IT_WAS, True)],
    "reworded": [(ONCE, True)],
    "reworded twice": [(ONCE, True), (TWICE, True)],
    "reworded twice, one release skipped": [(ONCE, False), (TWICE, True)],
    "another kind of its family": [(bank_of(PLANT, ESSAY), True)],
    "another kind of another family": [(bank_of(PLANT, CHOICE), True)],
    "moved to another topic": [(bank_of(topics=SEA), True)],
    "withdrawn": [(GONE, True)],
    "brought back": [(GONE, True), (AS_IT_WAS, True)],
    "brought back before it was missed": [(GONE, False), (AS_IT_WAS, True)],
}


@pytest.fixture(scope="module")
def collections(tmp_path_factory):
    """For each of EDITS a collection in which the first release has been studied."""
    folders = {}
    for name, edited_at in EDITS.items():
        folders[name] = tmp_path_factory.mktemp("studied")
        learner = Learner(folders[name])
        learner.imports(release(AS_IT_WAS))
        study(learner, edited_at)
        learner.col.close()
    return folders


@functools.cache
def releases(change):
    """Every release after the first, and whether the learner imports it."""
    latest, found = release(AS_IT_WAS), []
    for n, (bank, imported) in enumerate(CHANGES[change], 1):
        latest = release(bank, day=7 * n, after=latest)
        found.append((latest, imported))
    return found


def study(learner, edited_at):
    """Reviews, a flag, a due date, cards in a deck of one's own, and edits of both notes."""
    learner.answers("plant")
    learner.answers("ship")
    cards = [learner.note(question).cards()[0].id for question in ("plant", "ship")]
    learner.col.sched.set_due_date(cards[1:], "12")
    learner.col.set_user_flag_for_cards(3, cards)
    learner.col.set_deck(cards[:1], learner.col.decks.id("Mine"))
    learner.edits("plant", tag="mine", Explanation="My own words.")
    if edited_at:
        learner.edits("ship", at=edited_at, tag="mine", Explanation="My own words.")


def state(note):
    return dict(note.items()), sorted(note.tags)


@pytest.mark.parametrize(
    ("change", "edit", "update", "merge"),
    list(itertools.product(CHANGES, EDITS, UPDATES, (False, True))),
    ids=lambda value: {True: "merged", False: "not merged"}.get(value, value),
)
def test_no_import_touches_what_was_learnt(collections, tmp_path, change, edit, update, merge):
    shutil.copytree(collections[edit], tmp_path, dirs_exist_ok=True)
    learner = Learner(tmp_path)
    texts = {guid: state(learner.by_guid(guid)) for guid in ("choice.plant", "recall.ship")}
    reviews, cards = learner.progress()
    options = {"update_notes": UPDATES[update], "update_notetypes": UPDATES[update], "merge_notetypes": merge}

    for following, imported in releases(change):
        if imported:
            assert "conflicting" not in learner.imports(following, **options)

    now_reviews, now_cards = learner.progress()
    assert now_reviews == reviews
    assert {id: now_cards[id] for id in cards} == cards

    latest, _ = releases(change)[-1]
    ours = {guid: (note.fields, sorted(note.tags)) for guid, note in stored(latest.data).items()}
    arrives = update == "always" or (
        update == "if newer" and edit != "edited after" and change != "left alone"
    )
    expected = ours["tea-and-sea.recall.ship"] if arrives else texts["recall.ship"]
    assert state(learner.by_guid("recall.ship")) == expected
    plant = ours["tea-and-sea.choice.plant"] if update == "always" else texts["choice.plant"]
    assert state(learner.by_guid("choice.plant")) == plant

    brought = [card for id, card in now_cards.items() if id not in cards]
    assert len(brought) == (1 if change == "another kind of another family" else 0)
    learner.check()
    learner.col.close()
