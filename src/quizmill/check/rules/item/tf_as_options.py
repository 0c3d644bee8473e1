"""A choice is a true/false question in disguise.

Meant are bare verdicts: true and false, yes and no, or a `True or false?` before such options. Verdicts with
reasons (`Yes, because it floats`) ask for the reason and are left alone, as are truth values of a program.

Why: a statement to judge is a question of another type, which is marked, explained and counted as such.

Source: NBME Item-Writing Guide 2020, chapter 3: avoid true/false items in one-best-answer form.

Bad:
    type: multiple_choice
    prompt: Is glass a crystal?
    answer: "No"
    distractors: ["Yes", Only when hot]

Good:
    type: true_false
    prompt: Glass is a crystal.
    answer: false
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.model import TrueFalse
from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.errors import Severity

ID = "tf-as-options"
SEVERITY = Severity.WARNING


def check_item(item: Item) -> Iterator[Finding]:
    """One finding, at the first such option."""
    if verdicts := item.verdicts:
        help = "make it a true_false, or ask what is the case"
        said = f'{len(verdicts)} of {len(item.options)} options are verdicts such as "{verdicts[0].text}"'
        yield Finding(path=verdicts[0].path, message=said, help=help)


def is_judged(item: Item) -> bool:
    """Whether the stem is a statement to be judged, by true and false or by options that say no more."""
    return item.of(TrueFalse) or ("?" not in item.lead and bool(item.verdicts))
