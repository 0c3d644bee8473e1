"""What keeps a draft plain: options of one sort, full names, the world rather than the document."""

from __future__ import annotations

import pytest

from drafted import asked, fact, known, proposed
from quizmill.bank.model import Bank, FactKind, Name, NameKind, Source
from quizmill.drafts import MANNERS, Known

NAME, NUMBER, DATE = FactKind.NAME, FactKind.NUMBER, FactKind.DATE
THINGS = {
    NameKind.PRODUCT: ("Alto", "Star", "Lisa", "Bravo"),
    NameKind.COMPANY: ("Xerox", "Apple", "Tesla"),
    NameKind.PERSON: ("Cleopatra", "Napoleon", "Ramses"),
    NameKind.PLACE: ("Paris", "Cairo"),
}


def drafts(manner: str, *says: str, title: str = "A Report", **fields):
    """What a manner asks of the first fact, with its wrong options."""
    first = fact(says[0], id="first", **fields)
    others = (fact(each, id=f"f{at}", kind=DATE) for at, each in enumerate(says[1:]))
    source = Source(id="r", title=title, facts=(first, *others))
    names = tuple(Name(name=name, kind=kind) for kind, each in THINGS.items() for name in each)
    bank = Bank(title="T", namespace="t", sources=(source,), names=names)
    found = [each.question for each in MANNERS[manner](Known(bank)) if each.about[0].fact.id == "first"]
    return [
        (getattr(each, "prompt", "") or each.text, [wrong.text for wrong in getattr(each, "distractors", ())])
        for each in found
    ]


def test_an_option_is_of_the_sort_that_is_asked_for():
    computers = ("The Alto was a computer.", "Lisa, a computer for offices, failed.", "Bravo is an editor.")
    told = "The first computer with windows was Star."

    asked_for, *_ = drafts("name", told, *computers, kind=NAME)

    assert asked_for == ("What was the first computer with windows?", ["Alto", "Lisa"])


def test_with_one_option_of_the_sort_it_is_typed():
    told = "The first computer with windows was Star."
    assert drafts("name", told, "The Alto was a computer.", "Bravo is an editor.", kind=NAME) == [
        ("What was the first computer with windows?", [])
    ]


def test_any_company_is_like_one_that_is_merely_called_a_company():
    told = "Xerox was the company that Jobs saw in 1979."
    also = ("Apple sold computers.", "Tesla sold cars.")
    assert drafts("name", told, *also, kind=NAME)[0][1] == ["Apple", "Tesla"]


def test_what_came_later_is_no_option():
    told = "Xerox was the company that Jobs saw in 1979."
    also = ("Apple sold computers.", "Tesla was founded in 2003.")
    assert [wrong for _, wrong in drafts("name", told, *also, kind=NAME)] == [[]]


def test_who_had_died_is_no_option():
    told = "Napoleon was the ruler who came to Cairo in 1798."
    also = ("Cleopatra, a ruler of Egypt, was famed.", "Ramses was a ruler of Egypt.")
    died = fact("Cleopatra died in 1030.", id="died", kind=DATE)
    names = tuple(Name(name=name, kind=NameKind.PERSON) for name in THINGS[NameKind.PERSON])
    facts = (fact(told, id="first", kind=NAME), *(fact(each, id=each[:4]) for each in also))

    def options(*more):
        bank = Bank(
            title="T", namespace="t", sources=(Source(id="r", title="R", facts=(*facts, *more)),), names=names
        )
        return [len(getattr(each.question, "distractors", ())) for each in MANNERS["name"](Known(bank))]

    assert options() == [2, 0]  # chosen, and typed
    assert options(died) == [0]


def test_a_thing_taken_as_known_has_its_full_name_where_there_is_one():
    told = "The canal is 120 miles long."
    assert drafts("number", told, "The Suez Canal was dug by hand.", kind=NUMBER) == [
        ("How long is the Suez Canal, in miles?", [])
    ]


