"""Anybody's tables: columns are found in five languages, or named, and keys read as they are meant."""

from __future__ import annotations

import pytest

from quizmill.errors import BadRequest, FileUnusable
from quizmill.formats.any_table import FORMAT, with_columns
from quizmill.formats.report import Report
from quizmill.formats.table import recognised


def read(text: str, encoding: str = "utf-8", **named: list[str]) -> tuple[list[dict], list[tuple[str, ...]]]:
    """What says something of each item, and what was told."""
    report = Report()
    items = with_columns(named)(text.encode(encoding), "a.csv", report).items
    found = []
    for item in items:
        told = {"kind": item.kind, "prompt": item.prompt}
        if item.choices:
            told["choices"] = " ".join(("+" if each.right else "-") + each.text for each in item.choices)
        for name in ("truth", "answers", "explanation", "hint", "points", "topic", "tags", "unit", "id"):
            if getattr(item, name) not in ((), "", None):
                told[name] = getattr(item, name)
        if item.marks != 1:
            told["marks"] = item.marks
        found.append(told)
    return found, [(loss.id, loss.field, loss.rule) for loss in report.losses]


@pytest.mark.parametrize(
    "head",
    [
        "Question,Option A,Option B,Correct Answer,Explanation",
        "Question Text;A;B;Correct option;Rationale",
        "question,option_a,option_b,correct_answer,explanation",
        "question,option_a,option_b,correct_index,explanation",
        "Frage;Antwort 1;Antwort 2;Richtige Antwort;Erklärung",
        "Pregunta;Opción A;Opción B;Respuesta correcta;Explicación",
        "Énoncé\tRéponse A\tRéponse B\tBonne réponse\tExplication",
        "题干,选项A,选项B,正确答案,解析",
    ],
)
def test_columns_are_found_in_five_languages(head):
    separator = next(each for each in ";\t," if each in head)
    text = f"{head}\n{separator.join(['P', 'x', 'y', 'B', 'E'])}\n"

    assert recognised(text.encode(), "a.csv").name == "table"
    assert read(text) == (
        [{"kind": "multiple_choice", "prompt": "P", "choices": "-x +y", "explanation": "E"}],
        [],
    )


@pytest.mark.parametrize(
    ("key", "choices"),
    [
        *(("B", "-x +y -z"), ("b)", "-x +y -z"), ("2", "-x +y -z"), ("2.0", "-x +y -z")),
        *(("Option B", "-x +y -z"), ("y", "-x +y -z"), ("A;C", "+x -y +z"), ("1/3", "+x -y +z")),
        *(("AC", "+x -y +z"), ("z | x", "+x -y +z"), ("A and C", "+x -y +z")),
    ],
)
def test_a_key_is_a_letter_a_number_or_the_text(key, choices):
    found, told = read(f"Question,A,B,C,Answer\nP,x,y,z,{key}\n")

    assert [each["choices"] for each in found] == [choices]
    assert told == []


def test_all_rows_decide_whether_a_key_is_a_place_or_a_text():
    texts = "Question,A,B,C,Answer\nP,2,3,4,3\nQ,5,6,7,6\n"
    places = "Question,A,B,C,Answer\nP,2,3,4,3\nQ,5,6,7,1\n"

    assert [each["choices"] for each in read(texts)[0]] == ["-2 +3 -4", "-5 +6 -7"]
    assert [each["choices"] for each in read(places)[0]] == ["-2 -3 +4", "+5 -6 -7"]


def test_places_may_be_counted_from_nothing():
    found, told = read("question,option_a,option_b,correct\nP,x,y,1\nQ,x,y,0\n")

    assert [each["choices"] for each in found] == ["-x +y", "+x -y"]
    assert told == []


def test_a_statement_may_be_told_by_a_letter():
    assert read("Type,Question,Option A,Answer\nTrue-False,P,,T\n")[0] == [
        {"kind": "true_false", "prompt": "P", "truth": True}
    ]


def test_a_key_that_is_none_of_the_options_is_told():
    found, told = read("Question,A,B,Answer\nP,x,y,D\n")

    assert found == [{"kind": "multiple_choice", "prompt": "P", "choices": "-x -y"}]
    assert told == [("row 2", "answer", "the answer is none of the options")]


