"""Words that are right: every text that the marker takes for the same, as far as there are few of them.

Each is in the form in which texts are compared: the words of `normalise.tokens`, run together.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from quizmill.bank.fold import fold
from quizmill.grade.accepted.ways import ways
from quizmill.grade.answer_key import AnswerKey
from quizmill.grade.names import NameIndex
from quizmill.grade.normalise import joined, tokens


class Said(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a thing may be called: its names, and other ways to write these; of each the words."""

    named: tuple[str, ...]
    said: tuple[str, ...] = ()


def said(form: str, key: AnswerKey, names: NameIndex) -> Said:
    """The form, and the other names of the thing, in every way to write them."""
    forms = (form, *other_names(form, key, names))
    named = dict.fromkeys(" ".join(tokens(each)) for each in forms)
    written = dict.fromkeys(" ".join(way) for each in forms for way in ways(tokens(each), each))
    return Said(tuple(named), tuple(way for way in written if way not in named))


def other_names(form: str, key: AnswerKey, names: NameIndex) -> tuple[str, ...]:
    """What else the thing is called that *form* names, if it is no answer to repeat the question."""
    return tuple(alias for alias in names.forms(form) if not key.tokens.issuperset(tokens(alias)))


def others(named: tuple[str, ...], names: NameIndex) -> Iterator[str]:
    """The names of other things in which the words of one stand: who types one of them, means that."""
    return (joined(each) for name in named for each in names.containing(tuple(name.split(" "))))


def addresses(form: str) -> tuple[str, ...]:
    """The address of a site as a browser shows it, and as it is written."""
    bare = fold(form).removeprefix("https://").removeprefix("http://").removesuffix("/").removeprefix("www.")
    hosts = (bare, f"www.{bare}")
    whole = (*hosts, *(f"{scheme}://{host}" for scheme in ("http", "https") for host in hosts))
    return (*whole, *(f"{each}/" for each in whole))
