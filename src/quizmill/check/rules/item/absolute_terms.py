"""A wrong option, or a false statement, speaks in absolutes.

Absolutes are always, never, all, none, every, completely, impossible and their like; `only` and `must` are
not, since true answers have them as often. A statement is that of a true/false question, that of a choice
between true and false, or one with a gap. Left out are options that all have the word, words in quotation
marks, words that the facts have too, what is supposed (if every side is doubled, …), and what is far from
all of something. Judges take exception to about half of such items, so this is advice.

Why: few things are always so, and the test-wise strike whatever says so.

Source: Haladyna, Downing and Rodriguez 2002, guideline 28a: avoid specific determiners.

Bad:
    answer: It usually falls
    distractors: [It always stays the same, It never falls]

Good:
    answer: It falls
    distractors: [It stays the same, It rises]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.check.language.lexicons import ABSOLUTE
from quizmill.check.rules.item.tf_as_options import is_judged
from quizmill.errors import Severity

ID = "absolute-terms"
SEVERITY = Severity.ADVICE
READS_ENGLISH = True

_SUPPOSED = re.compile(
    r"\b(?:if|when|where|suppose)\b[^,;]{0,200}[,;]|\bfar (?:away )?from (?:all|every|any)\b", re.IGNORECASE
)


def check_item(item: Item) -> Iterator[Finding]:
    """Every distractor, or the false statement, with the words."""
    if (
        _is_statement(item)
        and item.answer is not True
        and (found := item.own_terms(ABSOLUTE, _SUPPOSED.sub(" ", item.lead)))
    ):
        help = "say how much, or how often, and let that be wrong"
        said = "a false statement" if item.answer is False else "a statement to be judged or filled in"
        yield Finding(path=item.path, message=f'{said} says "{min(found)}"', help=help)
    if not item.chosen:
        return
    for option in item.distractors:
        if found := item.own_terms(ABSOLUTE, option.text):
            help = "say how much, or how often; or use the word in the key too"
            yield Finding(path=option.path, message=f'a wrong option says "{min(found)}"', help=help)


def _is_statement(item: Item) -> bool:
    return is_judged(item) or (item.chosen and "?" not in item.stem and bool(item.hole))
