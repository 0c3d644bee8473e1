"""Orderings in which a line of code stands twice: either of its places is right for it."""

from __future__ import annotations

from itertools import permutations

import pytest

from formed import forms_of
from quizmill.bank.model import Bank, Ordering, Topic
from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.saved import restore, save
from quizmill.grade import Order, Verdict, mark
from quizmill.grade.on_paper import copied_key, read_copied
from quizmill.grade.steps import belong

LINES = ("`while a:`", "`if b:`", "`pass`", "`c`", "`pass`")
QUESTION = Ordering(id="q", prompt="Put the program in order.", sequence=LINES)


def longest_common(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """The length of the longest run that both have, gaps allowed."""
    if not one or not other:
        return 0
    if one[0] == other[0]:
        return 1 + longest_common(one[1:], other[1:])
    return max(longest_common(one[1:], other), longest_common(one, other[1:]))


def test_what_is_right_is_what_reads_right(posed):
    exercise = posed(QUESTION)

    for steps in permutations(range(5)):
        given = tuple(exercise.options[step] for step in steps)
        found = mark(exercise, Order(steps))
        assert (found.verdict is Verdict.RIGHT) == (given == LINES)
        assert found.earned == pytest.approx((longest_common(given, LINES) - 1) / 4)


def test_the_key_names_each_step_once_and_reads_right(posed):
    exercise = posed(QUESTION)

    assert sorted(exercise.key) == [0, 1, 2, 3, 4]
    assert tuple(exercise.options[step] for step in exercise.key) == LINES
    copied = read_copied(exercise, copied_key(exercise))
    assert mark(exercise, copied.response).verdict is Verdict.RIGHT


def test_a_step_belongs_where_none_of_its_like_stands_yet(posed):
    exercise = posed(QUESTION)
    a, b, one, c, two = exercise.key

    assert belong(exercise, (a, b, two, c, one)) == [0, 1, 2, 3, 4]
    assert belong(exercise, (one, b, two, c, a)) == [4, 1, 2, 3, 0]
    assert belong(exercise, (two, one, a, b, c)) == [2, 4, 0, 1, 3]


def test_forms_of_a_class_keep_their_keys_when_saved():
    topic = Topic(id="t", title="T", questions=(QUESTION,))
    papers = forms_of(Bank(title="T", namespace="t", topics=(topic,)), 4)

    restored = restore(save(ClassSet(papers=tuple(papers))), "x.json").papers
    assert [paper.exercises for paper in restored] == [paper.exercises for paper in papers]
