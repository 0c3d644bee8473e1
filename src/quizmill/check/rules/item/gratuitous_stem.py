"""The stem tells what nobody needs to answer.

Long is from 40 words in three sentences up, unless half of these share a word with the question or its
options. Advice is given too from 30 words and two sentences up, when a sentence before the last shares none.
A case that is asked about (a patient of some age), code, figures to reckon with and the lines of a list are
what such questions are about, and are left out.

Why: reading takes time from thinking, most of all from those who read slowly.

Source: Haladyna, Downing and Rodriguez 2002, guidelines 13 and 16: minimise reading; avoid window dressing.

Bad:
    prompt: >-
      Marie Curie was born in Warsaw in 1867. She loved long walks and cycling with her husband. Years later,
      after much hard work in a cold shed, she and Pierre found two elements. Which one is named after Poland?

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
from quizmill.check.language.tokens import content, sentences, words
from quizmill.errors import Severity

ID = "gratuitous-stem"
SEVERITY = Severity.ADVICE

_KINDS = MultipleChoice | MultipleResponse | TrueFalse | ShortAnswer | Numerical
_LONG, _MANY = 40, 3  # words, sentences
_LONGISH, _SOME = 30, 2
_SENTENCE = 3  # words; less is a heading, a formula, a label
_CLOSE = 1 / 2  # of the sentences before the last have a word in common with it: they are what it is about
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z]\w+")
_CASE = re.compile(r"\b(?:\d+|\w+)[ -](?:year|month|week|day)s?[ -]old\b|\bpatient\b", re.IGNORECASE)
_OF_CASE = re.compile(
    r"\b(?:he|she|him|his|her|they|their|this|these|patient|client|child|most|next|first|best|initial|should)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_CODE = re.compile(
    r"[{};]\s*(?:\n|$)|\w\(\)|(?:^|\n)\s*(?:def|for|while|if|int|public|import|SELECT)\b.*[:;{(]|==|:="
)


def check_item(item: Item) -> Iterator[Finding]:
    """One finding, at the stem."""
    if not item.of(_KINDS):
        return
    if is_long(item):
        message = (
            f"the stem has {_size(item)} words in {len(_parts(item))} sentences, {_LONG} in {_MANY} or more"
        )
        yield Finding(path=item.path, message=message, help="keep what is needed to answer")
    elif _is_longish(item) and (idle := _idle(item)):
        message = (
            f'the stem has {_size(item)} words, {_LONGISH} or more, and nothing of "{idle}" is asked for'
        )
        yield Finding(path=item.path, message=message, help="leave that sentence out")


def is_long(item: Item) -> bool:
    """Whether it is too long whatever it says."""
    if _size(item) < _LONG or len(_parts(item)) < _MANY or _needs_its_stem(item):
        return False
    before = [part for part in _parts(item) if part.strip() != item.lead]
    asked = _asked(item) - content(" ".join(_NAME.findall(item.stem)))
    return sum(bool(content(part) & asked) for part in before) < _CLOSE * len(before)


def _is_longish(item: Item) -> bool:
    return _size(item) >= _LONGISH and len(_parts(item)) >= _SOME and not _needs_its_stem(item)


def _size(item: Item) -> int:
    return len(words(unlisted(item.stem)))


def _parts(item: Item) -> list[str]:
    return [part for part in sentences(unlisted(item.stem)) if len(words(part)) >= _SENTENCE]


def _needs_its_stem(item: Item) -> bool:
    """A case, code, or figures to reckon with."""
    if _CODE.search(item.stem) or (_CASE.search(item.stem) and _OF_CASE.search(item.lead)):
        return True
    reckoned = item.real and all(_FIGURE.search(option.text) for option in item.real)
    return bool(reckoned and len(_FIGURE.findall(item.stem)) > 1) or item.of(Numerical)


def _asked(item: Item) -> frozenset[str]:
    return content(item.lead).union(*(content(option.text) for option in item.options))


def _idle(item: Item) -> str:
    """The first sentence before the last without a word in common with the lead or the options."""
    asked = _asked(item)
    before = (part for part in _parts(item)[:-1] if part.strip() != item.lead)
    return next((part for part in before if not content(part) & asked), "")
