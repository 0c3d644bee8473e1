"""The sheets of quiz games: what is written for them, what is read of theirs, and their limits."""

from __future__ import annotations

import pytest

from formed_games import book, read, rows, written
from quizmill.errors import FileUnusable
from quizmill.formats.report import Report
from quizmill.formats.table import named, recognised

CHOICE = "type: multiple_choice, prompt: P, answer: right, distractors: [w1, w2, w3, w4], shuffle: false"


def test_kahoot_is_a_workbook_of_seven_columns(tmp_path):
    data, told = written(tmp_path, "kahoot")

    assert rows(data) == [
        ["Question", "Answer 1", "Answer 2", "Answer 3", "Answer 4", "Time limit", "Correct answer(s)"],
        [
            "From which plant is every true tea made?",
            *("Aspalathus linearis", "Ilex paraguariensis", "Camellia japonica", "Camellia sinensis"),
            *("30", "4"),
        ],
        [
            "Select the two drinks that are true teas.",
            *("Pu-erh", "Mate", "Oolong", "Rooibos", "30", "1, 3"),
        ],
        ["Peppermint tea is a true tea.", "True", "False", "", "", "30", "2"],
    ]
    assert told == []


def test_kahoot_refuses_what_is_too_long(tmp_path):
    short = "type: multiple_choice, prompt: P, answer: a, distractors: [b]"
    data, told = written(
        tmp_path,
        "kahoot",
        short.replace("prompt: P", f"prompt: {'p' * 121}"),
        short.replace("[b]", f"[{'b' * 76}]"),
        short.replace("[b]", f"[{'b' * 75}]"),
        short.replace("prompt: P", f"prompt: P, context: {'c' * 120}"),
        short.replace("prompt: P", f"prompt: {'p' * 120}"),
    )
    rule = "Kahoot takes 120 characters of a question and 75 of an answer"

    assert [row[0][:3] for row in rows(data)[1:]] == ["P", "ppp"]
    assert told == [
        *(("q0", "question", rule), ("q1", "question", rule)),
        ("q2", "answer", "an answer of more than 60 characters may be cut on a screen"),
        ("q3", "question", rule),
    ]


@pytest.mark.parametrize("format", ["kahoot", "blooket", "gimkit"])
def test_the_last_wrong_options_go_where_only_four_have_room(tmp_path, format):
    data, told = written(tmp_path, format, CHOICE)

    assert [cell for row in rows(data) for cell in row if cell in {"right", "w1", "w2", "w3", "w4"}] == [
        *("right", "w1", "w2", "w3")
    ]
    assert told == [
        ("q0", "distractors", "only 4 options have room: the last wrong ones are left out"),
    ]


@pytest.mark.parametrize("format", ["kahoot", "blooket"])
def test_right_options_are_never_left_out(tmp_path, format):
    more = "type: multiple_response, prompt: P, distractors: [w]"
    _, told = written(tmp_path, format, f"{more}, answers: [a, b, c, d]", f"{more}, answers: [a, b, c]")

    assert told == [("q0", "question", "it has more right options than 4 options have room for")]


@pytest.mark.parametrize("top", [[], [[""]], [["Kahoot! template"], [], ["Add questions below"]]])
def test_kahoots_table_begins_anywhere_and_its_titles_say_more(top):
    head = [
        *(
            "",
            "Question - max 120 characters",
            "Answer 1 - max 75 characters",
            "Answer 2 - max 75 characters",
        ),
        *("Answer 3 - max 75 characters", "Answer 4 - max 75 characters"),
        *(
            "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
            "Correct answer(s) - choose at least one",
        ),
    ]
    data = book(
        *top,
        head,
        [1, "How many?", 1, 2.5, "3", None, 20, 2],
        [2, "Which?", "a*b*", "", "<b>", "d", 20, "1,3 "],
        [3, "So?", "FALSE", "True", None, None, 20, 1.0],
        [4, "None?", "a", "b", None, None, 20, 7],
        [5, None, None],
    )
    at = len(top) + 1

    assert recognised(data, "a.xlsx").name == "kahoot"
    assert read("kahoot", data) == (
        [
            {
                "kind": "multiple_choice",
                "place": f"row {at + 1}",
                "prompt": "How many?",
                "choices": ["-1", "+2.5", "-3"],
            },
            {
                "kind": "multiple_response",
                "place": f"row {at + 2}",
                "prompt": "Which?",
                "choices": ["+a\\*b\\*", "+<b>", "-d"],
            },
            {"kind": "true_false", "place": f"row {at + 3}", "prompt": "So?", "truth": False},
            {"kind": "multiple_choice", "place": f"row {at + 4}", "prompt": "None?", "choices": ["-a", "-b"]},
        ],
        [("file", "time limits are left out: a bank has none")],
    )


