"""Options are combinations of statements or of each other.

Found are lists of labels (`1 and 3 only`, `I, II`), an option that joins two others (`both A and B`), and
lists of which most parts recur.

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

_LABEL = r"\(?(?:[ivx]{1,4}|[a-h]|[1-9])\)?"
_NOUN = r"(?:statements?|options?|choices?|answers?|sentences?)"
_ONLY = r"(?: (?:only|both|alone|(?:are|is) (?:correct|true|right)))"
_LABELS = re.compile(
    rf"(?:both |only |either )?(?:{_NOUN} )?{_LABEL}"
    rf"(?:(?:(?: ?[,;/&] ?(?:and |or |& )?)| and | or ){_LABEL})+{_ONLY}*"
)
_SINGLE = re.compile(rf"(?:only )(?:{_NOUN} )?{_LABEL}|(?:{_NOUN} )?{_LABEL}{_ONLY}+")
_SURE = re.compile(
    r"\b(?:only|both|alone|either|statements?|options?|choices?|answers?|correct|true|apply)\b", re.IGNORECASE
)
_ROMAN = re.compile(r"\b(?:i{2,3}|iv|vi{0,3})\b")
_NUMBERED = re.compile(r"(?:^|\s)\(?(?:1|i|a)[.):]", re.IGNORECASE)
_JOINED = re.compile(r"(?:both )?(.+?) (?:and|&) (.+?)(?: only| are correct)?")
_OPERATOR = re.compile(r"\b(?:NOT|AND|OR|XOR)\b")
_SEQUENCE = re.compile(r"\b(?:order|sequence|steps|arrange|arranged|series)\b", re.IGNORECASE)
_PARTS = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+")
_FEWEST_PARTS, _LEAST_SHARE, _LONGEST_PART = 3, 0.70, 3  # parts an option, share that recurs, words a part


def check_item(item: Item) -> Iterator[Finding]:
    """One finding, at the first such option."""
    if not item.of(MultipleChoice):
        return
    texts = [_folded(option.text) for option in item.options]
    option = next(
        (o for o, text in zip(item.options, texts, strict=True) if _is_combination(text, texts, item)), None
    )
    if option:
        message = f'"{option.text}" combines statements or options'
    elif share := _recurring(item):
        option = item.options[0]
        message = f"{share:.0%} of the parts of the options recur in others, {_LEAST_SHARE:.0%} or more"
    else:
        return
    help = "make it a multiple_response, so that each part is judged by itself"
    yield Finding(path=option.path, message=message, help=help)


def lists_labels(text: str) -> bool:
    """Whether an option is nothing but labels: `1 only`, `(i) and (ii)`."""
    folded = _folded(text)
    return bool(_LABELS.fullmatch(folded) or _SINGLE.fullmatch(folded))


def _is_combination(text: str, texts: list[str], item: Item) -> bool:
    if _LABELS.fullmatch(text) and not (_OPERATOR.search(item.stem) or _SEQUENCE.search(item.lead)):
        listed = sum(bool(_LABELS.fullmatch(other)) for other in texts)
        told = (
            _SURE.search(" ".join((item.lead, *texts))) or _NUMBERED.search(item.stem) or _ROMAN.search(text)
        )
        return bool(told) or (listed < len(texts) and not re.search(r"\d", text))
    if _SINGLE.fullmatch(text):
        return True
    match = _JOINED.fullmatch(text)
    return bool(match and {match[1], match[2]} <= {other.removesuffix(" only") for other in texts})


def _recurring(item: Item) -> float:
    """The share of parts that stand in two options and more, when all options are lists of short parts."""
    if (
        len(item.options) < 3
        or _SEQUENCE.search(item.lead)
        or any(is_meta(option.text) for option in item.options)
    ):
        return 0.0
    lists = [[part for part in _PARTS.split(_folded(option.text)) if part] for option in item.options]
    parts = [part for each in lists for part in each]
    short = all(len(part.split()) <= _LONGEST_PART and re.search(r"[a-z]{2}", part) for part in parts)
    if not short or min(map(len, lists)) < _FEWEST_PARTS:
        return 0.0
    counts = Counter(part for each in lists for part in set(each))
    share = sum(counts[part] > 1 for part in parts) / len(parts)
    return share if share >= _LEAST_SHARE else 0.0


def _folded(text: str) -> str:
    return fold(text).strip(" .!;:")
