"""What else is right beside the key: worked out once, shown wherever an answer is."""

from __future__ import annotations

from typing import Any

import pytest

from quizmill.bank.model import KINDS, Cloze, Distractor, Numerical, Point, Question, ShortAnswer
from quizmill.compose.exercise import AlsoRight, also_right, key_of


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
