"""What else is right, as key and cards have it."""

from __future__ import annotations

import pytest

from quizmill.bank.model import Cloze, Numerical, Question, ShortAnswer, TrueFalse
from quizmill.compose.exercise import Exercise
from quizmill.export.paper.answer_texts import also_accepted
from quizmill.words import words_in


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (ShortAnswer(id="q", prompt="?", answer="Yunnan", accept=("Sichuan", "云南")), "Sichuan; 云南"),
        (ShortAnswer(id="q", prompt="?", answer="Yunnan"), ""),
        (Numerical(id="q", prompt="?", answer="12", tolerance="5%"), "anything within 5% of it"),
        (Cloze(id="q", text="A {{clever|cleverer|smart}} boy."), "cleverer or smart"),
        (Cloze(id="q", text="{{One}} and {{two|2|both}}."), "(2) 2 or both"),
        (TrueFalse(id="q", prompt="?", answer=True), ""),
    ],
)
def test_what_else_is_right_is_said_in_words(question: Question, expected: str):
    exercise = Exercise(question=question, topic="t", topic_title="T")

    assert also_accepted(exercise, words_in("en")) == expected
