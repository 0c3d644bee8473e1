"""`quizmill mark`: from the answers typed in to the marks of a class."""

from __future__ import annotations

import csv
import json
import re

import msgspec
import pytest

import samples
from printed import Printed

ROSTER = "name\nAnn Lee\n雷军\nBen\n"


@pytest.fixture
def paper(quizmill, bank, tmp_path):
    """Two forms of three questions, kept as tea.json, for a class of three."""
    (tmp_path / "class.csv").write_text(ROSTER, encoding="utf-8")
    chosen = [word for id in ("tea-plant", "ship-name", "tea-steps") for word in ("--id", id)]
    asked = ("--forms", "2", "--roster", "class.csv", "--key-csv", "key.csv", "-o", "tea")
    quizmill("worksheet", "--bank", bank, "--seed", "3", *chosen, *asked)
    return "tea.json"


def key_of(tmp_path, form):
    with (tmp_path / "key.csv").open(encoding="utf-8-sig", newline="") as file:
        return [row["answer"] for row in csv.DictReader(file) if row["form"] == form]


def fill(tmp_path, *rows):
    lines = ["student,form,1,2,3", *(",".join(row) for row in rows)]
    (tmp_path / "answers.csv").write_text("\n".join(lines), encoding="utf-8")


def test_the_empty_table_is_filled_in_and_marked(quizmill, paper, tmp_path):
    run = quizmill("mark", "--paper", paper, "--template", "answers.csv")
    empty = (tmp_path / "answers.csv").read_text(encoding="utf-8-sig").splitlines()

    assert run.stdout == "answers.csv\n"
    assert empty[:4] == ["student,form,1,2,3", "Ann Lee,A,,,", "雷军,B,,,", "Ben,A,,,"]
    fill(tmp_path, ["Ann Lee", "A", *key_of(tmp_path, "A")], ["雷军", "", *key_of(tmp_path, "B")[:2], ""])
    run = quizmill("mark", "--paper", paper, "answers.csv")

    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.splitlines()[:9] == [
        "Tea and the sea: 3 questions, 3 marks, forms A to B",
        "",
        "student  form  marks  of      %",
        "Ann Lee  A         3   3  100.0",
        "雷军     B         2   3   66.7",
        "Ben      A         –   –      –",
        "",
        "2 students: mean 2.5 of 3 (83.3 %), median 2.5, from 2 to 3",
        "No answers: Ben",
    ]


def test_tables_have_the_separator_asked_for_else_that_of_the_table_read(quizmill, bank, tmp_path):
    quizmill("worksheet", "--bank", bank, "--seed", "3", "--id", "tea-plant", "--forms", "2", "-o", "tea")
    quizmill("mark", "--paper", "tea.json", "--template", "answers.csv", "--separator", "semicolon")
    lines = (tmp_path / "answers.csv").read_text(encoding="utf-8-sig").splitlines()
    (tmp_path / "answers.csv").write_text("\n".join([lines[0], "Zoë;A;a"]), encoding="cp1252")
    run = quizmill("mark", "--paper", "tea.json", "answers.csv", "--format", "csv")

    assert lines[:3] == ["student;form;1", ";A;", ";B;"]
    assert run.stdout.splitlines()[0] == "student;form;marks;possible;percent;tea-plant;spelt otherwise;final"


def test_each_question_shows_how_it_went(quizmill, paper, tmp_path):
    answers = key_of(tmp_path, "A")
    fill(tmp_path, ["Ann Lee", "A", *answers], ["Ben", "A", *("Sark", "x", "")])
    text = quizmill("mark", "--paper", paper, "answers.csv").stdout
    (tmp_path / "answers.csv").unlink()

    assert "Questions, as numbered on form A\nno.  right  mean  of  discr.  question\n" in text
    assert "[ship-name]\n     most often wrong: " in text
    assert text.endswith("Discrimination is shown from 15 students on.\n")


