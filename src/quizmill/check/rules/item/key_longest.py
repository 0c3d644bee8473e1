"""The right option is longer than every wrong one.

It is when it has a tenth more characters than the longest distractor, and five more; below three tenths and
eight this is advice. Values and names, whose length nobody chose, are left out, and so are options that
speak of the others or are lists of labels.

Why: whoever writes a question qualifies the truth and leaves the wrong answers bare; the test-wise pick the
long one.

Source: Haladyna, Downing and Rodriguez 2002, guideline 24: keep the length of choices about equal.

Bad:
    answer: Because copper has free electrons that carry the charge through the metal
    distractors: [Because it is red, Because it is heavy, Because it shines]

Good:
    answer: Because its outer electrons are free
    distractors: [Because its atoms are very heavy, Because its surface shines brightly]
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.check.language.kinds import NAMES, VALUES
from quizmill.check.rules.item.k_type import lists_labels
from quizmill.errors import Severity

ID = "key-longest"
SEVERITY = Severity.WARNING

_LARGEST_RATIO, _STRIKING = 1.10, 1.30
_LEAST_DIFFERENCE, _LEAST_STRIKING = 5, 8  # characters; below five nobody sees a difference


def check_item(item: Item) -> Iterator[Finding]:
    """One finding, at the key."""
    if not (item.key and item.distractors) or all(kind in VALUES | NAMES for kind in item.kinds):
        return
    if all(lists_labels(option.text) for option in item.real):
        return
    size, longest = len(item.key.text), max(len(option.text) for option in item.distractors)
    if size >= _LARGEST_RATIO * longest and size - longest >= _LEAST_DIFFERENCE:
        measured = f"{size / longest:.2f} times, more than {_LARGEST_RATIO:.2f}"
        message = f"the key has {size} characters, the longest distractor {longest}: {measured}"
        help = "shorten the key, or say as much in a distractor"
        striking = size >= _STRIKING * longest and size - longest >= _LEAST_STRIKING
        severity = None if striking else Severity.ADVICE
        yield Finding(path=item.key.path, message=message, help=help, severity=severity)
