"""Answers typed as other languages write dates, numbers, sums and measures: right, wrong, or asked again."""

from __future__ import annotations

import pytest

import samples
from quizmill.bank.model import Distractor, MultipleChoice, Numerical, ShortAnswer, TrueFalse
from quizmill.bank.values.tongues import tongue
from quizmill.compose.arrange import Arranger
from quizmill.grade import Misread, Text, mark, read_response
from spoken import told

DAY, SUM, COUNT, LENGTH, TIME = "1989-11-09", "€1.5 million", "1234567", "1.5 km", "90 minutes"
# language | key | right; right | wrong; wrong | asked again
ROWS = f"""
es | {DAY} | 9 de noviembre de 1989; el 9 de noviembre de 1989; 9/11/1989; 9-11-89; 1989-11-09 | 11/9/1989 |
es | {SUM} | 1,5 millones de euros; 1.500.000 €; 1 500 000 euros | 15 millones de euros |
es | {COUNT} | 1.234.567; 1 234 567; 1234567 | 1,234 | 1,234,567
es | 1.234 | 1,234; 1.234 | 12,34 |
es | 0.125 | 0,125; 0.125; 0,1250 | 125; 1,25 |
es | 384,400 km | 384.400 km; 384,400 km; 384 400 km | 38,4 km |
es | {LENGTH} | 1,5 km; 1,5 kilómetros; 1500 metros; 1.5 km | 1,5 m |
es | {TIME} | 90 minutos; 1,5 horas; una hora y media | 90 horas |
es | 82 euros | ochenta y dos euros; 82 €; 82 euros | ochenta y tres euros |
es | 44 BC | 44 a. C.; 44 a.C. | 44 d. C. |
fr | 1789-07-14 | 14 juillet 1789; le 14 juillet 1789; 14/07/1789; 14.7.1789 | 7/14/1788 |
fr | {SUM} | 1,5 million d'euros; 1 500 000 euros; 1,5 M€ | 15 millions d'euros |
fr | 33 m/s | 33 mètres par seconde; 33 m/s | 33 km/s |
fr | 33 mètres par seconde | 33 m/s; 33 mètres par seconde | 33 mètres |
fr | 1541 minutes | 1 541 minutes; 1541 min | 541 minutes |
fr | {LENGTH} | 1,5 km; 1500 mètres | 1,5 mètre |
de | {DAY} | 9.11.1989; 09.11.89; 9. November 1989; am 9. November 1989 | 11.9.1989 |
de | {SUM} | 1,5 Millionen Euro; 1,5 Mio. €; 1.500.000 Euro | 1,5 Milliarden Euro |
de | {COUNT} | 1.234.567; 1 234 567 | 1.234.568 | 1,234567
de | {TIME} | 90 Minuten; 1,5 Stunden | 90 Stunden |
de | 44 BC | 44 v. Chr. | 44 n. Chr. |
de | 2962 m | 2962 Meter; 2.962 m; 2,962 km; 2962 m | 2962 km |
it | {DAY} | 9 novembre 1989; 9/11/1989; il 9 novembre 1989 | 11/9/1989 |
it | {SUM} | 1,5 milioni di euro; 1.500.000 euro | 15 milioni di euro |
pt | {DAY} | 9 de novembro de 1989; 9/11/1989 | 9 de outubro de 1989 |
pt | {SUM} | 1,5 milhões de euros | 1,5 bilhões de euros |
nl | {DAY} | 9 november 1989; 9-11-1989 | 11-9-1989 |
nl | {SUM} | 1,5 miljoen euro | 1,5 miljard euro |
pl | {DAY} | 9 listopada 1989; 9 listopada 1989 r.; 9.11.1989 | 9 grudnia 1989 |
pl | {SUM} | 1,5 mln euro; 1,5 miliona euro | 1,5 mld euro |
ru | {DAY} | 9 ноября 1989; 9 ноября 1989 года; 9.11.1989 | 9 октября 1989 |
ru | {SUM} | 1,5 миллиона евро; 1,5 млн евро | 1,5 млрд евро |
ru | {LENGTH} | 1,5 километра; 1,5 км; 1500 метров | 1500 километров |
zh | {DAY} | 1989年11月9日; 1989-11-09 | 1989年9月11日 |
zh | {LENGTH} | 1.5公里; 1500米 | 1.5米 |
ja | {DAY} | 1989年11月9日 | 1989年11月8日 |
ja | {LENGTH} | 1.5キロメートル; 1500メートル | 1500キロメートル |
ar | {DAY} | 9 نوفمبر 1989; 9/11/1989 | 9 أكتوبر 1989 |
ar | {LENGTH} | 1500 متر; 1.5 كم; ١٫٥ كم | 1.5 متر |
es | {DAY} | jueves, 9 de noviembre de 1989 | jueves, 8 de noviembre de 1989 |
ru | {DAY} | четверг, 9 ноября 1989 г.; 9 ноября 1989 г. | 9 ноября 1988 г. |
zh | {DAY} | 1989年11月9日星期四 | 1988年11月9日星期四 |
zh | 9 November | 11月9日 | 9月11日; 11月 |
ja | 5 years | 5年 | 5か月 |
ru | 5 MW | 5 МВт; 5000 кВт | 5 мВт; 5 кВт |
ru | 90 km/h | 90 км/ч; 25 м/с; 90 километров в час | 90 м/с |
ja | ¥500 | 500円; ¥500 | 500ユーロ |
es | 0.0027 | 0,0027; 2,7E-3; 0.0027 | 0,027 |
es-MX | {COUNT} | 1,234,567 | 1,234,568 |
es-MX | 1.234 | 1.234 | 1234 |
de-CH | 1234.5 | 1'234.5 | 1'234,6 |
de | 1000000000000 | 1 Billion | 1 Milliarde |
de | 1000000000 | 1 Milliarde; 1000 Millionen | 1 Million | 1 Billion
fr | $1.5 billion | 1,5 milliard de dollars | 1,5 million de dollars; 1,5 billion de dollars |
pt | R$ 1.500 | R$ 1.500; 1500 reais; R$1500; R$ 1.500,00; 1,5 mil reais | R$ 15.000; R$ 1,50; 1500 dólares |
es | 1.234.567 € | 1.234.567 €; 1234567 euros | 1.234.568 € |
es | 0.500 € | 0,50 €; 0,5 euros | 500 € |
es | €1.234 million | 1,234 millones de euros; 1.234.000 € | 1.234 millones de euros |
en | €1.500 | €1.50; 1.5 euros | €1,500 |
de | 5 Millionen | 5 Millionen; 5.000.000; 5 million | 5 Milliarden |
"""
WORDS = """
es | el corazón | corazón; corazon; El corazón | el pulmón
es | España y Portugal | Portugal y España; Portugal, España | España; España y Francia
fr | l'eau | eau; l'eau | l'air
de | der Rhein | Rhein; rhein | die Donau
it | il cuore | cuore | il cane
nl | de zee | zee; de zee | de zon
de | der Tag | Tag; der Tag | day; the day
fr | livre | le livre; livre | pound; libre
es | mes | mes | month; mesa
"""


