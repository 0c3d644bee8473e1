"""What is marked on a sheet, as the text that `mark` takes for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import assert_never

from quizmill.bank.markup import plain
from quizmill.bank.model import (
    Cloze,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    ShortAnswer,
    TrueFalse,
)
from quizmill.compose.exercise import Exercise
from quizmill.pattern import pattern

_BARE = pattern(r"^(-?)([.,]\d)")
_NONE = "-"  # a box that is empty, or in which several stand


def typed(
    exercise: Exercise, marked: Sequence[Sequence[int]], labels: Sequence[Sequence[str]], unit: str = ""
) -> str:
    """The rings that are *marked* in each line of a question, by their indices, as one types it.

    *labels* are those of each line, *unit* is what stands beside a number. An empty text is no answer.
    """
    told = [[line[ring] for ring in rings] for rings, line in zip(marked, labels, strict=True)]
    match exercise.question:
        case MultipleChoice() | MultipleResponse():
            return " ".join(told[0])
        case TrueFalse():
            return exercise.options[marked[0][0]] if len(marked[0]) == 1 else " ".join("TF"[: len(marked[0])])
        case Matching():
            return _boxes([each[0] if len(each) == 1 else _NONE for each in told])
        case Ordering():
            times = Counter(each[0] for each in told if len(each) == 1)
            alone = [each[0] if len(each) == 1 and times[each[0]] == 1 else _NONE for each in told]
            return _boxes(alone)
        case Numerical():
            return _number(told, _to_be_said(unit, plain(exercise.question.unit)))
        case ShortAnswer() | Cloze() | Essay():
            return ""
        case _:
            assert_never(exercise.question)


def _boxes(boxes: list[str]) -> str:
    return "" if all(box == _NONE for box in boxes) else " ".join(boxes)


def _to_be_said(unit: str, understood: str) -> str:
    """What of the *unit* beside the boxes the digits need: `1990 year` is no year, and 1990 is one."""
    before, _, last = f" {unit}".rpartition(f" {understood}")
    return unit if last or not understood else before.strip()


def _number(columns: list[list[str]], unit: str) -> str:
    """The digits from the left; a column in which several are marked makes no number, and is wrong.

    Before a decimal sign there is a 0: no language reads `,5` without it.
    """
    signs = "".join(each[0] if len(each) == 1 else f"[{''.join(each)}]" for each in columns if each)
    digits = _BARE.sub(r"\g<1>0\2", signs)
    return f"{digits} {unit}".strip() if any(each.isdigit() for each in digits) else digits