@pytest.mark.parametrize(
    ("says", "text"),
    [
        ("The canal is {} miles long.", "In *A Report*: The canal is {} miles long."),
        ("The old canal is {} miles long.", "In *A Report*: The old canal is {} miles long."),
        ("The book of 1801 tells of {} ships.", "In *A Report*: The book of 1801 tells of {} ships."),
        ("A canal was dug: the canal is {} miles long.", "A canal was dug: the canal is {} miles long."),
        ("The canal that kings dug is {} miles long.", "The canal that kings dug is {} miles long."),
        ("The remaining works took {} days.", "The remaining works took {} days."),
        ("The worm of spring lives {} days.", "The worm of spring lives {} days."),
        ("Ships have {} men; boats have fewer.", "Ships have {} men."),
        ("The moon is {} miles away.", "The moon is {} miles away."),
        ("The larvae and {} bees die.", "The larvae and {} bees die."),
    ],
)  # fmt: skip
def test_else_the_document_says_which_one_is_meant(says, text):
    found = drafts("cloze", says.format("120"), kind=NUMBER)
    assert found == [(text.format("{{120}}"), [])]


def test_a_title_is_no_full_name():
    told = "The report is 120 pages long."
    titled = {"title": "The Great Report", "kind": NUMBER}
    assert drafts("number", told, "The Great Report names Xerox.", "He saw the canal.", **titled) == [
        ("According to *The Great Report*, how long is the report, in pages?", [])
    ]


def test_a_full_name_may_stand_in_a_title_alone():
    told = "The isthmus is 120 miles long."
    assert drafts("number", told, title="On the Suez Isthmus", kind=NUMBER) == [
        ("How long is the Suez Isthmus, in miles?", [])
    ]


@pytest.mark.parametrize(
    ("says", "beside", "text"),
    [
        ("The sea has {} islands.", "The Red Sea is warm.", "The sea has {} islands."),
        (
            "The reef is {} miles long.",
            "Reefs such as the Great Barrier Reef are old. A reef is alive.",
            "In *A Report*: The reef is {} miles long.",
        ),
    ],
)
def test_no_name_is_put_in_for_what_may_be_another_thing(says, beside, text):
    found = drafts("cloze", says.format("120"), beside, kind=NUMBER)
    assert (text.format("{{120}}"), []) in found


def test_two_full_names_make_none_sure():
    told = "The canal is 120 miles long."
    assert drafts("number", told, "The Suez Canal is old.", "The Kiel Canal is new.", kind=NUMBER) == [
        ("According to *A Report*, how long is the canal, in miles?", [])
    ]


@pytest.mark.parametrize(
    ("says", "text"),
    [
        ("The list of dates in A Report names Xerox as a maker.", "*A Report* names {{Xerox}} as a maker."),
        ("In its list of dates, A Report names Xerox as a maker.", "*A Report* names {{Xerox}} as a maker."),
        ("The prologue of A Report blames Xerox for it.", "*A Report* blames {{Xerox}} for it."),
    ],
)  # fmt: skip
def test_the_part_of_a_document_is_not_asked_about(says, text):
    assert drafts("cloze", says, about="a/b", value="Xerox") == [(text, [])]


@pytest.mark.parametrize(
    "says",
    [
        "A Report opens in 1979.",
        "A Report gives 1979 as the year of its start.",
        "The shop in which A Report begins was built in 1979.",
        "Five years, since 1979, is how long they waited.",
        "Its shop was built in 1979.",
    ],
)
def test_what_is_about_the_document_or_points_back_is_not_asked(says):
    assert [drafts(manner, says, kind=DATE) for manner in ("cloze", "date", "true-false")] == [[], [], []]


def test_a_document_may_be_called_what_it_is_about():
    assert drafts("date", "The Suez Canal was opened in 1869.", title="The Suez Canal", kind=DATE) == [
        ("In which year was the Suez Canal opened?", [])
    ]
    assert drafts(
        "cloze", "The Suez Canal dates the opening to 1869.", title="The Suez Canal", kind=DATE
    ) == [("*The Suez Canal* dates the opening to the year {{1869}}.", [])]


@pytest.mark.parametrize(
    ("says", "text"),
    [
        ("Xerox sold computers.", "The company {{Xerox}} sold computers."),
        ("They went to Xerox.", ""),
        ("It was shown in Paris, a city in France.",
         "It was shown in the city of {{Paris}}, a city in France."),
        ("They met in Cairo.", ""),
        ("It was sold on 3 May 1979.", "It was sold on 3 May {{1979}}."),
        ("It was sold in May 1979.", "It was sold in May {{1979}}."),
        ("It was sold in 1979.", "It was sold in the year {{1979}}."),
    ],
)  # fmt: skip
def test_before_a_gap_stands_what_is_hidden(says, text):
    value = next((name for each in THINGS.values() for name in each if name in says), "")
    fields = {"about": "a/b", "value": value} if value else {"kind": DATE}
    assert drafts("cloze", says, **fields) == ([(text, [])] if text else [])


