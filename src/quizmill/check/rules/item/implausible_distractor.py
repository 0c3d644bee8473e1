"""A wrong option that nobody who reads it would pick.

Found are what is no answer (`not this one`, idk, n/a, `!!`), values of another kind than a key that is a
value, one figure among words or one name among figures, and a figure more than a thousand times off others
that are near each other. Amounts are compared in one unit. Whether a wrong option could tempt anybody no
rule can tell: a person must read it.

Why: an option that nobody takes makes the guess easier and is read in vain.

Source: Haladyna, Downing and Rodriguez 2002, guideline 29: make all distractors plausible.

Bad:
    prompt: In which year was insulin first given to a patient?
    answer: "1922"
    distractors: ["1951", $30 million, idk]

Good:
    prompt: In which year was insulin first given to a patient?
    answer: "1922"
    distractors: ["1898", "1951"]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from quizmill.bank import values
from quizmill.bank.fold import fold
from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.check.language.answer_options import Option
from quizmill.check.language.kinds import NAMES, VALUES, Kind, fits, odd_one, value
from quizmill.check.language.tokens import words
from quizmill.errors import Severity

ID = "implausible-distractor"
SEVERITY = Severity.WARNING

_LARGEST_RATIO, _NEAR = 1000, 100  # to the nearest other; of the others among each other
_JOKE = re.compile(r"\b(?:idk|i don't know|not this one)\b|!!")
_FILLER = re.compile(r"n/?a")
_LETTER = re.compile(r"\d ?[a-z]$", re.IGNORECASE)  # m is million and metre, k a thousand and kelvin


def check_item(item: Item) -> Iterator[Finding]:
    """Every such distractor."""
    if not item.chosen:
        return
    odd = odd_one([option.text for option in item.real], item.kinds)
    for at, (option, kind) in enumerate(zip(item.real, item.kinds, strict=True)):
        if option.right:
            continue
        reason = _joke(option, item) or _odd_kind(kind, item) or _far_off(option, item)
        if at == odd and not reason:
            reason = "is a figure or a name, and no other option is"
        if reason:
            help = "replace it by what a learner could take for right"
            yield Finding(path=option.path, message=f'"{option.text}" {reason}', help=help)


def _joke(option: Option, item: Item) -> str:
    text = fold(option.text)
    filler = _FILLER.fullmatch(text) and not any(text in words(each) for each in _around(option, item))
    return "is not meant as an answer" if filler or _JOKE.search(text) else ""


def _around(option: Option, item: Item) -> Iterator[str]:
    """What stands around an option: where NA or Na is spoken of, it is an answer."""
    yield item.stem
    yield from (other.text for other in item.options if other is not option)


def _odd_kind(kind: Kind, item: Item) -> str:
    """Why a value or name is of another kind than the keys, when those are of one kind."""
    keys = {k for o, k in zip(item.real, item.kinds, strict=True) if o.right}
    if len(keys) != 1 or kind not in VALUES | NAMES:
        return ""
    (key,) = keys
    mixed = key in VALUES | NAMES and not fits(kind, key)
    return f"is a {kind.value}, the key a {key.value}" if mixed else ""


def _far_off(option: Option, item: Item) -> str:
    own, *others = _amounts([option, *(other for other in item.real if other is not option)])
    known = [other for other in others if other]
    if not own or len(known) < max(2, len(others)) or max(known) > _NEAR * min(known):
        return ""
    ratio = min(max(own / other, other / own) for other in known)
    far = f"is {ratio:,.0f} times off the nearest other, more than {_LARGEST_RATIO:,}"
    return far if ratio > _LARGEST_RATIO else ""


def _amounts(options: list[Option]) -> list[Decimal | None]:
    """The amounts of plain quantities in one unit; years and dates have none that could be compared so."""
    read = [None if _LETTER.search(option.text) else value(option.text) for option in options]
    units = {(each.currency, each.unit) for each in read if isinstance(each, values.Quantity)}
    if len(units) != 1:
        return [None] * len(options)
    return [abs(each.amount) if isinstance(each, values.Quantity) else None for each in read]
