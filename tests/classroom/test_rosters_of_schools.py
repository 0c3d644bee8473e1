"""Rosters as schools' programs write them: the pupils, their classes, and what is left out."""

from __future__ import annotations

import io
import sys
from datetime import datetime, time, timedelta

import openpyxl
import pytest

from quizmill.classroom.roster import read_roster
from quizmill.classroom.roster_columns import NamedColumns
from quizmill.classroom.table import read_table
from quizmill.errors import BadRequest, FileUnusable

# Program: the file, the pupils with their classes, and the lines that are left out
SCHOOLS = {
    "Canvas, gradebook": (
        "Student,ID,SIS User ID,SIS Login ID,Section,Tea (411),Current Score\n"
        "    Points Possible,,,,,20,(read only)\n"
        '"Ode, Zoë",7,S7,zode,Block 2,18,90\n'
        '"D’Arcy, Ann",8,S8,adarcy,Block 2,,\n'
        '"Student, Test",9,,e0f1,Block 2,,\n',
        [("Ode, Zoë", "Block 2"), ("D’Arcy, Ann", "Block 2")],
        [(2, "Points Possible is no pupil"), (5, "Student, Test is no pupil")],
    ),
    "Brightspace": (
        "OrgDefinedId,Username,Last Name,First Name,Email,Tea Points Grade <Numeric MaxPoints:20>,"
        "End-of-Line Indicator\n#31,#zode,Ode,Zoë,z@x.org,,#\n#32,#bo,Đặng,Bảo,b@x.org,,#\n",
        [("Zoë Ode", ""), ("Bảo Đặng", "")],
        [],
    ),
    "Moodle, grader report": (
        '\ufeff"First name","Last name","ID number",Institution,"Email address","Quiz: Tea (Real)"\n'
        'Ann,Lee,17,,a@x.org,8.00\n"Overall average",,,,,8.00\n',
        [("Ann Lee", "")],
        [(3, "Overall average is no pupil")],
    ),
    "Moodle, participants with roles": (
        "First name,Last name,Email address,Roles,Groups\n"
        "Ann,Lee,a@x.org,Student,9c\nTom,Ray,t@x.org,Non-editing teacher,9c\n",
        [("Ann Lee", "9c")],
        [(3, "Tom Ray is no pupil (Non-editing teacher)")],
    ),
    "Google Classroom": (
        "Last Name,First Name,Email Address,Tea\nDate,,,2026-03-02\nPoints,,,20\nClass average,,,13\n"
        "Wu,Mei,m@x.org,\nPoints,Ann,a@x.org,\n",
        [("Mei Wu", ""), ("Ann Points", "")],
        [(2, "Date is no pupil"), (3, "Points is no pupil"), (4, "Class average is no pupil")],
    ),
    "PowerSchool, scores": (
        "Teacher Name:,Ray Tom,\nClass:,Biology 09,\nAssignment Name:,Tea,\nPoints Possible:,20,\n"
        'Student Num,Student Name,Score\n301,"LEE, Ann",\n',
        [("LEE, Ann", "Biology 09")],
        [],
    ),
    "PowerSchool, list": (
        "LastFirst\tStudent_Number\tHome_Room\nLee, Ann\t301\t12\n",
        [("Lee, Ann", "12")],
        [],
    ),
    "SIMS": (
        "Admission No,UPN,Legal Surname,Legal Forename,Date of Birth,Year Group,Reg Group\n"
        "A1,X1,Ng,Kit,2014-05-12,7,7A\n",
        [("Kit Ng", "7A")],
        [],
    ),
    "Arbor": ("Student,Form,House\nAnn Lee,8K,Ash\n", [("Ann Lee", "8K")], []),
    "iSAMS": ("School Code;Forename;Surname;Form;Year\n12;Ann;Lee;8K;8\n", [("Ann Lee", "8K")], []),
    "WebUntis": (
        "name\tlongName\tforeName\tgender\tklasse.name\nLeeAnn1\tLee\tAnn\tw\t7b\n",
        [("Ann Lee", "7b")],
        [],
    ),
    "ASV": (
        "Familienname;Rufname;Vornamen;Klasse\nGrün;Öz;Özlem Ada;5c\nSumme: 1;;;\n",
        [("Öz Grün", "5c")],
        [(3, "Summe: 1 is no pupil")],
    ),
    "a German list": ("Nr.;Schüler*in;Klasse\n1;Ada Grün;5c\n", [("Ada Grün", "5c")], []),
    "Séneca": ('Alumno/a;Unidad\n"Ruiz Gil, Íñigo";1º A\n', [("Ruiz Gil, Íñigo", "1º A")], []),
    "a Mexican list": (
        "Apellido Paterno,Apellido Materno,Nombre(s),Grupo\nRuiz,Gil,Íñigo,1A\n",
        [("Íñigo Ruiz Gil", "1A")],
        [],
    ),
    "Pronote": ("Nom;Prénom;Classe\nD'AUBIGNÉ;Éloïse;4e 2\n", [("Éloïse D'AUBIGNÉ", "4e 2")], []),
    "ONDE": ("Nom élève;Prénom élève;Niveau\nROUX;Léa;CM1\n", [("Léa ROUX", "")], []),
    "Magister": (
        "Stamnr;Roepnaam;Tussenvoegsel;Achternaam;Klas\n9;Daan;van der;Berg;2h\n",
        [("Daan van der Berg", "2h")],
        [],
    ),
    "a Chinese list": (
        "学号,姓名,班级\n01,王小明,3\n合计,,\n",
        [("王小明", "3")],
        [(3, "this line has no name")],
    ),
    "Schoology": (
        "First Name,Last Name,Unique User ID,Section\nAnn,Lee,5,P1\n,,,\n",
        [("Ann Lee", "P1")],
        [],
    ),
    "Infinite Campus": (
        'Grade Book Export\n\nStudent Name,Student Number,Period\n"Lee, Ann",4,3(A)\n',
        [("Lee, Ann", "3(A)")],
        [],
    ),
    "Teams": (
        "Name,Username,Role\nAnn Lee,a@x.org,Student\nTom Ray,t@x.org,Owner\n",
        [("Ann Lee", "")],
        [(3, "Tom Ray is no pupil (Owner)")],
    ),
    "three columns of names": (
        'Student Name,Student First Name,Student Last Name,Homeroom\n"Lee, Ann",Ann,Lee,7B\n',
        [("Ann Lee", "7B")],
        [],
    ),
    "numbers under a hash": ("#,Name,Class\n1,Ann Lee,7B\n", [("Ann Lee", "7B")], []),
    "an id that a spreadsheet broke": ("ID,Name,Class\n#N/A,Ann Lee,7B\n", [("Ann Lee", "7B")], []),
    "a title that begins with a hash": ("# Name,Class\nAnn Lee,7B\n", [("Ann Lee", "7B")], []),
    "one column with commas": (
        'Name\nSmith, Ann\n"Smith, Bo"\n',
        [("Smith, Ann", ""), ("Smith, Bo", "")],
        [],
    ),
    "empty rows and a sum": (
        '\n\nname,class\n,,\nAnn Lee,7B\n"",""\nTotal,1\nname,class\nBo,7B\n',
        [("Ann Lee", "7B"), ("Bo", "7B")],
        [(7, "Total is no pupil"), (8, "this line names the columns again")],
    ),
    "Moodle, grades": (
        "First name / Surname,Username,Per\nAnn Lee,al,3\nPreviewUser,pu,3\n",
        [("Ann Lee", "3")],
        [(3, "PreviewUser is no pupil")],
    ),
    "a pupil called Max": ("Name,ID\nMax,4\n", [("Max", "")], []),
    "two of one name in two classes": (
        "Name,Class\nAnn Lee,7A\nAnn Lee,7B\n",
        [("Ann Lee", "7A"), ("Ann Lee", "7B")],
        [],
    ),
    "two of one name with ids": (
        "Name,ID,Class\nAnn Lee,1,7A\nAnn Lee,2,7A\nAnn Lee,1,7C\n",
        [("Ann Lee", "7A"), ("Ann Lee", "7A")],
        [(4, "Ann Lee stands on line 2 already, with the same id")],
    ),
}


