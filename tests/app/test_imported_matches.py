"""Which question of a bank an item of a file is: by where it came from, its id, what it asks or answers."""

from __future__ import annotations

from typing import Any

import pytest

from quizmill.app.imported_matches import Matches
from quizmill.formats.field_digests import digests
from quizmill.formats.item import Choice, Item
from quizmill.formats.questions import fields_of

CHOICES = (Choice("Camellia", right=True), Choice("Ilex"), Choice("Mentha"))


def tea(prompt: str = "Which plant is tea made of?", *, id: str = "", choices=CHOICES, **fields: Any) -> Item:
    return Item(kind="multiple_choice", place="row 1", id=id, prompt=prompt, choices=choices, **fields)


def said(prompt: str, truth: bool = True, id: str = "") -> Item:
    return Item(kind="true_false", place="row 2", id=id, prompt=prompt, truth=truth)


def imported(item: Item, file: str = "a.csv", format: str = "table", **changed: Any) -> tuple[dict, dict]:
    """The entry of a question that was imported, which its author has *changed* since, and the record."""
    origin = {"format": format, "file": file, **({"id": item.id} if item.id else {})}
    fields = {"type": item.kind, **fields_of(item)}
    return {**fields, "origin": origin, **changed}, digests(fields)


def found(bank: dict[str, tuple[dict, dict]], *items: Item, file: str = "a.csv", ours: bool = False) -> list:
    entries = {id: entry for id, (entry, _) in bank.items()}
    matches = Matches(entries, {id: record for id, (_, record) in bank.items()})
    return matches.of(items, "table", file, ours=ours)


@pytest.mark.parametrize(
    ("item", "is_it"),
    [
        (tea(), True),
        (tea("Which plant is tea made off?"), True),
        (tea(choices=(*CHOICES[:2], Choice("Salvia"))), True),
        (tea(choices=(Choice("Camellia sinensis", right=True), *CHOICES[1:])), True),
        (tea("Which ship carried tea to London?"), False),
        (
            tea("Which plant is rum made of?", choices=(Choice("Saccharum", right=True), Choice("Ilex"))),
            False,
        ),
        (Item(kind="essay", place="row 1", prompt="Which plants is tea made of?"), False),
    ],
)
def test_in_a_file_without_names_what_is_asked_or_answered_tells(item, is_it):
    assert found({"tea": imported(tea())}, item) == ["tea" if is_it else ""]


def test_a_statement_must_be_nearly_the_same():
    bank = {"sun": imported(said("The sun rises in the east."))}

    assert found(bank, said("The sun rises in the East, always.")) == [""]
    assert found(bank, said("The sun rises in the east !")) == ["sun"]
    assert found(bank, said("The sun rises in the east.", truth=False)) == ["sun"]


def test_what_its_author_has_changed_here_is_known_by_what_was_imported():
    assert found({"tea": imported(tea(), prompt="What is tea?", answer="A shrub")}, tea()) == ["tea"]


def test_each_question_is_one_item_at_most():
    bank = {"one": imported(tea()), "two": imported(tea(choices=CHOICES[:2]))}

    assert found(bank, tea(choices=CHOICES[:2]), tea(), tea()) == ["two", "one", ""]


def test_what_a_file_calls_a_question_tells_before_what_it_asks():
    bank = {"tea": imported(tea(id="Q 1")), "sun": imported(said("The sun rises in the east.", id="Q 2"))}

    assert found(bank, tea(id="Q 2"), said("Is it?", id="Q 1")) == ["sun", "tea"]
    assert found(bank, tea(id="Q 3")) == [""]


def test_names_that_a_file_gives_twice_stay_in_their_order():
    bank = {"tea": imported(tea(id="Q")), "sun": imported(said("The sun rises.", id="Q"))}

    assert found(bank, tea("What is tea?", id="Q"), said("The sun sets.", id="Q")) == ["tea", "sun"]


def test_every_file_may_have_a_first_question_and_a_file_may_be_renamed():
    bank = {"q1": imported(said("Tea is a plant.", id="q1")), "tea-2": imported(tea(id="Q 2"))}
    other, renamed = said("Rum is a plant.", id="q1"), said("Tea is a plant", id="q1")

    assert found(bank, other, tea("Which ship is it?", id="Q 2"), file="b.csv") == ["", ""]
    assert found(bank, renamed, tea("Which plant is tea made off?", id="Q 2"), file="b.csv") == [
        "q1",
        "tea-2",
    ]


def test_a_question_of_the_banks_own_is_meant_where_the_prompts_are_alike():
    bank = {"sun": ({"type": "true_false", "prompt": "The sun rises in the east.", "answer": "true"}, {})}

    assert found(bank, said("The sun rises in the west.", id="sun")) == ["sun"]
    assert found(bank, said("Tea is a plant.", id="sun")) == [""]
    assert found(bank, said("Tea is a plant.", id="sun"), ours=True) == ["sun"]
