"""The item-writing criteria by themselves: which of them a choice question of any origin shows.

They are those criteria of SAQUET (Moore et al. 2024) that rules can judge, under the names of this checker's
rules, judged by the functions that judge a bank. Equal length is there twice: judges of teachers' questions
mean a key that is the longest (key-longest), those of benchmarks any option that sticks out
(option-length-outlier). Not there is the grammatical form of options, which no rule of ours judges.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizmill.bank.model import MultipleChoice
from quizmill.check.item import Item
from quizmill.check.language.answer_options import Option
from quizmill.check.registry import ITEM_RULES
from quizmill.check.rule import ItemRule
from quizmill.check.rules.item import ambiguous_wording, grammar_cue, multiple_keys, option_length_outlier

CRITERIA: tuple[ItemRule, ...] = tuple(rule for rule in ITEM_RULES if rule.ID != grammar_cue.ID)

_LABEL = re.compile(r"\(?([A-Ja-j]|\d{1,2})[.):]\s+(?=\S)")


def criteria(stem: str, options: Sequence[str], key: int) -> frozenset[str]:
    """The ids of the criteria that the item shows, its options in the given order.

    *key* is the index of the right option. Texts are literal, not markup; labels (`A.`, `b)`, `1.`) before
    all options are no part of them. Raises IndexError when there is no such option.
    """
    texts = _unlabelled([option.strip() for option in options])
    if not 0 <= key < len(texts):
        raise IndexError(f"there is no option {key} among {len(texts)}")
    return criteria_of(
        Item(
            kind=MultipleChoice,
            stem=stem.strip(),
            options=tuple(Option(text, i == key, ("options", i)) for i, text in enumerate(texts)),
            fixed=True,
        )
    )


def criteria_of(item: Item) -> frozenset[str]:
    """The ids of the criteria that an item shows."""
    found = {rule.ID for rule in CRITERIA if any(rule.check_item(item))}
    if multiple_keys.repeats_key(item):
        found.add(multiple_keys.ID)
    if ambiguous_wording.cannot_be_answered(item):
        found.add(ambiguous_wording.ID)
    else:
        found.discard(ambiguous_wording.ID)
    if any(option_length_outlier.sticking_out(item, item.options)):
        found.add(option_length_outlier.ID)
    return frozenset(found)


def _unlabelled(texts: list[str]) -> list[str]:
    """The texts without their labels, when these are letters or numbers in their order."""
    labels = [_LABEL.match(text) for text in texts]
    found = [match[1].lower() for match in labels if match]
    letters, numbers = list("abcdefghij")[: len(texts)], [str(n + 1) for n in range(len(texts))]
    if len(texts) < 2 or found not in (letters, numbers):
        return texts
    return [text[match.end() :] for text, match in zip(texts, labels, strict=True) if match]
