"""The words of an answer, without what tells no two answers apart: case, accents, articles, company forms."""

from __future__ import annotations

import re
from functools import lru_cache

from quizmill.bank.fold import fold
from quizmill.pattern import pattern

LITTLE = frozenset(  # may stand around an answer
    "a an the his her its their in on at by of is was it that from only".split()
)

_NOTHING = ("", "-")
_COMPANY = frozenset("inc incorporated corp corporation ltd limited co llc plc".split())
_SIGN = pattern(r"[^\w ?!]")  # what has none is words already, but for its articles
# Where a pattern begins with its sign and only then looks back, most texts are passed over quickly.
_POSSESSIVE = pattern(r"'(?:(?<=[^\W\d]')s\b|(?<=s')(?!\w))")
_DOMAIN = pattern(r"h(?<!\wh)ttps?://|w(?<!\ww)ww\.|\.(?<=\w\.)com\b")
_ARTICLES = pattern(r"^(?:an?|the) (?=\S)|(?<= )the (?=\S)")
_ARTICLE_INSIDE = pattern(r"\b(in|of|by|is|was|as|at|on|for|to|with) an? (?=\S)")
_QUOTES = pattern(r"['\"]")
_POINT = pattern(r"\.(?:(?<!\d\.)|(?!\d))")
_SPAN = pattern(r"(?<=\d) ?- ?(?=\d)")
_THOUSANDS = pattern(r",(?<=\d,)(?=\d{3}(?!\d))")
_SEPARATOR = pattern(r"(?:[\s,;:!?()\[\]{}/|_…·•]|(?<=\w)-(?=\w))+")
_GAP = pattern(r" (?!\d)|(?<!\d) ")
_LEAD_IN = pattern(
    r"""(?: (?:it|that|this) \s (?:was|is) \s | (?:it|that)'s \s
          | the \s answer \s (?:is|was) [ ]?:?\s | answer (?:\sis)? \s?:\s? | i \s think \s
          | (?:in|on|at(?!\s(?:least|most)\b)|by) \s )""",
    re.VERBOSE,
)


@lru_cache(maxsize=2048)  # questions and their answers come again with every response
def tokens(text: str) -> tuple[str, ...]:
    """The words of *text*, folded: articles, possessives, quotation marks and company forms are gone.

    A hyphen parts words, `&` is "and", points fall away unless they are decimal, "of" tells nothing apart;
    other signs belong to their word, so C, C# and C++, A and A- stay what they are.
    """
    bare = fold(text)
    signs = _SIGN.search(bare) is not None
    if signs:
        bare = _DOMAIN.sub("", _POSSESSIVE.sub("", bare)).replace("&", " and ")
        bare = _SPAN.sub(" to ", _THOUSANDS.sub("", bare))
    bare = _ARTICLE_INSIDE.sub(r"\1 ", _ARTICLES.sub("", bare))
    if signs:
        bare = _POINT.sub("", _QUOTES.sub("", bare))
    found = [word for word in _SEPARATOR.split(bare) if word not in _NOTHING]
    found = [word for word in found if word != "of"] or found
    while len(found) > 1 and found[-1] in _COMPANY:
        found.pop()
    return tuple(found)


def joined(found: tuple[str, ...]) -> str:
    """The words as one, so that "Mi Home" is "MiHome"; two numbers never run together."""
    return _GAP.sub("", " ".join(found))


def phrase(text: str) -> str:
    """The answer as one folded line: without quotation marks around it, closing marks, or a lead-in."""
    bare = _unquoted(fold(text))
    for _ in range(3):
        match = _LEAD_IN.match(bare)
        if not match or match.end() == len(bare):
            break
        bare = _unquoted(bare[match.end() :])
    return bare


def _unquoted(text: str) -> str:
    return text.lstrip("\"' ").rstrip("\"' .!?;:")
