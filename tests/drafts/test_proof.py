"""A number that is proposed is right in every way in which its fact writes it, and wrong in another unit."""

from __future__ import annotations

import pytest

from drafted import asked, fact, known, proposed
from quizmill.bank.model import Bank, FactKind, Numerical
from quizmill.compose.exercise import Exercise
from quizmill.drafts import MANNERS
from quizmill.drafts.proof import is_proved
from quizmill.grade import Text, mark


def verdict(says: str, typed: str) -> str:
    [draft] = MANNERS["number"](known(fact(says, kind=FactKind.NUMBER)))
    return mark(Exercise(question=draft.question, topic="", topic_title=""), Text(typed)).verdict.value


def test_thousands_are_asked_whole():
    told = fact("A colony needs about 10 thousand years to build a reef.", kind=FactKind.NUMBER)
    assert list(proposed("number", told)) == [
        {
            "prompt": "About how many years does a colony need to build a reef?",
            "answer": "10,000",
            "unit": "years",
            "tolerance": "2%",
        }
    ]


@pytest.mark.parametrize(
    "typed", ["10000", "10,000", "10 thousand", "10 thousand years", "10,000 years", "10100"]
)
def test_every_way_to_write_it_is_right(typed):
    assert verdict("A colony needs about 10 thousand years to build a reef.", typed) == "right"


@pytest.mark.parametrize("typed", ["10", "10 years", "10,000 kg", "12000"])
def test_another_number_or_unit_is_wrong(typed):
    assert verdict("A colony needs about 10 thousand years to build a reef.", typed) == "wrong"


@pytest.mark.parametrize(
    ("answer", "unit", "is_so"),
    [
        ("10,000", "years", True),
        ("10", "", False),  # 10 thousand is not 10
        ("10,000", "kg", False),  # 10 thousand years are no weight
    ],
)
def test_the_marker_is_the_judge(answer, unit, is_so):
    question = Numerical(id="it", prompt="How long?", answer=answer, unit=unit)
    bank = Bank(title="T", namespace="t")
    assert is_proved(question, "It takes 10 thousand years.", "10 thousand", bank) is is_so


def test_a_unit_of_two_words_is_one():
    assert verdict("A colony holds 28,000 cubic feet.", "28,000 cubic feet") == "right"
    assert verdict("A colony holds 28,000 cubic feet.", "28,000") == "right"


@pytest.mark.parametrize(
    ("says", "question"),
    [
        (
            "Babbage's engine had 27 times the volume of the first one.",
            "How many times the volume of the first one did Babbage's engine have?",
        ),
        ("The Tower is 9 times as high as a house.", "How many times as high as a house is the Tower?"),
    ],
)
def test_a_multiple_stays_with_what_it_is_of(says, question):
    assert asked("number", fact(says, kind=FactKind.NUMBER)) == [question]


@pytest.mark.parametrize(
    "says",
    [
        "The Darwin Mounds are about 185 kilometres northwest of Scotland.",  # northwest belongs to Scotland
        "Babbage rang 27 times before dinner.",
    ],
)
def test_where_the_form_is_not_sure_no_number_is_asked_for(says):
    assert asked("number", fact(says, kind=FactKind.NUMBER)) == []


@pytest.mark.parametrize(
    ("says", "question"),
    [
        ("Charles Babbage had a ball rise in 1709.", "In which year did Charles Babbage have a ball rise?"),
        ("The Tower had 300 workers in 1780.", "In which year did the Tower have 300 workers?"),
        ("The Tower had been built in 1780.", "In which year had the Tower been built?"),
        ("The Tower had never stood empty in 1780.", "In which year had the Tower never stood empty?"),
    ],
)
def test_had_asks_as_a_verb_of_its_own_unless_another_follows(says, question):
    assert asked("date", fact(says, kind=FactKind.DATE)) == [question]


@pytest.mark.parametrize(
    "says",
    [
        "Charles Babbage wanted to use the beater in 1750 but his workers refused it.",
        "Charles Babbage wanted to use the beater and his workers refused it.",
    ],
)
def test_what_has_a_second_part_with_another_subject_asks_for_no_name(says):
    assert asked("name", fact(says, kind=FactKind.NAME)) == []


def test_of_what_has_a_second_part_no_date_is_asked():
    says = "Charles Babbage wanted to use the beater in 1750 but his workers refused it."
    assert asked("date", fact(says, kind=FactKind.DATE)) == []


def test_an_explanation_adds_what_stands_beside_the_fact():
    facts = [
        fact("Babbage died in 1871.", id="died", kind=FactKind.DATE, about="death"),
        fact("Babbage liked brass.", id="brass"),
        fact("The death of Babbage was slow.", id="slow", about="death"),
    ]
    [draft] = MANNERS["date"](known(*facts))
    assert draft.question.explanation == "Babbage died in 1871. The death of Babbage was slow."

    [draft] = MANNERS["date"](known(*facts[:2]))
    assert draft.question.explanation == "Babbage died in 1871. Babbage liked brass."

    [draft] = MANNERS["date"](known(facts[0]))
    assert draft.question.explanation == "Babbage died in 1871."
