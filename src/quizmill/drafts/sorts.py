"""What a name is the name of, in a narrow sense: a chip, a carmaker, a ruler; from what facts say."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from quizmill.bank.model import Fact
from quizmill.drafts.english.verbs import AUXILIARIES, form_of
from quizmill.drafts.point import Spot

PLACES = frozenset("city town village province state country county region".split())
_ADJECTIVES = r"(?:[\w'’-]+ ){0,5}?"
_NOUN = r"(?P<noun>[a-z][a-z-]+|[A-Z]{2,})"
_END = (
    r"(?= (?:that|which|who|whom|whose|where|of|from|for|in|on|at|by|with|to|against|and|called"
    r"|named|was|is)\b"
    r"|[,.;:]|$)"
)
_IS = re.compile(
    rf" (?:is|was|are|were|as) (?:the name of )?(?:one of )?(?:the|an?|[\w'’.]+'s) {_ADJECTIVES}{_NOUN}{_END}"
)
_ARE = re.compile(rf" (?:are|were) {_ADJECTIVES}(?P<noun>[a-z][a-z-]+s){_END}")
_APPOSED_AFTER = re.compile(rf", (?:the|an?) {_ADJECTIVES}{_NOUN}{_END}")
_WORD_BEFORE = re.compile(r"(?P<words>[\w'’-]+(?: [\w'’-]+){0,4}) $")
_CALLED = re.compile(r"(?:called|named) $")
_OF = re.compile(r"\b(?P<noun>city|town|province|state|country|river|island|planet) of $")
_ARTICLES = frozenset(("the", "a", "an", "its"))
_IS_IT = re.compile(
    rf"^(?:The |Its |.+?'s ){_ADJECTIVES}{_NOUN}{_END}[^,;:]*? (?:is|was) (?:called |named )?(?:the )?$"
)
_NO_SORT = frozenset(
    """name one thing person man woman product company firm brand place part way time member first last rest
    kind sort group it start beginning maker""".split()
)
_NO_NOUN = frozenset(
    """that which who whom what where when why how to of in on at by for from with into than and or but about
    above below beside against as up out first second third new later young old in much matter""".split()
)
_BORN = r"(?:was|were|is) (?:born|founded|launched|released|established|created|opened|built|brought)"
_CAME = r"came (?:out|to market)|appeared|first shone"
_COINED = re.compile(rf"^ (?:{_BORN}|{_CAME})\b")
_BEGINNING = re.compile(r"(?:founding|foundation|launch|birth|release|date of birth) of (?:the )?$")
_BEGINNING_AFTER = re.compile(r"^'s (?:founding|foundation|launch|birth|release|date of birth)\b")
_BROUGHT = re.compile(
    r"\b(?:founded|launched|released|established|created|wrote|brought out|built) (?:the )?$"
)


def sorts_in(text: str, spots: Sequence[Spot], fact: Fact) -> Iterator[tuple[str, str]]:
    """Names with the nouns that the text has for them, and with the lists and properties that they share.

    A noun is told in the singular; what is no noun has a colon in it.
    """
    for at, spot in enumerate(spots):
        listed = _listed(text, spots[at:])
        before, after = text[: spot.start], text[_end(listed[-1]) :]
        for noun in _nouns(before, after):
            yield spot.name.name, noun
        if fact.about and fact.value in (spot.name.name, *spot.name.aliases):
            yield spot.name.name, f"about:{fact.about.rpartition('/')[2]}"
        for each in listed if len(listed) > 1 else ():
            yield each.name.name, f"list:{fact.id}"


def _listed(text: str, spots: Sequence[Spot]) -> list[Spot]:
    """The first of the names and those of its kind that follow it in a list."""
    found = [spots[0]]
    for spot in spots[1:]:
        between = text[_end(found[-1]) : spot.start]
        if spot.name.kind is not spots[0].name.kind or not re.fullmatch(r", | and |, and ", between):
            break
        found.append(spot)
    return found


def _end(spot: Spot) -> int:
    return spot.start + len(spot.text)


def _nouns(before: str, after: str) -> Iterator[str]:
    for match in (_IS.match(after), _ARE.match(after), _APPOSED_AFTER.match(after), _IS_IT.match(before)):
        if match:
            yield singular(match["noun"])
    if match := _OF.search(before):
        yield match["noun"]
    if noun := _noun_before(before):
        yield singular(noun)


def _noun_before(before: str) -> str:
    """The noun of an article that stands directly before a name: the software company; "" for none."""
    match = _WORD_BEFORE.search(_CALLED.sub("", before))
    words = match["words"].split() if match else []
    article = next((at for at in range(len(words) - 2, -1, -1) if words[at].lower() in _ARTICLES), None)
    if article is None:
        return ""
    phrase = words[article + 1 :]
    plain = phrase[-1].islower() and _NO_NOUN.isdisjoint(phrase) and not any(map(_is_verb, phrase))
    return phrase[-1] if plain else ""


def _is_verb(word: str) -> bool:
    return word in AUXILIARIES or form_of(word) is not None


def narrow(sorts: Collection[str]) -> frozenset[str]:
    """Those that tell a name from others of its kind."""
    return frozenset(sorts) - _NO_SORT


def life_end(before: str, after: str) -> bool | None:
    """Which end of what stands between the two a dated sentence tells: False if it came, True if it went."""
    if re.match(r" died\b", after):
        return True
    came = (
        _COINED.match(after),
        _BEGINNING_AFTER.match(after),
        _BEGINNING.search(before),
        _BROUGHT.search(before),
    )
    return False if any(came) else None


def singular(noun: str) -> str:
    """A noun in the singular: countries, carmakers, boxes."""
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us")) else noun
