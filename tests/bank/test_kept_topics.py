"""A bank that is read again: as if it were read for the first time, whatever was kept of it."""

from __future__ import annotations

from unittest import mock

import pytest

import samples
from quizmill.bank.load import load_bank
from quizmill.bank.reader import reading
from quizmill.bank.reader.kept_topics import KeptTopics

OTHER = """\
title: Coffee
questions:
  - id: coffee-bean
    type: short_answer
    prompt: What is roasted?
    answer: A bean
    explanation: It is.
    facts: [tea-book/leaf]
"""


@pytest.fixture
def bank(tmp_path):
    """A bank of two topics, and what is kept of it."""
    folder = samples.write(tmp_path)
    (folder / "coffee.yaml").write_text(OTHER, "utf-8")
    kept = KeptTopics()
    load_bank(folder, kept)
    return folder, kept


def same(folder, kept) -> bool:
    """Whether what is read with it is what is read without."""
    again, anew = load_bank(folder, kept), load_bank(folder)
    places = [each.origins.questions for each in (again, anew)]
    texts = [each.origins.texts for each in (again, anew)]
    topics = [each.origins.topics for each in (again, anew)]
    return (
        again.bank == anew.bank
        and again.diagnostics == anew.diagnostics
        and all(one == other for one, other in (places, texts, topics))
    )


CHANGES = {
    "nothing": lambda folder: None,
    "a word": lambda folder: saved(folder / "coffee.yaml", "roasted", "ground"),
    "an error": lambda folder: saved(folder / "coffee.yaml", "answer:", "anwser:"),
    "a slip": lambda folder: saved(folder / "coffee.yaml", "A bean", "[A bean"),
    "a draft": lambda folder: saved(folder / "coffee.yaml", "coffee-bean", "coffee-bean\n    state: draft"),
    "an id that another has": lambda folder: saved(folder / "coffee.yaml", "coffee-bean", "tea-plant"),
    "a field for all": lambda folder: saved(folder / "bank.yaml", "language: en", "language: de"),
    "a fact that goes": lambda folder: saved(
        folder.parent / "seeds" / "tea-book.yaml", "id: leaf", "id: lea"
    ),
    "a file that goes": lambda folder: (folder / "tea.yaml").unlink(),
    "a file that is moved": lambda folder: (folder / "tea.yaml").rename(folder / "a.yaml"),
    "a file nobody can read": lambda folder: (folder / "tea.yaml").write_bytes(b"\xff"),
}


def saved(path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_has_changed_it_is_read_as_if_for_the_first_time(bank, change):
    folder, kept = bank
    CHANGES[change](folder)

    assert same(folder, kept)
    assert same(folder, kept)


def test_the_file_that_was_saved_is_read_alone(bank):
    folder, kept = bank
    saved(folder / "coffee.yaml", "roasted", "ground")
    with mock.patch.object(reading, "parse", side_effect=reading.parse) as parse:
        load_bank(folder, kept)

    parsed = [call.args[0] for call in parse.call_args_list]
    assert [text for text in parsed if "questions:" in text] == [OTHER.replace("roasted", "ground")]
