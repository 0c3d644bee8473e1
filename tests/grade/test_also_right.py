"""What else is right beside the key: worked out once, shown wherever an answer is."""

from __future__ import annotations

from typing import Any

import pytest

from quizmill.bank.model import (
    KINDS,
    Cloze,
    Compare,
    Distractor,
    Name,
    Numerical,
    Point,
    Question,
    ShortAnswer,
    TrueFalse,
)
from quizmill.compose.exercise import key_of
from quizmill.grade.also_right import AlsoRight, also_right, told
from quizmill.words import words_in

NAMES = (
    Name(name="Amazon", aliases=("Amazon.com", "amazon", "AMZN")),
    Name(name="Kingsoft", aliases=("金山软件",)),
)


def numerical(tolerance: str) -> Numerical:
    return Numerical(id="a", prompt="P", answer="5", tolerance=tolerance)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (ShortAnswer(id="a", prompt="P", answer="China"), (AlsoRight(),)),
        (
            ShortAnswer(id="a", prompt="P", answer="China", accept=("Yunnan", "*Sichuan*")),
            (AlsoRight(forms=("Yunnan", "*Sichuan*")),),
        ),
        (numerical("0"), (AlsoRight(),)),
        (numerical("0%"), (AlsoRight(),)),
        (numerical("0.5"), (AlsoRight(within="0.5"),)),
        (numerical("2%"), (AlsoRight(within="2%"),)),
        (
            Cloze(id="a", text="{{1869|in 1869}} and {{China}}"),
            (AlsoRight(forms=("in 1869",)), AlsoRight()),
        ),
    ],
)
def test_for_each_text_of_a_typed_key(question: Question, expected: tuple[AlsoRight, ...]):
    assert also_right(question) == expected
    assert len(key_of(question)) == len(expected)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_has_an_answer(kind: str):
    fields: dict[str, dict[str, Any]] = {
        "multiple_choice": {"prompt": "P", "answer": "A", "distractors": (Distractor(text="B"),)},
        "multiple_response": {"prompt": "P", "answers": ("A",), "distractors": (Distractor(text="B"),)},
        "true_false": {"prompt": "P", "answer": True},
        "short_answer": {"prompt": "P", "answer": "A"},
        "numerical": {"prompt": "P", "answer": "5"},
        "cloze": {"text": "{{a}}"},
        "matching": {"prompt": "P", "pairs": (("a", "b"), ("c", "d"))},
        "ordering": {"prompt": "P", "sequence": ("a", "b")},
        "essay": {"prompt": "P", "points": (Point(point="x"),)},
    }
    typed = ("short_answer", "numerical", "cloze")

    assert also_right(KINDS[kind](id="a", **fields[kind])) == ((AlsoRight(),) if kind in typed else ())


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (ShortAnswer(id="q", prompt="Who bought it?", answer="Amazon"), ("Amazon.com", "AMZN")),
        (
            ShortAnswer(id="q", prompt="Who bought it?", answer="Amazon", accept=("AMZN",)),
            ("AMZN", "Amazon.com"),
        ),
        (ShortAnswer(id="q", prompt="What does AMZN stand for?", answer="Amazon"), ("Amazon.com",)),
        (ShortAnswer(id="q", prompt="Who?", answer="*Kingsoft*"), ("金山软件",)),
        (ShortAnswer(id="q", prompt="Spell it.", answer="Kingsoft", compare=Compare.SPELLING), ()),
        (ShortAnswer(id="q", prompt="Who?", answer="Lei Jun"), ()),
    ],
)
def test_other_names_of_the_thing_are_right_too(question: Question, expected: tuple[str, ...]):
    assert also_right(question, NAMES) == (AlsoRight(forms=expected),)


@pytest.mark.parametrize(
    ("answer", "unit", "language", "expected"),
    [
        ("1500", "m", "en", ("1.5 km",)),
        ("5", "mW", "en", ()),
        ("5200", "mW", "es", ("5,2 W",)),
        ("1500", "m", "de", ("1,5 km",)),
        ("70", "kg", "en", ()),
        ("30", "nm", "en", ()),
        ("12", "m/s", "en", ()),
        ("1.602e-19", "C", "en", ()),
        ("36", "months", "en", ()),
        ("1869", "", "en", ()),
    ],
)
def test_a_measure_is_right_in_a_larger_unit(
    answer: str, unit: str, language: str, expected: tuple[str, ...]
):
    question = Numerical(id="q", prompt="How much?", answer=answer, unit=unit)

    assert also_right(question, (), language) == (AlsoRight(forms=expected),)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (ShortAnswer(id="q", prompt="?", answer="Yunnan", accept=("Sichuan", "云南")), "Sichuan; 云南"),
        (ShortAnswer(id="q", prompt="?", answer="Yunnan"), ""),
        (Numerical(id="q", prompt="?", answer="12", tolerance="5%"), "anything within 5% of it"),
        (Numerical(id="q", prompt="?", answer="13", tolerance="+0.5"), "up to 0.5 more"),
        (Numerical(id="q", prompt="?", answer="50", tolerance="-10%"), "up to 10% less"),
        (
            Numerical(id="q", prompt="?", answer="1200", unit="g", tolerance="5"),
            "1.2 kg; anything within 5 of it",
        ),
        (Cloze(id="q", text="A {{clever|cleverer|smart}} boy."), "cleverer; smart"),
        (Cloze(id="q", text="{{One}} and {{two|2|both}}."), "(2) 2 or both"),
        (TrueFalse(id="q", prompt="?", answer=True), ""),
    ],
)
def test_what_else_is_right_is_told_in_one_line(question: Question, expected: str):
    assert told(also_right(question), words_in("en")) == expected


def test_of_many_forms_the_first_six_are_told():
    question = ShortAnswer(id="a", prompt="P", answer="0", accept=tuple("123456789"))

    assert told(also_right(question, NAMES), words_in("en")) == "1; 2; 3; 4; 5; 6; …"
