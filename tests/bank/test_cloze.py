"""Blanks in a cloze text."""

from hypothesis import given
from hypothesis import strategies as st

from quizmill.bank.cloze import Blank, blanks, segments, with_gaps


def test_blanks_stand_between_stretches_of_text():
    assert segments("In {{2004}} it was bought by {{Amazon|Amazon.com}}.") == (
        "In ",
        Blank("2004"),
        " it was bought by ",
        Blank("Amazon", ("Amazon.com",)),
        ".",
    )


def test_spaces_around_an_answer_do_not_count():
    assert blanks("{{ a | b }}") == (Blank("a", ("b",)),)


def test_a_bar_can_be_part_of_an_answer():
    assert blanks(r"{{a\|b|c}}") == (Blank("a|b", ("c",)),)


def test_every_gap_has_the_same_width():
    assert with_gaps("{{Xi}} and {{Xiaomi Corporation}}") == "____ and ____"


def test_braces_that_do_not_pair_up_are_literal():
    assert segments("a {{b and c}} d}} {x}") == ("a ", Blank("b and c"), " d}} {x}")
    assert with_gaps("a {{b") == "a {{b"


@given(st.text(alphabet="ab{}|\\ ", max_size=60))
def test_the_text_around_the_blanks_is_kept(text: str):
    outside = "".join(s for s in segments(text) if isinstance(s, str))
    assert with_gaps(text, "") == outside
