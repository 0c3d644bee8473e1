"""A new front of a note type makes no second cards, in the real Anki.

Anki 26.9 makes the cards of a note type anew when its front has changed. It seems to take what is there for
one note's as long as it comes one after another, and in a small collection that has been optimised, as by
Check Database, to get cards in the order of their ids.
"""

import pytest

from anki_decks import bank_of, opened, release, reworded
from quizmill.bank.model import Cloze, ShortAnswer
from quizmill.export.anki import notetypes

pytest.importorskip("anki")

from anki_learner import Learner

ROSES = tuple(
    Cloze(id=f"rose-{n}", text=f"Rose {n} is {{{{red{n}}}}}, {{{{blue{n}}}}} or {{{{white{n}}}}}.")
    for n in range(20)
)
SHIPS = tuple(ShortAnswer(id=f"ship-{n}", prompt=f"Which was ship {n}?", answer=f"Ark {n}") for n in range(5))
GROWN = tuple(reworded(rose, text=f"{rose.text} It had a {{{{thorn}}}}.") for rose in ROSES[::3])

AS_IT_WAS = bank_of(*ROSES, *SHIPS)
A_BLANK_MORE = bank_of(*({rose.id: rose for rose in ROSES + GROWN}.values()), *SHIPS)
CARDS = 20 * 3 + 5  # seven more where there is a blank more


@pytest.fixture
def release_with_front(monkeypatch):
    """A release whose note types have something else at the end of their fronts."""
    ours = notetypes._note_type

    def released(end, *args, **options):
        def other(family):
            note_type = ours(family)
            (card,) = note_type["tmpls"]
            return note_type | {"tmpls": [card | {"qfmt": card["qfmt"] + end}]}

        with monkeypatch.context() as patch:
            patch.setattr(notetypes, "_note_type", other)
            return release(*args, **options)

    return released


@pytest.fixture
def learner(tmp_path):
    learner = Learner(tmp_path)
    yield learner
    learner.col.close()


def front(learner):
    """The end of the front that cloze cards have."""
    return learner.col.models.by_name("quizmill cloze")["tmpls"][0]["qfmt"][-7:]


def studies(learner):
    """One card of every rose, and two ships; then Anki tidies up."""
    for n in range(20):
        learner.answers(f"rose-{n}", n % 3)
    learner.answers("ship-0")
    learner.answers("ship-4")
    learner.col.optimize()


def test_a_new_front_of_a_note_type_makes_no_second_cards(learner, release_with_front):
    first = release_with_front("<i></i>", AS_IT_WAS)
    second = release_with_front("<b></b>", AS_IT_WAS, day=7, after=first)
    learner.imports(first)
    studies(learner)
    assert (front(learner), learner.col.card_count()) == ("<i></i>", CARDS)
    learnt = learner.progress()
    assert len(learnt[0]) == 22

    learner.imports(second)

    assert (front(learner), learner.col.card_count()) == ("<b></b>", CARDS)
    assert learner.progress() == learnt
    learner.check()


def test_nor_does_it_where_a_blank_has_been_added_since(learner, release_with_front):
    first = release_with_front("<i></i>", AS_IT_WAS)
    second = release_with_front("<i></i>", A_BLANK_MORE, day=7, after=first)
    third = release_with_front("<b></b>", A_BLANK_MORE, day=14, after=second)
    learner.imports(first)
    studies(learner)
    learner.imports(second)
    learner.answers("rose-3", 3)
    learner.col.optimize()
    assert (front(learner), learner.col.card_count()) == ("<i></i>", CARDS + 7)
    learnt = learner.progress()
    assert len(learnt[0]) == 23

    learner.imports(third)

    assert (front(learner), learner.col.card_count()) == ("<b></b>", CARDS + 7)
    assert learner.progress() == learnt
    learner.check()


def test_the_cards_of_a_note_stand_next_to_each_other_in_every_release():
    first = release(AS_IT_WAS)
    for each in (first, release(A_BLANK_MORE, day=7, after=first)):
        with opened(each.data) as db:
            notes = [note for (note,) in db.execute("SELECT nid FROM cards ORDER BY id")]
        assert notes == sorted(notes)