def roster(data, asked=None):
    data = data if isinstance(data, bytes) else data.encode()
    return read_roster(read_table(data, "class.csv"), asked or NamedColumns())


def book(*sheets):
    made = openpyxl.Workbook()
    made.remove(made.active)
    for title, rows in sheets:
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


@pytest.mark.parametrize("program", SCHOOLS)
def test_the_pupils_of_every_program_are_read_and_what_is_left_out_is_said(program):
    text, pupils, left_out = SCHOOLS[program]
    found = roster(text)

    assert [(pupil.name, pupil.group) for pupil in found.pupils] == pupils
    said = [f"class.csv:{line}: {what}" for line, what in left_out]
    assert [note[: len(start)] for note, start in zip(found.notes, said, strict=True)] == said


def test_ids_addresses_and_parts_of_the_name_travel_but_no_grades_birthdays_or_parents():
    found = roster(
        "Student,Last Name,First Name,SIS Login ID,Section,Section ID,Email,Parent Email,Born,Tea (4)\n"
        "Ann Lee,Lee,Ann,#al,P1,77,a@x.org,p@x.org,2014-01-01,9\n"
    )

    assert found.pupils[0].columns == {
        "Student": "Ann Lee",
        "Last Name": "Lee",
        "First Name": "Ann",
        "SIS Login ID": "#al",
        "Section": "P1",
        "Section ID": "77",
        "Email": "a@x.org",
    }


