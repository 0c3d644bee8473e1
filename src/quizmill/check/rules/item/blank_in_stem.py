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
from quizmill.check.language.holes import HOLE
from quizmill.errors import Severity

ID = "blank-in-stem"
SEVERITY = Severity.WARNING

_ASKS = re.compile(r"[?？]|^\W*(?:choose|complete|find|pick|put|select|write)\b", re.IGNORECASE)


def check_item(item: Item) -> Iterator[Finding]:
    """One finding for the first hole."""
    if (item.chosen or item.of(TrueFalse)) and item.hole:
        help = "ask a whole question, or make it a cloze"
        around = HOLE.sub(" ", item.stem)
        severity = Severity.ADVICE if item.chosen and _ASKS.search(around) else None
        yield Finding(
            path=item.path, message=f'the stem has a hole, "{item.hole}"', help=help, severity=severity
        )
