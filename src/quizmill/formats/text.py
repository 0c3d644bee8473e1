"""Numbered questions as people write them in plain text: Respondus's "standard format" and text2qti's."""

from __future__ import annotations

import re

from quizmill.bank import guard
from quizmill.errors import FileUnusable
from quizmill.formats.format import Format, Found
from quizmill.formats.matrix import matrix
from quizmill.formats.report import Report
from quizmill.formats.text_items import items, turning
from quizmill.formats.text_lines import Reading
from quizmill.formats.text_signs import CHOICE, NUMBERED, is_run

_KEY = re.compile(r"\s*(?:\*[a-z][.)]\s|\[\*\]|answers:\s*$|quiz title:)", re.IGNORECASE | re.MULTILINE)
_OTHER = re.compile(r"\A\s*[<{\[]|^::|^\$CATEGORY:", re.MULTILINE)  # XML, JSON, GIFT


def read(data: bytes, name: str, report: Report) -> Found:
    """The questions of a text. Raises FileUnusable where no line begins with a number."""
    reading = Reading(report)
    found = reading.of(guard.text(data, name))
    if not found:
        raise FileUnusable(name, "no line begins a question with its number, such as `1. What is tea?`")
    turn = turning(report, is_markdown=reading.is_markdown)
    return Found(items=tuple(items(found, turn, report)), title=reading.title)


def recognises(data: bytes) -> bool:
    """Whether a text has numbered questions with options, and no other signs than such a text has."""
    try:
        text = guard.text(data, "")
    except FileUnusable:
        return False
    lines = [line.strip() for line in text.split("\n")]
    if _OTHER.search(text) or not any(map(NUMBERED.fullmatch, lines)):
        return False
    return (
        _KEY.search(text) is not None
        or is_run(lines)
        or (any(map(CHOICE.fullmatch, lines)) and "{" not in text)
    )


FORMAT = Format(
    name="text",
    title="Numbered questions in plain text (Respondus, text2qti)",
    extensions=("txt", "md"),
    matrix=matrix(),
    read=read,
    recognises=recognises,
)
