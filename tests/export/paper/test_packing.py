"""Pages are filled: in which order items of known heights come, and what of a real paper follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

import samples
from printed import Printed
from quizmill.compose.forms import forms
from quizmill.compose.paper import Paper
from quizmill.export.paper.full_pages import with_full_pages
from quizmill.export.paper.packing import Column, Group, Item, packed
from quizmill.export.paper.sections import gathered
from quizmill.export.paper.worksheet import worksheet
from quizmill.export.paper.worksheet_options import WorksheetOptions

APART = 10


def columns(*first: float, then: float = 100.0):
    """Those of the first page, and one on each page after it."""

    def every() -> Iterator[Column]:
        yield from (Column(0, height) for height in first or (100.0,))
        yield from (Column(page, then) for page in count(1))

    return every


def group(*heights: float, start: int = 0, heading: float = 0.0, opens: bool = False) -> Group:
    items = tuple(Item(start + place, height) for place, height in enumerate(heights))
    return Group(items, heading, opens)


def order(*groups: Group, on=None) -> tuple[int, ...]:
    return packed(groups, on or columns(), APART)


class TestItems:
    def test_what_fits_stays_as_it_was_drawn(self):
        assert order(group(20, 20, 20)) == (0, 1, 2)

    def test_where_the_next_does_not_fit_a_smaller_one_goes_first(self):
        """Drawn, 60 and 70 would leave 40 points of a page, and 30 would follow on a third."""
        assert order(group(60, 70, 30, 20)) == (0, 2, 1, 3)

    def test_what_stands_on_one_page_stands_there_as_drawn(self):
        """The second page has 20 and 70; though 70 was chosen before."""
        assert order(group(50, 40, 20, 70)) == (0, 1, 2, 3)

    def test_a_large_one_begins_a_page_where_that_saves_one(self):
        """Drawn, the small ones would fill pages, and each large one leave a third of its own."""
        found = order(group(30, 30, 30, 60, 60, 60))

        assert sorted(found) == [0, 1, 2, 3, 4, 5]
        assert [{found[place], found[place + 1]} & {3, 4, 5} != set() for place in (0, 2, 4)] == [True] * 3

    def test_the_first_page_has_less_room(self):
        assert order(group(70, 40), on=columns(50)) == (1, 0)

    def test_columns_of_a_page_are_filled_one_by_one(self):
        assert order(group(60, 70, 30, 20), on=columns(100, 100)) == (0, 2, 1, 3)

    def test_sections_keep_their_order_and_their_questions(self):
        """Of the second section 20 would fill the first page, but for its heading."""
        assert order(group(60), group(90, 20, start=1, heading=15)) == (0, 1, 2)
        assert order(group(60), group(80, 15, start=1, heading=15)) == (0, 2, 1)

    def test_a_section_that_opens_a_page_leaves_what_is_before_it(self):
        assert order(group(20), group(60, 70, 20, start=1, opens=True)) == (0, 1, 3, 2)

    def test_one_higher_than_a_page_goes_on_over_several(self):
        assert order(group(20, 250)) == (0, 1)
        assert order(group(250, 40, 60)) == (0, 1, 2)

    @given(
        heights=st.lists(st.lists(st.integers(1, 140), min_size=1, max_size=8), min_size=1, max_size=4),
        first=st.integers(20, 100),
    )
    def test_every_item_once_group_by_group_and_never_on_more_pages_than_drawn(self, heights, first):
        groups, start = [], 0
        for each in heights:
            groups.append(group(*each, start=start))
            start += len(each)
        found = order(*groups, on=columns(first))

        assert sorted(found) == list(range(start))
        for each in groups:
            places = [item.place for item in each.items]
            assert set(found[places[0] : places[-1] + 1]) == set(places)
        flat = [height for each in heights for height in each]
        assert pages([flat[place] for place in found], first) <= pages(flat, first)


def pages(heights: list[int], first: int) -> int:
    """The pages that items take in that order, each on one page if any holds it."""
    number, room, down = 1, first, 0
    for height in heights:
        apart = APART if down else 0
        if height + apart > room - down and height <= 100 and down:
            number, room, down, apart = number + 1, 100, 0, 0
        down += height + apart
        while down > room:
            number, down, room = number + 1, down - room, 100
    return number


@pytest.fixture(scope="module")
def papers(tmp_path_factory) -> tuple[Paper, ...]:
    bank = samples.load(tmp_path_factory.mktemp("bank"), tea=samples.TOPIC).bank
    return forms(bank, tuple(bank.questions()), seed=4, count=3)


class TestPapers:
    def test_every_form_keeps_its_questions_and_their_options(self, papers):
        for before, after in zip(papers, with_full_pages(papers, WorksheetOptions()), strict=True):
            assert {each.id: each for each in before.exercises} == {each.id: each for each in after.exercises}
            assert replace(after, exercises=before.exercises) == before

    def test_sections_stay_as_they_were_gathered(self, papers):
        options = WorksheetOptions(sections="kind", large_print=True)
        full = with_full_pages(gathered(papers, "kind"), options)

        assert gathered(full, "kind") == full

    def test_essays_with_pages_of_their_own_come_last(self, papers):
        for paper in with_full_pages(papers, WorksheetOptions(break_before=("essays",))):
            assert [each.id for each in paper.exercises if each.kind == "essay"] == ["tea-essay"]
            assert paper.exercises[-1].id == "tea-essay"

    def test_so_do_they_in_a_section_of_essays_alone(self, papers):
        options = WorksheetOptions(sections="kind", break_before=("essays",))
        full = with_full_pages(gathered(papers, "kind"), options)

        assert gathered(full, "kind") == full

    def test_sections_with_pages_of_their_own_are_packed_each(self, papers):
        options = WorksheetOptions(sections="kind", break_before=("sections",))

        full = with_full_pages(gathered(papers, "kind"), options)

        assert gathered(full, "kind") == full

    def test_where_each_question_has_a_page_nothing_is_packed(self, papers):
        assert with_full_pages(papers, WorksheetOptions(break_before=("questions",))) == papers

    def test_long_instructions_take_their_room(self, papers):
        options = WorksheetOptions(instructions="Read this first, and slowly. " * 90, columns=2)
        for paper, full in zip(papers, with_full_pages(papers, options), strict=True):
            drawn, packed = (len(Printed(worksheet(each, options)).pages) for each in (paper, full))
            assert packed <= drawn

    def test_the_same_papers_are_packed_alike(self, papers):
        options = WorksheetOptions(columns=2, size="letter")

        assert with_full_pages(papers, options) == with_full_pages(papers, options)

    def test_what_cannot_be_printed_is_left_to_the_printing(self, papers):
        odd = replace(papers[0], title="שלום")

        assert with_full_pages([odd], WorksheetOptions())[0].title == "שלום"

    def test_a_packed_paper_has_no_more_pages(self, papers):
        options = WorksheetOptions(large_print=True)
        for paper, full in zip(papers, with_full_pages(papers, options), strict=True):
            drawn, packed = (len(Printed(worksheet(each, options)).pages) for each in (paper, full))
            assert packed <= drawn
