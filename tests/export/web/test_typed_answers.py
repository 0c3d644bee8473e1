"""The page judges what is typed as the program does, or leaves it to the learner; never otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

import marked_rows
from quizmill import app
from quizmill.bank.model import Cloze
from typed_in_page import Typed, by_chance, differ, in_page, in_program

HERE = Path(__file__).parents[3]
UNSURE = 0.02  # of the rows, at most
FOLDERS = ("question_bank", "examples/physics", "examples/python", "examples/spanish")


def typed_rows(table):
    for row in marked_rows.rows(table):
        texts = row.typed.split("|") if isinstance(row.question, Cloze) else [row.typed]
        yield Typed(row.question, row.language, tuple(text.strip() for text in texts))


def compared(asked, known=()):
    """Those on which page and program differ, and how many the page leaves to the learner."""
    asked = [each for each in asked if len(each.texts) == blanks(each.question)]
    pairs = list(zip(asked, (in_program(each, known) for each in asked), in_page(asked, known), strict=True))
    unsure = sum("unsure" in theirs.verdicts for _, _, theirs in pairs)
    return [pair for pair in pairs if differ(pair[1], pair[2])], unsure / len(pairs)


def blanks(question):
    return question.text.count("{{") if isinstance(question, Cloze) else 1


TABLES = ("seen", "held", "fresh", "tongues", "written")


def test_rows_in_english_are_judged_as_the_program_judges_them():
    differences, unsure = compared(row for row in typed_rows("seen") if row.language == "en")

    assert differences == []
    assert unsure <= UNSURE


@pytest.mark.proof
@pytest.mark.parametrize("table", TABLES)
def test_a_table_of_a_teacher_is_judged_as_the_program_judges_it(table):
    differences, unsure = compared(typed_rows(table))

    assert differences == []
    assert unsure <= UNSURE


@pytest.mark.parametrize("count", [100, pytest.param(1500, marks=pytest.mark.proof)])
@pytest.mark.parametrize("folder", FOLDERS)
def test_what_is_typed_by_chance_is_judged_as_the_program_judges_it(folder, count):
    bank = app.open_bank(HERE / folder).bank
    differences, _ = compared(by_chance((bank,), count, seed=count), bank.names)

    assert differences == []
