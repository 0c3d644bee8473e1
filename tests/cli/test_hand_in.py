"""`quizmill mark` on what pupils handed in from a page: folders, files, codes, beside typed tables."""

from __future__ import annotations

import csv
import io
import shutil

import pytest

from handed import code_of, file_of
from quizmill.app.papers import kept
from quizmill.grade.on_paper import copied_key

ROSTER = "name,class\nAnn,7A\nBo,7A\nCy,7B\nDi,7B\nEd,7B\nFay,7B\n"


@pytest.fixture
def paper(quizmill, bank, tmp_path):
    """A kept paper in two forms for six pupils, the essay left out, as its class set."""
    (tmp_path / "class.csv").write_text(ROSTER)
    made = quizmill(
        *("worksheet", "--bank", bank, "--forms", "2", "--roster", "class.csv", "-o", "tea"),
        *("--not-type", "essay", "--seed", "1"),
    )
    assert made.returncode == 0, made.stderr
    return kept(tmp_path / "tea.json")


def sheet(made, student):
    """The student's form, its answers all right."""
    form = next(copy.form for copy in made.copies if copy.student == student)
    paper = made.paper(form)
    return paper, [copied_key(exercise) for exercise in paper.exercises]


def handed(made, student, **changes):
    paper, answers = sheet(made, student)
    return file_of(paper.fingerprint, student, changes.pop("answers", answers), paper.form, **changes)


def test_a_folder_of_all_that_may_come_is_marked_and_what_is_amiss_is_named(quizmill, paper, tmp_path):
    inbox = tmp_path / "inbox"
    (inbox / "by mail").mkdir(parents=True)
    (inbox / "ann.json").write_bytes(handed(paper, "Ann"))
    (inbox / "ann again.json").write_bytes(handed(paper, "Ann"))
    form, answers = sheet(paper, "Bo")
    mail = f"Dear teacher,\n> {code_of(form.fingerprint, 'bo', answers, form.form)}\nBo"
    (inbox / "by mail" / "bo.txt").write_text(mail.replace("\n", "\n> "))
    (inbox / "cy.json").write_bytes(handed(paper, "Cy").replace(b"Cutty Sark", b"Cutty Sork"))
    (inbox / "di.json").write_bytes(handed(paper, "Di")[:-40])
    (inbox / "ed 1.json").write_bytes(handed(paper, "Ed"))
    (inbox / "ed 2.json").write_bytes(handed(paper, "Ed", answers=["a"]))
    (inbox / "foreign.json").write_bytes(file_of("00112233", "Fay", ["a"]))
    (inbox / "notes.txt").write_text("buy milk")
    run = quizmill("mark", "--paper", "tea.json", "inbox", "--format", "csv")

    table = {row["student"]: row for row in csv.DictReader(io.StringIO(run.stdout))}
    full = str(paper.possible)
    assert {name: (row["marks"], row["final"]) for name, row in table.items()} == {
        "Ann": (full, "yes"),
        "Bo": (full, "yes"),
        "Cy": ("", "no: not marked"),
        "Di": ("", "no: not marked"),
        "Ed": ("", "no: not marked"),
        "Fay": ("", "no: not marked"),
    }
    codes = " or ".join(each.fingerprint for each in paper.papers)
    assert (run.returncode, run.stderr.replace("\\", "/").splitlines()) == (
        3,
        [
            "note: inbox/notes.txt: there are no answers in it, and it is left out",
            "inbox/cy.json: this file was changed after it was saved; ask for it again, and have it compared",
            "inbox/di.json: this file was cut off; ask for it again",
            f"inbox/foreign.json: Fay answered paper 00112233, and this is {codes}; mark it with the JSON "
            "file that was written with that page",
            "Ed handed in 2 times, and not the same (inbox/ed 1.json and inbox/ed 2.json); none is taken: "
            "take one away, or say --twice first or --twice last",
            "quizmill: 4 entries could not be used; the rest is marked",
        ],
    )


def test_pages_and_a_typed_table_give_the_report_that_one_table_of_all_would_give(quizmill, paper, tmp_path):
    rows = {copy.student: sheet(paper, copy.student) for copy in paper.copies}
    numbers = ",".join(map(str, range(1, len(paper.papers[0].exercises) + 1)))
    lines = [
        ",".join([student, form.form, *(f'"{answer}"' for answer in answers)])
        for student, (form, answers) in rows.items()
    ]
    head = f"student,form,{numbers}"
    (tmp_path / "all.csv").write_text("\n".join([head, *lines]))
    (tmp_path / "some.csv").write_text("\n".join([head, *lines[:3]]))
    for student in ("Di", "Ed", "Fay"):
        (tmp_path / f"{student}.json").write_bytes(handed(paper, student))
    typed = quizmill("mark", "--paper", "tea.json", "all.csv")
    mixed = quizmill("mark", "--paper", "tea.json", "some.csv", "Di.json", "Ed.json", "Fay.json")

    assert (mixed.returncode, mixed.stdout) == (typed.returncode, typed.stdout) == (0, typed.stdout)


