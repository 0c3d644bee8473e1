"""What answers over days say: which part is forgotten most, by whom, and how long it takes."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from quizmill.analysis.answer import AnswerRow
from quizmill.analysis.reviews import LEECH, PartKey, memories
from quizmill.grade.marking import Verdict

DAY = 86_400_000  # ms
RIGHT, WRONG = Verdict.RIGHT, Verdict.WRONG


def answered(day, verdict=RIGHT, *, question="ship", part=0, student="a", place="anki", **fields):
    told = {"attempt": 2, "seconds": 5.0, "digest": "d", "kind": "cloze"} | fields
    return AnswerRow(
        answered=int((day + 1) * DAY),
        namespace="tea",
        question=question,
        student=student,
        number=part,
        place=place,
        verdict=verdict,
        earned=float(verdict is RIGHT),
        possible=1.0,
        source="anki",
        **told,
    )


def counts(rows):
    """By question and part: how often it came again after a day or more, and was forgotten."""
    return {(each.key.question, each.key.part): (each.reviews, each.forgotten) for each in memories(rows)}


def test_what_comes_again_after_a_day_and_is_wrong_is_forgotten():
    rows = [answered(0, WRONG, attempt=1), answered(0.01, WRONG), answered(1.5), answered(9, WRONG)]

    assert counts(rows) == {("ship", 0): (2, 1)}


def test_parts_and_students_are_told_apart():
    rows = [
        answered(0, part=1),
        answered(2, WRONG, part=2),  # its first
        answered(3, WRONG, part=1),
        answered(5, WRONG, part=1, student="b"),
    ]
    found = memories(rows)

    assert counts(rows) == {("ship", 1): (1, 1), ("ship", 2): (0, 0)}
    assert [(each.key, each.students) for each in found] == [
        (PartKey("tea", "ship", 1), 2),
        (PartKey("tea", "ship", 2), 1),
    ]


def test_the_most_forgotten_comes_first():
    rows = [answered(day, WRONG, question="year") for day in range(3)]
    rows += [answered(day, WRONG) for day in range(2)]
    rows += [answered(day, WRONG, question="cargo") for day in range(2)] + [answered(3, question="cargo")]

    assert list(counts(rows)) == [("year", 0), ("ship", 0), ("cargo", 0)]


def test_only_first_answers_make_the_facility():
    rows = [answered(0, attempt=1, student=name) for name in "abc"]
    rows += [answered(0, WRONG, attempt=1, student="d"), *(answered(day, WRONG) for day in range(1, 9))]
    (found,) = memories(rows)

    assert (found.first, found.first_right) == (4, 3)


def test_a_leech_is_counted_by_student():
    rows = [answered(day, WRONG, student="a") for day in range(LEECH + 1)]
    rows += [answered(day, WRONG, student="b") for day in range(LEECH)]
    (found,) = memories(rows)

    assert (found.students, found.leeches) == (2, 1)


def test_the_middle_of_the_times_is_told():
    rows = [answered(day, seconds=seconds) for day, seconds in enumerate((60.0, 4.0, None, 6.0))]

    assert [each.seconds for each in memories(rows)] == [6.0]
    assert [each.seconds for each in memories([answered(0, seconds=None)])] == [None]


def test_exams_and_what_was_left_out_do_not_count():
    rows = [answered(0, place="exam"), answered(1, Verdict.SKIPPED), answered(2, part=3, place="review")]

    assert counts(rows) == {("ship", 0): (0, 0)}


@given(
    st.lists(st.tuples(st.integers(0, 9), st.booleans(), st.sampled_from("ab")), max_size=30), st.randoms()
)
def test_the_order_of_the_rows_says_nothing(answers, chance: random.Random):
    rows = [
        answered(day + at / 1000, RIGHT if right else WRONG, student=student)
        for at, (day, right, student) in enumerate(answers)
    ]
    shuffled = chance.sample(rows, len(rows))

    assert memories(rows) == memories(shuffled)
    assert all(each.forgotten <= each.reviews < each.answers for each in memories(rows))
