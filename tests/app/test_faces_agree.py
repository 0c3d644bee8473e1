"""What is typed is marked alike wherever that is: at the quiz, in the table of a class, through Python."""

from __future__ import annotations

import msgspec
import pytest

import samples
from quizmill import app
from quizmill.bank.csv_out import as_csv
from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.desk import mark_scripts
from quizmill.classroom.table import read_table
from quizmill.compose.exercise import Exercise
from quizmill.errors import BadRequest
from quizmill.grade import Misread, read_response
from quizmill.study.sitting import Give, begin, step

BANK = "title: B\nnamespace: b\nlanguage: {language}\n"
TOPIC = r"""
title: T
questions:
  - {id: day, type: numerical, prompt: When did the wall fall?, answer: 1989-11-09}
  - {id: sum, type: numerical, prompt: What did it cost?, answer: €1.5 million}
  - {id: count, type: numerical, prompt: How many live there?, answer: 1234567}
  - {id: far, type: numerical, prompt: How far is it?, answer: 1.5 km, tolerance: "0.25"}
  - {id: force, type: numerical, prompt: What force acts?, answer: 2400, unit: N}
  - {id: word, type: short_answer, prompt: Which river is it?, answer: Rhine, accept: [Rhein]}
  - {id: list, type: short_answer, prompt: Which two are they?, answer: Oslo and Rome}
  - {id: energy, type: short_answer, prompt: Which formula is it?, answer: '\(mc^2\)'}
  - {id: binary, type: short_answer, prompt: Write 5 in binary., answer: 101₂}
  - {id: code, type: short_answer, prompt: Which command is it?, answer: "`ls -a`"}
  - {id: gap, type: cloze, text: "It fell on {{9 November 1989}} in {{Berlin}}."}
  - {id: one, type: multiple_choice, prompt: Which?, answer: $2 million, distractors: [$1 million, $3m]}
  - {id: some, type: multiple_response, prompt: Which?, answers: [Oslo, Rome], distractors: [Bern, Kiev]}
  - {id: true, type: true_false, prompt: It fell., answer: "true"}
  - {id: pairs, type: matching, prompt: Join them., pairs: [[Norway, Oslo], [Italy, Rome]]}
"""
TYPED = """
9/11/1989 | 11/9/1989 | 9 November 1989 | 9.11.89 | 1989 | 9 de noviembre de 1989
1,5 Millionen Euro | 1.500.000 € | €1,500,000 | 1.5m euros | 1,234,567 | 1.234.567 | 123,4567
1 234 567 | 1,5 km | 1500 m | 1.7 km | 1,8 km | 2400 | 2.4 kN | 2400 J | 2,400 N | 1 Billion | Rhine
rhein | the Rhine | Rhne | Rome, Oslo | Oslo | Oslo or Rome | mc^2 | mc2 | mc² | 101 | 0b101 | 5
ls -a | LS -A | `ls -a` | 9 November 1989 \\| Berlin | 8/5/2010 \\| Berlin | Berlin | a | b | c | d
ab | a,b | a, c | z | $2 million | 2,000,000 dollars | Oslo, Rome | t | wahr | falso | 1a 2b | ba
1b | not Rhine
"""
# What stands on paper cannot be asked again: two circles for one are no right answer, a sign for nothing is
# none, and a date may be what a spreadsheet made of it.
ONLY_IN_A_TABLE = {("one", typed, "again", "again", "wrong") for typed in ("ab", "a,b", "a, c", "ba")} | {
    ("day", "11/9/1989", "wrong", "wrong", "again")
}


def _lines() -> list[str]:
    told = TYPED.replace("\\\\|", "\0").replace("\n", "|").split("|")
    return list(dict.fromkeys(each.strip().replace("\0", "|") for each in told if each.strip()))


def _at_the_quiz(paper, exercise: Exercise, line: str) -> str:
    response = read_response(exercise, line, paper.language)
    if isinstance(response, Misread):
        return "again"
    alone = msgspec.structs.replace(paper, exercises=(exercise,))
    return str(step(begin(alone), Give(line, response)).answers[exercise.id].mark.verdict)


def _through_python(bank, exercise: Exercise, line: str) -> str:
    try:
        return str(app.mark_answer(exercise, line, bank).verdict)
    except BadRequest:
        return "again"


def _in_a_table(paper, lines: list[str]) -> dict[tuple[str, str], str]:
    """Each line as the answer of a student of its own to every question."""
    header = ("student", *(str(n) for n in range(1, len(paper.exercises) + 1)))
    table = [header, *((f"S{n}", *[line] * len(paper.exercises)) for n, line in enumerate(lines))]
    made = ClassSet(papers=(paper,), copies=())
    found = mark_scripts(made, read_table(as_csv(table), "a.csv"))
    return {
        (answer.exercise.id, line): "again" if answer.typed is None else str(answer.typed.mark.verdict)
        for script, line in zip(found.scripts, lines, strict=True)
        for answer in script.answers
    }


@pytest.mark.no_cover  # it takes most of the time
@pytest.mark.parametrize("language", ["en", "es", "de", "ja"])
def test_a_typed_text_is_marked_alike_at_the_quiz_in_a_class_table_and_through_python(tmp_path, language):
    folder = samples.write(tmp_path, t=TOPIC, bank=BANK.format(language=language))
    bank = app.open_bank(folder)
    paper = app.choose(bank)
    lines = _lines()
    in_a_table = _in_a_table(paper, lines)
    apart = {
        (exercise.id, line, *found)
        for exercise in paper.exercises
        for line in lines
        if len(
            set(
                found := (
                    _at_the_quiz(paper, exercise, line),
                    _through_python(bank, exercise, line),
                    in_a_table[exercise.id, line],
                )
            )
        )
        > 1
    }

    assert apart <= ONLY_IN_A_TABLE
    assert ("one", "ab", "again", "again", "wrong") in apart
    assert {"right", "partial", "wrong", "again"} <= set(in_a_table.values())
