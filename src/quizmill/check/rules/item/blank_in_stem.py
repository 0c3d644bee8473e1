"""A choice has a hole in its stem.

A hole is a line, dots, empty brackets or `fill in`, or a what in the place of the word ('North' what?). Where
the stem asks or sets a task beside a sentence with a gap, as exercises in a language do, this is advice.

Why: the reader must hold the sentence in mind and try each option in the hole.

Source: Haladyna, Downing and Rodriguez 2002, guideline 15: put the central idea in the stem.

Bad:
    type: multiple_choice
    prompt: The ____ is the powerhouse of the cell.

Good:
    type: multiple_choice
    prompt: Which organelle makes most of a cell's ATP?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank.model import TrueFalse
from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.errors import Severity

ID = "blank-in-stem"
SEVERITY = Severity.WARNING

_BLANK = re.compile(
    r"""_{3,} | (?<![\w*])__(?![\w*])      # not Python's __init__
    | (?:(?<=\s)|^)_(?=[\s?.,:]|$)         # a lone line; not snake_case
    | [\[(<{]\s*blank\s*[\])>}]
    | (?<!\w)(?:\(\s+\)|\[\s+\])
    | \bfill[ -]in\b(?![ -](?:a|an|his|her|their|your)\b)
    | ['"’”][ ]what\?
    | (?<![.\d])\.{4,} | …{2,}
    | (?<=[\w,])[ ]-{4,}(?=[\s?.,:]|$)""",
    re.VERBOSE | re.IGNORECASE,
)
_ASKS = re.compile(r"[?？]|^\W*(?:choose|complete|find|pick|put|select|write)\b", re.IGNORECASE)


def check_item(item: Item) -> Iterator[Finding]:
    """One finding for the first hole."""
    if (item.chosen or item.of(TrueFalse)) and (blank := has_blank(item.stem)):
        help = "ask a whole question, or make it a cloze"
        around = _BLANK.sub(" ", item.stem)
        severity = Severity.ADVICE if item.chosen and _ASKS.search(around) else None
        yield Finding(path=item.path, message=f'the stem has a hole, "{blank}"', help=help, severity=severity)


def has_blank(stem: str) -> str:
    """The first hole, as written; "" when there is none."""
    match = _BLANK.search(stem)
    return match[0].strip() if match else ""
