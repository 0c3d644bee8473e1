"""Papers in several forms, for tests of what is made of them."""

from __future__ import annotations

from quizmill.bank.model import Bank, Distractor, MultipleChoice, Topic
from quizmill.compose.forms import forms
from quizmill.compose.selection import Selection, choose


def forms_of(bank, count, *, seed=7, order="shuffled"):
    return forms(bank, choose(bank, Selection(), seed=seed).questions, seed=seed, count=count, order=order)


def choices(count, *, options=("right", "wrong", "false", "bad"), **fields):
    """A bank of so many multiple choices."""
    wrong = tuple(Distractor(text=text) for text in options[1:])
    questions = tuple(
        MultipleChoice(id=f"q-{i}", prompt="?", answer=options[0], distractors=wrong, **fields)
        for i in range(count)
    )
    return Bank(title="T", namespace="t", topics=(Topic(id="t", title="T", questions=questions),))
