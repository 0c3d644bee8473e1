"""Words written in every way that `variants` takes for the same: sulphate, finches, Louis 14, トウキョウ.

What is tried is more than what is found: each way is put to the marker's own rule, which decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from quizmill.bank.values.number_words import in_order, in_words, read_ordinal, read_roman, read_words
from quizmill.grade.variants import KATAKANA, PLURALS, SHORT, WORDS, alike, is_thing

_MOST = 64  # ways to write one text
_LARGEST = 39  # that a numeral is read of
_OTHERWISE = (  # American and British; either may be the one that was typed
    ("sulf", "sulph"),
    ("or", "our"),
    ("iz", "is"),
    ("yz", "ys"),
    ("er", "re"),
    ("og", "ogue"),
    ("ense", "ence"),
    ("led", "lled"),
    ("ling", "lling"),
    ("ler", "ller"),
)
_DIGRAPHS = "haem anaem paed aesth anaesth faec mediae caes foet oestr oesoph oedem coeli amoeb dioec".split()
_HIRAGANA = {ord(hiragana): chr(katakana) for katakana, hiragana in KATAKANA.items()}  # to katakana
_TENS = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def ways(words: tuple[str, ...], form: str) -> Iterator[tuple[str, ...]]:
    """The words of *form*, its own first, and whatever else is the same."""
    yield words
    for way in islice(_tried(words, form), _MOST):
        if alike(words, way, form):
            yield way


def _tried(words: tuple[str, ...], form: str) -> Iterator[tuple[str, ...]]:
    yield from _numbered(words)
    spelt = [_spelt(word) for word in words]
    if is_thing(form):
        spelt[-1] = list(dict.fromkeys(each for word in spelt[-1] for each in (word, *_in_numbers(word))))
    yield from product(*spelt)


def _spelt(word: str) -> list[str]:
    """The word, and what may be its other spelling or its other kana."""
    if not word.isascii():
        return list(dict.fromkeys((word, word.translate(KATAKANA), word.translate(_HIRAGANA))))
    found = [word, *(one for one, other in WORDS.items() if other == word), WORDS.get(word, word)]
    for one, other in _OTHERWISE:
        found += (other.join(word.rsplit(one, 1)), one.join(word.rsplit(other, 1)))
    for stem in _DIGRAPHS:
        found.append(word.replace(stem.replace("ae", "e").replace("oe", "e"), stem))
    found.append(word.replace("ae", "e").replace("oe", "e"))
    return list(dict.fromkeys(found))


def _in_numbers(word: str) -> Iterator[str]:
    """What may be the singular or the plural of a word."""
    yield from (PLURALS.get(word, word), *(many for many, one in PLURALS.items() if one == word))
    yield from (f"{word}s", f"{word}es", f"{word[:-1]}ies")
    if word.endswith("s"):
        yield from (word[:-1], word[:-2], f"{word[:-3]}y")


def _numbered(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """With the number at the end as a numeral, in digits and in words, counted or as a place; and WW2."""
    *before, last = SHORT.get(words[0], words) if len(words) == 1 else words
    number = _number(last)
    if before and number:
        digits = [str(number), *(f"{number}{ending}" for ending in ("st", "nd", "rd", "th"))]
        for way in (_roman(number), *digits, in_words(number), in_order(number)):
            yield (*before, *way.split("-"))
            yield (*before, way)
    yield from ((short,) for short in SHORT)


def _number(word: str) -> int:
    """The number that a word is, in whichever way; 0 for another word."""
    said = read_words(word)
    found = read_roman(word) or read_ordinal(word) or (int(said[0]) if said and not said[1] else 0)
    digits = word.rstrip("stndrh")
    found = found or (int(digits) if digits.isdecimal() and len(digits) < 3 else 0)
    return found if found <= _LARGEST else 0


def _roman(number: int) -> str:
    said = ""
    for size, sign in _TENS:
        while number >= size:
            said, number = said + sign, number - size
    return said
