"""What the answers say against an item: codes with values, each only where chance hardly explains it.

A flag is raised by the end of an interval, never by an estimate alone, so that few persons raise few.
`tests/bench/bench_items.py` measures how many are false, and how many faults are found.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from enum import StrEnum

import msgspec

from quizmill.analysis.answer import OptionPlace
from quizmill.analysis.intervals import Interval, correlation_interval
from quizmill.analysis.items import LIVE, ItemResult, OptionResult
from quizmill.bank.model.parts import Difficulty

LITTLE = 0.15  # a discrimination that stays below it tells little of who knows more
EASY, HARD = 0.95, 0.20  # facilities beyond which an item tells hardly anything
NOT_EASY, NOT_HARD = 0.50, 0.80  # what an easy item does not stay below, and a hard one not above
AGAINST_KEY = 2.85  # standard errors by which a wrong option beats the key: see docs/decisions
DRAWS = 0.05  # the correlation with the rest above which a wrong option may be the key
TAKERS = 5  # of an option, for a correlation with having taken it
_TAIL = 0.05  # the chance of a false alarm
_TAIL_OF_OPTIONS = 0.04  # of all wrong ones together: with few takers Fisher's z is a little narrow


class FlagCode(StrEnum):
    """What may be said against an item."""

    WRONG_KEY = "wrong-key"  # a wrong option draws the strong, and more of them than the key
    ATTRACTS_STRONG = "attracts-strong"  # a wrong option draws the strong
    MISLEADING = "misleading"  # who knows more hardly does better, or worse
    BELOW_CHANCE = "below-chance"  # guessing blindly would do better
    TOO_EASY = "too-easy"
    TOO_HARD = "too-hard"  # worth a note: a class may not have learnt it yet
    DEAD_DISTRACTOR = "dead-distractor"
    EASY_CONTRADICTED = "easy-contradicted"  # the author calls it easy
    HARD_CONTRADICTED = "hard-contradicted"


class ItemFlag(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to look at: what was measured, of how many persons, in which interval, and against what.

    The interval has 5 % of chance beyond the end that counts, 2.5 % for a facility, and 4 % for a correlation
    with having taken a wrong option, shared out among all wrong ones.
    """

    code: FlagCode
    n: int
    value: float  # a facility, a correlation with the rest, or the share that took an option
    interval: Interval
    limit: float  # what the interval stays above or below; of a wrong key what the value is above
    choice: OptionPlace | None = None  # the wrong option that is meant


_OF_A_WRONG_KEY = frozenset(  # what follows from one, and says nothing new beside it
    {FlagCode.MISLEADING, FlagCode.BELOW_CHANCE, FlagCode.TOO_HARD, FlagCode.EASY_CONTRADICTED}
)


def of_one_cause(raised: Iterable[tuple[ItemFlag, ...]]) -> list[tuple[ItemFlag, ...]]:
    """What is raised against one wording at each of its places, without what follows from a wrong key.

    A key that is suspect at one place is so at all.
    """
    found = list(raised)
    if not any(flag.code is FlagCode.WRONG_KEY for each in found for flag in each):
        return found
    return [tuple(flag for flag in each if flag.code not in _OF_A_WRONG_KEY) for each in found]


def flags(item: ItemResult, difficulty: Difficulty | None = None) -> tuple[ItemFlag, ...]:
    """All that stands against *item*, the gravest first; *difficulty* is the author's estimate."""
    found = (*_key(item), *_discrimination(item), *_facility(item), *_dead(item))
    return (*found, *_told(item, difficulty))


def _key(item: ItemResult) -> Iterator[ItemFlag]:
    wrong = [option for option in item.options if not option.is_right]
    for option in wrong:
        r, persons = option.discrimination.r, option.discrimination.persons
        if r is None or not any(each.is_right for each in item.options):
            continue
        interval = correlation_interval(r, persons, _TAIL_OF_OPTIONS / len(wrong))
        if _against_key(option, item) > AGAINST_KEY:
            code = FlagCode.WRONG_KEY
        elif interval.low > 0 and min(option.n, item.n - option.n) >= TAKERS:
            code = FlagCode.ATTRACTS_STRONG
        else:
            continue
        yield ItemFlag(code=code, n=persons, value=r, interval=interval, limit=0.0, choice=option.choice)


def _against_key(option: OptionResult, item: ItemResult) -> float:
    """How far *option* beats the key, in standard errors; 0 unless two signs say so.

    More take it than the key, by the sign test, and who takes it is better at the rest, by Fisher's z. As
    independent ones would, the two add up by their squares. The upper 27 % must take it more often too, and
    the correlation be more than next to nothing: else in a large class any wrong option that is more popular
    would be suspect. Of several picks the rival is not to take it, and in the upper 27 % alone.
    """
    keys = [each for each in item.options if each.is_right and each.choice.place == option.choice.place]
    one = keys[0] if len(keys) == 1 else None
    rival, upper = (one.n, one.upper) if one else (item.n - option.n, item.upper_n - option.upper)
    r, persons = option.discrimination.r, option.discrimination.persons
    if (one and option.n <= rival) or option.upper <= upper or r is None or r <= DRAWS:
        return 0.0
    more = max(0, option.n - rival) / math.sqrt(option.n + rival)
    better = math.atanh(min(0.999, r)) * math.sqrt(persons - 3)
    return math.hypot(more, better)


def _discrimination(item: ItemResult) -> Iterator[ItemFlag]:
    r, persons = item.discrimination.r, item.discrimination.persons
    if r is not None and (interval := correlation_interval(r, persons, _TAIL)).high < LITTLE:
        yield ItemFlag(code=FlagCode.MISLEADING, n=persons, value=r, interval=interval, limit=LITTLE)


def _facility(item: ItemResult) -> Iterator[ItemFlag]:
    if item.chance:
        yield from _below(FlagCode.BELOW_CHANCE, item, item.chance)
    if (item.chance or 0.0) < HARD:
        yield from _below(FlagCode.TOO_HARD, item, HARD)
    yield from _above(FlagCode.TOO_EASY, item, EASY)


def _dead(item: ItemResult) -> Iterator[ItemFlag]:
    if item.interval and item.interval.low > EASY:
        return  # where nearly all are right, no distractor can draw many
    for option in item.options:
        if option.dead:
            yield ItemFlag(
                code=FlagCode.DEAD_DISTRACTOR,
                n=item.n,
                value=option.share,
                interval=Interval(0.0, option.most),
                limit=LIVE,
                choice=option.choice,
            )


def _told(item: ItemResult, difficulty: Difficulty | None) -> Iterator[ItemFlag]:
    if difficulty is Difficulty.EASY:
        yield from _below(FlagCode.EASY_CONTRADICTED, item, NOT_EASY)
    if difficulty is Difficulty.HARD:
        yield from _above(FlagCode.HARD_CONTRADICTED, item, NOT_HARD)


def _below(code: FlagCode, item: ItemResult, limit: float) -> Iterator[ItemFlag]:
    if item.facility is not None and item.interval and item.interval.high < limit:
        yield ItemFlag(code=code, n=item.n, value=item.facility, interval=item.interval, limit=limit)


def _above(code: FlagCode, item: ItemResult, limit: float) -> Iterator[ItemFlag]:
    if item.facility is not None and item.interval and item.interval.low > limit:
        yield ItemFlag(code=code, n=item.n, value=item.facility, interval=item.interval, limit=limit)