def test_blookets_sheet_has_two_rows_above_the_questions(tmp_path):
    data, told = written(tmp_path, "blooket")

    assert data.decode().startswith(
        '"Blooket\nImport Template",,,,,,,\r\n'
        'Question #,Question Text,Answer 1,Answer 2,"Answer 3\n(Optional)","Answer 4\n(Optional)",'
        '"Time Limit (sec)\n(Max: 300 seconds)","Correct Answer(s)\n(Only include Answer #)"\r\n'
        "1,From which plant is every true tea made?,Aspalathus linearis,Ilex paraguariensis,"
        "Camellia japonica,Camellia sinensis,30,4\r\n"
        '2,Select the two drinks that are true teas.,Pu-erh,Mate,Oolong,Rooibos,30,"1,3"\r\n'
    )
    assert told == []


def test_blooket_shows_no_tags_and_a_formula_is_warned_of(tmp_path):
    data, told = written(
        tmp_path,
        "blooket",
        "type: multiple_choice, prompt: 'Which of List<T>, a < b?', answer: '<b>', distractors: [x, '</i>']",
        "type: multiple_choice, prompt: '=1+1?', answer: '2', distractors: ['3']",
    )

    assert "Which of List‹T›, a < b?" in data.decode()
    assert "‹b›" in data.decode()
    assert "‹/i›" in data.decode()
    assert "\r\n2,=1+1?," in data.decode()
    rule = "Blooket shows nothing that looks like a tag: ‹ and › stand for < and >"
    assert told == [
        *(("q0", field, rule) for field in ("prompt", "answer", "answers", "distractors")),
        (
            "q1",
            "file",
            "it begins like a formula: pass the file on without opening it in a spreadsheet",
        ),
    ]


def test_a_picture_of_blookets_is_an_address_that_nothing_fetches():
    data = (
        b"Question #,Question Text,Answer 1,Answer 2,Time Limit (sec),Correct Answer(s),Image\n"
        b'1,"P, or Q?",a,b,20,2,https://example.org/a.png\n'
    )

    assert recognised(data, "a.csv").name == "blooket"
    assert read("blooket", data) == (
        [{"kind": "multiple_choice", "place": "row 2", "prompt": "P, or Q?", "choices": ["-a", "+b"]}],
        [
            ("file", "time limits are left out: a bank has none"),
            ("image", "its picture is an address, and nothing is fetched"),
        ],
    )


def test_answers_to_type_in_blookets_sheet():
    head = "Question #,Question Text,Answer 1,Answer 2,Answer 3,Answer 4,Time Limit (sec),Correct Answer(s),,"
    found, _ = read("blooket", f"{head}\n1,P,a,b,,,30,,,typing\n".encode())

    assert found == [{"kind": "short_answer", "place": "row 2", "prompt": "P", "answers": ("a", "b")}]


def test_gimkits_right_answer_stands_first(tmp_path):
    data, told = written(tmp_path, "gimkit")

    assert data.decode() == (
        "Gimkit Spreadsheet Import Template,,,,\r\n"
        "Question,Correct Answer,Incorrect Answer 1,"
        "Incorrect Answer 2 (Optional),Incorrect Answer 3 (Optional)\r\n"
        "From which plant is every true tea made?,Camellia sinensis,Aspalathus linearis,Ilex paraguariensis,"
        "Camellia japonica\r\n"
        "Peppermint tea is a true tea.,False,True,,\r\n"
    )
    assert told == [
        (
            "ship-name",
            "question",
            "typed answers are a sheet of their own: export them by --type short_answer",
        )
    ]


def test_answers_to_type_are_gimkits_other_sheet(tmp_path):
    data, told = written(tmp_path, "gimkit", "type: short_answer, prompt: P, answer: '*a*', accept: [b]")

    assert data.decode() == "Gimkit Spreadsheet Import Template 2,\r\nQuestion,Correct Answer\r\nP,a\r\n"
    assert told == []
    assert recognised(data, "a.csv").name == "gimkit"
    assert read("gimkit", data)[0] == [
        {"kind": "short_answer", "place": "row 3", "prompt": "P", "answers": ("a",)}
    ]


def test_gimkits_sheet_may_be_called_anything():
    data = b"My tea quiz,,,,\nQuestion,Correct Answer,Incorrect Answer 1,Incorrect Answer 2,\nP,a,b,,\n,,,,\n"

    assert recognised(data, "a.csv").name == "gimkit"
    assert read("gimkit", data)[0] == [
        {"kind": "multiple_choice", "place": "row 3", "prompt": "P", "choices": ["+a", "-b"]}
    ]


@pytest.mark.parametrize(
    ("format", "said"),
    [
        ("kahoot", "no row has Kahoot's titles: Question, Answer 1,"),
        ("blooket", "no row has Blooket's titles: Question #, Question Text, Answer 1, Answer 2, Answer 3, "),
        ("gimkit", "no row has Gimkit's titles: Question, Correct Answer,"),
    ],
)
def test_another_table_is_refused_in_a_sentence(format, said):
    data = b"name,class\nAnn,7b\n"

    assert not named(format).recognises(data)
    with pytest.raises(FileUnusable, match=said):
        named(format).read(data, "a.csv", Report())
