"""Intervals beside closed forms and printed tables."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.analysis.intervals import (
    alpha_interval,
    at_most,
    beta_quantile,
    beta_share,
    correlation_interval,
    share_interval,
)


@given(n=st.integers(1, 80), k=st.integers(0, 80), p=st.floats(0.01, 0.99))
def test_the_incomplete_beta_function_is_the_tail_of_a_binomial(n: int, k: int, p: float):
    k = 1 + k % n
    tail = math.fsum(math.comb(n, i) * p**i * (1 - p) ** (n - i) for i in range(k, n + 1))

    assert beta_share(p, k, n - k + 1) == pytest.approx(tail, abs=1e-12)


@given(a=st.floats(0.5, 500), b=st.floats(0.5, 500), share=st.floats(0.001, 0.999))
def test_a_quantile_has_its_share_below_it(a: float, b: float, share: float):
    assert beta_share(beta_quantile(share, a, b), a, b) == pytest.approx(share, abs=1e-9)


def test_beyond_its_ends_a_share_is_none_or_all():
    assert (beta_share(0, 2, 3), beta_share(1, 2, 3)) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("hits", "trials", "low", "high"),
    [(8, 10, 0.4439, 0.9748), (0, 30, 0, 0.1157), (30, 30, 0.8843, 1), (13, 100, 0.0711, 0.2120)],
)
def test_a_share_has_the_interval_of_clopper_and_pearson(hits: int, trials: int, low: float, high: float):
    assert share_interval(hits, trials) == pytest.approx((low, high), abs=5e-5)


def test_part_marks_are_widened_to_whole_ones():
    assert share_interval(7.5, 10).low == share_interval(7, 10).low
    assert share_interval(7.5, 10).high == share_interval(8, 10).high


def test_none_of_59_is_the_first_that_shows_less_than_five_per_cent():
    assert at_most(0, 58) > 0.05 > at_most(0, 59)
    assert at_most(0, 59) == pytest.approx(1 - 0.05 ** (1 / 59), abs=1e-12)
    assert at_most(3, 3) == 1


def test_thirty_students_leave_a_correlation_wide_open():
    assert correlation_interval(0.2, 30) == pytest.approx((-0.173, 0.523), abs=5e-4)
    assert correlation_interval(0.2, 3) == (-1, 1)
    assert correlation_interval(1.0, 30).low > 0.999


def test_alpha_has_the_interval_of_feldt():
    # F of 10 and 20 degrees of freedom: 2.774 and, turned over, 1 / 3.419
    assert alpha_interval(0.0, 11, 3) == pytest.approx((1 - 2.7737, 1 - 1 / 3.4185), abs=2e-4)
    assert alpha_interval(1.0, 11, 3) == (1, 1)
