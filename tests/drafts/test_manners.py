"""What is proposed for a sentence: the fact in, the whole question out."""

from __future__ import annotations

import pytest

from drafted import ENGINE, NOTES, TUTOR, asked, fact, known, proposed
from quizmill.bank.model import FactKind, Section
from quizmill.bank.write import question_fields
from quizmill.drafts import MANNERS


@pytest.mark.parametrize(
    ("says", "prompt", "answer"),
    [
        ("Babbage built his engine in 1822.", "In which year did Babbage build his engine?", "1822"),
        ("The engine was shown in 1862.", "In which year was the engine shown?", "1862"),
        ("The engine was shown in London in 1862.", "In which year was the engine shown in London?", "1862"),
        ("Lovelace died on 27 November 1852.", "On which date did Lovelace die?", "27 November 1852"),
        ("In 1843, Lovelace published her notes.", "In which year did Lovelace publish her notes?", "1843"),
        ("A Life dates the notes to 1843.", "To which year does *A Life* date the notes?", "1843"),
        ("A Life dates his death to 1871.", "In which year did his death take place?", "1871"),
        ("The notes came out in May 1843.", "In which month and year did the notes come out?", "May 1843"),
        ("Her date of birth is 10 December 1815.", "What is her date of birth?", "10 December 1815"),
        ("The work began in about 1833.", "In about which year did the work begin?", "1833"),
    ],
)  # fmt: skip
def test_a_date_is_asked_for(says, prompt, answer):
    assert list(proposed("date", fact(says, kind=FactKind.DATE))) == [{"prompt": prompt, "answer": answer}]


@pytest.mark.parametrize(
    "says",
    [
        "Babbage, who built his first engine in 1822, was a mathematician.",  # of which verb the year is
        "The engine that was built in 1822 was small.",
        "Babbage said that he had built it in 1822.",
        "Babbage glorped his engine in 1822.",  # a verb that nobody knows
        "He built it in 1822.",
        "Babbage worked from 1822 to 1842.",  # two of them
    ],
)
def test_where_the_grammar_is_unsure_no_date_is_asked_for(says):
    assert asked("date", fact(says, kind=FactKind.DATE)) == []


def test_a_year_that_merely_says_when_is_not_asked_for():
    assert asked("date", fact("Babbage was famous in 1830.", kind=FactKind.CLAIM)) == []
    assert asked("date", fact("Babbage lost money in 1830.", kind=FactKind.EVENT, as_of="1830")) == []


@pytest.mark.parametrize(
    ("says", "prompt", "answer", "unit"),
    [
        ("The engine had 25,000 parts.", "How many parts did the engine have?", "25,000", "parts"),
        ("Lovelace wrote seven notes.", "How many notes did Lovelace write?", "seven", "notes"),
        ("Lovelace was 36 years old when she died.", "How old was Lovelace when she died?", "36", "years"),
        ("The work took about 9 years.", "About how many years did the work take?", "9", "years"),
        ("The price was 17,500 pounds.", "What was the price, in pounds?", "17,500", "pounds"),
        ("Twelve people were asked to come.", "How many people were asked to come?", "Twelve", "people"),
    ],
)  # fmt: skip
def test_a_number_is_asked_for(says, prompt, answer, unit):
    wanted = {"prompt": prompt, "answer": answer, "unit": unit}
    assert list(proposed("number", fact(says, kind=FactKind.NUMBER))) == [wanted]


def test_how_many_of_a_few_things_there_are_is_not_asked():
    assert asked("number", fact("Babbage had three sons.", kind=FactKind.NUMBER)) == []


def test_a_name_is_chosen_among_its_kind():
    facts = (fact("The first programmer was Ada Lovelace.", kind=FactKind.NAME), ENGINE, NOTES, TUTOR)
    first = next(proposed("name", *facts))

    assert first["prompt"] == "Who was the first programmer?"
    assert first["answer"] == "Ada Lovelace"
    assert sorted(first["distractors"]) == ["Charles Babbage", "Luigi Menabrea", "Mary Somerville"]


def test_a_name_of_which_the_same_is_said_is_no_wrong_option():
    told = fact("Ada Lovelace wrote seven notes about the engine.", kind=FactKind.EVENT)
    also = "Luigi Menabrea wrote notes about the engine too."

    options = next(proposed("name", told, also, ENGINE, TUTOR))["distractors"]

    assert sorted(options) == ["Charles Babbage", "Mary Somerville"]


