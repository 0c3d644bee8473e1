"""Answer sheets at the command line: printed, kept with the paper, printed again, refused."""

from __future__ import annotations

import json

import pypdfium2
import pytest
import zxingcpp

from answer_sheets import SHIPPED
from printed import Printed
from quizmill.compose.answer_sheet.code import sign_of

PAPER = ("worksheet", "--bank", "question_bank", "--seed", "3", "--answer-sheet", "-o", "x")


@pytest.fixture
def roster(tmp_path):
    (tmp_path / "class.csv").write_text("Name,Class\nAnn Lee,7A\n雷军,7A\n", encoding="utf-8")
    return ("-n", "3", "--roster", "class.csv", "--forms", "2", "--spare", "1")


def codes(path):
    """What the QR codes say, page by page where there is one: fingerprint, copy, page, sign of the name."""
    pages = (page.render(scale=100 / 72).to_numpy() for page in pypdfium2.PdfDocument(path.read_bytes()))
    return [tuple(code.text.split(":")[1:]) for page in pages for code in zxingcpp.read_barcodes(page)]


def test_each_copy_and_spare_has_its_own_code_and_a_reprint_is_the_same(quizmill, bank, tmp_path, roster):
    run, again = quizmill(*PAPER, *roster), quizmill("reprint", "x.json", "-o", "y")

    assert (run.returncode, again.returncode, again.stderr) == (0, 0, "")
    one, other = (form["code"].upper() for form in json.loads((tmp_path / "x.json").read_bytes())["forms"])
    assert codes(tmp_path / "x.pdf") == [
        (one, "1", "1", sign_of("Ann Lee")), (other, "2", "1", sign_of("雷军")), (one, "3", "1"),
    ]  # fmt: skip
    assert (tmp_path / "y.pdf").read_bytes() == (tmp_path / "x.pdf").read_bytes()


def test_one_sheet_printed_again_is_the_copy_that_it_was(quizmill, bank, tmp_path, roster):
    quizmill(*PAPER, *roster)
    quizmill("reprint", "x.json", "--student", "雷军", "--large-print", "-o", "one")
    quizmill("reprint", "x.json", "--form", "A", "-o", "form")
    quizmill("reprint", "x.json", "--split", "-o", "apart")

    first, second, third = codes(tmp_path / "x.pdf")
    assert codes(tmp_path / "one.pdf") == [second]
    assert codes(tmp_path / "form.pdf") == [first]
    assert codes(tmp_path / "apart-1-Ann-Lee.pdf") == [first]
    assert codes(tmp_path / "apart-spare-1.pdf") == [third]


def test_without_a_roster_all_sheets_of_a_form_are_alike(quizmill, bank, tmp_path):
    assert "answer sheet" not in quizmill(*PAPER).stderr
    assert [code[1:] for code in codes(tmp_path / "x.pdf")] == [("0", "1")]
    sheet = Printed((tmp_path / "x.pdf").read_bytes()).pages[-1]
    assert "copy" not in sheet
    assert "on the question sheet." in sheet


def test_several_pages_without_a_roster_are_told(quizmill):
    wanted = ("--bank", SHIPPED, "--seed", "3", "--type", "numerical", "-n", "20")
    run = quizmill("worksheet", *wanted, "--answer-sheet")
    assert run.stderr.splitlines()[-1] == (
        "note: the answer sheet has 3 pages, and without a roster nothing but the name on each tells that "
        "they belong together: let everybody write it on every page, or add --roster FILE"
    )


def test_a_paper_gets_answer_sheets_later_and_keeps_where_their_rings_stand(quizmill, bank, tmp_path):
    quizmill(*PAPER)
    quizmill(*PAPER, "--no-answer-sheet", "-o", "y")
    assert json.loads((tmp_path / "y.json").read_bytes())["layout"] == {}
    late = quizmill("reprint", "y.json", "--answer-sheet", "-o", "z")

    assert (late.returncode, late.stderr) == (
        0, "note: where the answer sheets have their rings is kept in y.json\n",
    )  # fmt: skip
    layouts = [json.loads((tmp_path / f"{name}.json").read_bytes())["layout"] for name in "xy"]
    assert layouts[0] == layouts[1] != {}
    assert codes(tmp_path / "z.pdf") == codes(tmp_path / "x.pdf")
    assert quizmill("reprint", "y.json", "--answer-sheet", "-o", "w").stderr == ""
    assert (tmp_path / "w.pdf").read_bytes() == (tmp_path / "z.pdf").read_bytes()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            ["--docx"],
            "quizmill: --answer-sheet: rings have to stand exactly where they are looked for, so they are in "
            "PDFs alone; leave --docx out, or add --no-answer-sheet\n",
        ),
        (
            ["--type", "essay"],
            "quizmill: --answer-sheet: rings are for choices, orders and numbers, and this paper asks for "
            "none; leave it out\n",
        ),
    ],
)
def test_what_no_answer_sheet_can_be_is_told_and_nothing_written(quizmill, bank, tmp_path, typed, told):
    run = quizmill(*PAPER, *typed)
    assert (run.returncode, run.stderr) == (2, told)
    assert not list(tmp_path.glob("x*"))


def test_another_size_of_paper_is_refused_where_rings_are_kept(quizmill, bank, tmp_path):
    quizmill(*PAPER)
    other = quizmill("reprint", "x.json", "--paper", "letter", "-o", "y")
    assert (other.returncode, other.stderr) == (
        2,
        "quizmill: --paper letter: the answer sheets of this paper are laid out on A4, and read so; say "
        "--paper a4, or add --no-answer-sheet\n",
    )
    assert quizmill("reprint", "x.json", "--paper", "letter", "--no-answer-sheet", "-o", "y").returncode == 0


def test_a_damaged_layout_is_a_sentence(quizmill, bank, tmp_path):
    quizmill(*PAPER)
    kept = json.loads((tmp_path / "x.json").read_bytes())
    kept["layout"]["markers"].pop()
    (tmp_path / "x.json").write_text(json.dumps(kept))
    run = quizmill("reprint", "x.json")
    assert (run.returncode, run.stderr) == (
        3, "quizmill: x.json: this is not a saved paper (its answer sheets have 5 markers, not 6)\n",
    )  # fmt: skip
