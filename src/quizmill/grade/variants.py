"""Words that are one though they are written otherwise: sulfate, World War 2, St Petersburg, トウキョウ.

British and American spellings are brought to one by their endings (Oxford's and Webster's differ by rule in
most words); what comes of it need be no word, since it is only compared.
"""

from __future__ import annotations

from functools import lru_cache

from quizmill.bank.values.number_words import read_ordinal, read_roman, read_words
from quizmill.grade.normalise import tokens
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
WORDS = {
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
    "sta": "santa",
    "mt": "mount",
    "ft": "fort",
    "jr": "junior",
    "jnr": "junior",
    "sr": "senior",
    "snr": "senior",
    "dr": "doctor",
    "prof": "professor",
    "gen": "general",
    "col": "colonel",
    "capt": "captain",
    "lt": "lieutenant",
    "gov": "governor",
    "sen": "senator",
    "rev": "reverend",
    "pres": "president",
    "bros": "brothers",
    "dept": "department",
    "univ": "university",
    "govt": "government",
    "ave": "avenue",
    "vs": "versus",
}
PLURALS = {  # irregular ones; most of them from Latin and Greek
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
SHORT = {"wwi": ("world", "war", "i"), "wwii": ("world", "war", "ii"), "ww1": ("world", "war", "1")}
SHORT |= {"ww2": ("world", "war", "2")}
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ø": "oe", "å": "aa"}
)
_HAN_TITLES = frozenset("市 省 県 县 都 府 州 区 大統領 总统 先生 氏 さん 教授 国王 皇帝 天皇 王".split())
_ACCIDENTAL = pattern("[♯♭]|[Ss]harp|[Ff]lat")
_NOTE = pattern(r"\b([a-g])[ -]?(sharp\b|flat\b|♯|♭)")
_PLACED = pattern(r"(\d{1,4})(?:st|nd|rd|th|e|er|eme|re)|([ivx]+)(?:e|er|eme|re)")
_NUMBER = frozenset(("no", "number", "nr"))
_NTH = pattern(r"(\d+)(?:st|nd|rd|th)")
_CENTURIES = ("century", "cent", "c")
_SHORTEST_LONG = 3  # letters without the last, which makes a vowel long
KATAKANA = {ord(char): chr(ord(char) - 0x60) for char in map(chr, range(0x30A1, 0x30F7))}  # to hiragana


def alike(right: tuple[str, ...], typed: tuple[str, ...], accepted: str) -> bool:
    """Whether the words say the same; *accepted* is the right text, whose capitals tell names from things."""
    if _one_spelling(right) == _one_spelling(typed):
        return True
    if not accepted.isascii() and _is_beyond_ascii(right, typed, accepted):
        return True
    if is_thing(accepted) and _in_the_singular(right) == _in_the_singular(typed):
        return True
    if (century := _century(right)) and century == _century(typed):
        return True
    if right[-1:] == ("jr",) and right[:-1] == typed:
        return True
    one, other = _long(right), _long(typed)
    named = any(map(_has_numeral, (one, other))) or (len(one) > 1 and not is_thing(accepted))
    return (named or _is_numbered(one, other)) and _numbered(one) == _numbered(other)


def _century(words: tuple[str, ...]) -> str:
    """Which century the words name, as 17th or XVII century or 17th c.; "" where none."""
    if len(words) < 2 or words[-1] not in _CENTURIES:
        return ""
    place = read_ordinal(" ".join(words[:-1]))
    return str(place) if place else _in_a_row(words[0]) if len(words) == 2 else ""


def _has_numeral(words: tuple[str, ...]) -> bool:
    return any(map(read_roman, words[1:]))


def _is_beyond_ascii(right: tuple[str, ...], typed: tuple[str, ...], accepted: str) -> bool:
    return typed == tokens(accepted.translate(_UMLAUTS)) or _is_with_title(right, typed)


def _is_with_title(right: tuple[str, ...], typed: tuple[str, ...]) -> bool:
    """Whether one is the other with what it is behind it: 北京市 and 北京, ニュートン先生."""
    one, other = sorted(("".join(right), "".join(typed)), key=len)
    return one >= "\u2e80" and len(one) > 1 and other.removeprefix(one) in _HAN_TITLES


def _is_numbered(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one of them numbers what it names: Symphony No. 9, the Ninth, le XIXe siècle."""
    return any(not _NUMBER.isdisjoint(words) or _place(words[0]) for words in (one, other))


def in_signs(text: str) -> str:
    """A text with notes of music by their letter and sign: F sharp is f#, and B♭ is bb."""
    if not _ACCIDENTAL.search(text):
        return text
    return _NOTE.sub(lambda note: note[1] + ("#" if note[2] in ("sharp", "♯", "#") else "b"), text.lower())


@lru_cache(maxsize=1 << 12)
def _place(word: str) -> int:
    """The place that a word puts first: ninth, 9th, XIXe, 19e; 0 for another word."""
    if match := _PLACED.fullmatch(word):
        return int(match[1]) if match[1] else read_roman(match[2])
    return read_ordinal(word) or 0


def _one_spelling(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_respelt, words))


@lru_cache(maxsize=1 << 12)
def _respelt(word: str) -> str:
    if not word.isascii():
        long = len(word) > _SHORTEST_LONG and word.endswith("ー")  # コンピューター, コンピュータ
        return word.removesuffix("ー" if long else "").translate(KATAKANA)
    for found, instead in _SPELLINGS:
        word = found.sub(instead, word)
    return WORDS.get(word, word)


def is_thing(accepted: str) -> bool:
    """Whether the last word is no name."""
    last = accepted.split()[-1:]
    return bool(last) and last[0][:1].islower() and last[0].isascii()


def _in_the_singular(words: tuple[str, ...]) -> tuple[str, ...]:
    return (*map(_respelt, words[:-1]), _respelt(_singular(words[-1])))


def _singular(word: str) -> str:
    if word in PLURALS:
        return PLURALS[word]
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 4 and word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ics")):
        return word[:-1]
    return word


def _long(words: tuple[str, ...]) -> tuple[str, ...]:
    """With World War for WW."""
    return SHORT[words[0]] if len(words) == 1 and words[0] in SHORT else words


def _numbered(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words, a number behind the first in digits, whether it is counted or said as a place."""
    follows = zip(words, (*words[1:], ""), strict=True)
    words = tuple(word for word, after in follows if word not in _NUMBER or not _is_number(after))
    if len(words) > 1 and (first := _place(words[0])):
        return (*words[1:], str(first))
    if len(words) > 2 and (place := read_ordinal(" ".join(words[-2:]))):
        return (*_one_spelling(words[:-2]), str(place))  # twenty-third
    *inside, last = words[1:] or ("",)
    number = _in_a_row(last)
    if not number and (found := read_words(last)) and not found[1]:
        number = str(found[0])
    return (
        _respelt(words[0]),
        *(_in_a_row(word) or _respelt(word) for word in inside),
        number or _respelt(last),
    )


def _is_number(word: str) -> bool:
    """Whether a word is a number, in digits, as a numeral or in words."""
    return word[:1].isdigit() or bool(_in_a_row(word)) or read_words(word) is not None


def _in_a_row(word: str) -> str:
    """The number of a word that is a numeral or a place in a row, in digits; "" for another word."""
    number = read_roman(word) or read_ordinal(word)
    return str(number) if number else _NTH.sub(r"\1", word) if _NTH.fullmatch(word) else ""
