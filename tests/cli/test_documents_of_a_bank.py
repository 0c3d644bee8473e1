"""`documents` in bank.yaml: facts are held against their texts without being told where these lie."""

from __future__ import annotations

from pathlib import Path

import pytest

import samples

TEA = "Leaves\nCamellia sinensis\nThe Cutty Sark, 1869\nShe carried ¥9,000 of tea.\n"


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    samples.write(tmp_path)
    (tmp_path / "question_bank/bank.yaml").write_text(
        f"{samples.BANK}documents: ../texts\n", encoding="utf-8"
    )
    return Path("question_bank")


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts/tea.txt").write_text(TEA, encoding="utf-8")
    return tmp_path / "texts"


def rules_of(text: str) -> set[str]:
    return {line.partition("[")[2].partition("]")[0] for line in text.splitlines() if "[" in line}


def test_check_proves_facts_and_sees_when_their_text_changes(quizmill, bank, texts):
    assert "term-missing" not in rules_of(quizmill("check", "--bank", bank).stdout)

    (texts / "tea.txt").write_text(TEA.replace("1869", "1870"), encoding="utf-8")

    assert '"1869" does not stand in paragraph 3' in quizmill("check", "--bank", bank).stdout


def test_a_folder_that_is_named_comes_before_it(quizmill, bank, texts, tmp_path):
    (tmp_path / "others").mkdir()
    (tmp_path / "others/tea.txt").write_text("Nothing.\n")

    told = quizmill("check", "--bank", bank, "--documents", "others").stdout

    assert 'there is no paragraph 2: "tea.txt" has 1\n' in told


def test_a_folder_that_is_not_there_is_advice_until_it_comes(quizmill, bank, tmp_path):
    advice = (
        "question_bank/bank.yaml:7:12: advice[no-documents] there is no folder texts\n"
        "  7 | documents: ../texts\n"
        "    |            ^\n"
        "  help: put the documents' texts there to have facts held against them; without them all else "
        "works\n"
    )
    run = quizmill("check", "--bank", bank)

    assert (advice in run.stdout, run.returncode) == (True, 0)

    (tmp_path / "texts").mkdir()

    assert "document-missing" in quizmill("check", "--bank", bank).stdout


def test_what_is_wrong_with_a_document_keeps_nobody_from_printing(quizmill, bank, texts):
    (texts / "tea.txt").write_text("Nothing.\n")

    assert quizmill("check", "--bank", bank).returncode == 1
    assert quizmill("flashcards", "--bank", bank, "-o", "cards.pdf").returncode == 0


def test_coverage_tells_which_paragraphs_hold_no_fact(quizmill, bank, texts):
    assert "not accounted for: paragraph 1\n" in quizmill("coverage", "--bank", bank).stdout


def test_what_is_no_longer_found_in_documents_is_dropped_from_a_baseline(quizmill, bank, texts, tmp_path):
    (texts / "tea.txt").write_text(TEA.replace("1869", "1870"), encoding="utf-8")
    (tmp_path / "known.json").write_text(quizmill("check", "--bank", bank, "--format", "json").stdout)
    (texts / "tea.txt").write_text(TEA, encoding="utf-8")

    told = quizmill("check", "--bank", bank, "--baseline", "known.json").stderr

    assert (
        "1 finding that is no longer found, and can be dropped from it: term-missing in fact tea-book/clipper"
        in told
    )
