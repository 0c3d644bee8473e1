"""Matchings, terms, reasons, lists and verdicts: what is proposed for several facts together."""

from __future__ import annotations

import pytest

from drafted import ENGINE, NOTES, TUTOR, asked, fact, proposed
from quizmill.bank.model import FactKind
from quizmill.drafts import MANNERS

DATE, NUMBER, NAME, CAUSE, DEFINITION = (
    FactKind.DATE,
    FactKind.NUMBER,
    FactKind.NAME,
    FactKind.CAUSE,
    FactKind.DEFINITION,
)


WRITERS = ("Luigi Menabrea was a writer.", "Charles Babbage was a writer.")


def facts(*says: str, kind: FactKind):
    return [fact(each, id=f"f{at}", kind=kind) for at, each in enumerate(says)]


def test_a_year_is_chosen_among_those_of_other_facts():
    years = facts(
        "Babbage built a model in 1822.",
        "Babbage lost his wife in 1827.",
        "Babbage began the Difference Engine in 1833.",
        "Babbage met Ada Lovelace in 1834.",
        kind=DATE,
    )
    [choice] = (
        each
        for each in proposed("date", *years)
        if each["prompt"].startswith("In which year did Babbage build") and "distractors" in each
    )

    assert choice["answer"] == "1822"
    assert choice["distractors"] == [
        {"text": "1827", "why": "Babbage lost his wife in 1827."},
        {"text": "1833", "why": "Babbage began the Difference Engine in 1833."},
        {"text": "1834", "why": "Babbage met Ada Lovelace in 1834."},
    ]


def test_a_term_is_asked_for_by_what_it_is():
    told = fact("A nurse bee is a worker that feeds the larvae.", kind=DEFINITION)
    assert list(proposed("definition", told)) == [
        {"prompt": "What is a worker that feeds the larvae called?", "answer": "nurse bee"}
    ]


def test_a_term_is_chosen_among_those_of_like_things():
    told = facts(
        "A nurse is a bee that feeds the larvae.",
        "A scout is a bee that looks for new flowers.",
        "A guard is a bee that watches over the hive.",
        kind=DEFINITION,
    )
    first = next(proposed("definition", *told))

    assert (first["prompt"], first["answer"]) == ("What is a bee that feeds the larvae called?", "A nurse")
    assert [each["text"] for each in first["distractors"]] == ["A scout", "A guard"]


@pytest.mark.parametrize(
    "says",
    [
        "A drone is a male bee.",  # too little to know it by
        "Babbage was a man of science in London.",  # one asks who he was
        "A swarm dance is a kind of dance that bees do.",  # it says its name
    ],
)
def test_what_no_term_can_be_asked_by(says):
    assert asked("definition", fact(says, kind=DEFINITION)) == []


def test_letters_are_asked_for_what_they_stand_for():
    told = fact("DNA stands for deoxyribonucleic acid.", kind=DEFINITION)
    assert list(proposed("definition", told)) == [
        {"prompt": "What does DNA stand for?", "answer": "deoxyribonucleic acid"}
    ]


def test_the_same_told_of_several_things_is_matched():
    told = facts(
        "A queen needs 16 days from egg to bee.",
        "A worker needs 21 days from egg to bee.",
        "A drone needs 24 days from egg to bee.",
        kind=NUMBER,
    )
    assert list(proposed("matching", *told)) == [
        {
            "prompt": "How many days does each of these need from egg to bee?",
            "pairs": [["A queen", "16"], ["A worker", "21"], ["A drone", "24"]],
        }
    ]


def test_things_are_matched_to_their_reasons():
    told = facts(
        "The Difference Engine failed because money was short.",
        "The workmen left because wages were never paid.",
        "The notes were printed because readers asked for a translation.",
        "The model was kept because museums liked brass.",
        kind=CAUSE,
    )
    [found] = proposed("matching", *told)

    assert found["prompt"] == "Match each of these to its reason."
    assert found["pairs"][0] == ["The Difference Engine failed", "Money was short"]
    assert found["extra"] == ["Museums liked brass"]


