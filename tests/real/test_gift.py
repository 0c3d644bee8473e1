"""gift-pegjs, another reader of GIFT (npm), reads what we write as we meant it."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from pathlib import Path

import pytest

import samples
from npm_packages import packages
from quizmill.bank.default import shipped_bank
from quizmill.bank.load import load_bank
from quizmill.compose.paper import compose
from quizmill.formats.format import Settings
from quizmill.formats.gift_write import write
from quizmill.formats.report import Report

READ = """
const { parse } = require('gift-pegjs');
const text = require('fs').readFileSync(0, 'utf8');
process.stdout.write(JSON.stringify(parse(text)));
"""
# What it calls our kinds; the ordering of Moodle's plugin it takes for a short answer.
CALLED = {
    "multiple_choice": "MC",
    "multiple_response": "MC",
    "true_false": "TF",
    "short_answer": "Short",
    "numerical": "Numerical",
    "cloze": "Short",
    "matching": "Matching",
    "ordering": "Short",
    "essay": "Essay",
}


@pytest.fixture(scope="module")
def judge(tmp_path_factory) -> Path:
    """A folder in which node finds the reader."""
    return packages(tmp_path_factory, "gift-pegjs@1.0.2")


def judged(judge: Path, text: bytes) -> list[dict]:
    run = subprocess.run(["node", "-e", READ], input=text, cwd=judge, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr.decode()[-500:]
    return [each for each in json.loads(run.stdout) if each["type"] != "Category"]


def test_each_kind_is_what_it_was(judge, tmp_path):
    bank = samples.load(tmp_path).bank
    paper = compose(bank, tuple(bank.questions()), seed=1, order="bank")
    asked = {each["title"]: each for each in judged(judge, write(paper, Settings(), Report()))}

    assert {id: each["type"] for id, each in asked.items()} == {
        each.id: CALLED[each.kind] for each in paper.exercises if each.id != "ship-year"
    }
    assert asked["tea-plant"]["id"] == "tea-plant"
    assert asked["tea-plant"]["tags"] == ["plants"]
    assert [each["text"]["text"] for each in asked["tea-plant"]["choices"] if each["isCorrect"]] == [
        "Camellia sinensis"
    ]
    assert sorted(each["weight"] for each in asked["tea-true"]["choices"]) == [-50, -50, 50, 50]
    assert asked["tea-herbs"]["isTrue"] is False
    assert asked["ship-cargo"]["choices"] == {"type": "range", "number": 9000, "range": 0}
    assert [each["subanswer"] for each in asked["tea-colours"]["matchPairs"]] == [
        "heated at once",
        "fully oxidised",
        "only dried",
        "roasted twice",
    ]


def test_the_whole_shipped_bank_is_read(judge):
    bank = load_bank(shipped_bank()).bank
    paper = compose(bank, tuple(bank.questions()), seed=1, order="bank")
    report = Report()
    read = Counter(each["type"] for each in judged(judge, write(paper, Settings(), report)))
    changed = {loss.id: loss.field for loss in report.losses if loss.field in ("question", "type")}
    whole = Counter(CALLED[each.kind] for each in paper.exercises if each.id not in changed)
    others = Counter("Short" for field in changed.values() if field == "type")

    assert read == whole + others
