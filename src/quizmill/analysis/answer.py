"""One answer as a log keeps it: who (a pseudonym), what wording, where, what was chosen, what it earned."""

from __future__ import annotations

from typing import Literal

import msgspec

from quizmill.grade.marking import Verdict

Place = Literal["exam", "practice", "review", "cram", "paper", "anki", "html"]
Source = Literal["hand", "scan", "scan-reviewed", "page", "history", "anki", "table"]

NOTHING = -1  # in `chosen`: a left of a matching that is joined to nothing


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
