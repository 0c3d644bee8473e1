"""Why a statistic is missing: codes, which become sentences where a person reads."""

from __future__ import annotations

from enum import StrEnum


class Lack(StrEnum):
    """What the answers lack for a statistic."""

    PERSONS = "persons"  # too few
    QUESTIONS = "questions"  # too few
    SPREAD = "spread"  # all did equally well
    SIZE = "size"  # too many questions for a bounded time
    CONNECTION = "connection"  # the questions fall apart: no estimate exists (Fischer 1981)
    CONVERGENCE = "convergence"
    ALL_RIGHT = "all-right"  # of one question, by all whose score says anything
    ALL_WRONG = "all-wrong"
    PART_MARKS = "part-marks"  # neither right nor wrong
    UNMARKED = "unmarked"
