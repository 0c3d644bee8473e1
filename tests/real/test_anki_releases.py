"""Every way a question can change, met by every way of importing it, in the real Anki.

The law: no import changes anything about a card that is there, be it its schedule, deck, flag or history.
A note's text and tags are the release's or the learner's, whichever are later, unless the learner has told
Anki to update always or never.
"""

import functools
import itertools
import json
import shutil

import pytest

from anki_decks import DAY, FIRST, NINE, bank_of, opened, release, reworded, stored
from quizmill.bank.model import Audio, Distractor, Essay, Matching, MultipleChoice, Point, Topic
from quizmill.export.anki.package import pack
from recordings import MP3, OGG

pytest.importorskip("anki")

from anki_learner import Learner

UPDATES = {"if newer": 0, "always": 1, "never": 2}  # of notes and of note types: Anki's three choices
EDITS = {"no edit": None, "edited before": FIRST + 1, "edited after": FIRST + 30 * DAY}

PLANT, SHIP, YEAR = NINE[0], NINE[3], NINE[5]
ESSAY = Essay(id="ship", prompt="Which clipper?", points=(Point(point="The Cutty Sark"),))
CHOICE = MultipleChoice(
    id="ship", prompt="Which?", answer="Cutty Sark", distractors=(Distractor(text="Ark"),)
)
PAIRS = Matching(id="year", prompt="Match.", pairs=(("Cutty Sark", "1869"), ("1869", "Cutty Sark")))
SEA = (
    Topic(id="tea", title="Tea", questions=(PLANT, YEAR)),
    Topic(id="sea", title="Sea", questions=(SHIP,)),
)
AS_IT_WAS = bank_of(PLANT, SHIP, YEAR)
GONE = bank_of(PLANT)
ONCE, TWICE = (bank_of(PLANT, reworded(SHIP, prompt=prompt), YEAR) for prompt in ("Which?", "What?"))


def blanks(text):
    return bank_of(PLANT, SHIP, reworded(YEAR, text=text))


def heard(file):
    sound = Audio(file=file, transcript="The sea.")
    return bank_of(PLANT, reworded(SHIP, audio=sound), reworded(YEAR, audio=sound))


SOUNDS = {"sea.mp3": MP3, "sea.ogg": OGG}
HEARD, HEARD_OTHERWISE = heard("sea.mp3"), heard("sea.ogg")

