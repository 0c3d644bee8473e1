"""The script that knows right forms, asked in a browser: it accepts what the marker does, or says nothing."""

from __future__ import annotations

import json
from importlib import resources

import msgspec
import pytest

from quizmill.bank.markup import plain
from quizmill.bank.model import Compare, Name, Numerical, ShortAnswer
from quizmill.compose.exercise import Exercise
from quizmill.grade import Misread, Verdict, mark, read_response
from quizmill.grade.accepted import accepted

NAMES = (
    Name(name="Xiaomi"),
    Name(name="Xiaomi 10"),
    Name(name="Great Britain", aliases=("UK",)),
    Name(name="UK Biobank"),
)


def short(answer, prompt="Which?", **more):
    return ShortAnswer(id="q", prompt=prompt, answer=answer, **more)


def number(answer, prompt="How much?", **more):
    return Numerical(id="q", prompt=prompt, answer=answer, **more)


# question, its language, what is known to be right, and what is left to the learner
TABLE = (
    (
        short("Louis XIV"),
        "en",
        ("louis 14", "Louis the Fourteenth"),
        ("louis14", "louisfourteen", "louis14nd"),
    ),
    (short("Mi Home"), "en", ("MiHome", "mi home"), ("mi home not",)),
    (
        short("bacteria", "Which organisms?"),
        "en",
        ("bacterium", "organisms bacteria"),
        ("organisms bacterium",),
    ),
    (short("not guilty"), "en", ("Not guilty.",), ("guilty", "no, t guilty")),
    (short("software market"), "en", ("software markets",), ("software mark/et", "software sect,or")),
    (short("Brandenburger Tor"), "de", ("das Brandenburger Tor",), ("oder",)),
    (short("Shaanxi Province"), "en", ("Shaanxi province",), ("Shaanxi/Province",)),
    (short("TCP/IP"), "en", ("tcp/ip",), ("tcp or ip",)),
    (short("2 and 3"), "en", ("3, 2", "2 and 3"), ("2/3", "2and3nd", "2 or 3")),
    (
        short("Britain and France"),
        "en",
        ("France/Britain", "France & Britain"),
        ("neither France nor Britain",),
    ),
    (short("UK", "Which country or which Biobank?"), "en", ("Great Britain",), ("UK Biobank", "Biobank UK")),
    (short("NaCl", compare=Compare.CASE), "en", ("NaCl",), ("NaCL", "Na/Cl")),
    (short("pH", compare=Compare.CASE), "en", ("pH",), ("p/H", "PH")),
    (short("https://mi.com"), "en", ("mi.com", "www.mi.com"), ("mi.www.com",)),
    (short("7:30 pm", "At what time?"), "en", ("7:30 PM", "19:30"), ("7:30 AM", "7:03 PM")),
    (short("3/4", "What part?"), "en", ("three quarters", "75%"), ("3/4 and 25%", "not 3/4")),
    (number("5", unit="km"), "en", ("5000 m", "much 5 km"), ("5 km much", "5 ) km", "5- km", "five or 2")),
    (number("1", unit="mol/L"), "en", ("one",), ("one ' and 25%", "one 公里")),
    (number("3", unit="nm"), "en", ("3e-9 m",), ("9.84251968504e-09 feet", "3.0000000000001 nm")),
    (number("0", unit="°C"), "en", ("32 °F", "273.15 K"), ("-32 °F",)),
    (number("12", "How many months has a year?"), "en", ("12 months", "twelve"), ("1 year",)),
    (number("10", "How many Xiaomi shops?"), "en", ("10", "Xiaomi ten"), ("Xiaomi 10",)),
    (number("2400", unit="N", tolerance="1%"), "en", ("2.4 kN",), ("2400 N and a half",)),
    (
        number("€1.05"),
        "en",
        ("1 euro 5 cents", "105 cents"),
        ("105 cents 00", "1 e^uro 5 cents", "2 euro 00"),
    ),
    (number("$75 million"), "en", ("75M dollars", "$75m"), ("75 mN", "$75 mil", "$ 75 milli")),
    (number("¥2.9 billion", tolerance="50,000,000"), "en", ("2.85 billion yuan",), ("285000000000 fen",)),
    (
        number("1869", "When?"),
        "en",
        ("15 April 1869", "1869"),
        ("15 1869 April", "31 April 1869", "1869 when"),
    ),
    (number("1990", "When?", tolerance="2"), "en", ("1988", "1992"), ("1.988 k", "1987", "1990.5")),
    (
        number("2004-08-19", "When?"),
        "en",
        ("19 Aug 04", "August 19th, 2004", "19.8.2004", "8/19/2004", "2004-08-19", "2004年8月19日"),
        (
            "when 19 Aug 04",
            "August 2004 19",
            "-19 August 2004",
            "19 August 2004-",
            "19 / August / 2004",
            "19/8/'2004",
        ),
    ),
    (number("2004-08-19", "Wann?"), "de", ("19. August 2004", "am 19.8.2004"), ("8.2004.19", "2004-08-019")),
    (number("2010-11-12", "When?"), "en", ("12.11.2010",), ("11/12/2010", "12/11/2010")),
    (
        number("45200", "¿Cuántos?"),
        "es",
        ("45.200", "45 200"),
        ("45,200", "45,\u200f200", "0.0.452 millones"),
    ),
    (number("84500", "How many?"), "en", ("84,500",), ("৮4500", "8₄500", "84٬50٬0")),
)
ROWS = [
    (question, language, typed, known)
    for question, language, right, unknown in TABLE
    for known, texts in ((True, right), (False, unknown))
    for typed in texts
]


@pytest.fixture(scope="module")
def said(browser):
    script = resources.files("quizmill.grade.accepted").joinpath("accepted.js").read_text("utf-8")
    browser.show("<p></p>")
    asked = [
        (json.loads(msgspec.json.encode(accepted(question, NAMES, language))), typed, plain(question.prompt))
        for question, language, typed, _ in ROWS
    ]
    return browser.ask(f"(() => {{ {script}; return {json.dumps(asked)}.map((row) => accepts(...row)); }})()")


def _verdict(question, language, typed):
    exercise = Exercise(question=question, topic="t", topic_title="T")
    response = read_response(exercise, typed, language)
    return (
        None if isinstance(response, Misread) else mark(exercise, response, NAMES, language=language).verdict
    )


def test_the_script_knows_what_is_right_or_says_nothing(said):
    found = [(row[0].answer, row[2], right) for row, right in zip(ROWS, said, strict=True)]

    assert found == [(question.answer, typed, known) for question, _, typed, known in ROWS]


@pytest.mark.parametrize(("question", "language", "typed"), [row[:3] for row in ROWS if row[3]])
def test_what_it_knows_is_right(question, language, typed):
    assert _verdict(question, language, typed) is Verdict.RIGHT
