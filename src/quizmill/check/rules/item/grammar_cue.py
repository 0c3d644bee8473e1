"""The grammar of the stem or of the options gives an option away.

Meant is a stem that ends in `a` or `an`, in `is a` or in `are`, which fits only some options. Options of
several forms that all fit the stem are not meant: they read unevenly and give nothing away.

Why: who reads for grammar strikes what does not fit, or picks what alone does.

Source: Haladyna, Downing and Rodriguez 2002, guidelines 23 and 28c: keep options parallel and grammatical.

Bad:
    prompt: "A frog is an:"
    answer: amphibian
    distractors: [reptile, mammal]

Good:
    prompt: To which class do frogs belong?
    answer: Amphibians
    distractors: [Reptiles, Mammals]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.errors import Severity

ID = "grammar-cue"
SEVERITY = Severity.WARNING
READS_ENGLISH = True

_END = r"[\W_]*$"
_ARTICLE = re.compile(rf"(?<![\w/(])(an?){_END}", re.IGNORECASE)
_ONE = re.compile(rf"\b(?:is|was)\s+an?{_END}", re.IGNORECASE)
_SEVERAL = re.compile(rf"\b(?:are|were){_END}", re.IGNORECASE)
_VOWEL = re.compile(  # as it sounds
    r"(?!(?:eu|uk|ut[ei]|uni(?!n|m)|one\b|once|use|usu|ur[aieo])[a-z]*)[aeiou]|(?:hour|honest|heir|honou?r)",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"[a-z]{2,}(?<![suix])s", re.IGNORECASE)
_ARTICLED = re.compile(r"(?:an?|the)\s", re.IGNORECASE)


def check_item(item: Item) -> Iterator[Finding]:
    """One finding, at the stem."""
    if item.chosen and len(item.real) > 1 and (said := _misfit(item)):
        help = "end the stem before the article, or ask a whole question"
        yield Finding(path=item.path, message=said, help=help)


def _is_several(text: str) -> bool:
    return bool(re.search(r"\band\b", text) or (text.split() and _PLURAL.fullmatch(text.split()[-1])))


def _misfit(item: Item) -> str:
    """How the end of the stem fits only some of the options; "" when it fits all or none."""
    texts = [option.text for option in item.real]
    article = _ARTICLE.search(item.stem)
    if article and not any(_ARTICLED.match(text) for text in texts):
        vowels = [bool(_VOWEL.match(text)) for text in texts if text[:1].isalpha()]
        if 0 < sum(vowels) < len(vowels):
            fit = sum(vowels) if article[1].lower() == "an" else len(vowels) - sum(vowels)
            return f'the stem ends in "{article[1]}", which fits {fit} of {len(texts)} options'
    if _ONE.search(item.stem):
        plural = sum(bool(_PLURAL.fullmatch(text.split()[-1])) for text in texts if text.split())
        if 0 < plural < len(texts):
            return f"the stem asks for one thing, and {plural} of {len(texts)} options are several"
    if _SEVERAL.search(item.stem):
        single = sum(bool(_ARTICLED.match(text)) and not _is_several(text) for text in texts)
        if single and any(map(_is_several, texts)) and single < len(texts):
            return f"the stem asks for several things, and {single} of {len(texts)} options are one"
    return ""
