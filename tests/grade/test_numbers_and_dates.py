"""The table of numbers, sums and dates: a question, its answer, what was typed, and what becomes of it.

A question may end in `[unit]` or `[±tolerance]`.
"""

import pytest

from quizmill.bank.model import Numerical, ShortAnswer
from quizmill.grade import Text, mark

RIGHT, WRONG, NEAR = "right", "wrong", "near"  # near: wrong, but a face may offer "I was right"

FOUNDED = "In which year was Xiaomi founded?"
SALE = "In which month and year was Joyo.com sold?"
DAY = "On which day was the agreement signed?"
QUARTER = "In which quarter were the figures given?"
PLEDGE = "How much will Xiaomi spend on chips over the next decade, in yuan?"
PRICE = "How much did Amazon pay for Joyo.com?"
PRICE_USD = "How many US dollars did Amazon pay for Joyo.com?"
TOPS = "What is the SU7's computing power in TOPS?"
STORES = "How many stores was Xiaomi to have by the end of 2025?"
SHARE = "What percentage of the company did he hold?"
RANK = "Which place did Xiaomi take among sellers?"
NODE = "What is the process node of the chip, in nm?"
SPAN = "For how many years was he CEO?"
WAIT = "How long was he CEO?"
WORTH = "What was his net worth?"

