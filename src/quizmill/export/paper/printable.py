"""What can be printed as it should look: a character that cannot is named with a reason, never guessed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from quizmill.export.fonts import Face, faces_for

# Soft hyphen, zero-width space, joiners, word joiner, byte order mark, selectors between text and emoji.
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\ufe00-\ufe0f]")
_BREAKS = re.compile("\r\n|[\r\u2028\u2029\u000b\u000c]")
_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Indic, Thai, Lao, Tibetan, Myanmar; Khmer, Mongolian: letters that change shape or place among others.
_SHAPED = re.compile("[\u0900-\u109f\u1780-\u18af\ua800-\ua82f\ua880-\ua8ff\ua980-\ua9df\uaa00-\uaadf]")

_FROM_RIGHT = "is of a script written from right to left, which cannot be printed yet"
_SHAPES = "is of a script whose letters change with their neighbours, which cannot be printed yet"
_SCRIPTS = (_FROM_RIGHT, _SHAPES)
_NO_FONT = "is in none of the fonts; write it another way"


def clean(text: str) -> str:
    """The text composed (NFC), with line breaks as `\\n` and without characters that have no look."""
    if _is_plain(text):
        return text
    return _BREAKS.sub("\n", unicodedata.normalize("NFC", _UNSEEN.sub("", text))).replace("\t", "    ")


def unprintable(text: str) -> tuple[str, ...]:
    """Why the text cannot be printed: a reason for every character, each once, in order of appearance."""
    if _is_plain(text):
        return ()
    characters = dict.fromkeys(clean(text))
    return tuple(f"{_named(c)} {reason}" for c in characters if (reason := _refusal(c)))


def unprintable_name(name: str) -> str:
    """Why a name cannot be printed, and what to do: said once for all its letters; empty when it can."""
    refused = {c: reason for c in clean(name) if (reason := _refusal(c))}
    script = next((reason for reason in refused.values() if reason in _SCRIPTS), "")
    letters = [c for c, reason in refused.items() if reason == _NO_FONT and unicodedata.category(c)[0] == "L"]
    if not script and len(letters) > 1:
        script = f"has letters that are in none of the fonts ({' '.join(letters)})"
    return f"{script}; write it in Latin letters in the roster" if script else "; ".join(unprintable(name))


def _is_plain(text: str) -> bool:
    """Whether there is nothing to clean, and every font has all of it."""
    return text.isascii() and text.isprintable()


@lru_cache(maxsize=4096)
def _refusal(character: str) -> str:
    """Why this character cannot be printed; empty when it can."""
    if character in _TURNS:
        return "turns the direction of the text unseen; remove it"
    if unicodedata.bidirectional(character) in ("R", "AL", "AN"):
        return _FROM_RIGHT
    if _SHAPED.match(character):
        return _SHAPES
    if character == "\n":
        return ""
    if unicodedata.category(character)[0] == "C":
        return "is a control character or none at all; remove it"
    if ord(character) > 0xFFFF or faces_for(Face.REGULAR)[character] is None:
        return _NO_FONT
    return ""


def _named(character: str) -> str:
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X}" + (f" {name}" if name else "")
