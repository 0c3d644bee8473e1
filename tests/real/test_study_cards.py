"""A topic's study card in the real Anki."""

import pytest

from anki_decks import NINE, bank_of, release, reworded
from anki_screen import read, sides
from quizmill.bank.model import Lesson, Topic

pytest.importorskip("anki")

from anki_learner import Learner

LESSON = Lesson(text="**One plant**\n\nAll true tea is from one plant.", facts=("tea-book/leaf",))
TEA = Topic(id="tea", title="Tea", learn=(LESSON,), questions=(NINE[0],))
UNTAUGHT, TAUGHT = (reworded(TEA, learn=learn) for learn in ((), (LESSON,)))


@pytest.fixture
def learner(tmp_path):
    learner = Learner(tmp_path / "anki")
    yield learner
    learner.col.close()


def deck(topic, **how):
    return release(bank_of(topics=(topic,), **how.pop("bank", {})), **how)


def card_of(learner):
    return learner.by_guid("study.tea").cards()[0]


def test_it_is_the_first_new_card_of_its_deck(learner):
    learner.imports(deck(TAUGHT))
    learner.col.decks.select(learner.col.decks.id("Tea and the sea::Tea"))

    assert learner.col.sched.getCard().note().guid == "tea-and-sea.study.tea"


def test_it_reaches_those_who_learn_already_and_leaves_all_else_as_it_was(learner):
    first = deck(UNTAUGHT)
    learner.imports(first)
    learner.answers("plant")
    before = learner.progress()

    assert learner.imports(deck(TAUGHT, day=7, after=first)) == {"new": 1, "duplicate": 1}
    reviews, cards = learner.progress()
    assert (reviews, {id: cards[id] for id in before[1]}) == before
    learner.check()


def test_a_correction_keeps_what_was_learned_of_it_and_a_withdrawal_says_so(learner):
    first = deck(TAUGHT)
    learner.imports(first)
    learner.answers("tea")
    before = learner.progress()
    second = deck(reworded(TEA, learn=(Lesson(text="All true tea."),)), day=7, after=first)
    third = deck(UNTAUGHT, day=14, after=second)

    assert learner.imports(second) == {"updated": 1, "duplicate": 1}
    assert "All true tea." in card_of(learner).question()
    assert learner.imports(third) == {"updated": 1, "duplicate": 1}
    assert "this text is no longer part of the deck" in card_of(learner).question()
    assert learner.progress() == before


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Now show the other side and press Good: nothing is asked here."),
        ("de-AT", "Dreh die Karte jetzt um und drücke „Gut“: Hier wird nichts gefragt."),
        ("zh-Hans", "现在翻到背面，按“良好”：这里不提问。"),
        ("ar", "Now show the other side and press Good: nothing is asked here."),
        ("", "Now show the other side and press Good: nothing is asked here."),
    ],
)
def test_it_says_in_the_banks_language_that_nothing_is_asked(learner, screen, language, told):
    learner.imports(deck(TAUGHT, bank={"language": language}))
    front, back = sides(card_of(learner))
    screen.show(front)

    assert read(screen.browser, "p.task") == [told]
    assert read(screen.browser, "h1, h2") == ["Tea", "One plant"]
    screen.show(back)
    assert read(screen.browser, "details.again .lesson") == []
