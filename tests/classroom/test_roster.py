"""The roster: whatever a school's program wrote becomes names, and what cannot is named by its line."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.bank.csv_out import as_csv
from quizmill.classroom.roster import read_roster
from quizmill.classroom.table import read_table
from quizmill.errors import FileUnusable

CLASS = "Name;Class\r\nJosé Núñez;8b\r\nZoë Müller;8b\r\n"


def students(data):
    data = data if isinstance(data, bytes) else data.encode()
    return read_roster(read_table(data, "class.csv")).students


def refusal(data):
    with pytest.raises(FileUnusable) as refused:
        students(data)
    return str(refused.value)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"]
)
def test_every_encoding_that_excel_writes_is_read(encoding):
    assert students(CLASS.encode(encoding)) == ("José Núñez", "Zoë Müller")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030", "gbk"])
def test_chinese_names_are_read_as_excel_in_china_writes_them(encoding):
    assert students("姓名,班级\n雷军,1\n朱镕基,1\n林斌,1\n".encode(encoding)) == ("雷军", "朱镕基", "林斌")


@pytest.mark.parametrize(
    ("head", "classes"),
    [
        ("name;Klasse", ("8b", "")),
        ("name;Class", ("8b", "")),
        ("name;班级", ("8b", "")),
        ("name;Grupo", ("8b", "")),
        ("name;shoe size", ("", "")),
    ],
)
def test_a_column_that_is_called_a_class_has_it(head, classes):
    table = read_table(f"{head}\nAnn;8b\nBen; \n".encode(), "class.csv")

    assert tuple(pupil.group for pupil in read_roster(table).pupils) == classes


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_separator_and_line_ending_is_read(separator, ending):
    text = ending.join(("name,class", '"Smith, Ann",8b', "Ben,8b")).replace(",c", f"{separator}c")
    assert students(text.replace(",8", f"{separator}8")) == ("Smith, Ann", "Ben")


def test_a_first_line_that_says_the_separator_is_obeyed():
    assert students("sep=;\r\nname;note\r\nAnn;a,b,c,d\r\n") == ("Ann",)


@pytest.mark.parametrize(
    ("head", "row", "name"),
    [
        ("name", "Ann Smith", "Ann Smith"),
        ("Student,Class", "Ann Smith,8b", "Ann Smith"),
        ("ID,Full Name", "17,Ann Smith", "Ann Smith"),
        ("Last name,First name", "Smith,Ann", "Ann Smith"),
        ("Name;Vorname", "Müller;Zoë", "Zoë Müller"),
        ("Apellidos;Nombre", "Núñez Ruiz;José", "José Núñez Ruiz"),
        ("姓名", "雷军", "雷军"),
        ("First,Last", "军,雷", "雷军"),
        ("First,Last", "Jun,Lei", "Jun Lei"),
        ("First,Last", "Cher,", "Cher"),
        ("STUDENT NAME ", "  Ann   Smith ", "Ann Smith"),
    ],
)
def test_the_columns_go_by_many_names(head, row, name):
    assert students(f"{head}\n{row}\n") == (name,)


def test_empty_rows_and_remarks_are_left_out():
    assert students("name,class\n\nAnn,8b\n,\n # left in May,\nBen,8b\n;\n") == ("Ann", "Ben", ";")


def test_all_rows_that_cannot_be_used_are_named_at_once():
    data = f'name,class\nAnn,8b\n,8b\nBen,8b\nann,8b\n{"x" * 81},8b\n"Cy\nYoung",8b\n,9\n'

    assert refusal(data) == "\n".join(
        (
            "class.csv: 4 rows cannot be used",
            "line 3: there is no name; it reads: 8b",
            "line 5: ann stands on line 2 already; tell the two apart by a letter, or by a column with the "
            "class or an id",
            "line 6: the name has 81 characters, and a line holds 80",
            "line 9: there is no name; it reads: 9",
        )
    )


def test_names_that_differ_by_an_accent_are_two():
    assert students("name\nRene\nRené\n") == ("Rene", "René")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "class.csv: this file is empty; its first line must name the columns"),
        (b"\n\n,\n", "class.csv: this file is empty; its first line must name the columns"),
        (b"name\n", "class.csv: there are no students below the first line"),
        (
            b"Ann Smith,8b\nBen,8b\n",
            "class.csv:1: no column is called name or student, or first and last; say which has the names "
            "with --name-column; this line reads: Ann Smith, 8b",
        ),
        (
            b"\x7fELF\x00\x00\x81\x8d",
            'class.csv: this is not a CSV file; save it from the spreadsheet as "CSV UTF-8"',
        ),
    ],
)
def test_what_is_no_roster_says_why(data, said):
    assert refusal(data) == said


@given(st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=8), st.sampled_from(",;\t"))
def test_a_table_that_we_write_is_read_back_whatever_the_names(names, separator):
    names = [" ".join(name.replace("\x00", "").split()) or "x" for name in names]
    rows = read_table(as_csv([("name", "class"), *((f"a{n}", "1") for n in names)], separator), "x").rows

    assert [row.cells[0] for row in rows] == [" ".join(f"a{name}".split()) for name in names]


@given(st.binary(max_size=60))
def test_no_bytes_at_all_end_in_anything_but_names_or_a_refusal(data):
    for table in (data, b"name\n" + data):
        with contextlib.suppress(FileUnusable):
            assert all(students(table))
