"""Papers as the sheets of games, and such sheets as items."""

from __future__ import annotations

import csv
import io

import openpyxl
from msgspec.structs import replace

import samples
from quizmill.compose.paper import compose
from quizmill.formats.format import Settings
from quizmill.formats.losses import is_lost
from quizmill.formats.report import Report
from quizmill.formats.table import named

HEAD = "title: T\nquestions:\n"
BANK = "title: B\nnamespace: b\n"


def paper(tmp_path, format: str, *questions: str, **more):
    """A paper of these entries, or of the sample, without what the format has no place for."""
    topic = HEAD + "".join(f"  - {{id: q{at}, {each}}}\n" for at, each in enumerate(questions))
    bank = samples.load(tmp_path, **({"bank": BANK, "tea": topic} if questions else {}), **more).bank
    made = compose(bank, tuple(bank.questions()), seed=1, order="bank")
    kept = tuple(each for each in made.exercises if not is_lost(each, named(format).matrix))
    return replace(made, exercises=kept)


def written(tmp_path, format: str, *questions: str) -> tuple[bytes, list[tuple[str, str, str]]]:
    report = Report()
    data = named(format).write(paper(tmp_path, format, *questions), Settings(), report)
    return data, [(loss.id, loss.field, loss.rule) for loss in report.losses]


def rows(data: bytes) -> list[list[str]]:
    if data.startswith(b"PK"):
        sheet = openpyxl.load_workbook(io.BytesIO(data)).active
        return [[cell.value or "" for cell in row] for row in sheet]
    return list(csv.reader(io.StringIO(data.decode(), newline="")))


def book(*lines: list[object]) -> bytes:
    made = openpyxl.Workbook()
    for line in lines:
        made.active.append(line)
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def read(format: str, data: bytes) -> tuple[list[dict[str, object]], list[tuple[str, str]]]:
    """What says something of each item, options as text and sign, and what was told."""
    report = Report()
    items = named(format).read(data, "a", report).items
    found = []
    for item in items:
        told = {"kind": item.kind, "place": item.place, "prompt": item.prompt}
        if item.choices:
            told["choices"] = [("+" if each.right else "-") + each.text for each in item.choices]
        for name in ("truth", "answers", "explanation", "points"):
            if getattr(item, name) not in ((), "", None):
                told[name] = getattr(item, name)
        found.append(told)
    return found, [(loss.field, loss.rule) for loss in report.losses]
