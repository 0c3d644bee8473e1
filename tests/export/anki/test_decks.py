"""A deck's name is its identity in Anki: given once, kept for good."""

from anki_decks import bank_of
from quizmill.bank.model import Topic
from quizmill.export.anki.decks import decks_of


def names(bank, remembered=None):
    decks = decks_of(bank, remembered or {})
    return [decks.names[decks.root], *(decks.names[id] for id in decks.topics.values())]


def test_a_topic_is_a_subdeck_of_its_bank():
    assert names(bank_of()) == ["Tea and the sea", "Tea and the sea::Tea"]


def test_an_author_may_name_decks_apart_from_titles_and_nest_them():
    topics = (Topic(id="tea", title="Tea", deck="Leaf"),)

    assert names(bank_of(deck="Drinks::Tea", topics=topics)) == ["Drinks::Tea", "Drinks::Tea::Leaf"]


def test_a_new_title_leaves_the_deck_its_name():
    first = decks_of(bank_of(), {}).names
    topics = (Topic(id="tea", title="All about tea"), Topic(id="sea", title="Sea"))

    assert names(bank_of(title="Renamed", topics=topics), first) == [
        "Tea and the sea",
        "Tea and the sea::Tea",
        "Tea and the sea::Sea",
    ]


def test_a_title_is_one_level_whatever_stands_in_it():
    topics = (Topic(id="cpp", title='std::vector and "friends"\n:'), Topic(id="odd", title="::"))

    assert names(bank_of(topics=topics))[1:] == [
        "Tea and the sea::std:vector and 'friends'",
        "Tea and the sea::odd",
    ]


def test_nothing_unseen_and_nothing_that_turns_the_text_gets_into_a_name():
    topics = (
        Topic(id="turned", title="Tea\u202egnp.exe\u2066\u200f"),
        Topic(id="escape", title="Black\x9b31m\x85tea\u00ad\u200b\ufeff"),
        Topic(id="hidden", title="\u2060\u061c"),
        Topic(id="joined", title="می\u200cخواهم 👩\u200d🌾"),
    )

    assert names(bank_of(deck="\u202eDrinks", topics=topics)) == [
        "Drinks",
        "Drinks::Tea gnp.exe",
        "Drinks::Black 31m tea",
        "Drinks::hidden",
        "Drinks::می\u200cخواهم 👩\u200d🌾",
    ]


def test_topics_of_one_title_stay_apart():
    topics = (Topic(id="tea", title="Tea"), Topic(id="more-tea", title="TEA"))

    assert names(bank_of(topics=topics))[1:] == ["Tea and the sea::Tea", "Tea and the sea::TEA (more-tea)"]


def test_a_topic_whose_file_is_renamed_goes_on_in_its_deck():
    first = decks_of(bank_of(), {}).names

    assert names(bank_of(topics=(Topic(id="leaf", title="Tea"),)), first)[1:] == ["Tea and the sea::Tea"]


def test_a_topic_that_comes_back_leaves_its_name_to_the_one_that_took_it_on():
    first = decks_of(bank_of(), {}).names
    second = decks_of(bank_of(topics=(Topic(id="teas", title="Tea"),)), first).names
    both = (Topic(id="teas", title="Tea"), Topic(id="tea", title="Tea"))

    assert names(bank_of(topics=both), second)[1:] == ["Tea and the sea::Tea", "Tea and the sea::Tea (tea)"]


def test_two_topics_of_one_deck_are_no_news_in_the_next_release():
    topics = (Topic(id="tea", title="Tea", deck="1"), Topic(id="sea", title="Sea", deck="1"))
    first = decks_of(bank_of(topics=topics), {}).names

    assert decks_of(bank_of(topics=topics), first).unheeded == {}


def test_what_a_deck_is_to_be_called_later_is_not_heeded_and_known():
    first = decks_of(bank_of(), {}).names
    topics = (Topic(id="tea", title="Tea", deck="1 Tea"), Topic(id="sea", title="Sea", deck="2 Sea"))
    later = decks_of(bank_of(deck="Drinks", topics=topics), first)

    assert later.unheeded == {
        "Drinks": "Tea and the sea",
        "Tea and the sea::1 Tea": "Tea and the sea::Tea",
    }
    assert later.names[later.topics["sea"]] == "Tea and the sea::2 Sea"


def test_ids_come_from_namespace_and_topic():
    bank = bank_of()
    other = decks_of(bank_of(namespace="other"), {})

    assert decks_of(bank, {}).topics == decks_of(bank_of(title="Other"), {}).topics
    assert other.root != decks_of(bank, {}).root
    assert other.topics != decks_of(bank, {}).topics
