"""The one door to the terminal: text from a bank is made harmless, wrapped and, where wanted, coloured.

Colour is only ever an addition: the words carry the meaning, and a pipe or NO_COLOR gets words alone.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sys
import unicodedata
from enum import Enum
from typing import TextIO

import click

NARROWEST, WIDEST = 40, 100  # columns a text is set to, whatever the terminal says

# What moves the cursor, starts an escape sequence or turns the reading direction round; not the line break.
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class Tone(Enum):
    """What a text is, for those who see colours."""

    HEADING = "heading"
    GOOD = "good"
    PARTLY = "partly"
    BAD = "bad"
    QUIET = "quiet"


_STYLES: dict[Tone, dict[str, str | bool]] = {
    Tone.HEADING: {"bold": True},
    Tone.GOOD: {"fg": "green", "bold": True},
    Tone.PARTLY: {"fg": "yellow", "bold": True},
    Tone.BAD: {"fg": "red", "bold": True},
    Tone.QUIET: {"dim": True},
}


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
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def wrapped(text: str, width: int) -> list[str]:
    """The lines of *text*, none wider than *width* columns; its own line breaks are kept."""
    return [line for paragraph in text.split("\n") for line in _wrapped_paragraph(paragraph, width)]


def _wrapped_paragraph(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if cells(joined) <= width:
            lines[-1] = joined
            continue
        *whole, rest = _broken(word, width)
        lines += [*whole, rest] if lines[-1] else []
        if lines == [""]:
            lines = [*whole, rest]
    return lines


def _broken(word: str, width: int) -> list[str]:
    """A word that no line holds, cut where it must be."""
    parts = [""]
    for character in word:
        if cells(parts[-1] + character) > width:
            parts.append("")
        parts[-1] += character
    return parts


class Screen:
    """Where text goes: a stream, its width in columns, and whether it shows colours."""

    def __init__(self, out: TextIO, *, width: int, colour: bool) -> None:
        self._out = out
        self.width = width
        self._colour = colour

    def say(self, text: str = "", *, label: str = "", indent: int = 0, tone: Tone | None = None) -> None:
        """Write literal *text*, wrapped, and aligned behind its *label*; the tone colours label and all."""
        label = harmless(label)
        margin = indent + cells(label)
        lines = wrapped(harmless(text), max(10, self.width - margin))
        for i, line in enumerate(lines):
            head = " " * indent + label if i == 0 else " " * margin
            self._out.write(self._styled((head + line).rstrip(), tone) + "\n")

    def flush(self) -> None:
        """Let everything written so far be seen."""
        self._out.flush()

    def _styled(self, text: str, tone: Tone | None) -> str:
        return click.style(text, **_STYLES[tone]) if self._colour and tone and text else text  # type: ignore[arg-type]


def stdout_screen() -> Screen:
    """Standard output, as wide as the terminal; text in a pipe is set as for 80 columns."""
    columns = shutil.get_terminal_size().columns
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Screen(sys.stdout, width=max(NARROWEST, min(columns, WIDEST)), colour=colour)


def rows_screen() -> Screen:
    """Standard output for a table: in a pipe a row is one line, however long."""
    return stdout_screen() if sys.stdout.isatty() else Screen(sys.stdout, width=sys.maxsize, colour=False)


def complain(text: str) -> None:
    """Write *text* to standard error as it is, unwrapped (places stay clickable) but harmless."""
    with contextlib.suppress(OSError):  # nobody is left to complain to
        click.echo(harmless(text), err=True)
