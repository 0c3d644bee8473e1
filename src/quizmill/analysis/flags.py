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
from quizmill.analysis.intervals import Interval, correlation_interval, share_interval
from quizmill.analysis.items import ENOUGH, LIVE, ItemResult, OptionResult
from quizmill.bank.model.parts import Difficulty

LITTLE = 0.2  # a discrimination that stays below it, where nobody can guess, is poor (Ebel 1965)
EASY, HARD = 0.95, 0.20  # facilities beyond which an item tells hardly anything
NOT_EASY, NOT_HARD = 0.50, 0.80  # what an easy item does not stay below, and a hard one not above
DRAWS = 0.05  # the correlation with the rest above which a wrong option may be the key
DRAWS_ALL = 2 / 3  # the share above which it may be, whatever the correlation
TAKERS = 5  # of an option, for a correlation with having taken it
_TAIL = 0.05  # the chance of a false alarm
_TAIL_OF_OPTIONS = 0.04  # of all wrong ones together: with few takers Fisher's z is a little narrow
_TAIL_OF_KEYS = 0.02  # of all together, were they as popular as the next: some are more so


class FlagCode(StrEnum):
    """What may be said against an item."""

    WRONG_KEY = "wrong-key"  # a wrong option draws the strong rather than the key
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
    limit: float  # what the interval stays above or below; of a wrong key 0
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
    if len(wrong) == len(item.options):
        return  # no key is known
    places = {option.choice.place for option in item.options}
    keys = len(item.options) - len(wrong)
    rivals = len(wrong) if keys > len(places) else len(places)  # of one key each: the most popular alone
    for option in wrong:
        r, persons = option.discrimination.r or 0.0, option.discrimination.persons
        if persons < ENOUGH:
            continue
        interval = correlation_interval(r, persons, _TAIL_OF_OPTIONS / len(wrong))
        if _seems_right(option, item, _TAIL_OF_KEYS / rivals):
            code = FlagCode.WRONG_KEY
        elif interval.low > 0 and min(option.n, item.n - option.n) >= TAKERS:
            code = FlagCode.ATTRACTS_STRONG
        else:
            continue
        yield ItemFlag(code=code, n=persons, value=r, interval=interval, limit=0.0, choice=option.choice)


def _seems_right(option: OptionResult, item: ItemResult, tail: float) -> bool:
    """Whether *option* looks as keys do: of the upper 27 % more take it than the key, and one thing more.

    Either it draws all, surely more than two thirds, however good they are: so do the keys of easy questions.
    Or more take it than any other option, by the sign test against the next, and who takes it is better at
    the rest, by Fisher's z. Two independent normal values are both positive and so far from 0 with a chance
    of e^(-T²/2) / 4 (Kudô 1963). The correlation must be more than next to nothing too, and not surely too
    little for a key: else in a large class any wrong option that is more popular would be suspect. Of several
    picks the rival is not to take it, and in the upper 27 % alone.
    """
    others = [
        each for each in item.options if each.choice.place == option.choice.place and each is not option
    ]
    keys = [each for each in others if each.is_right]
    one = keys[0] if len(keys) == 1 else None
    rival, upper = item.n - option.n, item.upper_n - option.upper
    if one:
        rival, upper = max(each.n for each in others), one.upper
    if (one and option.n <= rival) or option.upper <= upper:
        return False
    r, persons = option.discrimination.r or 0.0, option.discrimination.persons
    more = max(0, option.n - rival) / math.sqrt(option.n + rival)
    better = math.atanh(min(0.999, r)) * math.sqrt(persons - 3)
    by_luck = math.exp(-(more**2 + better**2) / 2) / 4
    draws = r > DRAWS and correlation_interval(r, persons, _TAIL).high >= _little(item)
    return share_interval(option.n, item.n).low > DRAWS_ALL or (draws and by_luck < tail)


def _discrimination(item: ItemResult) -> Iterator[ItemFlag]:
    r, persons, little = item.discrimination.r, item.discrimination.persons, _little(item)
    if r is not None and (interval := correlation_interval(r, persons, _TAIL)).high < little:
        yield ItemFlag(code=FlagCode.MISLEADING, n=persons, value=r, interval=interval, limit=little)


def _little(item: ItemResult) -> float:
    """The discrimination below which a question is poor, less what those take from it who guess."""
    return LITTLE * (1 - (item.chance or 0.0))


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
