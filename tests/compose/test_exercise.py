"""What a question as posed says of itself."""

from __future__ import annotations

import pytest

import samples
from quizmill.bank.cloze import Blank
from quizmill.bank.model import Numerical
from quizmill.compose.exercise import key_of, letter, measured
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
