"""The sittings in which a class talks over essays: `discussions` in bank.yaml."""

from __future__ import annotations

from pathlib import Path

import samples
from quizmill.bank.load import load_bank
from quizmill.bank.model import Discussion
from quizmill.bank.write import bank_files

SITTING = """\
discussions:
  - title: Speed
    opening: When did you last hurry?
    questions: [tea-essay]
    closing: "What is *worth* a race?"
    minutes: 20
"""


def told(folder: Path, discussions: str, **files: str) -> list[str]:
    loaded = samples.load(folder, bank=samples.BANK + discussions, **files)
    return [str(found).replace(f"{loaded.folder}/", "") for found in loaded.diagnostics]


def test_a_sitting_has_a_title_essays_and_what_to_begin_and_end_with(tmp_path: Path):
    bank = samples.load(tmp_path, bank=samples.BANK + SITTING).bank

    assert bank.discussions == (
        Discussion(
            title="Speed",
            opening="When did you last hurry?",
            questions=("tea-essay",),
            closing="What is *worth* a race?",
            minutes=20,
        ),
    )


def test_it_takes_three_quarters_of_an_hour_unless_said(tmp_path: Path):
    short = "discussions: [{title: Speed, questions: [tea-essay]}]\n"

    assert samples.load(tmp_path, bank=samples.BANK + short).bank.discussions == (
        Discussion(title="Speed", questions=("tea-essay",), minutes=45),
    )


def test_what_is_written_is_read_again(tmp_path: Path):
    bank = samples.load(tmp_path, bank=samples.BANK + SITTING).bank
    for name, text in bank_files(bank).items():
        (tmp_path / "again" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "again" / name).write_text(text)

    assert load_bank(tmp_path / "again").bank == bank


def test_it_names_essays_that_there_are_each_once(tmp_path: Path):
    draft = f"{samples.TOPIC}\n  - {{id: later, type: essay, state: draft}}\n"

    assert told(
        tmp_path,
        "discussions:\n"
        "  - title: Speed\n"
        "    questions: [tea-esay, ship-name]\n"
        "  - title: Haste\n"
        "    questions: [tea-essay, later, tea-essay]\n",
        tea=draft,
    )[:4] == [
        'bank.yaml:9:17: error[unknown-question] there is no question "tea-esay"\n'
        '  help: did you mean "tea-essay"?',
        'bank.yaml:9:27: error[no-essay] "ship-name" is no essay\n'
        "  help: name an essay: its points are what there is to talk over",
        'bank.yaml:11:28: error[unknown-question] "later" is a draft, which is asked nowhere\n'
        "  help: finish the question and delete its `state: draft`, or leave it out here",
        'bank.yaml:11:35: error[discussed-twice] "tea-essay" is in a discussion already\n'
        "  help: talk it over once, where it fits best",
    ]


def test_without_an_essay_the_help_says_so(tmp_path: Path):
    alone = "title: T\nquestions:\n  - {id: a, type: true_false, prompt: P, answer: true}\n"

    assert told(tmp_path, "discussions: [{title: Speed, questions: [b]}]\n", t=alone)[0] == (
        'bank.yaml:7:42: error[unknown-question] there is no question "b"\n  help: add an essay first'
    )


def test_an_essay_that_is_broken_is_told_once_where_it_stands(tmp_path: Path):
    broken = samples.TOPIC.replace("    lines: 8\n", "    lines: many\n")

    assert [line.partition(":")[0] for line in told(tmp_path, SITTING, tea=broken) if "error" in line] == [
        "tea.yaml"
    ]


def test_a_sitting_about_nothing_is_refused(tmp_path: Path):
    assert "questions" in told(tmp_path, "discussions: [{title: Speed, questions: []}]\n")[0]
