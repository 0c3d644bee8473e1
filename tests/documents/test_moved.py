"""Where paragraphs go when a document changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.documents.moved import How, moved

TEA = [
    "a short book of tea",
    "all true tea comes from camellia sinensis, a shrub of the hills",
    "the clipper taeping won the race of 1866 by twenty-eight minutes. her cargo was 1,108,709 pounds of tea",
    "notes",
    "for a century the port of canton was the only one open to foreign ships",
]

paragraphs = st.lists(st.text("ab *", min_size=1, max_size=6), max_size=12)
distinct = st.lists(st.text("abc ", min_size=1, max_size=8), max_size=14, unique=True)


def went(old: list[str], new: list[str]) -> list[tuple[str, tuple[int, ...]]]:
    return [(move.how.value, move.to) for move in moved(old, new).moves]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (TEA, [("same", (n,)) for n in range(1, 6)]),
        (["one more", *TEA], [("same", (n,)) for n in range(2, 7)]),
        (TEA[3:] + TEA[:3], [("same", (n,)) for n in (3, 4, 5, 1, 2)]),
        (TEA[:3] + TEA[4:], [*(("same", (n,)) for n in (1, 2, 3)), ("gone", ()), ("same", (4,))]),
        (
            [*TEA[:2], *TEA[2].split(". "), *TEA[3:]],
            [("same", (1,)), ("same", (2,)), ("split", (3, 4)), ("same", (5,)), ("same", (6,))],
        ),
        (
            [TEA[0], " ".join(TEA[1:3]), *TEA[3:]],
            [("same", (1,)), ("joined", (2,)), ("joined", (2,)), ("same", (3,)), ("same", (4,))],
        ),
        (
            [TEA[0], "all tea comes from camellia sinensis, a small shrub", *TEA[2:]],
            [("same", (1,)), ("changed", (2,)), *(("same", (n,)) for n in (3, 4, 5))],
        ),
        (
            [*TEA[:3], "note", TEA[4]],
            [*(("same", (n,)) for n in (1, 2, 3)), ("changed", (4,)), ("same", (5,))],
        ),
    ],
    ids=["same", "after one", "reordered", "without one", "split", "joined", "reworded", "one letter"],
)
def test_what_became_of_each(new: list[str], expected: list[tuple[str, tuple[int, ...]]]):
    assert went(TEA, new) == expected


def test_lines_that_were_wrapped_anew_are_followed_word_by_word():
    text = " ".join(TEA).split()
    old = [" ".join(text[at : at + 9]) for at in range(0, len(text), 9)]
    new = [" ".join(text[at : at + 7]) for at in range(0, len(text), 7)]
    found = moved(old, new)

    assert [move.to for move in found.moves][:3] == [(1, 2), (2, 3), (3, 4)]
    assert (found.reworded, found.kept) == (frozenset(), 1.0)


def test_other_marks_leave_the_words_what_they_were():
    found = moved(["• leaves", "what it is", "---"], ["* leaves:", "what it is?", "***"])

    assert [move.how for move in found.moves[:2]] == [How.CHANGED, How.CHANGED]
    assert (found.reworded, [move.whole for move in found.moves[:2]]) == (frozenset(), [True, True])


def test_another_figure_is_another_word():
    found = moved(["the ship took 99 days from canton"], ["the ship took -99 days from canton"])

    assert (found.reworded, found.moves[0].to, found.moves[0].whole) == (frozenset({1}), (1,), False)


def test_scripts_without_spaces_are_followed_sign_by_sign():
    old = ["金山软件公司在北京成立。雷军于一九九二年加入公司。"]
    new = ["金山软件公司在北京成立。", "雷军于一九九二年加入公司。"]

    assert went(old, new) == [("split", (1, 2))]


def test_what_is_gone_would_stand_behind_what_stood_before_it():
    found = moved(TEA, [*TEA[:2], "cats sleep", *TEA[3:]])

    assert (found.moves[2].how, found.moves[2].near, found.fresh) == (How.GONE, 3, (3,))


def test_another_text_keeps_next_to_nothing():
    assert moved(TEA, ["the moon has no air", "its day lasts a month", "a crater is a hollow"]).kept < 0.1


@given(paragraphs)
def test_what_is_unchanged_stays_where_it_is(old: list[str]):
    found = moved(old, old)

    assert [move.to for move in found.moves] == [(n,) for n in range(1, len(old) + 1)]
    assert (found.fresh, found.reworded, found.kept) == ((), frozenset(), 1.0)


@given(distinct, st.data())
def test_what_is_inserted_shifts_the_rest(old: list[str], data: st.DataObject):
    at = data.draw(st.integers(0, len(old)))
    new = [*old[:at], "something new here", *old[at:]]

    assert [move.to for move in moved(old, new).moves] == [
        (n if n <= at else n + 1,) for n in range(1, len(old) + 1)
    ]
    assert moved(old, new).fresh == (at + 1,)


@given(distinct, st.randoms(use_true_random=False))
def test_a_permutation_is_found_and_leads_back(old: list[str], random):
    new = list(old)
    random.shuffle(new)
    there, back = moved(old, new).moves, moved(new, old).moves

    assert [new[move.to[0] - 1] for move in there] == old
    assert [back[move.to[0] - 1].to for move in there] == [(n,) for n in range(1, len(old) + 1)]


@given(paragraphs, paragraphs)
def test_every_number_is_one_of_the_new_edition(old: list[str], new: list[str]):
    found = moved(old, new)
    reached = {n for move in found.moves for n in move.to}

    assert len(found.moves) == len(old)
    assert reached | set(found.fresh) == set(range(1, len(new) + 1))
    assert not reached & set(found.fresh)
    assert all(move.to == tuple(sorted(set(move.to))) for move in found.moves)
    assert all(1 <= move.near <= max(1, len(new)) for move in found.moves)
    assert all((move.how is How.GONE) == (not move.to) for move in found.moves)
    assert 0 <= found.kept <= 1
