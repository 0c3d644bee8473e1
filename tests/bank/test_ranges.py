"""Paragraphs that state nothing, one by one and from one to another."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import samples
from quizmill.bank.model import Source
from quizmill.bank.ranges import gathered, in_ranges, listed, spread
from quizmill.bank.write import source_text

QUESTION = "{id: a, type: true_false, prompt: P, answer: true, facts: [tea-book/leaf]}"


def read(folder: Path, written: str) -> tuple[tuple[int, ...] | None, list[str]]:
    source = (
        f"id: tea-book\ntitle: T\nstates_nothing: {written}\nfacts: [{{id: leaf, paragraph: 1, says: S}}]\n"
    )
    loaded = samples.load(folder, t=f"title: T\nquestions: [{QUESTION}]\n", source=source)
    numbers = loaded.bank.sources[0].states_nothing if loaded.bank.sources else None
    return numbers, [str(found).partition("tea-book.yaml:")[2] for found in loaded.diagnostics]


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("[1, 4-7, 9]", (1, 4, 5, 6, 7, 9)),
        ("[9 to 11, 3]", (9, 10, 11, 3)),
        ("\n  - 2 – 4\n  - 7-7", (2, 3, 4, 7)),
        ("[]", ()),
        ('["5, 7, 9-12", 14 to 15 and 20]', (5, 7, 9, 10, 11, 12, 14, 15, 20)),  # as messages list them
        ("5, 7 and 9-11", (5, 7, 9, 10, 11)),
        ("4-6", (4, 5, 6)),
        ("4", (4,)),
    ],
)
def test_a_range_is_its_numbers(tmp_path: Path, written: str, numbers: tuple[int, ...]):
    assert read(tmp_path, written) == (numbers, [])


@pytest.mark.parametrize("bad", ["1-", "many", "1-2-3"])
def test_what_is_no_range_is_told_at_its_place(tmp_path: Path, bad: str):
    assert read(tmp_path, f"[1-3, {bad}]") == (
        None,
        [
            f'3:23: error[wrong-type] expected a whole number, got "{bad}"\n'
            "  help: write a whole number from 1 on"
        ],
    )


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ("7-4", '"7-4" runs backwards\n  help: write 4-7'),
        (
            "1-99999",
            '"1-99999" is too long\n  help: write its parts one by one: a range has at most 10,000 numbers',
        ),
    ],
)
def test_a_range_that_cannot_be_is_told_at_its_place(tmp_path: Path, bad: str, said: str):
    assert read(tmp_path, f"[1-3, {bad}]") == (None, [f"3:23: error[bad-form] {said}"])


@given(st.lists(st.integers(1, 30), max_size=20))
def test_gathered_numbers_spread_out_are_the_same_numbers(numbers: list[int]):
    spread_out = [number for each in gathered(numbers) for number in spread(str(each)) or [str(each)]]

    assert [int(number) for number in spread_out] == numbers


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((1, 2), [1, 2]),
        ((1, 2, 3), ["1-3"]),
        ((3, 2, 1), [3, 2, 1]),
        (range(1, 10_001), ["1-10000"]),
        (range(1, 10_002), [*range(1, 10_002)]),  # more than are read as a range
    ],
)
def test_three_or_more_that_follow_each_other_are_a_range(
    numbers: tuple[int, ...], expected: list[int | str]
):
    assert gathered(numbers) == expected


def test_they_are_written_as_ranges_on_one_line():
    source = Source(id="s", title="S", states_nothing=(1, *range(3, 400), 500, 501))

    assert source_text(source) == "id: s\ntitle: S\nstates_nothing: [1, 3-399, 500, 501]\n"


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ([3], "paragraph 3"),
        ([3, 4], "paragraphs 3, 4"),
        ([3, 4, 5], "paragraphs 3-5"),
        ([1, 3, 5], "paragraphs 1, 3, 5"),
        ([1, 3, 4, 5, 6, 9, 10], "paragraphs 1, 3-6, 9, 10"),
    ],
)
def test_numbers_in_a_sentence(numbers, text):
    assert listed("paragraph", numbers) == text


@given(st.lists(st.integers(1, 30), min_size=1, max_size=20))
def test_what_is_printed_can_be_typed_again(numbers: list[int]):
    assert spread(in_ranges(numbers)) == [str(number) for number in numbers]
    assert spread(listed("paragraph", numbers).partition(" ")[2]) == [str(number) for number in numbers]


def test_more_numbers_than_any_document_needs_are_no_list():
    assert spread("1-9999, 20000") is not None
    assert spread("1-9999, 1-9") is None