def _rows(table: str):
    rows = [[part.strip() for part in line.split(" | ")] for line in table.strip().splitlines()]
    return [pytest.param(*row[:2], row[2:], id=f"{row[0]} {row[1]}") for row in rows]


def _expected(columns: list[str]) -> dict[str, str]:
    verdicts = ("right", "wrong", "again")
    return {
        line.strip(): verdict
        for verdict, lines in zip(verdicts, columns, strict=False)
        for line in lines.strip("|").split(";")
        if line.strip()
    }


def _verdict(exercise, line: str, language: str) -> str:
    response = read_response(exercise, line, language)
    if isinstance(response, Misread):
        return "again"
    return str(mark(exercise, response, language=language).verdict)


@pytest.mark.parametrize(("language", "key", "columns"), _rows(ROWS))
def test_a_value_is_read_as_the_banks_language_writes_it(posed, language, key, columns):
    exercise = posed(Numerical(id="q", prompt="?", answer=key))
    expected = _expected(columns)

    assert {line: _verdict(exercise, line, language) for line in expected} == expected


@pytest.mark.parametrize(("language", "key", "columns"), _rows(WORDS))
def test_articles_and_the_and_of_lists_are_those_of_the_language(posed, language, key, columns):
    exercise = posed(ShortAnswer(id="q", prompt="?", answer=key))
    expected = _expected(columns)

    assert {line: _verdict(exercise, line, language) for line in expected} == expected