def test_what_is_a_remark_is_left_out_and_said():
    assert roster("name\nAnn\n# left in May\n#Bo\n").notes == (
        "class.csv:3: this line is a remark, and is left out: # left in May",
    )
    assert roster("name\nAnn\n#Bo\n").students == ("Ann", "#Bo")


@pytest.mark.parametrize(
    ("asked", "pupils"),
    [
        (NamedColumns(names=["Kürzel"]), [("AL", "7B")]),
        (NamedColumns(names=["rufname", "Zusatz"], group="Haus"), [("Ann L.", "Ash")]),
    ],
)
def test_columns_that_are_asked_for_win(asked, pupils):
    found = roster("Klassenliste\nKürzel;Rufname;Zusatz;Klasse;Haus\nAL;Ann;L.;7B;Ash\n", asked)

    assert [(pupil.name, pupil.group) for pupil in found.pupils] == pupils


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            NamedColumns(names=["Nmae"]),
            '--name-column: class.csv has no column "Nmae"; its columns are: Who, Team',
        ),
        (
            NamedColumns(names=["Who"], group="Clas"),
            '--class-column: class.csv has no column "Clas"; its columns are: Who, Team',
        ),
    ],
)
def test_a_column_that_is_not_there_is_named_with_those_that_are(asked, said):
    with pytest.raises(BadRequest) as refused:
        roster("Who,Team\nAnn,7B\n", asked)
    assert str(refused.value) == said


def test_where_no_column_has_names_one_is_told_which_option_says_so():
    with pytest.raises(FileUnusable) as refused:
        roster("Report of 7B\nWho,Team\nAnn,7B\n")
    assert str(refused.value) == (
        "class.csv:2: no column is called name or student, or first and last; say which has the names with "
        "--name-column; this line reads: Who, Team"
    )


def test_another_column_that_may_be_meant_is_told():
    found = roster("Forename,Surname,Preferred Name,Reg Group,Section\nWing-Kei,Ng,Kay Ng,7A,P1\n")

    assert found.notes == (
        'class.csv: names are not read from "Preferred Name"; --name-column "Preferred Name" does so',
        'class.csv: classes are read from "Reg Group"; --class-column "Section" reads them there',
    )


