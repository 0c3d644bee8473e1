"""From a bank's markup to runs of characters, each in a face that has them: a missing glyph would be a box.

What cannot be printed as it should look is named, never guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

import msgspec

from quizmill.bank.markup import Style, spans
from quizmill.export.fonts import Face, faces_for

LIGHT = {
    Style.PLAIN: Face.REGULAR,
    Style.EMPHASIS: Face.ITALIC,
    Style.STRONG: Face.BOLD,
    Style.CODE: Face.CODE,
}
HEAVY = {
    Style.PLAIN: Face.BOLD,
    Style.EMPHASIS: Face.BOLD_ITALIC,
    Style.STRONG: Face.BOLD_ITALIC,
    Style.CODE: Face.CODE,
}
SLANTED = {
    Style.PLAIN: Face.ITALIC,
    Style.EMPHASIS: Face.REGULAR,
    Style.STRONG: Face.BOLD_ITALIC,
    Style.CODE: Face.CODE,
}
Faces = dict[Style, Face]

# Soft hyphen, zero-width space, joiners, word joiner, byte order mark, selectors between text and emoji.
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\ufe00-\ufe0f]")
_LINES = re.compile("[^\n]+|\n")
_BREAKS = re.compile("\r\n|[\r\u2028\u2029\u000b\u000c]")
_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Indic, Thai, Lao, Tibetan, Myanmar; Khmer, Mongolian: letters that change shape or place among others.
_SHAPED = re.compile("[\u0900-\u109f\u1780-\u18af\ua800-\ua82f\ua880-\ua8ff\ua980-\ua9df\uaa00-\uaadf]")
_HAN = re.compile("[\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]")

_FROM_RIGHT = "is of a script written from right to left, which cannot be printed yet"
_SHAPES = "is of a script whose letters change with their neighbours, which cannot be printed yet"
_SCRIPTS = (_FROM_RIGHT, _SHAPES)
_NO_FONT = "is in none of the fonts; write it another way"


def clean(text: str) -> str:
    """The text composed (NFC), with line breaks as `\\n` and without characters that have no look."""
    if _is_plain(text):
        return text
    return _BREAKS.sub("\n", unicodedata.normalize("NFC", _UNSEEN.sub("", text))).replace("\t", "    ")


class Run(msgspec.Struct, frozen=True):
    """Characters of one face; a line break is a run of its own."""

    face: Face
    text: str
    underlined: bool = False


def runs(text: str, faces: Faces) -> tuple[Run, ...]:
    """Inline markup, as a bank writes it, in reading order."""
    return tuple(_runs(text, faces))


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


def mostly_han(text: str) -> bool:
    """Whether lines may end between any two characters, as in Chinese and Japanese."""
    return 3 * len(_HAN.findall(text)) > len(text)


def _runs(text: str, faces: Faces) -> Iterator[Run]:
    for span in spans(clean(text)):
        content = _kept_spaces(span.text) if span.style is Style.CODE else span.text
        for line in _LINES.findall(content):
            yield from _faced(line, faces[span.style], span.style)


def _faced(text: str, face: Face, style: Style) -> Iterator[Run]:
    """One run for each face that the characters come from."""
    found = [other or face for other in map(faces_for(face).__getitem__, text)]
    start = 0
    for other, same in groupby(found):
        end = start + len(list(same))
        # The face of Chinese is neither heavy nor slanted.
        stressed = other is Face.HAN and style in (Style.EMPHASIS, Style.STRONG)
        yield Run(other, text[start:end], stressed)
        start = end


def _is_plain(text: str) -> bool:
    """Whether there is nothing to clean, and every font has all of it."""
    return text.isascii() and text.isprintable()


def _kept_spaces(code: str) -> str:
    """Spaces in a row as they are; in a paragraph they would become one."""
    return re.sub("  +", lambda spaces: "\u00a0" * len(spaces[0]), code)


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
