"""Statements to be called true or false: what is exchanged in them, and how they are explained."""

from __future__ import annotations

import pytest

from drafted import asked, fact, known, proposed
from quizmill.bank.model import FactKind
from quizmill.drafts import MANNERS

DATE, NUMBER = FactKind.DATE, FactKind.NUMBER


@pytest.mark.parametrize(
    ("says", "false"),
    [
        ("Pedals stood on the front wheel in 1863.", True),
        ("Pedals stood on the front wheel by 1863.", False),
        ("By 1863 pedals stood on the front wheel.", False),
        ("Babbage's bell has been in use since about 1863.", False),
        ("Babbage's bell was in use until the spring of 1863.", False),
        ("Babbage's bell was sold from 1863 on.", False),
        ("No bell of Babbage was sold before 1863.", False),
        ("Babbage's bell was lost in 1863 or later.", False),
        ("Babbage's bell was built by a smith in 1863.", True),  # this "by" says who
    ],
)
def test_a_year_that_bounds_is_not_exchanged(says, false):
    statements = list(
        proposed("true-false", fact(says, id="a", kind=DATE), fact("Babbage met a duke in 1861.", kind=DATE))
    )
    first = statements[0]

    assert (first["prompt"], first["answer"]) == (
        (says.replace("1863", "1861"), False) if false else (says, True)
    )


@pytest.mark.parametrize(
    ("says", "false"),
    [
        ("Babbage's engine weighed 22 tons.", True),
        ("Babbage's engine weighed more than 22 tons.", False),
        ("Babbage's engine weighed up to 22 tons.", False),
        ("Babbage's engine weighed at least 22 tons.", False),
        ("Babbage's engine weighed over 22 tons.", False),
    ],
)
def test_a_number_that_bounds_is_not_exchanged(says, false):
    other = fact("Lovelace's engine weighed 49 tons.", id="b", kind=NUMBER)
    first = next(proposed("true-false", fact(says, id="a", kind=NUMBER), other))

    assert (first["prompt"], first["answer"]) == (
        (says.replace("22", "49"), False) if false else (says, True)
    )


def explanation(*facts):
    return next(MANNERS["true-false"](known(*facts))).question.explanation


def test_a_false_statement_is_explained_by_what_stands_beside_its_correction():
    told = fact("Lovelace published her notes in 1843.", id="a", kind=DATE, about="n/y", value="1843")
    other = fact("Lovelace died in 1852.", id="b", kind=DATE)
    beside = fact("Readers could buy her notes from 1843 on.", id="c", kind=DATE, about="n/y", value="1843")

    assert explanation(told, other, beside) == "Readers could buy her notes from 1843 on."
    assert explanation(told, other) == "Lovelace died in 1852."


def test_a_false_statement_is_else_explained_by_the_fact_of_what_was_put_in():
    told = fact("Lovelace published her notes in 1843.", id="a", kind=DATE)
    far = fact("Lovelace died in 1852.", id="b", kind=DATE)
    assert explanation(told, _at(far, 9)) == "Lovelace died in 1852."


def test_no_number_is_asked_for_where_a_second_one_is_told_with_it():
    says = "The first Tour de France had six stages and 60 riders."
    told = fact(says, kind=NUMBER, about="tour/stages", value="six")

    assert asked("number", told) == []
    assert asked("cloze", told) == ["The first Tour de France had {{six}} stages and 60 riders."]


def _at(told, paragraph):
    return type(told)(id=told.id, paragraph=paragraph, says=told.says, kind=told.kind)
