"""The commands that write files."""

from __future__ import annotations

import json
from pathlib import Path

import samples


def contents(folder: Path) -> dict[str, bytes]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_a_worksheet_comes_with_its_key_and_its_paper(quizmill, bank, tmp_path):
    run = quizmill("worksheet", "--bank", bank, "--seed", "3", "-n", "4", "--title", "Tuesday", "-o", "w/tea")

    assert run.stdout == "w/tea.pdf\nw/tea-key.pdf\nw/tea.json\n"
    assert (tmp_path / "w/tea.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "w/tea-key.pdf").read_bytes().startswith(b"%PDF")
    paper = json.loads((tmp_path / "w/tea.json").read_bytes())
    assert (paper["first"]["title"], paper["first"]["seed"], len(paper["first"]["exercises"])) == (
        "Tuesday",
        3,
        4,
    )


def test_a_worksheet_in_a_folder_gets_a_name(quizmill, bank, tmp_path):
    (tmp_path / "w").mkdir()
    run = quizmill("worksheet", "--bank", bank, "--seed", "3", "-o", "w")

    assert run.stdout == "w/worksheet.pdf\nw/worksheet-key.pdf\nw/worksheet.json\n"


def test_a_worksheet_says_which_seed_it_drew(quizmill, bank, tmp_path):
    run = quizmill("worksheet", "--bank", bank, "-n", "1", "-o", "w")

    seed = json.loads((tmp_path / "w.json").read_bytes())["first"]["seed"]
    assert run.stderr == f"seed: {seed} (--seed {seed} gives the same again)\n"


def test_flashcards_are_one_file(quizmill, bank, tmp_path):
    run = quizmill("flashcards", "--bank", bank, "--seed", "1", "--paper", "letter")

    assert run.stdout == "flashcards.pdf\n"
    assert (tmp_path / "flashcards.pdf").read_bytes().startswith(b"%PDF")


def test_a_deck_is_named_after_its_bank_and_reports_what_is_in_it(quizmill, bank, tmp_path):
    run = quizmill("anki", "--bank", bank)

    assert run.stdout == "tea-and-sea.apkg\n"
    assert run.stderr == "9 new\n0 updated\n0 unchanged\n0 withdrawn\n"
    assert (tmp_path / "tea-and-sea.apkg").read_bytes().startswith(b"PK")


def test_the_deck_at_the_path_is_the_release_before(quizmill, bank, tmp_path):
    quizmill("anki", "--bank", bank, "-o", "tea.apkg")
    reworded = samples.TOPIC.replace("Peppermint tea is a true tea.", "Tea of peppermint is a true tea.")
    samples.write(tmp_path, tea=reworded)
    run = quizmill("anki", "--bank", bank, "-o", "tea.apkg")

    assert run.stderr == (
        "0 new\n1 updated: tea-herbs\n8 unchanged\n0 withdrawn\n"
        "note: the release before is of 2026-11-22 or later as well; with today's date as `released` "
        "in bank.yaml, learners who have edited these cards since get the changes too\n"
    )


def test_a_release_of_a_later_day_needs_no_such_note(quizmill, bank, tmp_path):
    quizmill("anki", "--bank", bank, "-o", "tea.apkg")
    reworded = samples.TOPIC.replace("Peppermint tea is a true tea.", "Tea of peppermint is a true tea.")
    samples.write(tmp_path, tea=reworded, bank=samples.BANK.replace("2026-11-22", "2026-12-01"))
    run = quizmill("anki", "--bank", bank, "-o", "tea.apkg")

    assert run.stderr == "0 new\n1 updated: tea-herbs\n8 unchanged\n0 withdrawn\n"


def test_the_release_before_can_be_elsewhere_or_forgotten(quizmill, bank):
    quizmill("anki", "--bank", bank, "-o", "first.apkg")
    next_one = quizmill("anki", "--bank", bank, "-o", "second.apkg", "--previous", "first.apkg")
    fresh = quizmill("anki", "--bank", bank, "-o", "first.apkg", "--fresh")

    assert "9 unchanged" in next_one.stderr
    assert "9 new" in fresh.stderr


def test_fresh_and_previous_exclude_each_other(quizmill, bank):
    run = quizmill("anki", "--bank", bank, "--fresh", "--previous", "x.apkg")

    assert run.returncode == 2
    assert run.stderr == "quizmill: --fresh begins anew and --previous goes on; give one of them\n"


def test_a_previous_deck_that_is_missing_or_none_is_named(quizmill, bank, tmp_path):
    (tmp_path / "bad.apkg").write_bytes(b"not a deck")
    missing = quizmill("anki", "--bank", bank, "-o", "x.apkg", "--previous", "nowhere.apkg")
    bad = quizmill("anki", "--bank", bank, "-o", "bad.apkg")

    assert (missing.returncode, bad.returncode) == (3, 3)
    assert missing.stderr == ("quizmill: nowhere.apkg: it cannot be read (No such file or directory)\n")
    assert bad.stderr.startswith("quizmill: bad.apkg: ")
    assert (tmp_path / "bad.apkg").read_bytes() == b"not a deck"


def test_a_choice_of_questions_leaves_the_others_in_the_deck(quizmill, bank):
    quizmill("anki", "--bank", bank, "-o", "tea.apkg")
    run = quizmill("anki", "--bank", bank, "-o", "tea.apkg", "--id", "tea-herbs")

    assert run.stderr == "0 new\n0 updated\n1 unchanged\n8 left as they were\n0 withdrawn\n"


def test_build_makes_everything_and_the_same_bytes_again(quizmill, bank, tmp_path):
    first = quizmill("build", "--bank", bank, "-o", "one")
    quizmill("build", "--bank", bank, "-o", "two")

    assert list(contents(tmp_path / "one")) == [
        "flashcards.pdf",
        "quiz.html",
        "tea-and-sea.apkg",
        "worksheets/tea-key.pdf",
        "worksheets/tea.json",
        "worksheets/tea.pdf",
    ]
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert first.stdout == ""
    assert first.stderr.splitlines()[-1] == "6 files in one"


def test_build_names_what_it_no_longer_makes_and_leaves_it_there(quizmill, bank, tmp_path):
    quizmill("build", "--bank", bank, "-o", "out")
    (bank_folder := tmp_path / bank).joinpath("tea.yaml").rename(bank_folder / "leaves.yaml")
    run = quizmill("build", "--bank", bank, "-o", "out")

    stale = [line for line in run.stderr.splitlines() if line.startswith("note: out/")]
    assert stale == [
        f"note: out/worksheets/{name} was made before, and is no longer; delete it if you do not need it"
        for name in ("tea-key.pdf", "tea.json", "tea.pdf")
    ]
    assert (tmp_path / "out/worksheets/tea.pdf").exists()


def test_check_finds_nothing_in_a_good_bank_and_everything_in_a_bad_one(quizmill, bank, tmp_path):
    samples.write(tmp_path / "bad", tea=samples.TOPIC.replace("type: essay", "type: esay"))
    bad = quizmill("check", "--bank", "bad/question_bank", "--format", "json")

    assert quizmill("check", "--bank", bank).returncode == 0
    assert bad.returncode == 1
    found = [each for each in json.loads(bad.stdout) if each["severity"] == "error"]
    assert [(each["rule"], each["question"]) for each in found] == [("unknown-type", "tea-essay")]
    keys = ["file", "line", "column", "severity", "rule", "question", "message", "help", "record"]
    assert list(found[0]) == keys


def test_check_strict_fails_on_warnings(quizmill, bank):
    found = json.loads(quizmill("check", "--bank", bank, "--format", "json").stdout)
    warned = any(each["severity"] == "warning" for each in found)

    assert quizmill("check", "--bank", bank, "--strict").returncode == (1 if warned else 0)


def test_check_against_documents_that_are_not_there(quizmill, bank):
    run = quizmill("check", "--bank", bank, "--documents", "nowhere")

    assert (run.returncode, run.stderr) == (3, "quizmill: nowhere: there is no such folder\n")
