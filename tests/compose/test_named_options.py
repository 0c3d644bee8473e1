"""Options that name others by their place stand where they still make sense."""

from __future__ import annotations

import pytest

from quizmill.bank.model import Bank, Distractor, MultipleChoice, Topic
from quizmill.compose.arrange import Arranger
from quizmill.compose.exercise import Placement
from quizmill.compose.named_options import by_letter, of_those_above

TOPIC = Topic(id="t", title="T")


def posed(answer: str, *distractors: str, **told):
    wrong = tuple(Distractor(text=text) for text in distractors)
    question = MultipleChoice(id="q", prompt="Which?", answer=answer, distractors=wrong, **told)
    bank = Bank(title="T", namespace="t", topics=(Topic(id="t", title="T", questions=(question,)),))
    return [Arranger(bank, seed=seed).exercise(TOPIC, question) for seed in range(12)]


def test_letters_hold_only_as_written_so_nothing_is_shuffled_and_they_come_last():
    for exercise in posed("Both A and B", "Helium", "Neon", "Oxygen"):
        assert exercise.options == ("Helium", "Neon", "Oxygen", "Both A and B")
        assert exercise.key == (3,)
        assert exercise.placement is Placement.FIXED


def test_what_speaks_of_those_above_stands_last_and_the_others_by_chance():
    found = posed("Neon", "None of the above", "Helium", "Oxygen")

    assert {exercise.options[-1] for exercise in found} == {"None of the above"}
    assert len({exercise.options for exercise in found}) > 3
    assert {exercise.placement for exercise in found} == {Placement.LAST_PINNED}


def test_two_of_those_stand_last_as_written():
    found = posed("All of the above", "None of the above", "Helium", "Oxygen")

    assert {exercise.options[2:] for exercise in found} == {("All of the above", "None of the above")}
    assert {exercise.placement for exercise in found} == {Placement.FIXED}


def test_the_author_has_the_last_word():
    pinned = posed("Both A and B", "Helium", "Neon", "Other", pin_last=True)
    kept = posed("Both A and B", "Helium", "Neon", shuffle=False)

    assert {exercise.options[-1] for exercise in pinned} == {"Other"}
    assert {exercise.placement for exercise in pinned} == {Placement.LAST_PINNED}
    assert {exercise.options for exercise in kept} == {("Both A and B", "Helium", "Neon")}


@pytest.mark.parametrize(
    "text",
    [
        "Both A and B", "A and B", "A, B", "A, B and C", "both a and b", "Neither (a) nor (b)", "A & B only",
        "Options A and C", "A and B are both correct", "A und B", "Les deux A et B", "Tanto A y B", "A和B",
    ],
)  # fmt: skip
def test_letters_of_others_are_known(text):
    assert by_letter(("Helium", "Neon", "Oxygen", text)) == (3,)


@pytest.mark.parametrize(
    "options",
    [
        ("A and D", "B and C", "C and K", "K and E"),
        ("A", "B", "A and B", "None"),
        ("Iron", "Zinc", "A and E"),
        ("Iron", "A and B"),
        ("a and b", "Iron", "Zinc"),
        ("A study of A and B", "Iron", "Zinc"),
        ("AB", "Iron", "Zinc"),
    ],
    ids=["all", "lone letters", "beyond", "one other", "small", "a sentence", "no list"],
)
def test_letters_that_are_the_matter_itself_are_left_to_chance(options):
    assert by_letter(options) == ()


@pytest.mark.parametrize(
    "text",
    ["All of the above", "none of the above.", "Neither of the above", "Keine der oben genannten",
     "Toutes les réponses ci-dessus", "Ninguna de las anteriores", "以上都是"],
)  # fmt: skip
def test_those_above_are_known(text):
    assert of_those_above((text, "Helium")) == (0,)


@pytest.mark.parametrize(
    "text",
    [
        "The sky above",
        "Above all, rest",
        "None",
        "All of them fell from above it all, and so did everything else there",
    ],
)
def test_other_texts_are_not(text):
    assert of_those_above((text, "Helium")) == ()
