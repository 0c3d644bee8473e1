"""The page judges what is typed as the program does, or leaves it to the learner; never otherwise."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

import marked_rows
from quizmill import app
from quizmill.bank.model import Cloze
from quizmill.export.web.page import unread
from quizmill.grade.accepted.tables import tables
from quizmill.grade.formulas import one_line
from script_modules import SCRIPT, run
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


@pytest.mark.parametrize("count", [60, pytest.param(1500, marks=pytest.mark.proof)])
@pytest.mark.parametrize("folder", FOLDERS)
def test_what_is_typed_by_chance_is_judged_as_the_program_judges_it(folder, count):
    bank = app.open_bank(HERE / folder).bank
    differences, _ = compared(by_chance((bank,), count, seed=count), bank.names)

    assert differences == []


@pytest.mark.parametrize("folder", ["question_bank", "examples/spanish"])
def test_what_a_page_leaves_out_it_does_not_miss(folder, tmp_path):
    bank = app.open_bank(HERE / folder).bank
    script = Path(shutil.copytree(SCRIPT, tmp_path / "script"))
    for module in unread(bank.language):
        shutil.copy(script / "marking" / "unread.js", script / module)
    typed = tuple(by_chance((bank,), 40, seed=5))

    assert in_page(typed, bank.names, script) == in_page(typed, bank.names)


PIECES = (  # of formulas, as they are typed
    "x y a n 2 12 0 + - * ** / ^ ^2 ^-1 ^( ( ) [ ] = < > ! ' '' , . ; : | _1 _ log pi alpha mv H Na ½ ² ₂ ⁺"
    " ²⁻ · × − ’ 世 é ß % $ # & @ ~ -> <= != +- e i O( ° … Re Pr sqrt( √( √ sqrt(2gh) √(x)"
).split()


def test_formulas_are_brought_to_the_line_to_which_the_program_brings_them():
    chance = random.Random(1)
    typed = ["".join(chance.choices([*PIECES, " "], k=chance.randint(1, 7))) for _ in range(2000)]
    code = """
      const { know } = await load("marking/tables.js");
      const { oneLine } = await load("marking/formulas.js");
      const { Unsure } = await load("marking/text.js");
      know(given.tables);
      return given.typed.map((text) => {
        try {
          return oneLine(text);
        } catch (error) {
          if (error instanceof Unsure) return null;
          throw error;
        }
      });"""

    lines = run(code, {"tables": tables(()), "typed": typed})
    known = [(text, line) for text, line in zip(typed, lines, strict=True) if line is not None]

    assert known == [(text, one_line(text)) for text, _ in known]
    assert len(known) > len(typed) / 2
