"""Items become questions of ours: their ids, and what keeps them as drafts."""

from __future__ import annotations

import pytest

from quizmill.bank.model import KINDS
from quizmill.formats.item import Choice, Item
from quizmill.formats.questions import Maker, topic_id
from quizmill.formats.report import Report


def item(kind: str = "short_answer", **fields: object) -> Item:
    return Item(kind=kind, place="line 1", **{"prompt": "Who?", "answers": ("Lei Jun",), **fields})


def ids(*items: Item, taken: tuple[str, ...] = ()) -> list[str]:
    return [each.id for each in Maker(Report(), taken=taken).made(items, "gift", "a.gift")]


def test_an_id_of_the_file_is_kept_where_it_is_one_of_ours_and_free():
    assert ids(item(id="tea"), item(id="tea"), item(id="Q 1")) == ["tea", "who-005f41", "who-005f41-2"]
    assert ids(item(id="tea"), taken=("tea",)) == ["who-005f41"]


def test_else_it_is_made_of_the_wording_and_so_the_same_again():
    long = "In which year did the founder of the company begin to sell telephones to everybody?"

    assert ids(item(), item(prompt="谁?"), item(prompt=long)) == [
        "who-005f41",
        "short-answer-f76444",
        "in-which-year-did-the-founder-of-the-73854a",
    ]


def lacking(**fields: object) -> list[tuple[str, str]]:
    report = Report()
    Maker(report).made([item(**{"explanation": "E", **fields})], "gift", "a.gift")
    return [(loss.field, loss.rule) for loss in report.losses]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, []),
        ({"explanation": ""}, [("explanation", "kept as a draft: the question has no explanation")]),
        (
            {"kind": "true_false", "truth": False},
            [("answer", "kept as a draft: a false statement needs its correction")],
        ),
        ({"kind": "essay"}, [("question", 'kept as a draft: "points" is missing')]),
        ({"kind": "numerical"}, [("answer", "kept as a draft: it is not whole (bad-number)")]),
        (
            {"kind": "multiple_choice", "choices": (Choice("a"), Choice("b"))},
            [("question", 'kept as a draft: "answer" is missing')],
        ),
    ],
)
def test_what_is_not_whole_is_kept_as_a_draft(fields, told):
    assert lacking(**fields) == told


def test_what_lacks_only_an_explanation_may_be_asked():
    (made,) = Maker(Report(), unexplained=True).made([item()], "gift", "a.gift")

    assert made.question
    assert made.fields["origin"] == {"format": "gift", "file": "a.gift"}


def test_a_draft_is_an_entry_that_says_so():
    (made,) = Maker(Report()).made([item(tags=("a b", " "), id="q")], "gift", "a.gift")

    assert made.as_draft("t").tree == {
        "id": "q",
        "type": "short_answer",
        "prompt": "Who?",
        "answer": "Lei Jun",
        "tags": ["a-b"],
        "origin": {"format": "gift", "file": "a.gift", "id": "q"},
        "state": "draft",
    }


def test_facts_that_the_bank_has_not_become_the_authors_own():
    report = Report()
    points = [{"point": "p", "facts": ["s/g", "s/f"]}, "q"]
    asked = item("essay", explanation="E", ours={"facts": ["s/f", "s/h"], "points": points})
    (made,) = Maker(report, facts={"s/f"}).made([asked], "csv", "a.csv")

    assert made.fields["facts"] == ["s/f"]
    assert made.fields["points"] == [{"point": "p", "facts": ["s/f"]}, "q"]
    assert made.fields["x-facts"] == ["s/h", "s/g"]
    assert [(loss.field, loss.was) for loss in report.losses] == [("facts", "s/h, s/g")]


def test_every_kind_can_be_a_draft():
    for kind in KINDS:
        assert Maker(Report()).made([Item(kind=kind, place="line 1")], "gift", "a")[0].question is None


@pytest.mark.parametrize(
    ("title", "file", "id"),
    [
        ("Tea & sea", "a.gift", "tea-sea"),
        ("", "My Quiz.gift", "my-quiz"),
        ("茶", "茶", "imported"),
        ("bank", "", "bank-imported"),
    ],
)
def test_a_topic_is_called_by_its_title_or_file(title, file, id):
    assert topic_id(title, file) == id
