"""What tells two texts of a question apart: `compare`, on a question or in bank.yaml, and code."""

from __future__ import annotations

from pathlib import Path

import pytest

import samples
from quizmill.bank.model import Compare, compare_of


def read(folder: Path, fields: str) -> tuple[list[str], list[str]]:
    """The ids of the sound questions of t.yaml, whose one entry has these fields, and what is told of it."""
    topic = f"title: T\nquestions:\n  - {{id: a, {fields}, facts: [tea-book/leaf]}}\n"
    loaded = samples.load(folder, t=topic)
    told = [f"error[{str(found).partition(' error[')[2]}" for found in loaded.diagnostics]
    return [question.id for _, question in loaded.bank.questions()], told


class TestTextsThatLittleTellsApart:
    """What differs in capitals, white space or width alone is one answer, unless it says that it is not."""

    @pytest.mark.parametrize(
        "fields",
        [
            'type: multiple_choice, prompt: P, answer: "`List`", distractors: ["`list`", "`LIST`"]',
            'type: multiple_choice, prompt: P, answer: "`  x = 1`", distractors: ["`x = 1`", "`x  = 1`"]',
            'type: multiple_choice, prompt: P, answer: "`Ａ`", distractors: ["`A`"]',
            'type: multiple_choice, prompt: P, answer: "a `Map` is made", distractors: ["a `map` is made"]',
            'type: multiple_response, prompt: P, answers: ["`-v`", "`-V`"], distractors: ["`-x`", "`-X`"]',
            'type: ordering, prompt: P, sequence: ["`i`", "`I`", "`  I`"]',
            'type: matching, prompt: P, pairs: [["`.D`", digit], ["`.d`", other]], extra: ["`No`", "`no`"]',
            "type: multiple_choice, prompt: P, answer: CO, distractors: [Co, co], compare: case",
            "type: multiple_choice, prompt: P, answer: 5 mW, distractors: [5 MW], compare: characters",
            "type: multiple_choice, prompt: P, answer: x², distractors: [x2], compare: characters",
            "type: multiple_choice, prompt: P, answer: 2², distractors: ['22', 2³, ２４, 10₂]",
            "type: matching, prompt: P, pairs: [[2², four], ['22', twenty-two], [ℝ, reals], [R, an R]]",
            "type: ordering, prompt: P, sequence: [k, K, M, m], compare: case",
            "type: matching, prompt: P, pairs: [[m, milli], [M, mega]], extra: [Mega, MEGA], compare: case",
            r"type: multiple_choice, prompt: P, answer: \(v\), distractors: [\(V\), \(\nu\)]",
        ],
    )
    def test_they_are_several_where_characters_count(self, tmp_path, fields):
        assert read(tmp_path, fields) == (["a"], [])

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            (
                'type: multiple_choice, prompt: P, answer: "`List`", distractors: ["`List`"]',
                'error[key-among-distractors] "List" is both the answer and a distractor\n'
                "  help: replace the distractor",
            ),
            (
                'type: multiple_choice, prompt: P, answer: "`List`", distractors: [list]',
                'error[key-among-distractors] "list" is both the answer and a distractor\n'
                '  help: replace the distractor; if "list" and "List" are two answers, '
                "add `compare: case`",
            ),
            (
                'type: multiple_choice, prompt: P, answer: a, distractors: ["`x `", "`x`"]',
                'error[duplicate-option] "x" is a distractor twice\n  help: replace one of them',
            ),
            (
                "type: multiple_choice, prompt: P, answer: CO, distractors: [C, CO], compare: characters",
                'error[key-among-distractors] "CO" is both the answer and a distractor\n'
                "  help: replace the distractor",
            ),
            (
                "type: ordering, prompt: P, sequence: [a  b, a b], compare: case",
                'error[duplicate-step] "a b" stands here a second time\n  help: every step stands once; '
                "if their spaces tell two answers apart, write both in `backticks`, which keep them",
            ),
            (
                "type: ordering, prompt: P, sequence: [oui, Oui], compare: spelling",
                'error[duplicate-step] "Oui" stands here a second time\n  help: every step stands once; '
                'if "Oui" and "oui" are two answers, write `compare: case` instead of spelling',
            ),
            (
                "type: short_answer, prompt: P, answer: a, compare: exact",
                'error[unknown-value] "exact" is none of the known values\n'
                "  help: it must be one of characters, case, spelling",
            ),
            (
                "type: numerical, prompt: P, answer: '5', compare: case",
                'error[unknown-field] unknown field "compare"\n'
                "  help: it must be one of explanation, importance, difficulty, level, tags, hint, context, "
                "image, audio, marks, formerly, allow, origin, unit, accept_units, tolerance",
            ),
        ],
    )
    def test_else_they_are_one(self, tmp_path, fields, expected):
        assert read(tmp_path, fields) == ([], [expected])


class TestOfAllQuestions:
    """What bank.yaml says holds for every question that can say it and does not."""

    QUESTIONS = """\
title: T
questions:
  - {id: a, type: short_answer, prompt: P, answer: CO, facts: [tea-book/leaf]}
  - {id: b, type: ordering, prompt: P, sequence: [m, M], facts: [tea-book/leaf], compare: characters}
  - {id: c, type: numerical, prompt: P, answer: "5", facts: [tea-book/leaf]}
  - {id: d, type: multiple_choice, prompt: P, answer: k, distractors: [K], facts: [tea-book/leaf]}
"""

    def test_the_question_s_own_wins(self, tmp_path):
        loaded = samples.load(tmp_path, t=self.QUESTIONS, bank=f"{samples.BANK}compare: case\n")
        assert not loaded.diagnostics
        assert {question.id: compare_of(question) for _, question in loaded.bank.questions()} == {
            "a": Compare.CASE,
            "b": Compare.CHARACTERS,
            "c": None,
            "d": Compare.CASE,
        }

    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            ("compare: case\ncolour: red", 'error[unknown-field] unknown field "colour"'),
            ("compare: strict", 'error[unknown-value] "strict" is none of the known values'),
        ],
    )
    def test_a_slip_in_bank_yaml_costs_no_question_that_is_sound_without_it(self, tmp_path, line, expected):
        topic = self.QUESTIONS if "case" in line else "\n".join(self.QUESTIONS.splitlines()[:4]) + "\n"
        loaded = samples.load(tmp_path, t=topic, bank=f"{samples.BANK}{line}\n")
        (found,) = loaded.diagnostics
        assert expected in str(found)