def test_names_are_matched_to_what_bears_them():
    told = facts(
        "The first programmer was Ada Lovelace.",
        "The author of the paper was Luigi Menabrea.",
        "Mary Somerville was the tutor of a countess.",
        kind=NAME,
    )
    [found] = proposed("matching", *told)

    assert found["prompt"] == "Match each of these to what it is."
    assert found["pairs"] == [
        ["Ada Lovelace", "The first programmer"],
        ["Luigi Menabrea", "The author of the paper"],
        ["Mary Somerville", "The tutor of a countess"],
    ]


def test_events_that_no_ordering_has_are_matched_to_their_years():
    years = (1822, 1830, 1833, 1842, 1843, 1852, 1862, 1871, 1880)
    told = facts(
        *(f"The number {at} engine was shown in {year}." for at, year in enumerate(years)), kind=DATE
    )
    [found] = proposed("matching", *told)

    assert found["prompt"] == "Match each event to its year."
    assert [year for _, year in found["pairs"]] == ["1852", "1862", "1871", "1880"]


def test_a_reason_is_chosen_among_those_of_the_same_thing():
    told = facts(
        "Babbage sold his house because money was short.",
        "Babbage left the club because members smoked.",
        "Babbage wrote a letter because music kept everybody awake.",
        kind=CAUSE,
    )
    first = next(proposed("cause", *told))

    assert (first["prompt"], first["answer"]) == ("Why did Babbage sell his house?", "Money was short.")
    assert [each["text"] for each in first["distractors"]] == [
        "Members smoked.",
        "Music kept everybody awake.",
    ]


@pytest.mark.parametrize(
    ("says", "prompt"),
    [
        (
            "The Difference Engine was designed by Charles Babbage.",
            "By whom was the Difference Engine designed?",
        ),
        ("Ada Lovelace is the name of a countess.", "What is the name of a countess?"),
        ("The author of it was named Luigi Menabrea.", "What was the author of it named?"),
        ("Charles Babbage, who lived in London, was the author.", ""),
        ("Charles Babbage built it, and Ada Lovelace wrote about it.", ""),
    ],
)
def test_how_a_name_is_asked_for(says, prompt):
    assert asked("name", fact(says, kind=NAME))[:1] == ([prompt] if prompt else [])


def test_whoever_much_of_the_bank_is_about_is_not_asked_for():
    told = [
        fact(f"Babbage built engine number {at}.", id=f"f{at}", kind=FactKind.EVENT) for at in range(20, 30)
    ]
    assert asked("name", *told) == []


def test_what_stands_behind_a_number_and_a_colon_is_chosen_from():
    told = fact("Babbage named three parts: mill, store and printer.", kind=NAME)
    other = fact("Babbage named two more parts: reader and bell.", id="other", kind=NAME)
    [found] = (each for each in proposed("several", told, other) if len(each["answers"]) == 3)

    assert found["prompt"] == "Which three parts did Babbage name?"
    assert found["answers"] == ["Mill", "Store", "Printer"]
    assert [each["text"] for each in found["distractors"]] == ["Reader", "Bell"]


@pytest.mark.parametrize(
    "says",
    [
        "Talks between Babbage and the state were long.",  # no list of two
        "The mill and a part of the store were built.",
        "Ada Lovelace and the printer were there.",  # names and things
        "Babbage named three parts: mill and store.",
    ],
)
def test_what_is_no_list_is_not_chosen_from(says):
    assert asked("several", fact(says, kind=NAME), ENGINE, NOTES, TUTOR) == []


def test_false_is_what_another_name_makes():
    says = "Luigi Menabrea described the great engine in a French paper of some length."
    told = fact(says, id="a", kind=NAME, about="p/by", value="Luigi Menabrea")
    [found] = proposed("true-false", told, "Charles Babbage built a great engine.", *WRITERS)

    assert found == {
        "prompt": says.replace("Luigi Menabrea", "Charles Babbage"),
        "answer": False,
        "correction": says,
    }