CHINESE = """\
title: 月球
questions:
  - {id: air, type: true_false, prompt: 月球的大气和地球一样浓厚。, answer: false, correction: 很稀薄。}
  - {id: orbit, type: short_answer, answer: 柯林斯,
     prompt: 一九六九年七月二十日，另外两名宇航员在月球表面上行走的时候，谁留在轨道上？}
"""
REPORT = """\
月球：2 题，满分 2 分

学生     试卷  得分  满分    %
Ann Lee           0     2  0.0
雷军              0     2  0.0
Ben               –     –    –

2 名学生：平均 0 分，满分 2 分（0.0%），中位数 0 分，最低 0 分，最高 0 分
没有答案：Ben

题目
题号  答对  平均  满分  区分度  题目
   1   0 %     0     1          月球的大气和地球一样浓厚。 [air]
     最常见的错误：对（2 人中有 2 人）
   2   0 %     0     1          一九六九年七月二十日，另外两名宇航员在… [orbit]
     最常见的错误：阿姆斯特朗（2 人中有 2 人）

学生达到 15 人时才显示区分度。
"""


def test_the_report_and_the_table_are_in_the_language_of_the_paper(quizmill, tmp_path):
    """Columns stand below each other, and prompts are as short as in English, where characters are wide."""
    folder = tmp_path / "moon"
    folder.mkdir()
    (folder / "bank.yaml").write_text("title: 月球\nnamespace: moon\nlanguage: zh\n", encoding="utf-8")
    (folder / "moon.yaml").write_text(CHINESE, encoding="utf-8")
    (tmp_path / "class.csv").write_text(ROSTER, encoding="utf-8")
    kept = ("--forms", "1", "--roster", "class.csv", "-o", "m")
    quizmill("worksheet", "--bank", "moon", "--order", "bank", "--seed", "3", *kept)
    table = quizmill("mark", "--paper", "m.json", "--template", "t.csv")
    rows = ["student,1,2", "Ann Lee,对,阿姆斯特朗", "雷军,对,阿姆斯特朗"]
    (tmp_path / "answers.csv").write_text("\n".join(rows), encoding="utf-8")

    assert table.returncode == 0
    lines = (tmp_path / "t.csv").read_text(encoding="utf-8-sig").splitlines()
    assert "# 题号以学生自己的试卷为准。各种题型这样输入：" in lines
    assert "# 判断：对或错，也可以输入 t 或 f" in lines
    assert quizmill("mark", "--paper", "m.json", "answers.csv").stdout == REPORT


def test_cells_that_cannot_be_read_are_named_and_the_rest_is_marked(quizmill, paper, tmp_path):
    row = key_of(tmp_path, "A")
    at = next(i for i, answer in enumerate(row) if len(answer) == 1)
    row[at] = "q"
    fill(tmp_path, ["Ann Lee", "A", *row], ["Ben", "C", "", "", "x"])
    run = quizmill("mark", "--paper", paper, "answers.csv")

    assert run.returncode == 3
    assert run.stderr.splitlines() == [
        f"answers.csv:2: Ann Lee, question {at + 1} of form A (column {'CDE'[at]}): there is no option "
        "q; answer with one letter, a to d",
        'answers.csv:3: Ben: there is no form "C"; type A or B',
        "quizmill: 2 entries could not be used; the rest is marked",
    ]
    assert run.stdout.splitlines()[3:7] == [
        "Ann Lee  A        2*   3  66.7",
        "Ben      A         –   –     –",
        "雷军     B         –   –     –",
        "* not final: an answer could not be read or an essay is not marked yet, and its",
    ]


def test_marks_go_to_a_spreadsheet_or_to_a_program(quizmill, paper, tmp_path):
    fill(tmp_path, ["Ann Lee", "A", *key_of(tmp_path, "A")])
    piped = quizmill("mark", "--paper", paper, "answers.csv", "--format", "csv")
    quizmill("mark", "--paper", paper, "answers.csv", "--format", "csv", "-o", "marks.csv")
    record = json.loads(quizmill("mark", "--paper", paper, "answers.csv", "--format", "json").stdout)

    head, row, *away = piped.stdout.splitlines()
    assert head.startswith("student,form,marks,possible,percent,")
    assert head.endswith(",spelt otherwise,final")
    assert row == "Ann Lee,A,3,3,100,1,1,1,,yes"
    assert away == ["雷军,B,,,,,,,,absent", "Ben,A,,,,,,,,absent"]
    assert (tmp_path / "marks.csv").read_bytes().startswith(b"\xef\xbb\xbfstudent,")
    assert list(record) == [
        *("title", "forms", "minutes", "students", "absent", "class", "questions", "pictures", "faults")
    ]
    assert record["pictures"] == []
    assert [answer["verdict"] for answer in record["students"][0]["answers"]] == ["right"] * 3


