"""One spelling for the many ways of typing the same characters; the first step of every comparison."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from quizmill.pattern import pattern

_VULGAR = pattern("([½¼¾⅐-⅞↉])")  # NFKC alone would make 21/2 of 2½
_RAISED = pattern("(?<=[0-9])([⁻⁺]?[⁰¹²³⁴-⁹]+)")  # nor is 10² the number 102
_HEAPED = pattern(
    "([\u0300-\u036f]{16})[\u0300-\u036f]+"
)  # putting marks in order takes time with their square
_SILENT = pattern(  # accents, but no stroke: = is not ≠; vowel marks of Hebrew and Arabic; what is unseen
    "[\u0300-\u0337\u0339-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]"
)
_STROKED = pattern("[łøđðıæœ\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]")  # the letters and figures among these:
_MARKS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´٬", "'"),
        **dict.fromkeys("“”„‟″«»「」『』", '"'),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict(
            zip("łøđðı", "loddi", strict=True)
        ),  # letters with a stroke or without a dot, which NFKD keeps
        "æ": "ae",
        "œ": "oe",
        "⁄": "/",
        "∕": "/",
        "。": ".",
        **dict.fromkeys("、،", ","),
        "٪": "%",
        **{chr(zero + digit): str(digit) for zero in (0x660, 0x6F0, 0x966) for digit in range(10)},
    }
)


@lru_cache(maxsize=1 << 12)  # the checker and the marker fold each text dozens of times
def fold(text: str) -> str:
    """The text without case, accents, width, kinds of quote, dash and space, and invisible characters.

    `2½` becomes `2 1/2`; white space is single and none is left at the ends. Folding twice changes nothing.
    """
    if text.isascii():  # most texts, eight times faster
        return " ".join(text.lower().replace("`", "'").split())
    text = _HEAPED.sub(r"\1", text)
    spaced = _RAISED.sub(r"^\1", _VULGAR.sub(r" \1", text))
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", spaced).casefold())
    bare = unicodedata.normalize("NFKC", _SILENT.sub("", folded))
    return " ".join(bare.translate(_MARKS).split())


def roughly(text: str) -> str:
    """The text in a form that takes a tenth of the time: for looking through thousands of texts.

    Letters and figures that follow each other in the folded text do so here, in the rough form that they have
    by themselves; what stands here need not stand there.
    """
    if text.isascii():
        return text.lower()
    bare = _SILENT.sub("", unicodedata.normalize("NFKD", text).casefold())
    return bare.translate(_MARKS) if _STROKED.search(bare) else bare
