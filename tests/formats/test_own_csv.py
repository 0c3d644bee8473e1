"""Our own table: a row a question, edited in a spreadsheet and brought back."""

from __future__ import annotations

import csv
import io

import pytest

import samples
from quizmill.compose.paper import compose
from quizmill.errors import FileUnusable
from quizmill.formats.format import Settings
from quizmill.formats.own_csv import FORMAT, read, write
from quizmill.formats.questions import Maker
from quizmill.formats.report import Report


def table(tmp_path) -> list[dict[str, str]]:
    bank = samples.load(tmp_path).bank
    paper = compose(bank, tuple(bank.questions()), seed=1, order="bank")
    text = write(paper, Settings(), Report()).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_each_kind_has_its_cells(tmp_path):
    told = {row["type"]: {name: cell for name, cell in row.items() if cell} for row in table(tmp_path)}
    shared = {
        "id",
        "type",
        "topic",
        "prompt",
        "explanation",
        "facts",
        "difficulty",
        "level",
        "tags",
        "hint",
        "allow",
        "exported",
    }

    assert {kind: {n: c for n, c in row.items() if n not in shared} for kind, row in told.items()} == {
        "multiple_choice": {
            "answer": "a",
            "option 1": "Camellia sinensis",
            "option 2": "Camellia japonica",
            "feedback 2": "It is a garden cousin without tea in its leaves.",
            "option 3": "Ilex paraguariensis",
            "option 4": "Aspalathus linearis",
        },
        "multiple_response": {
            "answer": "a|b",
            "option 1": "Oolong",
            "option 2": "Pu-erh",
            "option 3": "Rooibos",
            "option 4": "Mate",
            "marks": "2",
        },
        "true_false": {
            "answer": "false",
            "correction": "Peppermint is no Camellia, so its tea is an infusion.",
        },
        "short_answer": {"answer": "Cutty Sark", "option 1": "The Cutty Sark"},
        "numerical": {"answer": "¥9,000", "unit": "yuan"},
        "cloze": {},
        "matching": {
            "option 1": "Green tea",
            "feedback 1": "heated at once",
            "option 2": "Black tea",
            "feedback 2": "fully oxidised",
            "option 3": "White tea",
            "feedback 3": "only dried",
            "feedback 4": "roasted twice",
        },
        "ordering": {
            "option 1": "Pluck",
            "option 2": "Wither",
            "option 3": "Roll",
            "option 4": "Oxidise",
            "option 5": "Dry",
        },
        "essay": {
            "option 1": "The first tea of a season sold for more",
            "feedback 1": "tea-book/clipper",
            "option 2": "Tea loses flavour at sea",
            "feedback 2": "tea-book/leaf",
            "lines": "8",
        },
    }
    assert (
        told["multiple_response"]["allow"] == '{"html-in-text":"what looks like a tag is to stay as it is"}'
    )


def made(text: str) -> tuple[list[dict[str, object]], list[tuple[str, str, str]]]:
    report = Report()
    items = read(text.encode(), "a.csv", report).items
    questions = Maker(report, unexplained=True).made(items, "csv", "a.csv")
    fields = [{n: v for n, v in each.fields.items() if n not in ("id", "origin")} for each in questions]
    return fields, [(loss.id, loss.field, loss.rule) for loss in report.losses]


def test_other_units_stand_in_the_numbered_columns():
    questions, told = made(
        "type,prompt,answer,unit,option 1,option 2\nnumerical,How many?,750,phones,handsets,cell phones\n"
    )

    assert [(each["unit"], list(each["accept_units"])) for each in questions] == [
        ("phones", ["handsets", "cell phones"])
    ]
    assert told == []


def test_columns_may_be_moved_added_and_parted_by_semicolons():
    text = "Answer;Mine;Option 2;option 1;TYPE;Prompt\r\nb;x;tea;salt;multiple_choice;P\r\n\r\n"

    assert made(text) == (
        [{"type": "multiple_choice", "prompt": "P", "answer": "tea", "distractors": ["salt"]}],
        [],
    )


def test_what_cannot_be_a_field_is_told():
    text = (
        "id,type,prompt,answer,marks,own,allow\r\n"
        "a,short_answer,P,x,many,[],{}\r\n"
        ",shorts,P,x,,,\r\n"
        ",,,,,,\r\n"
        ',numerical,P,5,3,"{""x-a"": ""b""}","{""r"": ""why""}"\r\n'
    )

    assert made(text) == (
        [
            {"type": "short_answer", "prompt": "P", "answer": "x"},
            {
                "type": "numerical",
                "prompt": "P",
                "answer": "5",
                "marks": 3,
                "allow": {"r": "why"},
                "x-a": "b",
            },
        ],
        [
            ("a", "own", "this column holds a JSON object or nothing"),
            ("a", "marks", "marks are a whole number from 1 to 100"),
            ("row 3", "question", "there is no such type of question"),
        ],
    )


def test_no_cell_is_run_by_a_spreadsheet_and_each_comes_back(tmp_path):
    topic = (
        "title: T\nquestions:\n  - {id: q, type: short_answer, prompt: '=1+1', "
        """answer: "'=x", accept: ["-5", "@a", "'-b", " c"]}\n"""
    )
    bank = samples.load(tmp_path, bank="title: B\nnamespace: b\n", tea=topic).bank
    data = write(compose(bank, tuple(bank.questions()), seed=1), Settings(), Report())

    assert "'=1+1,''=x,-5,,'@a,,''-b,, c" in data.decode()
    assert made(data.decode("utf-8-sig"))[0] == [
        {"type": "short_answer", "prompt": "=1+1", "answer": "'=x", "accept": ["-5", "@a", "'-b", " c"]}
    ]


@pytest.mark.parametrize("data", [b"name,class\nAnn,7b\n", b"\0", b""])
def test_another_table_is_none_of_ours(data):
    assert not FORMAT.recognises(data)
    with pytest.raises(FileUnusable):
        read(data, "a.csv", Report())