def test_what_a_row_has_says_what_kind_it_is():
    text = (
        "Type,Question,Answer,Wrong answer 1,Wrong answer 2\n"
        ",Which?,a,b,c\n,True?,WAHR,,\n,Name?,x|y,,\n"
        "Number,How many?,1.5,,\nEssay,Why?,p1,,\n,Open?,,,\n,,,,\n"
    )

    assert read(text) == (
        [
            {"kind": "multiple_choice", "prompt": "Which?", "choices": "+a -b -c"},
            {"kind": "true_false", "prompt": "True?", "truth": True},
            {"kind": "short_answer", "prompt": "Name?", "answers": ("x", "y")},
            {"kind": "numerical", "prompt": "How many?", "answers": ("1.5",)},
            {"kind": "essay", "prompt": "Why?", "points": ("p1",)},
            {"kind": "short_answer", "prompt": "Open?"},
        ],
        [],
    )


def test_what_else_a_question_has_is_kept_and_its_signs_are_its_own():
    head = "id,Frage,Antwort,Hinweis,Thema,Schlagwörter,Punkte,Einheit"
    text = f'{head}\nq1,a*b*,5,h,T,"x, y",2,km\n,Q,1,,,,many,\n'

    assert read(text) == (
        [
            {
                "kind": "short_answer",
                "prompt": "a\\*b\\*",
                "answers": ("5",),
                "hint": "h",
                "topic": "T",
                "tags": ("x", "y"),
                "unit": "km",
                "id": "q1",
                "marks": 2,
            },
            {"kind": "short_answer", "prompt": "Q", "answers": ("1",)},
        ],
        [("row 3", "marks", "marks are a whole number from 1 to 100")],
    )


def test_titles_may_stand_lower_and_excel_may_say_what_parts_cells():
    assert read("sep=;\nMein Quiz;;\n\nFrage;Antwort;\n2,5 + 1?;3,5;\n")[0] == [
        {"kind": "short_answer", "prompt": "2,5 + 1?", "answers": ("3,5",)}
    ]


def test_columns_may_be_named():
    text = "Was;Gut;Schlecht;Auch schlecht;Weil\nP;a;b;c;E\n"
    named = {
        "prompt": ["was"],
        "answer": ["Gut"],
        "wrong": ["Schlecht", "Auch schlecht"],
        "explanation": ["Weil"],
    }

    assert read(text, **named) == (
        [{"kind": "multiple_choice", "prompt": "P", "choices": "+a -b -c", "explanation": "E"}],
        [],
    )


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ({"prompt": ["Was"]}, '--column prompt: a.csv has no column "Was"; its columns are: Frage, Antwort'),
        (
            {"promt": ["Frage"]},
            '--column: there is no "promt"; columns are prompt, answer, explanation, hint, topic, tags, '
            "marks, type, id, unit, options, option, wrong",
        ),
    ],
)
def test_a_column_that_is_not_there_is_named(named, said):
    with pytest.raises(BadRequest) as refused:
        read("Frage,Antwort\nP,a\n", **named)
    assert str(refused.value) == said


def test_a_table_whose_columns_nobody_knows_says_how_to_name_them():
    with pytest.raises(FileUnusable) as refused:
        read("Was,Das\nP,a\n")

    assert str(refused.value) == (
        "a.csv:1: no columns are called question and answer; say which they are with --column prompt=TITLE "
        "and --column answer=TITLE, or by their numbers, such as --column prompt=1; this line reads: Was, Das"
    )
    assert not FORMAT.recognises(b"Was,Das\nP,a\n")


@pytest.mark.parametrize(
    ("cell", "choices"),
    [
        ("x|y|z", "-x +y -z"),
        ('"x\ny\nz"', "-x +y -z"),
        ("x; y; z", "-x +y -z"),
        ('"x, y, z"', "-x +y -z"),
        ('"A) x\nB) y"', "-x +y"),
        ("A. x B. y C. z", "-x +y -z"),
        ('"A. x, B. y, D. z"', "-A. x +B. y -D. z"),
        ('"[""x, y"", ""y"", 3]"', "-x, y +y -3"),
        ("\"['x', 'it\\'s']\"", "-x +it's"),
    ],
)
def test_options_may_stand_in_one_cell(cell, choices):
    (found,), _ = read(f"Question,Options,Answer\nP,{cell},2\n")

    assert found["choices"] == choices


