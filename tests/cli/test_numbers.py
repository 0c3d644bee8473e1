"""What prints numbers of paragraphs and questions, what takes them, and that the one fits the other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import samples
from quizmill.classroom.rulings import ruled
from quizmill.classroom.saved import restore
from quizmill.errors import BadRequest

SOURCES = Path(__file__).parents[2] / "src/quizmill"
PRINT = {
    "app/proposing.py",  # the comment of a draft: beside which paragraphs to read it
    "bank/curators_page.py",  # both pages of a curator: coverage and a document
    "bank/reader/draft_facts.py",
    "bank/write.py",  # `states_nothing` of a source that is written
    "check/rules/document/paragraph_unread.py",
    "check/rules/document/term_missing.py",
    "classroom/scan/accounts.py",
    "cli/commands/coverage.py",
    "cli/commands/document/add.py",
    "cli/commands/document/showing.py",
    "cli/commands/document/update.py",
    "compose/study.py",  # below answers and lessons, on sheets, cards, slips and screens
    "documents/edits.py",  # `states_nothing` of a document that has changed
    "export/paper/answer_sheet/head.py",
    "export/paper/slips.py",
    "export/paper/word_bank.py",
    "faces/plain/class_report.py",
    "faces/plain/overview.py",
    "faces/plain/summary.py",
    "faces/screen/overview.py",
    "formats/report_page.py",
}
TAKE = {
    "bank/reader/seeds.py",  # `states_nothing`
    "cli/commands/document/showing.py",  # --paragraph
    "documents/edits.py",  # `states_nothing` of a document that has changed
    "classroom/rulings.py",  # `mark --void`, `--accept`, `--take-back`
}
DOCUMENT = "".join(f"Paragraph number {n}.\n" for n in range(1, 13))


def _importing(names: str) -> set[str]:
    imports = re.compile(rf"^from quizmill\.bank\.ranges import .*\b({names})\b", re.MULTILINE)
    return {
        path.relative_to(SOURCES).as_posix()
        for path in SOURCES.rglob("*.py")
        if imports.search(path.read_text(encoding="utf-8"))
    }


def test_these_print_numbers_and_these_take_them():
    """Whoever adds one says so here, and tries below that what is printed is taken."""
    assert _importing("in_ranges|listed|gathered") == PRINT
    assert _importing("spread") == TAKE


def _unread(quizmill, *command: str) -> str:
    run = quizmill(*command, "--bank", "question_bank", "--documents", "documents")
    found = re.search(r"(?:not accounted for:|rests on) paragraphs ([\d, -]+\d)", run.stdout)
    return found[1] if found else ""


@pytest.mark.parametrize("command", [("coverage",), ("check", "--rule", "paragraph-unread")])
@pytest.mark.parametrize("written", ["states_nothing: {}", "states_nothing: [{}]"])
def test_paragraphs_that_nobody_accounted_for_are_pasted_below_states_nothing(
    quizmill, tmp_path, command, written
):
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "tea.txt").write_text(DOCUMENT)
    samples.write(tmp_path)
    told = _unread(quizmill, *command)
    samples.write(tmp_path, source=f"{samples.SOURCE}{written.format(told)}\n")

    assert told == "1, 5-12"
    assert _unread(quizmill, *command) == ""


@pytest.fixture
def paper(quizmill, bank, tmp_path):
    quizmill("worksheet", "--bank", bank, "--order", "bank", "-o", "monday")
    return lambda: restore((tmp_path / "monday.json").read_bytes(), "")


def test_questions_are_declared_void_and_taken_back_by_ranges(quizmill, paper):
    run = quizmill("mark", "--paper", "monday.json", "--void", "2-4, 7", "--void", "ship-name and 9")

    assert run.stderr.splitlines()[-1] == "note: kept in monday.json"
    ids = [exercise.id for exercise in paper().papers[0].exercises]
    assert {each.id for each in paper().rulings} == {*ids[1:4], ids[6], "ship-name", ids[8]}
    quizmill("mark", "--paper", "monday.json", "--take-back", "2–4,7 and 9", "--take-back", "ship-name")
    assert paper().rulings == ()


def test_an_answer_is_accepted_for_several_questions(paper):
    made = ruled(paper(), accept=["4-5=9,001"])

    assert [each.accept for each in made.rulings] == [("9,001",), ("9,001",)]


def test_of_a_range_with_questions_that_are_not_there_the_first_is_named(paper):
    with pytest.raises(BadRequest) as refused:
        ruled(paper(), void=["7-9999", "nothing"])

    assert str(refused.value) == (
        '--void: there is no question "10"; give its number on the first form, 1 to 9\n'
        '--void: there is no question "nothing"; give its number on the first form, 1 to 9'
    )


def test_unread_paragraphs_are_shown_by_the_numbers_that_were_told(quizmill, tmp_path):
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "tea.txt").write_text(DOCUMENT)
    samples.write(tmp_path)
    show = ["document", "show", "--bank", "question_bank", "--documents", "documents"]
    told = quizmill(*show, "--unread").stdout.splitlines()[1].partition("paragraphs ")[2]
    told = told.partition("unread: paragraphs ")[2] or told

    assert told == "1, 5-12"
    assert quizmill(*show, "--paragraph", told).stdout.splitlines()[1] == (
        "paragraphs 1, 5-12 of 12 · 0 facts · unread: paragraphs 1, 5-12"
    )
