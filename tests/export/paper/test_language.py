"""A sheet's own words, in its language."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import quizmill.words
from printed import Printed, paper_of
from quizmill.bank.model import KINDS, Matching, TrueFalse
from quizmill.bank.printable import unprintable
from quizmill.errors import ExportRefused
from quizmill.export.paper.key import answer_key
from quizmill.export.paper.worksheet import worksheet
from quizmill.export.paper.worksheet_options import WorksheetOptions
from quizmill.words import languages

FOLDER = Path(quizmill.words.__file__).parent
QUESTIONS = (
    TrueFalse(id="t", prompt="P", answer=True),
    Matching(id="m", prompt="M", pairs=(("1", "x"), ("2", "y")), extra=("z",)),
)


@pytest.mark.parametrize("code", languages())
def test_each_language_has_every_word_of_a_sheet_and_can_be_printed(code):
    sheet = tomllib.loads((FOLDER / f"{code}.toml").read_text("utf-8"))["sheet"]

    assert set(sheet["kind"]) == set(KINDS)
    assert unprintable(str(sheet)) == ()


@pytest.mark.parametrize(
    ("code", "sheet", "key"),
    [
        ("en", "1. P True False 2. M Write a letter in each box.", "Answer key: Test"),
        ("de", "1. P Richtig Falsch 2. M Schreib in jedes Kästchen", "Lösungen: Test"),
        ("fr", "1. P Vrai Faux 2. M Écris une lettre dans", "Corrigé : Test"),
        ("es", "1. P Verdadero Falso 2. M Escribe una letra", "Solucionario: Test"),
        ("zh", "1. P 对 错 2. M 请在每个方框内填写一个字母。有一个字母多余。", "参考答案：Test"),
    ],
)
def test_a_sheet_and_its_key_speak_that_language(code, sheet, key):
    options = WorksheetOptions(language=code)
    paper = paper_of(*QUESTIONS)

    assert sheet in Printed(worksheet(paper, options)).text
    assert Printed(answer_key(paper, options)).text.startswith(key)


def test_a_bank_in_chinese_is_printed_and_one_in_korean_refused_by_character_and_question():
    chinese = TrueFalse(id="q", prompt="雷军在1992年加入金山公司。", answer=True)
    korean = TrueFalse(id="k", prompt="한국어", answer=True)

    assert (
        "1. 雷军在1992年加入金山公司。 1 mark"
        in Printed(worksheet(paper_of(chinese), WorksheetOptions())).text
    )
    with pytest.raises(ExportRefused) as refused:
        worksheet(paper_of(chinese, korean), WorksheetOptions())
    assert refused.value.reasons[0].startswith("k: U+D55C HANGUL SYLLABLE HAN is in none of the fonts")
