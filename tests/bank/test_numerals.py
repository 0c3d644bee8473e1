"""Numbers in words are read as the number they were written from; another program wrote them."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from quizmill.bank.fold import fold
from quizmill.bank.values import Quantity, as_quantity, han, read_spelt
from quizmill.bank.values.numerals import numerals

WRITTEN = tomllib.loads(Path(__file__).with_name("numbers_in_words.toml").read_text("utf-8"))


def read(words: str, language: str) -> Quantity | None:
    known = numerals(language.split("_")[0])
    assert known is not None
    return as_quantity(read_spelt(known.in_digits(fold(words))))


def lines(text: str) -> list[tuple[int, str]]:
    return [
        (int(number), words)
        for number, _, words in (line.partition(" ") for line in text.strip().splitlines())
    ]


@pytest.mark.parametrize("language", WRITTEN)
def test_a_count_is_read(language):
    counts = lines(WRITTEN[language]["counts"])

    assert len(counts) > 30
    assert [(n, words) for n, words in counts if read(words, language) != Quantity(Decimal(n))] == []


@pytest.mark.parametrize("language", WRITTEN)
def test_a_place_in_a_row_is_read(language):
    places = lines(WRITTEN[language]["places"])

    assert len(places) == 30
    assert [
        (n, words) for n, words in places if read(words, language) != Quantity(Decimal(n), unit="ordinal")
    ] == []


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("de", "drei Viertel", "3/4"),
        ("de", "dreiviertel", "3/4"),
        ("de", "zweieinhalb Stunden", "2 and a half stunden"),
        ("de", "siebzehntes Jahrhundert", "17th jahrhundert"),
        ("de", "eine Stunde", "eine stunde"),
        ("fr", "un cinquième", "1/5"),
        ("fr", "30 pour cent", "30 percent"),
        ("fr", "XVIIe siècle", "17th siecle"),
        ("es", "una quinta parte", "1/5"),
        ("es", "cuatro de cada cinco", "4 out of 5"),
        ("es", "5 mil", "5 mil"),
        ("es", "dos millones y medio", "2500000"),
        ("es", "siete treinta", "7 30"),
        ("pt", "um quarto", "1/4"),
        ("nl", "tweederde", "2/3"),
        ("pl", "trzy czwarte", "3/4"),
        ("ru", "одна пятая", "1/5"),
        ("ru", "двадцать первый век", "21st век"),
        ("ar", "خمسة وعشرون", "25"),
        ("ar", "ثلاثة أرباع", "3/4"),
    ],
)
def test_what_is_no_number_stays_beside_it(language, text, said):
    known = numerals(language)
    assert known is not None

    assert known.in_digits(fold(text)) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("六千三百公里", "6300公里"),
        ("十二万五千", "125000"),
        ("12万5千人", "125000"),
        ("2150万", "2150万"),
        ("三千五", "3500"),
        ("三千零五", "3005"),
        ("百分之十二点五", "12.5%"),
        ("三分の一", "1/3"),
        ("三割五分", "35%"),
        ("五个人中有四个", "4 out of 5"),
        ("两个半小时", "2.5小时"),
        ("二〇〇八年", "2008年"),
        ("昭和三十九年十月十日", "1964年10月10日"),
        ("令和元年", "2019年"),
        ("万能", "万能"),
        ("千米", "千米"),
    ],
)
def test_numerals_of_chinese_and_japanese(text, said):
    assert han.in_digits(fold(text)) == said
