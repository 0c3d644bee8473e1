"""The matrix of every format speaks of everything a question may have, and the report is computed from it."""

from __future__ import annotations

import msgspec
import pytest

import samples
from quizmill.bank.model import KINDS
from quizmill.compose.paper import compose
from quizmill.errors import BadRequest, FileUnusable
from quizmill.formats.losses import is_lost, losses
from quizmill.formats.matrix import FIELDS, MARKUP, How, changed, lost, matrix, otherwise
from quizmill.formats.matrix_page import matrix_lines
from quizmill.formats.report import Harm, Loss, Report
from quizmill.formats.report_page import as_json, page
from quizmill.formats.table import NAMES, formats, named, recognised


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


def test_the_report_is_json_for_programs():
    loss = Loss(id="q", field="hint", rule="no hints", was="h", severity=Harm.LOST)

    assert msgspec.json.decode(as_json([loss])) == [
        {"id": "q", "field": "hint", "rule": "no hints", "was": "h", "became": "", "severity": "lost"}
    ]


def test_places_in_a_file_become_questions():
    report = Report()
    report.lost("line 3", "hint", "no hints")
    report.call({"line 3": "tea"})

    assert [loss.id for loss in report.losses] == ["tea"]


def test_the_list_shows_what_each_format_carries_and_why():
    lines = list(matrix_lines(formats()))

    assert lines[0].split() == list(NAMES)
    assert [line.split()[0] for line in lines[1 : 1 + len(KINDS)]] == list(KINDS)
    assert "= whole   ~ changed   P as another kind   - lost" in lines
    assert "csv: CSV, our own table; read and written" in lines


def test_a_format_is_named_or_told_by_content():
    with pytest.raises(BadRequest, match='there is no format "gifft"; did you mean "gift"'):
        named("gifft")
    with pytest.raises(FileUnusable, match="no known format looks like this; name it with --from: "):
        recognised(b"nothing", "a.txt")
    assert recognised(b"::a::b{T}", "a.txt").name == "gift"
    assert recognised(b"type,prompt,answer\r\n", "a.csv").name == "csv"
