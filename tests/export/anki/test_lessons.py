"""A topic's study card: what there is to read, before the topic's questions."""

import pytest

from anki_decks import NINE, PNG, bank_of, note, release, reworded, stored
from quizmill.app.deck import report
from quizmill.bank.model import Importance, Lesson, Topic
from quizmill.errors import ExportRefused
from quizmill.export.anki.changelog import changelog

PLANT, SHIP, YEAR = NINE[0], NINE[3], NINE[5]
LEAF = Lesson(text="**One plant**\n\nAll *true* tea is from one plant.", facts=("tea-book/leaf",))
SAIL = Lesson(text="Clippers were fast.\n\n- *Taiping*\n- the **Cutty Sark**")
TEA = Topic(id="tea", title="Tea & leaves", learn=(LEAF, SAIL), questions=(PLANT, YEAR))
SEA = Topic(id="sea", title="Sea", questions=(SHIP,))


def deck(*topics, **how):
    return release(bank_of(topics=topics), **how)


def study(released, topic="tea"):
    return note(released, f"study.{topic}")


def dues(released):
    """Every card's place among the new ones, by the end of its note's GUID."""
    found = stored(released.data)
    return sorted((due, guid.partition(".")[2]) for guid, n in found.items() for *_, due in n.cards)


def changed(topic, **fields):
    return reworded(topic, **fields)


def test_it_has_all_lessons_with_their_headings_and_where_they_stand():
    found = {name: text for name, text in study(deck(TEA), "tea").fields.items() if text}

    assert found == {
        "Title": "Tea &amp; leaves",
        "Lessons": '<section class="lesson" dir="auto"><h2 dir="auto"><strong>One plant</strong></h2>'
        '<div class="paragraph">All <em>true</em> tea is from one plant.</div>'
        '<div class="doubt">Disputed: <bdi>Why?</bdi></div></section>'
        '<section class="lesson" dir="auto"><div class="paragraph">Clippers were fast.</div>'
        '<ul class="items"><li><em>Taiping</em></li><li>the <strong>Cutty Sark</strong></li></ul></section>',
        "Source": '<ul class="sources"><li>A Short Book of Tea, paragraph 2</li></ul>',
        "Topic": "Tea &amp; leaves",
        "Id": "tea",
        "Released": "2026-11-22",
        "Language": "en",
    }


def test_a_document_is_named_once_for_all_lessons():
    twice = changed(TEA, learn=(LEAF, LEAF))

    assert study(deck(twice)).fields["Source"].count("<li>") == 1


def test_what_surrounds_a_lesson_is_said_in_the_banks_language():
    lessons = study(release(bank_of(topics=(TEA,), language="de"))).fields["Lessons"]

    assert '<div class="doubt">Umstritten: <bdi>Why?</bdi></div>' in lessons


def test_its_tags_tell_the_topic_and_that_it_is_to_be_read():
    assert study(deck(TEA)).tags == ("tea-and-sea::topic::tea", "tea-and-sea::type::study")


def test_a_topic_without_lessons_has_none():
    assert not [guid for guid in stored(deck(SEA).data) if ".study." in guid]


def test_it_comes_before_the_first_card_of_its_topic_and_core_first_in_all():
    core, detail = (reworded(SHIP, importance=each) for each in (Importance.CORE, Importance.DETAIL))
    sea = changed(SEA, learn=(SAIL,), questions=(core,))

    assert [guid for _, guid in dues(deck(TEA, sea))] == [
        "study.sea",
        "recall.ship",
        "study.tea",
        "choice.plant",
        "cloze.year",
        "cloze.year",
    ]
    assert [guid for _, guid in dues(deck(TEA, changed(sea, questions=(detail,))))] == [
        "study.tea",
        "choice.plant",
        "cloze.year",
        "study.sea",
        "recall.ship",
        "cloze.year",
    ]


def test_it_is_in_its_topics_deck_and_listed_before_its_questions():
    released = deck(SEA, TEA)
    ids = {guid.partition(".")[2]: n.id for guid, n in stored(released.data).items()}

    assert sorted(ids, key=ids.get) == ["recall.ship", "study.tea", "choice.plant", "cloze.year"]
    assert [where for _, _, where, _ in study(released).cards] == ["Tea and the sea::Tea & leaves"]


