"""Words that are one though they are written otherwise: sulfate, World War 2, St Petersburg, トウキョウ.

British and American spellings are brought to one by their endings (Oxford's and Webster's differ by rule in
most words); what comes of it need be no word, since it is only compared.
"""

from __future__ import annotations

from functools import lru_cache

from quizmill.bank.values.number_words import read_ordinal, read_words
from quizmill.pattern import pattern

_SPELLINGS = (
    (pattern("sulph"), "sulf"),
    (pattern("(?<=.{3})our(?=$|s$|ed$|ing$|able$|al$|hood$|ful$|ite$)"), "or"),
    (pattern("(?<=.{4})is(?=e$|ed$|es$|er$|ers$|ing$|ation$|ations$)"), "iz"),
    (pattern("(?<=.{3})ys(?=e$|ed$|es$|ing$)"), "yz"),
    (pattern("(?<=.{2})([bt])re(?=$|s$)"), r"\1er"),
    (pattern("(?<=.{3})ogue(?=$|s$)"), "og"),
    (pattern("(?<=.{3})ence(?=$|s$)"), "ense"),
    (pattern("(?<=.{3})ll(?=ed$|ing$|er$|ers$)"), "l"),
    (pattern("[ao]e(?=.{3})"), "e"),
)
_WORDS = {
    "aluminium": "aluminum",
    "caesium": "cesium",
    "grey": "gray",
    "programme": "program",
    "mould": "mold",
    "plough": "plow",
    "sceptic": "skeptic",
    "manoeuvre": "maneuver",
    "jewellery": "jewelry",
    "moustache": "mustache",
    "st": "saint",
    "ste": "sainte",
}
_PLURALS = {  # irregular ones; most of them from Latin and Greek
    **{f"{stem}i": f"{stem}us" for stem in "cact fung nucle stimul radi alumn bacill loc".split()},
    **{f"{stem}a": f"{stem}um" for stem in "bacteri dat medi spectr quant medull or strat".split()},
    **{f"{stem}ae": f"{stem}a" for stem in "larv vertebr alg formul antenn nebul".split()},
    **{f"{stem}a": f"{stem}on" for stem in "mitochondri criteri phenomen".split()},
    **{f"{stem}es": f"{stem}is" for stem in "analys hypothes cris ax bas thes synthes mitos meios".split()},
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "person",
    "mice": "mouse",
    "geese": "goose",
    "feet": "foot",
    "teeth": "tooth",
    "leaves": "leaf",
    "wolves": "wolf",
    "lives": "life",
    "knives": "knife",
    "halves": "half",
}
_ROMAN = pattern("(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})")
_ONES = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}
_SHORT = {"wwi": ("world", "war", "i"), "wwii": ("world", "war", "ii"), "ww1": ("world", "war", "1")}
_SHORT |= {"ww2": ("world", "war", "2")}
_ACCIDENTAL = pattern("[♯♭]|[Ss]harp|[Ff]lat")
_NOTE = pattern(r"\b([a-g])[ -]?(sharp\b|flat\b|♯|♭)")
_PLACED = pattern(r"(\d{1,4})(?:st|nd|rd|th|e|er|eme|re)|([ivx]+)(?:e|er|eme|re)")
_NTH = pattern(r"(\d+)(?:st|nd|rd|th)")
_KATAKANA = {ord(char): chr(ord(char) - 0x60) for char in map(chr, range(0x30A1, 0x30F7))}  # to hiragana


def alike(right: tuple[str, ...], typed: tuple[str, ...], accepted: str) -> bool:
    """Whether the words say the same; *accepted* is the right text, whose capitals tell names from things."""
    if _one_spelling(right) == _one_spelling(typed):
        return True
    if _is_thing(accepted) and _in_the_singular(right) == _in_the_singular(typed):
        return True
    one, other = _long(right), _long(typed)
    return one == other or (_is_numbered(one, other) and _numbered(one) == _numbered(other))


def _is_numbered(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one of them numbers what it names: Louis XIV, Symphony No. 9, the Ninth, le XIXe siècle."""
    return any(_roman(words[-1]) or "no" in words or _place(words[0]) for words in (one, other))


def in_signs(text: str) -> str:
    """A text with notes of music by their letter and sign: F sharp is f#, and B♭ is bb."""
    if not _ACCIDENTAL.search(text):
        return text
    return _NOTE.sub(lambda note: note[1] + ("#" if note[2] in ("sharp", "♯", "#") else "b"), text.lower())


@lru_cache(maxsize=1 << 12)
def _place(word: str) -> int:
    """The place that a word puts first: ninth, 9th, XIXe, 19e; 0 for another word."""
    if match := _PLACED.fullmatch(word):
        return int(match[1]) if match[1] else _roman(match[2])
    return read_ordinal(word) or 0


def _one_spelling(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_respelt, words))


@lru_cache(maxsize=1 << 12)
def _respelt(word: str) -> str:
    if not word.isascii():
        return word.translate(_KATAKANA)
    for found, instead in _SPELLINGS:
        word = found.sub(instead, word)
    return _WORDS.get(word, word)


def _is_thing(accepted: str) -> bool:
    """Whether the last word is no name."""
    last = accepted.split()[-1:]
    return bool(last) and last[0][:1].islower() and last[0].isascii()


def _in_the_singular(words: tuple[str, ...]) -> tuple[str, ...]:
    return (*map(_respelt, words[:-1]), _respelt(_singular(words[-1])))


def _singular(word: str) -> str:
    if word in _PLURALS:
        return _PLURALS[word]
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 4 and word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ics")):
        return word[:-1]
    return word


def _long(words: tuple[str, ...]) -> tuple[str, ...]:
    """With World War for WW."""
    return _SHORT[words[0]] if len(words) == 1 and words[0] in _SHORT else words


def _numbered(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words, their number at the end in digits, whether it is counted or said as a place."""
    words = tuple(word for word in words if word != "no") or words
    if len(words) > 1 and (first := _place(words[0])):
        return (*words[1:], str(first))
    if len(words) > 2 and (place := read_ordinal(" ".join(words[-2:]))):
        return (*words[:-2], str(place))  # twenty-third
    last = words[-1]
    number = _roman(last) or read_ordinal(last)
    if not number and (found := read_words(last)) and not found[1]:
        number = int(found[0])
    return (*words[:-1], str(number) if number else _NTH.sub(r"\1", last))


def _roman(word: str) -> int:
    """The number that a Roman numeral up to 39 is; 0 for another word."""
    match = _ROMAN.fullmatch(word)
    return 10 * len(match[1]) + _ONES[match[2]] if match else 0
