"""The rules for plurals, in CLDR's notation, tried on the samples that CLDR gives with them (version 46)."""

import re

import pytest

from quizmill.words.plural import category

ENGLISH = {"one": "i = 1 and v = 0"}
SPANISH = {"one": "n = 1", "many": "e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5"}
RUSSIAN = {
    "one": "v = 0 and i % 10 = 1 and i % 100 != 11",
    "few": "v = 0 and i % 10 = 2..4 and i % 100 != 12..14",
    "many": "v = 0 and i % 10 = 0 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 11..14",
}
ARABIC = {
    "zero": "n = 0",
    "one": "n = 1",
    "two": "n = 2",
    "few": "n % 100 = 3..10",
    "many": "n % 100 = 11..99",
}
POLISH = {
    "one": "i = 1 and v = 0",
    "few": "v = 0 and i % 10 = 2..4 and i % 100 != 12..14",
    "many": "v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14",
}
LATVIAN = {
    "zero": "n % 10 = 0 or n % 100 = 11..19 or v = 2 and f % 100 = 11..19",
    "one": "n % 10 = 1 and n % 100 != 11 or v = 2 and f % 10 = 1 and f % 100 != 11 or v != 2 and f % 10 = 1",
}
FRENCH = {"one": "i = 0,1", "many": "c = 0 and i != 0 and i % 1000000 = 0 and v = 0 or c != 0..5"}
DANISH = {"one": "n = 1 or t != 0 and i = 0,1"}
CHINESE: dict[str, str] = {}

SAMPLES = [
    (ENGLISH, "one", "1"),
    (ENGLISH, "other", "0, 2~16, 100, 1000, 10000, 0.0~1.5, 10.0, 100.0"),
    (SPANISH, "one", "1, 1.0, 1.00, 1.000"),
    (SPANISH, "many", "1000000, 2000000"),
    (SPANISH, "other", "0, 2~16, 100, 1000, 10000, 0.0~0.9, 1.1~1.6, 10.0, 100.0, 1000000.0"),
    (RUSSIAN, "one", "1, 21, 31, 41, 51, 61, 71, 81, 101, 1001"),
    (RUSSIAN, "few", "2~4, 22~24, 32~34, 42~44, 52~54, 62, 102, 1002"),
    (RUSSIAN, "many", "0, 5~19, 100, 1000, 10000, 100000, 1000000"),
    (RUSSIAN, "other", "0.0~1.5, 10.0, 100.0, 1000.0"),
    (ARABIC, "zero", "0, 0.0, 0.00"),
    (ARABIC, "one", "1, 1.0, 1.00"),
    (ARABIC, "two", "2, 2.0, 2.00"),
    (ARABIC, "few", "3~10, 103~110, 1003, 3.0, 4.0, 10.0, 103.0, 1003.0"),
    (ARABIC, "many", "11~26, 111, 1011, 11.0, 18.0, 111.0, 1011.0"),
    (ARABIC, "other", "100~102, 200~202, 600, 1000, 10000, 0.1~0.9, 1.1~1.7, 10.1, 100.0, 1000.0"),
    (POLISH, "one", "1"),
    (POLISH, "few", "2~4, 22~24, 32~34, 42~44, 52~54, 62, 102, 1002"),
    (POLISH, "many", "0, 5~19, 100, 1000, 10000"),
    (POLISH, "other", "0.0~1.5, 10.0, 100.0"),
    (LATVIAN, "zero", "0, 10~20, 30, 40, 100, 1000, 0.0, 10.0, 11.0, 12.0, 20.0, 0.11~0.19"),
    (LATVIAN, "one", "1, 21, 31, 71, 101, 1001, 0.1, 1.0, 1.1, 2.1, 7.1, 10.1, 0.21, 0.31"),
    (LATVIAN, "other", "2~9, 22~29, 102, 1002, 0.2~0.9, 1.2~1.9, 10.2, 100.2"),
    (FRENCH, "one", "0, 1, 0.0~1.5"),
    (FRENCH, "many", "1000000"),
    (FRENCH, "other", "2~17, 100, 2.0~3.5"),
    (DANISH, "one", "1, 0.1~1.6"),
    (DANISH, "other", "0, 2~16, 100, 0.0, 2.0~3.4"),
    (CHINESE, "other", "0~15, 100, 0.0~1.5, 10.0"),
]


def numbers(samples: str) -> list[str]:
    """`2~4, 1.5` written out: 2, 3, 4, 1.5."""
    found = []
    for sample in samples.split(", "):
        low, _, high = sample.partition("~")
        digits = len(low.partition(".")[2])
        ends = [int(end.replace(".", "")) for end in (low, high or low)]
        for number in range(ends[0], ends[1] + 1):
            text = str(number).rjust(digits + 1, "0")
            found.append(f"{text[:-digits]}.{text[-digits:]}" if digits else text)
    return found


@pytest.mark.parametrize(("rules", "wanted", "samples"), SAMPLES)
def test_each_sample_falls_into_its_category(rules, wanted, samples):
    found = {number: category(rules, number) for number in numbers(samples)}

    assert found == dict.fromkeys(found, wanted)


def test_the_samples_are_written_out():
    assert numbers("2~4, 62, 0.9~1.1, 1.00") == ["2", "3", "4", "62", "0.9", "1.0", "1.1", "1.00"]


def test_a_number_below_zero_is_counted_as_above_it():
    assert category(ENGLISH, "-1") == "one"


def test_a_rule_that_cannot_be_read_is_named():
    with pytest.raises(ValueError, match=re.escape('"i is 1" is no relation of a plural rule')):
        category({"one": "i is 1"}, "1")
