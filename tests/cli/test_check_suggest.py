"""`quizmill check --answers LOG --suggest`: difficulties that answers speak for, shown and written."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import samples
from answered import items, marked
from quizmill.analysis.flags import FlagCode, flags
from quizmill.analysis.intervals import share_interval
from quizmill.app import answer_suggestions
from quizmill.app.answer_report import answer_report
from quizmill.app.answer_suggestions import band
from quizmill.bank.edit import NotEditable, with_edits
from quizmill.bank.load import load_bank
from quizmill.bank.model import Difficulty
from quizmill.cli import check_suggest
from sat_papers import by_ability, sat, written

TEXT = """\
title: Greens
questions:
  - id: hard-one
    type: multiple_choice
    prompt: Which of all of them is the rare one?
    answer: A
    distractors: [B, C, D]
    facts: [tea-book/leaf]
    difficulty: easy   # as we think

  - {id: easy-one, type: multiple_choice, prompt: P?, answer: A, distractors: [B, C], facts: [tea-book/leaf]}
  - id: middle-one
    type: multiple_choice
    # its difficulty comes last
    prompt: >-  # folded
      Which of these
      is it?
    answer: A
    distractors: [B, C, D]
    facts: [tea-book/leaf]
    difficulty: 'hard'
""" + "".join(
    f"""\
  - id: other-{number}
    type: multiple_choice
    prompt: Which is the other one of {number}?
    answer: A
    distractors: [B, C, D]
    facts: [tea-book/leaf]
