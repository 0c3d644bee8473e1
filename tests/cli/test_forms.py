"""Forms, rosters and kept papers, from the command line."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from printed import Printed

EXCEL = "Nachname;Vorname;Klasse\r\nMüller;Zoë;8b\r\nNúñez;José;8b\r\n;;\r\nØstergård;Søren;8b\r\n"


@pytest.fixture
def roster(tmp_path):
    (tmp_path / "class.csv").write_bytes(EXCEL.encode("cp1252"))
    return "class.csv"


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_forms_are_one_pdf_for_the_copier_and_one_with_the_keys(quizmill, bank, tmp_path):
    run = quizmill("worksheet", "--bank", bank, "--seed", "3", "-n", "3", "--forms", "2", "-o", "w/tea")
    sheets, keys = (Printed((tmp_path / f"w/tea{end}.pdf").read_bytes()) for end in ("", "-key"))

    assert run.stdout == "w/tea.pdf\nw/tea-key.pdf\nw/tea.json\n"
    for printed in (sheets, keys):
        first = [n for n, page in enumerate(printed.pages) if "Form A · paper" in page]
        second = [n for n, page in enumerate(printed.pages) if "Form B · paper" in page]
        assert (first[0], second[0] % 2) == (0, 0)


def test_every_name_of_the_roster_stands_on_a_sheet_with_the_forms_in_turn(quizmill, bank, roster, tmp_path):
    run = quizmill("worksheet", "--bank", bank, "--seed", "3", "-n", "3", "--forms", "2", "--roster", roster)
    pages = Printed((tmp_path / "worksheet.pdf").read_bytes()).pages

    assert run.stderr == "note: class.csv is no UTF-8, and was read as Windows-1252; look at the names\n"
    named = {
        name: page
        for page in pages
        for name in ("Zoë Müller", "José Núñez", "Søren Østergård")
        if name in page
    }
    assert {name: ("Form A" in page) for name, page in named.items()} == {
        "Zoë Müller": True,
        "José Núñez": False,
        "Søren Østergård": True,
    }


def test_a_roster_alone_gives_each_student_a_form(quizmill, bank, roster, tmp_path):
    quizmill("worksheet", "--bank", bank, "--seed", "3", "--roster", roster)
    kept = json.loads((tmp_path / "worksheet.json").read_bytes())

    assert kept["copies"] == [
        {
            "student": f"{given} {family}",
            "form": form,
            "class": "8b",
            "columns": {"Nachname": family, "Vorname": given},
        }
        for form, given, family in (
            ("A", "Zoë", "Müller"),
            ("B", "José", "Núñez"),
            ("C", "Søren", "Østergård"),
        )
    ]


@pytest.mark.parametrize("split", [(), ("--split",)])
def test_the_class_of_the_roster_stands_beside_the_name(quizmill, bank, roster, tmp_path, split):
    quizmill("worksheet", "--bank", bank, "--seed", "3", "-n", "1", "--roster", roster, *split, "-o", "w/t")
    found = "".join(Printed(path.read_bytes()).text for path in sorted((tmp_path / "w").glob("*.pdf")))

    assert "Name Zoë Müller Class 8b Date" in found
    assert "Name José Núñez Class 8b Date" in found


def test_split_sheets_have_names_that_every_system_takes(quizmill, bank, tmp_path):
    (tmp_path / "class.csv").write_text(
        "name\n../../etc\nAnn/Ben: <x>?*\nann ben x\n" + "雷" * 60 + "\nCON\n"
    )
    quizmill("worksheet", "--bank", bank, "--seed", "3", "-n", "1", "--forms", "2", "--roster", "class.csv",
             "--split", "-o", "w/t")  # fmt: skip

    assert files(tmp_path / "w") == [
        "t-1-etc.pdf",
        "t-2-Ann-Ben-x.pdf",
        "t-3-ann-ben-x.pdf",
        f"t-4-{'雷' * 26}.pdf",
        "t-5-CON.pdf",
        "t-A-key.pdf",
        "t-B-key.pdf",
        "t.json",
    ]


def test_split_forms_have_a_sheet_and_a_key_each(quizmill, bank, tmp_path):
    quizmill("worksheet", "--bank", bank, "--seed", "3", "-n", "2", "--forms", "2", "--split", "-o", "w/t")

    assert files(tmp_path / "w") == ["t-A-key.pdf", "t-A.pdf", "t-B-key.pdf", "t-B.pdf", "t.json"]


def test_a_name_that_no_font_has_is_a_line_to_write_on_and_is_named(quizmill, bank, tmp_path):
    (tmp_path / "class.csv").write_text(
        "name,class\nAnn,7\nמרים כהן,7\n김민준,7😀\n雷军,7\n", encoding="utf-8"
    )
    run = quizmill(
        "worksheet", "--bank", bank, "--seed", "3", "-n", "1", "--roster", "class.csv", "-o", "w/t"
    )
    text = Printed((tmp_path / "w/t.pdf").read_bytes()).text

    assert run.returncode == 0
    assert [line.split(": ")[1:3] for line in run.stderr.splitlines() if "a line is printed" in line] == [
        ["class.csv:3", "מרים כהן"],
        ["class.csv:4", "김민준"],
        ["class.csv:4", "7😀"],
    ]
    assert run.stderr.splitlines()[1] == (
        "note: class.csv:4: 김민준: has letters that are in none of the fonts (김 민 준); write it in Latin "
        "letters in the roster; until then a line is printed to write it on"
    )
    assert text.count("Name Class 7 Date") == 1
    assert text.count("Name Class Date") == 1
    assert "Name 雷军 Class 7 Date" in text
    copies = json.loads((tmp_path / "w/t.json").read_bytes())["copies"]
    assert [copy["student"] for copy in copies] == ["Ann", "מרים כהן", "김민준", "雷军"]


def test_spare_sheets_have_no_name_and_forms_of_their_own(quizmill, bank, tmp_path):
    (tmp_path / "class.csv").write_text("name\nAnn\nBen\n")
    asked = ("worksheet", "--bank", bank, "--seed", "3", "-n", "2", "--spare", "2", "--split", "-o", "w/t")
    assert quizmill(*asked, "--roster", "class.csv").returncode == 0
    kept = json.loads((tmp_path / "w/t.json").read_bytes())

    assert (len(kept["forms"]), kept["spare"]) == (4, ["C", "D"])
    assert [name for name in files(tmp_path / "w") if "key" not in name] == [
        "t-1-Ann.pdf", "t-2-Ben.pdf", "t-spare-1.pdf", "t-spare-2.pdf", "t.json",
    ]  # fmt: skip
    quizmill("mark", "--paper", "w/t.json", "--template", "a.csv")
    lines = (tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[1:5] == ["Ann,A,,", "Ben,B,,", ",C,,", ",D,,"]
    assert quizmill(*asked).stderr == (
        "quizmill: --spare adds to the sheets of a roster; without one, copy a sheet\n"
    )


def test_a_roster_that_is_not_there_is_named(quizmill, bank):
    run = quizmill("worksheet", "--bank", bank, "--roster", "nobody.csv")

    assert (run.returncode, run.stderr) == (
        3,
        "quizmill: nobody.csv: this file cannot be read (No such file or directory)\n",
    )


def test_forms_that_came_out_alike_are_mentioned(quizmill, bank):
    run = quizmill("worksheet", "--bank", bank, "--seed", "1", "--id", "ship-name", "--forms", "2")

    assert "note: forms A and B are alike; there is too little to reorder\n" in run.stderr


def test_the_keys_go_into_a_table_as_well(quizmill, bank, tmp_path):
    quizmill(
        "worksheet", "--bank", bank, "--seed", "3", "--forms", "2", "--key-csv", "w/key.csv", "-o", "w/t"
    )
    with (tmp_path / "w/key.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))

    assert [row["form"] + row["number"] for row in rows] == [
        f"{form}{n}" for form in "AB" for n in range(1, 10)
    ]


def test_a_table_of_keys_may_not_take_the_place_of_another_file(quizmill, bank, tmp_path):
    run = quizmill(
        "worksheet", "--bank", bank, "--seed", "3", "-n", "1", "--key-csv", "w/t.json", "-o", "w/t"
    )

    assert run.returncode == 2
    assert run.stderr == "quizmill: --key-csv: w/t.json is written already; name another file\n"
    assert not (tmp_path / "w").exists()


def test_a_kept_paper_is_printed_again_without_its_bank(quizmill, bank, roster, tmp_path):
    quizmill("worksheet", "--bank", bank, "--seed", "3", "--forms", "2", "--roster", roster, "-o", "w/t")
    before = {name: (tmp_path / "w" / name).read_bytes() for name in files(tmp_path / "w")}
    for path in (tmp_path / bank).iterdir():
        path.unlink()
    (tmp_path / "w/t.pdf").unlink()
    run = quizmill("reprint", "w/t.json")

    assert run.stdout == "w/t.pdf\nw/t-key.pdf\n"
    assert {name: (tmp_path / "w" / name).read_bytes() for name in files(tmp_path / "w")} == before
    assert quizmill("reprint", "w/t.json", "-o", "again").stdout == "again.pdf\nagain-key.pdf\n"


@pytest.fixture
def kept(quizmill, bank, tmp_path):
    """A paper in three forms for four students, the third form for one of them, in a folder of its own."""
    (tmp_path / "class.csv").write_text("name,class\nZoë O'Brien,8b\nJosé Núñez,8b\nSøren Ø,8b\nAnn Lee,8b\n")
    quizmill("worksheet", "--bank", bank, "--seed", "3", "-n", "3", "--forms", "3", "--roster", "class.csv",
             "-o", "w/t")  # fmt: skip
    return "w/t.json"


def heads(path: Path) -> list[str]:
    """Whose sheets these are: name, class and form of each."""
    pages = Printed(path.read_bytes()).pages
    named = ("Zoë O'Brien", "José Núñez", "Søren Ø", "Ann Lee")
    first = [page for page in pages if "Date" in page]
    return [
        " ".join(
            (*(n for n in named if n in page), *(f for f in ("Form A", "Form B", "Form C") if f in page))
        )
        for page in first
    ]


def test_a_sheet_can_be_printed_again_for_one_student_in_large_print_without_a_key(quizmill, kept, tmp_path):
    run = quizmill("reprint", kept, "--student", "zoë  o'brien", "--large-print", "-o", "zoe")
    sheet = Printed((tmp_path / "zoe.pdf").read_bytes())

    assert (run.stdout, run.stderr) == ("zoe.pdf\n", "")
    assert heads(tmp_path / "zoe.pdf") == ["Zoë O'Brien Form A"]
    assert "Class 8b" in sheet.text
    assert not (tmp_path / "zoe-key.pdf").exists()


def test_a_sheet_printed_alone_has_the_questions_and_the_code_of_the_class_set(quizmill, kept, tmp_path):
    quizmill("reprint", kept, "--student", "José Núñez", "-o", "one")
    whole = Printed((tmp_path / "w/t.pdf").read_bytes()).pages

    alone = [page for page in Printed((tmp_path / "one.pdf").read_bytes()).pages if page.strip()]
    assert alone == [page for page in whole if "José Núñez" in page]


def test_several_students_come_in_the_order_of_the_roster(quizmill, kept, tmp_path):
    typed = ["--student", "Ann Lee", "--student", "Søren Ø", "--student", "ANN LEE"]
    run = quizmill("reprint", kept, *typed, "-o", "some")

    assert run.stdout == "some.pdf\n"
    assert heads(tmp_path / "some.pdf") == ["Søren Ø Form C", "Ann Lee Form A"]


def test_a_form_is_printed_for_all_who_have_it_with_its_key_alone(quizmill, kept, tmp_path):
    run = quizmill("reprint", kept, "--form", "a", "-o", "a")
    key = Printed((tmp_path / "a-key.pdf").read_bytes()).text

    assert run.stdout == "a.pdf\na-key.pdf\n"
    assert heads(tmp_path / "a.pdf") == ["Zoë O'Brien Form A", "Ann Lee Form A"]
    assert ("Form A" in key, "Form B" in key) == (True, False)


def test_student_and_form_together_print_both_and_the_key_of_the_form(quizmill, kept, tmp_path):
    run = quizmill("reprint", kept, "--form", "B", "--student", "Ann Lee", "--key-csv", "k.csv", "-o", "x")
    with (tmp_path / "k.csv").open(encoding="utf-8-sig", newline="") as file:
        table = {row["form"] for row in csv.DictReader(file)}

    assert run.stdout == "x.pdf\nx-key.pdf\nk.csv\n"
    assert heads(tmp_path / "x.pdf") == ["José Núñez Form B", "Ann Lee Form A"]
    assert "Form A" not in Printed((tmp_path / "x-key.pdf").read_bytes()).text
    assert table == {"A", "B"}


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        (("--student", "Ann Lee"), "w/t-4-Ann-Lee.pdf\n"),
        (("--student", "Ann Lee", "--student", "Søren Ø"), "w/t-some.pdf\n"),
        (("--form", "B"), "w/t-B.pdf\nw/t-B-key.pdf\n"),
        (("--form", "C", "--form", "a"), "w/t-A-C.pdf\nw/t-A-C-key.pdf\n"),
        (("--form", "a", "--student", "Søren Ø"), "w/t-some.pdf\nw/t-some-key.pdf\n"),
    ],
)
def test_what_is_printed_for_some_leaves_the_sheets_of_all_alone(quizmill, kept, tmp_path, typed, names):
    before = files(tmp_path / "w")
    held = {name: (tmp_path / "w" / name).read_bytes() for name in before}

    assert quizmill("reprint", kept, *typed).stdout == names
    assert {name: (tmp_path / "w" / name).read_bytes() for name in before} == held


def test_files_of_some_students_are_called_as_they_are_in_the_whole_set(quizmill, kept, tmp_path):
    quizmill("reprint", kept, "--split", "-o", "all/t")
    run = quizmill("reprint", kept, "--split", "--student", "Ann Lee", "--form", "C", "-o", "some/t")
    every = files(tmp_path / "all")

    assert run.stdout == "some/t-3-Søren-Ø.pdf\nsome/t-4-Ann-Lee.pdf\nsome/t-C-key.pdf\n"
    assert set(files(tmp_path / "some")) < set(every)
    for name in files(tmp_path / "some"):
        assert (tmp_path / "some" / name).read_bytes() == (tmp_path / "all" / name).read_bytes()


def test_a_form_that_nobody_has_is_printed_without_a_name(quizmill, bank, roster, tmp_path):
    quizmill("worksheet", "--bank", bank, "--seed", "3", "--forms", "4", "--roster", roster, "-o", "t")
    quizmill("reprint", "t.json", "--form", "D", "-o", "spare")

    text = Printed((tmp_path / "spare.pdf").read_bytes()).text
    assert ("Form D" in text, "Müller" in text) == (True, False)


def test_students_and_forms_that_are_not_there_are_all_named_with_the_nearest(quizmill, kept, tmp_path):
    typed = ["--student", "Zoe Brian", "--student", "Ann Lee", "--student", "雷军", "--form", "D"]
    run = quizmill("reprint", kept, *typed, "-o", "x")

    assert (run.returncode, run.stderr) == (
        2,
        'quizmill: --student: nobody on the roster is called "Zoe Brian"; did you mean "Zoë O\'Brien"?\n'
        '--student: nobody on the roster is called "雷军"; give it as it stands on the sheet\n'
        '--form: there is no form "D"; the forms are A to C\n',
    )
    assert not (tmp_path / "x.pdf").exists()


def test_a_paper_without_roster_or_forms_has_no_students_or_forms_to_choose(quizmill, bank):
    quizmill("worksheet", "--bank", bank, "--seed", "3", "-n", "1", "-o", "t")
    run = quizmill("reprint", "t.json", "--student", "Ann", "--form", "A")

    assert (run.returncode, run.stderr) == (
        2,
        "quizmill: --student: this paper was made without a roster; leave --student out\n"
        "--form: this paper has one form, without a letter; leave --form out\n",
    )


def test_forms_without_a_roster_can_be_chosen_too(quizmill, bank, tmp_path):
    quizmill("worksheet", "--bank", bank, "--seed", "3", "-n", "2", "--forms", "3", "-o", "w/t")
    run = quizmill("reprint", "w/t.json", "--form", "B", "--form", "C", "--split", "-o", "x/t")

    assert sorted(run.stdout.split()) == ["x/t-B-key.pdf", "x/t-B.pdf", "x/t-C-key.pdf", "x/t-C.pdf"]


def test_what_is_no_kept_paper_is_refused(quizmill, tmp_path):
    (tmp_path / "x.json").write_text('{"version": 9}')
    newer, missing = quizmill("reprint", "x.json"), quizmill("reprint", "y.json")

    assert newer.stderr == (
        "quizmill: x.json: the paper has version 9; this quizmill reads versions 1 to 3\n"
    )
    assert missing.stderr == "quizmill: y.json: this paper cannot be read (No such file or directory)\n"
    assert (newer.returncode, missing.returncode) == (3, 3)
