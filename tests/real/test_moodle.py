"""What we write for Moodle, read by its importer's rules and patterns, and by somebody else's reader."""

from __future__ import annotations

import ensurepip
import json
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sound_banks
from moodle_importer import Imported, Refused, imported
from quizmill.app.pictures import pictures
from quizmill.bank.default import shipped_bank
from quizmill.bank.load import load_bank
from quizmill.bank.markup import plain
from quizmill.bank.model import Bank, Topic
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper, compose
from quizmill.formats.format import Settings
from quizmill.formats.moodle_write import write
from quizmill.formats.posed import bare_number
from quizmill.formats.report import Report

ROOT = Path(__file__).parents[2]
BANKS = (shipped_bank(), *(ROOT / "examples" / name for name in ("physics", "python", "spanish")))
READ = """
import json, sys
from moodle_xml_parser.parser import parse_bytes
found = parse_bytes(sys.stdin.buffer.read())["multichoice"]
told = {each.name: [[each.single, option.score_fraction] for option in each.options] for each in found}
print(json.dumps(told))
"""


def written(bank: Bank, folder: Path | None = None) -> tuple[Paper, bytes, Report]:
    paper, report = compose(bank, tuple(bank.questions()), seed=1, order="bank"), Report()
    shown = pictures(folder, paper.exercises) if folder else {}
    return paper, write(paper, Settings(pictures=shown), report), report


def left_out(report: Report) -> set[str]:
    return {loss.id for loss in report.losses if loss.field == "question"}


def as_text(forms: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(" ".join(plain(form).split()) for form in forms))


def is_right(exercise: Exercise, found: Imported, language: str) -> bool:
    """Whether Moodle takes for right what is right."""
    question, right = exercise.question, found.right
    match exercise.kind:
        case "multiple_choice" | "multiple_response":
            return len(right) == len(exercise.key)
        case "true_false":
            return right == question.answer
        case "cloze":
            return right == [as_text((blank.answer, *blank.accept)) for blank in exercise.blanks]
        case "short_answer":
            return set(right) == set(as_text((question.answer, *question.accept)))
        case "numerical" if number := bare_number(question, language):
            return (Decimal(number.digits), Decimal(number.margin)) in right
        case "numerical":
            return plain(question.answer) in right
        case "matching":
            return len(right) == len(question.pairs) + len(question.extra)
        case "ordering":
            return len(right) == len(question.sequence)
        case _:
            return right.count("<li>") >= len(question.points)


@pytest.mark.parametrize("folder", BANKS, ids=lambda folder: folder.name)
def test_every_question_of_a_bank_is_imported_and_its_answer_is_right(folder):
    bank = load_bank(folder).bank
    paper, data, report = written(bank, folder)
    found = imported(data)

    assert found.keys() == {each.id for each in paper.exercises} - left_out(report)
    wrong = [
        each.id
        for each in paper.exercises
        if each.id in found and not is_right(each, found[each.id], bank.language)
    ]
    assert wrong == []


@pytest.mark.proof
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(sound_banks.questions(), min_size=1, max_size=4, unique_by=lambda question: question.id))
def test_whatever_a_bank_asks_ends_no_import(asked):
    bank = Bank(title="B", namespace="b", topics=(Topic(id="t", title="T", questions=tuple(asked)),))
    paper, data, report = written(bank)

    assert len(imported(data)) == len(paper.exercises) - len(left_out(report))


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("<answer fraction='33.3'><text>a</text></answer>", "q: Grades do not match"),
        ("<answer fraction='100'><text>a</text></answer>", "q: fewer than two answers"),
    ],
)
def test_what_moodle_refuses_is_refused(answer, reason):
    inside = "<idnumber>q</idnumber><name><text>q</text></name><questiontext><text>Q</text></questiontext>"
    with pytest.raises(Refused, match=reason):
        imported(f"<quiz><question type='multichoice'>{inside}{answer}</question></quiz>".encode())


@pytest.mark.proof
def test_a_reader_of_others_finds_the_same_options(tmp_path):
    """moodle-xml-parser, from PyPI; without it the test skips, and says so."""
    pip = [*(Path(ensurepip.__file__).parent / "_bundled").glob("pip-*.whl")]
    where = ["install", "-q", "--no-deps", "--target", str(tmp_path), "moodle-xml-parser==0.3.1"]
    command = [sys.executable, *(str(wheel / "pip") for wheel in pip[:1]), *where]
    if not pip or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("moodle-xml-parser cannot be had from PyPI: nobody else reads our Moodle XML")
    paper, data, _ = written(load_bank(shipped_bank()).bank)
    run = subprocess.run(
        [sys.executable, "-c", READ], input=data, cwd=tmp_path, capture_output=True, check=True
    )
    options = json.loads(run.stdout)

    assert {id: sum(share > 0 for _, share in found) for id, found in options.items()} == {
        each.id: len(each.key)
        for each in paper.exercises
        if each.kind in ("multiple_choice", "multiple_response")
    }
    assert {id for id, found in options.items() if found[0][0]} == {
        each.id for each in paper.exercises if each.kind == "multiple_choice"
    }