"""
    for number in range(5)
)
HARD, EASY, MIDDLE = ("hard-one", "easy-one", "middle-one")
OTHERS = tuple(f"other-{number}" for number in range(5))  # of middling difficulty, as they say
IDS = (HARD, EASY, MIDDLE, *OTHERS)
HARD_WRITTEN = TEXT.replace("difficulty: easy   #", "difficulty: hard   #")
ALL_WRITTEN = HARD_WRITTEN.replace("leaf]}", "leaf], difficulty: easy}").replace("'hard'", '"medium"')
KNOWS = {
    HARD: lambda theta: by_ability(theta - 3),
    EASY: lambda theta: by_ability(theta + 3),
    MIDDLE: lambda theta: by_ability(theta + 0.5),
}


def class_of(bank, students: int = 200, **changes):
    return sat(bank, IDS, students, **({"knows": KNOWS} | changes))


@pytest.fixture
def greens(tmp_path: Path):
    samples.write(tmp_path, greens=TEXT)
    return load_bank(tmp_path / "question_bank").bank


@pytest.fixture
def suggest(quizmill, greens, tmp_path: Path):
    """Runs `check --suggest` on the bank with *rows* as answers."""

    def run(rows, *arguments: str):
        written(tmp_path / "class.csv", rows)
        named = ("--bank", "question_bank", "--answers", "class.csv", "--suggest")
        return quizmill("check", *named, *arguments)

    return run


def text(folder: Path) -> str:
    return (folder / "question_bank/greens.yaml").read_bytes().decode()


def told(run) -> list[tuple[str, str, str]]:
    return [(each["question"], each["before"], each["after"]) for each in json.loads(run.stdout)]


def test_what_the_answers_speak_for_is_shown_and_nothing_written(suggest, greens, tmp_path):
    run = suggest(class_of(greens))

    assert run.stdout == (
        "question_bank/greens.yaml:9:17: hard-one\n"
        "  200 students earned 20 % of the marks (95 %: 15 % to 26 %), on paper\n"
        "    - difficulty: easy\n"
        "    + difficulty: hard\n"
        "question_bank/greens.yaml:11:5: easy-one\n"
        "  200 students earned 98 % of the marks (95 %: 94 % to 99 %), on paper\n"
        "    + difficulty: easy\n"
        "question_bank/greens.yaml:21:17: middle-one\n"
        "  200 students earned 70 % of the marks (95 %: 63 % to 76 %), on paper\n"
        "    - difficulty: hard\n"
        "    + difficulty: medium\n"
        "3 difficulties\n"
    )
    assert run.stderr == (
        "note: 1,600 answers of 200 students, to 8 questions as worded now\n"
        "note: --accept ID writes one into the bank, --accept-all all of them\n"
    )
    assert text(tmp_path) == TEXT


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_all_are_written_at_their_places_and_every_other_byte_stays(suggest, greens, tmp_path, end):
    file = tmp_path / "question_bank/greens.yaml"
    file.write_bytes(TEXT.replace("\n", end).encode())
    run = suggest(class_of(greens), "--accept-all")

    assert text(tmp_path) == ALL_WRITTEN.replace("\n", end)
    assert run.stderr.endswith("as worded now\nchanged: question_bank/greens.yaml\n")
    assert suggest(class_of(greens)).stdout == "no difficulty that the answers contradict\n"


def test_one_is_written_by_its_name(suggest, greens, tmp_path):
    run = suggest(class_of(greens), "--accept", HARD, "--format", "json")

    done = [(each["question"], each["written"]) for each in json.loads(run.stdout)]
    assert done == [(HARD, True), (EASY, False), (MIDDLE, False)]
    assert text(tmp_path) == HARD_WRITTEN


def test_it_is_chosen_by_question_and_topic(suggest, greens):
    rows = class_of(greens)

    assert told(suggest(rows, "--id", HARD, "--format", "json")) == [(HARD, "easy", "hard")]
    assert len(told(suggest(rows, "--topic", "greens", "--format", "json"))) == 3
    assert 'did you mean "greens"?' in suggest(rows, "--topic", "green").stderr


def test_few_students_decide_nothing(suggest, greens):
    assert told(suggest(class_of(greens, 8), "--format", "json")) == []


def test_practice_counts_where_no_test_has_the_question(suggest, greens):
    practised = class_of(greens, place="practice", knows=dict.fromkeys(IDS, by_ability))
    sat_too = [row for row in class_of(greens, seed=2) if row.question == HARD]

    assert told(suggest(practised, "--format", "json")) == [
        (HARD, "easy", "medium"),
        (MIDDLE, "hard", "medium"),
    ]
    assert told(suggest(practised + sat_too, "--format", "json"))[0] == (HARD, "easy", "hard")


def test_tests_that_contradict_each_other_decide_nothing(suggest, greens):
    easy = class_of(greens, place="exam", seed=2, knows=dict.fromkeys(KNOWS, KNOWS[EASY]))

    assert told(suggest([*class_of(greens), *easy], "--format", "json")) == [(EASY, "medium", "easy")]


@pytest.mark.parametrize("place", ["anki", "review", "cram"])
def test_what_was_learnt_before_decides_nothing(suggest, greens, place):
    assert told(suggest(class_of(greens, place=place), "--format", "json")) == []


def test_an_older_wording_decides_nothing(suggest, greens):
    rows = class_of(greens, wording="0123456789abcdef")

    assert told(suggest(rows, "--format", "json")) == []


def test_a_question_in_doubt_gets_none(suggest, greens):
    rows = class_of(greens, held_right={HARD: 1}, knows={**KNOWS, HARD: by_ability})

    assert HARD not in [id for id, *_ in told(suggest(rows, "--format", "json"))]


def test_what_is_written_meanwhile_is_not_written_over(suggest, greens, tmp_path, monkeypatch):
    file = tmp_path / "question_bank/greens.yaml"
    other = TEXT.replace("prompt: P?", "prompt: Q?")

    def reported(*arguments):
        file.write_text(other, encoding="utf-8")
        return answer_report(*arguments)

    monkeypatch.setattr(check_suggest, "answer_report", reported)
    run = suggest(class_of(greens), "--accept-all")

    assert run.stderr.endswith("question_bank/greens.yaml: it has changed while it was read; try again\n")
    assert text(tmp_path) == other


def test_what_has_no_place_in_its_file_stays_and_is_told(suggest, greens, tmp_path, monkeypatch):
    def edited(before, edits):
        if edits[0].value == "easy":
            raise NotEditable("it stands on one line with others")
        return with_edits(before, edits)

    monkeypatch.setattr(answer_suggestions, "with_edits", edited)
    run = suggest(class_of(greens), "--accept-all", "--format", "json")

    assert [each["question"] for each in json.loads(run.stdout) if each["written"]] == [HARD, MIDDLE]
    assert f"note: {EASY} stays as it is: it stands on one line with others\n" in run.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--suggest",), "--suggest goes with --answers LOG"),
        (("--accept", "x"), "--accept goes with --suggest"),
        (("--accept-all",), "--accept-all goes with --suggest"),
        (
            ("--suggest", "--answers", "a", "--rule", "draft"),
            "--rule is about findings, and --suggest shows none; leave one of them out",
        ),
        (
            ("--suggest", "--answers", "a", "--format", "github"),
            "--suggest is shown as text or json, not as annotations",
        ),
    ],
)
def test_options_that_do_not_go_together(quizmill, greens, arguments, said):
    run = quizmill("check", "--bank", "question_bank", *arguments)

    assert (run.stderr, run.returncode) == (f"quizmill: {said}\n", 2)


def test_what_is_not_suggested_cannot_be_accepted(suggest, greens, tmp_path):
    run = suggest(class_of(greens), "--accept", "tea-plant", "--accept", HARD)

    assert run.stderr.endswith('quizmill: --accept: nothing is suggested for "tea-plant"\n')
    assert text(tmp_path) == TEXT


@pytest.mark.parametrize(
    ("hits", "trials", "expected"),
    [
        (15, 100, "hard"),
        (45, 100, None),
        (65, 100, "medium"),
        (76, 100, None),
        (90, 100, "easy"),
        (3, 3, None),
    ],
)
def test_the_whole_interval_lies_in_the_band(hits: int, trials: int, expected):
    assert band(share_interval(hits, trials)) == expected


@pytest.mark.parametrize("students", [6, 30, 100])
def test_a_wrong_difficulty_is_suggested_in_one_of_40_cases_at_most(students: int):
    for percent in range(101):
        share = percent / 100
        truth = "hard" if share < 0.5 else "easy" if share > 0.8 else "medium"
        wrong = sum(
            math.comb(students, hits) * share**hits * (1 - share) ** (students - hits)
            for hits in range(students + 1)
            if band(share_interval(hits, students)) not in (None, truth)
        )
        assert wrong <= 0.025, percent


@given(st.integers(1, 200), st.floats(0, 1))
def test_what_contradicts_an_estimate_speaks_for_another_one(students: int, share: float):
    item = items(marked([[float(at < share * students)] for at in range(students)]))["q01"]
    raised = {flag.code for told in Difficulty for flag in flags(item, told)}

    assert (FlagCode.EASY_CONTRADICTED in raised) == (band(item.interval) is Difficulty.HARD)
    assert (FlagCode.HARD_CONTRADICTED in raised) == (band(item.interval) is Difficulty.EASY)
