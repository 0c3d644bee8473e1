"""What stands against an item as a person reads it: what was measured, of how many, and what to look at."""

from __future__ import annotations

import pytest

from quizmill.analysis.answer import OptionPlace
from quizmill.analysis.flags import FlagCode, ItemFlag
from quizmill.analysis.intervals import Interval
from quizmill.analysis.lack import Lack
from quizmill.analysis.said import LACKING, SHORT, said

WRONG = OptionPlace(0, 1)


def sentence(code: FlagCode, n: int, value: float, interval: tuple[float, float], limit: float) -> str:
    flag = ItemFlag(code=code, n=n, value=value, interval=Interval(*interval), limit=limit, choice=WRONG)
    return said(flag, "Rooibos")


@pytest.mark.parametrize(
    ("code", "n", "value", "interval", "limit", "told"),
    [
        (
            *("wrong-key", 30, 0.354, (0.051, 0.6), 0.0),
            'the best of 30 students took "Rooibos" more often than the key: r 0.35 with the rest '
            "(95 %: from 0.05); look whether it is right too, or the key wrong",
        ),
        (
            *("attracts-strong", 100, 0.25, (0.04, 0.44), 0.0),
            'of 100 students those who took "Rooibos", which is wrong, did better on the rest: r 0.25 '
            "(95 %: from 0.04); look what in it can be held for right",
        ),
        (
            *("misleading", 30, -0.2, (-0.48, 0.119), 0.15),
            "of 30 students those who know more hardly do better here, or worse: r -0.20 (95 %: up to 0.12); "
            "look whether it asks what it means to ask, and whether its key is right",
        ),
        (
            *("below-chance", 100, 0.1, (0.049, 0.176), 0.25),
            "100 students earned 10 % of the marks (95 %: 5 % to 18 %), and blind guesses earn 25 %; "
            "look what draws them to the wrong answer, and whether the key is right",
        ),
        (
            *("too-easy", 200, 0.995, (0.972, 1.0), 0.95),
            "200 students earned 100 % of the marks (95 %: 97 % to 100 %); "
            "it may tell few apart; look whether it is there to encourage, or gives itself away",
        ),
        (
            *("too-hard", 50, 0.04, (0.005, 0.137), 0.2),
            "50 students earned 4 % of the marks (95 %: 0 % to 14 %); "
            "look whether it is clear, and whether it was taught",
        ),
        (
            *("dead-distractor", 59, 0.0, (0.0, 0.0495), 0.05),
            '0 of 59 students took "Rooibos" (95 %: at most 4.95 %); '
            "look for one that tempts, or leave it out",
        ),
        (
            *("easy-contradicted", 60, 0.25, (0.147, 0.379), 0.5),
            "60 students earned 25 % of the marks (95 %: 15 % to 38 %); "
            "it is called easy; look whether it is, or whether something in it misleads",
        ),
        (
            *("hard-contradicted", 60, 0.95, (0.861, 0.99), 0.8),
            "60 students earned 95 % of the marks (95 %: 86 % to 99 %); "
            "it is called hard; look whether it is, or gives itself away",
        ),
    ],
)
def test_a_sentence_has_what_was_measured_its_interval_and_what_to_look_at(
    code, n, value, interval, limit, told
):
    assert sentence(FlagCode(code), n, value, interval, limit) == told


def test_a_correlation_of_nothing_has_no_sign():
    assert ": r 0.00 (95 %: up to 0.10);" in sentence("misleading", 300, -0.003, (-0.11, 0.1), 0.15)


def test_all_flags_and_all_lacks_have_words():
    assert set(SHORT) == set(FlagCode)
    assert set(LACKING) == set(Lack)