def test_cells_beyond_the_titles_are_never_dropped():
    with pytest.raises(FileUnusable) as refused:
        roster("name,class\nSmith, Ann,8b\n")
    assert str(refused.value) == (
        "class.csv: 1 row cannot be used\nline 2: there are more cells than titles; put a name with a comma "
        "in quotes; it reads: Smith, Ann, 8b"
    )


def test_a_number_is_no_name():
    with pytest.raises(FileUnusable) as refused:
        roster("Student Name (Last, First),Period\nAnn Lee,2\n", NamedColumns(names=["First)"]))
    assert str(refused.value) == (
        'class.csv: 1 row cannot be used\nline 2: "2" is no name; say which column has the names with '
        "--name-column"
    )


def test_a_workbook_is_read_from_its_first_sheet_that_has_anything():
    data = book(
        ("Notes", []),
        ("7B", [["Class list"], ["ID", "Name", "Class"], [1001, "Ann Lee", "7B"], [None], [1002.0, "Bo", 7]]),
        ("7C", [["Name"], ["Cy"]]),
    )
    found = roster(data)

    assert [(pupil.name, pupil.group, pupil.columns) for pupil in found.pupils] == [
        ("Ann Lee", "7B", {"ID": "1001"}),
        ("Bo", "7", {"ID": "1002"}),
    ]
    assert found.notes == ('class.csv: the sheet "7C" is not read; save it as a file of its own',)


def test_without_openpyxl_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(FileUnusable) as refused:
        roster(b"PK\x03\x04")
    assert str(refused.value) == (
        "class.csv: to read or write .xlsx, openpyxl is needed: pip install 'quizmill[office]'; or save the "
        'table from the spreadsheet as "CSV UTF-8"'
    )


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Excel file"),
        (b"\xef\xbb\xbf<html><table>", "a web page, whatever its name says"),
        (b"%PDF-1.7", "a PDF"),
    ],
)
def test_other_files_are_named_with_what_to_do(data, kind):
    with pytest.raises(FileUnusable) as refused:
        roster(data)
    assert str(refused.value) == (
        f'class.csv: this is {kind}; open it in the spreadsheet and save it as "CSV UTF-8"'
    )


def test_a_workbook_that_is_broken_or_empty_says_so():
    with pytest.raises(
        FileUnusable, match=r"this workbook cannot be read \(.*\); save it from the spreadsheet"
    ):
        roster(b"PK\x03\x04\x00\x00\x81\x8d")
    with pytest.raises(FileUnusable, match="this file is empty; its first line must name the columns"):
        roster(book(("x", [])))


def test_cells_of_a_workbook_are_read_as_they_are_seen():
    made = openpyxl.Workbook()
    seen = [
        (datetime(2004, 8, 1), "mmm yyyy", "2004-08"),
        (datetime(2004, 8, 1), "yyyy", "2004"),
        (datetime(1969, 12, 16), "dd/mm/yy", "1969-12-16"),
        (datetime(1969, 12, 16, 8, 30), "yyyy-mm-dd hh:mm", "1969-12-16 08:30"),
        (time(1, 30), "hh:mm", "01:30"),
        (timedelta(hours=30), "[h]:mm", "30:00"),
        (75, "[$$-409]#,##0.00", "$75"),
        (75, "#,##0 €", "€75"),
        (0.75, "0%", "75%"),
        (7, "0000", "0007"),
        (2e20, "General", "2e+20"),
        (1.5, "General", "1.5"),
        (True, "General", "TRUE"),
    ]
    made.active.append(["Name", *(f"c{at}" for at, _ in enumerate(seen))])
    made.active.append(["Ann", *(value for value, _, _ in seen)])
    for at, (_, form, _) in enumerate(seen, start=2):
        made.active.cell(2, at).number_format = form
    data = io.BytesIO()
    made.save(data)

    assert read_table(data.getvalue(), "x").rows[0].cells[1:] == tuple(text for _, _, text in seen)
