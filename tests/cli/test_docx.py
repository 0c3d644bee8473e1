"""Sheets and keys as documents to edit."""

from __future__ import annotations

import sys
import zipfile

import docx

from written import Written


def changed(path, text):
    """Somebody types into the document and saves it."""
    document = docx.Document(path)
    document.add_paragraph(text)
    document.save(path)


def test_a_name_that_ends_so_asks_for_documents_and_so_does_the_option(quizmill, bank, tmp_path):
    run = quizmill("worksheet", "--bank", bank, "--seed", "3", "-o", "x.docx")
    assert (run.returncode, run.stdout) == (0, "x.docx\nx-key.docx\nx.json\n")
    assert Written((tmp_path / "x.docx").read_bytes()).lines[0] == "Tea and the sea"
    assert Written((tmp_path / "x-key.docx").read_bytes()).lines[0] == "Answer key: Tea and the sea"

    other = quizmill("worksheet", "--bank", bank, "--seed", "3", "--docx", "-o", "y")
    assert other.stdout == "y.docx\ny-key.docx\ny.json\n"
    assert (tmp_path / "x.docx").read_bytes() == (tmp_path / "y.docx").read_bytes()


def test_a_kept_paper_becomes_documents_and_pdfs_alike(quizmill, bank, tmp_path):
    quizmill("worksheet", "--bank", bank, "--seed", "3", "-o", "x")
    run = quizmill("reprint", "x.json", "-o", "y.docx")
    assert (run.returncode, run.stdout) == (0, "y.docx\ny-key.docx\n")
    quizmill("worksheet", "--bank", bank, "--seed", "3", "-o", "z.docx")
    assert (tmp_path / "y.docx").read_bytes() == (tmp_path / "z.docx").read_bytes()
    assert quizmill("reprint", "z.json", "-o", "z").returncode == 0
    assert (tmp_path / "z.pdf").read_bytes() == (tmp_path / "x.pdf").read_bytes()


def test_a_class_gets_its_names_in_whatever_letters_and_nobody_is_told_of_fonts(quizmill, bank, tmp_path):
    (tmp_path / "r.csv").write_text("name,class\nAnn Lee,7A\n김서준,7B\n", encoding="utf-8")
    run = quizmill("worksheet", "--bank", bank, "--seed", "3", "--roster", "r.csv", "--split", "-o", "x.docx")
    assert run.stdout == ("x-1-Ann-Lee.docx\nx-2-김서준.docx\nx-A-key.docx\nx-B-key.docx\nx.json\n")
    assert "font" not in run.stderr
    assert Written((tmp_path / "x-2-김서준.docx").read_bytes()).lines[1] == "Name 김서준"


def test_an_edited_document_is_not_written_over(quizmill, bank, tmp_path):
    def again(*more):
        return quizmill("worksheet", "--bank", bank, "--seed", "3", "-o", "x.docx", *more)

    again()
    assert again().returncode == 0
    changed(tmp_path / "x.docx", "My own question")
    edited = (tmp_path / "x.docx").read_bytes()
    run = again()
    assert (run.returncode, run.stderr.splitlines()[-1]) == (
        3,
        "quizmill: x.docx: this document was edited; choose another name, or add --overwrite to lose what "
        "was changed in it",
    )
    assert (tmp_path / "x.docx").read_bytes() == edited
    assert again("--overwrite").returncode == 0
    assert "My own question" not in Written((tmp_path / "x.docx").read_bytes()).lines


def test_another_document_is_never_written_over(quizmill, bank, tmp_path):
    docx.Document().save(tmp_path / "x.docx")
    run = quizmill("worksheet", "--bank", bank, "-o", "x.docx", "--overwrite")
    assert (run.returncode, run.stderr.splitlines()[-1]) == (
        3,
        "quizmill: x.docx: this is no document that quizmill made, and would be lost; choose another name",
    )
    with zipfile.ZipFile(tmp_path / "x.docx", "w") as broken:
        broken.writestr("docProps/core.xml", "nothing")
    assert quizmill("worksheet", "--bank", bank, "-o", "x.docx", "--overwrite").returncode == 3


def test_documents_without_their_paper_are_not_taken_for_those_of_another(quizmill, bank, tmp_path):
    quizmill("worksheet", "--bank", bank, "--seed", "3", "-o", "x.docx")
    (tmp_path / "x.json").unlink()
    run = quizmill("worksheet", "--bank", bank, "--seed", "4", "-o", "x")
    assert (run.returncode, run.stderr.splitlines()[-1]) == (
        3,
        "quizmill: x.docx: sheets lie here without their paper, x.json; choose another name, or add "
        "--overwrite if nobody has them",
    )


def test_without_python_docx_the_extra_is_named(quizmill, bank, tmp_path, monkeypatch):
    for module in [name for name in sys.modules if name.startswith(("docx", "quizmill.export.docx"))]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "docx", None)
    run = quizmill("worksheet", "--bank", bank, "-o", "x.docx")
    assert (run.returncode, run.stderr.splitlines()[-1]) == (
        2,
        "quizmill: --docx: to write documents, python-docx is needed: pip install 'quizmill[office]'",
    )
    assert not list(tmp_path.glob("x*"))
