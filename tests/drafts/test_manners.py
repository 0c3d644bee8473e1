"""What is proposed for a sentence: the fact in, the whole question out."""

from __future__ import annotations

import pytest

from drafted import SORTS, asked, fact, known, proposed
from quizmill.bank.model import FactKind, Section
from quizmill.bank.write import question_fields
from quizmill.drafts import MANNERS


@pytest.mark.parametrize(
    ("says", "prompt", "answer"),
    [
        ("Babbage built his engine in 1822.", "In which year did Babbage build his engine?", "1822"),
        ("A new engine was shown in London in 1862.",
         "In which year was a new engine shown in London?", "1862"),
        ("Lovelace died on 27 November 1852.", "In which year did Lovelace die?", "1852"),
        ("In 1843, Lovelace published her notes.", "In which year did Lovelace publish her notes?", "1843"),
        ("A Life dates the notes to 1843.", "To which year does *A Life* date the notes?", "1843"),
        ("A Life dates Babbage's death to 1871.", "In which year did Babbage die?", "1871"),
        ("A Life dates the sale of Babbage's house to 1871.",
         "In which year was Babbage's house sold?", "1871"),
        ("A Life dates Babbage's public offering to 1871.",
         "In which year did Babbage's public offering take place?", "1871"),
        ("The notes came out in May 1843.", "In which month and year did the notes come out?", "May 1843"),
        ("Lovelace's date of birth is 10 December 1815.", "In which year was Lovelace born?", "1815"),
        ("Babbage's work began in about 1833.", "In about which year did Babbage's work begin?", "1833"),
    ],
)  # fmt: skip
def test_a_date_is_asked_for(says, prompt, answer):
    assert list(proposed("date", fact(says, kind=FactKind.DATE))) == [{"prompt": prompt, "answer": answer}]


@pytest.mark.parametrize(
    "says",
    [
        "Babbage, who built his first engine in 1822, was a mathematician.",  # of which verb the year is
        "The Difference Engine that was built in 1822 was small.",
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
        ("The Difference Engine had 25,000 parts.",
         "How many parts did the Difference Engine have?", "25,000", "parts"),
        ("Lovelace wrote seven notes.", "How many notes did Lovelace write?", "seven", "notes"),
        ("Lovelace was 36 years old when she died.", "How old was Lovelace when she died?", "36", "years"),
        ("Babbage's work took about 9 years.", "About how many years did Babbage's work take?", "9", "years"),
        ("Babbage's price was 17,500 pounds.", "What was Babbage's price, in pounds?", "17,500", "pounds"),
        ("Twelve people were asked to come.", "How many people were asked to come?", "Twelve", "people"),
    ],
)  # fmt: skip
def test_a_number_is_asked_for(says, prompt, answer, unit):
    wanted = {"prompt": prompt, "answer": answer, "unit": unit}
    assert list(proposed("number", fact(says, kind=FactKind.NUMBER))) == [wanted]


def test_how_many_of_a_few_things_there_are_is_not_asked():
    assert asked("number", fact("Babbage had three sons.", kind=FactKind.NUMBER)) == []


def test_a_name_is_chosen_among_its_kind():
    facts = (fact("The first programmer of all was Ada Lovelace.", kind=FactKind.NAME), *SORTS)
    first = next(proposed("name", *facts))

    assert first["prompt"] == "Who was the first programmer of all?"
    assert first["answer"] == "Ada Lovelace"
    assert sorted(first["distractors"]) == ["Charles Babbage", "Luigi Menabrea", "Mary Somerville"]


def test_a_name_of_which_the_same_is_said_is_no_wrong_option():
    told = fact("Ada Lovelace wrote seven notes about the Difference Engine.", kind=FactKind.EVENT)
    also = "Luigi Menabrea wrote notes about the Difference Engine too."

    options = next(proposed("name", told, also, *SORTS))["distractors"]

    assert sorted(options) == ["Charles Babbage", "Mary Somerville"]


