"""Texts that differ in capitals or spaces alone, from the file to the quiz, the sheet and the marks."""

from __future__ import annotations

import csv
import json
import re

import pytest

from printed import Printed

BANK = {
    "bank.yaml": "title: Code\nnamespace: code\nlanguage: en\n",
    "t.yaml": """\
title: T
questions:
  - id: type
    type: multiple_choice
    prompt: Which of these names the type?
    answer: "`List`"
    distractors: [{text: "`list`", why: That is built in.}, "`LIST`"]
    explanation: Types have a capital.
  - id: indented
    type: multiple_choice
    prompt: Which line belongs to the loop?
    answer: "`    x += 1`"
    distractors: ["`x += 1`", "`  x += 1`"]
    explanation: It stands as far in as the others.
  - id: molecules
    type: multiple_response
    prompt: Which two are formulas of molecules?
    compare: case
    answers: [CO, NO]
    distractors: [Co, No]
    explanation: The others are elements.
  - id: steps
    type: ordering
    prompt: Put the lines of the programme in order.
    sequence: ["`for x in y:`", "`    n += x`", "`n += x`"]
    explanation: The loop comes first.
  - id: prefixes
    type: matching
    prompt: Join each prefix to what it means.
    compare: characters
    pairs: [[m, milli], [M, mega], [k, kilo]]
    extra: [Kilo]
    explanation: Capitals tell them apart.
""",
}


@pytest.fixture
def bank(tmp_path):
    folder = tmp_path / "code"
    folder.mkdir()
    for name, text in BANK.items():
        (folder / name).write_text(text, encoding="utf-8")
    return "code"


def test_an_option_is_picked_by_its_characters(quizmill, bank, tmp_path):
    chosen = ("--id", "type", "--id", "indented", "--id", "molecules")
    asked = ("quiz", "--bank", bank, *chosen, "--order", "bank", "--seed", "7", "--results", "r.json")
    shown = quizmill(*asked, typed="List\n").stdout
    (label,) = re.findall(r"^  ([abc])\.     x \+= 1$", shown, re.MULTILINE)
    run = quizmill(*asked, typed=f"List\nx += 1\n{label}\nCO, NO\n")
    assert '"x += 1" is none of the options' in run.stdout
    told = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert [each["verdict"] for each in told["questions"]] == ["right", "right", "right"]

    run = quizmill(*asked, typed="list\na\nCo, CO\n")
    assert "Wrong: 0 of 1 mark.\nThat is built in." in run.stdout
    told = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert told["questions"][0]["verdict"] == "wrong"


def test_what_two_options_could_be_is_asked_again(quizmill, bank):
    run = quizmill("quiz", "--bank", bank, "--id", "type", "--seed", "7", typed="lIST\n`List`\n")
    assert '"lIST" is none of the options' in run.stdout
    assert "Right: 1 of 1 mark." in run.stdout


def test_a_sheet_shows_keys_and_marks_them(quizmill, bank, tmp_path):
    run = quizmill(
        "worksheet", "--bank", bank, "--seed", "3", "--forms", "2", "--key-csv", "k.csv", "-o", "s"
    )
    assert run.returncode == 0
    shown = Printed((tmp_path / "s.pdf").read_bytes())
    assert all(text in shown.text for text in ("LIST", "list", "List", "CO", "Co", "milli", "Kilo", "kilo"))
    with (tmp_path / "k.csv").open(encoding="utf-8-sig", newline="") as file:
        right = {form: [] for form in "AB"}
        for row in csv.DictReader(file):
            right[row["form"]].append(row["answer"])
    rows = [["student", "form", *map(str, range(1, 6))], *([f"S{form}", form, *right[form]] for form in "AB")]
    (tmp_path / "a.csv").write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
    run = quizmill("mark", "--paper", "s.json", "a.csv")
    assert [line.split()[-1] for line in run.stdout.splitlines()[3:5]] == ["100.0", "100.0"]
