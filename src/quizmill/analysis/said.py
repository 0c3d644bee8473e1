"""What stands against an item, in a sentence that claims no more than its interval shows."""

from __future__ import annotations

from quizmill.analysis.flags import FlagCode, ItemFlag
from quizmill.analysis.intervals import Interval
from quizmill.analysis.lack import Lack

SHORT = {  # what a flag is about, in a word or three
    FlagCode.WRONG_KEY: "key suspect",
    FlagCode.ATTRACTS_STRONG: "attracts the strong",
    FlagCode.MISLEADING: "tells little",
    FlagCode.BELOW_CHANCE: "below chance",
    FlagCode.TOO_EASY: "too easy",
    FlagCode.TOO_HARD: "too hard",
    FlagCode.DEAD_DISTRACTOR: "dead distractor",
    FlagCode.EASY_CONTRADICTED: "not easy",
    FlagCode.HARD_CONTRADICTED: "not hard",
}
LACKING = {  # why there is no figure
    Lack.PERSONS: "too few students",
    Lack.QUESTIONS: "too few questions",
    Lack.SPREAD: "all did equally well",
    Lack.SIZE: "too many questions",
    Lack.CONNECTION: "no estimate exists, since nothing links some of the questions with the others",
    Lack.CONVERGENCE: "no estimate was found",
    Lack.ALL_RIGHT: "all had it right",
    Lack.ALL_WRONG: "all had it wrong",
    Lack.PART_MARKS: "some earned part of its marks",
    Lack.UNMARKED: "half of the sheets or more have no mark for it",
}
LOOK = {  # what to do about it
    FlagCode.WRONG_KEY: "look whether it is right too, or the key wrong",
    FlagCode.ATTRACTS_STRONG: "look what in it can be held for right",
    FlagCode.MISLEADING: "look whether it asks what it means to ask, and whether its key is right",
    FlagCode.BELOW_CHANCE: "look what draws them to the wrong answer, and whether the key is right",
    FlagCode.TOO_EASY: "it may tell few apart; look whether it is there to encourage, or gives itself away",
    FlagCode.TOO_HARD: "look whether it is clear, and whether it was taught",
    FlagCode.DEAD_DISTRACTOR: "look for one that tempts, or leave it out",
    FlagCode.EASY_CONTRADICTED: "it is called easy; look whether it is, or whether something in it misleads",
    FlagCode.HARD_CONTRADICTED: "it is called hard; look whether it is, or gives itself away",
}


def said(flag: ItemFlag, option: str) -> str:
    """What *flag* says, and what to look at; *option* is the text of its wrong option."""
    return f"{measured(flag, option)}; {LOOK[flag.code]}"


def measured(flag: ItemFlag, option: str) -> str:
    """What was measured, with n and interval; the words are the same for whatever figures.

    Of a correlation and of what is dead only the end that counts is told, with 5 % of chance beyond it; of a
    facility both ends of 95 %.
    """
    n, low, high = flag.n, flag.interval.low, flag.interval.high
    match flag.code:
        case FlagCode.WRONG_KEY:
            drawn = f'the best of {n} students took "{option}" more often than the key'
            return f"{drawn}: r {_r(flag.value)} with the rest (95 %: from {_r(low)})"
        case FlagCode.ATTRACTS_STRONG:
            drawn = f'of {n} students those who took "{option}", which is wrong, did better on the rest'
            return f"{drawn}: r {_r(flag.value)} (95 %: from {_r(low)})"
        case FlagCode.MISLEADING:
            drawn = f"of {n} students those who know more hardly do better here, or worse"
            return f"{drawn}: r {_r(flag.value)} (95 %: up to {_r(high)})"
        case FlagCode.DEAD_DISTRACTOR:
            taken = f'{round(flag.value * n)} of {n} students took "{option}"'
            return f"{taken} (95 %: at most {100 * high:.3g} %)"
        case FlagCode.BELOW_CHANCE:
            return f"{_facility(flag)}, and blind guesses earn {_percent(flag.limit)}"
        case _:
            return _facility(flag)


def _facility(flag: ItemFlag) -> str:
    return facility_said(flag.n, flag.value, flag.interval)


def facility_said(n: int, facility: float, interval: Interval) -> str:
    """How much of its marks a question gave, to how many."""
    earned = f"{n} students earned {_percent(facility)} of the marks"
    return f"{earned} (95 %: {_percent(interval.low)} to {_percent(interval.high)})"


def _r(correlation: float) -> str:
    """Nothing has no sign."""
    return f"{round(correlation, 2) + 0.0:.2f}"


def _percent(share: float) -> str:
    return f"{share * 100:.0f} %"
