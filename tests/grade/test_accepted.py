"""The right forms of a question, compiled for faces that cannot run the marker: what is in, exactly."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.bank.model import Compare, Name, Numerical, ShortAnswer
from quizmill.bank.values import spellings
from quizmill.bank.values.symbols import NONE, Own
from quizmill.compose.exercise import Exercise
from quizmill.grade import Text, Verdict, mark
from quizmill.grade.accepted import accepted

NAMES = (Name(name="Lei Jun", aliases=("雷军",)), Name(name="Lei Jun Foundation"))


def short(answer, prompt="Which?", **more):
    return ShortAnswer(id="q", prompt=prompt, answer=answer, **more)


def number(answer, prompt="How much?", **more):
    return Numerical(id="q", prompt=prompt, answer=answer, **more)


def compiled(question, names=(), language="en"):
    """As the script gets it, without what is as it always is."""
    return msgspec.json.decode(msgspec.json.encode(accepted(question, names, language)))


@pytest.mark.parametrize(
    ("question", "named", "said"),
    [
        (short("Lei Jun"), ["lei jun", "雷军"], []),
        (short("Lei Jun", "What does 雷军 mean?"), ["lei jun"], []),
        (short("finches"), ["finches"], ["finch"]),
        (short("Finches"), ["finches"], []),
        (short("colour"), ["colour"], ["colours", "color", "colors"]),
        (short("the *Beagle*"), ["beagle"], []),
        (short("Xiaomi Inc."), ["xiaomi"], []),
        (short("トウキョウ"), ["トウキョウ"], ["とうきょう"]),
        (short("St Petersburg"), ["st petersburg"], ["saint petersburg"]),
    ],
)
def test_words_are_written_in_every_way_that_is_the_same(question, named, said):
    found = compiled(question, NAMES)

    assert (found["named"], sorted(found.get("said", []))) == (named, sorted(said))


def test_names_of_other_things_in_which_the_right_one_stands_are_told_apart():
    assert compiled(short("Lei Jun"), NAMES)["others"] == ["leijunfoundation"]


def test_a_short_name_that_is_right_makes_no_other_thing_of_the_whole_one():
    university = Name(name="Wuhan University", aliases=("University of Wuhan",))

    assert "others" not in compiled(short("Wuhan University", accept=("Wuhan",)), (university,))


@pytest.mark.parametrize(
    ("question", "found"),
    [
        (short("`-v`"), {"exact": ["-v"]}),
        (short("`-v`", accept=("Verbose",)), {"exact": ["-v"], "named": ["verbose"]}),
        (short("CO", compare=Compare.CASE), {"compare": "case", "strict": ["CO"]}),
        (short("mañana", compare=Compare.SPELLING), {"compare": "spelling", "strict": ["mañana"]}),
        (short("a  b", compare=Compare.CHARACTERS), {"exact": ["a  b"]}),
    ],
)
def test_where_characters_capitals_or_the_spelling_count_nothing_else_is_right(question, found):
    assert compiled(question) == found


def test_names_that_read_as_the_right_number_are_told_apart():
    names = (Name(name="Xiaomi 10"), Name(name="Xiaomi 11"), Name(name="Xiaomi"))

    assert compiled(number("10", "How many Xiaomi shops?"), names)["not"] == ["xiaomi10"]


def test_years_within_the_tolerance_are_listed():
    found = compiled(number("1990", "When?", tolerance="2"))

    assert {"1988", "1989", "1990", "1991", "1992", "1990 ad"} <= {*found["folded"]}
    assert {"1987", "1993"}.isdisjoint(found["folded"])
    assert "amounts" not in found


def test_one_of_a_unit_that_the_question_names_is_no_answer():
    found = amount(number("12", "How many months has a year?"))

    assert "years" not in found.get("names", {})


def test_other_words_for_the_unit_are_among_its_names():
    phones = number("750", "How many phones?", unit="phones", accept_units=("handsets",))

    assert {"phones", "handset", "handsets"} <= amount(phones)["names"].keys()


def test_a_tolerance_on_one_side_has_one_end():
    found = amount(number("13", "How many?", tolerance="+0.5"))

    assert (found["low"], found["high"]) == (13, 13.5)


def test_a_list_has_the_names_of_its_members():
    assert compiled(short("mice and finches"))["lists"] == [
        [{"named": ["mice"], "said": ["mouse"]}, {"named": ["finches"], "said": ["finch"]}]
    ]


@pytest.mark.parametrize(
    ("answer", "language", "days"),
    [
        ("1869", "en", [{"year": 1869}]),
        ("August 2004", "en", [{"year": 2004, "month": 8, "names": ["aug", "august"]}]),
        ("2004-08-19", "de", [{"year": 2004, "month": 8, "day": 19, "names": ["aug", "august"]}]),
        (
            "16 de diciembre de 1969",
            "es",
            [{"year": 1969, "month": 12, "day": 16, "names": ["dec", "december", "diciembre", "dic"]}],
        ),
    ],
)
def test_a_date_is_taken_apart_and_its_month_named_in_both_languages(answer, language, days):
    assert compiled(number(answer, "When?"), language=language)["days"] == days


@pytest.mark.parametrize(("answer", "said"), [("44 BC", "44 bce"), ("Q1 2025", "first quarter 2025")])
def test_quarters_and_eras_stand_there_in_full(answer, said):
    found = compiled(number(answer, "When?"))

    assert said in found["folded"]
    assert "days" not in found


def amount(question, language="en"):
    (found,) = compiled(question, language=language)["amounts"]
    return found


def test_a_measure_has_every_unit_of_its_kind_with_its_size():
    found = amount(number("5", unit="mW"))

    assert (found["low"], found["high"], found["bare"]) == (5.0, 5.0, [1.0])
    assert {unit: found["units"][unit] for unit in ("mW", "W", "MW")} == {
        "mW": [1.0],
        "W": [1000.0],
        "MW": [1e9],
    }
    assert found["names"]["milliwatts"] == [1.0]
    assert "mw" not in found["units"]  # it is neither
    assert "before" not in found


def test_what_is_within_the_tolerance_is_right_and_the_languages_words_are_known():
    found = amount(number("1,5", "¿Cuánto pesa?", unit="kg", tolerance="0,25"), "es")

    assert (found["low"], found["high"]) == (1.25, 1.75)
    assert found["names"]["kilogramos"] == [1.0]


def test_a_temperature_has_another_zero():
    assert amount(number("100", unit="°C"))["units"]["K"] == [1.0, -273.15]


def test_a_sum_has_its_currency_before_or_behind_its_coins_and_its_scales():
    found = amount(number("$75 million"))

    assert "us$" in found["before"]
    assert (found["names"]["dollars"], found["names"]["cents"]) == ([1.0], [0.01])
    assert (found["scales"]["million"], found["scales"]["bn"], found["scales"]["M"]) == (1e6, 1e9, 1e6)
    assert "mN" not in found["scales"]  # they are millinewtons
    assert found["words"] == {"seventy five": 75.0, "seven hundred and fifty": 750.0}  # lakh
    assert "bare" not in found  # 75 of what?


def test_millions_beside_the_line_are_understood():
    assert sorted(amount(number("75", unit="million dollars"))["bare"]) == [1.0, 1e6]


def test_a_count_stands_for_itself():
    assert amount(number("12", "How many apples?")) == {
        "low": 12.0,
        "high": 12.0,
        "bare": [1.0],
        "words": {"twelve": 12.0},
    }


UNITS = {"metre": "m", "kilogram": "kg", "milliwatt": "mW", "metre/second": "m/s", "°c": "°C", "km2": "km²"}


@given(st.data())
def test_every_spelling_of_a_unit_makes_a_right_answer(data):
    """The marker itself agrees with the table that is made for others."""
    name, symbol = data.draw(st.sampled_from(sorted(UNITS.items())))
    found = spellings.of_unit(name, Own(symbol, name), "en")
    written, size = data.draw(st.sampled_from(sorted({**found.symbols, **found.names}.items())))
    right = float(7 * size.factor + size.zero)
    question = number(f"{right:.12g}", unit=symbol, tolerance="0.000001%")
    exercise = Exercise(question=question, topic="t", topic_title="T")

    assert mark(exercise, Text(f"7 {written}")).verdict is Verdict.RIGHT


def test_a_spelling_says_what_it_is_worth():
    found = spellings.of_unit("metre", NONE, "es")

    assert found.symbols["km"].factor == Decimal(1000)
    assert found.names["kilometros"].factor == Decimal(1000)
    assert found.names["feet"].factor == Decimal("0.3048")
    assert "s" not in found.symbols


def test_the_same_question_is_compiled_to_the_same_bytes_in_every_process():
    """The order of a set of texts is another in each, unless it is sorted."""
    program = (
        "import msgspec; from quizmill.bank.model import Numerical;"
        "from quizmill.grade.accepted import accepted;"
        "from quizmill.grade.accepted.records import records;"
        "asked = [Numerical(id='q', prompt='?', answer=a, unit=u) for a, u in"
        " (('5', 'mW'), ('3', 'nm'), ('72', 'km/h'), ('$75 million', ''), ('12,50 €', ''))];"
        "print([msgspec.json.encode(accepted(each, (), tag)) for each in asked for tag in ('en', 'de')]);"
        "from quizmill.bank.model import Name, ShortAnswer;"
        "names = (Name(name='Mi', aliases=('MI', 'Mi Home', 'Mi Store', 'Mi Note', 'the Mi 1')),);"
        "print(msgspec.json.encode(accepted(ShortAnswer(id='q', prompt='?', answer='Home'), names)));"
        "asked += [ShortAnswer(id='q', prompt='¿Quién y cuándo?', answer='Jerez', compare='spelling')];"
        "tags = ('en', 'de', 'es');"
        "print([msgspec.json.encode(records(each, names, tag)) for each in asked for tag in tags])"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(made) == 1