@pytest.mark.parametrize(
    ("says", "prompt"),
    [
        ("A Report dates the sale of Alto to Xerox to 1979.", "In which year was Alto sold to Xerox?"),
        ("A Report dates Alto's launch to 1979.", "In which year was Alto launched?"),
        ("A Report dates the birth of Ramses to 1979.", "In which year was Ramses born?"),
        ("A Report dates Ramses's departure to 1979.", "In which year did Ramses depart?"),
        ("A Report dates the debut of Star to 1979.", "In which year did the debut of Star take place?"),
        ("A Report dates its fall to 1979.", "To which year does *A Report* date its fall?"),
    ],
)  # fmt: skip
def test_a_happening_is_asked_for_by_its_verb(says, prompt):
    assert drafts("date", says, kind=DATE) == [(prompt, [])]


@pytest.mark.parametrize(
    ("says", "prompt"),
    [
        ("Star has 25 parts.", "How many parts does Star have (as of 1979)?"),
        ("Star had 25 parts.", "How many parts did Star have?"),
    ],
)
def test_a_time_is_told_of_what_is_so_and_not_of_what_was(says, prompt):
    assert drafts("number", says, kind=NUMBER, as_of="1979") == [(prompt, [])]


def test_a_thing_of_one_maker_is_asked_for_as_its_own():
    told = "The Alto is a quiet office computer by Xerox."
    assert drafts("definition", told) == [("What is Xerox's quiet office computer called?", [])]


def test_of_what_is_doubted_nothing_is_called_false():
    told = fact("Lovelace died in 1853.", kind=DATE, doubt="The register has 1852.")
    other = fact("Babbage died in 1871.", id="other", kind=DATE)
    assert asked("true-false", told, other) == ["Babbage died in 1871."] or asked(
        "true-false", told, other
    ) == ["Babbage died in 1853."]


def test_a_birthplace_is_asked_for_by_what_it_is():
    says = "The birthplace of Ramses is unknown."
    told = "Napoleon's birthplace is Paris, a city in France."
    assert drafts("name", told, says, about="n/b", value="Paris") == [
        ("In which city was Napoleon born?", [])
    ]


@pytest.mark.parametrize(
    "says",
    [
        "The computer Lisa was sold.",
        "The slow computer called Lisa was sold.",
        "Lisa and Alto were the last computers of their time.",
        "Lisa, Alto and Bravo are computers.",
        "Its old computer was called Lisa.",
    ],
)
def test_ways_in_which_a_fact_says_of_what_sort_a_thing_is(says):
    told = "The first computer with windows was Star."
    [first, *_] = drafts("name", told, says, "The Bravo is a computer.", kind=NAME)
    assert "Lisa" in first[1]


@pytest.mark.parametrize(
    ("says", "sort"),
    [
        ("The city of Paris lies on the Seine.", "city"),
        ("Paris and Cairo are the old cities of their lands.", "city"),
        ("That he went to see Paris is told.", None),
        ("The king said Paris was far.", None),
    ],
)
def test_sorts_of_places(says, sort):
    names = tuple(Name(name=name, kind=NameKind.PLACE) for name in THINGS[NameKind.PLACE])
    bank = Bank(
        title="T", namespace="t", sources=(Source(id="r", title="R", facts=(fact(says),)),), names=names
    )
    found = {each for each in Known(bank).sorts.get("Paris", ()) if ":" not in each}
    assert found == ({sort} if sort else set())


def test_a_claim_in_a_gap_says_whose_it_is():
    told = "Xerox sold Star in 1981, says A Report."
    assert drafts("cloze", told, kind=DATE, doubt="Or in 1982.") == [
        ("Xerox sold Star in the year {{1981}}, says *A Report*.", [])
    ]


def test_a_core_day_is_asked_for_whole():
    told = [
        fact(
            "Lovelace died on 27 November 1852.", id=id, kind=DATE, about="l/death", value="27 November 1852"
        )
        for id in ("a", "b")
    ]
    assert next(iter(proposed("date", *told))) == {
        "prompt": "On which date did Lovelace die?",
        "answer": "27 November 1852",
    }
    assert known(*told).told[0].figure is not None