SPELLING = {
    "en": """\
questions:
  - {id: exchange, type: short_answer, prompt: On which exchange is it traded?, answer: Nasdaq}
  - {id: day, type: short_answer, prompt: When was it founded?, answer: 3 April 2025}
  - {id: people, type: numerical, prompt: How many people came?, answer: "1,234"}
  - {id: year, type: short_answer, prompt: In which year was it?, answer: "1984"}
  - {id: lands, type: short_answer, prompt: Which two countries?, answer: Argentina and Bolivia}
""",
    "es": """\
questions:
  - {id: exchange, type: short_answer, prompt: "¿En qué bolsa cotiza?", answer: Nasdaq}
  - {id: day, type: short_answer, prompt: "¿Cuándo se fundó?", answer: 3 de abril de 2025}
  - {id: people, type: numerical, prompt: "¿Cuántas personas vinieron?", answer: "1234"}
  - {id: year, type: short_answer, prompt: "¿En qué año fue?", answer: "1984"}
  - {id: lands, type: short_answer, prompt: "¿Qué dos países?", answer: Argentina y Bolivia}
""",
}
CLASS = ("Ann", "Bo", "Cy", "Dee", *(f"Pupil {number}" for number in range(5, 31)))
WRITTEN = {  # by those who did not write what is right
    "Ann": ("nasdak", "3 April 2025", "1234", "1984", "Bolivia and Argentina"),
    "Bo": ("nazdaq", "03/04/2025", "1234", "1984", "Bolivia and Argentina"),
    "Cy": ("nasdak", "2025-04-03", "1,234", "b", "Bolivia and Argentia"),
    "Dee": ("London", "4/4/2025", "1.234", "l984", "Bolivia"),
}


@pytest.fixture
def marked(quizmill, tmp_path):
    """Marks a class of thirty on a bank of that language; further arguments go to `mark`."""

    def run(language, *arguments):
        head = f"title: B\nnamespace: b\nlanguage: {language}\n"
        bank = samples.write(tmp_path, bank=head, t=f"title: T\n{SPELLING[language]}")
        quizmill("worksheet", "--bank", bank, "--topic", "t", "--order", "bank", "--seed", "1", "-o", "w")
        right = ("Nasdaq", "2025-04-03", "1234", "1984", "Argentina, Bolivia")
        lines = [",".join((name, *map(quoted, WRITTEN.get(name, right)))) for name in CLASS]
        (tmp_path / "a.csv").write_text("\n".join(["student,1,2,3,4,5", *lines]), encoding="utf-8")
        return quizmill("mark", "--paper", "w.json", "a.csv", *arguments)

    return run


def quoted(cell):
    return f'"{cell}"'


THREE_DIGITS = "leave the point or comma out if it parts thousands; if it begins decimals, add a 0 at the end"
MONTH = "write the month as a word, or the year first: 2004-08-19"
VALUE = "a number or date is asked; type the number or date itself"
DIGITS = "write 0 and 1, not the letters O, I and l"


@pytest.mark.parametrize(
    ("language", "unread"),
    [
        (
            "en",
            [
                f'a.csv:3: Bo, question 2 (column C): "03/04/2025" can be read as two dates; {MONTH}',
                f'a.csv:4: Cy, question 4 (column E): "b" is a letter, and {VALUE}',
                f'a.csv:5: Dee, question 3 (column D): "1.234" can be read as two numbers; {THREE_DIGITS}',
                f'a.csv:5: Dee, question 4 (column E): "l984" has a letter among its digits; {DIGITS}',
                "quizmill: 4 entries could not be used; the rest is marked",
            ],
        ),
        (
            "es",
            [
                f'a.csv:4: Cy, question 3 (column D): "1,234" can be read as two numbers; {THREE_DIGITS}',
                f'a.csv:4: Cy, question 4 (column E): "b" is a letter, and {VALUE}',
                f'a.csv:5: Dee, question 4 (column E): "l984" has a letter among its digits; {DIGITS}',
                "quizmill: 3 entries could not be used; the rest is marked",
            ],
        ),
    ],
)
def test_what_reads_two_ways_is_named_with_its_student_in_a_class_of_thirty(marked, language, unread):
    run = marked(language)

    assert (run.returncode, run.stderr.splitlines()) == (3, unread)