NUMBERS = [
    # Years.
    (FOUNDED, "2010", "2010", RIGHT, ""),
    (FOUNDED, "2010", "in 2010", RIGHT, ""),
    (FOUNDED, "2010", "it was 2010.", RIGHT, ""),
    (FOUNDED, "2010", "the year 2010", RIGHT, ""),
    (FOUNDED, "2010", "in the year 2010", RIGHT, ""),
    (FOUNDED, "2010", "Xiaomi was founded in 2010", RIGHT, ""),
    (FOUNDED, "2010", "２０１０", RIGHT, ""),
    (FOUNDED, "2010", "twenty ten", RIGHT, ""),
    (FOUNDED, "2010", "two thousand and ten", RIGHT, ""),
    (FOUNDED, "1998", "nineteen ninety-eight", RIGHT, ""),
    (FOUNDED, "2010", "April 2010", RIGHT, ""),
    (FOUNDED, "2010", "6 April 2010", RIGHT, ""),
    (FOUNDED, "2010", "2010-04-06", RIGHT, ""),
    (FOUNDED, "2010", "2010年", RIGHT, ""),
    (FOUNDED, "2010", "early 2010", RIGHT, ""),
    (FOUNDED, "2010", "in the spring of 2010", RIGHT, ""),
    (FOUNDED, "2010", "the end of 2011", WRONG, ""),
    (FOUNDED, "2010", "they say 2010", NEAR, "alone"),
    (FOUNDED, "2010", "2010, 2011", WRONG, ""),
    ("Was it 2010 or 2011?", "2010", "2010 2011", WRONG, ""),
    (FOUNDED, "2010", "2001", WRONG, ""),
    (FOUNDED, "2010", "2011", WRONG, ""),
    (FOUNDED, "2010", "April 2011", WRONG, ""),
    (FOUNDED, "2010", "~2010", WRONG, "a date is exact"),
    (FOUNDED, "2010", "about 2010", WRONG, "a date is exact"),
    (FOUNDED, "2010", "before 2010", WRONG, ""),
    (FOUNDED, "2010", "after 2010", WRONG, ""),
    (FOUNDED, "2010", "10", NEAR, "four digits"),
    (FOUNDED, "2010", "'10", NEAR, "four digits"),
    (FOUNDED, "2010", "2010s", WRONG, "not the decade"),
    (FOUNDED, "2010", "the 2010s", WRONG, "not the decade"),
    (FOUNDED, "2010", "2010-2012", WRONG, "not a range"),
    (FOUNDED, "2010", "between 2009 and 2011", WRONG, "not a range"),
    (FOUNDED, "2010", "2010 or 2011", WRONG, "one answer"),
    (FOUNDED, "2010", "not 2010", WRONG, "what it is not"),
    (FOUNDED, "2010", "$2010", WRONG, ""),
    (FOUNDED, "2010", "Amazon", WRONG, ""),
    (FOUNDED, "2010", "2010 BC", WRONG, ""),
    (FOUNDED + " [±1]", "2010", "2011", RIGHT, ""),
    (FOUNDED + " [±1]", "2010", "2012", WRONG, ""),
    ("Around which year did it begin?", "2014", "around 2014", RIGHT, ""),
    ("Around which year did it begin?", "2014", "around 2015", WRONG, ""),
    ("When did he leave, by his own account?", "about 2007", "2007", RIGHT, ""),
    ("When did he leave, by his own account?", "about 2007", "around 2007", RIGHT, ""),
    # Months, days, quarters.
    (SALE, "August 2004", "Aug 2004", RIGHT, ""),
    (SALE, "August 2004", "Aug. 2004", RIGHT, ""),
    (SALE, "August 2004", "2004-08", RIGHT, ""),
    (SALE, "August 2004", "08/2004", RIGHT, ""),
    (SALE, "August 2004", "in August of 2004", RIGHT, ""),
    (SALE, "August 2004", "August 19, 2004", RIGHT, ""),
    (SALE, "August 2004", "2004年8月", RIGHT, ""),
    (SALE, "August 2004", "2004", WRONG, "name the month too"),
    (SALE, "August 2004", "August", WRONG, "name the year too"),
    (SALE, "August 2004", "September 2004", WRONG, "right year, wrong month"),
    (SALE, "August 2004", "August 2005", WRONG, "right month, wrong year"),
    (SALE, "August 2004", "May 2003", WRONG, ""),
    (SALE, "August 2004", "Augst 2004", WRONG, ""),
    (DAY, "19 August 2004", "August 19th, 2004", RIGHT, ""),
    (DAY, "19 August 2004", "the 19th of August 2004", RIGHT, ""),
    (DAY, "19 August 2004", "Thursday, 19 August 2004", RIGHT, ""),
    (DAY, "19 August 2004", "19/08/2004", RIGHT, ""),
    (DAY, "19 August 2004", "8/19/2004", RIGHT, ""),
    (DAY, "19 August 2004", "19.8.2004", RIGHT, ""),
    (DAY, "19 August 2004", "2004/08/19", RIGHT, ""),
    (DAY, "19 August 2004", "19-Aug-2004", RIGHT, ""),
    (DAY, "19 August 2004", "on 19 August 2004", RIGHT, ""),
    (DAY, "19 August 2004", "19 August", WRONG, "name the year too"),
    (DAY, "19 August 2004", "August 2004", WRONG, "name the day too"),
    (DAY, "19 August 2004", "2004", WRONG, "name the month and the day too"),
    (DAY, "19 August 2004", "18 August 2004", WRONG, "right year and month, wrong day"),
    (DAY, "19 August 2004", "19/08/04", WRONG, "all four digits"),
    (DAY, "8 May 2010", "8/5/2010", WRONG, "two readings: write the month as a word"),
    (DAY, "8 May 2010", "08.05.2010", WRONG, "two readings"),
    (DAY, "5 May 2010", "5/5/2010", RIGHT, ""),
    (DAY, "16 December 1969", "December 16, 1969", RIGHT, ""),
    (QUARTER, "Q1 2025", "2025 Q1", RIGHT, ""),
    (QUARTER, "Q1 2025", "first quarter of 2025", RIGHT, ""),
    (QUARTER, "Q1 2025", "the 1st quarter 2025", RIGHT, ""),
    (QUARTER, "Q1 2025", "March 2025", RIGHT, ""),
    (QUARTER, "Q1 2025", "April 2025", WRONG, ""),
    (QUARTER, "Q1 2025", "Q2 2025", WRONG, "right year, wrong quarter"),
    (QUARTER, "Q1 2025", "2025", WRONG, "name the quarter too"),
    # Money.
    (PLEDGE, "¥50 billion", "¥50 billion", RIGHT, ""),
    (PLEDGE, "¥50 billion", "RMB 50bn", RIGHT, ""),
    (PLEDGE, "¥50 billion", "50 billion yuan", RIGHT, ""),
    (PLEDGE, "¥50 billion", "50 billion renminbi", RIGHT, ""),
    (PLEDGE, "¥50 billion", "CNY 50,000,000,000", RIGHT, ""),
    (PLEDGE, "¥50 billion", "CN¥50bn", RIGHT, ""),
    (PLEDGE, "¥50 billion", "500亿元", RIGHT, ""),
    (PLEDGE, "¥50 billion", "50bn", RIGHT, ""),
    (PLEDGE, "¥50 billion", "fifty billion", RIGHT, ""),
    (PLEDGE, "¥50 billion", "about ¥50 billion", RIGHT, ""),
    (PLEDGE, "¥50 billion", "roughly 50 billion yuan", RIGHT, ""),
    (PLEDGE, "¥50 billion", "50 billion or so", RIGHT, ""),
    (PLEDGE, "¥50 billion", "exactly ¥50 billion", RIGHT, ""),
    (PLEDGE, "¥50 billion", "¥500 billion", WRONG, "right digits, wrong size"),
    (PLEDGE, "¥50 billion", "¥5 billion", WRONG, "right digits, wrong size"),
    (PLEDGE, "¥50 billion", "¥50 million", WRONG, "size"),
    (PLEDGE, "¥50 billion", "¥50", WRONG, "the size is missing"),
    (PLEDGE, "¥50 billion", "50", WRONG, "the size is missing"),
    (PLEDGE, "¥50 billion", "at least ¥50 billion", WRONG, "above"),
    (PLEDGE, "¥50 billion", "over ¥50 billion", WRONG, "above"),
    (PLEDGE, "¥50 billion", "less than ¥50 billion", WRONG, "below"),
    (PLEDGE, "¥50 billion", "no more than ¥50 billion", WRONG, "below"),
    (PLEDGE, "¥50 billion", "¥50 billion or more", WRONG, "above"),
    (PLEDGE, "¥50 billion", "$50 billion", WRONG, "right amount, wrong currency"),
    (PLEDGE, "¥50 billion", "50 billion yen", WRONG, "right amount, wrong currency"),
    (PLEDGE, "¥50 billion", "€50 billion", WRONG, "right amount, wrong currency"),
    (PLEDGE, "¥50 billion", "$60 billion", WRONG, ""),
    (PLEDGE, "¥50 billion", "-¥50 billion", WRONG, "wrong sign"),
    (PLEDGE, "¥50 billion", "¥50-60 billion", WRONG, ""),
    (PLEDGE, "¥50 billion", "not ¥50 billion", WRONG, "what it is not"),
    ("At least how many yuan was pledged?", "¥50 billion", "at least ¥50 billion", RIGHT, ""),
    ("At least how many yuan was pledged?", "¥50 billion", "at most ¥50 billion", WRONG, "below"),
    ("How many yuan, at the least, was it?", "¥13 billion", "over ¥13 billion", RIGHT, ""),
    ("Below what percentage was it?", "5%", "less than 5%", RIGHT, ""),
    ("Below what percentage was it?", "5%", "more than 5%", WRONG, "above"),
    ("How many of every 1,000?", "400", "400 of 1,000", RIGHT, ""),
    ("More than how much was paid?", "over $75 million", "more than $75m", RIGHT, ""),
    ("More than how much was paid?", "over $75 million", "$75m", RIGHT, ""),
    ("More than how much was paid?", "over $75 million", "under $75m", WRONG, "below"),
    (PRICE, "$75 million", "$75m", RIGHT, ""),
    (PRICE, "$75 million", "$75mn", RIGHT, ""),
    (PRICE, "$75 million", "$75 mln", RIGHT, ""),
    (PRICE, "$75 million", "$75,000,000", RIGHT, ""),
    (PRICE, "$75 million", "US$75 million", RIGHT, ""),
    (PRICE, "$75 million", "USD 75m", RIGHT, ""),
    (PRICE, "$75 million", "75 million dollars", RIGHT, ""),
    (PRICE, "$75 million", "75 million US dollars", RIGHT, ""),
    (PRICE, "$75 million", "seventy-five million dollars", RIGHT, ""),
    (PRICE, "$75 million", "0.075 billion dollars", RIGHT, ""),
    (PRICE, "$75 million", "Amazon did pay $75 million for Joyo.com", RIGHT, ""),
    (PRICE, "$75 million", "$57 million", WRONG, ""),
    (PRICE, "$75 million", "$75 billion", WRONG, "size"),
    (PRICE, "$75 million", "$7.5 million", WRONG, "size"),
    (PRICE, "$75 million", "$76 million", WRONG, ""),
    (PRICE, "$75 million", "75 million", NEAR, "name the currency too"),
    (PRICE, "$75 million", "HK$75 million", WRONG, "wrong currency"),
    (PRICE, "$75 million", "¥75 million", WRONG, "right amount, wrong currency"),
    (PRICE, "$75 million", "75 million stores", WRONG, ""),
    (PRICE_USD, "$75 million", "75 million", RIGHT, ""),
    (PRICE_USD, "75 million", "$75 million", RIGHT, ""),
    (PRICE_USD, "75 million", "¥75 million", WRONG, "wrong currency"),
    (PRICE + " [million dollars]", "75", "75", RIGHT, ""),
    (PRICE + " [million dollars]", "75", "$75 million", RIGHT, ""),
    (PRICE + " [million dollars]", "75", "75 million", RIGHT, ""),
    (PRICE + " [million dollars]", "75", "75 billion", WRONG, ""),
    (PRICE + " [million dollars]", "75", "57", WRONG, ""),
    (WORTH, "$18.5 billion", "$18.5bn", RIGHT, ""),
    (WORTH, "$18.5 billion", "18 ½ billion dollars", RIGHT, ""),
    (WORTH, "$18.5 billion", "eighteen and a half billion dollars", RIGHT, ""),
    (WORTH, "$18.5 billion", "$18,500 million", RIGHT, ""),
    (WORTH, "$18.5 billion", "$19 billion", NEAR, "rounded"),
    (WORTH, "$18.5 billion", "$18 billion", NEAR, "rounded"),
    (WORTH, "$18.5 billion", "$185 billion", WRONG, "size"),
    (WORTH + " [±2%]", "$18.5 billion", "$18.6 billion", RIGHT, ""),
    (WORTH + " [±2%]", "$18.5 billion", "$19 billion", NEAR, "rounded"),
    # Counts, units, percentages, places in a row.
    (STORES, "20,000", "twenty thousand", RIGHT, ""),
    (STORES, "20,000", "20000", RIGHT, ""),
    (STORES, "20,000", "20 000", RIGHT, ""),
    (STORES, "20,000", "20k", RIGHT, ""),
    (STORES, "20,000", "20 thousand stores", RIGHT, ""),
    (STORES, "20,000", "20,000 Xiaomi stores", RIGHT, ""),
    (STORES, "20,000", "20,000 stores by the end of 2025", RIGHT, ""),
    (STORES, "20,000", "2,000", WRONG, "size"),
    (STORES, "20,000", "20", WRONG, "size is missing"),
    (STORES, "20,000", "20,000 shops", NEAR, "check the unit"),
    (STORES, "20,000", "$20,000", NEAR, "no sum of money"),
    (STORES, "20,000", "20000th", NEAR, "a count is asked"),
    (STORES, "16,319", "16,000", NEAR, "rounded"),
    (STORES + " [±5,000]", "16,319", "16,000", RIGHT, ""),
    (STORES, "2000", "2,000", RIGHT, ""),
    (STORES, "2000", "2000 stores", RIGHT, ""),
    (STORES, "2000", "about 2000", RIGHT, ""),
    (STORES, "2,000", "2000", RIGHT, ""),
    ("For how many years did Xiaomi pledge it?", "10", "Xiaomi 10", WRONG, ""),
    (TOPS, "700", "700 TOPS", RIGHT, ""),
    (TOPS, "700", "700 tops", RIGHT, ""),
    (TOPS, "700", "seven hundred", RIGHT, ""),
    (TOPS, "700", "70", WRONG, "wrong size"),
    (TOPS, "700", "7000", WRONG, "wrong size"),
    (TOPS, "700", "701", WRONG, ""),
    (TOPS, "700 TOPS", "700", RIGHT, ""),
    (TOPS, "700", "700 GHz", NEAR, "check the unit"),
    (TOPS, "700 TOPS", "700 GHz", WRONG, "wrong unit"),
    ("How strong is it? [TOPS]", "700", "700", RIGHT, ""),
    ("How strong is it? [TOPS]", "700", "700 TOPS", RIGHT, ""),
    ("How strong is it? [TOPS]", "700", "700 nm", WRONG, "wrong unit"),
    ("How strong is it?", "700 TOPS", "700", NEAR, "name the unit too"),
    (NODE, "3 nm", "3nm", RIGHT, ""),
    (NODE, "3 nm", "3 nanometers", RIGHT, ""),
    (NODE, "3 nm", "three", RIGHT, ""),
    (NODE, "3 nm", "3 mm", WRONG, "right number, wrong unit"),
    (SPAN, "5 years", "5", RIGHT, ""),
    (SPAN, "5 years", "five years", RIGHT, ""),
    (SPAN, "5 years", "5 yrs", RIGHT, ""),
    (SPAN, "5 years", "5 months", WRONG, "wrong unit"),
    (SPAN, "5 years", "5 quarters", WRONG, "wrong unit"),
    (SPAN, "5 years", "6 years", WRONG, ""),
    (SPAN, "5", "5 years", RIGHT, ""),
    (SPAN, "about ten years", "10", RIGHT, ""),
    (SPAN, "2.5", "2½", RIGHT, ""),
    (SPAN, "2.5", "two and a half years", RIGHT, ""),
    (SPAN, "2.5", "21/2", WRONG, ""),
    (SPAN, "4.75", "four and three quarters", RIGHT, ""),
    (WAIT, "5 years", "5 years", RIGHT, ""),
    (WAIT, "5 years", "5", NEAR, "name the unit too"),
    ("How old was he?", "40 years", "40", RIGHT, ""),
    ("How old was he?", "40", "40 years old", RIGHT, ""),
    (SHARE, "60%", "60 percent", RIGHT, ""),
    (SHARE, "60%", "60 per cent", RIGHT, ""),
    (SHARE, "60%", "sixty percent", RIGHT, ""),
    (SHARE, "60%", "60", RIGHT, ""),
    (SHARE, "60", "60%", RIGHT, ""),
    (SHARE, "60%", "60 percentage points", WRONG, "wrong unit"),
    (SHARE, "15%", "1.5%", WRONG, "size"),
    (SHARE, "5%", "-5%", WRONG, "wrong sign"),
    (SHARE, "5%", "−5%", WRONG, "wrong sign"),
    (SHARE, "5%", "minus 5%", WRONG, "wrong sign"),
    ("By how much did it change?", "-5%", "-5%", RIGHT, ""),
    ("By how much did it change?", "-5%", "5%", WRONG, "wrong sign"),
    ("What percentage was it?", "50%", "half", RIGHT, ""),
    ("What share was it?", "half", "50%", RIGHT, ""),
    ("What share was it?", "half", "5%", WRONG, ""),
    ("How cold is it there?", "-40 °C", "-40°C", RIGHT, ""),
    ("How cold is it there?", "-40 °C", "minus 40 degrees Celsius", RIGHT, ""),
    ("How cold is it there?", "-40 °C", "40 °C", WRONG, "wrong sign"),
    ("How cold is it there?", "-40 °C", "-40 °F", WRONG, "wrong unit"),
    (RANK, "3rd", "third", RIGHT, ""),
    (RANK, "3rd", "No. 3", RIGHT, ""),
    (RANK, "3rd", "#3", RIGHT, ""),
    (RANK, "3rd", "3", RIGHT, ""),
    (RANK, "3rd", "3rd place", RIGHT, ""),
    (RANK, "3rd", "the third", RIGHT, ""),
    (RANK, "3", "3rd", RIGHT, ""),
    (RANK, "3rd", "4th", WRONG, ""),
    (RANK, "3rd", "13th", WRONG, ""),
]


@pytest.mark.parametrize(("question", "accepted", "given", "verdict", "feedback"), NUMBERS)
def test_a_number_or_date_gets_its_verdict(posed, names, question, accepted, given, verdict, feedback):
    prompt, _, beside = question.rstrip("]").partition(" [")
    tolerance = beside[1:] if beside.startswith("±") else "0"
    unit = "" if beside.startswith("±") else beside
    asked = Numerical(id="q", prompt=prompt, answer=accepted, unit=unit, tolerance=tolerance)
    assert_marked(posed(asked), names, given, verdict, feedback)


@pytest.mark.parametrize(
    ("question", "accepted", "given", "verdict", "feedback"), [row for row in NUMBERS if "[" not in row[0]]
)
def test_a_short_answer_that_is_a_value_is_marked_alike(
    posed, names, question, accepted, given, verdict, feedback
):
    asked = ShortAnswer(id="q", prompt=question, answer=accepted)
    assert_marked(posed(asked), names, given, verdict, feedback)


def assert_marked(exercise, names, given, verdict, feedback):
    got = mark(exercise, Text(given), names)
    assert (NEAR if got.near else got.verdict, got.feedback) == (verdict, got.feedback)
    assert feedback in got.feedback
