"""Gimkit's sheets: questions with one right and up to three wrong answers, or with an answer to type."""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.markup import plain
from quizmill.bank.model import ShortAnswer
from quizmill.bank.workbook import is_workbook
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper
from quizmill.errors import FileUnusable
from quizmill.formats.cells import csv_lines
from quizmill.formats.format import Format, Found, Settings
from quizmill.formats.games import (
    asked,
    cell,
    chosen,
    game_csv,
    games_matrix,
    headed,
    options,
    table,
    warn_of_formulas,
)
from quizmill.formats.in_markup import literal
from quizmill.formats.item import Item
from quizmill.formats.matrix import changed, lost, otherwise
from quizmill.formats.report import Report

_TOP = "Gimkit Spreadsheet Import Template"
_HEAD = (
    *("Question", "Correct Answer", "Incorrect Answer 1"),
    *("Incorrect Answer 2 (Optional)", "Incorrect Answer 3 (Optional)"),
)
_NEEDED = ("question", "correct answer")
_WRONG = tuple(f"incorrect answer {n}" for n in range(1, 4))
_BEGINS = 400  # bytes in which the title of the template stands


def write(paper: Paper, settings: Settings, report: Report) -> bytes:
    """A row a question below the template's two; a paper of answers to type alone is the other template."""
    asked = [(each, each.question) for each in paper.exercises]
    typed = [_typed(each, question, report) for each, question in asked if isinstance(question, ShortAnswer)]
    if len(typed) == len(asked):
        return game_csv([(f"{_TOP} 2", ""), _HEAD[:2], *typed])
    return game_csv([(_TOP, "", "", "", ""), _HEAD, *_posed(paper, report)])


def _typed(exercise: Exercise, question: ShortAnswer, report: Report) -> tuple[str, ...]:
    row = (asked(exercise), plain(question.answer).strip())
    warn_of_formulas(exercise.id, row, report)
    return row


def _posed(paper: Paper, report: Report) -> Iterator[tuple[str, ...]]:
    for exercise in paper.exercises:
        if isinstance(exercise.question, ShortAnswer):
            rule = "typed answers are a sheet of their own: export them by --type short_answer"
            report.lost(exercise.id, "question", rule, exercise.prompt)
            continue
        found = options(exercise, paper.language, 4, report)
        if found is None:
            continue
        texts = [each.text for each in sorted(found, key=lambda each: not each.right)]
        row = (asked(exercise), *texts, *[""] * (4 - len(texts)))
        warn_of_formulas(exercise.id, row, report)
        yield row


def read(data: bytes, name: str, report: Report) -> Found:
    """The questions of either sheet. Raises FileUnusable where Gimkit's titles are nowhere in it."""
    found = table(data, name, "Gimkit", _HEAD, _NEEDED, report)
    return Found(items=tuple(_items(*found)))


def _items(rows: list[tuple[int, tuple[str, ...]]], columns: dict[str, int]) -> Iterator[Item]:
    is_typed = _WRONG[0] not in columns
    for line, cells in rows:
        prompt, right = (cell(cells, columns, title) for title in _NEEDED)
        if not prompt and not right:
            continue
        if is_typed:
            answers = (literal(right),) if right else ()
            yield Item(kind="short_answer", place=f"row {line}", prompt=literal(prompt), answers=answers)
        else:
            texts = [right, *(cell(cells, columns, title) for title in _WRONG)]
            yield chosen(f"row {line}", prompt, texts, [1])


def recognises(data: bytes) -> bool:
    """Whether it is a table with Gimkit's titles: those of one to type are other programs', too."""
    try:
        if is_workbook(data):
            return False
        found = headed(csv_lines(data, ""), _NEEDED)
        is_named = _TOP.encode() in data[:_BEGINS]
        return found is not None and (is_named or _WRONG[0] in found[1])
    except FileUnusable:
        return False


_NO_PLACE = lost("a sheet for Gimkit has one right answer to choose, or to type")

FORMAT = Format(
    name="gimkit",
    title="Gimkit's sheet",
    extensions=("csv",),
    matrix=games_matrix(
        {
            "multiple_choice": changed("up to four options", by_content=True),
            "multiple_response": _NO_PLACE,
            "true_false": otherwise("true and false become two options"),
            "short_answer": changed("in a sheet of its own", by_content=True),
            "numerical": _NO_PLACE,
            "cloze": _NO_PLACE,
            "matching": _NO_PLACE,
            "ordering": _NO_PLACE,
            "essay": _NO_PLACE,
        },
        "Gimkit",
        {"accept": lost("Gimkit's sheet has one form of an answer to type")},
    ),
    write=write,
    read=read,
    recognises=recognises,
)