def test_which_of_two_counts_can_be_said(quizmill, paper, tmp_path):
    (tmp_path / "1.json").write_bytes(handed(paper, "Ann", answers=[""], finished="2026-11-30T18:00:01Z"))
    (tmp_path / "2.json").write_bytes(handed(paper, "Ann"))
    said = {
        twice: quizmill("mark", "--paper", "tea.json", "1.json", "2.json", "--twice", twice).stdout
        for twice in ("first", "last")
    }

    assert "Ann      7A     A         0" in said["first"]
    assert f"Ann      7A     A         {paper.possible}" in said["last"]


def test_essays_go_into_a_table_for_their_marks_and_back(quizmill, bank, tmp_path):
    quizmill(
        "worksheet", "--bank", bank, "--id", "tea-essay", "--id", "tea-herbs", "-o", "tea", "--order", "bank"
    )
    made = kept(tmp_path / "tea.json")
    number = next(n for n, each in enumerate(made.papers[0].exercises, 1) if each.kind == "essay")
    answers = ["Since tea, unlike coal, spoils." if n == number else "false" for n in (1, 2)]
    (tmp_path / "ann.json").write_bytes(file_of(made.papers[0].fingerprint, "Ann", answers))
    unmarked = quizmill("mark", "--paper", "tea.json", "ann.json")
    told = quizmill("mark", "--paper", "tea.json", "ann.json", "--template", "essays.csv")
    table = list(csv.reader((tmp_path / "essays.csv").read_text("utf-8-sig").splitlines()))
    table[1][table[0].index(str(number))] = "1"
    (tmp_path / "essays.csv").write_text("\n".join(",".join(f'"{c}"' for c in row) for row in table))
    marked = quizmill("mark", "--paper", "tea.json", "ann.json", "essays.csv", "--format", "csv")

    assert unmarked.stderr == (
        f"question {number}: 1 essay is to be marked; --template FILE with these answers writes a table for "
        "it\n"
        "quizmill: 1 entry could not be used; the rest is marked\n"
    )
    assert (told.returncode, told.stdout) == (0, "essays.csv\n")
    assert table[1][table[0].index(f"{number} (written)")] == "Since tea, unlike coal, spoils."
    (row,) = csv.DictReader(io.StringIO(marked.stdout))
    assert (row["tea-essay"], row["tea-herbs"], row["final"], marked.stderr) == ("1", "1", "yes", "")


def test_a_table_is_no_answers_for_an_empty_table(quizmill, paper, tmp_path):
    (tmp_path / "a.csv").write_text("student,1\n")
    run = quizmill("mark", "--paper", "tea.json", "a.csv", "--template", "b.csv")

    assert (run.returncode, run.stderr) == (
        2,
        "quizmill: --template: a.csv is a table already; mark it without --template\n",
    )


def test_a_zip_as_a_school_makes_it_is_marked_as_it_is(quizmill, paper, tmp_path):
    (tmp_path / "in" / "Ann_123_assignsubmission_file").mkdir(parents=True)
    (tmp_path / "in" / "Ann_123_assignsubmission_file" / "tea.json").write_bytes(handed(paper, "Ann"))
    shutil.make_archive(str(tmp_path / "all"), "zip", tmp_path / "in")
    run = quizmill("mark", "--paper", "tea.json", "all.zip")

    assert run.returncode == 0, run.stderr
    assert f"Ann      7A     A         {paper.possible}" in run.stdout


# --- the page ----------


def test_pages_for_a_class_are_written_with_the_paper_that_marks_them(quizmill, bank, tmp_path):
    (tmp_path / "class.csv").write_text(ROSTER)
    asked = ("web", "--bank", bank, "--hand-in", "--seed", "1", "--roster", "class.csv", "-o", "tea.html")
    together = quizmill(*asked, "--minutes", "20", "--no-pause")
    apart = quizmill(*asked[:-1], "own.html", "--split", "--forms", "2")
    again = quizmill(*asked, "--forms", "2")

    assert (together.returncode, together.stdout) == (0, "tea.html\ntea.json\n")
    assert together.stderr == "note: the names of the class are in the page; --split makes a page for each\n"
    assert apart.stdout.splitlines()[:2] == ["own-1-Ann.html", "own-2-Bo.html"]
    assert len(kept(tmp_path / "tea.json").papers) == 6
    assert again.returncode == 3
    assert "another paper" in again.stderr


def test_questions_are_shuffled_unless_an_order_is_typed(quizmill, bank, tmp_path):
    def ids(*more):
        quizmill("web", "--bank", bank, "--hand-in", "--seed", "1", "-o", "t.html", "--overwrite", *more)
        return [each.id for each in kept(tmp_path / "t.json").papers[0].exercises]

    in_order = ids("--order", "bank")

    assert sorted(ids()) == sorted(in_order)
    assert ids() != in_order


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            ("--minutes", "9"),
            "--forms, --roster, --minutes and what goes with them are of pages to be handed in; add "
            "--hand-in",
        ),
        (("--hand-in", "--split"), "--split is of a roster; add --roster FILE"),
        (("--hand-in", "--no-pause"), "--no-pause is of a clock; add --minutes N"),
        (
            ("--hand-in", "--name-column", "x"),
            "--name-column and --class-column are of the roster; add --roster FILE",
        ),
    ],
)
def test_what_has_no_meaning_is_refused(quizmill, bank, typed, said):
    run = quizmill("web", "--bank", bank, "--seed", "1", *typed)

    assert (run.returncode, run.stderr) == (2, f"quizmill: {said}\n")
