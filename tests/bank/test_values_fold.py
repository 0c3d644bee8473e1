"""Folding: what is typed differently and means the same is spelt one way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.bank.fold import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Mi\tHome\n", "mi home"),
        ("ＷＰＳ　１", "wps 1"),
        ("Café", "cafe"),
        ("Cafe\u0301", "cafe"),
        ("Straße", "strasse"),
        ("Łódź Ørsted", "lodz orsted"),
        ("“it’s”", '"it\'s"'),
        ("2010–2012", "2010-2012"),
        ("−5", "-5"),
        ("You\u200bpin\ufeff", "youpin"),
        ("2½", "2 1/2"),
        ("10²", "10^2"),
        ("CO₂ m²", "co2 m2"),
        ("ﬁve", "five"),
        ("雷军", "雷军"),
        ("ガ", "ガ"),
        ("한국", "한국"),
        ("", ""),
    ],
)
def test_a_text_is_folded(text, folded):
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_the_short_way_for_plain_text_is_the_long_way(text):
    assert fold(text) == fold(text + "é").removesuffix("e").rstrip()
