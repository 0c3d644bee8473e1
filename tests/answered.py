"""Rows of answers as a class leaves them, for tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quizmill.analysis.answer import AnswerRow
from quizmill.analysis.counted import counted, sheets
from quizmill.analysis.items import ItemResult, Offered, item_result, offered
from quizmill.analysis.sums import summed
from quizmill.grade.marking import Verdict


def row(student: str = "ann", question: str = "q1", **fields) -> AnswerRow:
    """One answer, right and in an exam unless it is said otherwise."""
    settled = {
        "answered": 0,
        "namespace": "bank",
        "digest": "d",
        "kind": "multiple_choice",
        "paper": "monday",
        "place": "exam",
        "verdict": Verdict.RIGHT,
        "earned": 1.0,
        "possible": 1.0,
        "source": "hand",
    }
    return AnswerRow(student=student, question=question, **(settled | fields))


def picked(class_: Mapping[str, str], key: str, **fields) -> list[AnswerRow]:
    """What students took of a paper with one letter a question; `-` is nothing, `?` not marked."""
    return [
        row(
            student,
            f"q{at}",
            **{
                "number": at,
                "chosen": () if letter in "-?" else ("ABCDEFG".index(letter),),
                "verdict": {"-": Verdict.SKIPPED, "?": Verdict.UNMARKED, right: Verdict.RIGHT}.get(
                    letter, Verdict.WRONG
                ),
                "earned": float(letter == right),
            }
            | fields,
        )
        for student, letters in class_.items()
        for at, (letter, right) in enumerate(zip(letters, key, strict=True), 1)
    ]


def marked(table: Sequence[Sequence[float]], possible: Sequence[float] | None = None) -> list[AnswerRow]:
    """Marks of typed answers: a line a student, a column a question."""
    rows = []
    for student, line in enumerate(table):
        for at, earned in enumerate(line):
            whole = possible[at] if possible else 1
            verdict = Verdict.RIGHT if earned == whole else Verdict.PARTIAL if earned else Verdict.WRONG
            rows.append(
                row(
                    f"{student:04}",
                    f"q{at + 1:02}",
                    kind="short_answer",
                    number=at + 1,
                    verdict=verdict,
                    earned=float(earned),
                    possible=float(whole),
                )
            )
    return rows


def items(rows: Sequence[AnswerRow], known: Mapping[str, Offered] | None = None) -> dict[str, ItemResult]:
    """By question, what *rows* say of it, of all places together in a test that has one place."""
    sums = summed(counted(sheets(rows)))
    return {key.question: item_result(own, (known or {}).get(key.question)) for key, own in sums.items()}


FOUR = offered("multiple_choice", 4, (0,), 0.25)  # of which the first is right