def test_a_release_counts_it_apart_from_the_questions():
    first = deck(changed(TEA, learn=()))
    second = deck(TEA, day=7, after=first)

    assert (first.studied.new, second.studied.new) == ((), ("Tea & leaves",))
    assert (second.new, second.updated, second.unchanged) == ((), (), ("plant", "year"))
    assert second.brings_something
    assert deck(TEA, day=9, after=second).data == second.data


def test_a_lesson_reworded_updates_it_alone_and_moves_its_day():
    first = deck(TEA)
    second = deck(changed(TEA, learn=(LEAF,)), day=7, after=first)

    assert (second.studied.updated, second.updated) == (("Tea & leaves",), ())
    assert study(second).fields["Released"] == "2026-11-29"
    assert study(second).cards == study(first).cards


def test_a_topic_that_has_nothing_to_read_any_more_leaves_a_note_without_cards():
    second = deck(changed(TEA, learn=()), day=7, after=deck(TEA))

    assert second.studied.withdrawn == ("Tea & leaves",)
    assert (study(second).cards, study(second).tags) == ((), ("quizmill::withdrawn",))
    assert study(second).fields["Title"] == "Withdrawn: tea"
    assert study(second).fields["Prompt"].startswith("Withdrawn: this text is no longer part of the deck.")
    assert deck(changed(TEA, learn=()), day=9, after=second).data == second.data
    assert study(deck(TEA, day=9, after=second)).cards == study(deck(TEA)).cards


def test_it_stays_while_none_of_its_questions_is_chosen():
    first = deck(TEA, SEA)
    second = deck(TEA, SEA, day=7, after=first, only=("ship",))

    assert study(second) == study(first)
    assert not second.studied.withdrawn


def test_a_renamed_topic_keeps_it():
    first = deck(TEA)
    leaf = changed(TEA, id="leaf", formerly=("tea",))
    second = deck(leaf, day=7, after=first)

    assert study(second).fields["Id"] == "leaf"
    assert study(second).cards == study(first).cards
    assert study(deck(leaf, day=9, after=second)).fields["Id"] == "leaf"
    assert study(deck(leaf)).fields["Id"] == "leaf"  # a deck begun anew goes on too


def test_a_topic_may_be_called_as_a_question_is():
    plant = changed(TEA, id="plant", questions=(PLANT, reworded(SHIP, formerly=("plant-of-old",))))

    assert deck(plant, day=7, after=deck(plant)).unchanged == ("plant", "ship")


def test_its_pictures_come_along_and_a_missing_one_is_told_by_its_topic():
    shown = changed(TEA, learn=(Lesson(text="![A leaf](leaf.png)"),))

    assert '<img src="quizmill-' in study(deck(shown, media={"leaf.png": PNG})).fields["Lessons"]
    with pytest.raises(ExportRefused, match=r'tea: the image "leaf.png" is missing'):
        deck(shown)


def test_a_list_of_changes_names_what_is_to_be_read_by_its_title():
    released = deck(TEA)

    assert "\n## To read\n\n- Tea &amp; leaves (new)\n".replace("&amp;", r"\&") in changelog(
        bank_of(topics=(TEA,)), released
    )


def test_who_makes_a_deck_hears_of_study_cards_where_anything_is_new():
    first = deck(TEA)
    said = {released: [] for released in ("first", "again")}
    report(first, said["first"].append)
    report(deck(TEA, day=7, after=first), said["again"].append)

    assert said["first"][-1] == "study cards: 1 new, 0 updated, 0 withdrawn"
    assert said["again"] == ["0 new", "0 updated", "2 unchanged", "0 withdrawn"]


def test_an_elective_topic_is_read_after_all_others_are_asked():
    sea = changed(SEA, learn=(SAIL,), elective=True)

    assert [guid for _, guid in dues(deck(sea, TEA))][-2:] == ["study.sea", "recall.ship"]
