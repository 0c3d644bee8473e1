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
_ATTRIBUTING = (
    f"{_SAYING}|dates|puts|places|names|calls|gives|ranks|counts|traces|blames|portrays|describes|credits|cites"
    "|mentions|quotes|lists|likens|compares|speaks|treats|warns|sees|sets|takes|opens|begins|ends|closes|devotes"
)
_BEFORE = (
    rf"(?:\b(?:by|according to|{_SAYING}|(?:list|part|prologue|epilogue|act|account|words?|view|count|telling"
    r"|report|book|article) (?:of|in)))$"
)
_ARTICLED = re.compile(r"(?:The|An?|What|How|Why|When|Who) ")
_PIECE = (
    r"(?:[Tt]he|[Ii]ts|[Aa]) (?:[\w-]+ ){0,4}(?:list|part|prologue|epilogue|act|section|chapter|summary)"
    r"(?: of [\w ]+?)? (?:of|in) "
)
_OF_ITS = r"^(?:In|By) its [\w -]+, "
_ABOUT_ITSELF = (
    r" (?:opens|begins|starts|ends|closes|takes|mentions|quotes|devotes|turns|lists)\b"
    r"| gives .+ as (?:the|its)\b"
)
_STILTED = re.compile(r" is how (?:long|many|much|old)\b|^(?:Its|His|Her|Their) ")
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
    whole = _capital(_without_piece(_ALSO.sub("", says.strip()), titles))
    bare = whole.removesuffix(".")
    for expression in _patterns(tuple(titles)):
        if match := expression.match(bare):
            found = "".join(part for part in (match["head"], match["core"]) if part).strip()
            return Statement(_capital(found.removesuffix(".")), match["told"].strip(), whole)
    return Statement(bare, "", whole)


def titles_in(says: str, titles: Sequence[str]) -> tuple[str, ...]:
    """Those of the titles that stand in a fact as titles, the longest first.

    A document may be called what it is about: "The Suez Canal was opened" does not speak of the document.
    """
    found = (title for title in dict.fromkeys(titles) if title and _stands_as_title(title, says))
    return tuple(sorted(found, key=len, reverse=True))


def _stands_as_title(title: str, says: str) -> bool:
    for match in re.finditer(re.escape(title), says):
        before, after = says[: match.start()].rstrip(), says[match.end() :]
        if re.match(rf"(?:, of \d{{4}},)?(?: also)? (?:{_ATTRIBUTING})\b", after) or re.search(
            "[:?!]", title
        ):
            return True
        if before and (_ARTICLED.match(title) or re.search(_BEFORE, before, re.IGNORECASE)):
            return True
    return False


def is_askable(text: str, titles: Sequence[str]) -> bool:
    """Whether a statement tells of the world in plain words, rather than how a document is made."""
    named = "|".join(map(re.escape, titles)) or "(?!)"
    return not (_STILTED.search(text) or re.search(f"(?:{named})(?:{_ABOUT_ITSELF})", text))


def _without_piece(says: str, titles: Sequence[str]) -> str:
    """The sentence without the part of the document in which it is said: a question is not about that."""
    named = "|".join(map(re.escape, titles))
    return re.sub(rf"(?:{_PIECE}|{_OF_ITS})(?={named})", "", says) if named else says


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
