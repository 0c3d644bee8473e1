"""One option is far longer or shorter than the rest.

Far is from 1.6 times the middle length up, or to 0.55 times down, and eight characters off; of two options
1.6 times the other, and ten characters. Values and names are left out, and so are options that speak of the
others. A key that is the longest has a rule of its own, which warns: judges of teachers' questions mind
that alone, those of benchmarks any option that sticks out.

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
from collections.abc import Iterator, Sequence

from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.check.language.answer_options import Option
from quizmill.check.language.kinds import NAMES, VALUES
from quizmill.errors import Severity

ID = "option-length-outlier"
SEVERITY = Severity.ADVICE

_LONG, _SHORT = 1.60, 0.55  # of the middle length
_LEAST_OFF, _LEAST_OFF_OF_TWO = 8, 10  # characters


def check_item(item: Item) -> Iterator[Finding]:
    """One finding for the longest, one for the shortest; of two options for the longer."""
    if item.chosen:
        yield from sticking_out(item, item.real)


def sticking_out(item: Item, options: Sequence[Option]) -> Iterator[Finding]:
    """The same among these of the options."""
    if len(options) < 2 or all(kind in VALUES | NAMES for kind in item.kinds):
        return
    by_length = sorted(options, key=lambda option: len(option.text))
    if len(by_length) == 2:
        yield from _outlier(by_length[1], len(by_length[0].text), "the other", _LEAST_OFF_OF_TWO)
        return
    middle = statistics.median(len(option.text) for option in by_length)
    for option in (by_length[-1], by_length[0]):
        yield from _outlier(option, middle, "the middle one", _LEAST_OFF)


def _outlier(option: Option, usual: float, whose: str, least_off: int) -> Iterator[Finding]:
    size = len(option.text)
    ratio = size / max(usual, 1)
    if (ratio >= _LONG or ratio <= _SHORT) and abs(size - usual) >= least_off:
        limit = f"{_LONG:.2f} or more" if ratio > 1 else f"{_SHORT} or less"
        said = f"{size} character{'' if size == 1 else 's'}"
        message = f"this option has {said}, {whose} {usual:g}: {ratio:.2f} times, {limit}"
        yield Finding(path=option.path, message=message, help="give all options about one length")
