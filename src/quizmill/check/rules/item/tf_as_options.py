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

import re
from collections.abc import Iterator

from quizmill.bank.model import TrueFalse
from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.check.language.answer_options import Option, bare
from quizmill.errors import Severity

ID = "tf-as-options"
SEVERITY = Severity.WARNING

_VERDICT = re.compile(r"(?:true|false|yes|no|t|f|correct|incorrect|right|wrong)")
_CODE = re.compile(  # where True is a value
    r"\bprint\(|\bbool(?:ean)?\b|==|\bevaluates? to\b|\b(?:the|is) output\b|\w\([^)]*\)[^.]* return\b",
    re.IGNORECASE,
)


def check_item(item: Item) -> Iterator[Finding]:
    """One finding, at the first such option."""
    verdicts = verdicts_of(item)
    if verdicts:
        help = "make it a true_false, or ask what is the case"
        said = f'{len(verdicts)} of {len(item.options)} options are verdicts such as "{verdicts[0].text}"'
        yield Finding(path=verdicts[0].path, message=said, help=help)


def verdicts_of(item: Item) -> tuple[Option, ...]:
    """The options that are a verdict and no more, where two and more are."""
    if not item.chosen or _CODE.search(item.stem):
        return ()
    found = tuple([o for o in item.options if not o.exact and _VERDICT.fullmatch(bare(o.text))])
    return found if len(found) > 1 else ()


def is_judged(item: Item) -> bool:
    """Whether the stem is a statement to be judged, by true and false or by options that say no more."""
    return item.of(TrueFalse) or ("?" not in item.lead and bool(verdicts_of(item)))
