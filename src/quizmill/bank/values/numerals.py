"""Numbers in other languages' words as digits: `zwölftausend` is 12000, `dix-septième` 17th, `due terzi` 2/3.

The words stand in numerals.toml. How they make a number is the same in all of these languages, but that some
say the ones before the tens, and the French count in scores.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from quizmill.bank.fold import fold
from quizmill.bank.values.counting import JOINT, Kind, Sum, Word
from quizmill.bank.values.number_words import nth, read_roman
from quizmill.pattern import pattern

_WORDS = Path(__file__).with_name("numerals.toml")
_CHUNK = pattern(r"[^\W\d_]+")
_AFTER_DIGIT = pattern(r"\d[ -]?(?:de )?$")
_PARTS_OF = pattern(r"(\d+/\d+) partes?\b")
_ONE_PART = pattern(r"(?:\b(?:una?|um|uma|la|a) )?\b(\d+)(?:st|nd|rd|th) parte\b")
_SHORTEST = 2  # letters by which a word is looked at closer


class Numerals(msgspec.Struct, frozen=True, eq=False):  # there is one of each language
    """What numbers are called in a language, and in which order."""

    words: dict[str, Word]
    starts: frozenset[str]
    longest: int  # letters
    ones_first: bool  # four and twenty
    scores: bool  # sixty-ten, four twenties
    whole: dict[str, str]  # what a text may be as a whole: half
    percent: re.Pattern[str] | None
    out_of: re.Pattern[str] | None
    and_a_half: re.Pattern[str]
    half_too: re.Pattern[str]  # behind a number in digits
    glued: re.Pattern[str] | None  # the half of zweieinhalb
    marked: re.Pattern[str] | None  # a place in a row in digits or Roman numerals: 17e, XVIIe

    def in_digits(self, folded: str) -> str:
        """A folded text with its numbers in digits, its fractions as 3/4, its places in a row as 3rd."""
        if folded in self.whole:
            return self.whole[folded]
        text = self.percent.sub("percent", folded) if self.percent else folded
        text = self._told(self.glued.sub(r" \g<0>", text) if self.glued else text)
        text = self.half_too.sub(r"\1 and a half", text)
        if "part" in text:
            text = _ONE_PART.sub(r"1/\1", _PARTS_OF.sub(r"\1", text))
        if self.marked:
            text = self.marked.sub(_marked, text)
        if self.out_of and (match := self.out_of.fullmatch(text)):
            return f"{match[1] or 1} out of {match[2]}"
        return text

    def small(self) -> dict[str, str]:
        """The single words for numbers from two to twenty, in digits."""
        small = {word: number for word, (number, kind) in self.words.items() if kind is Kind.COUNT}
        return {word: str(number) for word, number in small.items() if 2 <= number <= 20}

    def ones(self) -> list[str]:
        """The words for one, which may be articles."""
        return [word for word, (number, kind) in self.words.items() if kind is Kind.COUNT and number == 1]

    def _told(self, text: str) -> str:
        chunks = [(match, self._atoms(match[0])) for match in _CHUNK.finditer(text)]
        if not any(atoms for _, atoms in chunks):
            return text
        said, at, i = "", 0, 0
        while i < len(chunks):
            number, scale, count = self._number(text, chunks[i:])
            if count:
                said += text[at : chunks[i][0].start()]
                at = chunks[i + count - 1][0].end()
                half = self.and_a_half.match(text, at) if scale else None
                said += f"{int(number) + scale // 2}" if half else number
                at = half.end() if half else at
            i += count or 1
        return said + text[at:]

    def _number(self, text: str, chunks: list[tuple[re.Match[str], list[Word]]]) -> tuple[str, int, int]:
        """The longest number that the chunks begin with, the scale at its end, and how many make it."""
        first, atoms = chunks[0]
        if not atoms or atoms[0] is JOINT:
            return "", 0, 0
        if _AFTER_DIGIT.search(text, 0, first.start()):
            return "", 0, 0  # the scale of a number in digits, its seconds, a month
        counted = Sum(ones_first=self.ones_first, scores=self.scores)
        found, at = ("", 0, 0), first.start()
        for count, (match, more) in enumerate(chunks, 1):
            apart = text[at : match.start()]
            if not more or apart not in ("", " ", "-") or not all(map(counted.add, more)):
                break
            at = match.end()
            if number := counted.told():
                found = number, counted.scale, count
        alone = found[2] == 1 and len(atoms) == 1 and first[0] != text
        return ("", 0, 0) if alone and _says_little(atoms[0]) else found

    def _atoms(self, chunk: str) -> list[Word]:
        """The number words that a word is made of; none if it is another word."""
        if self.starts.isdisjoint((chunk[:_SHORTEST], chunk[:1])):
            return []
        if chunk in self.words:
            return [self.words[chunk]]
        return next(self._parsed(chunk), [])

    def _parsed(self, chunk: str) -> Iterator[list[Word]]:
        if not chunk:
            yield []
        for length in range(min(self.longest, len(chunk)), 0, -1):
            word = self.words.get(chunk[:length])
            if word:
                yield from ([word, *rest] for rest in self._parsed(chunk[length:]))


def _says_little(word: Word) -> bool:
    """Whether a word is a number only where it is all that is said: an article, or another number's scale."""
    return word.kind is Kind.PART or (word.kind is Kind.COUNT and (word.value == 1 or word.value >= 10**6))


