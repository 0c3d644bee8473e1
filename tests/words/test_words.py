"""A text by its key: in the language wanted, filled in, in the form its number asks for."""

import msgspec
import pytest

from quizmill.words import Message, Words, words_in

RULES = {"one": "i = 1 and v = 0"}
WORDS = Words(
    {
        "list.and": " and ",
        "list.items": ", ",
        "hello": "Hello {name}",
        "marks": {"one": "1 mark", "other": "{n} marks"},
        "earned": {"one": "{earned} of 1 mark", "other": "{earned} of {n} marks"},
        "all": {"0": "none", "other": "all {n}"},
        "because": "{number}: {reason}",
        "year": "year",
        "day": "day",
    },
    RULES,
)


@pytest.mark.parametrize(
    ("wanted", "got"),
    [
        (("es", "en"), "Nombre"),
        (("", "es"), "Nombre"),
        (("", "zh-Hant-TW"), "姓名"),
        (("ES-mx",), "Nombre"),
        (("", "tlh"), "Name"),
        (("tlh", "es"), "Nombre"),
        (("fr-CA",), "Nom"),
        ((), "Name"),
    ],
)
def test_the_first_language_there_are_words_in_and_english_is_the_last_resort(wanted, got):
    assert words_in(*wanted)("sheet.name") == got


def test_what_a_language_lacks_is_said_in_english():
    assert Words({}, {})("sheet.name") == "Name"
    assert Words({"sheet.name": "Nom"}, {})("sheet.marks", n=1) == "1 mark"


def test_a_key_without_a_text_is_an_error():
    with pytest.raises(KeyError, match=r"sheet\.nothing"):
        words_in("en")("sheet.nothing")
    with pytest.raises(KeyError, match=r"sheet\.nothing"):
        words_in("es")("sheet.nothing")


def test_a_value_that_is_missing_is_an_error_and_braces_in_one_are_text():
    with pytest.raises(KeyError, match="name"):
        WORDS("hello")
    assert WORDS("hello", name="{n} {0}") == "Hello {n} {0}"


@pytest.mark.parametrize(
    ("n", "text"),
    [
        (0, "0 marks"),
        (1, "1 mark"),
        (1.0, "1 mark"),
        (2, "2 marks"),
        (0.5, "0.5 marks"),
        (2 / 3, "0.67 marks"),
        (10.0, "10 marks"),
    ],
)
def test_a_number_has_at_most_two_decimals_and_chooses_its_form(n, text):
    assert WORDS("marks", n=n) == text


def test_a_form_may_stand_for_one_number():
    assert [WORDS("all", n=n) for n in (0, 1, 2)] == ["none", "all 1", "all 2"]
    assert words_in("zh")("sheet.left_over", n=1) == "有一个字母多余。"
    assert words_in("zh")("sheet.left_over", n=2) == "有 2 个字母多余。"


def test_other_numbers_are_written_alike():
    assert WORDS("earned", earned=0.5, n=1) == "0.5 of 1 mark"
    assert WORDS("earned", earned=2.0, n=3.0) == "2 of 3 marks"


@pytest.mark.parametrize(
    ("code", "half", "thousands"),
    [("en", "0.5", "1,234.5"), ("de", "0,5", "1.234,5"), ("fr", "0,5", "1\u202f234,5")],
)
def test_numbers_have_the_signs_of_the_language(code, half, thousands):
    words = words_in(code)

    assert words("screen.place", number=0.5, count="3.5") == words("screen.place", number=half, count="3.5")
    assert words.number("1,234.5") == thousands
    assert words.number("12") == "12"


def test_the_form_is_chosen_by_the_number_however_it_is_written():
    assert [words_in("fr")("face.marks", n=n) for n in (0, 1.5, 2.5)] == [
        "0 point",
        "1,5 point",
        "2,5 points",
    ]
    assert [words_in("de")("face.marks", n=n) for n in (0, 1.0, 1.5)] == ["0 Punkte", "1 Punkt", "1,5 Punkte"]


def test_a_form_that_the_language_has_not_written_is_the_general_one():
    assert words_in("es")("sheet.marks", n=1000000) == "1000000 puntos"


def test_a_message_is_said_with_the_messages_in_it():
    year, day = Message("year"), Message("day")

    assert WORDS.say(Message("marks", {"n": 2})) == "2 marks"
    assert WORDS.say(Message("because", {"number": 1, "reason": year})) == "1: year"
    assert WORDS.say(Message("hello", {"name": (day,)})) == "Hello day"
    assert WORDS.say(Message("hello", {"name": (year, day)})) == "Hello year and day"
    assert WORDS.say(Message("hello", {"name": (year, day, year)})) == "Hello year, day and year"


def test_a_message_is_the_same_after_json():
    year, day = Message("year"), Message("day")
    message = Message("because", {"number": 1, "share": 0.5, "reason": year, "all": (day, year)})

    assert msgspec.json.decode(msgspec.json.encode(message), type=Message) == message
