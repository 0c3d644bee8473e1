"""Wayground's sheet: its template's two rows, its types, and what is read of such sheets."""

from __future__ import annotations

import pytest

from formed_games import book, read, rows, written
from quizmill.errors import FileUnusable
from quizmill.formats.report import Report
from quizmill.formats.table import named, recognised


def test_the_questions_stand_below_the_two_rows_of_the_template(tmp_path):
    data, _ = written(tmp_path, "wayground")
    head, how, *told = rows(data)

    assert head == [
        *("Question Text", "Question Type", "Option 1", "Option 2", "Option 3", "Option 4", "Option 5"),
        *("Correct Answer", "Time in seconds", "Image Link", "Answer explanation"),
    ]
    assert how[0] == "Text of the question\n\n(required)"
    assert [row[:8] for row in told] == [
        [
            "From which plant is every true tea made?",
            "Multiple Choice",
            *(
                "Aspalathus linearis",
                "Ilex paraguariensis",
                "Camellia japonica",
                "Camellia sinensis",
                "",
                "4",
            ),
        ],
        [
            "Select the two drinks that are true teas.",
            "Checkbox",
            *("Pu-erh", "Mate", "Oolong", "Rooibos", "", "1,3"),
        ],
        ["Peppermint tea is a true tea.", "Multiple Choice", "True", "False", "", "", "", "2"],
        [
            "Which clipper was launched in 1869 to carry tea from China?",
            "Fill-in-the-Blank",
            *("Cutty Sark", "The Cutty Sark", "", "", "", ""),
        ],
        *(row[:8] for row in told[4:]),
    ]
    assert [row[1] for row in told[4:]] == ["Fill-in-the-Blank", "Open-Ended"]
    assert told[0][10] == (
        "Green, black and white tea differ in what is done to the leaf.\n\nSource: The Tea Book, paragraph 2"
    )


def test_one_blank_is_an_answer_to_type_and_more_forms_than_five_have_no_room(tmp_path):
    data, told = written(
        tmp_path,
        "wayground",
        "type: cloze, text: 'Tea is {{hot}}.'",
        "type: cloze, text: '{{Tea}} is {{hot}}.'",
        "type: short_answer, prompt: P, answer: a, accept: [b, c, d, e, f, g]",
    )

    assert [row[:7] for row in rows(data)[2:]] == [
        ["Tea is ____.", "Fill-in-the-Blank", "hot", "", "", "", ""],
        ["P", "Fill-in-the-Blank", "a", "b", "c", "d", "e"],
    ]
    assert told == [
        ("q1", "question", "only one blank has a place in a question"),
        ("q2", "accept", "five forms of an answer have room"),
    ]


@pytest.mark.parametrize("last", [[], ["Answer explanation"]])
def test_its_sheets_are_read_with_or_without_the_row_of_help(last):
    head = [
        "Question Text",
        "Question Type",
        "Option 1",
        "Option 2",
        "Option 3",
        "Correct Answer",
        "Image Link",
    ]
    data = book(
        [*head, *last],
        ["Text of the question\n\n(required)", "Question Type", "Text for option 1", "Text for option 2"],
        ["P", "Multiple Choice", "a", "b", 3, 3, None, "E"],
        ["Q", "Checkbox", "a", "b", "c", "1,2", "https://example.org/a.png"],
        ["R", "Fill-in-the-Blank", "a", "b"],
        ["S", "Open-Ended"],
        ["T", "Poll", "a", "b"],
        ["U", None, "True", "False", None, 1],
    )
    explained = {"explanation": "E"} if last else {}

    assert recognised(data, "a.xlsx").name == "wayground"
    assert read("wayground", data) == (
        [
            {
                "kind": "multiple_choice",
                "place": "row 3",
                "prompt": "P",
                "choices": ["-a", "-b", "+3"],
                **explained,
            },
            {"kind": "multiple_response", "place": "row 4", "prompt": "Q", "choices": ["+a", "+b", "-c"]},
            {"kind": "short_answer", "place": "row 5", "prompt": "R", "answers": ("a", "b")},
            {"kind": "essay", "place": "row 6", "prompt": "S"},
            {"kind": "true_false", "place": "row 8", "prompt": "U", "truth": True},
        ],
        [
            ("file", "time limits are left out: a bank has none"),
            ("image", "its picture is an address, and nothing is fetched"),
            ("question", "nothing can be right in a question of this type"),
        ],
    )


def test_another_table_is_none_of_waygrounds():
    assert not named("wayground").recognises(b"name,class\nAnn,7b\n")
    with pytest.raises(FileUnusable, match="no row has Wayground's titles: Question Text, Question Type"):
        named("wayground").read(b"name,class\nAnn,7b\n", "a.csv", Report())
