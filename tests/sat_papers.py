"""A class that sits a paper of a bank, as rows of a log: who knows takes the key, others take anything."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from quizmill.analysis.answer import AnswerRow, Place
from quizmill.analysis.table import table
from quizmill.bank.csv_out import as_csv
from quizmill.bank.model import Bank, MultipleChoice, Question, Topic
from quizmill.compose.arrange import as_written
from quizmill.compose.wording import digest
from quizmill.grade.marking import Verdict

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
    asked = {question.id: (topic, question) for topic, question in bank.questions()}
    rows = []
    for student in range(students):
        theta = chance.gauss(0, 1)
        for number, id in enumerate(ids, 1):
            topic, question = asked[id]
            options = range(1 + len(question.distractors))
            known = chance.random() < (knows or {}).get(id, by_ability)(theta)
            right = (held_right or {}).get(id, 0)
            taken = right if known else chance.choice((offered or {}).get(id, options))
            told = wording or digest(as_written(topic, question))
            rows.append(_row(bank, question, told, taken, f"{seed:08x}{student:08x}", number, place))
    return rows


def _row(
    bank: Bank, question: Question, told: str, taken: int, student: str, number: int, place: Place
) -> AnswerRow:
    return AnswerRow(
        answered=0,
        namespace=bank.namespace,
        question=question.id,
        digest=told,
        kind="multiple_choice",
        student=student,
        paper="55aa55aa",
        number=number,
        place=place,
        chosen=(taken,),
        verdict=Verdict.WRONG if taken else Verdict.RIGHT,
        earned=float(not taken),
        possible=1.0,
        source="hand",
    )


def choices(bank: Bank) -> list[tuple[Topic, MultipleChoice]]:
    """Its multiple-choice questions."""
    return [(topic, each) for topic, each in bank.questions() if isinstance(each, MultipleChoice)]


def written(path: Path, rows: Sequence[AnswerRow]) -> Path:
    """The rows as a table in a file."""
    path.write_bytes(as_csv(table(rows)))
    return path
