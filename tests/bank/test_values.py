"""What is a number, a sum, a date, and which of two comes first."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.bank import values
from quizmill.bank.fold import fold
from quizmill.bank.values import Moment, Quantity, Tolerance, units
from quizmill.bank.values.dates import read_moment
from quizmill.bank.values.numbers import read_quantity


def amount(number, currency="", unit=""):
    return Quantity(Decimal(str(number)), currency, unit)


QUANTITIES = {
    "0": amount(0),
    "75": amount(75),
    "16,000": amount(16000),
    "1 234 567": amount(1234567),
    "2,010": amount(2010),
    "2101": amount(2101),
    "999": amount(999),
    "1.5": amount("1.5"),
    ".5": amount("0.5"),
    "１６，０００": amount(16000),
    "75 million": amount(75_000_000),
    "75m": amount(75_000_000),
    "75 mn": amount(75_000_000),
    "75mln": amount(75_000_000),
    "5k": amount(5000),
    "50bn": amount(50_000_000_000),
    "50b": amount(50_000_000_000),
    "1.2 trillion": amount(1_200_000_000_000),
    "3 hundred thousand": amount(300_000),
    "50亿": amount(5_000_000_000),
    "3万": amount(30_000),
    "½": amount("0.5"),
    "2½": amount("2.5"),
    "2 1/2": amount("2.5"),
    "3/4": amount("0.75"),
    "half": amount("0.5"),
    "half a million": amount(500_000),
    "two and a half": amount("2.5"),
    "two and a half million": amount(2_500_000),
    "four and three quarters": amount("4.75"),
    "2 and a quarter million": amount(2_250_000),
    "three eighths": amount("0.375"),
    "one fifth": amount("0.2"),
    "zero": amount(0),
    "twenty-one": amount(21),
    "one hundred and five": amount(105),
    "nineteen hundred": amount(1900),
    "two thousand and four": amount(2004),
    "one hundred five thousand two hundred": amount(105_200),
    "nine hundred ninety-nine trillion": amount(999_000_000_000_000),
    "a million": amount(1_000_000),
    "3rd": amount(3, unit="ordinal"),
    "third": amount(3, unit="ordinal"),
    "twenty-first": amount(21, unit="ordinal"),
    "No. 3": amount(3, unit="ordinal"),
    "#3": amount(3, unit="ordinal"),
    "11th": amount(11, unit="ordinal"),
    "1st": amount(1, unit="ordinal"),
    "22nd": amount(22, unit="ordinal"),
    "103rd": amount(103, unit="ordinal"),
    "112th": amount(112, unit="ordinal"),
    "60%": amount(60, unit="%"),
    "60 per cent": amount(60, unit="%"),
    "sixty percent": amount(60, unit="%"),
    "-5%": amount(-5, unit="%"),
    "−5": amount(-5),
    "minus 5": amount(-5),
    "-$5": amount(-5, "USD"),
    "$75 million": amount(75_000_000, "USD"),
    "$75m": amount(75_000_000, "USD"),
    "US$75,000,000": amount(75_000_000, "USD"),
    "US $75 million": amount(75_000_000, "USD"),
    "USD 75 million": amount(75_000_000, "USD"),
    "75 million dollars": amount(75_000_000, "USD"),
    "seventy-five million US dollars": amount(75_000_000, "USD"),
    "$75 million.": amount(75_000_000, "USD"),
    "¥50 billion": amount(50_000_000_000, "CNY"),
    "￥50 billion": amount(50_000_000_000, "CNY"),
    "CN¥50 billion": amount(50_000_000_000, "CNY"),
    "RMB 50bn": amount(50_000_000_000, "CNY"),
    "50 billion renminbi": amount(50_000_000_000, "CNY"),
    "500亿元": amount(50_000_000_000, "CNY"),
    "1Mn Yuan": amount(1_000_000, "CNY"),
    "50 billion yen": amount(50_000_000_000, "JPY"),
    "€5": amount(5, "EUR"),
    "5 pounds": amount(5, "GBP"),
    "HK$5": amount(5, "HKD"),
    "700 TOPS": amount(700, unit="top"),
    "3nm": amount(3, unit="nanometre"),
    "3 nanometers": amount(3, unit="nanometre"),
    "3 mm": amount(3, unit="millimetre"),
    "5 years": amount(5, unit="year"),
    "one year": amount(1, unit="year"),
    "16,000 stores": amount(16000, unit="store"),
    "46 years old": amount(46, unit="year"),
    "120 km/h": amount(120, unit="kilometre/hour"),
    "120 kilometres per hour": amount(120, unit="kilometre/hour"),
}

MOMENTS = {
    "2010": Moment(2010),
    "1000": Moment(1000),
    "2100": Moment(2100),
    "2010年": Moment(2010),
    "nineteen ninety-eight": Moment(1998),
    "twenty ten": Moment(2010),
    "twenty oh four": Moment(2004),
    "August 2004": Moment(2004, 8),
    "Aug. 2004": Moment(2004, 8),
    "August, 2004": Moment(2004, 8),
    "Sept 2004": Moment(2004, 9),
    "2004-08": Moment(2004, 8),
    "08/2004": Moment(2004, 8),
    "19 August 2004": Moment(2004, 8, 19),
    "August 19, 2004": Moment(2004, 8, 19),
    "Aug 19th 2004": Moment(2004, 8, 19),
    "the 19th of August 2004": Moment(2004, 8, 19),
    "19-Aug-2004": Moment(2004, 8, 19),
    "Thursday, 19 August 2004": Moment(2004, 8, 19),
    "2004-08-19": Moment(2004, 8, 19),
    "2004/8/19": Moment(2004, 8, 19),
    "19/08/2004": Moment(2004, 8, 19),
    "8/19/2004": Moment(2004, 8, 19),
    "19.8.2004": Moment(2004, 8, 19),
    "5/5/2010": Moment(2010, 5, 5),
    "2004年8月19日": Moment(2004, 8, 19),
    "29 February 2004": Moment(2004, 2, 29),
    "Q1 2025": Moment(2025, quarter=1),
    "2025 Q1": Moment(2025, quarter=1),
    "2025Q1": Moment(2025, quarter=1),
    "the first quarter of 2025": Moment(2025, quarter=1),
    "Q3": Moment(quarter=3),
    "August": Moment(month=8),
    "August 30": Moment(month=8, day=30),
    "30th of August": Moment(month=8, day=30),
}

NEITHER = """
Amazon|Mi 1|SU7|a|the|million|hundred|$|%|-|.|over $75 million|about 5|5 or more|1998 or 1999|10-20|2004–2010
1,23|1,234,56|1.234.567|1 23|12 3456|3th|1st place winner of all|$5 €|5 dollars yuan|1990s|90s|the 1990s|'04
3/4/2010|30 February 2004|29 February 2005|2004-13-01|2004-00|31/31/2004|12 Aug 04 1|two three
twenty two twelve|one hundred hundred|five million thousand|forty ten|thirty twenty|nineteen zero
1th|2th|3st|11st|112nd|4rd
24 hours in major cities|not 5|5 not|1/0|5 to|ten or twenty million
5--|--5|1e+|0x10|5 May or June
"""


@pytest.mark.parametrize(("text", "meant"), [*QUANTITIES.items(), *MOMENTS.items()])
def test_a_value_is_read(text, meant):
    assert values.read(text) == meant


@pytest.mark.parametrize("text", [*QUANTITIES, *MOMENTS])
def test_case_and_space_around_do_not_matter(text):
    assert values.read(f"  {text.upper()}\t") == values.read(f"{text.lower()}\n") == values.read(text)


@pytest.mark.parametrize("text", NEITHER.strip().replace("\n", "|").split("|"))
def test_what_is_not_wholly_a_value_is_none(text):
    assert values.read(text) is None


def test_four_bare_digits_are_a_year_unless_a_count_is_asked_for():
    assert values.read("2010") == Moment(2010)
    assert values.as_quantity(values.read("2010")) == amount(2010)
    assert values.as_quantity(values.read("May 2010")) is None


def test_a_fraction_in_words_is_the_fraction_in_figures():
    assert values.read("one third") == values.read("⅓") == values.read("1/3")


def test_a_numeric_date_with_two_readings_is_known_as_such():
    assert values.ambiguous("3/4/2010")
    assert not any(map(values.ambiguous, ("13/4/2010", "4/4/2010", "2010-03-04", "31/31/2010", "three")))


def test_a_tolerance_is_an_amount_or_a_share():
    assert values.read_tolerance("0") == Tolerance()
    assert values.read_tolerance("5,000") == Tolerance(amount=Decimal(5000))
    assert values.read_tolerance("2000") == Tolerance(amount=Decimal(2000))
    assert values.read_tolerance("2%") == Tolerance(share=Decimal("0.02"))
    assert values.read_tolerance("+0.5") == Tolerance(amount=Decimal("0.5"), below=False)
    assert values.read_tolerance("-2%") == Tolerance(share=Decimal("0.02"), above=False)
    assert [values.read_tolerance(text) for text in ("--1", "$5", "5 years", "some", "+")] == [None] * 5


def test_a_tolerance_on_one_side_allows_nothing_on_the_other():
    more, less = Tolerance(amount=Decimal(1), below=False), Tolerance(amount=Decimal(1), above=False)
    assert [more.allows(Decimal(13), Decimal(given)) for given in (12, 13, 14, 15)] == [
        False,
        True,
        True,
        False,
    ]
    assert [less.allows(Decimal(13), Decimal(given)) for given in (11, 12, 13, 14)] == [
        False,
        True,
        True,
        False,
    ]


def test_a_tolerance_allows_its_edge_and_no_more():
    share = Tolerance(share=Decimal("0.02"))
    assert share.allows(Decimal(100), Decimal(102))
    assert not share.allows(Decimal(100), Decimal("102.0000001"))


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (("$900 million", "$1.2 billion", "$75 million"), (2, 0, 1)),
        (("2004", "1999", "2010"), (1, 0, 2)),
        (("1,500", "2000", "300"), (2, 0, 1)),
        (("Q1 2025", "Q3 2024"), (1, 0)),
        (("May 2010", "August 2004", "2004-07"), (2, 1, 0)),
        (("60%", "5 percent"), (1, 0)),
        (("5 years", "1 year"), (1, 0)),
        (("3rd", "first", "No. 2"), (1, 2, 0)),
        (("¥2", "1 yuan"), (1, 0)),
        (("2", "1", "2.0"), (1, 0, 2)),
        (("March", "January"), (1, 0)),
    ],
)
def test_values_of_one_kind_ascend(texts, order):
    assert values.ascending(texts) == order


@pytest.mark.parametrize(
    "texts",
    [
        (),
        ("5",),
        ("5", "five or so"),
        ("$5", "¥5"),
        ("5%", "5"),
        ("2004", "May 2004"),
        ("2004", "5 years"),
        ("3", "3rd"),
    ],
)
def test_what_cannot_be_compared_has_no_order(texts):
    assert values.ascending(texts) is None


@given(st.integers(0, 10**15 - 1))
def test_every_notation_of_a_whole_number_is_that_number(number):
    grouped = f"{number:,}"
    readings = [
        values.as_quantity(values.read(text)) for text in (str(number), grouped, grouped.replace(",", " "))
    ]
    assert readings == [amount(number)] * 3


@given(st.dates(min_value=datetime.date(1000, 1, 1), max_value=datetime.date(2100, 12, 31)))
def test_every_notation_of_a_day_is_that_day(day):
    month = day.strftime("%B")
    notations = (
        day.isoformat(),
        f"{day.day} {month} {day.year:04}",
        f"{month} {day.day}, {day.year:04}",
        f"{month[:3]} {day.day} {day.year:04}",
        f"{day.day} {month[:3]}. {day.year:04}",
    )
    assert {values.read(text) for text in notations} == {Moment(day.year, day.month, day.day)}


@given(st.text())
def test_any_text_is_a_value_or_none(text):
    values.read(text)
    values.ambiguous(text)
    values.read_tolerance(text)


@pytest.mark.parametrize(
    "piece", ["1", "1,", "1 ", "1,111", "one ", "hundred and ", "½", "-", "$", "a-", "3/4", "第", "%"]
)
def test_long_nonsense_is_refused_without_trying_every_way_to_read_it(piece):
    for length in (190, 499, 10_000):
        text = (piece * length)[:length]
        assert values.read("$" + text + "!") is None
        values.read(text)


_FRAGMENTS = (
    "one two twelve twenty sixty-five hundred thousand million half third quarter first second ninth "
    "twelfth twentieth hundredth a an the and of in oh may sept December monday q2 2 1/2 3rd 1999 3.5 $ yuan "
    "usd % km hours decade century year minus no. number 年 万 ship quarter"
).split()


@given(st.lists(st.sampled_from(_FRAGMENTS), min_size=1, max_size=5).map(" ".join))
def test_what_looks_like_no_value_at_a_glance_is_none(text):
    folded = fold(text)
    assert values.read(text) == (read_moment(folded) or read_quantity(folded))


@pytest.mark.parametrize("month", range(1, 13))
def test_a_month_tells_its_quarter_and_a_quarter_no_month(month):
    quarters = [Moment(2025, quarter=quarter) for quarter in (1, 2, 3, 4)]
    agreeing = [moment.quarter for moment in quarters if Moment(2025, month).agrees(moment)]

    assert agreeing == [(month + 2) // 3]
    assert not any(moment.agrees(Moment(2025, month)) for moment in quarters)


def test_a_value_has_at_most_five_hundred_characters():
    assert values.read("5".rjust(500)) == Quantity(Decimal(5))
    assert values.read("5".rjust(501)) is None


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("century", "decade", 10),
        ("decade", "year", 10),
        ("year", "month", 12),
        ("week", "day", 7),
        ("day", "hour", 24),
        ("hour", "minute", 60),
        ("minute", "second", 60),
        ("kilometre", "metre", 1000),
        ("metre", "centimetre", 100),
        ("centimetre", "millimetre", 10),
        ("tonne", "kilogram", 1000),
        ("kilogram", "gram", 1000),
        ("gram", "milligram", 1000),
        ("milligram", "microgram", 1000),
        ("litre", "millilitre", 1000),
        ("gigahertz", "megahertz", 1000),
        ("tablespoon", "teaspoon", 3),
    ],
)
def test_one_unit_holds_others_of_its_family(one, other, ratio):
    assert units.convert(Decimal(1), one, other) == ratio
    assert units.convert(Decimal(ratio), other, one) == 1
    assert units.convert(Decimal(1), one, "person") is None


@pytest.mark.parametrize("one", ["month", "second"])
@pytest.mark.parametrize("other", ["metre", "gram", "litre"])
def test_no_ratio_leads_from_one_family_to_another(one, other):
    assert units.convert(Decimal(1), one, other) is None
    assert units.convert(Decimal(1), "year", "day") is None  # a leap year has one more


def test_a_unit_of_three_words_is_found_in_a_question():
    assert units.names_unit("how fast is it, in kilometres per hour?", "kilometre/hour")
    assert not units.names_unit("how many kilometres in an hour?", "kilometre/hour")
