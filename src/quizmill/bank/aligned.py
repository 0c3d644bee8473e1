"""Listings whose lines stand under each other on purpose, so that a broken line would be a wrong one."""

from __future__ import annotations

import re

from quizmill.pattern import pattern

_NO_LANGUAGE = {"", "text", "txt", "plain", "plaintext", "console", "output"}
_TAB = 4
# A line that only points at the one above it, as tracebacks and compilers print.
_POINTER = pattern(r"^[ \t|]*[~^][ \t|~^-]*$", re.MULTILINE)
# Columns in two lines that follow each other, or a drawing. In code a gap is a matter of taste.
_COLUMNS = pattern(r"^.*\S {2,}\S.*\n.*\S {2,}\S|[\u2500-\u257f]", re.MULTILINE)


def is_aligned(code: str, language: str) -> bool:
    """Whether a sign of one line is about what stands above it, or below."""
    plain = language.lower() in _NO_LANGUAGE
    return bool(_POINTER.search(code) or (plain and _COLUMNS.search(code)))


def width(code: str) -> int:
    """How many signs wide its widest line is."""
    return max(len(line.expandtabs(_TAB)) for line in code.split("\n"))
