"""What a question as posed says of itself."""

from __future__ import annotations

import pytest

import samples
from quizmill.bank.cloze import Blank
from quizmill.bank.model import (
    Bank,
    Distractor,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    Topic,
    TrueFalse,
)
from quizmill.compose.arrange import Arranger
from quizmill.compose.exercise import Exercise, Placement, key_of, letter, measured
from quizmill.compose.paper import Paper, compose


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    bank = samples.load(tmp_path_factory.mktemp("bank")).bank
    return compose(bank, tuple(bank.questions()), seed=7, order="bank")


def test_the_prompt_of_each_kind_is_what_it_asks(paper: Paper):
    assert {each.id: each.prompt for each in paper.exercises if each.id in ("ship-name", "ship-year")} == {
        "ship-name": "Which clipper was launched in 1869 to carry tea from China?",
        "ship-year": "In ____ the ____ was launched.",
    }


def test_the_key_of_each_kind_is_its_right_answer_as_text(paper: Paper):
    assert {each.id: key_of(each.question) for each in paper.exercises} == {
        "tea-plant": ("Camellia sinensis",),
        "tea-true": ("Oolong", "Pu-erh"),
        "tea-herbs": ("False",),
        "ship-name": ("Cutty Sark",),
        "ship-cargo": ("¥9,000",),
        "ship-year": ("1869", "Cutty Sark"),
        "tea-colours": ("Green tea = heated at once", "Black tea = fully oxidised", "White tea = only dried"),
        "tea-steps": ("Pluck", "Wither", "Roll", "Oxidise", "Dry"),
        "tea-essay": ("The first tea of a season sold for more", "Tea loses flavour at sea"),
    }


def test_the_key_of_a_true_statement_is_true():
    assert key_of(TrueFalse(id="q", prompt="Tea is wet.", answer=True)) == ("True",)


def test_only_a_cloze_has_blanks(paper: Paper):
    assert {each.id: each.blanks for each in paper.exercises if each.blanks} == {
        "ship-year": (
            Blank(answer="1869"),
            Blank(answer="Cutty Sark", accept=("The Cutty Sark",)),
        )
    }


def test_why_an_option_tempts_stands_with_the_option_wherever_it_is_shown(paper: Paper):
    plant, teas, herbs, *_ = paper.exercises
    garden = "It is a garden cousin without tea in its leaves."

    assert plant.why_not == {plant.options.index("Camellia japonica"): garden}
    assert teas.why_not == herbs.why_not == {}


@pytest.mark.parametrize(
    ("answer", "unit", "shown"),
    [("9,000", "yuan", "9,000 yuan"), ("¥9,000", "yuan", "¥9,000"), ("5 km", "km", "5 km"), ("12", "", "12")],
)
def test_a_number_is_shown_with_its_unit_once(answer: str, unit: str, shown: str):
    assert measured(Numerical(id="q", prompt="?", answer=answer, unit=unit)) == shown


def test_the_marks_of_a_paper_are_those_of_its_questions(paper: Paper):
    assert paper.possible == 10


def test_options_are_lettered_beyond_the_alphabet():
    assert [letter(index) for index in (0, 25, 26, 51, 52)] == ["a", "z", "aa", "az", "ba"]


FREE, LAST_PINNED, FIXED = Placement.FREE, Placement.LAST_PINNED, Placement.FIXED


def choice(*options: str, shuffle: bool = True, pin_last: bool = False) -> MultipleChoice:
    answer, *others = options
    distractors = tuple(Distractor(text=text) for text in others)
    return MultipleChoice(
        id="q", prompt="?", answer=answer, distractors=distractors, shuffle=shuffle, pin_last=pin_last
    )


PLACED = [
    (choice("red", "blue"), ("red", "blue"), FREE),
    (choice("5", "7"), ("5", "7"), FIXED),  # they ascend
    (choice("red", "blue", shuffle=False), ("red", "blue"), FIXED),
    (choice("red", "blue", "both", pin_last=True), ("red", "blue", "both"), LAST_PINNED),
    (choice("5", "7", "red", "none", pin_last=True), ("5", "7", "red", "none"), LAST_PINNED),
    (choice("5", "7", "none", pin_last=True), ("5", "7", "none"), FIXED),
    (MultipleResponse(id="q", prompt="?", answers=("red",), distractors=()), ("red", "blue"), FREE),
    (MultipleResponse(id="q", prompt="?", answers=("5",), distractors=()), ("5", "7"), FIXED),
    (TrueFalse(id="q", prompt="?", answer=True), ("True", "False"), FIXED),
    (Matching(id="q", prompt="?", pairs=(("a", "red"), ("b", "blue"))), ("red", "blue"), FREE),
    (Matching(id="q", prompt="?", pairs=(("a", "5"), ("b", "7"))), ("5", "7"), FIXED),
    (Ordering(id="q", prompt="?", sequence=("1998", "2004")), ("2004", "1998"), FREE),
    (Numerical(id="q", prompt="?", answer="5"), (), FIXED),
]


@pytest.mark.parametrize(("question", "options", "placement"), PLACED)
def test_options_are_placed_by_chance_or_by_what_they_say(question, options, placement):
    assert Exercise(question=question, topic="t", topic_title="T", options=options).placement is placement


def test_equal_values_in_two_notations_stand_by_chance_and_among_the_others_by_value():
    question = MultipleChoice(
        id="q",
        prompt="?",
        answer="`3.0`",
        distractors=tuple(Distractor(text=t) for t in ("`3`", "`1`", "`3.00`")),
    )
    topic = Topic(id="t", title="T")
    bank = Bank(title="T", namespace="t")
    orders = {Arranger(bank, seed=seed).exercise(topic, question).options for seed in range(40)}

    assert {order[0] for order in orders} == {"`1`"}
    assert len(orders) == 6
