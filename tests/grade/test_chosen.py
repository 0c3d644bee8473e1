"""What was chosen, by its places in the bank's order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

import samples
from quizmill.bank.markup import plain
from quizmill.compose.exercise import options_of
from quizmill.compose.paper import compose
from quizmill.grade import Blanks, Choice, Order, Pairing, Skipped, Text, Written
from quizmill.grade.chosen import chosen


@pytest.fixture(scope="module")
def bank(tmp_path_factory):
    return samples.load(tmp_path_factory.mktemp("bank")).bank


def posed(bank, id, seed=1, form=""):
    questions = tuple((topic, question) for topic, question in bank.questions() if question.id == id)
    return compose(bank, questions, seed=seed, form=form).exercises[0]


def shown(exercise, *texts):
    return tuple([plain(option) for option in exercise.options].index(text) for text in texts)


@pytest.mark.parametrize(
    ("picked", "places"),
    [("Camellia sinensis", (0,)), ("Camellia japonica", (1,)), ("Aspalathus linearis", (3,))],
)
def test_the_key_comes_first_and_the_distractors_as_written(bank, picked, places):
    for seed in range(6):
        exercise = posed(bank, "tea-plant", seed)

        assert chosen(exercise, Choice(shown(exercise, picked))) == places


def test_of_several_the_places_ascend(bank):
    exercise = posed(bank, "tea-true")

    assert chosen(exercise, Choice(shown(exercise, "Mate", "Pu-erh"))) == (1, 3)
    assert chosen(exercise, Choice(())) == ()


def test_true_is_first(bank):
    exercise = posed(bank, "tea-herbs")

    assert [chosen(exercise, Choice((pick,))) for pick in (0, 1)] == [(0,), (1,)]


def test_each_left_has_its_right_or_nothing(bank):
    exercise = posed(bank, "tea-colours")
    dried, twice = shown(exercise, "only dried", "roasted twice")

    assert chosen(exercise, Pairing((dried, None, twice))) == (2, -1, 3)


def test_steps_stand_as_they_were_put(bank):
    exercise = posed(bank, "tea-steps")

    assert chosen(exercise, Order(shown(exercise, "Roll", "Pluck", "Dry"))) == (2, 0, 4)
    assert chosen(exercise, Order(exercise.key)) == (0, 1, 2, 3, 4)


@pytest.mark.parametrize("response", [Text("a"), Blanks(("a", "b")), Written("a"), Skipped(), None], ids=repr)
def test_of_what_is_typed_nothing_was_chosen(bank, response):
    assert chosen(posed(bank, "tea-plant"), response) == ()


@pytest.mark.parametrize("pick", [-1, 4])
def test_an_option_that_is_not_there_is_refused(bank, pick):
    with pytest.raises(LookupError):
        chosen(posed(bank, "tea-plant"), Choice((pick,)))


@given(st.permutations(range(4)), st.integers(0, 3))
def test_however_options_are_shown_the_same_one_has_the_same_place(bank, order, place):
    exercise = posed(bank, "tea-plant")
    options = options_of(exercise.question)
    turned = replace(exercise, options=tuple(options[at] for at in order))

    assert chosen(turned, Choice((order.index(place),))) == (place,)
