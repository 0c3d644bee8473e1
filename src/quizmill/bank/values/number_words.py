"""Reading an amount in English words: "twenty-one", "two and a half million", "one third", "half"."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from string import ascii_lowercase

from quizmill.pattern import pattern

EXACT = Context(prec=60)  # digits; only a third or a sixth is ever rounded
SURE = Context(prec=40)  # digits, in which two amounts are one whichever way they were found

_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = (
    {word: n for n, word in enumerate(_ONES, 1)}
    | {word: n for n, word in enumerate(_TEENS, 10)}
    | {word: n * 10 for n, word in enumerate(_TENS, 2)}
)
_SCALES = {
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
}
_TWELVES = {"dozen": 12, "score": 20}
# Alone, a quarter is a unit of time; after "and" it is a part.
_PARTS = {"half": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_ODD_ORDINALS = dict(
    zip(
        "first second third fifth eighth ninth twelfth".split(),
        "one two three five eight nine twelve".split(),
        strict=True,
    )
)
ORDINAL_WORDS = frozenset({*_ODD_ORDINALS, *_PARTS})  # the others begin as the words for amounts do
NUMBER_WORDS = frozenset({"zero", "hundred", "half", *_SMALL, *_SCALES, *_TWELVES})
_FIRST = NUMBER_WORDS | {"a", "an"}
_LAST = NUMBER_WORDS | set(_PARTS)

_ROMAN = pattern("(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_ONES = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}

_WORD = pattern(r"[ -]?([a-z]+)(?![^\W_])")
_PART = pattern(rf"({'|'.join(_ONES)}|an?)[ -]({'|'.join(_PARTS)})s?\b")
_HALF = pattern(r"(?:a )?half(?: of)?(?: an?)?(?: (dozen|thousand|lakh|million|crore|billion|trillion))?\b")
_AND_PART = pattern(r" and (?:(?:a|one) (half|quarter)|three quarters)\b")
_SCALE = pattern(r" (thousand|lakh|million|crore|billion|trillion)\b")
_CENTURY, _IN_CENTURY = "|".join([*_TEENS, "twenty"]), "|".join([*_TEENS, *_TENS])
_YEAR = pattern(rf"({_CENTURY})[ -](?:((?:{_IN_CENTURY}).*)|oh[ -]({'|'.join(_ONES)}))")
_ARTICLE = pattern(r"an? (?=(?:hundred|thousand|lakh|million|crore|billion|trillion|dozen|score)\b)")


def read_words(text: str) -> tuple[Decimal, str] | None:
    """The amount a folded text begins with, and what follows it; None when it begins with no number word."""
    if not (first := _WORD.match(text)) or first[1] not in _FIRST:
        return None
    if match := _HALF.match(text):
        return Decimal("0.5") * {**_SCALES, **_TWELVES}.get(match[1] or "", 1), text[match.end() :]
    if match := _PART.match(text):
        over = 1 if match[1] in ("a", "an") else _SMALL[match[1]]
        return EXACT.divide(Decimal(over), Decimal(_PARTS[match[2]])), text[match.end() :]
    counted = _Count()
    at = 0
    if article := _ARTICLE.match(text):
        counted.add("one")
        at = article.end() - 1
    end = counted.read(text, at)
    if not end:
        return None
    part, rest = read_part(text[end:])
    amount = Decimal(counted.total) + part
    if part and (match := _SCALE.match(rest)):
        return amount * _SCALES[match[1]], rest[match.end() :]
    return amount, rest


def in_words(number: int) -> str:
    """A number from 1 to 999 in words: "twenty-one", "three hundred and five"."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    if rest < 20:
        below = (_ONES + _TEENS)[rest - 1] if rest else ""
    else:
        below = "-".join(filter(None, (_TENS[tens - 2], _ONES[ones - 1] if ones else "")))
    return " and ".join(filter(None, (f"{_ONES[hundreds - 1]} hundred" if hundreds else "", below)))


