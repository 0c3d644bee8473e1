"""Which records of a bank's files have changed: by what they say, not by where they stand."""

from __future__ import annotations

import pytest

from quizmill.bank.reader.records import changed

TEA = """\
title: Tea
questions:
  - id: plant
    type: short_answer
    prompt: From which plant is tea made?
    answer: Camellia
  - id: green
    type: true_false
    prompt: Green tea is heated at once.
    answer: true
"""
BOOK = """\
id: book
title: A Book
facts:
  - {id: leaf, paragraph: 2, says: Tea is a leaf.}
  - {id: ship, paragraph: 3, says: A ship carried it.}
"""
BEFORE = {"file tea.yaml": TEA, "file ../seeds/book.yaml": BOOK}


@pytest.mark.parametrize(
    ("old", "new", "records"),
    [
        ("Camellia", "Camellia sinensis", {"question plant"}),
        ("title: Tea", "title: All about tea", {"file tea.yaml"}),
        ("- id: green", "- id: green-tea", {"question green-tea"}),
        ("    answer: true", "    answer: true\n    hint: Heat.", {"question green"}),
        ("Tea is a leaf", "Tea is leaves", {"fact book/leaf"}),
        ("A Book", "The Book", {"source book", "file ../seeds/book.yaml"}),
        (
            "id: book",
            "id: tome",
            {"source tome", "file ../seeds/book.yaml", "fact tome/leaf", "fact tome/ship"},
        ),
        ("title: Tea\n", "# All of it.\n\ntitle: 'Tea'\n", set()),
        ("prompt: Green tea", "prompt:  Green tea", set()),
        ("- id: green\n    type: true_false", "- type: true_false\n    id: green", set()),
    ],
)
def test_what_an_edit_changes(old, new, records):
    now = {name: text.replace(old, new) for name, text in BEFORE.items()}

    assert now != BEFORE
    assert changed(BEFORE, now) == records


def test_nothing_changes_by_itself():
    assert changed(BEFORE, BEFORE) == frozenset()


def test_a_question_that_moved_has_not_changed():
    head, plant, green = (
        TEA.partition("  - id: plant")[0],
        *TEA.partition("  - id: plant")[2].split("  - id: green"),
    )
    turned = f"{head}  - id: green{green}  - id: plant{plant}"
    parted = {"file tea.yaml": f"{head}  - id: plant{plant}", "file b.yaml": f"{head}  - id: green{green}"}

    assert changed(BEFORE, {**BEFORE, "file tea.yaml": turned}) == frozenset()
    assert changed(BEFORE, BEFORE | parted) == {"file b.yaml"}


def test_all_of_a_new_file_is_new():
    assert changed({}, BEFORE) == {
        "file tea.yaml",
        "question plant",
        "question green",
        "file ../seeds/book.yaml",
        "source book",
        "fact book/leaf",
        "fact book/ship",
    }


def test_a_slip_changes_the_file_it_is_in():
    now = {**BEFORE, "file tea.yaml": TEA.replace("answer: true", "answer: [true")}

    assert changed(BEFORE, now) == {"file tea.yaml"}


@pytest.mark.parametrize("text", ["", "- a list", "text", "questions: none\n", "facts:\n  -\n", "\x00"])
def test_what_is_no_file_of_a_bank_is_compared_as_a_whole(text):
    assert changed({}, {"file odd.yaml": text}) == {"file odd.yaml"}
    assert changed({"file odd.yaml": text}, {"file odd.yaml": text}) == frozenset()


def test_a_question_without_an_id_belongs_to_its_file():
    nameless = TEA.replace("  - id: plant\n    type", "  - type")
    now = {"file tea.yaml": nameless.replace("Camellia", "Camellia sinensis")}

    assert changed({"file tea.yaml": nameless}, now) == {"file tea.yaml"}