# What becomes of `ship` and `year`, release by release, and whether the learner imports that release.
CHANGES = {
    "left alone": [(AS_IT_WAS, True)],
    "reworded": [(ONCE, True)],
    "reworded twice": [(ONCE, True), (TWICE, True)],
    "reworded twice, one release skipped": [(ONCE, False), (TWICE, True)],
    "another kind of its family": [(bank_of(PLANT, ESSAY, YEAR), True)],
    "another kind of its family, with cards": [(bank_of(PLANT, SHIP, PAIRS), True)],
    "another kind of another family": [(bank_of(PLANT, CHOICE, YEAR), True)],
    "moved to another topic": [(bank_of(topics=SEA), True)],
    "withdrawn": [(GONE, True)],
    "brought back": [(GONE, True), (AS_IT_WAS, True)],
    "brought back before it was missed": [(GONE, False), (AS_IT_WAS, True)],
    "blanks in another order": [(blanks("The {{Cutty Sark}} was launched in {{1869}}."), True)],
    "a blank more": [(blanks("At {{Greenwich}} in {{1869}} the {{Cutty Sark}} was launched."), True)],
    "a sound": [(HEARD, True)],
    "a sound, and none again": [(HEARD, True), (AS_IT_WAS, True)],
    "another sound, the first one skipped": [(HEARD, False), (HEARD_OTHERWISE, True)],
    "a blank less": [(blanks("In {{1869}} the Cutty Sark was launched."), True)],
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
        latest = release(bank, day=7 * n, after=latest, media=SOUNDS)
        found.append((latest, imported))
    return found


def study(learner, edited_at):
    """Reviews, flags, a due date, cards in a deck of one's own, and edits of every note."""
    for question, card in (("plant", 0), ("ship", 0), ("year", 0), ("year", 1)):
        learner.answers(question, card)
    plant, ship, *year = learner.col.find_cards("is:learn OR is:review", order="c.id")
    learner.col.sched.set_due_date([ship, year[0]], "12")
    learner.col.set_user_flag_for_cards(3, [plant, year[1]])
    learner.col.set_deck([plant, year[1]], learner.col.decks.id("Mine"))
    learner.edits("plant", tag="mine", Explanation="My own words.")
    if edited_at:
        for question in ("ship", "year"):
            learner.edits(question, at=edited_at, tag="mine", Explanation="My own words.")


@pytest.mark.parametrize(
    ("change", "edit", "update", "merge"),
    list(itertools.product(CHANGES, EDITS, UPDATES, (False, True))),
    ids=lambda value: {True: "merged", False: "not merged"}.get(value, value),
)
def test_no_import_touches_what_was_learnt(collections, tmp_path, change, edit, update, merge):
    shutil.copytree(collections[edit], tmp_path, dirs_exist_ok=True)
    learner = Learner(tmp_path)
    texts, (reviews, cards) = learner.texts(), learner.progress()
    options = {"update_notes": UPDATES[update], "update_notetypes": UPDATES[update], "merge_notetypes": merge}

    for following, imported in releases(change):
        if imported:
            assert "conflicting" not in learner.imports(following, **options)

    now_reviews, now_cards = learner.progress()
    assert now_reviews == reviews
    assert {id: now_cards[id] for id in cards} == cards

    ours = stored(releases(change)[-1][0].data)
    for guid, text in learner.texts().items():
        note = ours[guid]
        later = guid not in texts or note.mod > texts[guid].mod
        arrives = update == "always" or (update == "if newer" and later) or guid not in texts
        expected = (note.fields, note.tags) if arrives else (texts[guid].fields, texts[guid].tags)
        assert (text.fields, text.tags) == expected

    brought = [card for id, card in now_cards.items() if id not in cards]
    assert len(brought) == (1 if change in ("another kind of another family", "a blank more") else 0)
    # Anki brings the new card of a note that it does not update, and never takes one away
    year = "tea-and-sea.cloze.year"
    arrived = learner.texts()[year].fields == ours[year].fields
    unblanked = arrived if change == "a blank less" else change == "a blank more" and not arrived
    assert len(learner.col.get_empty_cards().notes) == unblanked
    message, sound = learner.col.fix_integrity()
    assert sound, message
    assert learner.col.card_count() == len(now_cards)
    learner.col.close()


def of_four_spare_fields(released):
    """The deck as it was written before the first release: each note type had eight fields fewer."""
    with opened(released.data) as db:
        models = json.loads(db.execute("SELECT models FROM col").fetchone()[0])
        for model in models.values():
            model["flds"] = model["flds"][:-8]
        db.execute("UPDATE col SET models = ?", (json.dumps(models),))
        for id, fields in db.execute("SELECT id, flds FROM notes").fetchall():
            fewer = "\x1f".join(fields.split("\x1f")[:-8])
            db.execute("UPDATE notes SET flds = ? WHERE id = ?", (fewer, id))
        db.commit()
        collection = db.serialize()
    return pack(collection, {})


def test_who_has_a_deck_from_before_the_first_release_merges_note_types_once_and_then_gets_every_release(
    tmp_path,
):
    """Merging gives all notes the time of the import, so that nothing of a day before would be news."""
    learner = Learner(tmp_path)
    first = release(bank_of(*NINE), day=7)
    second = release(bank_of(reworded(PLANT, prompt="Which?"), *NINE[1:]), day=20_000, after=first)
    learner.imports(of_four_spare_fields(release(bank_of(*NINE))))
    learner.answers("plant")

    assert learner.imports(first) == {"conflicting": 9}
    assert learner.imports(first, merge_notetypes=True, update_notes=1) == {"updated": 9}
    assert learner.imports(second) == {"updated": 1, "duplicate": 8}
    assert learner.note("plant").cards()[0].reps == 1
    learner.col.close()
