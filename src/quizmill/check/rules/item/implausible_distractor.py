"""A wrong option that nobody who reads it would pick.

Found are jokes and fillers, values of another kind than a key that is a value, one figure among words or one
name among figures, and figures more than a thousand times off all others.

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

_LARGEST_RATIO = 1000
_JOKE = re.compile(
    r"""\b(?:lol|haha\w*|hehe\w*|idk|i[ ]don't[ ](?:know|care)|who[ ]cares|not[ ]this[ ]one|blah|asdf\w*
    |just[ ](?:kidding|because)|no[ ]idea|not[ ]sure|who[ ]knows|by[ ]magic|whatever
    |(?:felt|feels?)[ ]like[ ]it
    |(?:your|my)[ ](?:mom|mother|dog|cat)|santa[ ]claus|tooth[ ]fairy|leprechauns?)\b | !!""",
    re.VERBOSE,
)
_FRUIT = re.compile(r"\b(?:apple|orange|cherry|grape|mango|fruit|pear|plant|string|list)")
_FILLER = re.compile(r"n/?a|\?+|-+|\.{2,}|x+|(?:a |an )?unicorns?|(?:a )?bananas?")


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
    if _JOKE.search(text):
        return "is not meant as an answer"
    if not _FILLER.fullmatch(text):
        return ""
    around = fold(" ".join((item.stem, *(other.text for other in item.options if other is not option))))
    wordy = sum(any(len(word) > 2 and word.isalpha() for word in words(o.text)) for o in item.real)
    serves = _FRUIT.search(around) or text in words(around) or wordy <= len(item.real) // 2
    return "" if serves else "is no answer"


def _odd_kind(kind: Kind, item: Item) -> str:
    """Why a value or name is of another kind than the keys, when those are of one kind."""
    keys = {k for o, k in zip(item.real, item.kinds, strict=True) if o.right}
    if len(keys) != 1 or kind not in VALUES | NAMES:
        return ""
    (key,) = keys
    mixed = key in VALUES | NAMES and not fits(kind, key)
    return f"is a {kind.value}, the key a {key.value}" if mixed else ""


def _far_off(option: Option, item: Item) -> str:
    own, *others = (_amount(o) for o in (option, *(o for o in item.real if o is not option)))
    known = [other for other in others if other]
    if not own or len(known) < max(2, len(others)):
        return ""
    ratio = min(max(own / other, other / own) for other in known)
    far = f"is {ratio:,.0f} times off the nearest other, more than {_LARGEST_RATIO:,}"
    return far if ratio > _LARGEST_RATIO else ""


def _amount(option: Option) -> Decimal | None:
    """The amount of a plain quantity; years and dates have none that could be compared so."""
    read = value(option.text)
    return abs(read.amount) if isinstance(read, values.Quantity) else None
