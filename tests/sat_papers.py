"""A class that sits a paper of a bank, as rows of a log: who knows takes the key, others take anything."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from quizmill.analysis.answer import TESTS, AnswerRow, Place
from quizmill.analysis.table import table
from quizmill.bank.csv_out import as_csv
from quizmill.bank.model import Bank, MultipleChoice, Topic
from quizmill.compose.arrange import as_written
from quizmill.compose.exercise import Exercise
from quizmill.compose.wording import digest
from quizmill.grade.marking import Verdict

FIRST, CLASS = 1_790_000_000_000, 1 << 32  # ms; more students than any class has
Knows = Callable[[float], float]  # by ability, about 0, the chance to know


def by_ability(theta: float) -> float:
    """Of middling difficulty."""
    return 1 / (1 + math.exp(-1.5 * theta))


def sat(
    bank: Bank,
    ids: Sequence[str],
    students: int,
    *,
    place: Place = "paper",
    knows: Mapping[str, Knows] | None = None,
    held_right: Mapping[str, int] | None = None,
    offered: Mapping[str, Sequence[int]] | None = None,
    seed: int = 1,
    wording: str = "",
) -> list[AnswerRow]:
    """The answers of *students* to multiple-choice questions, which whoever knows takes for right.

    *knows* tells by question who knows, *held_right* which option it is that they take, where it is not the
    key, and *offered* what those choose from who do not know, the key as 0; *wording* is a digest of another.
    """
    chance = random.Random(seed)
    asked = {question.id: as_written(topic, question) for topic, question in bank.questions()}
    rows = []
    for student in range(students):
        theta = chance.gauss(0, 1)
        for number, id in enumerate(ids, 1):
            options = range(len(asked[id].options))
            known = chance.random() < (knows or {}).get(id, by_ability)(theta)
            right = (held_right or {}).get(id, 0)
            taken = right if known else chance.choice((offered or {}).get(id, options))
            named = seed * CLASS + student
            rows.append(answer(bank, asked[id], named, (taken,), taken == 0, number, place, wording=wording))
    return rows


def answer(
    bank: Bank,
    exercise: Exercise,
    student: int,
    chosen: tuple[int, ...],
    right: bool,
    number: int,
    place: Place,
    chance: random.Random | None = None,
    wording: str = "",
) -> AnswerRow:
    """One answer; with *chance* and not on paper it took some time."""
    verdict = Verdict.SKIPPED if not chosen else Verdict.RIGHT if right else Verdict.WRONG
    marks = float(exercise.question.marks)
    return AnswerRow(
        answered=FIRST + 1000 * (student % CLASS),
        namespace=bank.namespace,
        question=exercise.id,
        digest=wording or digest(exercise),
        kind=exercise.kind,
        student=f"{student:016x}",
        paper="55aa55aa" if place in TESTS else "",
        number=number,
        place=place,
        chosen=chosen,
        verdict=verdict,
        earned=marks * (verdict is Verdict.RIGHT),
        possible=marks,
        seconds=round(chance.lognormvariate(3, 0.5), 1) if chance and place != "paper" else None,
        source="hand",
    )


def choices(bank: Bank) -> list[tuple[Topic, MultipleChoice]]:
    """Its multiple-choice questions."""
    return [(topic, each) for topic, each in bank.questions() if isinstance(each, MultipleChoice)]


def written(path: Path, rows: Sequence[AnswerRow]) -> Path:
    """The rows as a table in a file."""
    path.write_bytes(as_csv(table(rows)))
    return path
