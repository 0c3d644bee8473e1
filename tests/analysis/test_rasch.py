"""Rasch difficulties: closed forms, laws, and data that give none."""

from __future__ import annotations

import itertools
import math
import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.analysis.lack import Lack
from quizmill.analysis.linear import inverse
from quizmill.analysis.rasch import rasch
from quizmill.analysis.symmetric import expected, log_gammas


def test_of_two_questions_the_difference_is_the_logarithm_of_who_has_one_of_them():
    found = rasch([(1, 0)] * 30 + [(0, 1)] * 10 + [(1, 1)] * 5 + [(0, 0)])

    assert [each.difficulty for each in found.items] == pytest.approx([-math.log(3) / 2, math.log(3) / 2])
    assert [each.error for each in found.items] == pytest.approx([math.sqrt(1 / 30 + 1 / 10) / 2] * 2)
    assert found.likelihood == pytest.approx(30 * math.log(0.75) + 10 * math.log(0.25))
    assert (found.persons, len(found.abilities)) == (40, 1)


@given(st.lists(st.floats(-3, 3), min_size=3, max_size=6))
def test_what_is_expected_is_what_all_patterns_together_give(b: list[float]):
    e, size = [math.exp(-each) for each in b], len(b)
    means, information = expected(e, [0, *[1] * (size - 1), 0])
    all_patterns = list(itertools.product((0, 1), repeat=size))
    weight = {each: math.prod(v**x for v, x in zip(e, each, strict=True)) for each in all_patterns}
    mean, both = [0.0] * size, [[0.0] * size for _ in range(size)]
    for score in range(1, size):
        own = [each for each in all_patterns if sum(each) == score]
        whole = sum(weight[each] for each in own)
        assert log_gammas(e)[score] == pytest.approx(math.log(whole))
        shares = [sum(weight[each] * each[i] for each in own) / whole for i in range(size)]
        for i in range(size):
            mean[i] += shares[i]
            for j in range(size):
                pair = sum(weight[each] * each[i] * each[j] for each in own) / whole
                both[i][j] += pair - shares[i] * shares[j]

    assert means == pytest.approx(mean)
    for row, right in zip(information, both, strict=True):
        assert row == pytest.approx(right, abs=1e-9)


@given(st.lists(st.lists(st.integers(0, 1), min_size=5, max_size=5), max_size=40), st.randoms())
def test_neither_persons_nor_questions_have_an_order(patterns: list[list[int]], chance: random.Random):
    order = list(range(5))
    chance.shuffle(order)
    turned = [[pattern[at] for at in order] for pattern in patterns]
    chance.shuffle(turned)
    one, other = rasch(patterns), rasch(turned)
    there = {order[each.question]: each for each in other.items}

    assert (one.lack, one.persons) == (other.lack, other.persons)
    assert one.left_out == {order[at]: lack for at, lack in other.left_out.items()}
    for each in one.items:
        assert each.difficulty == pytest.approx(there[each.question].difficulty, abs=1e-7)
        assert each.outfit == pytest.approx(there[each.question].outfit, abs=1e-6)
    assert sum(each.difficulty for each in one.items) == pytest.approx(0, abs=1e-7)


def test_what_all_or_none_solve_is_left_out_and_named_and_what_follows_from_it():
    patterns = [(1, 1, 0, 0, 0), (1, 0, 1, 0, 0), (1, 0, 1, 1, 0), (1, 1, 0, 1, 0), (1, 0, 0, 1, 0)]
    found = rasch([*patterns, (0, 0, 0, 0, 0), (1, 1, 1, 1, 1)])

    assert found.left_out == {0: Lack.ALL_RIGHT, 4: Lack.ALL_WRONG}
    assert [each.question for each in found.items] == [1, 2, 3]
    assert found.persons == 5


def test_parts_without_a_link_have_no_difficulties_and_are_named():
    """Whoever solves one of the last two solves one of the first two too, and one of these alone."""
    found = rasch(
        [(1, 0, 0, 0, 0), (0, 1, 0, 0, 0), (0, 1, 1, 0, 0), (1, 0, 1, 0, 0), (1, 1, 1, 1, 0), (1, 1, 1, 0, 1)]
    )

    assert (found.lack, found.apart, found.items) == (Lack.CONNECTION, (3, 4), ())


@pytest.mark.parametrize(
    ("patterns", "lack"),
    [
        ([], Lack.PERSONS),
        ([(1, 1), (0, 0)], Lack.PERSONS),
        ([(1, 0), (1, 0)], Lack.QUESTIONS),
        ([(1, 0, 1)], Lack.QUESTIONS),
        ([(0, 1) * 101], Lack.SIZE),
    ],
)
def test_what_gives_no_estimate_says_why(patterns: list[tuple[int, ...]], lack: Lack):
    assert (rasch(patterns).lack, rasch(patterns).items) == (lack, ())


def test_far_apart_questions_converge():
    patterns = [(1, 0, 0)] * 5000 + [(0, 1, 0)] + [(0, 0, 1)] + [(1, 1, 0)] * 3000 + [(1, 0, 1)] + [(0, 1, 1)]

    assert rasch(patterns).lack is None


@pytest.mark.parametrize(("name", "value"), [("_STEPS", 1), ("linear.inverse", lambda matrix: None)])
def test_steps_that_do_not_end_give_nothing(name: str, value: object, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(f"quizmill.analysis.rasch.{name}", value)

    assert rasch([(1, 0, 0), (0, 1, 1), (0, 0, 1), (1, 1, 0), (1, 0, 0)]).lack is Lack.CONVERGENCE


def test_a_test_of_forty_questions_takes_a_moment():
    chance = random.Random(1)
    b = [chance.gauss(0, 1) for _ in range(40)]
    patterns = []
    for _ in range(500):
        theta = chance.gauss(0, 1)
        patterns.append([int(chance.random() < 1 / (1 + math.exp(each - theta))) for each in b])
    began = time.process_time()
    found = rasch(patterns)

    assert time.process_time() - began < 2
    errors = [(own.difficulty - each) / own.error for own, each in zip(found.items, b, strict=True)]
    middle = sum(errors) / 40
    assert 0.6 < math.sqrt(sum((each - middle) ** 2 for each in errors) / 39) < 1.4
    assert 0.9 < sum(each.infit for each in found.items) / 40 < 1.1


def test_a_matrix_is_turned_round():
    assert inverse([[4.0, 2.0], [2.0, 3.0]]) == [pytest.approx([0.375, -0.25]), pytest.approx([-0.25, 0.5])]
    assert inverse([[1.0, 2.0], [2.0, 1.0]]) is None
