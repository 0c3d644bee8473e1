"""Text for a terminal: made harmless, measured in columns, and wrapped."""

from __future__ import annotations

import re
import unicodedata

from quizmill.pattern import pattern

NO_WIDTH = "\ufdd0\ufdd1\ufdd2\ufdd3"  # noncharacters, for signs of ours between letters

# What moves the cursor, begins an escape sequence or turns the reading round, and our signs; no line break.
_CONTROL = pattern(f"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069{NO_WIDTH}]")

_NO_BREAK = pattern("[\u00a0\u202f]")  # spaces at which no line ends; not every terminal can show them
_BETWEEN_WORDS = pattern(r"[^\S\u00a0\u202f]+(?!%)")  # a per cent sign stays with its number


def harmless(text: str) -> str:
    """The text without anything a terminal would obey: each such character becomes a visible stand-in."""
    return _CONTROL.sub(_stand_in, text)


def _stand_in(match: re.Match[str]) -> str:
    character = match[0]
    if character == "\t":
        return " "
    return chr(0x2400 + ord(character)) if character < " " else "�"


def cells(text: str) -> int:
    """The columns *text* takes: two for a wide East Asian character, none for a combining mark."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.combining(c) or c in NO_WIDTH
        else 2
        if unicodedata.east_asian_width(c) in "WF"
        else 1
        for c in text
    )


def wrapped(text: str, width: int) -> list[str]:
    """The lines of *text*, none wider than *width* columns; its line breaks and no-break spaces are kept."""
    lines = (line for paragraph in text.split("\n") for line in _wrapped_paragraph(paragraph, width))
    return list(map(spaced, lines))


def spaced(line: str) -> str:
    """The line with common spaces alone."""
    return _NO_BREAK.sub(" ", line)


def _wrapped_paragraph(text: str, width: int) -> list[str]:
    lines = [""]
    for word in filter(None, _BETWEEN_WORDS.split(text)):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if cells(joined) <= width:
            lines[-1] = joined
            continue
        *whole, rest = cut(word, width)
        lines += [*whole, rest] if lines[-1] else []
        if lines == [""]:
            lines = [*whole, rest]
    return lines


def cut(word: str, width: int) -> list[str]:
    """The text in parts of *width* columns at most, its spaces kept; one part at least."""
    parts = [""]
    for character in word:
        if cells(parts[-1] + character) > width:
            parts.append("")
        parts[-1] += character
    return parts
