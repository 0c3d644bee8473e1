"""Brightspace's CSV: what is written for each kind, and what is read of what people write for it."""

from __future__ import annotations

import csv
import io

import pytest
from msgspec.structs import replace

from formed_games import paper, written
from quizmill.errors import FileUnusable
from quizmill.formats.format import Settings
from quizmill.formats.report import Report
from quizmill.formats.table import named, recognised


def rows(data: bytes) -> list[list[str]]:
    """The rows of a file, without what pads them to five cells."""
    assert data.startswith(b"\xef\xbb\xbf")
    found = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert {len(row) for row in found} == {5}
    return [",".join(row).rstrip(",").split(",") if "" in row else row for row in found]


def of(tmp_path, *questions: str):
    """Below the head of each question its rows, and what was told: field, was, became."""
    report = Report()
    data = named("brightspace").write(paper(tmp_path, "brightspace", *questions), Settings(), report)
    return rows(data)[5:], [(loss.field, loss.was, loss.became) for loss in report.losses]


def test_a_question_begins_with_what_it_is(tmp_path):
    data, told = written(
        tmp_path,
        "brightspace",
        "type: true_false, prompt: P, answer: true, marks: 3, difficulty: hard",
        "type: true_false, prompt: P, answer: true, difficulty: easy, hint: '*H*', explanation: E",
    )

    assert rows(data) == [
        ["NewQuestion", "TF"],
        ["ID", "b-q0"],
        ["Title", "q0"],
        ["QuestionText", "P"],
        ["Points", "3"],
        ["Difficulty", "8"],
        ["TRUE", "100"],
        ["FALSE", "0"],
        [""],
        ["NewQuestion", "TF"],
        ["ID", "b-q1"],
        ["Title", "q1"],
        ["QuestionText", "P"],
        ["Points", "1"],
        ["Difficulty", "2"],
        ["TRUE", "100"],
        ["FALSE", "0"],
        ["Hint", "<em>H</em>", "HTML"],
        ["Feedback", "E"],
    ]
    assert told == []


@pytest.mark.parametrize(
    ("question", "expected", "told"),
    [
        (
            "type: multiple_choice, prompt: P, answer: 'a < b', distractors: [{text: '*c*', why: No.}, "
            "{text: d, why: '`x`'}], shuffle: false",
            [
                ["Option", "100", "a < b"],
                ["Option", "0", "<em>c</em>", "HTML", "No."],
                ["Option", "0", "d", "", "x"],
            ],
            [("why", "`x`", "x")],
        ),
        (
            "type: multiple_response, prompt: P, answers: ['1', '3'], distractors: ['2']",
            [
                ["Scoring", "RightMinusWrong"],
                ["Option", "1", "1"],
                ["Option", "0", "2"],
                ["Option", "1", "3"],
            ],
            [],
        ),
        (
            "type: true_false, prompt: P, answer: false, correction: C.",
            [["TRUE", "0", "C."], ["FALSE", "100"]],
            [],
        ),
        (
            "type: short_answer, prompt: P, answer: '*a*', accept: [a, b]",
            [["InputBox", "1", "40"], ["Answer", "100", "a"], ["Answer", "100", "b"]],
            [("answer", "*a*", "a")],
        ),
        (
            "type: numerical, prompt: P, answer: '1.250 km', tolerance: 2%",
            [
                ["InputBox", "1", "40"],
                ["Answer", "100", "1.250 km"],
                ["Answer", "100", "1.25"],
                ["Answer", "100", "1.25 kilometre"],
            ],
            [],
        ),
        (
            "type: cloze, text: 'A {{b|c}} d.'",
            [["InputBox", "1", "40"], ["Answer", "100", "b"], ["Answer", "100", "c"]],
            [("type", "A ____ d.", "")],
        ),
        (
            "type: matching, prompt: P, pairs: [[l, '2'], ['*m*', '1']]",
            [
                ["Scoring", "EquallyWeighted"],
                ["Choice", "1", "l"],
                ["Choice", "2", "m"],
                ["Match", "2", "1"],
                ["Match", "1", "2"],
            ],
            [("pairs", "*m*", "m")],
        ),
        (
            "type: ordering, prompt: P, sequence: [one, '*two*']",
            [
                ["Scoring", "EquallyWeighted"],
                ["Item", "one", "NOT HTML"],
                ["Item", "<em>two</em>", "HTML"],
            ],
            [],
        ),
        (
            "type: essay, prompt: P, points: [one, '*two*']",
            [["AnswerKey", "<ul><li>one</li><li><em>two</em></li></ul>", "HTML"]],
            [],
        ),
    ],
)
def test_each_kind_has_its_rows(tmp_path, question, expected, told):
    found, losses = of(tmp_path, question)

    assert found[1:] == expected
    assert losses == told


def test_a_text_with_several_blanks_is_left_out(tmp_path):
    data, told = written(tmp_path, "brightspace", "type: cloze, text: '{{a}} {{b}}'")

    assert data == b"\xef\xbb\xbf"
    assert told == [("q0", "question", "a text has one blank here, and none in a formula")]


def test_a_right_of_several_lefts_stands_there_for_each(tmp_path):
    found, told = of(tmp_path, "type: matching, prompt: P, pairs: [[l, r], [m, r]]")

    assert found[-2:] == [["Match", "1", "r"], ["Match", "2", "r"]]
    assert [field for field, _, _ in told] == ["pairs"]


