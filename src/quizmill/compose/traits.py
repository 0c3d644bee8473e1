"""What a question is chosen by, or left out by: topic, document, kind …; and which names there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import msgspec

from quizmill.bank.closest import closest, nearest
from quizmill.bank.model import (
    KINDS,
    Bank,
    Difficulty,
    Importance,
    Level,
    Question,
    Topic,
    kind_of,
    references_of,
)
from quizmill.errors import BadRequest

_MANY = 400  # characters of names that are too many to read in a message


class Traits(msgspec.Struct, frozen=True, kw_only=True):
    """Names that questions are chosen by. A question is also found by an id that it had before."""

    topics: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    importances: tuple[str, ...] = ()
    difficulties: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()


class _Trait(NamedTuple):
    option: str  # as it is typed, without its hyphens
    of: Callable[[Topic, Question], Iterable[str]]  # what a question has of it
    known: Callable[[Bank], Iterable[str]]


_TRAITS = {
    "topics": _Trait("topic", lambda topic, _: (topic.id,), lambda bank: [each.id for each in bank.topics]),
    "sources": _Trait(
        "source",
        lambda _, question: {fact.partition("/")[0] for fact in references_of(question)},
        lambda bank: [source.id for source in bank.sources],
    ),
    "types": _Trait("type", lambda _, question: (kind_of(question),), lambda _: KINDS),
    "importances": _Trait("importance", lambda _, question: (question.importance,), lambda _: Importance),
    "difficulties": _Trait("difficulty", lambda _, question: (question.difficulty,), lambda _: Difficulty),
    "levels": _Trait("level", lambda _, question: (question.level,), lambda _: Level),
    "tags": _Trait(
        "tag",
        lambda _, question: question.tags,
        lambda bank: sorted({tag for _, question in bank.questions() for tag in question.tags}),
    ),
    "ids": _Trait(
        "id",
        lambda _, question: ids_of(question),
        lambda bank: [question.id for _, question in bank.questions()],
    ),
}


class Criterion(NamedTuple):
    """Some names of one trait, and the option that they stand after."""

    option: str
    names: frozenset[str]
    of: Callable[[Topic, Question], Iterable[str]]

    def fits(self, topic: Topic, question: Question) -> bool:
        """Whether the question has one of the names."""
        return not self.names.isdisjoint(self.of(topic, question))


def criteria(traits: Traits) -> list[Criterion]:
    """One for each trait of which there are names."""
    return [Criterion(trait.option, frozenset(names), trait.of) for trait, names in _named(traits)]


def ids_of(question: Question) -> tuple[str, ...]:
    """The id of a question, and those that it had before."""
    return (question.id, *question.formerly)


def refuse_unknown_traits(bank: Bank, traits: Traits, prefix: str = "") -> None:
    """Raise BadRequest for the first name that nothing in *bank* has; *prefix* stands before its option."""
    if found := next(unknown_traits(bank, traits), None):
        option, told = found
        raise BadRequest(f"--{prefix}{option}: {told}")


def unknown_traits(bank: Bank, traits: Traits) -> Iterator[tuple[str, str]]:
    """For each name that nothing in *bank* has its option, and that it is unknown and which is near.

    An id is also known when a question had it before.
    """
    for trait, names in _named(traits):
        if trait.option == "id":
            former = {old for _, question in bank.questions() for old in question.formerly}
            names = tuple(id for id in names if id not in former)
        for told in _unknown(trait.option, names, trait.known(bank)):
            yield trait.option, told


def refuse_unknown(what: str, wanted: Iterable[str], known: Iterable[str]) -> None:
    """Raise BadRequest for the first *wanted* that is none of the *known*, naming those that come near.

    The option is called after *what* is wanted.
    """
    for told in _unknown(what, wanted, known):
        raise BadRequest(f"--{what}: {told}")


def _unknown(what: str, wanted: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    names = dict.fromkeys(known)
    for name in wanted:
        if name not in names:
            yield f'there is no {what} "{name}"; {_hint(what, name, list(names))}'


def fields_by_option() -> dict[str, str]:
    """The fields of Traits by what their options are called, without hyphens: `type`, `tag` …"""
    return {trait.option: field for field, trait in _TRAITS.items()}


def _named(traits: Traits) -> Iterator[tuple[_Trait, tuple[str, ...]]]:
    for field, trait in _TRAITS.items():
        if names := getattr(traits, field):
            yield trait, names


def _hint(what: str, name: str, names: list[str]) -> str:
    if not names:
        return "this bank has none"
    if closest(name, names) or len(", ".join(names)) < _MANY:
        return nearest(name, names)
    # The table has topics and ids; what else a question says is in the JSON.
    tables = {"topic": "quizmill list", "id": "quizmill list", "rule": "quizmill rules"}
    where = tables.get(what, "quizmill list --format json")
    return f"there are {len(names)}, and `{where}` shows them"
