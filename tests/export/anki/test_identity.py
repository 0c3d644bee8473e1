"""A question's cards are its own for good, whatever it comes to be called."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anki_decks import NINE, bank_of, note, release, reworded, stored
from quizmill.bank.model import Draft, MultipleChoice, Topic
from quizmill.compose.arrange import Arranger
from quizmill.errors import ExportRefused
from quizmill.export.anki.changelog import changelog
from quizmill.export.anki.identity import likely_renamed
from quizmill.export.anki.note_diff import Change
from quizmill.export.anki.plain_text import text_deck

PLANT, SHIP, YEAR = NINE[0], NINE[3], NINE[5]


def renamed(question, id, *former, **changes):
    return reworded(question, id=id, formerly=former, **changes)


def alive(released):
    """What is asked, by GUID."""
    return {guid: n.fields["Id"] for guid, n in stored(released.data).items() if n.cards}


def test_a_question_keeps_its_note_and_cards_under_a_new_id():
    first = release(bank_of(SHIP))
    second = release(bank_of(renamed(SHIP, "clipper", "ship")), day=7, after=first)
    before, now = note(first, "recall.ship"), note(second, "recall.ship")

    assert (second.new, second.updated, second.withdrawn) == ((), ("clipper",), ())
    assert second.changed == {"clipper": Change(former="ship")}
    assert (now.id, now.cards, now.fields["Id"]) == (before.id, before.cards, "clipper")
    assert list(stored(second.data)) == ["tea-and-sea.recall.ship"]


def test_a_deck_begun_anew_goes_on_with_the_oldest_id():
    assert alive(release(bank_of(renamed(SHIP, "vessel", "ship", "clipper")))) == {
        "tea-and-sea.recall.ship": "vessel"
    }


def test_a_deck_remembers_so_that_each_change_need_name_only_the_last():
    first = release(bank_of(SHIP))
    second = release(bank_of(renamed(SHIP, "clipper", "ship")), day=1, after=first)
    third = release(bank_of(renamed(SHIP, "vessel", "clipper")), day=2, after=second)
    fourth = release(bank_of(reworded(SHIP, id="vessel")), day=3, after=third)

    assert [alive(each) for each in (second, third, fourth)] == [
        {"tea-and-sea.recall.ship": "clipper"},
        {"tea-and-sea.recall.ship": "vessel"},
        {"tea-and-sea.recall.ship": "vessel"},
    ]
    assert fourth.unchanged == ("vessel",)


def test_a_question_that_was_called_so_between_two_ids_is_found_under_any():
    first = release(bank_of(reworded(SHIP, id="clipper")))
    second = release(bank_of(renamed(SHIP, "vessel", "ship", "clipper")), day=1, after=first)

    assert alive(second) == {"tea-and-sea.recall.clipper": "vessel"}


def test_a_blank_keeps_its_number_under_a_new_id():
    first = release(bank_of(YEAR))
    turned = renamed(YEAR, "launch", "year", text="The {{Cutty Sark}} was launched in {{1869}}.")
    second = release(bank_of(turned), day=1, after=first)
    third = release(bank_of(turned), day=2, after=second)

    assert "{{c2::Cutty Sark}} was launched in {{c1::1869}}" in note(second, "cloze.year").fields["Text"]
    assert third.data == second.data


def test_what_is_not_chosen_stays_under_its_new_id_too():
    first = release(bank_of(SHIP, PLANT))
    second = release(bank_of(renamed(SHIP, "clipper", "ship"), PLANT), day=1, after=first, only=("plant",))

    assert (second.carried, second.withdrawn) == (("clipper",), ())


def test_withdrawn_it_is_called_what_it_was_called_last():
    first = release(bank_of(renamed(SHIP, "clipper", "ship")))
    second = release(bank_of(), day=1, after=first)

    assert second.withdrawn == ("clipper",)
    assert note(second, "recall.ship").fields["Title"] == "Withdrawn: clipper"


def test_cards_learned_under_the_new_id_are_not_given_up_later_for_those_of_the_old():
    first = release(bank_of(SHIP))
    second = release(bank_of(reworded(SHIP, id="clipper")), day=7, after=first)
    third = release(bank_of(reworded(SHIP, id="clipper"), PLANT), day=14, after=second)
    fourth = release(bank_of(renamed(SHIP, "clipper", "ship"), PLANT), day=21, after=third)

    assert fourth.data == third.data
    assert alive(fourth)["tea-and-sea.recall.clipper"] == "clipper"


@pytest.mark.parametrize("later", [0, 1])
def test_a_change_that_was_forgotten_can_be_told_right_after_the_release(later):
    first = release(bank_of(SHIP, PLANT))
    second = release(bank_of(reworded(SHIP, id="clipper"), PLANT), day=7, after=first)
    told = bank_of(renamed(SHIP, "clipper", "ship"), PLANT)
    third = release(told, day=7 + later, after=second)

    assert second.renamed == {"ship": "clipper"}
    assert alive(third) == {"tea-and-sea.recall.ship": "clipper", "tea-and-sea.choice.plant": "plant"}
    assert note(third, "recall.ship").cards == note(first, "recall.ship").cards
    assert (third.updated, third.withdrawn, third.new, third.retyped) == (("clipper",), ("clipper",), (), ())
    assert "- `clipper`: Which clipper was it? (its former card asks it again)\n" in changelog(told, third)
    assert release(told, day=30, after=third).data == third.data


def test_so_can_one_that_follows_a_change_that_was_told():
    first = release(bank_of(SHIP))
    second = release(bank_of(renamed(SHIP, "clipper", "ship")), day=7, after=first)
    third = release(bank_of(reworded(SHIP, id="vessel")), day=14, after=second)
    fourth = release(bank_of(renamed(SHIP, "vessel", "clipper")), day=15, after=third)

    assert third.renamed == {"clipper": "vessel"}
    assert alive(fourth) == {"tea-and-sea.recall.ship": "vessel"}


def test_an_id_whose_notes_are_another_questions_is_refused():
    first = release(bank_of(renamed(SHIP, "clipper", "ship")))

    with pytest.raises(ExportRefused) as refused:
        release(bank_of(reworded(SHIP, id="clipper"), reworded(PLANT, id="ship")), day=1, after=first)
    assert refused.value.reasons == (
        'ship: the notes of this id are those of "clipper" now, which was called so; '
        "give the question an id that was never used",
    )


@pytest.mark.parametrize("id", ["ship", "vessel"])
def test_a_question_that_is_unfinished_again_is_not_withdrawn(id):
    first = release(bank_of(PLANT, SHIP))
    draft = Draft(id=id, topic="tea", tree={"id": id, "formerly": "ship"} if id != "ship" else {"id": id})
    second = release(bank_of(PLANT, drafts=(draft,)), day=1, after=first)
    third = release(bank_of(PLANT, reworded(SHIP, id=id)), day=2, after=second)

    assert (second.carried, second.withdrawn) == ((id,), ())
    assert stored(second.data) == stored(first.data)
    assert (third.new, third.withdrawn) == ((), ())


def test_a_topic_keeps_its_deck_under_a_new_id_and_title():
    there = (Topic(id="sea", title="At sea", formerly=("tea",), questions=(SHIP,)),)
    second = release(bank_of(topics=there), day=1, after=release(bank_of(SHIP)))

    assert note(second, "recall.ship").cards[0][2] == "Tea and the sea::Tea"


def test_a_table_for_other_programs_names_the_oldest_id_too():
    bank = bank_of(renamed(SHIP, "clipper", "ship"))

    arranger = Arranger(bank, seed=0)
    exercises = [arranger.exercise(topic, question) for topic, question in bank.questions()]

    assert "\ntea-and-sea.text-basic.ship\tBasic\t" in text_deck(bank, exercises)


def test_a_new_question_that_asks_what_one_that_is_gone_asked_is_perhaps_the_same():
    first = release(bank_of(SHIP, PLANT))
    changed = bank_of(
        reworded(SHIP, id="clipper", prompt="Which clipper was that?"), reworded(PLANT, id="tree")
    )
    second = release(changed, day=7, after=first)

    assert second.renamed == {"plant": "tree", "ship": "clipper"}
    assert "- `ship`: Which clipper was it? (perhaps asked anew as `clipper`)\n" in changelog(changed, second)


def test_nothing_is_perhaps_renamed_that_asks_something_else_or_in_another_way():
    first = release(bank_of(SHIP))
    other = reworded(SHIP, id="clipper", prompt="How many masts had it?", answer="Three")
    choice = MultipleChoice(
        id="clipper", prompt=SHIP.prompt, answer=SHIP.answer, distractors=PLANT.distractors
    )

    assert release(bank_of(other), day=1, after=first).renamed == {}
    assert release(bank_of(choice), day=1, after=first).renamed == {}


def test_of_very_many_only_equal_wordings_are_looked_for():
    gone = {f"a{n}": f"what is {n:04} twice" for n in range(2_001)}
    new = {f"b{n}": f"what is {n:04} twice" for n in range(2_000)}
    equal = {f"a{n}": f"b{n}" for n in range(2_000)}
    others = {f"{n}": f"{n}" for n in range(1_000_000)}

    assert likely_renamed(gone, new | {"c": "what is 2000 twice?"}) == equal | {"a2000": "c"}
    assert likely_renamed(gone, new | others | {"c": "what is 2000 twice?"}) == equal


@given(st.lists(st.tuples(st.integers(0, 2), st.booleans()), max_size=5))
@settings(max_examples=30)
def test_however_often_ids_change_each_card_stays_its_questions(changes):
    """Each change renames one question and tells only its last id, or leaves out that it ever had another."""
    questions = [SHIP, PLANT, YEAR]
    first = last = release(bank_of(*questions))
    for day, (which, telling) in enumerate(changes, 1):
        old = questions[which]
        questions[which] = renamed(old, f"name-{day}", old.id) if telling else reworded(old, formerly=())
        last = release(bank_of(*questions), day=day, after=last)

    def cards(released):
        return {guid: [card[:2] for card in n.cards] for guid, n in stored(released.data).items()}

    assert cards(last) == cards(first)
    assert alive(last) == {guid: question.id for guid, question in zip(alive(first), questions, strict=True)}