def test_a_place_is_typed():
    [found] = proposed("name", fact("Babbage's birthplace is London.", kind=FactKind.NAME))
    assert found == {"prompt": "What is Babbage's birthplace?", "answer": "London"}


def test_the_point_of_a_fact_is_its_value():
    told = fact(
        "In 1822 Babbage built an engine in London.", kind=FactKind.NAME, about="e/place", value="London"
    )
    assert asked("cloze", told) == ["In 1822 Babbage built an engine in {{London}}."]


def test_a_sum_keeps_its_currency_to_be_read():
    told = fact("The government paid 17,500 pounds for it.", kind=FactKind.NUMBER)
    assert asked("cloze", told) == ["The government paid {{17,500}} pounds for it."]


def test_a_claim_says_whose_it_is():
    told = fact("Lovelace died in 1853, says A Life.", kind=FactKind.DATE, doubt="The register has 1852.")
    [question] = (each.question for each in MANNERS["date"](known(told)))

    assert question_fields(question)["prompt"] == "According to *A Life*, in which year did Lovelace die?"
    assert question.explanation == (
        "Lovelace died in 1853, says *A Life*. This is disputed: The register has 1852."
    )


def test_what_others_contradict_says_whose_it_is():
    told = fact("The work began in 1833, by the account of A Life.", kind=FactKind.DATE)
    assert asked("date", told, disputed=("life/it",)) == [
        "According to *A Life*, in which year did the work begin?"
    ]


def test_what_was_so_at_a_time_says_when():
    told = fact("The engine has 25,000 parts.", kind=FactKind.NUMBER, as_of="1830")
    assert asked("number", told) == ["How many parts does the engine have (as of 1830)?"]


def test_a_list_is_chosen_from():
    told = fact("Ada Lovelace and Luigi Menabrea were the authors of the paper.", kind=FactKind.NAME)
    [found] = proposed("several", told, ENGINE, TUTOR)

    assert found["prompt"] == "Which two of these were the authors of the paper?"
    assert found["answers"] == ["Ada Lovelace", "Luigi Menabrea"]
    assert found["distractors"] == ["Charles Babbage", "Mary Somerville"]


def test_dated_events_are_put_in_order():
    years = ("Babbage built a model in 1822.", "Lovelace published her notes in 1843.",
             "Lovelace died in 1852.", "Babbage died in 1871.")  # fmt: skip
    facts = [fact(says, id=f"f{at}", kind=FactKind.DATE) for at, says in enumerate(years)]
    [found] = proposed("ordering", *reversed(facts))

    assert found["sequence"] == [
        "Babbage built a model",
        "Lovelace published her notes",
        "Lovelace died",
        "Babbage died",
    ]


def test_false_is_what_another_year_makes():
    facts = [
        fact("Lovelace published her notes in 1843.", id="a", kind=FactKind.DATE),
        fact("Lovelace died in 1852.", id="b", kind=FactKind.DATE),
    ]
    one, other = proposed("true-false", *facts)

    assert one == {
        "prompt": "Lovelace published her notes in 1852.",
        "answer": False,
        "correction": "Lovelace published her notes in 1843.",
    }
    assert other == {"prompt": "Lovelace died in 1852.", "answer": True}


def test_an_essay_asks_for_what_stands_under_a_heading():
    facts = [
        fact("The engine failed for want of money.", id="a", kind=FactKind.CAUSE),
        fact("The engine was too large.", id="b", kind=FactKind.CLAIM),
        fact("Its workmen were never paid.", id="c", kind=FactKind.EVENT),
    ]
    [found] = proposed("essay", *facts, sections=(Section(title="Why the engine failed", first=1),))

    assert found["prompt"] == "What does *A Life* say about “Why the engine failed”? Give at least 3 points."
    assert len(found["points"]) == 3


def test_in_other_languages_there_are_gaps():
    told = fact("Babbage baute 1822 eine Maschine.", kind=FactKind.DATE)
    assert {
        manner: asked(manner, told, language="de") for manner in MANNERS if asked(manner, told, language="de")
    } == {"cloze": ["Babbage baute {{1822}} eine Maschine."]}