@pytest.mark.parametrize(
    "head",
    [
        "Frage;Richtige Antwort;Falsch 1;Falsch 2",
        "Frage;Richtige Lösung;Falsche Lösung 1;Falsche Lösung 2",
        "Question;Correct;Wrong 1;Wrong 2",
        "Question;Answer;Incorrect 1;Incorrect 2",
        "Pregunta;Respuesta correcta;Incorrecta 1;Incorrecta 2",
        "Pregunta;Respuesta;Falso 1;Falso 2",
        "Question;Bonne réponse;Faux 1;Faux 2",
        "Question;Réponse;Fausse réponse 1;Fausse réponse 2",
        "题目;正确答案;错误 1;错误 2",
        "题目;答案;错误选项1;错误选项2",
    ],
)
def test_wrong_answers_have_columns_in_five_languages(head):
    found, told = read(f"{head}\nP;x;y;z\n")

    assert found == [{"kind": "multiple_choice", "prompt": "P", "choices": "+x -y -z"}]
    assert told == []


def test_a_single_text_among_options_is_none():
    (found,), told = read("Question,Options,Answer\nP,,a\n")

    assert (found["kind"], found["answers"], told) == ("short_answer", ("a",), [])


def test_numbers_count_from_one_and_where_that_may_be_wrong_it_is_told():
    head = "Question,A,B,C,Answer\n"
    rule = "right options are counted from 1: look at a few, since nothing in the table shows that"

    assert read(f"{head}P,x,y,z,1\nR,x,y,z,2\n")[1] == [("", "answer", rule)]
    assert read(f"{head}P,x,y,z,1\nR,x,y,z,3\n")[1] == []
    assert read(f"{head}P,x,y,z,0\nR,x,y,z,2\n") == (
        [
            {"kind": "multiple_choice", "prompt": "P", "choices": "+x -y -z"},
            {"kind": "multiple_choice", "prompt": "R", "choices": "-x -y +z"},
        ],
        [],
    )


def test_columns_that_nobody_knows_are_told_once_with_what_they_say():
    text = "No,Question,Answer,Level of fun,Empty,\n1,P,a,,,\n2,R,b,high,,!\n"
    report = Report()
    with_columns({})(text.encode(), "a.csv", report)
    rule = "a column that is not known is left out; --column says what it holds"

    assert [(each.rule, each.was) for each in report.losses] == [(rule, "Level of fun: high"), (rule, "6: !")]


def test_columns_without_titles_are_named_by_their_numbers():
    found, _ = read("P;x;y;B\nR;z;w;A\n", prompt=["1"], option=["2", "3"], answer=["4"])

    assert found == [
        {"kind": "multiple_choice", "prompt": "P", "choices": "-x +y"},
        {"kind": "multiple_choice", "prompt": "R", "choices": "+z -w"},
    ]


def test_a_type_without_an_answer_is_told():
    _, told = read("Question,Type,Answer\nP,drag and drop,\n")

    assert told == [("row 2", "type", "it has no answer that could be read")]


def test_a_blank_before_quotes_is_none_of_the_text():
    assert read('Question, Answer\nP, "a, b"\n')[0] == [
        {"kind": "short_answer", "prompt": "P", "answers": ("a, b",)}
    ]


def test_a_table_is_one_by_its_name_so_that_it_says_what_it_misses():
    assert recognised(b"Stolica;Krakow;B\n", "quiz.csv").name == "table"


def test_what_a_spreadsheet_made_of_a_fraction_is_told():
    report = Report()
    with_columns({})(b"question,a,b,key\nHalf of it?,02. Jan,0.75,A\nWhen?,12:30,2004,B\n", "a.csv", report)

    assert [(loss.id, loss.rule, loss.was, loss.became) for loss in report.losses] == [
        (
            "row 2",
            "a spreadsheet may have made this date of something else that was typed",
            "02. Jan",
            "2/1 or 1/2 or 2 January",
        )
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gbk", "gb18030"])
def test_tables_come_in_the_encodings_of_excel_in_china(encoding):
    assert read("题目,选项A,选项B,答案\n谁创办了小米？,雷军,朱镕基,A\n", encoding)[0] == [
        {"kind": "multiple_choice", "prompt": "谁创办了小米？", "choices": "+雷军 -朱镕基"}
    ]
