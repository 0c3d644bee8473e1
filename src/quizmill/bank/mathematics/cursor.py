"""The text of a formula, token by token, and where in it something is wrong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import msgspec

from quizmill.pattern import pattern

LONGEST = 10_000  # characters; no formula that anybody reads has as many
DEEPEST = 40  # things within each other; no formula that anybody reads has as many

GAP = "____"  # of a blank in a formula, in what is asked on a screen
_TOKEN = pattern(rf"\\(?:[A-Za-z]+|.|\Z)|{GAP}(?=(?:{GAP})*(?!_))|.", re.DOTALL)
_SPACES = pattern(r"\s*")
_NUMBER = pattern(r"\.?[0-9]+(?:(?:\{,\}|\.)[0-9]+)*")
_ENVIRONMENT = pattern(r"\s*\{([A-Za-z]*\*?)\}")
_NAME = pattern(r"\*?\s*\{\s*([^\W\d_][^\W_]*(?: |\\,)?[^\W_]*)\s*\}")
_LETTERS = (  # of which MathJax 3 makes letters
    ("\u00c0", "\u024f"),
    ("\u0370", "\u1a20"),
    ("\u1e00", "\u1fff"),
    ("\u2100", "\u214f"),
    ("\u2e80", "\u2fdf"),
    ("\u3040", "\ua49f"),
    ("\ua840", "\ud7ff"),
)
_JOINERS = "\u200c\u200d"  # which scripts such as Persian need within words


class Misread(msgspec.Struct, frozen=True):
    """Why a text is no formula: where, counted in characters from 0, what is wrong, and what to do."""

    offset: int
    message: str
    help: str

    def __str__(self) -> str:
        return f"{self.message}; {self.help}"


class Stop(Exception):
    """A fault at which reading ends."""

    def __init__(self, fault: Misread) -> None:
        super().__init__(str(fault))
        self.fault = fault


class Cursor:
    """A text with a place in it that moves on, and what is open there."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.opened: list[tuple[str, int]] = []  # what must be closed, innermost last

    def peek(self) -> str:
        """The next token, white space before it skipped; "" at the end."""
        self.skip()
        found = _TOKEN.match(self.text, self.at)
        return found[0] if found else ""

    def skip(self) -> bool:
        """Go on to what is no white space; whether there was any."""
        found = _SPACES.match(self.text, self.at)
        start, self.at = self.at, found.end() if found else self.at
        return self.at > start

    def take(self, token: str) -> None:
        """Go on behind the *token* that is next."""
        self.at += len(token)

    def number(self) -> str:
        """Take the number that is next; "" when there is none."""
        return self._taken(_NUMBER, 0).replace("{,}", ",")

    def environment(self) -> str:
        r"""Take the name in braces after `\begin` or `\end`; "" when there is none."""
        return self._taken(_ENVIRONMENT, 1)

    def function_name(self) -> str:
        r"""Take the name in braces after `\operatorname`, a space in it as one; "" when there is none."""
        return self._taken(_NAME, 1).replace("\\,", " ")

    def _taken(self, what: object, group: int) -> str:
        found = what.match(self.text, self.at)  # type: ignore[attr-defined]
        if not found:
            return ""
        self.at = found.end()
        return str(found[group])

    @contextmanager
    def within(self, opening: str, start: int) -> Iterator[None]:
        """What is read inside stands between *opening*, at *start*, and what closes it."""
        if len(self.opened) == DEEPEST:
            self.fail(
                f"more than {DEEPEST} things stand within each other", "write it as several formulas", start
            )
        self.opened.append((opening, start))
        yield
        self.opened.pop()

    def fail(self, message: str, help: str, offset: int | None = None) -> NoReturn:
        """End reading with a fault, here unless said otherwise."""
        raise Stop(Misread(self.at if offset is None else offset, message, help))


def unreadable(text: str) -> Misread | None:
    """What forbids to read *text* at all: its length, or a character that nobody sees."""
    if len(text) > LONGEST:
        return Misread(
            LONGEST, f"a formula has {LONGEST:,} characters at most", "write it as several formulas"
        )
    for offset, char in enumerate(text):
        if not char.isprintable() and not char.isspace() and char not in _JOINERS:
            return Misread(offset, f"the character U+{ord(char):04X} cannot be seen", "leave it out")
    return None


def letter_at(text: str, offset: int) -> tuple[str, int]:
    """The character there with the marks set on it, as one where Unicode has it, and where it ends."""
    end = offset + 1
    while end < len(text) and unicodedata.category(text[end]).startswith("M"):
        end += 1
    return unicodedata.normalize("NFC", text[offset:end]), end


def is_letter(char: str) -> bool:
    """Whether MathJax takes it for a letter; others, some of which it fails on, are text."""
    return char.isalpha() and (char.isascii() or any(first <= char <= last for first, last in _LETTERS))