def test_false_is_what_the_number_of_a_like_thing_makes():
    told = [
        fact("The old engine was 22 metres long.", id="a", kind=NUMBER),
        fact("The new engine was 49 metres long.", id="b", kind=NUMBER),
    ]
    assert list(proposed("true-false", *told)) == [
        {
            "prompt": "In *A Life*: The old engine was 49 metres long.",
            "answer": False,
            "correction": "The old engine was 22 metres long.",
        },
        {"prompt": "In *A Life*: The new engine was 49 metres long.", "answer": True},
    ]


@pytest.mark.parametrize(
    "says",
    [
        "A queen lives for three to four years.",
        "The Great Storm of 1703 blew the tower down.",
    ],
)
def test_a_part_of_a_range_or_a_name_is_no_figure_to_hide(says):
    assert asked("cloze", fact(says, kind=NUMBER)) == []


def test_a_name_by_its_look_among_the_terms_can_be_hidden():
    told = fact("Karl von Frisch read the dances of the bees.", kind=NAME, terms=("Karl von Frisch",))
    assert asked("cloze", told) == ["{{Karl von Frisch}} read the dances of the bees."]


def test_places_are_not_exchanged():
    told = fact("The Difference Engine stands in London.", kind=NAME, about="e/p", value="London")
    assert asked("true-false", told, "Babbage's engine stands in a museum.") == []


def test_what_one_worked_out_is_not_asked():
    told = fact("Counted back, the work began in 1833.", id="start-worked", kind=DATE)
    assert {manner: asked(manner, told) for manner in MANNERS if asked(manner, told)} == {}


def test_a_reason_is_chosen_among_those_of_its_document():
    told = facts(
        "The workers went on strike in 1781 because new machines were set up.",
        "A balloon rises because heated air is less dense.",
        "A duck flew first because height does birds no harm.",
        kind=CAUSE,
    )
    first = next(proposed("cause", *told))

    assert first["prompt"].endswith("hy did the workers go on strike in 1781?")
    assert first["answer"] == "New machines were set up."
    assert [each["text"] for each in first["distractors"]] == [
        "Heated air is less dense.",
        "Height does birds no harm.",
    ]


def test_of_two_verbs_no_reason_is_asked():
    told = facts("Ada Lovelace left London and came home because she was ill.", kind=CAUSE)
    assert asked("cause", *told, *WRITERS) == []


@pytest.mark.parametrize(
    ("says", "question", "answer"),
    [
        (
            "An atoll is a large ring-shaped reef that has a lagoon in its middle.",
            "What is a large ring-shaped reef that has a lagoon in its middle called?",
            "atoll",
        ),
        (
            "Aragonite is a form of lime that coral skeletons contain.",
            "What is the form of lime that coral skeletons contain called?",
            "Aragonite",
        ),
        (
            "A captive balloon is a balloon that ropes hold to the ground.",
            "What is a balloon that ropes hold to the ground called?",
            "captive balloon",
        ),
    ],
)
def test_a_fact_that_is_a_definition_asks_for_its_term(says, question, answer):
    assert list(proposed("definition", fact(says, kind=DEFINITION))) == [
        {"prompt": question, "answer": answer}
    ]


def test_a_definition_of_what_was_is_none():
    assert asked("definition", fact("The first house was a tower of old wood.", kind=DEFINITION)) == []


def test_a_counted_list_is_told_in_points():
    told = fact("Fringing reefs, barrier reefs and atolls are the three classes of reefs.", kind=DEFINITION)
    [essay] = proposed("essay", told)

    assert essay["prompt"] == "Which three classes of reefs are there?"
    assert [each["point"] for each in essay["points"]] == ["Fringing reefs.", "Barrier reefs.", "Atolls."]


def test_a_list_that_is_counted_otherwise_is_not():
    assert asked("essay", "Reefs, banks and atolls are the four classes of shoals.") == []
