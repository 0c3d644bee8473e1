"""Words: how a text is cut into them and into sentences, and which of them carry its meaning."""

from __future__ import annotations

import re
from functools import lru_cache

from quizmill.bank.fold import fold

# A figure with its separators; a character of a script without spaces; a word with its apostrophes.
_WORD = re.compile(
    r"\d+(?:[.,]\d+)*|[\u3040-\u30ff\u3400-\u9fff]|(?:(?![\u3040-\u30ff\u3400-\u9fff])[^\W_])+(?:'[^\W\d_]+)*"
)
_ASCII_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:'[^\W\d_]+)*", re.ASCII)  # the same, in half the time
_ENDING = re.compile(r"[.!?;][\"')\]]*\s|[。！？；]|\n")  # most texts have none: they are one sentence
_SENTENCE_END = re.compile(r"(?<=[.!?;])[\"')\]]*\s+|(?<=[。！？；])|\n+")
# A full stop after an initial or one of these ends no sentence.
_ABBREVIATED = re.compile(
    r"(?:^|[\s(\"'])(?:[A-Z]|e\.g|i\.e|a\.k\.a|ca|cf|vs|approx|no|fig|eq|dr|mr|mrs|ms|prof|st|jr|sr|u\.s)\.$",
    re.IGNORECASE,
)
_LONGEST_ABBREVIATION = 12  # characters, with what stands before it
_STOP = frozenset(
    """a about above after again against all also am an and another any are aren't as at be because been
    before being below between both but by can can't cannot could couldn't did didn't do does doesn't
    doing don't done down during each either else etc ever every few for from further had hadn't has
    hasn't have haven't having he her here hers herself him himself his how however i if in into is
    isn't it it's its itself just let like many may me might mine more most much must my myself neither
    no nor not now of off often on once one only onto or other others our ours out over own per same
    several shall she should shouldn't since so some such than that that's the their theirs them
    themselves then there these they this those through thus to too toward towards under until unless up
    upon us very via was wasn't we were weren't what what's when where whether which while who who's
    whom whose why will with within without won't would wouldn't yet you your yours following true false
    correct best describe describes""".split()
)
_NOTHING = frozenset([""])
_LAST_LETTERS = frozenset("sngdy")  # of the endings: most words have none of them
_ENDINGS = ("ations", "ation", "ings", "ing", "edly", "ies", "ied", "ed", "es", "ly", "s")
TEXTS = 1 << 12  # remembered: many rules come back to the texts of a question, one question after the other
_WORDS = 1 << 16  # remembered: as many different words as a large bank has
_SHORTEST_STEM = 3  # letters that must be left of a word


@lru_cache(maxsize=TEXTS)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, folded, without possessive endings."""
    folded = fold(text)
    found = (_ASCII_WORD if folded.isascii() else _WORD).findall(folded)
    return tuple([word.removesuffix("'s") for word in found] if "'" in folded else found)


def sentences(text: str) -> list[str]:
    """The text cut at line breaks and after full stops, question marks, exclamation marks and semicolons."""
    if not _ENDING.search(text):
        return [text] if text.strip() else []
    found: list[str] = []
    for part in _SENTENCE_END.split(text):
        if found and (_ABBREVIATED.search(found[-1][-_LONGEST_ABBREVIATION:]) or _goes_on(found[-1], part)):
            found[-1] += f" {part}"
        elif part.strip():
            found.append(part)
    return found


def _goes_on(before: str, after: str) -> bool:
    """Whether a question or exclamation mark belongs to a title in the sentence: in *Why?* of 2025."""
    return before.endswith(("?", "!")) and after[:1].islower()


@lru_cache(maxsize=TEXTS)
def content(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning: three letters and more, and no stop word."""
    return stems(words(text))


def stems(found: tuple[str, ...]) -> frozenset[str]:
    """The stems of those of the words that carry meaning."""
    return frozenset(map(_meaning, found)) - _NOTHING


def carries_meaning(word: str) -> bool:
    """Whether a folded word says something by itself, as `the` and `was` do not."""
    return bool(_meaning(word))


@lru_cache(maxsize=_WORDS)
def _meaning(word: str) -> str:
    """The stem of a word that carries meaning, of others nothing."""
    return stem(word) if len(word) > 2 and word not in _STOP else ""


@lru_cache(maxsize=_WORDS)
def stem(word: str) -> str:
    """What the forms of a folded English word share, roughly: `measured` and `measuring` are one."""
    for ending in _ENDINGS if word[-1:] in _LAST_LETTERS else ():
        bare = word.removesuffix(ending)
        if bare != word and len(bare) >= _SHORTEST_STEM and not (ending == "s" and bare[-1] in "sui"):
            return _closed(bare + "y" if ending in ("ies", "ied") else bare)
    return _closed(word)


def _closed(bare: str) -> str:
    """Without a doubled last consonant or a silent e, which some forms have and others lack."""
    if len(bare) > _SHORTEST_STEM and bare[-1] == bare[-2] and bare[-1] not in "aeioulsz":
        return bare[:-1]
    return bare[:-1] if len(bare) > _SHORTEST_STEM and bare[-1] == "e" else bare
