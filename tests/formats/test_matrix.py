"""The matrix of every format speaks of everything a question may have, and the report is computed from it."""

from __future__ import annotations

import re

import msgspec
import pytest

import samples
from quizmill.bank.model import KINDS
from quizmill.compose.paper import compose
from quizmill.errors import BadRequest, FileUnusable
from quizmill.formats.format import Format
from quizmill.formats.losses import is_lost, losses
from quizmill.formats.matrix import FIELDS, MARKUP, How, changed, lost, matrix, otherwise
from quizmill.formats.matrix_page import format_lines, matrix_lines
from quizmill.formats.report import Harm, Loss, Report
from quizmill.formats.report_page import as_json, page
from quizmill.formats.table import NAMES, READ, WRITTEN, formats, named, recognised


def test_the_fields_are_those_that_a_question_can_do_without():
    optional = {
        field.name for kind in KINDS.values() for field in msgspec.structs.fields(kind) if not field.required
    }

    assert set(FIELDS) - {"id", "topic", "why"} == optional


@pytest.mark.parametrize("format", formats(), ids=NAMES)
def test_every_format_speaks_of_everything(format):
    told = format.matrix

    assert set(told.kinds) == set(KINDS)
    assert set(told.fields) >= set(FIELDS)
    assert set(told.markup) == set(MARKUP)
    assert format.name in NAMES
    assert format.extensions
    assert format.write or format.read
    cells = [*told.kinds.values(), *told.fields.values(), *told.markup.values()]
    assert [cell for cell in cells if (cell.how is How.WHOLE) != (cell.why == "")] == []


def test_a_name_that_nothing_bears_is_no_part_of_a_matrix():
    with pytest.raises(ValueError, match="no kind, field or mark is called hints, multiple"):
        matrix(fields={"multiple": lost("x"), "hints": lost("x")})


@pytest.fixture
def exercises(tmp_path):
    bank = samples.load(tmp_path).bank
    return compose(bank, tuple(bank.questions()), seed=1, order="bank").exercises


def found(exercises, told):
    return [(loss.severity.value, loss.id, loss.field, loss.was) for loss in losses(exercises, told)]


def test_what_is_lost_is_computed_question_by_question(exercises):
    told = matrix(
        kinds={"cloze": lost("no blanks"), "matching": otherwise("a card for each pair")},
        fields={
            "hint": lost("no hints"),
            "unit": changed("in the prompt", "prompt"),
            "essay.facts": lost("x"),
        },
        markup={"emphasis": changed("plain")},
    )

    assert found(exercises, told) == [
        ("lost", "tea-plant", "hint", "The genus has a Czech-Moravian missionary's name."),
        ("changed", "tea-plant", "prompt", ""),
        ("changed", "ship-cargo", "unit", "yuan"),
        ("changed", "ship-cargo", "prompt", "yuan"),
        ("changed", "ship-cargo", "prompt", ""),
        ("lost", "ship-year", "question", "In ____ the ____ was launched."),
        ("changed", "tea-colours", "type", "matching"),
        ("lost", "tea-essay", "facts", "tea-book/clipper"),
    ]
    assert [each.id for each in exercises if is_lost(each, told)] == ["ship-year"]


def test_marks_in_a_field_that_is_lost_are_not_told_again(tmp_path):
    entry = "{id: q, type: short_answer, prompt: '*P*', answer: a, explanation: '*E*'}"
    bank = {"bank": "title: B\nnamespace: b\n", "tea": f"title: T\nquestions:\n  - {entry}\n"}
    loaded = samples.load(tmp_path, **bank).bank
    exercises = compose(loaded, tuple(loaded.questions()), seed=1).exercises
    told = matrix(fields={"explanation": lost("none")}, markup={"emphasis": changed("plain")})

    assert found(exercises, told) == [("lost", "q", "explanation", "*E*"), ("changed", "q", "prompt", "")]


@pytest.mark.parametrize(
    ("picture", "told"),
    [("![A leaf](leaf.png)", []), ('![A leaf](leaf.png "Photo: Ada")', [("changed", "q", "prompt", "")])],
)
def test_whom_to_thank_is_told_of_a_picture_that_says_it(tmp_path, picture, told):
    entry = f"{{id: q, type: short_answer, prompt: '{picture}', answer: a}}"
    bank = {"bank": "title: B\nnamespace: b\n", "tea": f"title: T\nquestions:\n  - {entry}\n"}
    loaded = samples.load(tmp_path, **bank).bank
    exercises = compose(loaded, tuple(loaded.questions()), seed=1).exercises

    assert found(exercises, matrix(markup={"picture.credit": changed("below it")})) == told


def test_what_the_content_decides_is_left_to_the_writer(exercises):
    assert found(exercises, matrix(kinds={"cloze": changed("one blank", by_content=True)})) == []


def test_four_hundred_questions_are_a_line():
    report = Report()
    for number in range(400):
        report.lost(f"q-{number}", "hint", "no hints", "h")
    report.changed("q-1", "prompt", "its picture is named", "a picture\nof tea" * 9, "[tea]")
    report.note("", "file", "nothing is updated")
    report.note("", "file", "nothing is updated")

    assert page(report.losses) == [
        "lost    hint: no hints (400 questions: q-0, q-1, q-2 and 397 more)",
        "changed prompt: its picture is named (q-1): "
        '"a picture of teaa picture of teaa picture of teaa picture o…" → "[tea]"',
        "note    file: nothing is updated",
    ]
    assert not report.is_whole


