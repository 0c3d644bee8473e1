"""The one door from a bank's text to reportlab's paragraph markup.

Reportlab's markup can open files and addresses (`<img src=…>`), so every character that comes from a bank
is escaped here, and every run of characters is given a face that has them: a missing glyph would be an
empty box. What cannot be printed as it should look is named, never guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from xml.sax.saxutils import escape

from quizmill.bank.markup import Style, spans
from quizmill.export.fonts import Face, face_for, loaded, width

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
    return _BREAKS.sub("\n", unicodedata.normalize("NFC", _UNSEEN.sub("", text))).replace("\t", "    ")


def paragraph(text: str, faces: Faces) -> str:
    """Inline markup, as a bank writes it, in reportlab's dialect."""
    return "".join(_run(face, run, style) for face, run, style in _runs(text, faces))


def measure(text: str, faces: Faces, size: float) -> float:
    """The width in points of the text on one line; without end when it has several."""
    if "\n" in clean(text):
        return float("inf")
    return sum(width(run, face, size) for face, run, _ in _runs(text, faces))


def unprintable(text: str) -> tuple[str, ...]:
    """Why the text cannot be printed: a reason for every character, each once, in order of appearance."""
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


def _runs(text: str, faces: Faces) -> Iterator[tuple[Face, str, Style]]:
    for span in spans(clean(text)):
        face = faces[span.style]
        content = _kept_spaces(span.text) if span.style is Style.CODE else span.text
        faced = ((face_for(character, face) or face, character) for character in content)
        for found, run in groupby(faced, key=itemgetter(0)):
            yield found, "".join(character for _, character in run), span.style


def _run(face: Face, text: str, style: Style) -> str:
    run = f'<font name="{loaded(face)}">{escape(text).replace(chr(10), "<br/>")}</font>'
    stressed = face is Face.HAN and style in (Style.EMPHASIS, Style.STRONG)
    return f"<u>{run}</u>" if stressed else run  # that face is neither heavy nor slanted


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
    if ord(character) > 0xFFFF or face_for(character, Face.REGULAR) is None:
        return _NO_FONT
    return ""


def _named(character: str) -> str:
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X}" + (f" {name}" if name else "")
