"""Wayground's sheet of questions, formerly Quizizz: a workbook of options or answers to type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from quizmill.bank import cloze
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
from quizmill.bank.workbook import is_workbook, write_workbook
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper
from quizmill.errors import FileUnusable
from quizmill.formats.cells import csv_lines, fit_cell, workbook_lines
from quizmill.formats.format import Format, Found, Settings
from quizmill.formats.games import (
    asked,
    cell,
    chosen,
    games_matrix,
    headed,
    keys,
    numbers,
    options,
    seconds,
    table,
    tell_of_picture,
    tell_times,
)
from quizmill.formats.in_markup import literal
from quizmill.formats.item import Item
from quizmill.formats.matrix import ONLY_SOURCE, changed, lost, otherwise
from quizmill.formats.posed import explanation
from quizmill.formats.report import Report

HEAD = (
    *("Question Text", "Question Type", "Option 1", "Option 2", "Option 3", "Option 4", "Option 5"),
    *("Correct Answer", "Time in seconds", "Image Link", "Answer explanation"),
)
# The second row of the template says how to fill it in; the first question stands below it.
_HELP = (
    *("Text of the question\n\n(required)", "Question Type\n\n(default is Multiple Choice)"),
    *("Text for option 1", "Text for option 2"),
    *(f"Text for option {n}\n\n(optional)" for n in (3, 4, 5)),
    'The correct option choice (between 1-5).\n\nLeave blank for "Open-Ended" and "Fill-in-the-Blank".',
    *("Time in seconds\n\n(optional)", "Link of the image\n\n(optional)", "Explanation for the answer"),
)
_NEEDED = ("question text", "option 1", "option 2", "correct answer")
_TIMES = (20, 30, 45, 60, 90, 120, 180, 300)
_MOST = 5
Posed = tuple[str, list[str], str]  # the type, the options or accepted forms, and the key
_CHOICE, _CHECKBOX, _BLANK, _OPEN = "Multiple Choice", "Checkbox", "Fill-in-the-Blank", "Open-Ended"


def write(paper: Paper, settings: Settings, report: Report) -> bytes:
    """A row a question below the template's two. Raises FileUnusable where openpyxl is missing."""
    rows = [list(HEAD), list(_HELP)]
    for exercise in paper.exercises:
        posed = _posed(exercise, paper.language, report)
        if posed is None:
            continue
        kind, texts, key = posed
        told = plain(explanation(exercise, paper.language, settings, report))
        prompt = asked(exercise)
        time = seconds([prompt, *texts], _TIMES)
        row = [prompt, kind, *texts, *[""] * (_MOST - len(texts)), key, str(time), "", told]
        rows.append([fit_cell(each, exercise.id, report) for each in row])
    return write_workbook(rows, "wayground")


def _posed(exercise: Exercise, language: str, report: Report) -> Posed | None:
    """The type, the options or accepted forms, and the key; None for what has no place, which is told."""
    question = exercise.question
    match question:
        case ShortAnswer(answer=answer, accept=accept):
            return _BLANK, _forms(exercise, (answer, *accept), report), ""
        case Numerical(answer=answer):
            return _BLANK, [plain(answer).strip()], ""
        case Cloze(text=text):
            blanks = [part for part in cloze.segments(text) if isinstance(part, cloze.Blank)]
            if len(blanks) != 1:
                rule = "only one blank has a place in a question"
                report.lost(exercise.id, "question", rule, exercise.prompt)
                return None
            return _BLANK, _forms(exercise, (blanks[0].answer, *blanks[0].accept), report), ""
        case Essay():
            return _OPEN, [], ""
        case MultipleResponse():
            return _chosen(exercise, _CHECKBOX, language, report)
        case MultipleChoice() | TrueFalse():
            return _chosen(exercise, _CHOICE, language, report)
        case Matching() | Ordering():
            return None  # which the matrix says are lost
        case _:
            assert_never(question)


def _chosen(exercise: Exercise, kind: str, language: str, report: Report) -> Posed | None:
    found = options(exercise, language, _MOST, report)
    return (kind, [each.text for each in found], keys(found, ",")) if found else None


def _forms(exercise: Exercise, answers: tuple[str, ...], report: Report) -> list[str]:
    """The answers that are taken for right, as many as have a place."""
    forms = list(dict.fromkeys(plain(each).strip() for each in answers))
    if left_out := forms[_MOST:]:
        report.changed(exercise.id, "accept", "five forms of an answer have room", ", ".join(left_out))
    return forms[:_MOST]


def read(data: bytes, name: str, report: Report) -> Found:
    """The questions of a sheet, as workbook or CSV. Raises FileUnusable where its titles are nowhere."""
    found = table(data, name, "Wayground", HEAD, _NEEDED, report)
    tell_times(report)
    return Found(items=tuple(_items(*found, report)))


def _items(
    rows: list[tuple[int, tuple[str, ...]]], columns: dict[str, int], report: Report
) -> Iterator[Item]:
    for at, (line, cells) in enumerate(rows):
        prompt = cell(cells, columns, "question text")
        if not prompt or (at == 0 and prompt.startswith("Text of the question")):
            continue
        item = _item(f"row {line}", prompt, cells, columns, report)
        if item is None:
            continue
        tell_of_picture(item, cell(cells, columns, "image link"), report)
        yield item


def _item(
    place: str, prompt: str, cells: tuple[str, ...], columns: dict[str, int], report: Report
) -> Item | None:
    texts = [cell(cells, columns, f"option {n}") for n in range(1, _MOST + 1)]
    why = cell(cells, columns, "answer explanation")
    asked, told = literal(prompt), literal(why)
    match "".join(cell(cells, columns, "question type").lower().replace("-", " ").split()):
        case "" | "multiplechoice" | "checkbox":
            return chosen(place, prompt, texts, numbers(cell(cells, columns, "correct answer")), why)
        case "fillintheblank":
            forms = tuple(literal(text) for text in texts if text)
            return Item(kind="short_answer", place=place, prompt=asked, answers=forms, explanation=told)
        case "openended":
            return Item(kind="essay", place=place, prompt=asked, explanation=told)
        case other:
            report.lost(place, "question", "nothing can be right in a question of this type", other)
            return None


def recognises(data: bytes) -> bool:
    """Whether it is a table with Wayground's titles; of workbooks nobody knows where openpyxl is missing."""
    try:
        read = workbook_lines(data, "", Report()) if is_workbook(data) else csv_lines(data, "")
        return headed(read, _NEEDED) is not None
    except FileUnusable:
        return False


_BLANKED = otherwise("it becomes a question with an answer to type")
_NO_PLACE = lost("a sheet for Wayground has options, or one answer to type")

FORMAT = Format(
    name="wayground",
    title="Wayground's sheet (formerly Quizizz)",
    extensions=("xlsx",),
    matrix=games_matrix(
        {
            "multiple_choice": changed("up to five options", by_content=True),
            "multiple_response": changed("up to five options", by_content=True),
            "true_false": otherwise("true and false become two options"),
            "short_answer": changed("up to five forms of the answer", by_content=True),
            "numerical": _BLANKED,
            "cloze": _BLANKED,
            "matching": _NO_PLACE,
            "ordering": _NO_PLACE,
            "essay": changed("its points have no place in the sheet", "points"),
        },
        "Wayground",
        {
            "explanation": changed("it is plain text", by_content=True),
            "facts": lost(ONLY_SOURCE),
            "accept": changed("up to five forms of the answer", by_content=True),
        },
    ),
    write=write,
    read=read,
    recognises=recognises,
    remarks=("An answer to type is right only as it is written there.",),
)