def test_fields_that_are_lost_alike_stand_in_one_line():
    report = Report()
    for number in range(5):
        report.lost(f"q-{number}", "id", "it has no place")
        report.lost(f"q-{number}", "topic", "it has no place")
    report.lost("q-3", "hint", "it has no place")

    assert page(report.losses) == [
        "lost    id, topic (5 questions: q-0, q-1, q-2 and 2 more), hint (q-3): it has no place",
    ]

    for number, field in enumerate(("tags", "marks"), start=1):
        for at in range(number):
            report.lost(f"q-{at}", field, "it has no place")

    assert page(report.losses) == [
        "lost    it has no place: id, topic (5 questions: q-0, q-1, q-2 and 2 more), marks (q-0, q-1), "
        "hint (q-3), tags (q-0)",
    ]


def test_questions_that_are_left_out_come_first_and_rows_as_ranges():
    report = Report()
    report.lost("tea", "hint", "no hints")
    for row in (12, 3, 4, 5, 9):
        report.lost(f"row {row}", "question", "there is no such type of question", "odd")
    report.note("row 1", "answer", "a letter is meant", "a", "A")
    report.note("row 1", "answer", "a letter is meant", "b", "B")

    assert page(report.losses) == [
        "lost    question: there is no such type of question (rows 3-5, 9, 12)",
        "lost    hint: no hints (tea)",
        'note    answer: a letter is meant (row 1): "a" → "A", "b" → "B"',
    ]


def test_a_note_that_says_what_a_loss_has_said_is_for_programs_alone():
    report = Report()
    report.note("tea", "explanation", "only the source can be told")
    report.lost("tea", "facts", "only the source can be told")

    assert page(report.losses) == ["lost    facts: only the source can be told (tea)"]
    assert b"explanation" in as_json(report.losses)


def test_the_report_is_json_for_programs():
    loss = Loss(id="q", field="hint", rule="no hints", was="h", severity=Harm.LOST)

    assert msgspec.json.decode(as_json([loss])) == [
        {"id": "q", "field": "hint", "rule": "no hints", "was": "h", "became": "", "severity": "lost"}
    ]


def test_places_in_a_file_become_questions():
    report = Report()
    report.lost("line 3", "hint", "no hints")
    report.call({("", "line 3"): "tea"})

    assert [loss.id for loss in report.losses] == ["tea"]


def test_the_list_is_a_column_for_each_format_that_is_written():
    lines = list(matrix_lines(formats()))
    written = [format.name for format in formats() if format.write]

    assert [line.split()[-1] for line in lines[: len(written)]] == written
    assert [line.split()[:1] for line in lines[len(written) :][: len(KINDS)]] == [[kind] for kind in KINDS]
    assert lines[len(written)][lines[written.index("csv")].index("csv")] == "="
    assert lines[len(written)][lines[written.index("quizlet")].index("quizlet")] == "P"
    assert "= whole   ~ changed   P as another kind   - lost" in lines
    assert "csv: CSV, our own table; read and written" in lines
    assert max(map(len, lines)) <= 80


def test_of_one_format_the_list_says_why():
    cells = matrix(
        kinds={"cloze": lost("no blanks")},
        fields={
            "hint": lost("no place for it"),
            "id": lost("no place for it"),
            "essay.marks": changed("one"),
        },
        markup={"table": changed("lines")},
    )
    one = Format(
        name="few",
        title="A few",
        extensions=("few",),
        matrix=cells,
        write=lambda *_: b"",
        recognises=lambda data: False,
        remarks=("It shuffles.",),
    )

    assert list(format_lines(one)) == [
        "few: A few; written",
        "- cloze: no blanks",
        "- id, hint: no place for it",
        "~ table: lines",
        "~ essay.marks: one",
        "It shuffles.",
    ]


def test_what_is_read_and_what_is_written_is_known_without_opening_them():
    assert [format.name for format in formats() if format.read] == list(READ)
    assert [format.name for format in formats() if format.write] == list(WRITTEN)


@pytest.mark.parametrize(
    ("begins", "said"),
    [
        (b"%PDF-1.7", "this is a PDF, "),
        (b"\x89PNG\r\n", "this is a picture or a sound; "),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "this is a file of an old Office "),
        (b' {"questions": []}', "this may be JSON, which is not read; "),
    ],
)
def test_what_no_reader_takes_is_told_what_to_do_with(begins, said):
    with pytest.raises(FileUnusable, match=re.escape(f"a.bin: {said}")):
        recognised(begins, "a.bin")


def test_a_format_is_named_or_told_by_content():
    with pytest.raises(BadRequest, match='there is no format "gifft"; did you mean "gift"'):
        named("gifft")
    with pytest.raises(FileUnusable, match="no known format looks like this; name it with --from: "):
        recognised(b"nothing", "a.txt")
    assert recognised(b"::a::b{T}", "a.txt").name == "gift"
    assert recognised(b"type,prompt,answer\r\n", "a.csv").name == "csv"
