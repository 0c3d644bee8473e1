"""Is it the same thing that is counted? Phones, mobile phones, phones sold and pieces of them are one."""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.values import units
from quizmill.grade.answer_key import AnswerKey

_GENERAL = frozenset(("unit", "piece", "item"))
_BEFORE = frozenset("additional cell different extra mobile new physical retail single smart whole".split())
_AFTER = frozenset("made more needed old only sold".split())


def is_it(right: str, given: str, key: AnswerKey) -> bool:
    """Whether things called *given* are the *right* ones: so called, or in the author's other words."""
    general = is_general(given) and not units.is_measure(right)
    return general or any(name == right or name in key.units for name in names(right, given, key))


def is_general(given: str) -> bool:
    """Whether *given* is a word for whatever is counted."""
    return given in _GENERAL


def names(right: str, given: str, key: AnswerKey) -> Iterator[str]:
    """What is counted as *given*, and the same without words that make no other thing of it.

    Before it these are words of the question; behind it only where a measure is wanted (3 nm process), for a
    word behind a thing makes another: 750 phone shops.
    """
    words = given.split()
    yield given
    after = _AFTER | key.tokens if units.is_measure(right) else _AFTER
    while len(words) > 1 and words[-1] in after:
        words.pop()
        yield units.unit(" ".join(words))
    while len(words) > 1 and (words[0] in _BEFORE or words[0] in key.tokens):
        words = words[1:]
        yield units.unit(" ".join(words))
