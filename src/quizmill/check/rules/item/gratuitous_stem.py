"""The stem tells what nobody needs to answer.

Found are stems of 40 words and more in three sentences and more, whatever they tell: a story with figures
too. What is needed a machine cannot tell; judges call two in five of these gratuitous. Lists of statements,
code, blanks, and a passage or data in `context` are not counted.

Why: reading takes time from thinking, most of all from those who read slowly.

Source: Haladyna, Downing and Rodriguez 2002, guidelines 13 and 16: minimise reading; avoid window dressing.

Bad:
    prompt: >-
      Marie Curie was born in Warsaw in 1867. She loved long walks and cycling with her husband. Years later,
      after much hard work in a cold shed, she and Pierre found two elements. Which of the two is named after
      the country of her birth?

Good:
    prompt: Which element did Marie and Pierre Curie name after Poland?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank.model import MultipleChoice, MultipleResponse, Numerical, ShortAnswer, TrueFalse
from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.check.language.lead import unlisted
from quizmill.check.language.tokens import sentences, words
from quizmill.errors import Severity

ID = "gratuitous-stem"
SEVERITY = Severity.ADVICE

_KINDS = MultipleChoice | MultipleResponse | TrueFalse | ShortAnswer | Numerical
_LONG, _MANY = 40, 3  # words, sentences
_SENTENCE = 3  # words; less is a heading, a formula, a label
_CODE = re.compile(
    r"[{};][ \t]*(?:\n|$)|\w\(\)|(?:^|\n)[ \t]*(?:def|for|while|if|int|public|import"
    r"|SELECT)\b.{0,200}[:;{(]|==|:="
)


def check_item(item: Item) -> Iterator[Finding]:
    """One finding, at the stem."""
    if not item.of(_KINDS):
        return
    told = unlisted(item.stem)
    size = len(words(told))
    if size < _LONG or _CODE.search(item.stem) or item.hole:
        return
    count = sum(len(words(part)) >= _SENTENCE for part in sentences(told))
    if count >= _MANY:
        message = f"the stem has {size} words in {count} sentences, {_LONG} in {_MANY} or more"
        yield Finding(path=item.path, message=message, help="keep what is needed to answer")
