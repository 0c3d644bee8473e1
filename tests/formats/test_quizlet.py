"""Quizlet's text: a card a line, and no tab or line end within its texts."""

from __future__ import annotations

import pytest

from formed_games import read, written
from quizmill.errors import FileUnusable
from quizmill.formats.report import Report
from quizmill.formats.table import named, recognised


def test_each_kind_is_a_card_or_one_for_each_pair(tmp_path):
    data, told = written(
        tmp_path,
        "quizlet",
        "type: multiple_choice, prompt: 'P *x*', answer: a, distractors: [b], explanation: E, shuffle: false",
        "type: true_false, prompt: P, answer: false, correction: C.",
        'type: short_answer, prompt: "P\\nq\\tr", answer: a, accept: [b]',
        "type: numerical, prompt: P, answer: 5",
        "type: cloze, text: '{{Tea}} is {{hot}}.'",
        "type: matching, prompt: P, pairs: [[l, r], [m, s]], extra: [t]",
        "type: essay, prompt: P, points: [a, b]",
    )

    assert data.decode() == (
        "P x [a / b]\ta (E)\n"
        "P [True / False]\tFalse. C.\n"
        "P q r\ta\n"
        "P\t5\n"
        "____ is ____.\tTea / hot\n"
        "l (P)\tr\nm (P)\ts\n"
        "P\ta; b\n"
    )
    assert told == []


def test_a_line_is_a_question_and_what_has_no_tab_is_told():
    data = b"leaf\tBlatt\r\n*tea*\t a, b\n\nalone\nempty\t\n"

    assert read("quizlet", data) == (
        [
            {"kind": "short_answer", "place": "line 1", "prompt": "leaf", "answers": ("Blatt",)},
            {"kind": "short_answer", "place": "line 2", "prompt": "\\*tea\\*", "answers": ("a, b",)},
            {"kind": "short_answer", "place": "line 5", "prompt": "empty"},
        ],
        [("question", "this line has no tab")],
    )


def test_it_is_known_by_one_tab_in_every_line():
    assert recognised(b"leaf\tBlatt\ntea\tTee\n", "a.txt").name == "quizlet"
    assert not named("quizlet").recognises(b"leaf\tBlatt\nalone\n")
    assert not named("quizlet").recognises(b"a\tb\tc\n")
    assert recognised(b"question\tanswer\nP\ta\n", "a.tsv").name == "table"


def test_a_text_without_a_tab_is_refused():
    with pytest.raises(FileUnusable, match="no line has a tab between term and definition"):
        named("quizlet").read(b"alone\n", "a.txt", Report())
