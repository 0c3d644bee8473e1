"""What somebody who knows nothing would score."""

from __future__ import annotations

import itertools
import math
from fractions import Fraction

import msgspec
import pytest

from quizmill.bank.model import Ordering, Topic
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper
from quizmill.grade.credit import order, picks
from quizmill.study.guessing import guessing_percent, guessing_share


def test_a_guesser_at_the_sample_paper(paper: Paper):
    shares = {each.id: round(guessing_share(each), 4) for each in paper.exercises}

    assert shares == {
        "tea-plant": 0.25,
        "tea-true": round(best_picking(2, 4), 4),
        "tea-herbs": 0.5,
        "ship-name": 0,
        "ship-cargo": 0,
        "ship-year": 0,
        "tea-colours": 0.25,
        "tea-steps": round(mean_order(5), 4),
        "tea-essay": 0,
    }


def test_the_paper_counts_marks_and_leaves_essays_out(paper: Paper):
    expected = 0.25 + 2 * best_picking(2, 4) + 0.5 + 0.25 + mean_order(5)

    assert guessing_percent(paper) == pytest.approx(100 * expected / 9)


def test_a_paper_of_essays_cannot_be_guessed(paper: Paper):
    essays = msgspec.structs.replace(paper, exercises=paper.exercises[-1:])

    assert guessing_percent(essays) == 0


@pytest.mark.parametrize("steps", [2, 3, 4, 5, 6])
def test_the_expected_order_is_the_mean_over_all_orders(steps: int):
    assert guessing_share(an_ordering(steps)) == pytest.approx(mean_order(steps))


def test_an_ordering_of_the_most_steps_is_worked_out_too():
    assert 0.2 < guessing_share(an_ordering(26)) < 0.35


def an_ordering(steps: int) -> Exercise:
    words = tuple(f"step {i}" for i in range(steps))
    question = Ordering(id="x", prompt="Order them.", sequence=words)
    topic = Topic(id="t", title="T")
    return Exercise(question=question, topic=topic.id, topic_title=topic.title, options=words)


def mean_order(steps: int) -> float:
    return sum(order(ranks, steps) for ranks in itertools.permutations(range(steps))) / math.factorial(steps)


def best_picking(right: int, options: int) -> float:
    means = []
    for count in range(1, options + 1):
        every = [picks(chosen, range(right)) for chosen in itertools.combinations(range(options), count)]
        means.append(Fraction(sum(every)) / len(every))
    return float(max(means))
