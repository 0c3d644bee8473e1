"""Letters and digits in the alphabets that Unicode has for mathematics."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_ELSEWHERE = {"SCRIPT": "SCRIPT", "FRAKTUR": "BLACK-LETTER", "DOUBLE-STRUCK": "DOUBLE-STRUCK"}
_PLANCK = "ℎ"  # what Unicode has for a small italic h


def in_alphabet(text: str, alphabet: str) -> str:
    """The text in the alphabet that Unicode calls so; what it does not have stays as it is."""
    return "".join(_char(char, alphabet) for char in text) if alphabet else text


@lru_cache(maxsize=1 << 10)
def _char(char: str, alphabet: str) -> str:
    if alphabet == "ITALIC" and char == "h":
        return _PLANCK
    what = unicodedata.name(char, "").replace("LATIN ", "").replace("GREEK ", "").replace(" LETTER", "")
    older = _ELSEWHERE.get(alphabet)
    names = [f"MATHEMATICAL {alphabet} {what}", *([f"{older} {what}"] if older else [])]
    if alphabet == "BOLD ITALIC":
        names.append(f"MATHEMATICAL BOLD {what}")
    return next(filter(None, map(_named, names)), char)


def _named(name: str) -> str:
    try:
        return unicodedata.lookup(name)
    except KeyError:
        return ""