def test_lines_quotes_and_signs_stay_within_their_cell(tmp_path):
    data, _ = written(
        tmp_path,
        "brightspace",
        'type: short_answer, prompt: "one, \\"two\\"\\nthree;\\tfour", answer: =1+1, '
        'explanation: "a\\u202eb ]]>"',
    )

    assert '"one, ""two""<br>three;\tfour",HTML' in data.decode()
    assert "Answer,100,=1+1,," in data.decode()  # no apostrophe: it would be a part of the answer
    assert "Feedback,a\u202eb ]]>,,," in data.decode()


def test_a_picture_is_named_and_a_formula_is_mathml(tmp_path):
    data, _ = written(
        tmp_path,
        "brightspace",
        "type: true_false, prompt: '\\(x^2\\)', answer: true, context: C, image: {file: a/b.png, alt: A}",
    )

    assert "\r\nImage,a/b.png,,,\r\n" in data.decode()
    assert '<div>C</div><div><math xmlns=""' in data.decode()
    assert 'alttext=""x^2""' in data.decode()


# Reading ------------------------------------------------------------------------------------------------


def read(text: str):
    report = Report()
    found = named("brightspace").read(text.encode("utf-8-sig"), "a.csv", report)
    return [*found.items], [(loss.id, loss.field, loss.was) for loss in report.losses]


SAMPLE = """\
//Lines that begin with two slashes are remarks,,,,
,,,,
newquestion,WR,,,
ID,BIO-1,,,
Title,Leaves,,,
QuestionText,<p>Why <b>green</b>?</p>,HTML,,
Points,4,,,
Difficulty,7,,,
Image,images/leaf.jpg,,,
InitialText,Because,,,
AnswerKey,chlorophyll,,,
Hint,Look,,,
Feedback ,So it is,,,
,,,,
NewQuestion,SA
QuestionText,Plain <b>
InputBox,3,40
Answer,100,a
Answer,50,b
Answer,100,^c+$,regexp
NewQuestion,M,,,
QuestionText,P,,,
Choice,1,one,,
Choice,2,two,,
Match,2,zwei,,
Match,1,eins,,
Match,3,drei,,
NewQuestion,MC,,,
QuestionText,P,,,
Points,0.5,,,
Option,90,right,,yes
Option,25,partly,,nearly
Option,0,wrong,,no
NewQuestion,MS,,,
QuestionText,P,,,
Scoring,RightAnswers,,,
Option,1,a,,
Option,0,<i>b</i>,HTML,
Option,1,c,,
NewQuestion,TF,,,
QuestionText,P,,,
TRUE,0,no,,
FALSE,100,well done,,
NewQuestion,O,,,
QuestionText,P,,,
Item,one,NOT HTML,,
Item,<i>two</i>,HTML,,
Weight,2,,,
NewQuestion,LK,,,
QuestionText,Agree?,,,
"""


def test_every_type_of_the_sample_is_read_and_what_is_not_is_told():
    items, told = read(SAMPLE)
    essay, typed, pairs, choice, several, truth, order = items

    assert (essay.kind, essay.id, essay.place, essay.marks) == ("essay", "BIO-1", "line 3", 4)
    assert (essay.prompt, essay.points, essay.hint) == ("Why **green**?", ("chlorophyll",), "Look")
    assert (essay.explanation, essay.ours) == ("So it is", {"difficulty": "hard"})
    assert (typed.kind, typed.prompt, typed.answers) == ("short_answer", "Plain <b>", ("a",))
    assert (pairs.pairs, pairs.extra) == ((("one", "eins"), ("two", "zwei")), ("drei",))
    assert [(each.text, each.right, each.why) for each in choice.choices] == [
        ("right", True, ""),
        ("partly", False, "nearly"),
        ("wrong", False, "no"),
    ]
    assert [(each.text, each.right) for each in several.choices] == [("a", True), ("*b*", False), ("c", True)]
    assert (truth.truth, truth.correction) == (False, "no")
    assert order.steps == ("one", "*two*")
    assert told == [
        ("BIO-1", "image", "images/leaf.jpg"),
        ("BIO-1", "answer", "Because"),
        ("line 15", "accept", "b (50)"),
        ("line 15", "accept", "^c+$"),
        ("line 28", "marks", "0.5"),
        ("line 28", "why", "yes"),
        ("line 28", "distractors", "partly (25)"),
        ("line 40", "why", "well done"),
        ("line 44", "row", "Weight, 2"),
        ("line 49", "question", "Agree?"),
    ]


def test_what_is_not_said_is_missing():
    (choice, truth, essay), told = read(
        "NewQuestion,MC\nOption,0,a\nNewQuestion,TF\nTRUE,0\nNewQuestion,WR\nQuestionText,P\n"
    )

    assert [each.right for each in choice.choices] == [False]
    assert (truth.truth, essay.points) == (None, ())
    assert told == []


def test_our_own_ids_come_back(tmp_path):
    data, _ = written(tmp_path, "brightspace", "type: true_false, prompt: P, answer: true")
    (item,), _ = read(data.decode("utf-8-sig"))

    assert item.id == "q0"


def test_it_is_known_by_a_row_that_begins_a_question():
    assert recognised(SAMPLE.encode(), "a.csv").name == "brightspace"
    assert recognised(b"type,prompt,answer\r\n", "a.csv").name == "csv"
    assert not named("brightspace").recognises(b"PK\x03\x04")
    assert not named("brightspace").recognises(b"a\0")
    with pytest.raises(FileUnusable, match="no row begins with NewQuestion"):
        read("a,b\n")


def test_the_same_paper_gives_the_same_bytes(tmp_path):
    one = paper(tmp_path, "brightspace")
    write = named("brightspace").write

    assert write(one, Settings(), Report()) == write(replace(one), Settings(), Report())
