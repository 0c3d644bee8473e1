"""What a fact says, without the words that tell which document says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

_ALSO = re.compile(r",? too,(?= )| also(?= (?:dates|puts|names|calls|gives|places|says) )|^Further on, ")
_SAYING = (
    "says|said|reports|claims|explains|argues|writes|notes|tells|holds|judges|stresses|concludes|recalls"
    "|adds|states"
)
_WHERE = r"(?:(?:the|its|a) (?:[\w-]+ ){1,4}(?:in|of) )?"  # the narrative part of
_OPINION = "account|accounts|count|words?|view|judgement|telling|report|book"
_VIEW = rf"(?:by|in|to|according to) (?:the (?:own )?(?:{_OPINION}) (?:of|in) )?"


class Statement(msgspec.Struct, frozen=True):
    """A sentence without its full stop.

    Attributes:
        text: What is said.
        told: Where it is said, as `the narrative part of The Story`, where that was taken away; else "".
        whole: The sentence as it was.
    """

    text: str
    told: str
    whole: str


def statement_of(says: str, titles: Sequence[str]) -> Statement:
    """The sentence without `says The Story` at its end, `The Story says that` or `By The Story,` before it.

    *titles* are those of its document, the long one and the short one.
    """
    whole = _capital(_ALSO.sub("", says.strip()))
    bare = whole.removesuffix(".")
    for expression in _patterns(tuple(titles)):
        if match := expression.match(bare):
            found = "".join(part for part in (match["head"], match["core"]) if part).strip()
            return Statement(_capital(found.removesuffix(".")), match["told"].strip(), whole)
    return Statement(bare, "", whole)


@lru_cache(maxsize=256)
def _patterns(titles: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    named = "|".join(re.escape(title) for title in sorted(titles, key=len, reverse=True) if title)
    if not named:
        return ()
    told = rf"(?P<told>{_WHERE}(?:{named}))(?:, of \d{{4}},?)?(?:'s account)?"
    begun = _WHERE.replace("(?:the|its|a)", "(?:The|Its|A)")
    capital = rf"(?P<told>(?:{_WHERE}|{begun})(?:{named}))(?:, of \d{{4}},)?"
    return tuple(
        re.compile(expression)
        for expression in (
            rf"(?P<head>)(?P<core>.+?),? (?:(?:{_SAYING}) |(?:as|so) (?:{_SAYING}) |{_VIEW}){told}$",
            rf"(?P<head>)(?:By|In|According to|To|(?:By|In) the (?:{_OPINION}) of) {told},? (?P<core>.+)$",
            rf"(?P<head>)(?:In|By) (?:its [\w -]+), {told} (?:{_SAYING}) (?:that )(?P<core>.+)$",
            rf"(?P<head>)(?:As {told} tells it, )(?P<core>.+)$",
            rf"(?P<head>){capital} (?:{_SAYING}) that (?P<core>.+)$",
            rf"(?P<head>.+?), (?:(?:{_SAYING})|according to) {told},(?P<core> .+)$",
        )
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
