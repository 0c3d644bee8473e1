"""The table of numbers, sums and dates: a question, its answer, what was typed, and what becomes of it.

A question may end in `[unit]` or `[±tolerance]`.
"""

import pytest

from quizmill.bank.model import Numerical, ShortAnswer
from quizmill.grade import Text, mark
from spoken import told

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
LEAP = "How many days are in a leap year?"
HOLDERS = "How many shareholders held more than 5%?"
HEIGHT = "How high is the mountain?"
LED = "In which quarter of 2014 did Xiaomi lead the market?"
DIVIDEND = "What was paid for each share?"
POINTS = "By how many percentage points did the rate rise?"
FEAST = "On which day is the feast?"

NO_SCALE = "right digits; the size is missing (thousand, million, billion …)"
FINER = "right; only that was asked, and the rest of the date was not checked"
ABOVE = "right number, but it was not asked what lies above it"
BELOW = "right number, but it was not asked what lies below it"

NUMBERS = [
    # Four digits with a unit are no year.
    (f"{WAIT} [days]", "1003", "1003 days", RIGHT, ""),
    (f"{WAIT} [days]", "1003", "1,003 days", RIGHT, ""),
    (f"{WAIT} [days]", "1003", "1003", RIGHT, ""),
    # Years.
    (FOUNDED, "2010", "2010", RIGHT, ""),
    (FOUNDED, "2010", "in 2010", RIGHT, ""),
    (FOUNDED, "2010", "2010 was the year", RIGHT, ""),
    (FOUNDED, "2010", "it was 2010.", RIGHT, ""),
    (FOUNDED, "2010", "the year 2010", RIGHT, ""),
    (FOUNDED, "2010", "in the year 2010", RIGHT, ""),
    (FOUNDED, "2010", "Xiaomi was founded in 2010", RIGHT, ""),
    (FOUNDED, "2010", "２０１０", RIGHT, ""),
    (FOUNDED, "2010", "twenty ten", RIGHT, ""),
    (FOUNDED, "2010", "two thousand and ten", RIGHT, ""),
    (FOUNDED, "1998", "nineteen ninety-eight", RIGHT, ""),
    (FOUNDED, "2010", "April 2010", RIGHT, FINER),
    (FOUNDED, "2010", "6 April 2010", RIGHT, FINER),
    (FOUNDED, "2010", "2010-04-06", RIGHT, FINER),
    (FOUNDED, "2010", "2010年", RIGHT, ""),
    (FOUNDED, "2010", "early 2010", RIGHT, ""),
    (FOUNDED, "2010", "in the spring of 2010", RIGHT, ""),
    (FOUNDED, "2010", "the end of 2011", WRONG, ""),
    (FOUNDED, "2010", "they say 2010", NEAR, "close: answer with the number or date alone"),
    (FOUNDED, "2010", "2010, 2011", WRONG, ""),
    ("Was it 2010 or 2011?", "2010", "2010 2011", WRONG, ""),
    (FOUNDED, "2010", "2001", WRONG, ""),
    (FOUNDED, "2010", "2011", WRONG, ""),
    (FOUNDED, "2010", "April 2011", WRONG, ""),
    (FOUNDED, "2010", "~2010", WRONG, "right, but say it without a hedge: a date is exact"),
    (FOUNDED, "2010", "about 2010", WRONG, "right, but say it without a hedge: a date is exact"),
    (FOUNDED, "2010", "before 2010", WRONG, ""),
    (FOUNDED, "2010", "after 2010", WRONG, ""),
    (FOUNDED, "2010", "10", NEAR, "write the year with all four digits"),
    (FOUNDED, "2010", "'10", NEAR, "write the year with all four digits"),
    (FOUNDED, "2010", "2010s", WRONG, "name the year, not the decade"),
    (FOUNDED, "2010", "the 2010s", WRONG, "name the year, not the decade"),
    (FOUNDED, "2010", "20,10", WRONG, ""),
    (FOUNDED, "2010", "2010-2012", WRONG, "one value is asked, not a range"),
    (FOUNDED, "2010", "between 2009 and 2011", WRONG, "one value is asked, not a range"),
    (FOUNDED, "2010", "2010 or 2011", WRONG, "give one answer, not a choice of answers"),
    (FOUNDED, "2010", "not 2010", WRONG, "say what it is, not what it is not"),
    (FOUNDED, "2010", "$2010", WRONG, ""),
    (FOUNDED, "2010", "Amazon", WRONG, ""),
    (FOUNDED, "2010", "2010 BC", WRONG, ""),
    (FOUNDED + " [±1]", "2010", "2011", RIGHT, ""),
    (FOUNDED + " [±1]", "2010", "2012", WRONG, "too far off: up to 1 either way is allowed"),
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
    (SALE, "August 2004", "August 19, 2004", RIGHT, FINER),
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
    (DAY, "19 August 2004", "19/08/04", RIGHT, ""),
    (DAY, "19 August 2004", "19-Aug-04", RIGHT, ""),  # as a spreadsheet writes it
    (DAY, "19 August 2004", "19-Aug-05", WRONG, "right month and day, wrong year"),
    (DAY, "8 May 2010", "8/5/2010", WRONG, "that date has two readings: write the month as a word"),
    (DAY, "8 May 2010", "08.05.2010", RIGHT, ""),  # where points part a date, the day comes first
    (DAY, "8 May 2010", "05.08.2010", WRONG, "right year, wrong month and day"),
    (DAY, "5 May 2010", "5/5/2010", RIGHT, ""),
    (DAY, "16 December 1969", "December 16, 1969", RIGHT, ""),
    (QUARTER, "Q1 2025", "2025 Q1", RIGHT, ""),
    (QUARTER, "Q1 2025", "first quarter of 2025", RIGHT, ""),
    (QUARTER, "Q1 2025", "the 1st quarter 2025", RIGHT, ""),
    (QUARTER, "Q1 2025", "March 2025", RIGHT, FINER),
    (QUARTER, "Q1 2025", "April 2025", WRONG, ""),
    (QUARTER, "Q1 2025", "Q2 2025", WRONG, "right year, wrong quarter"),
    (QUARTER, "Q1 2025", "May 2025", WRONG, ""),  # a month tells its quarter, so none is missing
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
    (
        PLEDGE,
        "¥50 billion",
        "¥50 million",
        WRONG,
        NO_SCALE,
    ),
    (PLEDGE, "¥50 billion", "¥50", WRONG, NO_SCALE),
    (PLEDGE, "¥50 billion", "50", WRONG, NO_SCALE),
    (PLEDGE, "¥50 billion", "at least ¥50 billion", WRONG, ABOVE),
    (PLEDGE, "¥50 billion", "over ¥50 billion", WRONG, ABOVE),
    (PLEDGE, "¥50 billion", "less than ¥50 billion", WRONG, BELOW),
    (PLEDGE, "¥50 billion", "no more than ¥50 billion", WRONG, BELOW),
    (PLEDGE, "¥50 billion", "¥50 billion or more", WRONG, ABOVE),
    (PLEDGE, "¥50 billion", "$50 billion", WRONG, "right amount, wrong currency"),
    (PLEDGE, "¥50 billion", "50 billion yen", WRONG, "right amount, wrong currency"),
    (PLEDGE, "¥50 billion", "€50 billion", WRONG, "right amount, wrong currency"),
    (PLEDGE, "¥50 billion", "$60 billion", WRONG, ""),
    (PLEDGE, "¥50 billion", "-¥50 billion", WRONG, "right number, wrong sign"),
    (PLEDGE, "¥50 billion", "¥50-60 billion", WRONG, "one value is asked, not a range"),
    (PLEDGE, "¥50 billion", "not ¥50 billion", WRONG, "say what it is, not what it is not"),
    ("At least how many yuan was pledged?", "¥50 billion", "at least ¥50 billion", RIGHT, ""),
    ("At least how many yuan was pledged?", "¥50 billion", "at most ¥50 billion", WRONG, BELOW),
    ("How many yuan, at the least, was it?", "¥13 billion", "over ¥13 billion", RIGHT, ""),
    ("Below what percentage was it?", "5%", "less than 5%", RIGHT, ""),
    ("Below what percentage was it?", "5%", "more than 5%", WRONG, ABOVE),
    ("How many of every 1,000?", "400", "400 of 1,000", RIGHT, ""),
    ("More than how much was paid?", "over $75 million", "more than $75m", RIGHT, ""),
    ("More than how much was paid?", "over $75 million", "$75m", RIGHT, ""),
    ("More than how much was paid?", "over $75 million", "under $75m", WRONG, BELOW),
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
    (PRICE, "$75 million", "$75 billion", WRONG, "right digits, wrong size"),
    (PRICE, "$75 million", "$7.5 million", WRONG, "right digits, wrong size"),
    (PRICE, "$75 million", "$76 million", WRONG, ""),
    (PRICE, "$75 million", "75 million", NEAR, "right amount; name the currency too"),
    (PRICE, "$75 million", "HK$75 million", WRONG, "right amount, wrong currency"),
    (PRICE, "$75 million", "¥75 million", WRONG, "right amount, wrong currency"),
    (PRICE, "$75 million", "75 million stores", WRONG, "right number, wrong unit"),
    (PRICE_USD, "$75 million", "75 million", RIGHT, ""),
    (PRICE_USD, "75 million", "$75 million", RIGHT, ""),
    (PRICE_USD, "75 million", "¥75 million", WRONG, "right amount, wrong currency"),
    (PRICE + " [million dollars]", "75", "75", RIGHT, ""),
    (PRICE + " [million dollars]", "75", "$75 million", RIGHT, ""),
    (PRICE + " [million dollars]", "75", "75 million", RIGHT, ""),
    (PRICE + " [million dollars]", "75", "75 billion", WRONG, "right digits, wrong size"),
    (PRICE + " [million dollars]", "75", "57", WRONG, ""),
    (WORTH, "$18.5 billion", "$18.5bn", RIGHT, ""),
    (WORTH, "$18.5 billion", "18 ½ billion dollars", RIGHT, ""),
    (WORTH, "$18.5 billion", "eighteen and a half billion dollars", RIGHT, ""),
    (WORTH, "$18.5 billion", "$18,500 million", RIGHT, ""),
    (WORTH, "$18.5 billion", "$19 billion", NEAR, "rounded: the exact figure is asked"),
    (WORTH, "$18.5 billion", "$18 billion", NEAR, "rounded: the exact figure is asked"),
    (WORTH, "$18.5 billion", "$185 billion", WRONG, "right digits, wrong size"),
    (WORTH + " [±2%]", "$18.5 billion", "$18.6 billion", RIGHT, ""),
    (WORTH + " [±2%]", "$18.5 billion", "$19 billion", WRONG, "too far off: up to 2% either way is allowed"),
    # Counts, units, percentages, places in a row.
    (STORES, "20,000", "twenty thousand", RIGHT, ""),
    (STORES, "20,000", "20000", RIGHT, ""),
    (STORES, "20,000", "20 000", RIGHT, ""),
    (STORES, "20,000", "20k", RIGHT, ""),
    (STORES, "20,000", "20 thousand stores", RIGHT, ""),
    (STORES, "20,000", "20,000 Xiaomi stores", RIGHT, ""),
    (STORES, "20,000", "20,000 stores by the end of 2025", RIGHT, ""),
    (STORES, "20,000", "2,000", WRONG, "right digits, wrong size"),
    (STORES, "20,000", "20", WRONG, NO_SCALE),
    (STORES, "20,000", "20,000 shops", NEAR, "right number; check the unit"),
    (STORES, "20,000", "$20,000", NEAR, "right number, but no sum of money is asked"),
    (STORES, "20,000", "20000th", NEAR, "right number; a count is asked"),
    (STORES, "16,319", "16,000", NEAR, "rounded: the exact figure is asked"),
    (STORES + " [±5,000]", "16,319", "16,000", RIGHT, ""),
    (STORES + " [±5,000]", "16,319", "10,000", WRONG, "too far off: up to 5,000 either way is allowed"),
    (STORES + " [±0.50]", "16,319", "16,000", WRONG, "too far off: up to 0.5 either way is allowed"),
    (STORES + " [±100]", "16,319", "16,000", WRONG, "too far off: up to 100 either way is allowed"),
    (STORES + " [±100]", "16,319", "-16,319", WRONG, "right number, wrong sign"),
    # A comma before one or two last digits is a decimal comma; a point never parts thousands.
    (SPAN, "29.5", "29,5", RIGHT, ""),
    (SPAN, "29.53", "29,53", RIGHT, ""),
    (SPAN, "29.5", "about 29,5 years", RIGHT, ""),
    (SPAN, "29.5", "29,6", WRONG, ""),
    (SPAN, "29.5", "29,5 or 30", WRONG, "give one answer, not a choice of answers"),
    (SPAN, "29.5", "29,5, 30", WRONG, ""),
    (SPAN, "1.5", "1,500", WRONG, "right digits, wrong size"),
    (SPAN, "1,500", "1,500", RIGHT, ""),
    (SPAN, "1,500", "1,50", WRONG, NO_SCALE),
    (WORTH, "$18.5 billion", "$18,5 billion", RIGHT, ""),
    (WORTH, "$1,234.5", "$1.234,5", RIGHT, ""),
    (WORTH, "$1,234.5", "$1 234,50", RIGHT, ""),
    (STORES, "20,000", "20.000", NEAR, "a point is read as a decimal point: leave it out, or write a comma"),
    (
        STORES,
        "1,234,567",
        "1.234.567 stores",
        NEAR,
        "a point is read as a decimal point: leave it out, or write a comma",
    ),
    (STORES, "20,000", "19.000", WRONG, ""),
    (STORES, "20,000", "20.00", WRONG, NO_SCALE),
    (STORES, "2000", "2,000", RIGHT, ""),
    (STORES, "2000", "2000 stores", RIGHT, ""),
    (STORES, "2000", "about 2000", RIGHT, ""),
    (STORES, "2,000", "2000", RIGHT, ""),
    ("For how many years did Xiaomi pledge it?", "10", "Xiaomi 10", WRONG, ""),
    (TOPS, "700", "700 TOPS", RIGHT, ""),
    (TOPS, "700", "700 tops", RIGHT, ""),
    (TOPS, "700", "seven hundred", RIGHT, ""),
    (TOPS, "700", "70", WRONG, "right digits, wrong size"),
    (TOPS, "700", "7000", WRONG, "right digits, wrong size"),
    (TOPS, "700", "701", WRONG, ""),
    (TOPS, "700 TOPS", "700", RIGHT, ""),
    (TOPS, "700", "700 GHz", NEAR, "right number; check the unit"),
    (TOPS, "700 TOPS", "700 GHz", WRONG, "right number, wrong unit"),
    ("How strong is it? [TOPS]", "700", "700", RIGHT, ""),
    ("How strong is it? [TOPS]", "700", "700 TOPS", RIGHT, ""),
    ("How strong is it? [TOPS]", "700", "700 nm", WRONG, "right number, wrong unit"),
    ("How strong is it?", "700 TOPS", "700", NEAR, "right number; name the unit too"),
    (NODE, "3 nm", "3nm", RIGHT, ""),
    (NODE, "3 nm", "3 nanometers", RIGHT, ""),
    (NODE, "3 nm", "three", RIGHT, ""),
    (NODE, "3 nm", "3 mm", WRONG, "right number, wrong unit"),
    (SPAN, "5 years", "5", RIGHT, ""),
    (SPAN, "5 years", "five years", RIGHT, ""),
    (SPAN, "5 years", "5 yrs", RIGHT, ""),
    (SPAN, "5 years", "5 months", WRONG, "right number, wrong unit"),
    (SPAN, "5 years", "5 quarters", WRONG, "right number, wrong unit"),
    (SPAN, "5 years", "60 months", RIGHT, ""),
    (SPAN, "5", "60 months", RIGHT, ""),
    (SPAN, "10 years", "a decade", RIGHT, ""),
    (SPAN, "10 years", "two decades", WRONG, ""),
    (WAIT, "4 years 9 months", "4 years and 9 months", RIGHT, ""),
    (WAIT, "4 years 9 months", "57 months", RIGHT, ""),
    (WAIT, "4 years 9 months", "four years, nine months", RIGHT, ""),
    (WAIT, "4 years 9 months", "4 years 8 months", WRONG, ""),
    (WAIT, "4 years 9 months", "9 years 4 months", WRONG, ""),
    (WAIT, "4 years 9 months", "4 years", WRONG, ""),
    (WAIT, "90 minutes", "1 h 30 min", RIGHT, ""),
    (WAIT, "90 minutes", "1 h 90 min", WRONG, ""),
    (WAIT, "90 minutes", "1.5 hours", RIGHT, ""),
    (RANK, "3rd", "number three", RIGHT, ""),
    ("In which year was Joyo sold?", "2004", "2004 AD", RIGHT, ""),
    ("In which year was Joyo sold?", "2004", "2004 BC", WRONG, ""),
    ("When was it dug?", "2000 BC", "2,000 B.C.", RIGHT, ""),
    ("When was it dug?", "12,000 BC", "12000 BC", RIGHT, ""),
    (SPAN, "5 years", "6 years", WRONG, ""),
    (SPAN, "5", "5 years", RIGHT, ""),
    (SPAN, "about ten years", "10", RIGHT, ""),
    (SPAN, "2.5", "2½", RIGHT, ""),
    (SPAN, "2.5", "two and a half years", RIGHT, ""),
    (SPAN, "2.5", "21/2", WRONG, ""),
    (SPAN, "4.75", "four and three quarters", RIGHT, ""),
    (WAIT, "5 years", "5 years", RIGHT, ""),
    (WAIT, "5 years", "5", NEAR, "right number; name the unit too"),
    ("How old was he?", "40 years", "40", RIGHT, ""),
    ("How old was he?", "40", "40 years old", RIGHT, ""),
    (SHARE, "60%", "60 percent", RIGHT, ""),
    (SHARE, "60%", "60 per cent", RIGHT, ""),
    (SHARE, "60%", "sixty percent", RIGHT, ""),
    (SHARE, "60%", "60", RIGHT, ""),
    (SHARE, "60", "60%", RIGHT, ""),
    (SHARE, "60%", "60 percentage points", WRONG, "right number, wrong unit"),
    (SHARE, "15%", "1.5%", WRONG, "right digits, wrong size"),
    (SHARE, "5%", "-5%", WRONG, "right number, wrong sign"),
    (SHARE, "5%", "−5%", WRONG, "right number, wrong sign"),
    (SHARE, "5%", "minus 5%", WRONG, "right number, wrong sign"),
    ("By how much did it change?", "-5%", "-5%", RIGHT, ""),
    ("By how much did it change?", "-5%", "5%", WRONG, "right number, wrong sign"),
    ("What percentage was it?", "50%", "half", RIGHT, ""),
    ("What share was it?", "half", "50%", RIGHT, ""),
    ("What share was it?", "half", "5%", WRONG, "right digits, wrong size"),
    ("How cold is it there?", "-40 °C", "-40°C", RIGHT, ""),
    ("How cold is it there?", "-40 °C", "minus 40 degrees Celsius", RIGHT, ""),
    ("How cold is it there?", "-40 °C", "40 °C", WRONG, "right number, wrong sign"),
    ("How cold is it there?", "-30 °C", "-30 °F", WRONG, "right number, wrong unit"),
    ("How cold is it there?", "-40 °C", "-40 °F", RIGHT, ""),  # which is the same
    (RANK, "3rd", "third", RIGHT, ""),
    (RANK, "3rd", "No. 3", RIGHT, ""),
    (RANK, "3rd", "#3", RIGHT, ""),
    (RANK, "3rd", "3", RIGHT, ""),
    (RANK, "3rd", "3rd place", RIGHT, ""),
    (RANK, "3rd", "the third", RIGHT, ""),
    (RANK, "3", "3rd", RIGHT, ""),
    (RANK, "3rd", "4th", WRONG, ""),
    (RANK, "3rd", "13th", WRONG, ""),
    # The unit that is asked for is not that of another number in the question.
    (LEAP + " [days]", "366", "366", RIGHT, ""),
    (LEAP + " [days]", "366", "366 days", RIGHT, ""),
    (LEAP + " [days]", "366", "366 years", WRONG, "right number, wrong unit"),
    (LEAP, "366", "366 days", RIGHT, ""),
    (LEAP, "366", "366 years", WRONG, "right number, wrong unit"),
    (HOLDERS, "three", "3", RIGHT, ""),
    (HOLDERS, "three", "three shareholders", RIGHT, ""),
    (HOLDERS, "three", "3%", NEAR, "right number; check the unit"),
    (HOLDERS, "three", "more than 3", WRONG, ABOVE),
    ("How many of the 10 km led uphill?", "7", "7 km", RIGHT, ""),
    ("How many percent is more than enough?", "5", "5%", RIGHT, ""),
    ("The firm had over 50 million users. How many had the app?", "60", "over 60", WRONG, ABOVE),
    ("The firm had fewer than ten staff. How many had the app?", "6", "fewer than 6", WRONG, BELOW),
    ("How many shops were there?", "3", "300%", WRONG, ""),
    ("How far is it, in km?", "1.4", "1", WRONG, ""),  # too far off for a rounded figure
    ("How far is it, in km?", "104", "100", NEAR, "rounded: the exact figure is asked"),
    ("How old was he?", "41", "41 years", RIGHT, ""),
    ("How old was he?", "41 years", "41", RIGHT, ""),
    ("At what age did he leave?", "41", "41 years", RIGHT, ""),
    ("When did he leave?", "41 years", "41", NEAR, "right number; name the unit too"),
    ("What part of it?", "3/4", "75%", RIGHT, ""),
    # Metres and kelvin are no million and thousand.
    (HEIGHT + " [m]", "8849", "8849", RIGHT, ""),
    (HEIGHT + " [m]", "8849", "8,849 m", RIGHT, ""),
    (HEIGHT + " [m]", "8849", "8849m", RIGHT, ""),
    (HEIGHT + " [m]", "8849", "8849 metres", RIGHT, ""),
    (HEIGHT + " [m]", "8849", "8.849 km", RIGHT, ""),
    (HEIGHT + " [m]", "8849", "8849 feet", WRONG, "right number, wrong unit"),
    (HEIGHT + " [m]", "8849", "8849 million", WRONG, "right digits, wrong size"),
    (HEIGHT + " [m]", "8849", "8,489 m", WRONG, ""),
    (HEIGHT, "8849 m", "8849 meters", RIGHT, ""),
    (HEIGHT, "8849 m", "8849m", RIGHT, ""),
    ("How long is the race, in kilometres? [km]", "42.195", "42195 m", RIGHT, ""),
    ("At how many kelvin does it melt? [K]", "273.15", "273.15 K", RIGHT, ""),
    ("How many users has it? [m]", "75", "75 million", RIGHT, ""),
    ("How many users has it? [m]", "75", "75m", RIGHT, ""),
    ("How many stores has it?", "20,000", "20k", RIGHT, ""),
    ("How high was the sum?", "$5 million", "$5m", RIGHT, ""),
    ("What dose is given? [mg]", "75", "75 milligrams", RIGHT, ""),
    ("What dose is given? [mg]", "75", "0.075 g", RIGHT, ""),
    ("What dose is given? [mg]", "75", "75 µg", WRONG, "right number, wrong unit"),
    ("What dose is given? [mg]", "75", "75 g", WRONG, "right number, wrong unit"),
    ("How warm is it? [°C]", "37", "37 C", RIGHT, ""),
    ("How warm is it? [°C]", "37", "37 F", WRONG, "right number, wrong unit"),
    ("How many chambers does a heart have?", "4", "it has four chambers", RIGHT, ""),
    ("How many chambers does a heart have?", "4", "there are 4", RIGHT, ""),
    # A time within the year that the question names; days and months in digits.
    (LED, "Q3", "Q3 2014", RIGHT, ""),
    (LED, "Q3", "quarter 3", RIGHT, ""),
    (LED, "Q3", "Q3 2015", NEAR, "check the year"),
    (FEAST, "25 December", "December 25th", RIGHT, ""),
    (FEAST, "25 December", "24 December", WRONG, "right month, wrong day"),
    (FEAST, "25 December", "25/12", RIGHT, ""),
    (FEAST, "25 December", "12/25", RIGHT, ""),
    (FEAST, "25 December", "25.12.", RIGHT, ""),
    (FEAST, "25 December", "24/12", WRONG, "right month, wrong day"),
    (FEAST, "6 April", "4/6", WRONG, "that date has two readings: write the month as a word"),
    (FEAST, "6 June", "6/6", RIGHT, ""),
    ("What part of it?", "12/25", "12/25", RIGHT, ""),
    (DAY, "15 June 1215", "15. June 1215", RIGHT, ""),
    # One quantity over another, areas, coins.
    ("How fast is light? [km/s]", "299,792", "299,792 kilometres per second", RIGHT, ""),
    ("How fast is light? [km/s]", "299,792", "299,792 km/s", RIGHT, ""),
    ("How fast is light? [km/s]", "299,792", "299,792 km/h", WRONG, "right number, wrong unit"),
    ("How fast is light? [km/s]", "299,792", "299,792 km", WRONG, "right number, wrong unit"),
    ("How fast is it?", "12 m/s", "12 metres per second", RIGHT, ""),
    ("How fast is it?", "12 m/s", "12 million", WRONG, ""),
    ("What dose is it?", "5 mg/kg", "5 milligrams per kilogram", RIGHT, ""),
    ("What dose is it?", "5 mg/kg", "5 mg", WRONG, "right number, wrong unit"),
    ("How large is it? [km²]", "2.02", "2.02 square kilometres", RIGHT, ""),
    ("How large is it? [km²]", "2.02", "2.02 sq km", RIGHT, ""),
    ("How large is it? [km²]", "2.02", "2.02 km", WRONG, "right number, wrong unit"),
    ("How large is it?", "50 m²", "50 square metres", RIGHT, ""),
    (DIVIDEND, "$0.24", "24 cents", RIGHT, ""),
    (DIVIDEND, "$0.24", "24¢", RIGHT, ""),
    (DIVIDEND, "24 cents", "$0.24", RIGHT, ""),
    (DIVIDEND, "£0.24", "24p", RIGHT, ""),
    (DIVIDEND, "£0.24", "24 cents", WRONG, ""),
    (DIVIDEND, "$0.24", "$24", WRONG, "right digits, wrong size"),
    (DIVIDEND, "$24", "24 cents", WRONG, "right number, wrong unit"),
    ("By what factor did sales grow?", "3.5", "3.5 times", RIGHT, ""),
    ("By what factor did sales grow?", "3.5", "3.5x", RIGHT, ""),
    ("By what factor did sales grow?", "3.5", "3.5-fold", RIGHT, ""),
    ("By what factor did sales grow?", "3.5", "3.5%", NEAR, "right number; check the unit"),
    ("The bridge is how long, in m ?", "1,280", "1280 metres", RIGHT, ""),
    ("How hot is the oven? [°C]", "180", "180 degrees", RIGHT, ""),
    ("How hot is the oven? [°C]", "180", "180°", RIGHT, ""),
    ("How hot is the oven, in °C?", "180", "180°", RIGHT, ""),
    ("How hot is the oven?", "180 °C", "180 degrees", NEAR, "right number; name the unit too"),
    ("How many teaspoons are in a tablespoon?", "3", "3 teaspoons", RIGHT, ""),
    ("How many teaspoons are in a tablespoon?", "3", "3 tablespoons", WRONG, "right number, wrong unit"),
    ("How many months are in a year?", "12", "12 months", RIGHT, ""),
    ("How many months are in a year?", "12", "1 year", WRONG, ""),
    (WORTH, "$2.3 trillion", "$2.3T", RIGHT, ""),
    ("To what rate was the tax raised from 5%?", "8%", "to 8%", RIGHT, ""),
    ("To what rate was the tax raised from 5%?", "8%", "to 5%", WRONG, ""),
    ("By how much did it fall?", "$30", "to $30", WRONG, ""),
    ("What share of the price is it?", "a quarter", "1/4", RIGHT, ""),
    ("What share of the price is it?", "a quarter", "25%", RIGHT, ""),
    ("What share of the price is it?", "25%", "one quarter", RIGHT, ""),
    ("What share of the price is it?", "a quarter", "three quarters", WRONG, ""),
    ("What share of the price is it?", "75%", "three quarters", RIGHT, ""),
    ("What share of the price is it?", "a quarter", "Q1", WRONG, ""),
    ("It had 300 in 2019. How many stores had it in 2023?", "450", "450 stores in 2023", RIGHT, ""),
    ("It had 300 in 2019. How many stores had it in 2023?", "450", "450 stores in 2019", WRONG, ""),
    ("It was founded in 2010. How many stores had it?", "450", "450 stores", RIGHT, ""),
    (WORTH, "$2.3 trillion", "$2.3t", RIGHT, ""),
    (WORTH, "$2.3 trillion", "$2.3", WRONG, NO_SCALE),
    (WORTH, "$2.3 billion", "$2.3", WRONG, NO_SCALE),
    (WORTH, "$2.3 million", "$2.3", WRONG, NO_SCALE),
    (WORTH, "$2.3 thousand", "$2.3", WRONG, NO_SCALE),
    (WORTH, "$23", "$2.3", WRONG, "right digits, wrong size"),
    (WORTH, "$2.3 trillion", "2.3 t", WRONG, ""),
    # Of two currencies, of per cent and its points, the one that is counted in.
    ("How many euros are 100 dollars?", "92", "€92", RIGHT, ""),
    ("How many euros are 100 dollars?", "92", "$92", WRONG, "right amount, wrong currency"),
    ("What are 100 dollars in euros?", "92", "92 dollars", WRONG, "right amount, wrong currency"),
    ("What are 100 dollars in euros?", "92", "92", RIGHT, ""),
    (POINTS, "0.75", "0.75 percentage points", RIGHT, ""),
    (POINTS, "0.75", "0.75", RIGHT, ""),
    (POINTS, "0.75", "0.75%", WRONG, "right number, wrong unit"),
    # Which side the question asks for, when it says no to the other.
    ("Which margin did he promise never to exceed?", "5%", "5%", RIGHT, ""),
    ("Which margin did he promise never to exceed?", "5%", "at most 5%", RIGHT, ""),
    ("Which margin did he promise never to exceed?", "5%", "more than 5%", WRONG, ABOVE),
    ("Which margin may it not exceed?", "5%", "at most 5%", RIGHT, ""),
    ("Which margin can it not exceed? It cannot exceed it.", "5%", "over 5%", WRONG, ABOVE),
    ("The margin is to be no more than what?", "5%", "no more than 5%", RIGHT, ""),
    ("The margin is to be no more than what?", "5%", "more than 5%", WRONG, ABOVE),
    ("The stock is to be no less than what?", "500", "at least 500", RIGHT, ""),
    ("The stock is to be no less than what?", "500", "less than 500", WRONG, BELOW),
    # A power of ten before a symbol; a unit that another is an exact part of.
    ("How thick is it? [nm]", "3", "3e-9 m", RIGHT, ""),
    ("How strong is it? [W]", "5", "5E3 mW", RIGHT, ""),
    ("How strong is it? [W]", "5", "5e3 MW", WRONG, ""),
    ("What is the pressure? [atm]", "1", "760 Torr", RIGHT, ""),
    ("What is the pressure? [Torr]", "380", "0.5 atm", RIGHT, ""),
    ("What part of it is left?", "75%", "It was three quarters.", RIGHT, ""),
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


@pytest.mark.parametrize(
    ("given", "verdict", "feedback"),
    [
        ("77", RIGHT, ""),
        ("$70 million", RIGHT, ""),
        ("81", WRONG, "too far off: up to 5,000,000 either way is allowed"),
    ],
)
def test_a_margin_counts_in_the_unit_beside_the_line(posed, names, given, verdict, feedback):
    asked = Numerical(id="q", prompt=PRICE, answer="75", unit="million dollars", tolerance="5")
    assert_marked(posed(asked), names, given, verdict, feedback)


@pytest.mark.parametrize(("others", "verdict"), [(13, RIGHT), (14, WRONG)])
def test_a_number_is_looked_for_among_a_few_words_alone(posed, names, others, verdict):
    asked = ShortAnswer(id="q", prompt=STORES, answer="16,000")

    got = mark(posed(asked), Text(f"{'of ' * others}16,000"), names)
    assert (NEAR if got.near else got.verdict) == verdict


def test_two_numbers_with_a_comma_between_them_are_no_decimal(posed, names):
    asked = ShortAnswer(id="q", prompt="Which two digits are meant?", answer="1, 5")
    assert_marked(posed(asked), names, "1,5", RIGHT, "")
    assert_marked(posed(asked), names, "1.5", WRONG, "")


def assert_marked(exercise, names, given, verdict, feedback):
    got = mark(exercise, Text(given), names)
    assert (NEAR if got.near else got.verdict, told(got)) == (verdict, feedback)


@pytest.mark.parametrize(
    ("tolerance", "typed", "expected", "feedback"),
    [
        ("+0.5", "13.5", RIGHT, ""),
        ("+0.5", "over 13", RIGHT, ""),
        ("+0.5", "12.5", WRONG, "too far off: up to 0.5 more is allowed, and nothing less"),
        ("+0.5", "at most 13", WRONG, BELOW),
        ("-0.5", "at most 13", RIGHT, ""),
        ("-0.5", "13.5", WRONG, "too far off: up to 0.5 less is allowed, and nothing more"),
        ("-0.5", "over 13", WRONG, ABOVE),
    ],
)
def test_a_tolerance_on_one_side_makes_a_bound_of_the_answer(posed, tolerance, typed, expected, feedback):
    question = Numerical(id="q", prompt="What is it?", answer="13", tolerance=tolerance)
    got = mark(posed(question), Text(typed))

    assert (got.verdict, told(got)) == (expected, feedback)


@pytest.mark.parametrize(
    ("typed", "expected", "feedback"),
    [
        ("2018", RIGHT, ""),
        ("July 2018", RIGHT, ""),
        ("9 July 2018", RIGHT, ""),
        ("August 2018", WRONG, "not the date that is known: say no more than was asked"),
        ("July 2019", WRONG, "right month, wrong year"),
    ],
)
def test_a_form_that_says_more_of_a_date_is_what_is_known_of_it(posed, typed, expected, feedback):
    question = ShortAnswer(id="q", prompt="In which year was it?", answer="2018", accept=("July 2018",))
    got = mark(posed(question), Text(typed))

    assert (got.verdict, told(got)) == (expected, feedback)
