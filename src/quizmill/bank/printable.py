"""What can be printed as it should look: a character that cannot is named with a reason, never guessed.

Here and not with what prints, because the checker says it too, long before anybody prints.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from enum import Enum
from functools import cache, lru_cache

from quizmill.bank.glyphs import GLYPHS
from quizmill.pattern import pattern

# Soft hyphen, zero-width space, joiners, word joiner, byte order mark, selectors between text and emoji.
_UNSEEN = pattern("[\u00ad\u200b-\u200d\u2060\ufeff\ufe00-\ufe0f]")
_BREAKS = pattern("\r\n|[\r\u2028\u2029\u000b\u000c]")
_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Indic, Thai, Lao, Tibetan, Myanmar; Khmer, Mongolian: letters that change shape or place among others.
_SHAPED = pattern("[\u0900-\u109f\u1780-\u18af\ua800-\ua82f\ua880-\ua8ff\ua980-\ua9df\uaa00-\uaadf]")


class Obstacle(Enum):
    """Why a character cannot be printed, as a clause that has it for its subject, and what to do."""

    FROM_RIGHT = "is of a script written from right to left", ""
    SHAPES = "is of a script whose letters change with their neighbours", ""
    TURNS = "turns the direction of the text unseen", "remove it"
    CONTROL = "is a control character or none at all", "remove it"
    NO_FONT = "is in none of the fonts", "write it another way"

    @property
    def reason(self) -> str:
        """The clause."""
        return self.value[0]

    @property
    def cure(self) -> str:
        """What to do; empty where nothing helps but other letters."""
        return self.value[1]

    @property
    def of_script(self) -> bool:
        """Whether it is refused for its whole script."""
        return not self.cure

    @property
    def told(self) -> str:
        """The clause, with what to do or what to wait for."""
        return f"{self.reason}; {self.cure}" if self.cure else f"{self.reason}, which cannot be printed yet"


def clean(text: str) -> str:
    """The text composed (NFC), with line breaks as `\\n` and without characters that have no look."""
    if _is_plain(text):
        return text
    return _BREAKS.sub("\n", unicodedata.normalize("NFC", _UNSEEN.sub("", text))).replace("\t", "    ")


def refused(text: str) -> dict[str, Obstacle]:
    """The characters of the text that cannot be printed, in order of appearance, and why not."""
    if _is_plain(text):
        return {}
    return {c: why for c in dict.fromkeys(clean(text)) if (why := obstacle(c))}


def unprintable(text: str) -> tuple[str, ...]:
    """Why the text cannot be printed: a reason for every character, each once, in order of appearance."""
    return tuple(f"{named(c)} {why.told}" for c, why in refused(text).items())


@lru_cache(maxsize=4096)
def obstacle(character: str) -> Obstacle | None:
    """Why this character cannot be printed; None when it can."""
    if character in _TURNS:
        return Obstacle.TURNS
    if unicodedata.bidirectional(character) in ("R", "AL", "AN"):
        return Obstacle.FROM_RIGHT
    if _SHAPED.match(character):
        return Obstacle.SHAPES
    if character == "\n":
        return None
    if unicodedata.category(character)[0] == "C":
        return Obstacle.CONTROL
    return None if _has_glyph(ord(character)) else Obstacle.NO_FONT


def named(character: str) -> str:
    """The character by its code and its name in Unicode: `U+1F389 PARTY POPPER`."""
    return f"{code(character)} {unicodedata.name(character, '')}".rstrip()


def code(character: str) -> str:
    """The character by its code in Unicode: `U+1F389`."""
    return f"U+{ord(character):04X}"


def _is_plain(text: str) -> bool:
    """Whether there is nothing to clean, and every font has all of it."""
    return text.isascii() and text.isprintable()


def _has_glyph(point: int) -> bool:
    starts, ends = _glyphs()
    place = bisect_right(starts, point) - 1
    return place >= 0 and point <= ends[place]


@cache
def _glyphs() -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The first and the last codes of the ranges."""
    ranges = [each.partition("-") for each in GLYPHS.split()]
    return tuple(int(first, 16) for first, _, _ in ranges), tuple(
        int(last or first, 16) for first, _, last in ranges
    )
