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
        ("For 433 million francs, or £4 million.", ["433 million francs", "£4 million"]),
        ("Four million pounds, 30,000 people, 10 years.", ["Four million pounds", "30,000", "10 years"]),
        ("In 2,000 B.C., in 500 BC and A.D. 79.", ["2,000 B.C.", "500 BC", "A.D. 79"]),
        ("It ended on 26 July 1956.", ["26 July 1956"]),
        ("Two hundred ships, four of them twenty-one years old.", ["Two hundred", "twenty-one years"]),
        ("In 1861 in Paris, of 800 million in all", ["1861", "800 million"]),
        ("It is 100 metres in length, 15 in. wide and 6 inches high.", ["100 metres", "15 in", "6 inches"]),
        ("It took 10 hours and 40 minutes in the 18th century.", ["10 hours and 40 minutes", "18th century"]),
        ("The first of them may come one day in May.", []),
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
            "de",
            "433 Millionen Franken, vier Millionen Pfund, 2000 v. Chr. und am 26. Juli 1956",
            ["433 Millionen Franken", "vier Millionen Pfund", "2000 v. Chr.", "26. Juli 1956"],
        ),
        (
            "fr",
            "433 millions de francs, quatre millions de livres, 30 000 hommes, 2000 av. J.-C.",
            ["433 millions de francs", "quatre millions de livres", "30 000", "2000 av. J.-C."],
        ),
        (
            "es",
            "433 millones de francos, cuatro millones de libras, 2000 a. C.",
            ["433 millones de francos", "cuatro millones de libras", "2000 a. C."],
        ),
        (
            "zh",
            "4.33亿法郎,四百万英镑,公元前2000年,10年,3万人",
            ["4.33亿法郎", "四百万英镑", "公元前2000年", "10年", "3万"],
        ),
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
