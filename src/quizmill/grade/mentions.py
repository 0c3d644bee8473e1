"""What an answer claims of a number or date: the value, how firmly ("about"), and on which side ("over")."""

from __future__ import annotations

import re
from enum import StrEnum

import msgspec

from quizmill.bank import values
from quizmill.bank.fold import fold
from quizmill.bank.values import Value
from quizmill.bank.values.dates import MONTHS
from quizmill.bank.values.number_words import NUMBER_WORDS
from quizmill.grade.normalise import LITTLE, phrase, tokens


class Side(StrEnum):
    """Where the value lies that is meant."""

    EXACT = ""
    ABOVE = "above"
    BELOW = "below"
    SINCE = "since"


class Mention(msgspec.Struct, frozen=True):
    """A value as somebody states it."""

    value: Value
    hedged: bool = False
    side: Side = Side.EXACT
    fraction: bool = False  # said as one: half, 3/4
    finer: bool = False  # said more exactly than the value shows: early 2010


_HEDGE = re.compile(
    r"(?:about|around|approximately|approx\.?|roughly|circa|ca?\.|ca(?= )|some|~|≈) ?(?:in (?=[12]\d{3}))?"
)
_HEDGE_AFTER = re.compile(r",? (?:or so|about|circa|approximately|approx\.?|roughly)$")
_FIRM = re.compile(r"(?:exactly|precisely|only|just|a total of|the year|aged?|(?:at )?the age of) ")
_FIRM_AFTER = re.compile(r",? (?:exactly|precisely|only|altogether|in (?:total|all)|later)$")
_BELOW = re.compile(
    r"""(?:(?:no|not)\ (?:more|greater)\ than|less\ than|fewer\ than|at\ (?:the\ )?most|up\ to|under|below
        |nearly|almost|within|max\b\.?|(?:an?\ )?maximum(?:\ of)?|<=?|≤)\ ?""",
    re.VERBOSE,
)
_ABOVE = re.compile(
    r"""(?:(?:no|not)\ (?:less|fewer)\ than|(?:more|greater)\ than(?:\ or\ equal\ to)?|at\ (?:the\ )?least
        |over|above|upwards\ of|exceeding|min\b\.?|(?:an?\ )?minimum(?:\ of)?|>=?|≥)\ ?""",
    re.VERBOSE,
)
_SINCE = re.compile(r"(?:since|from|as of|(?:starting|beginning) (?:in|from)) ")
_BELOW_AFTER = re.compile(
    r",? (?:or (?:less|fewer|under|below)|at (?:the )?(?:most|latest)|max(?:imum|\b\.?))$"
)
_ABOVE_AFTER = re.compile(
    r",? (?:(?:or|and) (?:more|over|above)|at (?:the )?least|min(?:imum|\b\.?))$|(?<=\d)\+(?=$| [^\W\d_])"
)
_SINCE_AFTER = re.compile(r" (?:onwards?|on)$")
_PART_OF_YEAR = re.compile(
    r"""(?:the\ )?(?:early|mid|late|beginning|start|middle|end|spring|summer|autumn|fall|winter)
        (?:\ of|\ in|,)?[ -](?=[12]\d{3}$)""",
    re.VERBOSE,
)
_FRACTION = re.compile(r"half|(?:third|fourth|fifth|sixth|eighth|tenth)s?\b|\d/\d")
_BEFORE_ASKED = r"(?= ?[$¥€£~](?!\d)| how\b| what\b)"  # "over the next decade" is no comparison
_NO_NUMBER = rf"\b(?! ?[$¥€£~]?\d| (?:{'|'.join(sorted(NUMBER_WORDS))})\b)"  # it bounds another
_NOT_DENIED = r"(?<!\bno )(?<!not )(?<!n't )(?<!never )(?<!not to )(?<!never to )"
_ASKS = {
    Side.ABOVE: re.compile(
        rf"{_NOT_DENIED}\b(?:more than|at (?:the )?least|exceed\w*|upwards of){_NO_NUMBER}"
        rf"|\bnot? (?:less|fewer) than{_NO_NUMBER}|\b(?:over|above){_BEFORE_ASKED}"
    ),
    Side.BELOW: re.compile(
        rf"{_NOT_DENIED}\b(?:less than|fewer than|at (?:the )?most|within(?= how\b| wh)){_NO_NUMBER}"
        rf"|\b(?:not? more than|(?:never|(?:can)?not|\w+n't) (?:to )?exceed){_NO_NUMBER}"
        rf"|\b(?:under|below|up to){_BEFORE_ASKED}"
    ),
}
_ASKS_END = re.compile(r"\b(?:until|till|before|to) (?:which|what|when|how)\b")
_ASKS_ROUGHLY = re.compile(r"\b(?:about|around|approximately|roughly) (?:which|what|when|how)\b")
_MOST_WORDS = 14
_SUBJECTS = frozenset(("he", "she", "they"))
_SHORTEST_VERB = 4  # letters
_BRACKET = re.compile(r"[()]")
_AROUND = LITTLE | frozenset(
    "has have had are were there he she they them costs cost".split()
)  # may stand around a value
_HELD = {*NUMBER_WORDS, *MONTHS} | set(
    """not no never without except or nor neither about around over under above below more less fewer least
    most before after since until to between from k m mn mln bn b dollar dollars yuan""".split()
)


