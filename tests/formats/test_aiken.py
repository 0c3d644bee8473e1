"""Aiken: what is written, the traps of Moodle's importer, and what people write."""

from __future__ import annotations

import pytest

from formed_games import read, written
from quizmill.errors import FileUnusable
from quizmill.formats.report import Report
from quizmill.formats.table import named, recognised


def one(prompt: str, answer: str = "leaf", wrong: str = "bean") -> str:
    options = f'answer: "{answer}", distractors: ["{wrong}"], shuffle: false'
    return f'type: multiple_choice, prompt: "{prompt}", {options}'


def test_a_question_is_a_line_its_options_and_the_letter_of_the_right_one(tmp_path):
    data, told = written(
        tmp_path,
        "aiken",
        one("What is tea & <b>?"),
        "type: true_false, prompt: Tea is a fish., answer: false, correction: It is a plant.",
    )

    assert data.decode() == (
        "What is tea & <b>?\nA) leaf\nB) bean\nANSWER: A\n\nTea is a fish.\nA) True\nB) False\nANSWER: B\n"
    )
    assert told == []


_DOTS = ("q0", "prompt", "Moodle would not take it for a question: dots stand before it")


@pytest.mark.parametrize(
    "prompt", ["A. Lincoln was?", "b) or not b)?", "ANSWER: who?", "Answer me: who?", "P", "."]
)
def test_a_question_that_begins_like_another_line_has_dots_before_it(tmp_path, prompt):
    data, told = written(tmp_path, "aiken", one(prompt))

    assert data.decode() == f"… {prompt}\nA) leaf\nB) bean\nANSWER: A\n"
    assert told == [_DOTS]
    assert read("aiken", data)[0][0]["prompt"] == f"… {prompt}"


def test_a_question_that_begins_like_the_mark_of_an_encoding_has_dots_before_it(tmp_path):
    data, told = written(tmp_path, "aiken", one(r"\ufeffWho?"))

    assert data.decode() == "… \ufeffWho?\nA) leaf\nB) bean\nANSWER: A\n"
    assert told == [_DOTS]


def test_lines_are_joined_since_a_second_would_end_the_question(tmp_path):
    data, told = written(tmp_path, "aiken", one("Two\\n\\nlines?", "a\\tb"))

    assert data.decode() == "Two lines?\nA) a b\nB) bean\nANSWER: A\n"
    assert told == [("q0", "prompt", "its lines are joined: Aiken has one for a question")]


@pytest.mark.parametrize(
    "prompt",
    ["What is it?\\n\\n```\\nif a:\\n    b()\\n```", "Which?\\n\\n| a | b |\\n|---|---|\\n| 1 | 2 |"],
)
def test_what_says_it_by_its_lines_is_left_out(tmp_path, prompt):
    data, told = written(tmp_path, "aiken", one(prompt), one("Else?"))

    assert data.decode() == "Else?\nA) leaf\nB) bean\nANSWER: A\n"
    assert told == [("q0", "question", "a listing or a table says nothing on one line")]


def test_signs_that_moodle_escapes_twice_are_told(tmp_path):
    data, told = written(tmp_path, "aiken", one("a < b & c?", "a < b", "R&D"))

    rule = "Moodle shows &, < and > in an option as &amp;, &lt; and &gt;; gift and moodle keep them"
    assert data.decode() == "a < b & c?\nA) a < b\nB) R&D\nANSWER: A\n"
    assert told == [("q0", "answer", rule), ("q0", "distractors", rule)]


def test_an_option_that_is_nothing_as_plain_text_is_no_option(tmp_path):
    data, told = written(tmp_path, "aiken", one("P?", "` `"))

    assert data == b""
    assert told == [("q0", "question", "one of its options is empty as plain text")]


def test_it_is_read_as_people_write_it():
    data = (
        b"\xef\xbb\xbf1. Two line\r\n   question?\r\n\r\na. one\r\nb. two\r\n   and more\r\n\r\n"
        b"Answer : B\r\nFeedback: *Why*\r\n"
        b"2. Is tea a fish?\nA) True\nB) False\nANSWER: B.\n"
        b"3) No key?\nA) a\nB) b\n\n4) By letter?\nB) b\nC) c\nD) d\nCorrect answer: (c)\n"
    )

    assert read("aiken", data) == (
        [
            {
                "kind": "multiple_choice",
                "place": "line 1",
                "prompt": "Two line\nquestion?",
                "choices": ["-one", "+two\nand more"],
                "explanation": "\\*Why\\*",
            },
            {"kind": "true_false", "place": "line 10", "prompt": "Is tea a fish?", "truth": False},
            {"kind": "multiple_choice", "place": "line 14", "prompt": "No key?", "choices": ["-a", "-b"]},
            {
                "kind": "multiple_choice",
                "place": "line 18",
                "prompt": "By letter?",
                "choices": ["-b", "+c", "-d"],
            },
        ],
        [],
    )


