"""What may stand behind a value because the question says it: a year, per order, over five years, more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from quizmill.bank import values
from quizmill.bank.fold import fold
from quizmill.bank.values import Value, units
from quizmill.bank.values.plural_endings import singular_word
from quizmill.pattern import pattern

_ADVERBS = {
    "annum": "year",
    "annually": "year",
    "annual": "year",
    "yearly": "year",
    "quarterly": "quarter",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
}
_TIMES = frozenset("year quarter month week day hour minute second".split())
_ONE_OF = frozenset("per a an each every this that one /".split())
_RATE = pattern(
    r"(?<!\band)(?<!\band )(?: ?/ ?| ?\(?\b(?:per|an?|in an?|(?:(?:for|in|on) )?(?:each|every|one)) )"
    r"(?P<noun>[^\W\d_]{2,})\)?$"
    rf"| \(?(?P<adverb>{'|'.join(_ADVERBS)})\)?$| ?,? ?\(?(?P<year>p\.? ?a\b\.?)\)?$"
    r"| (?P<each>each|apiece)$"
)
_LEADING = pattern(r"^(?:per|each|every) ([^\W\d_]+) (?=\S)")  # 每年400亿元
_SPAN = pattern(
    r" (?:over|in|within|during|for) (?:the |these )?(?:next |coming |first )?"
    r"([\w-]+ (?:year|month|week|day)s)\b"
)
_MORE = "more expensive|more|higher|dearer|larger|greater|longer|extra"
_LESS = "less|lower|cheaper|fewer|smaller|shorter"
_DIFFERENCE = pattern(rf" (?:(?P<more>{_MORE})|(?P<less>{_LESS}))$")
_DIFFERS = {
    "more": pattern(rf"\b(?:{_MORE}|gain|rise|increase|exceeds?|loses?|above)\b"),
    "less": pattern(rf"\b(?:{_LESS}|saves?|falls?|decrease|below)\b"),
}
_EVENT = pattern(r" ((?:after|before|since)\b.*)$")
_WORD = pattern(r"[^\W\d_]+|/")


def without(text: str, asked: str) -> str:
    """*text* without the rate, span, comparison or event at its end that a folded question names."""
    folded = _at_the_end(fold(text))
    match = _RATE.search(folded)
    if match and match.start() and _is_asked(match, asked):
        return folded[: match.start()]
    if match := _DIFFERENCE.search(folded):
        way = next(way for way, said in match.groupdict().items() if said)
        return folded[: match.start()] if way in compared(asked) else text
    if (match := _EVENT.search(folded)) and f" {match[1]}" in asked:
        return folded[: match.start()]
    span = _SPAN.search(folded)
    if span and span.end() == len(folded) and values.read_spelt(span[1]) in spans(asked):
        return folded[: span.start()]
    return text


def _at_the_end(folded: str) -> str:
    """A text with the rate before its number behind it."""
    return _LEADING.sub("", folded) + (f" per {match[1]}" if (match := _LEADING.match(folded)) else "")


def is_another(text: str, asked: str) -> bool:
    """Whether *text* ends in a rate over time that a folded question does not ask for."""
    match = _RATE.search(_at_the_end(fold(text)))
    return bool(match and match.start() and _noun(match) in _TIMES and not _is_asked(match, asked))


def unit_alone(unit: str, asked: str) -> str:
    """A question's unit without its rate: phones per month are phones, metres per second are themselves."""
    return unit if units.is_measure(units.unit(fold(unit))) else without(unit, asked)


def _is_asked(match: re.Match[str], asked: str) -> bool:
    nouns = rated(asked)
    return bool(nouns) if match["each"] else _noun(match) in nouns


def _noun(match: re.Match[str]) -> str:
    """Of what one is meant; "" where it is each."""
    word = "annum" if match["year"] else match["adverb"] or match["noun"] or ""
    return _ADVERBS.get(word, singular_word(word))


@lru_cache(maxsize=256)  # of a question, asked for each answer to it
def rated(asked: str) -> frozenset[str]:
    """Of what the question speaks as of one; of a year or day only where it asks, not where it tells."""
    asks = _asking(asked)
    told = (noun for noun in _nouns(asked.removesuffix(asks)) if noun not in _TIMES)
    return frozenset((*told, *_nouns(asks)))


def compared(asked: str) -> tuple[str, ...]:
    """Which comparison a folded question asks for: by how much it is more, or less."""
    return tuple(way for way, said in _DIFFERS.items() if said.search(_asking(asked)))


def _asking(asked: str) -> str:
    """The sentence that asks, which is the last."""
    return asked.rpartition(". ")[2]


def _nouns(text: str) -> Iterator[str]:
    words = _WORD.findall(text)
    for place, word in enumerate(words):
        if word in _ONE_OF:
            yield from map(singular_word, words[place + 1 : place + 3])  # per order, each single order
        elif word in _ADVERBS:
            yield _ADVERBS[word]


@lru_cache(maxsize=256)
def spans(asked: str) -> tuple[Value, ...]:
    """The lengths of time over which the question asks."""
    read = (values.read_spelt(span[1]) for span in _SPAN.finditer(asked))
    return tuple(value for value in read if value)
