"""Marks go into one column of the file that a school's program exported, and nothing else of it changes."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.bank.model import Bank, ShortAnswer, Topic
from quizmill.classroom.cells_in_place import with_marks
from quizmill.classroom.class_set import ClassSet, hand_out
from quizmill.classroom.desk import mark_scripts
from quizmill.classroom.lms import fill_in
from quizmill.classroom.roster import read_roster
from quizmill.classroom.table import read_table
from quizmill.compose.forms import forms
from quizmill.errors import BadRequest, FileUnusable

SHIP = ShortAnswer(id="ship", prompt="Which ship?", answer="Cutty Sark", marks=2)
HULL = ShortAnswer(id="hull", prompt="Which hull?", answer="teak")


def class_set(roster):
    bank = Bank(title="Tea", namespace="t", topics=(Topic(id="t", title="T", questions=(SHIP, HULL)),))
    papers = forms(bank, tuple(bank.questions()), seed=1, count=1, order="bank")
    pupils = read_roster(read_table(roster.encode() if isinstance(roster, str) else roster, "r.csv")).pupils
    named = ([p.name for p in pupils], [p.group for p in pupils], [p.columns for p in pupils])
    return ClassSet(papers=papers, copies=hand_out(papers, *named))


def filled(export, answers, *, roster=None, column=""):
    """*export* with the marks of those who gave *answers*: by name, what they typed to both questions."""
    made = class_set(roster or export)
    lines = ["student,1,2", *(f'"{name}",{typed}' for name, typed in answers.items())]
    marked = mark_scripts(made, read_table("\n".join(lines).encode(), "a.csv"))
    return fill_in(export.encode() if isinstance(export, str) else export, "g.csv", made, marked, column)


# Program: the export, and what of it becomes what when Ann Lee earns 3 of 3 marks and Bo D'Arcy 2
EXPORTS = {
    "Canvas": (
        "Student,ID,SIS User ID,SIS Login ID,Section,Tea (101),Sea (102),Current Score\r\n"
        "    Points Possible,,,,,3,10,(read only)\r\n"
        '"Lee, Ann",11,S1,al,P3,,9,90\r\n"D\'Arcy, Bo",12,S2,bd,P3,,8,80\r\n"Student, Test",99,,x,P3,,,\r\n',
        {"al,P3,,9": "al,P3,3,9", "bd,P3,,8": "bd,P3,2,8"},
    ),
    "Brightspace": (
        "OrgDefinedId,Username,Last Name,First Name,Tea Points Grade <Numeric MaxPoints:3>,"
        "End-of-Line Indicator\n#1,#al,Lee,Ann,,#\n#2,#bd,D'Arcy,Bo,,#\n",
        {"Lee,Ann,,#": "Lee,Ann,3,#", "Bo,,#": "Bo,2,#"},
    ),
    "Moodle": (
        '\ufeff"First name","Last name","Email address","Quiz: Tea (Real)","Quiz: Sea (Real)"\n'
        'Ann,Lee,a@x.org,-,"7,5"\nBo,D’Arcy,b@x.org,-,"8,0"\n"Overall average",,,,"7,8"\n',
        {"a@x.org,-": "a@x.org,3", "b@x.org,-": "b@x.org,2"},
    ),
    "Google Classroom": (
        "Last Name,First Name,Email Address,Tea\nDate,,,2026-03-02\nPoints,,,3\nClass average,,,\n"
        "Lee,Ann,a@x.org,\nD'Arcy,Bo,b@x.org,\n",
        {"a@x.org,": "a@x.org,3", "b@x.org,": "b@x.org,2"},
    ),
    "PowerSchool": (
        'Teacher Name:,Ray,\nPoints Possible:,3.0,\nStudent Num,Student Name,Score\n1,"LEE, Ann",\n'
        '2,"D\'ARCY, Bo",',
        {'"LEE, Ann",': '"LEE, Ann",3', '"D\'ARCY, Bo",': '"D\'ARCY, Bo",2'},
    ),
    "Blackboard": (
        '"Last Name"\t"First Name"\t"Username"\t"Availability"\t"Tea [Total Pts: 3 Score] |55"\n'
        '"Lee"\t"Ann"\t"al"\t"Yes"\t""\n"D\'Arcy"\t"Bo"\t"bd"\t"Yes"\t""\n',
        {'"al"\t"Yes"\t""': '"al"\t"Yes"\t"3"', '"bd"\t"Yes"\t""': '"bd"\t"Yes"\t"2"'},
    ),
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("program", EXPORTS)
def test_the_export_of_every_program_comes_back_with_the_marks_and_nothing_else_changed(program, encoding):
    text, changed = EXPORTS[program]
    names = [pupil.name for pupil in read_roster(read_table(text.encode(), "")).pupils]
    done = filled(text.encode(encoding), {names[0]: "Cutty Sark,teak", names[1]: "Cutty Sark,oak"})
    for before, after in changed.items():
        assert text.count(before) == 1
        text = text.replace(before, after)

    assert done.data == text.encode(encoding)
    assert done.notes[-1].startswith("g.csv: 2 marks go into the column ")


def test_who_is_absent_unread_or_not_there_is_left_and_named():
    export = "Name,ID,Tea,Sea\nAnn Lee,1,,\nBo,2,7,\nCy,3,,\nDee,4,5,\n"
    answers = {"Ann Lee": "Cutty Sark,#NAME?", "Bo": "Cutty Sark,oak", "Zed": "x,x"}
    done = filled(export, answers)

    assert done.data.decode() == export.replace("Bo,2,7", "Bo,2,2")
    assert done.notes == (
        'g.csv: 1 marks go into the column "Tea"',
        "g.csv: other marks stood there of Bo, and were replaced",
        "g.csv: not filled in, for not all answers could be read: Ann Lee",
        "g.csv: not filled in, for no answer was typed: Cy; Dee",
        "g.csv: nobody there is, beyond doubt, Zed",
    )


def test_two_of_one_name_are_told_apart_by_their_ids_or_left():
    roster = "Name,ID,Class\nAnn Lee,1,7A\nAnn Lee,2,7B\n"
    answers = {"Ann Lee (7A)": "Cutty Sark,teak", "Ann Lee (7B)": ",teak"}

    assert filled("Name,ID,Tea\nAnn Lee,2,\nAnn Lee,1,\n", answers, roster=roster).data == (
        b"Name,ID,Tea\nAnn Lee,2,1\nAnn Lee,1,3\n"
    )
    assert filled("Name,Class,Tea\nAnn Lee,7B,\n", answers, roster=roster).data.endswith(b"7B,1\n")
    unsure = filled("Name,Login,Tea\nAnn Lee,x,\n", answers, roster=roster)
    assert unsure.data == b"Name,Login,Tea\nAnn Lee,x,\n"
    assert unsure.notes[-1] == "g.csv: nobody there is, beyond doubt, Ann Lee (7A); Ann Lee (7B)"


@pytest.mark.parametrize(
    ("head", "cell", "mark"),
    [
        ("Tea (Percentage)", "50.0 %", "66.7 %"),
        ("Tea (Percentage)", "", "66.7"),
        ("Tea (Real)", '"7,5"', "2"),
    ],
)
def test_marks_are_written_as_the_column_has_them(head, cell, mark):
    done = filled(f"Name,{head}\nAnn,{cell}\nBo,{cell}\n", {"Ann": "Cutty Sark,oak"})

    assert read_table(done.data, "").rows[0].cells[1] == mark


@pytest.mark.parametrize(("head", "asked"), [("Tea,Sea", "sea"), ("Lake,Sea", "Sea")])
def test_a_column_that_is_asked_for_is_filled(head, asked):
    assert filled(f"Name,{head}\nAnn,,\n", {"Ann": ",teak"}, column=asked).data.endswith(b"Ann,,1\n")


@pytest.mark.parametrize(
    ("head", "asked", "said"),
    [
        ("Lake,Sea", "Pond", '--gradebook-column: g.csv has no column "Pond"; it has "Name", "Lake", "Sea"'),
        (
            "Lake,Sea",
            "",
            "g.csv: which column has the marks is not clear; say so with --gradebook-column: it may be "
            '"Lake", "Sea"',
        ),
        (
            "ID,Final Score",
            "",
            "g.csv: which column has the marks is not clear; say so with --gradebook-column: it has "
            '"Name", "ID", "Final Score"',
        ),
    ],
)
def test_a_column_that_cannot_be_told_is_asked_for(head, asked, said):
    with pytest.raises((FileUnusable, BadRequest)) as refused:
        filled(f"Name,{head}\nAnn,,\n", {"Ann": ",teak"}, column=asked)
    assert str(refused.value) == said


@pytest.mark.parametrize(
    ("head", "row", "asked", "said"),
    [
        (
            "Tea,Final Score",
            ",(read only)",
            "final score",
            '"Final Score" is read only, as g.csv says itself',
        ),
        (
            "Tea,Sum (Read Only)",
            ",",
            "Sum (Read Only)",
            '"Sum (Read Only)" is read only, as g.csv says itself',
        ),
        ("ID,Tea", ",", "ID", '"ID" of g.csv says who somebody is, and has no marks'),
        ("Tea,Class", ",", "Name", '"Name" of g.csv says who somebody is, and has no marks'),
        ("Tea,Class", ",", "class", '"Class" of g.csv says who somebody is, and has no marks'),
    ],
)
def test_a_column_that_is_not_for_marks_is_refused(head, row, asked, said):
    with pytest.raises(BadRequest) as refused:
        filled(f"Name,{head}\nPoints Possible,{row}\nAnn,,\n", {"Ann": ",teak"}, column=asked)
    assert str(refused.value) == f"--gradebook-column: {said}; name the column of a test"


ANOTHER = "Name,ID,Pond (7)\nPoints Possible,,3\nAnn,1,{}\nBo,2,{}\nCy,3,{}\nClass average,,2\n"


@pytest.mark.parametrize("nothing", ["", "-"])
def test_the_only_column_is_filled_and_told_where_it_has_no_marks_yet(nothing):
    done = filled(ANOTHER.format(nothing, nothing, nothing), {"Ann": ",teak", "Bo": "Cutty Sark,teak"})

    assert done.data.decode() == ANOTHER.format("1", "3", nothing)
    assert done.notes[:2] == (
        'g.csv: no column is called "Tea"; the only one for marks is filled',
        'g.csv: 2 marks go into the column "Pond (7)"',
    )
    again = filled(done.data, {"Ann": ",teak", "Bo": "Cutty Sark,teak", "Cy": ",teak"})
    assert again.data.decode() == ANOTHER.format("1", "3", "1")


@pytest.mark.parametrize("marks", [("2", "", ""), ("1", "0", ""), ("", "", "7")])
def test_marks_of_another_paper_are_replaced_only_where_the_column_is_named(marks):
    answers = {"Ann": ",teak", "Bo": "Cutty Sark,teak"}
    with pytest.raises(FileUnusable) as refused:
        filled(ANOTHER.format(*marks), answers)
    asked = filled(ANOTHER.format(*marks), answers, column="pond (7)")

    assert str(refused.value) == (
        'g.csv: no column is called "Tea", and the only one for marks, "Pond (7)", has 1 that are of '
        'another paper; to replace them all the same say --gradebook-column "Pond (7)"'
    )
    assert asked.data.decode() == ANOTHER.format("1", "3", marks[2])


def test_marks_out_of_something_else_are_told():
    done = filled("Name,ID,Tea\nPoints Possible,,10\nAnn,1,\n", {"Ann": ",teak"})

    assert (
        done.notes[-1] == "g.csv: its marks are out of 10, and the paper's out of 3; they go in as they are"
    )


def test_a_workbook_keeps_its_cells():
    book = openpyxl.Workbook()
    for row in (["Name", "Tea", "Born"], ["Ann", None, 2014], ["Bo", 4, 2013]):
        book.active.append(row)
    data = io.BytesIO()
    book.save(data)
    done = filled(data.getvalue(), {"Ann": ",teak", "Bo": "Cutty Sark,teak"}, column="Tea")
    sheet = openpyxl.load_workbook(io.BytesIO(done.data)).active

    assert [[cell.value for cell in row] for row in sheet] == [
        ["Name", "Tea", "Born"],
        ["Ann", 1, 2014],
        ["Bo", 3, 2013],
    ]


CELLS = st.text(st.sampled_from('ab,;"\n\r é'), max_size=6)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=5), st.sampled_from(",;\t"))
def test_a_cell_that_is_written_is_all_that_changes(rows, separator):
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows([["Name", "Tea", "x"], *rows])
    data = text.getvalue().encode()
    lines = [row.line for row in read_table(data, "").rows]
    wrote = with_marks(data, "", 1, dict.fromkeys(lines, "7"))
    before, after = (
        list(csv.reader(io.StringIO(d.decode(), newline=""), delimiter=separator)) for d in (data, wrote)
    )

    assert len(before) == len(after)
    for old, new in zip(before[1:], after[1:], strict=True):
        filled_in = any(" ".join(cell.split()) for cell in old) and not (
            " ".join(old[0].split()).startswith("# ") and not any(" ".join(c.split()) for c in old[1:])
        )
        assert new == ([*old[:1], "7", *old[2:]] if filled_in else old)
