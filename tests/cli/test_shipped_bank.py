"""The bank that comes with quizmill, sat through from end to end."""

from __future__ import annotations

import json

import pytest

from quizmill.app.preview.typed import as_typed
from quizmill.bank.default import shipped_bank
from quizmill.bank.load import load_bank
from quizmill.compose.paper import compose


@pytest.mark.no_cover  # it takes most of the time
def test_whoever_types_the_key_earns_every_mark(quizmill, tmp_path):
    bank = load_bank(shipped_bank()).bank
    exercises = compose(bank, tuple(bank.questions()), seed=5).exercises
    typed = "\n".join(map(as_typed, exercises)) + "\n"
    every = [f"--topic={topic.id}" for topic in bank.topics]  # elective ones too
    run = quizmill("quiz", *every, "--seed", "5", "--results", "r.json", typed=typed, COLUMNS="40")

    assert run.returncode == 0
    record = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert len(record["questions"]) == len(exercises)
    assert [each for each in record["questions"] if each["verdict"] not in ("right", "unmarked")] == []
    assert record["percent"] == 100
    assert max(map(len, run.stdout.splitlines())) <= 40


def test_whoever_asks_for_none_in_particular_is_asked_ten_that_matter_most(quizmill, tmp_path):
    bank = load_bank(shipped_bank()).bank
    met = [question for topic, question in bank.questions() if not topic.elective]
    core = {question.id for question in met if question.importance == "core"}
    run = quizmill("quiz", "--seed", "5", "--results", "r.json")

    assert f"10 of {len(met)} questions: -n asks more\n" in run.stderr
    asked = [
        each["id"] for each in json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["questions"]
    ]
    assert len(asked) == 10
    assert set(asked) <= core
    again = quizmill("quiz", "--seed", "5", "-n", "10").stdout
    assert again == run.stdout


def test_whoever_names_a_topic_is_asked_all_of_it(quizmill):
    sale = next(topic for topic in load_bank(shipped_bank()).bank.topics if topic.id == "joyo-sale")

    asked = quizmill("quiz", "--seed", "5", "--topic", "joyo-sale").stdout
    assert f"{len(sale.questions)} questions, seed 5," in asked
