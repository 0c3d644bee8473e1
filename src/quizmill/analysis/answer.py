"""One answer as a log keeps it: who (a pseudonym), what wording, where, what was chosen, what it earned."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

import msgspec

from quizmill.grade.marking import Verdict

Place = Literal["exam", "practice", "review", "cram", "paper", "anki", "html"]
Source = Literal["hand", "scan", "scan-reviewed", "page", "history", "anki", "table"]

TESTS = frozenset({"exam", "paper", "html"})  # places where a paper is sat as a whole, and nothing is shown
NOTHING = -1  # in `chosen`: a left of a matching that is joined to nothing
_PLACED = {  # by kind, whether it counts where an option was put
    "multiple_choice": False,
    "multiple_response": False,
    "true_false": False,
    "short_answer": False,
    "numerical": False,
    "cloze": False,
    "matching": True,
    "ordering": True,
    "essay": False,
}
PLACED = frozenset(kind for kind, placed in _PLACED.items() if placed)


class AnswerRow(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One answer. Its fields are the columns of a log, and stay; none is a reserved word of SQL.

    *chosen* are options in the bank's order, the same on every form: the picks of a choice; of a matching
    for each left its right, or `NOTHING`; of an ordering the steps as they were put; else empty.
    """

    answered: int  # milliseconds since 1970, UTC
    namespace: str  # of the bank
    question: str  # its id
    digest: str  # of the wording
    kind: str  # of the question, as in YAML: multiple_choice
    student: str  # a pseudonym
    team: str = ""  # the class
    paper: str = ""  # its fingerprint
    form: str = ""
    number: int = 0  # on that form, from 1; 0: not known
    place: Place
    attempt: int = 1  # 1: the student's first ever at that wording
    chosen: tuple[int, ...] = ()
    text: str = ""  # what was typed; stays where the log is
    verdict: Verdict
    earned: float
    possible: float  # 0: void, counts nowhere
    seconds: float | None = None
    source: Source


class ItemKey(NamedTuple):
    """What is summed by itself: one wording at one place. Exam and review are never pooled."""

    namespace: str
    question: str
    digest: str
    place: Place


class OptionPlace(NamedTuple):
    """An option in the bank's order, and where it was put: the left of a matching, the place of a step."""

    place: int  # 0 where an option is only picked
    option: int


def key_of_row(row: AnswerRow) -> ItemKey:
    """The item that *row* answers."""
    return ItemKey(row.namespace, row.question, row.digest, row.place)


@lru_cache(maxsize=10_000)  # the same few are chosen over and over
def choices(chosen: tuple[int, ...], *, picked: bool) -> tuple[OptionPlace, ...]:
    """What was *chosen*, told apart by where it was put unless it was only *picked*; each once, in order."""
    if picked:
        return tuple(OptionPlace(0, option) for option in sorted(set(chosen)))
    return tuple(OptionPlace(place, option) for place, option in enumerate(chosen) if option != NOTHING)


def is_picked(kind: str) -> bool:
    """Whether options of that *kind* are only picked, so that one which nobody picks is dead.

    An export of a history may not know the kind: "" is picked.
    """
    return kind not in PLACED
