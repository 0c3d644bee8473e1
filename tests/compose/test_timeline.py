"""What the documents date, in the order it happened, with something left out of most of it."""

from __future__ import annotations

import msgspec
import pytest

from quizmill.bank.model import Bank, Essay, Fact, FactKind, MultipleChoice, Point, Source, Topic
from quizmill.bank.model import Distractor as Wrong
from quizmill.compose.selection import Selection
from quizmill.compose.timeline import Hidden, timeline
from quizmill.errors import BadRequest


def fact(id, says, value, kind=FactKind.DATE, **named):
    return Fact(id=id, paragraph=1, says=says, value=value, kind=kind, **named)


def bank(*facts, asked=()):
    question = MultipleChoice(
        id="q", prompt="?", answer="a", distractors=(Wrong(text="b"),), facts=tuple(f"s/{id}" for id in asked)
    )
    topics = (Topic(id="topic", title="Topic", questions=(question,)),)
    sources = (Source(id="s", title="Source", facts=facts), Source(id="t", title="Other"))
    return Bank(title="Test", namespace="test", topics=topics, sources=sources)


def says(bank, **selected):
    return [event.says for event in timeline(bank, Selection(**selected), seed=1).events]


FACTS = (
    fact("later", "It was sold in August 2004.", "August 2004"),
    fact("early", "It began in 1998.", "1998"),
    fact("late", "It was closed in 2019.", "2019", kind=FactKind.EVENT),
)


def test_events_stand_in_order_of_time():
    assert says(bank(*FACTS)) == [
        "It began in 1998.",
        "It was sold in August 2004.",
        "It was closed in 2019.",
    ]


@pytest.mark.parametrize(
    "other",
    [
        fact("none", "It was early.", ""),
        fact("words", "It began before long.", "before long"),
        fact("count", "It had 1869 chests.", "1869", kind=FactKind.NUMBER),
        fact("doubted", "It began in 1990.", "1990", doubt="Nobody else says so."),
    ],
)
def test_a_fact_without_a_date_a_count_and_a_doubted_claim_are_left_out(other):
    assert says(bank(FACTS[1], other)) == ["It began in 1998."]


def test_two_facts_that_say_the_same_of_the_same_thing_are_one_and_different_dates_are_two():
    facts = [
        fact(f"f{n}", f"Document {n} says {year}.", year, about="it/year")
        for n, year in enumerate(("1998", "1998", "1999"))
    ]

    assert says(bank(*facts)) == ["Document 0 says 1998.", "Document 2 says 1999."]


def test_of_facts_that_say_the_same_the_shortest_stands_for_all():
    facts = [
        fact("long", "Six years after 2004 makes it 2010.", "2010", about="it/year"),
        fact("short", "It began in 2010.", "2010", about="it/year"),
    ]

    assert says(bank(*facts)) == ["It began in 2010."]


def test_facts_about_nothing_are_each_for_themselves():
    assert len(says(bank(*(fact(id, f"{id} in 2010.", "2010") for id in ("This", "That"))))) == 2


def test_when_a_document_was_written_is_no_event():
    written = fact("written", "The ages point to a text of 2022.", "2022", about="s/time-of-writing")

    assert says(bank(written, FACTS[1])) == ["It began in 1998."]


def test_a_topic_keeps_what_its_questions_rest_on_and_a_source_its_own():
    made = bank(*FACTS, asked=("early",))

    assert says(made, topics=("topic",)) == ["It began in 1998."]
    assert len(says(made, sources=("s",))) == 3


def test_a_count_chooses_by_chance_and_the_seed_repeats_it():
    made = bank(*(fact(f"f{n}", f"It was {1900 + n}.", str(1900 + n)) for n in range(50)))
    chosen = [
        tuple(event.says for event in timeline(made, Selection(count=5), seed=seed).events)
        for seed in (1, 1, 2)
    ]

    assert len(chosen[0]) == 5
    assert chosen[0] == chosen[1] != chosen[2]


def test_of_ten_events_four_lack_their_date_four_what_happened_and_two_nothing():
    made = bank(*(fact(f"f{n}", f"It was {1900 + n}.", str(1900 + n)) for n in range(10)))
    drawn = timeline(made, Selection(), seed=1)
    hidden = [event.hidden for event in drawn.events]

    assert drawn.blanks == 8
    assert [hidden.count(what) for what in (Hidden.DATE, Hidden.EVENT, Hidden.NOTHING)] == [4, 4, 2]


def test_what_is_left_out_is_the_same_for_ever():
    """A change would make another timeline of the same seed."""
    made = bank(*(fact(f"f{n}", f"It was {1900 + n}.", str(1900 + n)) for n in range(6)))

    assert "".join(event.hidden[0] for event in timeline(made, Selection(), seed=1).events) == "eendde"


def test_it_is_called_as_one_likes_else_as_its_only_topic_else_as_the_bank():
    made = bank(*FACTS, asked=("early",))
    one = Selection(topics=("topic",))

    assert timeline(made, Selection(), seed=1).title == "Test"
    assert timeline(made, one, seed=1).title == "Topic"
    assert timeline(made, one, seed=1, title="When?").title == "When?"


def test_a_topic_keeps_what_the_points_of_its_essays_rest_on():
    essay = Essay(id="e", prompt="?", points=(Point(point="It began", facts=("s/early",)),))
    made = bank(*FACTS)
    topics = (Topic(id="topic", title="Topic", questions=(essay,)),)

    assert says(msgspec.structs.replace(made, topics=topics), topics=("topic",)) == ["It began in 1998."]


def test_the_date_is_a_gap_wherever_it_stands():
    made = timeline(bank(fact("f", "In 2004, by August 2004, it ended.", "August 2004")), Selection(), seed=1)

    assert made.events[0].undated == "In _____, by _____, it ended."


def test_a_bank_that_dates_nothing_is_told_so():
    with pytest.raises(BadRequest, match="no fact chosen has a date"):
        says(bank())
