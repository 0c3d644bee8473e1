"""Our own table as a workbook, which other programs open."""

from __future__ import annotations

import builtins
import io

import openpyxl
import pytest

import samples
from quizmill.compose.paper import compose
from quizmill.errors import FileUnusable
from quizmill.formats import own_csv
from quizmill.formats.format import Settings
from quizmill.formats.questions import Maker
from quizmill.formats.report import Report
from quizmill.formats.xlsx import FORMAT, read, write

ONE = "title: T\nquestions:\n  - {id: q, type: short_answer, prompt: P, "


def paper(tmp_path, topic: str = ""):
    more = {"bank": "title: B\nnamespace: b\n", "tea": topic} if topic else {}
    bank = samples.load(tmp_path, **more).bank
    return compose(bank, tuple(bank.questions()), seed=1, order="bank")


def book(*sheets: list[list[object]]) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for at, rows in enumerate(sheets):
        sheet = made.create_sheet(f"S{at}")
        for row in rows:
            sheet.append(row)
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def told(report: Report) -> list[tuple[str, str, str]]:
    return [(loss.severity.value, loss.field, loss.rule) for loss in report.losses]


def test_openpyxl_finds_the_cells_of_the_csv_and_each_is_text(tmp_path):
    asked = paper(tmp_path)
    sheet = openpyxl.load_workbook(io.BytesIO(write(asked, Settings(), Report()))).active
    line = own_csv.write(asked, Settings(), Report()).decode("utf-8-sig").split("\r\n")[0]

    assert ",".join(cell.value for cell in sheet[1]) == line
    assert sheet.max_row == 1 + len(asked.exercises)
    assert {cell.data_type for row in sheet for cell in row if cell.value} == {"s"}
    assert {cell.number_format for row in sheet for cell in row if cell.value} == {"@"}
    assert {column.number_format for column in sheet.column_dimensions.values()} == {"@"}
    assert len(sheet.column_dimensions) == sheet.max_column


@pytest.mark.parametrize("answer", ["=1+1", "1/2", "007", "TRUE", "2026-01-02", "1e5", "'=x", " a "])
def test_no_cell_is_a_formula_a_number_or_a_date(tmp_path, answer):
    data = write(paper(tmp_path, f"{ONE}answer: {answer!r}}}\n"), Settings(), Report())

    assert openpyxl.load_workbook(io.BytesIO(data)).active["E2"].value == answer
    assert read(data, "a.xlsx", Report()).items[0].answers == (answer,)


def test_cells_that_a_spreadsheet_made_numbers_of_are_read_as_they_are_seen():
    rows = [
        ["id", "type", "prompt", "answer", "marks", "shuffle", "option 1", "option 2"],
        ["a", "numerical", "P", 9000, 3, None, None, None],
        ["b", "true_false", "P", True, None, None, None, None],
        ["c", "multiple_choice", 1789, "a", 1.0, False, 1, 2.5],
    ]
    report = Report()
    items = read(book(rows), "a.xlsx", report).items
    made = Maker(report, unexplained=True).made(items, "xlsx", "a.xlsx")

    assert [{n: v for n, v in each.fields.items() if n not in ("id", "type", "origin")} for each in made] == [
        {"prompt": "P", "answer": "9000", "marks": 3},
        {"prompt": "P", "answer": True},
        {"prompt": "1789", "answer": "1", "distractors": ["2.5"], "shuffle": False},
    ]


def test_what_no_cell_can_hold_is_told(tmp_path):
    topic = f'{ONE}answer: "{"x" * 33000}", explanation: "a\\uFFFEb"}}\n'
    report = Report()
    items = read(write(paper(tmp_path, topic), Settings(), report), "a.xlsx", Report()).items

    assert items[0].answers == ("x" * 32767,)
    rule = "a cell holds no control characters, and 32,767 others; the rest is left out"
    assert told(report) == [("changed", "question", rule)] * 2


def test_only_the_first_sheet_is_read_and_that_is_told():
    head = ["type", "prompt", "answer"]
    report = Report()
    found = read(book([head, ["short_answer", "P", "x"]], [head, ["short_answer", "Q", "y"]]), "a", report)

    assert [item.prompt for item in found.items] == ["P"]
    assert told(report) == [
        ("lost", "file", "only the first sheet is read; save each other one as a file of its own")
    ]


def test_pictures_are_named_and_that_is_told_once(tmp_path):
    report = Report()
    write(paper(tmp_path), Settings(pictures={"a.png": b""}), report)
    head = ["type", "prompt", "answer", "image", "image alt"]
    read(
        book([head, ["short_answer", "P", "x", "a.png", "A"], ["short_answer", "Q", "x", "b.png", "B"]]),
        "a",
        report,
    )

    assert told(report) == [
        ("note", "image", "pictures and sounds are named, not carried: they stay in the bank's folder"),
        ("note", "image", "pictures and sounds are named, not carried: copy them into the bank's folder"),
    ]


def test_without_openpyxl_the_extra_is_named(tmp_path, monkeypatch):
    data = write(paper(tmp_path), Settings(), Report())
    real = builtins.__import__

    def without(name, *rest):
        if name.startswith("openpyxl"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    for refused in (
        lambda: read(data, "a.xlsx", Report()),
        lambda: write(paper(tmp_path), Settings(), Report()),
    ):
        with pytest.raises(FileUnusable, match=r"openpyxl is needed: pip install 'quizmill\[office\]'"):
            refused()
    assert not FORMAT.recognises(data)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"type,prompt,answer", "this is no workbook"),
        (book([["name", "class"]]), "the first row must have the titles type, prompt and answer"),
        (b"PK\x03\x04", "this archive cannot be read"),
    ],
)
def test_what_is_no_workbook_of_ours_is_refused(data, said):
    assert not FORMAT.recognises(data)
    with pytest.raises(FileUnusable, match=said):
        read(data, "a.xlsx", Report())
