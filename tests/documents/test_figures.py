"""Figures and dates are found as they are written, whole."""

from __future__ import annotations

import pytest

from quizmill.documents.figures import figures


def found(text: str, language: str = "en") -> list[str]:
    return [text[each.start : each.end] for each in figures(text, language)]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Amazon paid $75 million for it in August 2004.", ["$75 million", "August 2004"]),
        ("Born on December 16, 1969, he was 22.", ["December 16, 1969", "22"]),
        ("On 6 April 2010 they met.", ["6 April 2010"]),
        ("It sold 16,000 chests, 60% of them in Q3 2014.", ["16,000", "60%", "Q3 2014"]),
        ("A cable of 384,400 km (about 29.5 days).", ["384,400 km", "29.5 days"]),
        ("US$ 5 billion, no less", ["US$ 5 billion"]),
        ("In 2004 16,000 came.", ["2004", "16,000"]),
        ("“1998”, he wrote.", ["1998"]),
        ("It has 3 doors and 2 windows.", []),  # which tell nothing
        ("As Smith says [12], and others [3].", []),
        ("Obsoletes: 2068      J. Gettys", ["2068"]),
        ("No figure at all.", []),
    ],
)
def test_in_english(text: str, terms: list[str]):
    assert found(text) == terms


@pytest.mark.parametrize(
    ("language", "text", "terms"),
    [
        ("de", "Am 1. Oktober 1847 für 1,5 Millionen Euro.", ["1. Oktober 1847", "1,5 Millionen Euro"]),
        ("fr", "Le 14 juillet 1789, il y a 3,5 millions d'habitants.", ["14 juillet 1789", "3,5 millions"]),
        ("es", "El 12 de octubre de 1492 costó 2.500 euros.", ["12 de octubre de 1492", "2.500 euros"]),
        (
            "zh",
            "小米成立于2010年3月3日,营收从200多亿涨到1749亿元,涨了60%。",
            ["2010年3月3日", "200", "1749亿元", "60%"],
        ),
        ("zh", "一九九八年8月8日", ["一九九八年8月8日"]),
    ],
)
def test_in_other_languages(language: str, text: str, terms: list[str]):
    assert found(text, language) == terms


def test_dates_are_told_from_numbers():
    assert [each.is_date for each in figures("In 2004 for $75 million", "en")] == [True, False]
