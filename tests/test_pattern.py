"""A regular expression that is compiled when it is first used."""

import re

import pytest

from quizmill.pattern import pattern


def test_a_pattern_has_what_a_compiled_one_has():
    year = pattern(r"(?P<century>\d\d)\d\d")

    assert year.fullmatch("1998")["century"] == "19"
    assert [year.sub("then", text) for text in ("in 2004", "in 2010")] == ["in then", "in then"]
    assert (year.pattern, year.groups) == (r"(?P<century>\d\d)\d\d", 1)


def test_its_flags_are_kept():
    assert pattern("a b", re.VERBOSE | re.IGNORECASE).match("AB")


def test_a_faulty_one_is_an_error_when_it_is_used():
    faulty = pattern("(")

    with pytest.raises(re.error, match="missing"):
        faulty.search("")
    with pytest.raises(AttributeError):
        pattern("a").nothing  # noqa: B018 what is asked for is not there
