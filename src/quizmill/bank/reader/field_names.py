"""The names that fields of bank files have, and the one that a misspelt name stands for."""

from __future__ import annotations

from functools import cache

from quizmill.bank.closest import closest
from quizmill.bank.model import KINDS, OWN, Audio, Bank, Fact, Image, Lesson, Name, Source, Topic

_RECORDS = (*KINDS.values(), Bank, Topic, Source, Fact, Name, Image, Audio, Lesson)
_READ_APART = {"type", "state", "seeds", "order", "names"}  # which no record has


@cache
def field_names() -> frozenset[str]:
    """Every name that a field can have."""
    return frozenset(name for each in _RECORDS for name in each.__struct_encode_fields__) | _READ_APART


def meant(name: str) -> str:
    """The field that was probably meant by *name*: itself where it is one, the author's own, or like none."""
    if name in field_names() or name.startswith(OWN):
        return name
    return closest(name, sorted(field_names())) or name
