"""How well the criteria agree with our own labels of questions from other fields."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from quizmill.check.criteria import criteria

ITEMS = [
    json.loads(line)
    for line in Path(__file__).with_name("items.jsonl").read_text(encoding="utf-8").splitlines()
]
STRING_RULES = (
    "none-of-the-above",
    "all-of-the-above",
    "blank-in-stem",
    "option-order",
    "key-longest",
    "tf-as-options",
)


def counts(style: str) -> Counter[tuple[str, str]]:
    """How many labels of each criterion are found, missed, or found where there is none."""
    found: Counter[tuple[str, str]] = Counter()
    for item in ITEMS:
        if item["style"] == style:
            shown, labelled = criteria(item["stem"], item["options"], item["key"]), set(item["labels"])
            found.update((rule, "right") for rule in shown & labelled)
            found.update((rule, "wrong") for rule in shown ^ labelled)
    return found


def f1(found: Counter[tuple[str, str]], *rules: str) -> float:
    """The harmonic mean of precision and recall, over all of the rules together."""
    told = {kind: sum(n for (rule, k), n in found.items() if k == kind and (not rules or rule in rules))
            for kind in ("right", "wrong")}  # fmt: skip
    return 2 * told["right"] / (2 * told["right"] + told["wrong"])


@pytest.mark.parametrize(("style", "least"), [("teacher", 0.78), ("benchmark", 0.76)])
def test_all_criteria_together_agree_with_the_labels(style: str, least: float):
    assert f1(counts(style)) >= least


@pytest.mark.parametrize("rule", STRING_RULES)
def test_criteria_that_are_a_matter_of_words_hardly_miss_and_hardly_err(rule: str):
    assert f1(counts("teacher") + counts("benchmark"), rule) >= 0.85


def test_half_of_the_items_are_of_each_style_and_many_show_nothing():
    assert Counter(item["style"] for item in ITEMS) == {"teacher": 120, "benchmark": 120}
    assert sum(not item["labels"] for item in ITEMS) >= 60