def test_the_report_tells_who_spelt_what_otherwise_and_what_could_not_be_read(marked):
    report = marked("en").stdout

    assert (
        "* not final: an answer could not be read or an essay is not marked yet, and its marks are missing "
        f'Bo, question 2: "03/04/2025" can be read as two dates; {MONTH} '
        f'Cy, question 4: "b" is a letter, and {VALUE} '
    ) in " ".join(report.split())
    assert (
        "[exchange]\n"
        "     most often wrong: London (1 of 30)\n"
        "     3 spelt it otherwise: nasdak (Ann, Cy), nazdaq (Bo)\n"
    ) in report
    assert "[lands]\n     most often wrong: Bolivia (1 of 30)\n     1 spelt it otherwise: " in report
    assert "Bolivia and Argentia (Cy)\n" in report


def test_the_record_tells_of_each_answer_that_could_not_be_read_what_to_type(marked):
    students = json.loads(marked("en", "--format", "json").stdout)["students"]
    answers = {student["student"]: student["answers"] for student in students}

    assert [(answer["verdict"], answer["feedback"]) for answer in answers["Cy"][3:]] == [
        ("unread", f'"b" is a letter, and {VALUE}'),
        ("right", 'it is spelt "Argentina and Bolivia"'),
    ]
    assert answers["Pupil 30"][3] == {
        "number": 4,
        "id": "year",
        "response": "1984",
        "verdict": "right",
        "earned": 1,
        "possible": 1,
        "feedback": "",
    }


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_spreadsheet_can_be_filtered_by_what_was_spelt_otherwise(marked, language):
    table = list(csv.DictReader(marked(language, "--format", "csv").stdout.splitlines()))

    assert {row["student"]: row["spelt otherwise"] for row in table if row["spelt otherwise"]} == {
        "Ann": "exchange: nasdak",
        "Bo": "exchange: nazdaq",
        "Cy": "exchange: nasdak; lands: Bolivia and Argentia",
    }
    assert [row["exchange"] for row in table[:4]] == ["1", "1", "1", "0"]


def test_a_table_of_marks_of_an_older_quizmill_without_that_column_is_replaced(quizmill, paper, tmp_path):
    fill(tmp_path, ["Ann Lee", "A", *key_of(tmp_path, "A")])
    marks = tmp_path / "marks.csv"
    again = ("mark", "--paper", paper, "answers.csv", "--format", "csv", "-o", "marks.csv")
    quizmill(*again)
    written = marks.read_text(encoding="utf-8-sig")
    marks.write_text(written.replace(",spelt otherwise,final", "").replace("1,,yes\n", "1\n").split("雷")[0])
    assert quizmill(*again).returncode == 0
    assert marks.read_text(encoding="utf-8-sig") == written

    marks.write_text(written.replace(",final", ",remarks").replace("yes\n", "well done\n"))
    assert quizmill(*again).returncode == 3


def test_the_paper_of_an_older_quizmill_is_marked_too(quizmill, tmp_path):
    from printed import paper_of
    from quizmill.bank.model import ShortAnswer

    old = paper_of(ShortAnswer(id="ship", prompt="Which ship?", answer="Cutty Sark"), form="")
    (tmp_path / "old.json").write_bytes(msgspec.json.encode(old))
    (tmp_path / "a.csv").write_text("student,1\nAnn,cutty sark\n")
    run = quizmill("mark", "--paper", "old.json", "a.csv")

    assert "Ann                1   1  100.0\n" in run.stdout


def test_there_must_be_something_to_do(quizmill):
    run = quizmill("mark", "--paper", "tea.json")

    assert (run.returncode, run.stderr) == (
        2,
        "quizmill: give either ANSWERS.csv to mark, or --template FILE to write an empty table\n",
    )


