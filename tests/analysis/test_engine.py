"""A database's summary of a log is plain Python's, whatever lies in the log."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answered import marked, picked, row
from differences import differences
from quizmill.analysis.answer import AnswerRow
from quizmill.analysis.engine.database import NoEngine, database
from quizmill.analysis.engine.engine_summary import engine_summary
from quizmill.analysis.engine.log_sums import LogSums
from quizmill.analysis.log.columns import table_of
from quizmill.analysis.log.known_answers import KnownAnswers
from quizmill.analysis.summary import summary
from quizmill.grade.marking import Verdict

ENGINE = database()


def log_of(rows: Sequence[AnswerRow]) -> tuple[AnswerRow, ...]:
    """The rows as a log keeps them: each answer once."""
    return KnownAnswers().new(rows).rows


def in_database(rows: Sequence[AnswerRow]) -> ibis.Table:
    return ENGINE.create_table(ibis.util.gen_name("log"), ibis.memtable(table_of(rows)), temp=True)


def assert_same(rows: Sequence[AnswerRow]) -> LogSums:
    kept = log_of(rows)
    table = in_database(kept)
    assert not differences(summary(kept), engine_summary(table))
    return LogSums(table)


def test_a_class_is_summed_alike_and_none_of_its_sheets_is_odd():
    class_ = {
        f"s{at:02}": letters
        for at, letters in enumerate(["ABCD", "ABC-", "AB--", "ACAA", "----", "BBCD"] * 5)
    }

    assert assert_same(picked(class_, key="ABCD", seconds=12.5)).odd == ()


def test_forms_in_another_order_are_one_test():
    one = picked({"ann": "ABCD", "bob": "ABCA"}, key="ABCD", paper="monday")
    other = [
        msgspec.structs.replace(each, number=5 - each.number)
        for each in picked({"cy": "ABCD", "dee": "AACA"}, key="ABCD", paper="tuesday")
    ]

    sums = assert_same([*one, *other])

    assert (sums.odd, len(list(sums.tests()))) == ((), 1)


def test_a_gap_of_one_paper_is_filled_though_another_has_the_same_gap_and_is_odd():
    class_ = picked({"s1": "ABCD", "s2": "ABCA"}, key="ABCD", paper="monday")
    alone = [row("ann", "q4", number=4, paper="monday"), row("bob", "q4", number=4, paper="tuesday")]

    assert {sheet.student for sheet in assert_same([*class_, *alone]).odd} == {"ann", "bob", "s1", "s2"}


def test_part_marks_and_answers_without_a_mark_are_summed_alike():
    assert_same(marked([[1, 0.5, 0], [0, 0.25, 1], [1, 1, 1], [0.5, 0, 1]], [1, 1, 2]))
    assert_same(picked({"ann": "AB?D", "bob": "A??D", "cy": "ABCD", "dee": "?---"}, key="ABCD"))


@pytest.mark.parametrize(
    ("rows", "odd"),
    [
        pytest.param(
            [row("ann", "q1", number=1), row("ann", "q2", number=2), row("bob", "q1", number=1)],
            2,
            id="a row is missing",
        ),
        pytest.param(
            [
                *(row("ann", f"q{at}", number=at, paper="a") for at in (1, 2, 3)),
                *(row("bob", f"q{at}", number=at, paper="b") for at in (1, 3)),
            ],
            1,
            id="the gap in the numbers of the only one with a form",
        ),
        pytest.param(
            [
                row("ann", paper="monday", answered=1),
                row("ann", paper="tuesday", answered=2),
                row("bob", paper="monday"),
            ],
            2,
            id="a question on two papers of one student",
        ),
        pytest.param(
            [
                row("ann", "q1", number=1),
                row("ann", "q2", number=1),
                row("bob", "q1", number=1),
                row("bob", "q2", number=1),
            ],
            2,
            id="a number twice",
        ),
        pytest.param([row("ann", "q1", number=201)], 1, id="more numbers than are told apart"),
        pytest.param(
            [row("ann", "q1", answered=1), row("ann", "q1", answered=2)],
            1,
            id="a question twice on one sheet",
        ),
        pytest.param([row("ann", "q1"), row("ann", "q2")], 0, id="no numbers"),
        pytest.param(
            [row("ann", "q1", place="review", answered=at) for at in range(1, 4)], 0, id="a long sitting"
        ),
        pytest.param([], 0, id="nothing"),
        pytest.param([row(possible=0.0)], 0, id="only void"),
    ],
)
def test_what_is_odd_takes_the_plain_way_and_is_summed_alike(rows, odd):
    assert len(assert_same(rows).odd) == odd


@pytest.mark.parametrize(
    "wordings",
    [
        pytest.param([("n", "q1", "d"), ("n", "q1", "e"), ("n", "q2", "f")], id="by the digest"),
        pytest.param([("n", "q1", ""), ("n", "q2", ""), ("n", "q3", "")], id="by the question"),
        pytest.param([("n", "q1", "d"), ("m", "q1", "d"), ("n", "q2", "d")], id="by all three"),
    ],
)
def test_an_answer_is_summed_with_its_own_wording_and_place(wordings):
    fields = ("namespace", "question", "digest")
    rows = [
        row(student, place=place, number=at, chosen=(at,), **dict(zip(fields, wording, strict=True)))
        for student in ("ann", "bob")
        for place in ("exam", "review", "practice")
        for at, wording in enumerate(wordings, 1)
    ]

    assert_same(rows)


_MARKS = st.sampled_from(
    [
        (Verdict.RIGHT, 1.0),
        (Verdict.RIGHT, 1.0),
        (Verdict.WRONG, 0.0),
        (Verdict.PARTIAL, 0.5),
        (Verdict.SKIPPED, 0.0),
        (Verdict.UNMARKED, 0.0),
    ]
)
_KINDS = {"q1": "multiple_choice", "q2": "multiple_response", "q3": "matching", "q4": "essay"}


@st.composite
def answers(draw: st.DrawFn) -> AnswerRow:
    """Any of few students, questions and papers, so that everything meets."""
    verdict, earned = draw(_MARKS)
    question = draw(st.sampled_from(sorted(_KINDS)))
    possible = draw(st.sampled_from([1.0, 1.0, 1.0, 2.0, 0.0]))
    size = {"multiple_choice": 1, "essay": 0}.get(_KINDS[question], 3)
    chosen = () if verdict is Verdict.SKIPPED else draw(st.lists(st.integers(-1, 2), max_size=size))
    return row(
        draw(st.sampled_from(["ann", "bob", "cy", "dee"])),
        question,
        kind=_KINDS[question],
        digest=draw(st.sampled_from(["d", "d", "e"])),
        number=draw(st.sampled_from([int(question[1]), int(question[1]), 0, 5])),
        answered=draw(st.integers(0, 3)),
        attempt=draw(st.integers(1, 2)),
        paper=draw(st.sampled_from(["monday", "monday", "tuesday", ""])),
        place=draw(st.sampled_from(["exam", "exam", "paper", "review"])),
        chosen=tuple(chosen),
        verdict=verdict,
        earned=earned * possible,
        possible=possible,
        seconds=draw(st.sampled_from([None, 0.5, 1.49, 2.5])),
    )


@st.composite
def classes(draw: st.DrawFn) -> list[AnswerRow]:
    """Whole sheets, as they mostly are, and some answers beside."""
    letters = draw(st.lists(st.text("ABC-?", min_size=4, max_size=4), max_size=6))
    return picked({f"s{at}": each for at, each in enumerate(letters)}, key="ABCA", seconds=3.0)


@settings(max_examples=4, deadline=None, derandomize=True)
@given(classes(), st.lists(answers(), max_size=14))
def test_whatever_lies_in_a_log_is_summed_alike(whole, beside):
    assert_same([*whole, *beside])


def test_an_engine_that_cannot_be_had_is_told_in_a_sentence():
    with pytest.raises(NoEngine, match="pip install"):
        database("nosuch://here")
