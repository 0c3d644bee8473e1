"""A large bank is checked by several processes, and nobody can tell from what they find."""

from __future__ import annotations

import os
import sys

import pytest

import samples
from quizmill.bank.load import load_bank
from quizmill.check import judging, parallel
from quizmill.check.run import check

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks safely")


@pytest.fixture
def bank(tmp_path):
    samples.write(tmp_path)
    return load_bank(tmp_path / "question_bank")


@pytest.fixture
def shared(monkeypatch):
    """Every bank is large, and there are three processors."""
    monkeypatch.setattr(parallel, "LARGE", 1)
    monkeypatch.setattr(judging, "_AT_ONCE", 2)
    monkeypatch.setattr(parallel, "_processors", lambda: 3)


@on_linux
def test_what_several_find_is_what_one_finds(bank, monkeypatch, shared):
    together = check(bank)
    monkeypatch.setattr(parallel, "LARGE", 10**6)

    assert together == check(bank)
    assert together


@on_linux
def test_results_stand_in_the_order_of_their_tasks(shared):
    assert parallel.done([lambda n=n: n * n for n in range(7)], 9) == [0, 1, 4, 9, 16, 25, 36]


@on_linux
def test_what_stops_another_process_is_raised_here(shared):
    def fail():
        raise ZeroDivisionError("in the rule")

    with pytest.raises(ZeroDivisionError, match="in the rule"):
        parallel.done([lambda: 1, fail, fail], 9)


@on_linux
def test_a_process_that_is_ended_leaves_its_work_to_us(shared):
    here = os.getpid()

    def task():
        if os.getpid() != here:
            os._exit(9)
        return here

    assert parallel.done([task, task, task], 9) == [here] * 3
