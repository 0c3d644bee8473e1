"""Options are combinations of statements, or of a few parts.

Meant are lists of labels (`1 and 3 only`, `I, II`), orders of labels (`ii, i, iii`), and lists of short
parts of which most recur: 70 in 100 of three parts and more, as advice 85 in 100 of two (`rises, falls`
beside `falls, rises`). One option that joins two others among single ones (`salt and sugar`) is not meant.

Why: who is sure of one statement can strike half of the combinations; the mark measures that skill.

Source: Haladyna, Downing and Rodriguez 2002, guideline 9: avoid the complex multiple-choice format.

Bad:
    prompt: "Which are primes? 1) 7  2) 9  3) 11"
    answer: 1 and 3 only
    distractors: [1 only, 2 and 3 only, "1, 2 and 3"]

Good:
    type: multiple_response
    prompt: Which two are primes?
    answers: ["7", "11"]
    distractors: ["9", "15"]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quizmill.bank.fold import fold
from quizmill.bank.model import MultipleChoice
from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.check.language.answer_options import is_meta
from quizmill.errors import Severity

ID = "k-type"
SEVERITY = Severity.WARNING

_SIGN = r"(?:[ivx]{1,4}|[a-h]|[1-9])"
_LABEL = rf"(?:\({_SIGN}\)|{_SIGN}\)?(?!\())"
_NOUN = r"(?:statements?|options?|choices?|answers?|sentences?)"
_ONLY = r"(?: (?:only|both|alone|(?:are|is) (?:correct|true|right)))"
_LABELS = re.compile(
    rf"(?:both |only |either )?(?:{_NOUN} )?{_LABEL}"
    rf"(?:(?:(?: ?[,;&] ?(?:and |or |& )?)| and | or ){_LABEL})+{_ONLY}*"
)
_SINGLE = re.compile(rf"(?:only )(?:{_NOUN} )?{_LABEL}|(?:{_NOUN} )?{_LABEL}{_ONLY}+")
_SURE = re.compile(
    r"\b(?:only|both|alone|either|statements?|options?|choices?|answers?|correct|true|apply)\b", re.IGNORECASE
)
_ROMAN = re.compile(r"\b(?:i{2,3}|iv|vi{0,3})\b")
_NUMBERED = re.compile(r"(?:^|\s)\(?(?:1|i|a)[.):]", re.IGNORECASE)
_OPERATOR = re.compile(r"\b(?:NOT|AND|OR|XOR)\b")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_PARTS = re.compile(r"\s*(?:[,;]|\.[ .]*\.|…|\s[-–—/|]\s)\s*(?:and\s+)?|\s+and\s+")
_STEPS = re.compile(r"[\s,;>→–—-]+")
_PAIR, _LONGEST_PART = 2, 3  # parts; words a part
_LEAST_SHARE, _LEAST_OF_PAIRS = 0.70, 0.85  # of the parts, that recurs
_LONE, _SIGNS, _DIGIT = re.compile(_LABEL), re.compile(rf"\b{_SIGN}\b"), re.compile(r"\d")


def check_item(item: Item) -> Iterator[Finding]:
    """One finding, at the first such option."""
    if not item.of(MultipleChoice):
        return
    texts = [_folded(option.text) for option in item.options]
    option = next(
        (o for o, text in zip(item.options, texts, strict=True) if _is_combination(text, texts, item)), None
    )
    if option:
        message, severity = f'"{option.text}" combines statements or options', None
    elif _are_orders(texts):
        option, severity = item.options[0], None
        message = f'"{option.text}" is an order of labels, as all options are'
    elif found := _recurring(item):
        option, (share, least) = item.options[0], found
        severity = Severity.ADVICE if least == _LEAST_OF_PAIRS else None
        message = f"{share:.0%} of the parts of the options recur in others, {least:.0%} or more"
    else:
        return
    help = "make it a multiple_response or an ordering, or ask for each part by itself"
    yield Finding(path=option.path, message=message, help=help, severity=severity)


def lists_labels(text: str) -> bool:
    """Whether an option is nothing but labels: `1 only`, `(i) and (ii)`."""
    folded = _folded(text)
    return bool(_LABELS.fullmatch(folded) or _SINGLE.fullmatch(folded))


def labels(text: str) -> frozenset[str]:
    """The labels that an option is nothing but a list of; none of another option."""
    return frozenset(_SIGNS.findall(_folded(text))) if lists_labels(text) else frozenset()


def _is_combination(text: str, texts: list[str], item: Item) -> bool:
    if _LABELS.fullmatch(text) and not _OPERATOR.search(item.stem):
        listed = sum(bool(_LABELS.fullmatch(other)) for other in texts)
        told = (
            _SURE.search(" ".join((item.lead, *texts))) or _NUMBERED.search(item.stem) or _ROMAN.search(text)
        )
        lone = any(_LONE.fullmatch(other) for other in texts)  # the options are letters: notes, vitamins
        return bool(told) or (listed < len(texts) and not lone and not _DIGIT.search(text))
    return bool(_SINGLE.fullmatch(text))


def _are_orders(texts: list[str]) -> bool:
    """Whether all options are the same three labels and more, each in its own order: `2-1-3`."""
    orders = [[step for step in _STEPS.split(text) if step] for text in texts]
    labels = set(orders[0])
    return (
        len(orders) > 1
        and len(labels) > 2
        and all(_LONE.fullmatch(label) for label in labels)
        and all(set(order) == labels and len(order) == len(labels) for order in orders)
    )


def _recurring(item: Item) -> tuple[float, float] | None:
    """The share of parts that stand in two options and more, and the least that is too many.

    None when it is less, or when not all options are lists of short parts.
    """
    if len(item.options) < 3 or any(is_meta(option.text) for option in item.options):
        return None
    lists = [[part for part in _PARTS.split(_folded(option.text)) if part] for option in item.options]
    parts = [part for each in lists for part in each]
    short = all(len(part.split()) <= _LONGEST_PART and _LETTERS.search(part) for part in parts)
    if not short or min(map(len, lists)) < _PAIR:
        return None
    counts = Counter(part for each in lists for part in set(each))
    share = sum(counts[part] > 1 for part in parts) / len(parts)
    least = _LEAST_OF_PAIRS if min(map(len, lists)) == _PAIR else _LEAST_SHARE
    return (share, least) if share >= least else None


def _folded(text: str) -> str:
    return fold(text).strip(" .!;:")
