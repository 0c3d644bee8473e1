"""Kahoot's sheet of questions: a workbook with up to four short options."""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.workbook import is_workbook, write_workbook
from quizmill.compose.paper import Paper
from quizmill.errors import FileUnusable
from quizmill.formats.cells import fit_cell, workbook_lines
from quizmill.formats.format import Format, Found, Settings
from quizmill.formats.games import (
    asked,
    cell,
    chosen,
    games_matrix,
    headed,
    keys,
    numbers,
    only_options,
    options,
    seconds,
    table,
    tell_times,
)
from quizmill.formats.item import Item
from quizmill.formats.report import Report

HEAD = (
    *("Question", "Answer 1", "Answer 2", "Answer 3", "Answer 4"),
    *("Time limit", "Correct answer(s)"),
)
_NEEDED = ("question", "answer 1", "answer 2", "correct answer")
_TIMES = (5, 10, 20, 30, 60, 90, 120, 240)  # seconds: Kahoot refuses others
_QUESTION, _ANSWER = 120, 75  # characters
_SEEN = 60  # characters of an answer that all of Kahoot's screens show


def write(paper: Paper, settings: Settings, report: Report) -> bytes:
    """A row a question. Raises FileUnusable where openpyxl is missing."""
    rows = [list(HEAD)]
    for exercise in paper.exercises:
        found = options(exercise, paper.language, 4, report)
        if found is None:
            continue
        told = [asked(exercise), *(each.text for each in found)]
        prompt, *texts = [fit_cell(text, exercise.id, report) for text in told]
        if len(prompt) > _QUESTION or max(map(len, texts)) > _ANSWER:
            rule = "Kahoot takes 120 characters of a question and 75 of an answer"
            report.lost(exercise.id, "question", rule, exercise.prompt)
            continue
        if max(map(len, texts)) > _SEEN:
            report.note(exercise.id, "answer", "an answer of more than 60 characters may be cut on a screen")
        time = seconds([prompt, *texts], _TIMES)
        rows.append([prompt, *texts, *[""] * (4 - len(texts)), str(time), keys(found, ", ")])
    return write_workbook(rows, "kahoot")


def read(data: bytes, name: str, report: Report) -> Found:
    """The questions of a sheet, wherever in it the table begins. Raises FileUnusable without that table."""
    found = table(data, name, "Kahoot", HEAD, _NEEDED, report)
    tell_times(report)
    return Found(items=tuple(_items(*found)))


def _items(rows: list[tuple[int, tuple[str, ...]]], columns: dict[str, int]) -> Iterator[Item]:
    for line, cells in rows:
        prompt = cell(cells, columns, "question")
        texts = [cell(cells, columns, f"answer {n}") for n in range(1, 7)]
        if prompt or any(texts):
            yield chosen(f"row {line}", prompt, texts, numbers(cell(cells, columns, "correct answer")))


def recognises(data: bytes) -> bool:
    """Whether it is a workbook with Kahoot's titles; nobody knows where openpyxl is missing."""
    try:
        return is_workbook(data) and headed(workbook_lines(data, "", Report()), _NEEDED) is not None
    except FileUnusable:
        return False


FORMAT = Format(
    name="kahoot",
    title="Kahoot's sheet",
    extensions=("xlsx",),
    matrix=games_matrix(
        only_options("Kahoot", "up to four short options"),
        "Kahoot",
    ),
    write=write,
    read=read,
    recognises=recognises,
    remarks=("Kahoot gives points for speed: the time limit is 20 seconds and what reading takes.",),
)
