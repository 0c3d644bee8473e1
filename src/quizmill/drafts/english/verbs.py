"""English verbs whose forms are known, so that a sentence can be turned into a question without a guess."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from quizmill.drafts.english.verb_list import IRREGULAR, REGULAR

AUXILIARIES = frozenset(
    "is are was were has have had can could will would may might must should does do did".split()
)
_VOWELS = "aeiou"


class Form(NamedTuple):
    """A finite form: the verb it is of, and the word that asks in its stead: do, does or did."""

    base: str
    helper: str


@cache
def forms() -> dict[str, Form]:
    """The finite forms of all verbs. One that is written as the base is, such as `put`, is in the past."""
    found: dict[str, Form] = {}
    for base, past in _verbs():
        found.setdefault(_third_person(base), Form(base, "does"))
        found[past] = Form(base, "did")
    for each in AUXILIARIES:
        found.pop(each, None)
    return found


@cache
def bases() -> frozenset[str]:
    """The verbs as they stand in a dictionary, which is how they stand behind a plural."""
    return frozenset(base for base, _ in _verbs()) - AUXILIARIES


def form_of(word: str) -> Form | None:
    """What a word is as a finite verb, in the past or of the third person; None where that is not known."""
    return forms().get(word)


def _verbs() -> Iterator[tuple[str, str]]:
    irregular = {line.split()[0]: line.split()[1] for line in IRREGULAR.strip().splitlines()}
    for word in REGULAR.split():
        base = word.removesuffix("+")
        if base not in irregular:
            yield base, _past(base, doubled=word.endswith("+"))
    yield from irregular.items()


def _third_person(base: str) -> str:
    if base == "have":
        return "has"
    if re.search(r"(?:s|x|z|ch|sh|o)$", base):
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _past(base: str, *, doubled: bool) -> str:
    if doubled:
        return f"{base}{base[-1]}ed"
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + "ed"