def test_an_option_is_picked_by_its_value_as_the_language_writes_it(posed):
    far = MultipleChoice(id="q", prompt="?", answer="1,5 km", distractors=(Distractor(text="2,5 km"),))
    picked = {line: _verdict(posed(far), line, "es") for line in ("1,50 kilómetros", "2,5 km", "3,5 km")}

    assert picked == {"1,50 kilómetros": "right", "2,5 km": "wrong", "3,5 km": "again"}


@pytest.mark.parametrize(
    ("language", "key", "typed"),
    [
        ("de", "Österreich", "Östereich"),
        ("fr", "la bibliothèque", "biblioteque"),
        ("es", "el corazón", "corazom"),
        ("es", "México, Bolivia y España", "España, Bolibia, México"),
        ("es", "diciembre", "dicembre"),
        ("es", "Nasdaq", "nasdak"),
    ],
)
def test_a_slip_is_told_with_the_accents_and_capitals_of_the_bank(posed, language, key, typed):
    exercise = posed(ShortAnswer(id="q", prompt="?", answer=key))
    marked = mark(exercise, Text(typed), language=language)

    assert (marked.verdict, told(marked)) == ("right", f'it is spelt "{key}"')


@pytest.mark.parametrize(
    "word", "v verdadero cierto sí vrai wahr vero waar prawda верно 对 正しい صح".split()
)
def test_true_is_said_in_every_language(posed, word):
    assert _verdict(posed(TrueFalse(id="q", prompt="P.", answer=True)), word, "es") == "right"


@pytest.mark.parametrize("word", "f falso no faux falsch onwaar fałsz неверно 错 誤り خطأ".split())
def test_and_so_is_false(posed, word):
    assert _verdict(posed(TrueFalse(id="q", prompt="P.", answer=True)), word, "es") == "wrong"


@pytest.mark.parametrize(("language", "typed"), [("es", "Michael Colins"), ("de", "Michael Colins")])
def test_a_name_that_is_misspelt_is_told_with_its_capitals(posed, language, typed):
    exercise = posed(ShortAnswer(id="q", prompt="P?", answer="Michael Collins"))
    read = read_response(exercise, typed, language)
    reasons = mark(exercise, read, language=language).reasons

    assert [reason.values for reason in reasons] == [{"form": "Michael Collins"}]


def test_english_needs_no_other_tongue_and_a_region_is_its_language():
    assert (tongue("en"), tongue("en-GB"), tongue("xx")) == (None, None, None)
    assert tongue("pt-BR") == tongue("pt")


BANK = "title: B\nnamespace: b\nlanguage: es\n"
TOPIC = """\
title: T
questions:
  - {id: day, type: numerical, prompt: "¿Cuándo?", answer: 9 de noviembre de 1989}
  - {id: far, type: numerical, prompt: "¿A qué distancia?", answer: "1,5 km", tolerance: "0,25"}
  - {id: odd, type: numerical, prompt: "¿Cuánto?", answer: un poco}
"""


def test_a_bank_may_write_values_as_its_language_does(tmp_path):
    loaded = samples.load(tmp_path, t=TOPIC, bank=BANK)
    asked = {q.id: Arranger(loaded.bank, seed=1).exercise(topic, q) for topic, q in loaded.bank.questions()}
    errors = [each.message for each in loaded.diagnostics if each.severity == "error"]

    assert errors == ['"un poco" is not a number, sum, percentage, year or date']
    assert [_verdict(asked["day"], line, "es") for line in ("9/11/1989", "10 de noviembre de 1989")] == [
        "right",
        "wrong",
    ]
    assert [_verdict(asked["far"], line, "es") for line in ("1,7 km", "1.3 km", "1500 m", "1,8 km")] == [
        *["right"] * 3,
        "wrong",
    ]
