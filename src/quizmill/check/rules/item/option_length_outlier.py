"""One option is far longer or shorter than the rest.

Far is from 1.75 times the middle length up, or to 0.6 times down, and ten characters off. Values and names
are left out, and so are options that speak of the others. Where it is the key a warning is given.

Why: what sticks out is taken for the key, or struck, by people who do not know.

Source: Haladyna, Downing and Rodriguez 2002, guideline 28d: avoid options that stand out.

Bad:
    answer: Osmosis
    distractors: [Diffusion, Filtration, The uptake of large particles by folding the membrane round them]

Good:
    answer: Osmosis
    distractors: [Diffusion, Filtration, Phagocytosis]
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.check.language.kinds import NAMES, VALUES
from quizmill.errors import Severity

ID = "option-length-outlier"
SEVERITY = Severity.ADVICE

_FEWEST = 3  # options; of two neither is the odd one
_LONG, _SHORT = 1.75, 0.60  # of the middle length
_LEAST_DIFFERENCE = 10  # characters


def check_item(item: Item) -> Iterator[Finding]:
    """One finding for the longest, one for the shortest; a warning where that is the key."""
    if not item.chosen or len(item.real) < _FEWEST:
        return
    if all(kind in VALUES | NAMES for kind in item.kinds):
        return
    middle = statistics.median(len(option.text) for option in item.real)
    for option in (max(item.real, key=lambda o: len(o.text)), min(item.real, key=lambda o: len(o.text))):
        size, ratio = len(option.text), len(option.text) / middle
        if not _SHORT < ratio < _LONG and abs(size - middle) >= _LEAST_DIFFERENCE:
            limit = f"more than {_LONG}" if ratio > 1 else f"less than {_SHORT:.1f}"
            said = f"{size} character{'' if size == 1 else 's'}"
            message = f"this option has {said}, the middle one {middle:g}: {ratio:.2f} times, {limit}"
            severity = Severity.WARNING if option.right else None
            yield Finding(
                path=option.path, message=message, help="give all options about one length", severity=severity
            )
