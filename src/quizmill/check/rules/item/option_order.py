"""Options that are values stand in no order, and are shown so.

They ascend or descend by value, so $900 million comes before $1.2 billion. Read are numbers, sums, dates,
fractions, what is less or more than a figure, spans by their low end, and sentences that differ in one
figure; one option in words among them is left out. Options whose order is not fixed are sorted when they
are shown; only those of `shuffle: false` are judged.

Why: looking for one's number in a jumble costs time and tests nothing.

Source: Haladyna, Downing and Rodriguez 2002, guideline 21: place choices in logical or numerical order.

Bad:
    shuffle: false
    answer: "7"
    distractors: ["9", "5", "8"]

Good:
    answer: "7"
    distractors: ["5", "8", "9"]
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.check.language.order import Order, order_of
from quizmill.errors import Severity

ID = "option-order"
SEVERITY = Severity.WARNING

_FEWEST = 3


def check_item(item: Item) -> Iterator[Finding]:
    """One finding, at the first option."""
    if not item.chosen or not item.fixed or len(item.real) < _FEWEST:
        return
    texts = tuple(option.text for option in item.real)
    if order_of(texts) is Order.MIXED:
        message = f"the options neither ascend nor descend: {', '.join(texts)}"
        help = "leave out `shuffle: false`, and they are sorted; or write them in order"
        yield Finding(path=item.real[0].path, message=message, help=help)
