r"""A text has the beginning of a listing or a formula without its end, or a picture that is none.

A listing ends with three backticks on a line of their own, a formula with `\)` or `\]` before the next blank
line. A picture is a line of its own; a name with spaces or brackets stands in `<…>`.

Why: what is not read stays as it is written, on the card, on paper and on the screen.

Source: our own.

Bad:
    explanation: 'Its area is \(\pi r^2.'

Good:
    explanation: 'Its area is \(\pi r^2\).'
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank import verbatim
from quizmill.bank.pictures import pictures_in
from quizmill.check.finding import Finding
from quizmill.check.texts import Texts
from quizmill.errors import Severity

ID = "mark-unread"
SEVERITY = Severity.WARNING

_FENCE = re.compile(r"^```.*", re.MULTILINE)
_FORMULA = re.compile(r"(?<!\\)\\[(\[]")
_PICTURE = re.compile(r"!\[[^\]\n]*\]\([^\n]*?\)")
_SHOWN = 30  # characters that show where in a text it is


def check_texts(texts: Texts) -> Iterator[Finding]:
    """One finding a text, for the first of these."""
    for path, text in texts.written:
        if found := _unread(text):
            yield Finding(path=path, message=found[0], help=found[1])


def _unread(text: str) -> tuple[str, str] | None:
    """Message and help for what is not read."""
    if not any(mark in text for mark in ("```", r"\(", r"\[", "![")):
        return None
    prose = verbatim.without(text)
    if fence := _FENCE.search(prose):
        return (
            f'the listing that begins with "{fence[0].rstrip()}" does not end',
            "end it with ``` on a line of its own; its language is one word, as in ```python",
        )
    if formula := _FORMULA.search(prose):
        ends = r"\)" if formula[0] == r"\(" else r"\]"
        return (
            f'the formula that begins with "{_from(prose, formula)}" does not end',
            rf"end it with {ends} before the next blank line; what is no formula stands in backticks",
        )
    pictures = list(_PICTURE.finditer(prose))
    if len(pictures) > sum(1 for _ in pictures_in(text)):
        return (
            f'"{_cut(pictures[0][0])}" is shown as it is written, not as a picture',
            "give it a line of its own, and put a file whose name has spaces or brackets in <…>",
        )
    return None


def _from(text: str, found: re.Match[str]) -> str:
    return _cut(text[found.start() :].partition("\n")[0])


def _cut(line: str) -> str:
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
