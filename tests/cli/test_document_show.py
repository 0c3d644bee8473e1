"""`quizmill document show`, and the paragraphs that `quizmill show` adds."""

from __future__ import annotations

import json

import pytest

import samples

LINES = ["A Short Book of Tea", "Camellia sinensis", "Cutty Sark 1869", "¥9,000 in 1870", "The end."]


@pytest.fixture
def documents(bank, tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "tea.txt").write_text("\n".join(LINES), encoding="utf-8")
    with (tmp_path / bank / "bank.yaml").open("a") as file:
        file.write("documents: ../texts\n")
    return folder


def test_paragraphs_stand_beside_their_facts_and_questions(quizmill, bank, documents):
    run = quizmill("document", "show", "tea-book", "--bank", bank)

    assert (
        run.stdout
        == """\
A Short Book of Tea (tea-book)
5 paragraphs · 3 facts · unread: paragraphs 1, 5

Leaves
1  A Short Book of Tea
   unread

2  Camellia sinensis
   - Every true tea is made from the leaves of one plant.
     tea-book/leaf
     ? tea-plant: From which plant is every true tea made? → Camellia sinensis
     ? tea-true: Select the two drinks that are true teas. → Oolong, Pu-erh
     ? tea-herbs: Peppermint tea is a true tea. → False
     ? tea-colours: Match each tea to what is done to its leaf. → Green tea =…
     ? tea-steps: Put the making of black tea in order. → Pluck, Wither, Roll,…
     ? tea-essay: Why could a fast ship be worth more than a large one in the…

3  Cutty Sark 1869
   - The Cutty Sark was launched in 1869 to carry tea from China.
     tea-book/clipper
     ? ship-name: Which clipper was launched in 1869 to carry tea from China?…
     ? ship-year: In ____ the ____ was launched. → 1869, Cutty Sark
     ? tea-essay: Why could a fast ship be worth more than a large one in the…

4  ¥9,000 in 1870
   - Her first cargo was worth ¥9,000 by the book's own reckoning.
     tea-book/cargo · as of 1870
     ? ship-cargo: How many yuan was the first cargo worth, by the reckoning…

5  The end.
   unread

"""
    )
    assert run.stderr == ""


def test_some_paragraphs_are_shown_in_full(quizmill, bank, documents):
    run = quizmill("document", "show", "--bank", bank, "--paragraph", "4-5", "--paragraph", "1")

    assert run.stdout.splitlines()[1] == "paragraphs 1, 4, 5 of 5 · 1 fact · unread: paragraphs 1, 5"
    assert "first cargo worth, by the reckoning of\n       The Tea Book, in 1870? → ¥9,000\n" in run.stdout


def test_only_what_is_unread(quizmill, bank, documents):
    run = quizmill("document", "show", "--bank", bank, "--unread", "--format", "json")
    [found] = json.loads(run.stdout)

    assert (found["id"], found["length"]) == ("tea-book", 5)
    assert [(each["number"], each["text"]) for each in found["paragraphs"]] == [(1, LINES[0]), (5, LINES[4])]


def test_where_nothing_is_unread_that_is_said(quizmill, bank, documents):
    run = quizmill("document", "show", "--bank", bank, "--unread", "--paragraph", "2-3")

    assert run.stdout == "A Short Book of Tea (tea-book)\n5 paragraphs · none is unread\n\n"


def test_without_the_documents_facts_stand_below_the_number_of_their_paragraph(quizmill, bank, tmp_path):
    samples.write(tmp_path, source=f"{samples.SOURCE}states_nothing: [5-7]\n")
    run = quizmill("document", "show", "--bank", bank)

    assert run.stdout.splitlines()[:6] == [
        "A Short Book of Tea (tea-book)",
        "the text is not at hand · 3 facts",
        "",
        "2",
        "   - Every true tea is made from the leaves of one plant.",
        "     tea-book/leaf",
    ]
    assert run.stdout.endswith("\nstate nothing: 5-7\n\n")


def test_the_folder_that_bank_yaml_names_need_not_be_there(quizmill, bank, documents, tmp_path):
    (documents / "tea.txt").unlink()
    without_file = quizmill("document", "show", "--bank", bank)
    documents.rmdir()
    without_folder = quizmill("document", "show", "--bank", bank)

    assert "the text is not at hand" in without_file.stdout
    assert without_file.stderr == "note: the document of tea-book is not in texts\n"
    assert without_folder.returncode == 0
    assert without_folder.stderr == (
        "note: the documents are not here: texts, which bank.yaml names, is no folder\n"
    )


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["tea-bok"], 'there is no source "tea-bok"; did you mean "tea-book"?'),
        (["--paragraph", "six"], '--paragraph: "six" is no number of a paragraph; type 4, or 4-7,9'),
        (["--paragraph", "0"], '--paragraph: "0" is no number of a paragraph; type 4, or 4-7,9'),
        (["--paragraph", "4-6"], '--paragraph: there is no paragraph 6; "tea.txt" has 5'),
    ],
)
def test_what_cannot_be_shown_is_told(quizmill, bank, documents, typed, told):
    run = quizmill("document", "show", "--bank", bank, *typed)

    assert (run.returncode, run.stderr) == (2, f"quizmill: {told}\n")


def test_unread_needs_the_text_and_a_bank_without_seeds_has_no_documents(quizmill, bank, tmp_path):
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare" / "bank.yaml").write_text("title: T\nnamespace: t\n")

    assert quizmill("document", "show", "--bank", bank, "--unread").stderr == (
        "quizmill: --unread: only the text tells which paragraphs there are; add --documents DIR\n"
    )
    assert quizmill("document", "show", "--bank", "bare").stderr == (
        "quizmill: this bank has no seeds, so there is no document; `quizmill document add` adds one\n"
    )


def test_a_paragraph_is_of_one_document(quizmill, bank, documents, tmp_path):
    (tmp_path / "seeds" / "sea.yaml").write_text("id: sea\ntitle: Sea\n")

    assert quizmill("document", "show", "--bank", bank, "--paragraph", "1").stderr == (
        "quizmill: --paragraph: of which document? Name one: sea, tea-book\n"
    )


def test_the_page_is_for_its_writer_alone_and_written_over_nothing_else(quizmill, bank, documents, tmp_path):
    made = tmp_path / "tea.html"
    run = quizmill("document", "show", "--bank", bank, "--html", "tea.html")
    again = quizmill("document", "show", "--bank", bank, "--html", "tea.html")

    assert run.stderr == "note: wrote tea.html, for you alone: it holds the text of documents\n"
    assert (run.stdout, again.returncode) == ("", 0)
    assert made.stat().st_mode & 0o077 == 0
    assert quizmill("coverage", "--bank", bank, "--html", "tea.html").returncode == 3
    quizmill("coverage", "--bank", bank, "--html", "coverage.html")
    refused = quizmill("document", "show", "--bank", bank, "--html", "coverage.html")
    assert refused.stderr == (
        "quizmill: coverage.html: this is no page of documents that quizmill made, and would be lost; choose "
        "another name\n"
    )


def test_show_shows_the_paragraphs_themselves_where_they_are_at_hand(quizmill, bank, documents):
    run = quizmill("show", "--bank", bank, "ship-cargo")

    assert run.stdout.endswith("In the words of The Tea Book, paragraph 4:\n        ¥9,000 in 1870\n")


def test_coverage_finds_the_documents_that_bank_yaml_names(quizmill, bank, documents):
    assert "not accounted for: paragraphs 1, 5" in quizmill("coverage", "--bank", bank).stdout
