"""The skeleton of a source: what is in it, and that the document's sentences are not."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.bank.model import Section
from quizmill.documents.extract import Part
from quizmill.documents.published import published
from quizmill.documents.skeleton import Skeleton, skeleton

TEA = (
    Part("A Short Book of Tea", "heading", 1),
    Part("Leaves", "heading", 2),
    Part("All tea comes from one plant, which grows in China."),
    Part("brew(3)", "listing"),
    Part("Ships"),
    Part("The Cutty Sark was launched in 1869."),
    Part("* * *"),
    Part("London", "heading", 2),
    Part("In 1658 the Mercurius Politicus had the first advertisement for it."),
)


def made(*parts: Part, title: str = "T", taken: tuple[str, ...] = ()) -> Skeleton:
    return skeleton("tea-book", parts or TEA, (), "en", title=title, taken=taken)


def test_each_paragraph_that_says_something_has_the_draft_of_a_fact():
    assert [draft.tree for draft in made().drafts] == [
        {
            "id": "china-plant",
            "paragraph": 3,
            "says": "",
            "terms": ["China"],
            "kind": "name",
            "state": "draft",
        },
        {
            "id": "cutty-sark-launched",
            "paragraph": 6,
            "says": "",
            "terms": ["Cutty Sark", "1869"],
            "kind": "date",
            "state": "draft",
        },
        {
            "id": "mercurius-politicus-advertisement",
            "paragraph": 9,
            "says": "",
            "terms": ["1658", "Mercurius Politicus"],
            "kind": "date",
            "state": "draft",
        },
    ]


def test_headings_furniture_listings_and_what_tells_nothing_state_nothing():
    assert made().states_nothing == (1, 2, 4, 5, 7, 8)


def test_headings_that_follow_each_other_are_one_section():
    assert made().sections == (
        Section(title="A Short Book of Tea: Leaves", first=1),
        Section(title="London", first=8),
    )


@pytest.mark.parametrize("heading", ["## Leaves", "Leaves", "Leaves ======"])
def test_the_marks_of_a_heading_are_no_part_of_its_section(heading: str):
    assert made(Part(heading, "heading", 2), Part("All of it is tea.")).sections[0].title == "Leaves"


def test_what_stands_before_the_first_heading_is_the_title_s():
    assert made(
        Part("All of it is tea."), Part("Leaves", "heading", 1), Part("It is green."), title="Tea"
    ).sections == (
        Section(title="Tea", first=1),
        Section(title="Leaves", first=2),
    )


def test_a_title_that_stands_below_the_first_lines_is_no_second_section():
    parts = (Part("By Ann Smith."), Part("Tea", "heading", 1), Part("All of it is drunk."))

    assert made(*parts, title="Tea").sections == (Section(title="Tea", first=1),)


def test_the_first_section_begins_at_the_title_below_a_menu():
    parts = (Part("Home"), Part("Shop"), Part("Tea", "heading", 1), Part("All of it is drunk in China."))

    assert made(*parts, title="Tea").sections == (Section(title="Tea", first=3),)


def test_the_head_row_of_a_table_states_nothing():
    rows = (Part("Race | First edition", "table"), Part("Tour de France | July 1903", "table"))

    assert made(*rows, Part("It is ridden every year.")).states_nothing == (1,)


def test_the_title_states_nothing_where_it_is_no_heading_either():
    assert made(Part("Tea"), Part("All of it is drunk in China."), title="Tea").states_nothing == (1,)


def test_a_document_without_headings_has_no_sections():
    assert made(Part("All of it is tea.")).sections == ()


def test_an_id_that_is_taken_is_not_given_again():
    part = Part("The Cutty Sark was launched in 1869.")

    assert [draft.id for draft in made(part, part, taken=("cutty-sark-launched",)).drafts] == [
        "cutty-sark-1869",
        "cutty-sark",
    ]


@given(
    st.lists(
        st.sampled_from(("tea", "China", "1658", "is", "drunk", "slowly", "Ann")), min_size=8, max_size=30
    )
)
def test_no_sentence_of_the_document_is_in_it(words: list[str]):
    (draft,) = made(Part(" ".join(words) + ".")).drafts or (None,)

    assert draft is None or all(len(term.split()) <= 6 for term in draft.terms)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["Tea", "By Ann | August 30, 2025", "5 min read"], datetime.date(2025, 8, 30)),
        (["Tea", "2025-08-30", "2025-08-30"], datetime.date(2025, 8, 30)),
        (["August 30, 2025", "Updated September 1, 2025"], None),
        (["August 2025"], None),
        (["It was on August 30, 2025, that all of them met in London for the first time."], None),
        (["x"] * 12 + ["August 30, 2025"], None),
        (["221-05-03 BC"], None),
    ],
)
def test_the_day_in_its_first_lines_is_when_it_was_published(lines: list[str], day: datetime.date | None):
    assert published(lines, "en") == day
