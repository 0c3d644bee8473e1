"""Deck names and ids. On import Anki knows a deck by its name alone, so a name once given stays."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container, Mapping

import msgspec

from quizmill.bank.model import Bank, Topic
from quizmill.export.anki.listed_names import harmless

_PARTS = re.compile(r":{2,}")  # Anki would read a subdeck


class Decks(msgspec.Struct, frozen=True):
    """The bank's deck and each topic's, by the topic's id; `names` are all ever given, by deck id."""

    root: int
    topics: dict[str, int]
    names: dict[int, str]
    unheeded: dict[str, str]  # by a name that `deck:` asks for, the one that was given before and stays


def decks_of(bank: Bank, remembered: Mapping[int, str]) -> Decks:
    """The decks of a bank: names as *remembered* from the previous release, new ones from the titles."""
    names = dict(remembered)
    root = deck_id(bank.namespace)
    names.setdefault(root, _name(bank.deck, bank.title, bank.namespace))
    wanted = {root: _name(bank.deck, "", bank.namespace)} if bank.deck else {}
    topics = {topic.id: _known_id(bank.namespace, topic, names) for topic in bank.topics}
    taken: set[str] = set()
    for topic in bank.topics:  # first those that have their names
        id = topics[topic.id]
        if names.get(id, "").casefold() in taken:
            del names[id]  # its file was gone, and another topic has taken the name on
        elif id in names:
            taken.add(names[id].casefold())
    for topic in bank.topics:
        id = topics[topic.id]
        name = f"{names[root]}::{_name(topic.deck, topic.title, topic.id)}"
        if id not in names:
            names[id] = _free_name(name, topic, taken)
            taken.add(names[id].casefold())
        elif topic.deck and names[id] != _apart(name, topic):
            wanted[id] = name
    unheeded = {name: names[id] for id, name in wanted.items() if names[id] != name}
    return Decks(root, topics, names, unheeded)


def _free_name(name: str, topic: Topic, taken: set[str]) -> str:
    """Two topics of one title stay two decks; to Anki, names that differ only in case are one.

    The name of a topic that is gone is free: a topic whose file was renamed goes on in the same deck.
    """
    return name if name.casefold() not in taken else _apart(name, topic)


def _apart(name: str, topic: Topic) -> str:
    return f"{name} ({topic.id})"


def _name(deck: str, title: str, otherwise: str) -> str:
    """The name an author gave, `::` parting its levels, or else the title as one level."""
    levels = deck.split("::") if deck else [_PARTS.sub(":", title)]
    return "::".join(filter(None, map(_level, levels))) or otherwise


def _level(text: str) -> str:
    """Without what Anki would change in a name."""
    return " ".join(harmless(text, " ").replace('"', "'").split()).strip(": ")


def _known_id(namespace: str, topic: Topic, known: Container[int]) -> int:
    """The id of a topic's deck: the one that was given under an id it had before, if any."""
    own, *former = (deck_id(namespace, id) for id in (topic.id, *topic.formerly))
    return next((id for id in (own, *former) if id in known), own)


def deck_id(*names: str) -> int:
    """From the namespace and the topic's id, within the range in which real decks' ids lie."""
    digest = hashlib.blake2b("/".join(names).encode(), digest_size=8).digest()
    return 1_200_000_000_000 + int.from_bytes(digest, "big") % 400_000_000_000
