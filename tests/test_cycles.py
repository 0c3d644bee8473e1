"""The search for cycles: off inside, and afterwards as it was."""

from __future__ import annotations

import gc

import pytest

from quizmill.cycles import without_search_for_cycles


def test_there_is_none_inside_and_one_again_afterwards():
    with without_search_for_cycles():
        assert not gc.isenabled()
        with without_search_for_cycles():
            pass
        assert not gc.isenabled()

    assert gc.isenabled()


def test_there_is_one_again_after_a_failure():
    with pytest.raises(KeyError), without_search_for_cycles():
        raise KeyError

    assert gc.isenabled()
