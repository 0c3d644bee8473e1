"""A bank written and read again is the same bank."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import samples
from quizmill.bank.load import LoadedBank, load_bank
from quizmill.bank.model import Bank, Topic
from quizmill.bank.write import bank_files, topic_text
from quizmill.bank.yaml_out import text
from quizmill.errors import Severity
from sound_banks import NASTY, banks, texts

ROOT = Path(__file__).parents[2]


def read_back(bank: Bank) -> LoadedBank:
    with tempfile.TemporaryDirectory() as name:
        for file, written in bank_files(bank).items():
            path = Path(name) / file
            path.parent.mkdir(exist_ok=True)
            path.write_text(written, encoding="utf-8", newline="")
        return load_bank(Path(name))


@settings(max_examples=50)  # each is a folder of files
@given(banks())
def test_reading_what_was_written_gives_the_same_bank(bank: Bank):
    loaded = read_back(bank)

    assert [str(found) for found in loaded.diagnostics if found.severity is not Severity.ADVICE] == []
    assert loaded.bank == bank


def test_the_shipped_bank_written_and_read_is_the_same():
    bank = load_bank(ROOT / "question_bank").bank

    assert read_back(bank).bank == bank


@given(st.one_of(st.sampled_from(NASTY), texts))
def test_every_yaml_reader_takes_a_text_for_the_same_text(nasty: str):
    tree = {"a": nasty, "b": [nasty, [nasty, {"c": nasty}]], "d": {"e": nasty}}

    assert yaml.safe_load(text(tree)) == tree


def test_a_topic_as_its_author_would_write_it(tmp_path: Path):
    (topic,) = samples.load(tmp_path).bank.topics

    assert (
        topic_text(Topic(id="tea", title="Tea", questions=topic.questions[:3:2]))
        == """\
title: Tea
questions:
  - id: tea-plant
    type: multiple_choice
    prompt: From which plant is *every* true tea made?
    answer: Camellia sinensis
    distractors:
      - text: Camellia japonica
        why: It is a garden cousin without tea in its leaves.
      - Ilex paraguariensis
      - Aspalathus linearis
    explanation: Green, black and white tea differ in what is done to the leaf.
    facts: [tea-book/leaf]
    difficulty: easy
    tags: [plants]
    hint: The genus has a Czech-Moravian missionary's name.

  - id: tea-herbs
    type: true_false
    prompt: Peppermint tea is a true tea.
    answer: false
    correction: Peppermint is no Camellia, so its tea is an infusion.
    explanation: Only one plant gives true tea.
    facts: [tea-book/leaf]
"""
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("plain words, of all sorts: no", '"plain words, of all sorts: no"'),
        ("plain words (of 16,000 sorts); no?", "plain words (of 16,000 sorts); no?"),
        ("$75 million", "$75 million"),
        ("no", '"no"'),
        ("1869", '"1869"'),
        *((each, f'"{each}"') for each in ("y", "N", "007", "08", "1e3", "12E-3", "0o17", "16,000")),
        *((each, each) for each in ("yes and no", "nay", "1e", "e3", "0o8", "7up")),
        ("C #", '"C #"'),
        ("a\n\n  b", "|-\n  a\n\n    b"),
        ("a\n", '"a\\n"'),
        ("\x1b", '"\\u001b"'),
        ("", '""'),
        (True, "true"),
        (7, "7"),
        ([], "[]"),
        ({}, "{}"),
        (["a", "b c", "1"], '[a, b c, "1"]'),
        (["16,000", "b"], '["16,000", b]'),
        ([["a", "b"]], "\n  - [a, b]"),
        ({"b": {"c": "d"}}, "\n  b:\n    c: d"),
    ],
)
def test_how_a_value_is_written(value: object, written: str):
    assert text({"a": value}) == f"a: {written}\n".replace(": \n", ":\n")


def test_no_topic_is_called_bank():
    with pytest.raises(ValueError, match="cannot be called"):
        bank_files(Bank(title="B", namespace="b", topics=(Topic(id="bank", title="T"),)))
