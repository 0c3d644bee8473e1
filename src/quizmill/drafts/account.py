"""Why facts have no draft: a line that counts them by reason."""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.drafts.choosing import Taken, Wanted

_MOST_NAMED = 6  # ids, which are to be looked up


def account(wanted: Wanted, taken: Taken) -> str:
    """How many facts have no draft, by reason; "" where all have one, or where no more were wanted.

    `58 facts: 12 are asked already (--again asks them too), 3 would be faulted by `check` (not-atomic)`.
    """
    drafted = {told.reference for each in taken.proposals for told in each.about}
    left = [each for each in sorted(wanted.facts) if each not in drafted]
    if not left or (wanted.most is not None and len(taken.proposals) >= wanted.most):
        return ""
    n = len(wanted.facts)
    return f"{n:,} fact{'s' if n > 1 else ''}: {', '.join(_reasons(left, wanted, taken))}"


def _reasons(left: list[str], wanted: Wanted, taken: Taken) -> Iterator[str]:
    faults = {told.reference: rule for each, rule in taken.faults for told in each.about}
    asked = [] if wanted.again else [each for each in left if each in wanted.asked]
    free = [each for each in left if each not in asked]
    mute = [each for each in free if each not in taken.tried]
    faulted = [each for each in free if each in faults]
    told = [each for each in free if each in taken.tried and each not in faults]
    if asked:
        yield f"{_are(asked, 'is', 'are')} asked already (--again asks them too)"
    if mute:
        kinds = f" into {' or '.join(sorted(wanted.kinds))}" if wanted.kinds else ""
        yield f"{_are(mute, 'says', 'say')} nothing that the rules can turn{kinds} ({_named(mute)})"
    if faulted:
        rules = ", ".join(sorted({faults[each] for each in faulted}))
        yield f"{len(faulted):,} would be faulted by `check` ({rules}: {_named(faulted)})"
    if told:
        yield f"{_are(told, 'is', 'are')} told by another draft"


def _are(facts: list[str], one: str, several: str) -> str:
    return f"{len(facts):,} {one if len(facts) == 1 else several}"


def _named(facts: list[str]) -> str:
    more = len(facts) - _MOST_NAMED
    named = ", ".join(each.partition("/")[2] for each in facts[:_MOST_NAMED])
    return f"{named} and {more:,} more" if more > 0 else named
