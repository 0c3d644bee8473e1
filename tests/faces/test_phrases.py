"""What both faces say of an answer, in sentences."""

from __future__ import annotations

import pytest

from printed import paper_of
from quizmill.bank.model import Distractor, MultipleChoice, TrueFalse
from quizmill.faces.phrases import remark, sentence
from quizmill.grade import Choice, mark
from quizmill.words import words_in

EN = words_in("en")


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("`n = n + 1` ties only *one* name.", "n = n + 1 ties only one name."),
        (r"\(v\) is no distance", "v is no distance."),
        ("a cousin of `n`", "A cousin of n."),
        ("*a* cousin", "A cousin."),
        ("What else?", "What else?"),
        ("", ""),
    ],
)
def test_code_and_mathematics_keep_their_case_where_a_sentence_begins(why: str, said: str):
    choice = MultipleChoice(id="q", prompt="P", answer="x", distractors=(Distractor(text="y", why=why),))
    (exercise,) = paper_of(choice).exercises
    answered = mark(exercise, Choice((exercise.options.index("y"),)))

    assert remark(exercise, answered, EN) == said


def test_what_the_answer_says_is_not_remarked_again():
    claim = TrueFalse(id="q", prompt="S", answer=False, correction="`n` is `1`")
    (exercise,) = paper_of(claim).exercises

    assert remark(exercise, mark(exercise, Choice((0,))), EN) == ""


def test_a_clause_becomes_a_sentence():
    assert [sentence(text) for text in ("check the year", "Why?", "etc…", "")] == [
        "Check the year.",
        "Why?",
        "Etc…",
        "",
    ]
