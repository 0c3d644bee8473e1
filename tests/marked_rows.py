"""Answers with the verdict that a teacher gives them: a table of them as questions and responses."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

from quizmill.bank.model import Cloze, Compare, Numerical, Question, ShortAnswer
from quizmill.compose.exercise import Exercise
from quizmill.grade import Misread, mark, read_response

TABLES = Path(__file__).parent / "grade" / "cases"


class Row(NamedTuple):
    """What was typed in answer to a question, and what becomes of it: right, wrong, or asked again."""

    question: Question
    language: str
    typed: str
    verdict: str


@cache
def rows(table: str) -> tuple[Row, ...]:
    """The rows of a table by its name; questions that are alike are one."""
    lines = (TABLES / f"{table}.jsonl").read_text("utf-8").splitlines()
    ids: dict[str, str] = {}
    return tuple(_row(json.loads(line), ids) for line in lines)


def _row(told: dict[str, str], ids: dict[str, str]) -> Row:
    asked = {name: text for name, text in told.items() if name not in ("kind", "typed", "verdict")}
    id = ids.setdefault(json.dumps(asked, sort_keys=True), f"q{len(ids) + 1}")
    return Row(_question(id, told), told["language"], told["typed"], told["verdict"])


def _question(id: str, told: dict[str, str]) -> Question:
    compare = Compare(told["compare"]) if "compare" in told else None
    if told["type"] == "cloze":
        return Cloze(id=id, text=told["question"], compare=compare)
    if told["type"] == "short_answer":
        accept = tuple(told.get("accept", ()))
        return ShortAnswer(
            id=id, prompt=told["question"], answer=told["answer"], accept=accept, compare=compare
        )
    return Numerical(
        id=id,
        prompt=told["question"],
        answer=told["answer"],
        unit=told.get("unit", ""),
        accept_units=tuple(told.get("accept_units", ())),
        tolerance=told.get("tolerance", "0"),
    )


def verdict(row: Row) -> str:
    """What the marker says of a row."""
    exercise = Exercise(question=row.question, topic="t", topic_title="T")
    response = read_response(exercise, row.typed, row.language)
    if isinstance(response, Misread):
        return "again"
    return str(mark(exercise, response, language=row.language).verdict)
