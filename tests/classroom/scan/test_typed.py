"""What is marked becomes what somebody would have typed: an example of each kind, and laws for any marks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answer_sheets import KINDS, bank_of, class_set, layout_of
from quizmill.classroom.scan.typed import typed
from quizmill.grade.doubtful import doubtful
from quizmill.grade.marking import Verdict, mark
from quizmill.grade.misread import Fault, Misread
from quizmill.grade.on_paper import Copied, read_copied
from quizmill.grade.response import Choice, Order, Pairing
from scanned import key

LANGUAGES = ("en", "de", "es", "fr", "zh")
MADE = {language: class_set(bank_of(KINDS * 4, language=language)) for language in LANGUAGES}


def question(kind, language="en"):
    """One of that kind, with its lines and unit."""
    made = MADE[language]
    sheet = layout_of(made).sheets[0]
    number = next(
        n
        for n, each in enumerate(made.papers[0].exercises, 1)
        if each.question.id.endswith(f"-{KINDS.index(kind) + 1}")
    )
    lines = [each for each in sheet.lines if each.number == number]
    return made.papers[0].exercises[number - 1], lines, sheet.units.get(number, "")


def text_of(kind, *rings, language="en"):
    exercise, lines, unit = question(kind, language)
    return typed(exercise, rings, [each.labels for each in lines], unit)


@pytest.mark.parametrize(
    ("kind", "rings", "text"),
    [
        ("choice", [(1,)], "B"),
        ("choice", [()], ""),
        ("choice", [(0, 2)], "A C"),
        ("response", [(0, 2)], "A C"),
        ("truth", [(0,)], "True"),
        ("truth", [(0, 1)], "T F"),
        ("matching", [(1,), (), (0,), (2, 3), (4,)], "B - A - E"),
        ("matching", [()] * 5, ""),
        ("ordering", [(0,), (1,), (2,), (2,), ()], "1 2 - - -"),
        ("ordering", [(3,), (1,), (2,), (0,), (4,)], "4 2 3 1 5"),
        ("number", [(3,), (3,), (), (), ()], "12"),
        ("number", [(0,), (3,), (0,), (6,), ()], "-2.5"),
        ("number", [(3,), (3, 4), (), (), ()], "1[23]"),
        ("number", [(0,), (), (), (), ()], "-"),
        ("number", [(), (), (), (), ()], ""),
    ],
)
def test_each_kind_is_typed_as_the_epilog_of_mark_says(kind, rings, text):
    assert text_of(kind, *rings) == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_key_has_full_marks_in_every_language(language):
    made = MADE[language]
    sheet, right = layout_of(made).sheets[0], key(made)
    for number, exercise in enumerate(made.papers[0].exercises, 1):
        lines = [each for each in sheet.lines if each.number == number]
        rings = [right[number, each.part] for each in lines]
        text = typed(exercise, rings, [each.labels for each in lines], sheet.units.get(number, ""))
        read = read_copied(exercise, text, (), language)
        assert isinstance(read, Copied), (text, read)
        assert read.mark.verdict is Verdict.RIGHT, text


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_whatever_is_marked_is_read_as_what_it_means(language, data):
    kind = data.draw(st.sampled_from(KINDS))
    exercise, lines, _ = question(kind, language)
    rings = [
        tuple(sorted(data.draw(st.sets(st.integers(0, len(each.labels) - 1), max_size=3)))) for each in lines
    ]
    read = read_copied(exercise, text_of(kind, *rings, language=language), (), language)

    assert isinstance(read, Copied), read
    alone = [each[0] if len(each) == 1 else None for each in rings]
    if not any(rings):
        assert read.mark.verdict is Verdict.SKIPPED
    elif kind in ("choice", "truth", "response"):
        assert read.response == Choice(rings[0])
        several = len(rings[0]) > 1 and kind != "response"
        assert read.mark.earned == (0 if several else mark(exercise, Choice(rings[0])).earned)
    elif kind == "matching":
        assert read.mark.earned == mark(exercise, Pairing(tuple(alone))).earned
    elif kind == "ordering":
        counts = [alone.count(each) == 1 and each is not None for each in alone]
        steps = sorted(
            (each, step) for step, (each, good) in enumerate(zip(alone, counts, strict=True)) if good
        )
        assert read.mark.earned == mark(exercise, Order(tuple(step for _, step in steps))).earned
    elif any(len(each) > 1 for each in rings):
        assert read.mark.earned == 0


def test_a_number_that_is_guessed_to_be_0_stays_one():
    exercise, _, _ = question("number")

    assert doubtful("0") == "?0"
    assert isinstance(read_copied(exercise, "?0"), Misread)
    assert read_copied(exercise, "0").mark.verdict is Verdict.WRONG


@settings(max_examples=40)
@given(data=st.data())
def test_what_is_only_guessed_counts_nothing_until_the_sign_is_gone(data):
    kind = data.draw(st.sampled_from(KINDS))
    exercise, lines, _ = question(kind)
    rings = [
        tuple(sorted(data.draw(st.sets(st.integers(0, len(each.labels) - 1), max_size=2)))) for each in lines
    ]
    text = text_of(kind, *rings)
    cell = doubtful(text)
    read, without = read_copied(exercise, cell), read_copied(exercise, cell.removeprefix("?"))

    assert isinstance(read, Misread)
    assert read.reason.key == Fault.DOUBTFUL
    assert isinstance(without, Copied)
    assert without.mark == read_copied(exercise, text).mark


@pytest.mark.parametrize(
    ("kind", "cell"),
    [
        ("matching", "?BCDE"),
        ("matching", "? B C D E"),
        ("ordering", "?1234"),
        ("choice", "?"),
        ("number", "?"),
    ],
)
def test_a_question_mark_for_an_empty_box_is_no_guess(kind, cell):
    assert isinstance(read_copied(question(kind)[0], cell), Copied)