def numerals(language: str) -> Numerals | None:
    """What numbers are called in a language, by its code; None where that is not known here."""
    return _numerals(language)


@cache
def _numerals(language: str) -> Numerals | None:
    import tomllib  # which English need not wait for

    table = tomllib.loads(_WORDS.read_text("utf-8")).get(language)
    return _made(table) if table else None


def _made(table: dict[str, Any]) -> Numerals:
    words = dict.fromkeys(map(fold, table["joints"]), JOINT)
    words |= dict(_places(table))
    parts = _pairs(table["fractions"])
    counts = {
        **dict(zip(table["small"].split(), range(100), strict=False)),
        **_pairs(table["more"]),
        **_pairs(table.get("also", "")),
    }
    words |= {fold(word): Word(value, Kind.PART) for word, value in parts.items()}
    words |= {fold(word): Word(value, Kind.COUNT) for word, value in counts.items()}
    half = rf" (?:{'|'.join(map(fold, table['and_a_half']))})(?!\w)"
    return Numerals(
        words=words,
        starts=frozenset(word[:_SHORTEST] for word in words),
        longest=max(map(len, words)),
        ones_first=table.get("ones_first", False),
        scores=table.get("scores", False),
        whole={fold(text): "half" for text in table["halves"]},
        percent=_any_of(table["percent"], r"\b(?:{})\b"),
        out_of=_out_of(table, [word for word, value in counts.items() if value == 1]),
        and_a_half=re.compile(half),
        half_too=re.compile(rf"(\d){half}"),
        glued=re.compile(r"(?<=[a-z])einhalb") if "einhalb" in table["and_a_half"] else None,
        marked=_marks(table),
    )


def _out_of(table: dict[str, Any], ones: list[str]) -> re.Pattern[str] | None:
    one = "|".join(map(re.escape, map(fold, ones)))
    return _any_of(table["of"], rf"(?:(\d+)|{one}) (?:{{}}) (\d+)(?: [^\W\d]+)?")


def _marks(table: dict[str, Any]) -> re.Pattern[str] | None:
    """What makes a place in a row of a number: 17e, XVIIe, 17-й; the point of 17. Jahrhundert."""
    marks = "|".join(map(re.escape, sorted(map(fold, table["marks"]), key=len, reverse=True)))
    ways = [rf"(\d{{1,3}}|[ivx]+)(?:{marks})(?![\w-])"] if marks else []
    if table.get("point"):
        ways.append(r"(\d{1,3})\.(?= [^\W\d])")
    return re.compile(rf"(?<![\w.,])(?:{'|'.join(ways)})") if ways else None


def _marked(match: re.Match[str]) -> str:
    said = match[match.lastindex or 0]
    number = int(said) if said.isdecimal() else read_roman(said)
    return nth(number) if number else match[0]


def _places(table: dict[str, Any]) -> Iterator[tuple[str, Word]]:
    stems = {
        **dict(zip(table["places"].split(), range(1, 100), strict=False)),
        **_pairs(table["more_places"]),
    }
    around = [
        (before.strip("-"), after.strip("-"))
        for before in table.get("prefixes", "-").split()
        for after in table["endings"].split()
    ]
    for stem, value in stems.items():
        yield from ((fold(before + stem + after), Word(value, Kind.PLACE)) for before, after in around)
    for word, value in _pairs(table.get("also_places", "")).items():
        yield fold(word), Word(value, Kind.PLACE)


def _pairs(text: str) -> dict[str, int]:
    words = text.split()
    return dict(zip(words[::2], map(int, words[1::2]), strict=True))


def _any_of(phrases: list[str], around: str) -> re.Pattern[str] | None:
    listed = "|".join(map(re.escape, sorted(map(fold, phrases), key=len, reverse=True)))
    return re.compile(around.format(listed)) if listed else None
