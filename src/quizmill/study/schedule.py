"""When a question is asked again: the state that is kept of it, and what an answer means for it."""

from __future__ import annotations

from enum import IntEnum

import msgspec

from quizmill.grade import Mark, Verdict

RETENTION = 0.9  # the chance of knowing it at which a question comes back
_ROUNDING = 1e-9  # of marks: a half of them that was added up from thirds or sixths


class Rating(IntEnum):
    """How well a question was known, in the numbers of FSRS; nobody claims that one was easy."""

    AGAIN = 1
    HARD = 2
    GOOD = 3


class Schedule(msgspec.Struct, frozen=True):
    """What FSRS knows of a question. Days are ordinals, as `study.day` counts them."""

    stability: float  # days until the chance of knowing it falls to 90 %
    difficulty: float  # 1 to 10
    due: int
    last: int  # the day of the answer that made it so

    def is_due(self, day: int) -> bool:
        """Whether to ask the question on *day*: it is time, or a wrong clock put this into the future."""
        return self.due <= day or self.last > day


def rating_of(mark: Mark, *, hinted: bool) -> Rating | None:
    """Under half the marks is Again, less than all or after a hint Hard, right Good.

    None for what says nothing of memory. A hint halves the marks, so what is partly right after one is Again.
    """
    if mark.verdict in (Verdict.SKIPPED, Verdict.UNMARKED):
        return None
    if mark.verdict is Verdict.WRONG or mark.earned < mark.possible / 2 - _ROUNDING:
        return Rating.AGAIN
    return Rating.HARD if hinted or mark.verdict is Verdict.PARTIAL else Rating.GOOD