def read_mention(text: str, question_words: frozenset[str] = frozenset(), unit: str = "") -> Mention | None:
    """The mention that *text* makes, in the *unit* that is understood.

    Words that only repeat the question may stand around it.
    """
    spoken = phrase(text).split(" ")
    if len(spoken) > _MOST_WORDS:
        return None
    may_go = [_may_go(word, question_words) for word in spoken]
    if spoken[0] in _SUBJECTS and len(spoken) > 2 and spoken[1] not in _HELD:
        may_go[1] |= len(spoken[1]) >= _SHORTEST_VERB and spoken[1].isalpha()  # he left in 2007
    found = _within(spoken, may_go, unit)
    if found is None and ")" in text:
        return read_mention(_BRACKET.sub("", text), question_words, unit)
    return found


def read_among(text: str) -> Mention | None:
    """The mention inside *text*, whatever words stand around it, if these can change nothing in it."""
    spoken = phrase(text).split(" ")
    if len(spoken) > _MOST_WORDS:
        return None
    return _within(
        spoken, [word.strip(",.;:()").isalpha() and word.strip(",.;:()") not in _HELD for word in spoken]
    )


def _within(spoken: list[str], may_go: list[bool], unit: str = "") -> Mention | None:
    first = next((i for i, free in enumerate(may_go) if not free), len(spoken))
    last = next((i for i in range(len(spoken), 0, -1) if not may_go[i - 1]), 0)
    spans = ((i, j) for i in range(first + 1) for j in range(len(spoken), last - 1, -1) if i < j)
    for i, j in sorted(spans, key=lambda span: span[0] - span[1]):
        if mention := _qualified(" ".join(spoken[i:j]), unit):
            return mention
    return None


def asks_for(side: Side, asked: str) -> bool:
    """Whether a folded question itself speaks of more (or less) than a value; any may of a beginning."""
    if side is Side.SINCE:
        return not _ASKS_END.search(asked)
    return side is Side.EXACT or bool(_ASKS[side].search(asked))


def asks_roughly(asked: str) -> bool:
    """Whether a folded question itself asks for about when something was."""
    return bool(_ASKS_ROUGHLY.search(asked))


def two_readings(text: str) -> bool:
    """Whether *text* is a numeric date that can be read in two ways."""
    return values.ambiguous(phrase(text))


def _may_go(word: str, question_words: frozenset[str]) -> bool:
    bare = word.strip(",.;:()")
    if "or" in question_words and not bare.isalpha():
        return False  # one of several numbers that the question offers
    return bare not in _HELD and (bare in _AROUND or question_words.issuperset(tokens(bare) or (bare,)))


def _qualified(text: str, unit: str = "") -> Mention | None:
    finer = _PART_OF_YEAR.match(text)
    if finer:
        text = text[finer.end() :]
    hedged, side = False, Side.EXACT
    for _ in range(4):
        if value := values.read_spelt(f"{text} {unit}" if unit else text):
            return Mention(value, hedged, side, fraction=bool(_FRACTION.search(text)), finer=bool(finer))
        shorter, hedges, beyond = _unwrapped(text)
        if shorter == text or (beyond and side and beyond != side):
            return None
        text, hedged, side = shorter, hedged or hedges, beyond or side
    return None


def _unwrapped(text: str) -> tuple[str, bool, Side]:
    """The text without one qualifying word, whether that was a hedge, and the side it names."""
    for before, hedges, side in (
        (_HEDGE, True, Side.EXACT),
        (_FIRM, False, Side.EXACT),
        (_BELOW, False, Side.BELOW),
        (_ABOVE, False, Side.ABOVE),
        (_SINCE, False, Side.SINCE),
    ):
        if match := before.match(text):
            return text[match.end() :], hedges, side
    for after, hedges, side in (
        (_HEDGE_AFTER, True, Side.EXACT),
        (_FIRM_AFTER, False, Side.EXACT),
        (_BELOW_AFTER, False, Side.BELOW),
        (_ABOVE_AFTER, False, Side.ABOVE),
        (_SINCE_AFTER, False, Side.SINCE),
    ):
        if match := after.search(text):
            return text[: match.start()] + text[match.end() :], hedges, side
    return text, False, Side.EXACT


def has_short_year(text: str) -> bool:
    """Whether *text* is a numeric date whose year has two digits."""
    return bool(re.fullmatch(r"\d{1,2}([-/.])\d{1,2}\1\d{2}", phrase(text)))


def is_decade(text: str) -> bool:
    """Whether *text* is a decade: 2010s, the '90s."""
    return bool(re.fullmatch(r"(?:the )?'?(?:\d{2})?\d0'?s", fold(text).strip(". ")))