def test_the_help_tells_what_to_type(quizmill):
    said = quizmill("mark", "--help").stdout

    assert "  ordering: the numbers in the boxes, from the top: 3 1 2\n" in said
    assert "  blanks: in their order, parted by a bar: 1869 | Cutty Sark\n" in said


def test_table_and_report_speak_the_language_of_the_bank(quizmill, bank, tmp_path):
    path = tmp_path / bank / "bank.yaml"
    path.write_text(path.read_text("utf-8").replace("language: en", "language: de"), "utf-8")
    quizmill(
        "worksheet", "--bank", bank, "--id", "tea-herbs", "--id", "tea-plant", "--order", "bank", "-o", "t"
    )
    quizmill("mark", "--paper", "t.json", "--template", "empty.csv")
    (tmp_path / "answers.csv").write_text("student,1,2\nAnn,a,t\nBen,a,t\n", "utf-8")
    report = quizmill("mark", "--paper", "t.json", "answers.csv").stdout

    assert "# Die Nummern sind die auf dem eigenen Blatt." in (tmp_path / "empty.csv").read_text("utf-8-sig")
    assert "2 Arbeiten: Mittelwert " in report
    assert "häufigste falsche Antwort: Richtig (2 von 2)" in report


def test_the_empty_table_may_be_a_workbook_of_text_with_lists_to_choose_from(quizmill, paper, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    empty = ("mark", "--paper", paper, "--template", "answers.xlsx")
    assert quizmill(*empty).returncode == 0
    before = (tmp_path / "answers.xlsx").read_bytes()
    book = openpyxl.load_workbook(tmp_path / "answers.xlsx")
    sheet = book.active

    assert [cell.value for cell in sheet[1]] == ["student", "form", "1", "2", "3"]
    assert {sheet.column_dimensions[column].number_format for column in "ABCDE"} == {"@"}
    lists = [(each.formula1, str(each.sqref)) for each in sheet.data_validations.dataValidation]
    assert [formula for formula, _ in lists] == ['"a,b,c,d"']
    assert quizmill(*empty).returncode == 0
    assert (tmp_path / "answers.xlsx").read_bytes() == before

    for column, key in enumerate(key_of(tmp_path, "A"), start=3):
        sheet.cell(2, column).value = key
    book.save(tmp_path / "answers.xlsx")
    run = quizmill("mark", "--paper", paper, "answers.xlsx")
    assert "Ann Lee  A         3   3  100.0\n" in run.stdout
    assert quizmill(*empty).stderr == (
        "quizmill: answers.xlsx: something is typed into this table already; choose another name for the "
        "empty one\n"
    )


def test_what_is_decided_after_the_test_stays_in_the_papers_file(quizmill, paper, tmp_path):
    exercises = json.loads((tmp_path / paper).read_text())["first"]["exercises"]
    ids = [each["question"]["id"] for each in exercises]
    ship, steps = ids.index("ship-name") + 1, ids.index("tea-steps") + 1
    run = quizmill("mark", "--paper", paper, "--accept", f"{ship}=Thermopylae", "--void", str(steps))
    assert (run.returncode, run.stderr) == (0, "note: kept in tea.json\n")
    key = key_of(tmp_path, "A")
    key[ship - 1] = "Thermopylae"
    fill(tmp_path, ["Ann Lee", "A", *key])
    run = quizmill("mark", "--paper", paper, "answers.csv")

    assert "Ann Lee  A         2   2  100.0\n" in run.stdout
    again = quizmill("mark", "--paper", paper, "--take-back", str(ship), "answers.csv")
    assert "Ann Lee  A         1   2  50.0\n" in again.stdout
    assert quizmill("mark", "--paper", paper, "--void", "7").returncode == 2


def test_slips_and_grades_for_those_who_answered(quizmill, paper, tmp_path):
    (tmp_path / "scale.csv").write_text("90,A\n0,F\n")
    row = key_of(tmp_path, "B")
    ship = row.index("Cutty Sark")
    row[ship] = "Thermopylae"
    fill(tmp_path, ["Ann Lee", "A", *key_of(tmp_path, "A")], ["雷军", "B", *row])
    asked = ("mark", "--paper", paper, "answers.csv", "--grades", "scale.csv")
    run = quizmill(*asked, "--slips", "back")
    text = Printed((tmp_path / "back.pdf").read_bytes()).text

    assert run.stderr == "note: back.pdf\n"
    assert run.stdout.splitlines()[2:6] == [
        "student  form  marks  of      %  grade",
        "Ann Lee  A         3   3  100.0  A",
        "雷军     B         2   3   66.7  F",
        "Ben      A         –   –      –  –",
    ]
    assert "Ann Lee 3 / 3 · 100.0% · Grade A Right: 1-3" in text
    assert "2 / 3 · 66.7% · Grade F Right: " in text
    assert "Wrong: 0 / 1 Answered: Thermopylae Right answer: Cutty Sark" in text
    assert "Read again: " in text
    assert quizmill(*asked, "--slips", "back").returncode == 0
    assert quizmill(*asked, "--slips", "back", "--split").returncode == 0
    assert sorted(each.name for each in tmp_path.glob("back-*")) == ["back-1-Ann-Lee.pdf", "back-2-雷军.pdf"]
    graded = [line.split(",")[-1] for line in quizmill(*asked, "--format", "csv").stdout.splitlines()]
    assert graded == ["grade", "A", "F", ""]


def test_a_slip_says_of_an_essay_that_nobody_has_marked_that_it_is_not_marked_yet(quizmill, bank, tmp_path):
    chosen = ("--id", "ship-name", "--id", "tea-essay", "--order", "bank")
    quizmill("worksheet", "--bank", bank, "--seed", "3", *chosen, "--key-csv", "key.csv", "-o", "w")
    table = quizmill("mark", "--paper", "w.json", "--template", "t.csv")
    rows = ["student,1,2", "Ann Lee,Cutty Sark,It grows"]
    (tmp_path / "answers.csv").write_text("\n".join(rows), encoding="utf-8")
    run = quizmill("mark", "--paper", "w.json", "answers.csv", "--slips", "back")
    text = Printed((tmp_path / "back.pdf").read_bytes()).text

    assert (table.stderr, run.returncode) == ("", 3)
    assert "Not marked yet: – / " in text


def test_a_slip_says_what_does_not_count_and_what_was_right_since_the_test(quizmill, paper, tmp_path):
    rows = {form: key_of(tmp_path, form) for form in "AB"}
    ship = rows["A"].index("Cutty Sark")
    plant = next(place for place, answer in enumerate(rows["A"]) if len(answer) == 1)
    rows["A"][ship], rows["A"][plant] = "Thermopylae", ""
    rows["B"][rows["B"].index("Cutty Sark")] = "Ariel"
    fill(tmp_path, ["Ann Lee", "A", *rows["A"]], ["雷军", "B", *rows["B"]])
    decided = ("--void", str(plant + 1), "--accept", f"{ship + 1}=Thermopylae")
    quizmill("mark", "--paper", paper, "answers.csv", *decided, "--slips", "back")
    ann, other = Printed((tmp_path / "back.pdf").read_bytes()).text.split("Ann Lee ")[1].split("Form B", 1)

    right = ", ".join(str(number) for number in (1, 2, 3) if number != plant + 1)
    assert ann.startswith(f"2 / 2 · 100.0% Right: {right} Question {plant + 1} does not count. ")
    assert "1 / 2 · 50.0% " in other
    assert "Right answer: Cutty Sark Right as well, since the test: Thermopylae" in other


def test_a_key_printed_again_says_what_was_decided_since(quizmill, paper, tmp_path):
    first = key_of(tmp_path, "A")
    ship = first.index("Cutty Sark")
    steps = next(place for place, answer in enumerate(first) if " " in answer and place != ship)
    void = 3 - ship - steps
    turned = " ".join(reversed(first[steps].split()))
    decided = ("--void", str(void + 1), "--accept", f"{ship + 1}=Ariel", "--accept", f"{steps + 1}={turned}")
    assert quizmill("mark", "--paper", paper, *decided).returncode == 0
    assert quizmill("reprint", paper, "--key-csv", "again.csv").returncode == 0

    key = Printed((tmp_path / "tea-key.pdf").read_bytes()).text
    grids = key.split("The same question in each form")[0]
    assert "3 questions · 1 mark each · 2 marks · " in key
    assert grids.count("does not count") == 2
    assert grids.count("Cutty Sark / Ariel") == 2
    assert f"{first[steps]} / {turned}" in grids
    assert "Right as well, since the test: Ariel" in key
    with (tmp_path / "again.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["form"] == "A"]
    assert rows[void]["marks"] == "0"
    assert rows[ship]["accepted"].endswith("Ariel")
    assert rows[steps]["accepted"] == turned


def test_sheets_and_slips_tell_two_of_one_name_apart(quizmill, bank, tmp_path):
    (tmp_path / "two.csv").write_text("name,class,ID\nAnn Lee,7A,11\nAnn Lee,7A,12\nAnn Lee,7B,13\n")
    asked = ("--id", "ship-name", "--forms", "1", "--roster", "two.csv", "-o", "two")
    quizmill("worksheet", "--bank", bank, *asked)
    rows = "student,class,ID,1\nAnn Lee,7A,11,Ariel\nAnn Lee,7A,12,Ariel\nAnn Lee,7B,13,Ariel\n"
    (tmp_path / "answers.csv").write_text(rows)
    quizmill("mark", "--paper", "two.json", "answers.csv", "--slips", "back")
    sheets, slips = (Printed((tmp_path / f"{name}.pdf").read_bytes()).text for name in ("two", "back"))

    assert re.findall(r"Name (.*?) Class (\S+)", sheets) == [
        ("Ann Lee (11)", "7A"),
        ("Ann Lee (12)", "7A"),
        ("Ann Lee", "7B"),
    ]
    assert re.findall(r"Ann Lee.*?; 7\w", slips) == ["Ann Lee (11); 7A", "Ann Lee (12); 7A", "Ann Lee; 7B"]


@pytest.mark.parametrize(
    ("language", "report", "typing", "slip"),
    [
        (
            "de",
            "Name     Version  Punkte  von",
            "# eine richtige Antwort: der Buchstabe: b",
            "Ergebnis: Tea and the sea",
        ),
        ("es", "estudiante  forma  puntos", "# opción única: la letra: b", "Resultado: Tea and the sea"),
        (
            "fr",
            "élève    version  points",
            "# une seule bonne réponse : la lettre : b",
            "Résultat : Tea and the sea",
        ),
        ("zh", "学生", "# 单选：字母：b", "成绩：Tea and the sea"),
    ],
)
def test_report_table_and_slips_speak_as_the_sheets_did(
    quizmill, paper, tmp_path, language, report, typing, slip
):
    """The bank is English; its sheets were printed with another --language."""
    kept = json.loads((tmp_path / paper).read_bytes())
    kept["looks"]["language"] = language
    (tmp_path / "other.json").write_text(json.dumps(kept))
    fill(tmp_path, ["Ann Lee", "A", *key_of(tmp_path, "A")])
    run = quizmill("mark", "--paper", "other.json", "answers.csv", "--slips", "back")
    quizmill("mark", "--paper", "other.json", "--template", "empty.csv")

    assert report in run.stdout
    assert typing in (tmp_path / "empty.csv").read_text("utf-8-sig")
    assert Printed((tmp_path / "back.pdf").read_bytes()).text.startswith(slip)


def test_slips_take_the_place_of_no_sheets_and_need_an_answer(quizmill, paper, tmp_path):
    fill(tmp_path, ["Ann Lee", "A", *key_of(tmp_path, "A")])
    run = quizmill("mark", "--paper", paper, "answers.csv", "--slips", "tea")
    assert (
        run.stderr == "quizmill: tea.pdf: this is no PDF of slips, and would be lost; choose another name\n"
    )
    fill(tmp_path, ["Ann Lee", "A", "", "", ""])
    run = quizmill("mark", "--paper", paper, "answers.csv", "--slips", "back")
    assert run.stderr == "quizmill: --slips: nobody has answered, so that there is nothing to hand back\n"
