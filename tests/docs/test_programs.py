"""The JSON that programs read has the keys that the page lists, and no others."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import samples
from answered import picked, row
from commands import environment, run_here
from quizmill.analysis.table import as_line
from quizmill.bank.model import KINDS
from quizmill.bank.schema import descriptions
from quizmill.compose.arrange import as_written
from quizmill.compose.wording import digest
from quizmill.grade.marking import Verdict

PAGE = (Path(__file__).parents[2] / "docs/how-to/programs.md").read_text(encoding="utf-8")


def listed(heading: str) -> set[str]:
    """The keys in the table below that heading."""
    section = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return set(re.findall(r"^\| `([\w.]+)` \|", section, re.MULTILINE))


def keys(tree: Any, above: str = "") -> Iterator[str]:
    """The keys of a tree, below each other: `questions.id`; a list is all of its entries."""
    if isinstance(tree, list):
        for entry in tree:
            yield from keys(entry, above)
    elif isinstance(tree, dict):
        for key, value in tree.items():
            yield f"{above}{key}"
            yield from keys(value, f"{above}{key}.")


@pytest.fixture
def run(tmp_path: Path):
    """Runs `quizmill …` on the sample bank and returns its standard output."""
    bank = str(samples.write(tmp_path))
    around = environment(tmp_path / "cache")

    def run(*arguments: str, typed: str = "", bank: str | None = bank) -> str:
        chosen = ["--bank", bank] if bank else []
        return run_here([*arguments, *chosen], typed, tmp_path, around).stdout

    return run


def test_list(run):
    fields = {name for kind in KINDS.values() for name in descriptions(kind)} | {"type"}
    found = set(keys(json.loads(run("list", "--format", "json"))))
    found |= set(keys(json.loads(run("list", "--format", "json", "--search", "tea"))))
    added = {key for key in found if key.partition(".")[0] not in fields}

    assert added == listed("quizmill list --format json")


def test_check(run, tmp_path):
    samples.write(tmp_path, tea=samples.TOPIC.replace("type: cloze", "type: clozed"))

    assert set(keys(json.loads(run("check", "--format", "json")))) == listed("quizmill check --format json")


def test_results_of_a_quiz(run, tmp_path):
    run("quiz", "--results", "results.json", typed="b\n\n")
    results = json.loads((tmp_path / "results.json").read_text())

    assert set(keys(results)) == listed("quizmill quiz --results FILE")
    assert len(results["questions"]) == 9


def test_marks_of_a_class(run, tmp_path):
    samples.write(tmp_path, tea=samples.TOPIC.replace("answer: Cutty Sark", "answer: Thermopylae"))
    run("worksheet", "--id", "tea-herbs", "--id", "ship-name", "--order", "bank", "-o", "monday")
    (tmp_path / "answers.csv").write_text("student,1,2\nAnn,f,Thermopilae\nBo,t,\n")
    marks = json.loads(run("mark", "--paper", "monday.json", "answers.csv", "--format", "json", bank=None))
    letters = {f"forms.{letter}" for letter in marks["forms"]}

    assert set(keys(marks)) - letters == listed("quizmill mark --format json")


def test_items(run, tmp_path):
    bank = samples.load(tmp_path).bank
    topic = bank.topics[0]
    wording = digest(as_written(topic, topic.questions[0]))
    rows = [
        row(
            f"{student:016x}",
            question,
            namespace=bank.namespace,
            place="paper",
            digest=wording if question == "tea-plant" else "d" * 16,
            verdict=Verdict.WRONG,
            earned=0.0,
            chosen=(1,),
            number=at,
        )
        for student in range(40)
        for at, question in enumerate(("tea-plant", "ship-name"), 1)
    ]
    (tmp_path / "class.jsonl").write_text("".join(map(as_line, rows)))
    told = json.loads(run("answers", "items", "class.jsonl", "--json"))
    others = picked({f"{student:016x}": "AB"[student % 2] for student in range(40)}, key="A", digest="d" * 16)
    (tmp_path / "district.jsonl").write_text("".join(map(as_line, others)))
    run("answers", "items", "district.jsonl", "--aggregate", "away.json")
    away = json.loads((tmp_path / "away.json").read_text())

    assert set(keys(told)) == listed("quizmill answers items --json")
    assert set(keys(away)) == listed("quizmill answers items --aggregate FILE")
