"""Blooket's sheet of questions: CSV with up to four options, of which several may be right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank.workbook import is_workbook
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
    keys,
    numbers,
    only_options,
    options,
    seconds,
    table,
    tell_of_picture,
    tell_times,
    warn_of_formulas,
)
from quizmill.formats.in_markup import literal
from quizmill.formats.item import Item
from quizmill.formats.matrix import lost
from quizmill.formats.report import Report

_TOP = ("Blooket\nImport Template", *[""] * 7)
_HEAD = (
    *("Question #", "Question Text", "Answer 1", "Answer 2", "Answer 3\n(Optional)", "Answer 4\n(Optional)"),
    *("Time Limit (sec)\n(Max: 300 seconds)", "Correct Answer(s)\n(Only include Answer #)"),
)
_NEEDED = ("question text", "answer 1", "answer 2", "correct answer")
_TYPED_MARK = "typing"  # stands behind the columns of a question whose answers, all of them, are typed
_TIMES = tuple(range(20, 301, 10))  # seconds
_TAG = re.compile(r"<(?=[A-Za-z/!?])([^<>]*)>?")  # what Blooket takes for HTML and does not show


def write(paper: Paper, settings: Settings, report: Report) -> bytes:
    """A row a question, below the two rows of Blooket's own template."""
    rows: list[tuple[str, ...]] = [_TOP, _HEAD]
    for exercise in paper.exercises:
        found = options(exercise, paper.language, 4, report)
        if found is None:
            continue
        told = [asked(exercise), *(each.text for each in found)]
        prompt, *texts = [_without_tags(text) for text in told]
        if [prompt, *texts] != told:
            rule = "Blooket shows nothing that looks like a tag: ‹ and › stand for < and >"
            for field in ("prompt", "answer", "answers", "distractors"):
                report.changed(exercise.id, field, rule)
        warn_of_formulas(exercise.id, [prompt, *texts], report)
        padded = [*texts, *[""] * (4 - len(texts))]
        time = seconds([prompt, *texts], _TIMES)
        rows.append((str(len(rows) - 1), prompt, *padded, str(time), keys(found, ",")))
    return game_csv(rows)


def _without_tags(text: str) -> str:
    while (found := _TAG.sub(lambda tag: tag[0].replace("<", "‹").replace(">", "›"), text)) != text:
        text = found
    return text


def read(data: bytes, name: str, report: Report) -> Found:
    """The questions of a sheet. Raises FileUnusable where Blooket's titles are nowhere in it."""
    titles = (title.partition("\n")[0] for title in _HEAD)
    found = table(data, name, "Blooket", titles, _NEEDED, report)
    tell_times(report)
    return Found(items=tuple(_items(*found, report)))


def _items(
    rows: list[tuple[int, tuple[str, ...]]], columns: dict[str, int], report: Report
) -> Iterator[Item]:
    for line, cells in rows:
        prompt = cell(cells, columns, "question text")
        texts = [cell(cells, columns, f"answer {n}") for n in range(1, 5)]
        if _TYPED_MARK in cells[8:]:
            answers = tuple(literal(text) for text in texts if text)
            yield Item(kind="short_answer", place=f"row {line}", prompt=literal(prompt), answers=answers)
        elif prompt or any(texts):
            item = chosen(f"row {line}", prompt, texts, numbers(cell(cells, columns, "correct answer")))
            tell_of_picture(item, cell(cells, columns, "image"), report)
            yield item


def recognises(data: bytes) -> bool:
    """Whether it is a table with Blooket's titles."""
    try:
        return not is_workbook(data) and headed(csv_lines(data, ""), _NEEDED) is not None
    except FileUnusable:
        return False


FORMAT = Format(
    name="blooket",
    title="Blooket's sheet",
    extensions=("csv",),
    matrix=games_matrix(
        only_options("Blooket", "up to four options"),
        "Blooket",
        dict.fromkeys(
            ("shuffle", "pin_last", "place"), lost("options stay in order, but the sheet cannot say so")
        ),
    ),
    write=write,
    read=read,
    recognises=recognises,
    remarks=("Options stand as they are written, in every game; where the right one stands varies.",),
)
