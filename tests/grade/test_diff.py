"""A typed answer beside the right one, letter by letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.bank.model import Cloze, Essay, Numerical, Point, ShortAnswer
from quizmill.compose.exercise import Exercise
from quizmill.grade import Blanks, Text, Written
from quizmill.grade.diff import Change, Piece, diff, diffs

SAME, MISSING, SURPLUS = Change.SAME, Change.MISSING, Change.SURPLUS
WORDS = st.text(alphabet="aAbcé金 山1", max_size=12)


def posed(question) -> Exercise:
    return Exercise(question=question, topic="t", topic_title="T")


def test_a_letter_left_out_and_a_letter_exchanged():
    assert diff("Cuty Sarc", "Cutty Sark") == (
        Piece("Cut", SAME),
        Piece("t", MISSING),
        Piece("y Sar", SAME),
        Piece("c", SURPLUS),
        Piece("k", MISSING),
    )


def test_case_is_no_difference():
    assert diff("cutty SARK", "Cutty Sark") == (Piece("cutty SARK", SAME),)


@given(WORDS, WORDS)
def test_the_pieces_spell_what_was_typed_and_what_is_right(typed, right):
    pieces = diff(typed, right)

    assert "".join(p.text for p in pieces if p.change is not MISSING) == typed
    assert "".join(p.text for p in pieces if p.change is not SURPLUS).lower() == right.lower()


def test_the_nearest_accepted_form_is_compared():
    ship = posed(ShortAnswer(id="s", prompt="Which ship?", answer="Cutty Sark", accept=("Kutty Sark",)))

    assert diffs(ship, Text("Kutty Sarc")) == (diff("Kutty Sarc", "Kutty Sark"),)


def test_each_blank_is_compared_for_itself_and_one_that_is_right_not_at_all():
    text = posed(Cloze(id="c", text="In {{1869}} came the {{Cutty Sark}}."))

    assert diffs(text, Blanks(("1869", "Cuty Sark"))) == (None, diff("Cuty Sark", "Cutty Sark"))


def test_words_with_nothing_in_common_are_not_compared():
    ship = posed(ShortAnswer(id="s", prompt="Which ship?", answer="Cutty Sark"))

    assert diffs(ship, Text("a long time ago")) == (None,)
    assert diffs(ship, Text("")) == (None,)


def test_what_differs_in_case_alone_is_not_compared():
    ship = posed(ShortAnswer(id="s", prompt="Which ship?", answer="Cutty Sark"))

    assert diffs(ship, Text("CUTTY sark")) == (None,)


def test_the_accepted_form_that_is_nearest_is_compared():
    lake = posed(ShortAnswer(id="s", prompt="Which lake?", answer="Lake Constance", accept=("Bodensee",)))

    assert diffs(lake, Text("Bodnsee")) == (diff("Bodnsee", "Bodensee"),)


@pytest.mark.parametrize(
    ("right", "typed"),
    [
        ("384,400", "384.400 km"),
        ("384,400", "384400 miles"),
        ("384,400", "384400 mils"),
        ("1869", "1896"),
        ("1869", "18,69"),
        ("August 2004", "August 2005"),
    ],
)
def test_a_number_is_not_compared_for_its_spelling(right, typed):
    asked = posed(Numerical(id="n", prompt="What is it?", answer=right))
    blank = posed(Cloze(id="c", text=f"It is {{{{{right}}}}}."))

    assert diffs(asked, Text(typed)) == (None,)
    assert diffs(blank, Blanks((typed,))) == (None,)


def test_the_words_of_a_number_or_date_are_compared():
    month = posed(Numerical(id="n", prompt="When?", answer="August 2004"))
    count = posed(Numerical(id="n", prompt="How many?", answer="fifteen"))

    assert diffs(month, Text("Augst 2004")) == (diff("Augst 2004", "August 2004"),)
    assert diffs(count, Text("fiveteen")) == (diff("fiveteen", "fifteen"),)


def test_nothing_else_is_compared():
    essay = posed(Essay(id="e", prompt="Why?", points=(Point(point="Speed."),)))

    assert diffs(essay, Written("Because.")) == ()