def in_order(number: int) -> str:
    """The place in a row of a number from 1 to 99 in words: "third", "twenty-first"."""
    head, sign, last = in_words(number).rpartition("-")
    odd = {cardinal: ordinal for ordinal, cardinal in _ODD_ORDINALS.items()}
    return head + sign + (odd.get(last) or re.sub("ty$", "tie", last) + "th")


def nth(number: int) -> str:
    """A place in a row in digits: 1st, 12th."""
    plain = number % 100 in (11, 12, 13)
    return f"{number}{'th' if plain else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def read_roman(word: str) -> int:
    """The number that a folded Roman numeral up to 39 is; 0 for another word."""
    match = _ROMAN.fullmatch(word)
    return 10 * len(match[1]) + _ROMAN_ONES[match[2]] if match else 0


def read_part(rest: str) -> tuple[Decimal, str]:
    """What follows a whole number as " and a half", " and three quarters"; 0 when nothing does."""
    match = _AND_PART.match(rest)
    if not match:
        return Decimal(0), rest
    return {"half": Decimal("0.5"), "quarter": Decimal("0.25")}.get(match[1], Decimal("0.75")), rest[
        match.end() :
    ]


def read_ordinal(text: str) -> int | None:
    """The place in a row that the whole of a folded text names in words: "third", "twenty-first"."""
    head = text.rstrip(ascii_lowercase)
    last = text[len(head) :]
    cardinal = _ODD_ORDINALS.get(last) or re.sub("tieth$", "ty", last).removesuffix("th")
    found = read_words(head + cardinal) if cardinal != last and cardinal in _LAST else None
    return int(found[0]) if found and not found[1] and found[0] >= 1 else None


def read_year(text: str) -> int | None:
    """The year that the whole of a folded text names in words: "nineteen ninety-eight", "twenty oh four"."""
    match = _YEAR.fullmatch(text)
    if not match:
        return None
    rest = read_words(match[2]) if match[2] else (Decimal(_SMALL[match[3]]), "")
    return _SMALL[match[1]] * 100 + int(rest[0]) if rest and not rest[1] and 0 < rest[0] < 100 else None


class _Count:
    """Adds up number words as long as they go on making one number."""

    def __init__(self) -> None:
        self._done = 0  # what the scales so far amount to
        self._group = 0  # since the last scale, below 1,000 (or 9,900: "ninety-nine hundred")
        self._room = 1000  # what is added to the group must be smaller
        self._scale = 10**15  # the next scale must be smaller

    @property
    def total(self) -> int:
        """The number so far."""
        return self._done + self._group

    def read(self, text: str, at: int) -> int:
        """The end of the number that begins at *at*; 0 when there is none."""
        if re.match(r"zero\b", text):
            return 4
        end = 0
        while match := _WORD.match(text, at):
            word = match[1]
            joined = word == "and" and end and text[:end].endswith(("hundred", "thousand", "illion"))
            if not joined:
                if not self.add(word):
                    break
                end = match.end()
            at = match.end()
        return end

    def add(self, word: str) -> bool:
        """Take one more word in; False when the number cannot go on with it."""
        if word in _SMALL:
            value = _SMALL[word]
            fits = value < self._room and not (self._room == 10 and value > 9)
            if fits:
                self._group += value
                self._room = 10 if value >= 20 else 0
            return fits
        if word in _TWELVES and 0 < self._group < 100 and self._room != 100:
            self._group *= _TWELVES[word]
            self._room = 0
            return True
        if word == "hundred" and 0 < self._group < 100 and self._room != 100:
            self._group *= 100
            self._room = 100
            return True
        scale = _SCALES.get(word, 0)
        if scale and scale < self._scale and self._group:
            self._done += self._group * scale
            self._group, self._room, self._scale = 0, 1000, scale
            return True
        return False
