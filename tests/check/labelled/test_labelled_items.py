"""How well the criteria agree with readers' labels of questions from other fields; README.md says whose."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from check.labelled.figures import agreements, read, table, together
from quizmill.check.criteria import CRITERIA

STRING_RULES = (
    "none-of-the-above",
    "all-of-the-above",
    "blank-in-stem",
    "option-order",
    "key-longest",
    "tf-as-options",
    "negative-stem",
    "unfocused-stem",
)


@pytest.mark.parametrize(("name", "least"), [("building", 0.75), ("earlier", 0.78), ("benchmark", 0.74)])
def test_all_criteria_together_agree_with_the_labels(name: str, least: float):
    assert together(agreements(name).values()).f1 >= least


@pytest.mark.parametrize("rule", STRING_RULES)
def test_criteria_that_are_a_matter_of_words_hardly_miss_and_hardly_err(rule: str):
    assert agreements("building", "earlier")[rule].f1 >= 0.85


def test_every_rule_that_warns_is_right_at_least_half_of_the_time():
    found = agreements("building", "earlier")
    warning = {rule.ID for rule in CRITERIA if rule.SEVERITY != "advice"}

    assert {rule for rule in warning & found.keys() if found[rule].found < found[rule].wrong} == set()


def test_three_hundred_items_of_ten_subjects_in_two_halves():
    halves = [read("building"), read("held")]

    assert [len(half) for half in halves] == [150, 150]
    for half in halves:
        assert len({item["subject"] for item in half}) == 10
        assert min(Counter(item["subject"] for item in half).values()) == 15
        assert sum(not item["labels"] for item in half) >= 50


def test_the_half_put_aside_agrees_with_its_labels_and_the_page_says_how_well():
    found = agreements("held")
    page = (Path(__file__).parents[3] / "docs/explanation/how-right.md").read_text(encoding="utf-8")

    assert together(found.values()).f1 >= 0.65
    assert table(found) in page
