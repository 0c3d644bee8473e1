"""Questions of a bank as other programs' files, with a word on what is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quizmill.formats.table import WRITTEN


def test_a_bank_is_written_and_what_is_lost_is_told(quizmill, bank, tmp_path):
    run = quizmill("export", "gift", "--bank", bank, "--seed", "1", "--report", "losses.json")

    assert (run.returncode, run.stdout) == (0, "questions.gift\nlosses.json\n")
    levels, ranks = "tea-colours, tea-steps, tea-essay", "tea-plant, ship-cargo"
    no_place = f"level (3 questions: {levels}), difficulty ({ranks}), hint (tea-plant), marks, allow ("
    assert f"lost    GIFT has no place for it: {no_place}" in run.stderr
    assert "\n9 questions, 1 of them left out\n" in run.stderr
    assert "note    Moodle never updates a question: what is imported twice stands there twice." in run.stderr
    told = json.loads((tmp_path / "losses.json").read_bytes())
    assert {"id", "field", "rule", "was", "became", "severity"} == set(told[0])
    assert (tmp_path / "questions.gift").read_text(encoding="utf-8").count("\n::") == 8


def test_the_same_again_is_the_same_and_another_needs_to_be_asked_for(quizmill, bank, tmp_path):
    quizmill("export", "csv", "--bank", bank, "--seed", "1", "-o", "a.csv")
    data = (tmp_path / "a.csv").read_bytes()
    again = quizmill("export", "csv", "--bank", bank, "--seed", "1", "-o", "a.csv")
    other = quizmill("export", "csv", "--bank", bank, "--type", "essay", "-o", "a.csv")

    assert (again.returncode, (tmp_path / "a.csv").read_bytes()) == (0, data)
    assert other.returncode == 3
    assert "a.csv: another export lies here; choose another name, or add --overwrite" in other.stderr
    assert (
        quizmill("export", "csv", "--bank", bank, "--type", "essay", "-o", "a.csv", "--overwrite").returncode
        == 0
    )


def test_strict_tells_scripts(quizmill, bank):
    asked = ("--bank", bank, "--seed", "1", "--dry-run", "--strict")

    whole = quizmill("export", "csv", *asked)

    assert quizmill("export", "gift", *asked).returncode == 1
    assert (whole.returncode, whole.stdout) == (0, "")
    assert whole.stderr.endswith("9 questions, nothing lost or changed\n")


def test_a_dry_run_is_the_report_alone(quizmill, bank, tmp_path):
    run = quizmill("export", "gift", "--bank", bank, "--seed", "1", "--type", "true_false", "--dry-run")
    kept = quizmill("export", "gift", "--bank", bank, "--seed", "1", "--dry-run", "--report", "lost.json")

    assert "lost.json" not in kept.stdout
    assert "severity" in json.loads((tmp_path / "lost.json").read_bytes())[0]
    assert run.stdout.startswith("lost    facts: only the source can be told, at the end of the explanation")
    assert run.stdout.splitlines()[-1].startswith("note    Each question earns one mark")
    assert not list(tmp_path.glob("questions*"))


def test_forms_are_files_beside_each_other(quizmill, bank):
    run = quizmill("export", "csv", "--bank", bank, "--seed", "1", "--forms", "2", "-o", "a.csv")

    assert run.stdout == "a-A.csv\na-B.csv\n"


GIF = b"GIF89a" + bytes(7)
DRAWN = "type: true_false, prompt: This is a leaf., answer: true, image: {file: art/leaf.gif, alt: A leaf}"


def test_pictures_lie_beside_a_document_that_names_them(quizmill, tmp_path):
    folder = tmp_path / "bank"
    (folder / "art").mkdir(parents=True)
    (folder / "bank.yaml").write_text("title: B\nnamespace: b\n", encoding="utf-8")
    (folder / "leaves.yaml").write_text(f"title: T\nquestions: [{{id: q, {DRAWN}}}]\n", encoding="utf-8")
    (folder / "art" / "leaf.gif").write_bytes(GIF)
    run = quizmill("export", "markdown", "--bank", folder, "-o", "out/a.md", "--forms", "2")

    assert (run.returncode, run.stdout) == (0, "out/a-A.md\nout/a-B.md\nout/art/leaf.gif\n")
    assert (tmp_path / "out/art/leaf.gif").read_bytes() == GIF
    assert "![A leaf](art/leaf.gif)" in (tmp_path / "out/a-A.md").read_text(encoding="utf-8")

    other = GIF + b";"
    (tmp_path / "out/art/leaf.gif").write_bytes(other)
    again = quizmill("export", "markdown", "--bank", folder, "-o", "out/a.md", "--forms", "2")
    assert again.returncode == 3
    assert "leaf.gif: another picture lies here; choose another folder, or add --overwrite" in again.stderr
    assert (tmp_path / "out/art/leaf.gif").read_bytes() == other


def test_a_format_without_a_place_for_any_of_it_is_refused(quizmill, bank, tmp_path):
    run = quizmill("export", "gift", "--bank", bank, "--type", "cloze")

    assert run.returncode == 2
    assert "GIFT, Moodle's text has no place for any of these questions" in run.stderr
    assert not Path(tmp_path / "questions.gift").exists()


def test_the_list_shows_what_each_format_carries(quizmill):
    run = quizmill("export", "--list")

    assert run.returncode == 0
    assert "= whole   ~ changed   P as another kind   - lost" in run.stdout


def test_the_list_of_one_format_says_why(quizmill):
    run = quizmill("export", "aiken", "--list")

    assert run.returncode == 0
    assert run.stdout.startswith("aiken: Aiken, Moodle's shortest text; read and written\n- ")
    assert "P true_false: true and false become two options\n" in run.stdout


@pytest.mark.parametrize("name", ["moodle", "gift", "csv"])
def test_only_what_has_changed_since_an_earlier_export(quizmill, bank, tmp_path, name):
    quizmill("export", name, "--bank", bank, "-o", "old")
    since = ("export", name, "--bank", bank, "-o", "new", "--changed-since", "old")
    same = quizmill(*since)
    topic = tmp_path / bank / "tea.yaml"
    text = topic.read_text(encoding="utf-8").replace("She still stands", "The ship still stands")
    topic.write_text(text.replace("id: tea-plant", "id: tea-shrub"), encoding="utf-8")
    run = quizmill(*since)

    assert (same.returncode, same.stdout) == (0, "")
    assert same.stderr.endswith("no question has changed since old\n")
    assert (run.returncode, run.stdout) == (0, "new\n")
    assert "\n2 questions, no" in run.stderr
    assert "question: old has it and the bank no longer: delete it there (tea-plant)\n" in run.stderr
    written = (tmp_path / "new").read_text(encoding="utf-8")
    assert [id in written for id in ("ship-name", "tea-shrub", "tea-true")] == [True, True, False]


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("aiken", 2, "--changed-since: a file of aiken does not tell which question is which"),
        ("markdown", 2, "--changed-since: a file of markdown does not tell which question is which"),
        ("moodle", 3, "old: this is no XML ("),
    ],
)
def test_what_an_earlier_export_cannot_be(quizmill, bank, tmp_path, name, code, said):
    (tmp_path / "old").write_text("none", encoding="utf-8")
    run = quizmill("export", name, "--bank", bank, "-o", "new", "--changed-since", "old")

    assert run.returncode == code
    assert f"quizmill: {said}" in run.stderr


def test_a_format_is_to_be_named(quizmill):
    run = quizmill("export")

    assert run.returncode == 2
    assert f"name a format: {', '.join(WRITTEN)}; --list shows what each carries" in run.stderr


@pytest.mark.parametrize("name", ["word", "scorm"])
def test_an_unknown_format_is_refused(quizmill, name):
    run = quizmill("export", name)

    assert run.returncode == 2
    assert f"'{name}' is not one of {', '.join(WRITTEN)}" in run.stderr
