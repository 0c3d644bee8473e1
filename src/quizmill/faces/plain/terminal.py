"""The one door to the terminal: text from a bank is made harmless, wrapped and, where wanted, coloured.

Colour is only ever an addition: the words carry the meaning, and a pipe or NO_COLOR gets words alone, with
backticks around what is code. What is emphasised has quotation marks, heard or seen.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Sequence
from enum import Enum
from typing import TextIO

from quizmill.errors import inert
from quizmill.faces.block_lines import block_lines, option_lines
from quizmill.faces.span_marks import UNSTYLED, in_style, in_words, styled
from quizmill.faces.text import cells, harmless, spaced, wrapped
from quizmill.words import words_in

NARROWEST, WIDEST = 40, 100  # columns a text is set to, whatever the terminal says
_ROOM = 30  # columns that a text needs beside its label in a table; with less it gets a line of its own


class Tone(Enum):
    """What a text is, for those who see colours."""

    HEADING = "heading"
    GOOD = "good"
    PARTLY = "partly"
    BAD = "bad"
    QUIET = "quiet"


# ECMA-48, Select Graphic Rendition: 1 bold, 2 faint, 31 red, 32 green, 33 yellow; 0 ends it.
_STYLES = {
    Tone.HEADING: "\x1b[1m",
    Tone.GOOD: "\x1b[32m\x1b[1m",
    Tone.PARTLY: "\x1b[33m\x1b[1m",
    Tone.BAD: "\x1b[31m\x1b[1m",
    Tone.QUIET: "\x1b[2m",
}


class Screen:
    """Where text goes: a stream, its width in columns, whether it has colours, and the language it speaks."""

    def __init__(
        self, out: TextIO, *, width: int, colour: bool, language: str = "en", has_greys: bool = False
    ) -> None:
        """With *has_greys* it can show pictures in shades of grey."""
        self._out = out
        self.has_greys = has_greys
        self.language = language
        self.words = words_in(language)
        self.width = width
        self._colour = colour
        self._marks = (in_style if colour else in_words)(self.words)

    def say(self, text: str = "", *, label: str = "", indent: int = 0, tone: Tone | None = None) -> None:
        """Write literal *text*, wrapped, and aligned behind its *label*; the tone colours label and all."""
        label = spaced(harmless(label))
        self._write(wrapped(harmless(text), self._room(label, indent)), label, indent, tone)

    def text(self, text: str, *, label: str = "", indent: int = 0, tone: Tone | None = None) -> None:
        """Write a bank's *text*, blocks and all, as it is meant."""
        label = spaced(harmless(label))
        lines = block_lines(text, self._room(label, indent), self.words, self._marks)
        self._write(lines, label, indent, tone)

    def option(self, text: str, *, label: str = "", indent: int = 0) -> None:
        """Write one of a bank's short texts, which may be a block as a whole, as it is meant."""
        label = spaced(harmless(label))
        lines = option_lines(text, self._room(label, indent), self.words, self._marks)
        self._write(lines, label, indent)

    def row(self, label: str, text: str) -> None:
        """Write a row of a table: *text* behind its *label*, or below it where that leaves little room."""
        if self.width - cells(label) >= _ROOM:
            self.say(text, label=label)
        else:
            self.say(label.strip(), indent=2)
            self.say(text, indent=6)

    def line(self, text: str) -> None:
        """Write *text* as one line, its spaces kept: for what was drawn to the width of the screen."""
        self._out.write(spaced(harmless(text)).rstrip() + "\n")

    def greys(self, rows: Sequence[Sequence[int]]) -> None:
        """Write a picture of greys, 0 for black to 255: two of its rows are a line."""
        for upper, lower in zip(rows[::2], rows[1::2], strict=True):
            pairs = zip(map(_shade, upper), map(_shade, lower), strict=True)
            self._out.write(
                "".join(f"\x1b[38;5;{above};48;5;{below}m▀" for above, below in pairs) + f"{UNSTYLED}\n"
            )

    def ask(self, prompt: str) -> None:
        """Write *prompt* and let it be seen, so that whoever reads along knows that a line is awaited."""
        self._out.write(spaced(harmless(prompt)))
        self._out.flush()

    def echo(self, line: str, prompt: str) -> None:
        """Write behind the *prompt* that stands there the *line* that came, wrapped."""
        label = spaced(harmless(prompt))
        first, *rest = wrapped(harmless(line), self._room(label, 0))
        self._out.write(first.rstrip() + "\n")
        self._write(rest, "", cells(label))

    def flush(self) -> None:
        """Let everything written so far be seen."""
        self._out.flush()

    def _room(self, label: str, indent: int) -> int:
        return max(10, self.width - indent - cells(label))

    def _write(self, lines: Sequence[str], label: str, indent: int, tone: Tone | None = None) -> None:
        around = _STYLES[tone] if self._colour and tone else ""
        going_on = ""
        for i, line in enumerate(lines):
            head = " " * indent + label if i == 0 else " " * (indent + cells(label))
            told, going_on = styled(line.rstrip(), around, going_on)
            whole = (head + told).rstrip()
            self._out.write((f"{around}{whole}{UNSTYLED}" if around and whole else whole) + "\n")


def _shade(grey: int) -> int:
    """The number of a grey among 256 colours: of the 24 there are, from 8 to 238, or white."""
    return 231 if grey > 246 else 232 + min(max(round((grey - 8) / 10), 0), 23)


def stdout_screen(language: str = "en") -> Screen:
    """Standard output, as wide as the terminal; text in a pipe is set as for 80 columns."""
    columns = shutil.get_terminal_size().columns
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = max(NARROWEST, min(columns, WIDEST))
    has_greys = colour and ("256" in os.environ.get("TERM", "") or bool(os.environ.get("COLORTERM")))
    return Screen(sys.stdout, width=width, colour=colour, language=language, has_greys=has_greys)


def rows_screen() -> Screen:
    """Standard output for a table: in a pipe a row is one line, however long."""
    return stdout_screen() if sys.stdout.isatty() else Screen(sys.stdout, width=sys.maxsize, colour=False)


def complain(text: str) -> None:
    """Write *text* to standard error as it is, unwrapped (places stay clickable) but harmless."""
    with contextlib.suppress(OSError):  # nobody is left to complain to
        print(inert(harmless(text)), file=sys.stderr, flush=True)
