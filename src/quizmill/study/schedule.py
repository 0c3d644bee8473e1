"""When a question is asked again: the state that is kept of it, and what an answer means for it."""

from __future__ import annotations

from enum import IntEnum

import msgspec

from quizmill.grade import Mark, Verdict


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
    """Wrong is Again, partly right or after a hint Hard, right Good; None for what says nothing of memory."""
    match mark.verdict:
        case Verdict.WRONG:
            return Rating.AGAIN
        case Verdict.PARTIAL:
            return Rating.HARD
        case Verdict.RIGHT:
            return Rating.HARD if hinted else Rating.GOOD
        case Verdict.SKIPPED | Verdict.UNMARKED:
            return None
