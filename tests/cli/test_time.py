"""An exam against the clock."""

from __future__ import annotations

import io

import pytest

import samples
from quizmill.compose.paper import compose
from quizmill.faces.plain.quiz import PlainQuiz
from quizmill.faces.plain.terminal import Screen
from quizmill.study.session import Session
from quizmill.study.sitting import Mode, begin


class Slow:
    """Someone who takes *seconds* over every line."""

    interactive = False

    def __init__(self, lines: list[str], seconds: float) -> None:
        self.lines = lines
        self.seconds = seconds
        self.now = 0.0

    def clock(self) -> float:
        return self.now

    def read(self, prompt: str) -> str | None:
        self.now += self.seconds
        return self.lines.pop(0) if self.lines else None


@pytest.fixture
def sat(tmp_path):
    """An exam of two minutes, answered by someone slow: the quiz, and what was shown."""

    def sit(seconds: float) -> tuple[Session, str]:
        bank = samples.load(tmp_path).bank
        paper = compose(bank, tuple(bank.questions()), seed=7, order="bank")
        out = io.StringIO()
        slow = Slow(["a"] * 9, seconds)
        screen = Screen(out, width=80, colour=False)
        session = Session(begin(paper, mode=Mode.EXAM), clock=slow.clock, minutes=2)
        PlainQuiz(session, screen, slow).run()
        return session, out.getvalue()

    return sit


def test_each_question_says_how_much_time_is_left(sat):
    _, shown = sat(seconds=45)

    assert "Question 1 of 9, Tea, 1 mark, 2 minutes left" in shown
    assert "Question 3 of 9, Tea, 1 mark, 1 minute left" in shown


def test_an_answer_that_comes_after_the_time_does_not_count(sat):
    session, shown = sat(seconds=70)

    assert set(session.sitting.answers) == {"tea-plant"}
    assert shown.endswith("The time is over. What you answered so far counts.\n")
