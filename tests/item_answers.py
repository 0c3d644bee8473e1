"""A class of a model that answers the questions of a bank with options, with faults planted, for tests."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence

from quizmill.analysis.answer import AnswerRow, Place
from quizmill.bank.model import Bank, MultipleChoice, TrueFalse
from quizmill.compose.arrange import as_written
from quizmill.compose.exercise import Exercise
from quizmill.compose.wording import digest
from quizmill.grade.marking import Verdict

WRONG_KEY, DEAD, FIRST = 0, 1, 1_790_000_000_000  # places of the faults; ms


def choices(bank: Bank) -> list[Exercise]:
    """The questions in which one option is to be taken."""
    return [as_written(*each) for each in bank.questions() if isinstance(each[1], MultipleChoice | TrueFalse)]


def answers(
    bank: Bank, asked: Sequence[Exercise], students: int, place: Place = "paper", seed: int = 1
) -> Iterator[AnswerRow]:
    """What *students* answer: who knows takes the right option, of the first the second, and others guess."""
    chance = random.Random(seed)
    hard = [max(-2.0, min(2.0, chance.gauss(-0.3, 1))) for _ in asked]
    for student in range(students):
        theta, reached = chance.gauss(0, 1), len(asked) - (student % 17 == 0)
        for at, exercise in enumerate(asked[:reached]):
            knows = 1 / (1 + math.exp(1.2 * (hard[at] - theta)))
            (right,) = exercise.key
            best = 1 if at == WRONG_KEY else right
            weights = [1.0] * len(exercise.options)
            if at == DEAD:
                weights[-1] = 0.0
            left_out = chance.random() < 0.02
            taken = best if chance.random() < knows else chance.choices(range(len(weights)), weights)[0]
            yield answer(
                bank, exercise, student, () if left_out else (taken,), taken == right, at + 1, place, chance
            )


def answer(
    bank: Bank,
    exercise: Exercise,
    student: int,
    chosen: tuple[int, ...],
    right: bool,
    number: int,
    place: Place,
    chance: random.Random,
    wording: str = "",
) -> AnswerRow:
    """One answer."""
    verdict = Verdict.SKIPPED if not chosen else Verdict.RIGHT if right else Verdict.WRONG
    earned = float(verdict is Verdict.RIGHT) * exercise.question.marks
    return AnswerRow(
        answered=FIRST + 1000 * student,
        namespace=bank.namespace,
        question=exercise.id,
        digest=wording or digest(exercise),
        kind=exercise.kind,
        student=f"{student:016x}",
        paper="monday" if place in ("paper", "html", "exam") else "",
        number=number,
        place=place,
        chosen=chosen,
        verdict=verdict,
        earned=earned,
        possible=float(exercise.question.marks),
        seconds=round(chance.lognormvariate(3, 0.5), 1) if place != "paper" else None,
        source="hand",
    )
