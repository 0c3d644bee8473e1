"""A large bank is checked by several processes, and nobody can tell from what they find."""

from __future__ import annotations

import os
import sys

import pytest

import samples
from quizmill.bank.load import load_bank
from quizmill.check import looking, sharing
from quizmill.check.run import check

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks safely")


@pytest.fixture
def bank(tmp_path):
    samples.write(tmp_path)
    return load_bank(tmp_path / "question_bank")


@pytest.fixture
def shared(monkeypatch):
    """Every bank is large, and there are three processors."""
    monkeypatch.setattr(sharing, "LARGE", 1)
    monkeypatch.setattr(looking, "_AT_ONCE", 2)
    monkeypatch.setattr(sharing, "_processors", lambda: 3)


@on_linux
def test_what_several_find_is_what_one_finds(bank, monkeypatch, shared):
    together = check(bank)
    monkeypatch.setattr(sharing, "LARGE", 10**6)

    assert together == check(bank)
    assert together


@on_linux
def test_what_stops_another_process_is_raised_here(bank, monkeypatch, shared):
    def look():
        raise ZeroDivisionError("in the rule")
        yield

    with pytest.raises(ZeroDivisionError, match="in the rule"):
        list(sharing.findings((lambda: iter(()), look, look), 9))


@on_linux
def test_a_process_that_is_ended_leaves_its_work_to_us(shared):
    here = os.getpid()

    def look():
        if os.getpid() != here:
            os._exit(9)
        return iter(())

    assert list(sharing.findings((look, look, look), 9)) == []
