"""One option includes another.

Two wrong spans of values that meet (with the key's, multiple-keys finds them). As advice, since a term with
a qualification may be another thing: an option that is another with a qualification (a salt, a sodium salt)
or with an addition (the roots, the roots and the stem), in four words or fewer. Proper names do not count,
nor do code and formulas.

Why: when the narrow one is right the wide one is too, and a reader who sees it strikes both.

Source: Haladyna, Downing and Rodriguez 2002, guideline 22: keep choices independent.

Bad:
    answer: 1850
    distractors: [before 1800, before 1750]

Good:
    answer: 1850
    distractors: [1750, 1800]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from quizmill.bank.model import MultipleChoice, Question
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.answer_options import Option
from quizmill.check.language.spans import Span, inclusion, span, telling
from quizmill.check.language.tokens import words
from quizmill.errors import Severity

ID = "overlapping-options"
SEVERITY = Severity.WARNING

_SIGNS = re.compile(r"[][(){}<>=+*/\\_^$#|;:]")  # of code and formulas
_HELP = "make the options exclude each other"


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """Each pair of options that overlap, at the later one, or at the wrong one."""
    if not isinstance(question, MultipleChoice):
        return
    found = [(option, span(option.text)) for option in grounds.item(question).real]
    if not _may_overlap(found):
        return
    for (one, mine), (other, theirs) in combinations(found, 2):
        if message := _overlap(one, mine, other, theirs, grounds):
            path = one.path if other.right else other.path
            severity = None if mine and theirs else Severity.ADVICE
            yield Finding(path=path, message=message, help=_HELP, severity=severity)


def _may_overlap(found: Sequence[tuple[Option, Span | None]]) -> bool:
    """Whether two of the options share a word, or are spans; most share none."""
    if any(named for _, named in found):
        return True
    every = [word for option, _ in found for word in words(option.text)]
    if len(set(every)) == len(every):
        return False
    said = [telling(option.text) for option, _ in found]
    return sum(map(len, said)) > len(frozenset().union(*said))


def _overlap(one: Option, mine: Span | None, other: Option, theirs: Span | None, grounds: Grounds) -> str:
    if mine and theirs:
        meets = mine.meets(theirs) and (mine.wide or theirs.wide) and not (one.right or other.right)
        return f'"{one.text}" and "{other.text}" overlap' if meets else ""
    if mine or theirs or grounds.named(one.text) or grounds.named(other.text):
        return ""
    for narrow, wide in ((one, other), (other, one)):
        if inclusion(wide.text, narrow.text) and not _SIGNS.search(narrow.text):
            return f'"{wide.text}" includes "{narrow.text}"'
    return ""