def test_numbers_that_do_not_count_the_questions_stay():
    data = b"1. FC was?\nA) a\nB) b\nANSWER: A\n\n3. FC was?\nA) a\nB) b\nANSWER: A\n"

    assert [item["prompt"] for item in read("aiken", data)[0]] == ["1. FC was?", "3. FC was?"]


def test_what_is_no_question_is_told():
    data = b"ANSWER: B\nWhat?\nA) a\nB)\nANSWER: A\nANSWER: A\n\nAnd then?\n"

    assert read("aiken", data) == (
        [{"kind": "multiple_choice", "place": "line 2", "prompt": "What?", "choices": ["+a"]}],
        [
            ("question", "a key without a question above it"),
            ("question", "a key without a question above it"),
            ("question", "it has no options"),
        ],
    )


def test_it_is_known_by_options_and_keys():
    assert recognised(b"What is {tea}?\nA) leaf\nB)bean\nANSWER: A\n", "a.txt").name == "aiken"
    assert not named("aiken").recognises(b"What?\nA) leaf\n")
    assert not named("aiken").recognises(b"What?\nANSWER: leaf\n")
    assert not named("aiken").recognises(b"\xff\xfe\x00")
    with pytest.raises(FileUnusable, match="no line has an option, such as `A\\) leaf` below a question"):
        named("aiken").read(b"nothing\n", "a.txt", Report())


_KEYS = ["A, C", "a and c", "A & C", "A C", "(A), (C)", "A) and C)", "a, c.", "a y c", "AC"]


@pytest.mark.parametrize("key", _KEYS)
def test_several_letters_of_a_key_are_several_right_options(key):
    assert read("aiken", f"Which?\nA) x\nB) y\nC) z\nANSWER: {key}\n".encode()) == (
        [{"kind": "multiple_response", "place": "line 1", "prompt": "Which?", "choices": ["+x", "-y", "+z"]}],
        [],
    )


@pytest.mark.parametrize("key", ["A or C", "A, D", "w", "E"])
def test_a_key_that_is_none_of_the_options_is_told(key):
    assert read("aiken", f"Which?\nA) x\nB) y\nC) z\nANSWER: {key}\n".encode()) == (
        [{"kind": "multiple_choice", "place": "line 1", "prompt": "Which?", "choices": ["-x", "-y", "-z"]}],
        [("answer", "the answer is none of the options")],
    )


_BEGINS_AGAIN = ("question", "the letters begin again: a question of its own begins below the last option")


@pytest.mark.parametrize(
    ("text", "found", "told"),
    [
        (
            "1. Gas?\na) oxygen\nb) CO2\n2. Pigment?\na) green\nb) haem\nAnswer: a\n",
            [("Gas?", ["-oxygen", "-CO2"]), ("Pigment?", ["+green", "-haem"])],
            [],
        ),
        (
            "Gas?\na) oxygen\nb) CO2\nPigment?\na) green\nb) haem\nAnswer: a\n",
            [("Gas?", ["-oxygen", "-CO2"]), ("Pigment?", ["+green", "-haem"])],
            [_BEGINS_AGAIN],
        ),
        (
            "Gas?\na) oxygen\nb) CO2\na) green\nb) haem\nAnswer: a\n",
            [("Gas?", ["-oxygen", "-CO2"])],
            [("question", "its options have the letters of those before, and no question above them")],
        ),
    ],
)
def test_a_question_without_a_key_ends_where_the_next_one_shows(text, found, told):
    items, losses = read("aiken", text.encode())

    assert [(item["prompt"], item["choices"]) for item in items] == found
    assert losses == told


def test_numbered_questions_with_keys_are_text_and_may_have_answers_to_type():
    data = b"1. Gas?\na) O2\nb) CO2\nAnswer: b\n2. {Pigment}?\na) p\nb) q\n3. Name it.\nAnswer: glucose\n"

    assert recognised(data, "a.txt").name == "text"
    assert recognised(b"1. Name it.\nAnswer: T\n2. m?\na) x\nb) y\nAnswer: a\n", "a.txt").name == "text"
    assert recognised(b"1. a\n2. b\nA) first\nB) both\nANSWER: A\n" * 2, "a.txt").name == "aiken"
