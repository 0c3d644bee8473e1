"""What a marker says, as a learner reads it."""

from __future__ import annotations

from quizmill.bank.model import Distractor, MultipleChoice, Numerical
from quizmill.compose.exercise import Exercise
from quizmill.faces.phrases import comment
from quizmill.grade import Choice, Text, mark
from quizmill.words import words_in

WORDS = words_in("en")


def said(why: str) -> str:
    question = MultipleChoice(id="q", prompt="?", answer="a", distractors=(Distractor(text="b", why=why),))
    exercise = Exercise(question=question, topic="t", topic_title="T", options=("a", "b"), key=(0,))
    return comment(mark(exercise, Choice((1,))), WORDS)


def test_what_the_author_says_keeps_its_first_letter():
    """A name in a program is another with a capital."""
    assert said("`word` is still tied to its text.") == "word is still tied to its text."
    assert said("pH is no unit") == "pH is no unit."
    assert said("") == ""


def test_what_the_marker_says_begins_with_a_capital():
    question = Numerical(id="q", prompt="?", answer="$75 million")
    exercise = Exercise(question=question, topic="t", topic_title="T")

    assert comment(mark(exercise, Text("75 million euros")), WORDS) == "Right amount, wrong currency."
