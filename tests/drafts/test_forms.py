"""Forms of sentences that a question is made of, and those of which none is."""

from __future__ import annotations

import pytest

from drafted import asked, fact, known, proposed
from quizmill.bank.model import FactKind
from quizmill.bank.values import Moment
from quizmill.drafts.events import events

DATE, NUMBER, NAME, CAUSE = FactKind.DATE, FactKind.NUMBER, FactKind.NAME, FactKind.CAUSE


@pytest.mark.parametrize(
    ("says", "prompt"),
    [
        ("A worker lives for about six weeks in summer.",
         "For about how many weeks does a worker live in summer?"),
        ("An egg hatches after three days.", "After how many days does an egg hatch?"),
        ("Babbage has 30 tools at home.", "How many tools does Babbage have at home?"),
        ("Babbage gave the state 30 tools of iron.", ""),  # there is more between
        ("Babbage sold for 30 tools of iron.", ""),  # of what the number is part
        ("Babbage built more than 30 tools.", ""),  # how many, nobody says
        ("Babbage built 30 large round iron tools.", ""),
        ("Babbage built 30, all of iron.", ""),
        ("Babbage built 30 tools, all of iron.", ""),
        ("Babbage was 79 years old, says A Life.", "How old was Babbage?"),
        ("Babbage was 79 years old, and ill.", ""),
        ("Babbage could 30 tools.", ""),
        ("Menabrea and Babbage were 30 miles apart.", ""),
    ],
)  # fmt: skip
def test_a_number_is_asked_for_where_the_form_is_sure(says, prompt):
    assert asked("number", fact(says, kind=NUMBER)) == ([prompt] if prompt else [])


@pytest.mark.parametrize(
    ("says", "prompt"),
    [
        ("Babbage left in 1822, when he was ill.", ""),
        ("Babbage left in 1822 and came back.", ""),
        ("Babbage left around 1822.", ""),
        ("The order that Babbage gave in 1822 came late.", ""),
        ("A Life dates Babbage's death to early 1871.", ""),
        ("A Life dates Babbage's death to June 1871.", "In which month and year did Babbage die?"),
    ],
)
def test_a_date_is_asked_for_where_the_form_is_sure(says, prompt):
    assert asked("date", fact(says, kind=DATE)) == ([prompt] if prompt else [])


@pytest.mark.parametrize(
    ("says", "prompt"),
    [
        ("The engine of Babbage was sold to Ada Lovelace.", "To whom was the engine of Babbage sold?"),
        ("What Babbage wanted was Ada Lovelace.", ""),
        ("Ada Lovelace is a countess.", ""),  # many a woman is one
        ("Ada Lovelace wrote notes, and Ada Lovelace drew.", ""),
        ("London is Babbage's city.", "What is Babbage's city?"),
        ("Babbage's city of birth was London.", "What was Babbage's city of birth?"),
    ],
)
def test_a_name_is_asked_for_where_the_form_is_sure(says, prompt):
    assert asked("name", fact(says, kind=NAME))[-1:] == ([prompt] if prompt else [])


@pytest.mark.parametrize(
    ("says", "text"),
    [
        ("In 1822, Babbage built a model.", "Babbage built a model"),
        ("In 1822, Babbage built a model, which broke.", ""),
        ("Babbage built a model in 1822.", "Babbage built a model"),
        ("A Life dates Babbage's model to 1822.", "Babbage's model"),
        ("A Life says much of Babbage in 1822.", ""),
        ("Babbage, who in 1822 built a model, was ill.", ""),
    ],
)
def test_an_event_is_what_is_left_without_its_date(says, text):
    assert [(each.text, each.when) for each in events(known(fact(says, kind=DATE)))] == (
        [(text, Moment(1822))] if text else []
    )


def test_what_is_doubted_or_disputed_is_no_event():
    says = "Babbage built a model in 1822."
    assert list(events(known(fact(says, kind=DATE, doubt="Or in 1823.")))) == []
    assert list(events(known(fact(says, kind=DATE), disputed=("life/it",)))) == []


def test_a_year_that_others_give_for_the_same_is_no_wrong_year():
    told = [
        fact("Lovelace published her notes in 1843.", id="a", kind=DATE, about="n/y", value="1843"),
        fact("Lovelace published the seven notes in 1842.", id="b", kind=DATE, about="n/y", value="1842"),
        fact("Babbage met a duke in 1840.", id="c", kind=DATE),
    ]
    assert next(each for each in proposed("true-false", *told) if not each["answer"])["prompt"] in (
        "Lovelace published her notes in 1840.",
        "Lovelace published the seven notes in 1840.",
        "Babbage met a duke in 1842.",
    )


def test_the_value_of_a_number_is_asked_for():
    told = fact("Babbage paid 30 men 2 pounds.", kind=NUMBER, about="b/men", value="about 30")
    assert asked("cloze", told) == ["Babbage paid {{30}} men 2 pounds."]


def test_a_reason_that_points_back_or_says_the_same_is_no_wrong_option():
    told = [
        fact("Babbage sold his house because money was short.", id="a", kind=CAUSE),
        fact("Babbage left the club because it was loud.", id="b", kind=CAUSE),
        fact("Babbage wrote letters because money was lost.", id="c", kind=CAUSE),
    ]
    assert asked("cause", *told) == ["According to *A Life*, why did Babbage leave the club?"]


def test_reasons_that_speak_of_one_another_or_of_what_is_not_named_are_not_matched():
    told = [
        fact("The Difference Engine failed because money was short.", id="a", kind=CAUSE),
        fact("Workmen left because the Difference Engine failed.", id="b", kind=CAUSE),
        fact("Babbage left because he was ill.", id="c", kind=CAUSE),
    ]
    assert asked("matching", *told) == []


def test_what_is_told_of_two_things_alone_is_not_matched():
    told = [
        fact("A queen needs 16 days from egg to bee.", id="a", kind=NUMBER),
        fact("A worker needs 21 days from egg to bee.", id="b", kind=NUMBER),
    ]
    assert asked("matching", *told) == []


def test_names_with_what_is_long_or_begins_unsurely_are_not_matched():
    told = [
        fact("Ada Lovelace was an author.", id="a", kind=NAME),
        fact("Glorp was Luigi Menabrea.", id="b", kind=NAME),
        fact("Mary Somerville taught.", id="c", kind=NAME),
    ]
    assert asked("matching", *told) == []
