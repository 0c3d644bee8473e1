"""A word of the stem comes back in the right option alone; in a matching, one of a left in its right.

Meant is a key that shares more words with the stem than every other option does, one of them with no other.
Judged are words of five letters and more, of three and more where there are two options, by their stems or
a beginning of five letters and more that they share (strata, stratified); numbers and the names of
names.yaml are left out. A word that all options share gives nothing away. Judges take exception to half of
what is found, so this is advice.

Why: who has read nothing picks the option that sounds like the question.

Source: Haladyna, Downing and Rodriguez 2002, guideline 28b: avoid clang associations.

Bad:
    prompt: What do arteries do that supply the heart muscle?
    answer: They supply blood with oxygen
    distractors: [They carry waste away, They store glucose]

Good:
    prompt: What do the coronary arteries carry?
    answer: Blood with oxygen
    distractors: [Blood without oxygen, Lymph]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import takewhile

from quizmill.bank.model import Matching, MultipleResponse
from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.check.language.answer_options import Option
from quizmill.check.language.tokens import content, stem, words
from quizmill.errors import Severity

ID = "clang"
SEVERITY = Severity.ADVICE

_SHORTEST, _SHORTEST_OF_TWO = 5, 3  # letters; of two options each word tells more
_LEAST_BEGINNING = 5  # letters
_LEAST_ALIKE = 0.6  # of the shorter stem
_FORM = re.compile(
    r"(?:inter|micro|macro|hydro|under|super|trans|counter|contra|electro?|photo|thermo|cardio|neuro|immuno"
    r"|infra|ultra|multi|hyper|socio|psycho?|techno?)[a-z]?$"
)


def check_item(item: Item) -> Iterator[Finding]:
    """Every right option that shares more with what asks for it than every wrong one."""
    for asked, right, wrong in _asked(item):
        if wrong and (word := _echo(asked, right.text, wrong, item)):
            place, option = ("left", "right") if item.lefts else ("stem", "key")
            message = f'"{word}" is in the {place} and in the {option}, and in no other option'
            help = f"use another word in the {place}, or the same in another option"
            yield Finding(path=right.path, message=message, help=help)


def _asked(item: Item) -> Iterator[tuple[str, Option, list[str]]]:
    """Each right option with what asks for it, and the options that are wrong there."""
    rights = [option for option in item.options if option.right]
    if item.of(Matching):
        for asked, right in zip(item.lefts, rights, strict=True):
            yield asked, right, [option.text for option in item.options if option.text != right.text]
    elif item.of(MultipleResponse) or item.key:
        wrong = [option.text for option in item.distractors]
        yield from ((item.stem, right, wrong) for right in rights)


def _echo(stem_text: str, right: str, wrong: Sequence[str], item: Item) -> str:
    """The first word of a right option that sounds like one that asks for it; "" when there is none."""
    asked, key = content(stem_text), content(right)
    others = [content(text) for text in wrong]
    shortest = _SHORTEST if len(wrong) > 1 else _SHORTEST_OF_TWO
    judged = [
        word
        for word in dict.fromkeys(words(right))
        if stem(word) in key and len(word) >= shortest and _counts(word, item)
    ]
    echoed = [word for word in judged if _echoes(stem(word), asked, others)]
    shared = (asked & key) | {stem(word) for word in echoed}
    return echoed[0] if echoed and len(shared) > max(len(asked & other) for other in others) else ""


def _echoes(own: str, asked: Set[str], others: Sequence[Set[str]]) -> bool:
    """Whether a word's stem sounds like one of the question, and like none of the distractors."""
    return _sounds(own, asked) and not any(_sounds(own, other) for other in others)


def _sounds(own: str, stems: Set[str]) -> bool:
    return own in stems or any(_beginning(own, other) for other in stems)


def _beginning(one: str, other: str) -> bool:
    """Whether two stems begin alike, as nucleus and nucleon do, with more than a common form."""
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return alike >= max(_LEAST_BEGINNING, _LEAST_ALIKE * min(len(one), len(other))) and not _FORM.match(
        one[:alike]
    )


def _counts(word: str, item: Item) -> bool:
    return word.isalpha() and word not in item.name_words