def test_a_place_is_typed():
    [found] = proposed("name", fact("Babbage's birthplace is London.", kind=FactKind.NAME))
    assert found == {"prompt": "Where was Babbage born?", "answer": "London"}


def test_the_point_of_a_fact_is_its_value():
    told = fact(
        "In 1822 Babbage built an engine in London.", kind=FactKind.NAME, about="e/place", value="London"
    )
    assert asked("cloze", told, "London is a city on the Thames.")[:1] == [
        "In 1822 Babbage built an engine in the city of {{London}}."
    ]
    assert asked("cloze", told) == []  # "in" may be followed by anything


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
    told = fact("The Difference Engine has 25,000 parts.", kind=FactKind.NUMBER, as_of="1830")
    assert asked("number", told) == ["How many parts does the Difference Engine have (as of 1830)?"]


def test_a_list_is_chosen_from():
    told = fact("Ada Lovelace and Luigi Menabrea were the authors of a paper.", kind=FactKind.NAME)
    found, _ = proposed("several", told, "Mary Somerville and Charles Babbage were the authors of books.")

    assert found["prompt"] == "Which two of these were the authors of a paper?"
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


def test_an_essay_asks_for_the_reasons_that_stand_under_a_heading():
    facts = [
        fact("The Difference Engine failed for want of money.", id="a", kind=FactKind.CAUSE),
        fact("The Difference Engine failed since its makers quarrelled.", id="b", kind=FactKind.CAUSE),
        fact("The Difference Engine failed for lack of good tools.", id="c", kind=FactKind.CAUSE),
        fact("The Difference Engine failed.", id="d", kind=FactKind.CAUSE),  # which the heading says
        fact("The Difference Engine was seen by a duke.", id="e", kind=FactKind.EVENT),  # which is no reason
    ]
    [found] = proposed(
        "essay", *facts, sections=(Section(title="Why the Difference Engine failed", first=1),)
    )

    assert found["prompt"] == (
        "What does *A Life* say about “Why the Difference Engine failed”? Give 3 points."
    )
    assert [each["facts"] for each in found["points"]] == [["life/a"], ["life/b"], ["life/c"]]
    assert found["marks"] == 3


def test_an_essay_asks_for_what_facts_count():
    facts = [
        fact("Low cost was a first merit of the plan.", id="a", kind=FactKind.CLAIM),
        fact("Speed, says A Life, was a second merit of the plan.", id="b", kind=FactKind.CLAIM),
        fact("Small size was the third merit of the plan.", id="c", kind=FactKind.CLAIM),
    ]
    [found] = proposed("essay", *facts, sections=(Section(title="Merits", first=1),))

    assert found["prompt"] == "Which three merits of the plan does *A Life* name?"
    assert [each["point"] for each in found["points"]] == ["Low cost.", "Speed.", "Small size."]


def test_facts_of_one_heading_that_tell_unlike_things_make_no_essay():
    facts = [
        fact("The Difference Engine cost a fortune.", id="a", kind=FactKind.COMPARISON),
        fact("The Difference Engine needed steam.", id="b", kind=FactKind.EVENT),
        fact("The Difference Engine failed for want of money.", id="c", kind=FactKind.CAUSE),
    ]
    assert asked("essay", *facts, sections=(Section(title="The Difference Engine", first=1),)) == []


def test_in_other_languages_there_are_gaps():
    told = fact("Babbage baute 1822 eine Maschine.", kind=FactKind.DATE)
    assert {
        manner: asked(manner, told, language="de") for manner in MANNERS if asked(manner, told, language="de")
    } == {"cloze": ["Babbage baute {{1822}} eine Maschine."]}


def test_in_other_languages_nothing_stands_before_a_gap():
    told = fact("Babbage lebte in London.", about="b/place", value="London")
    assert asked("cloze", told, language="de") == ["Babbage lebte in {{London}}."]
