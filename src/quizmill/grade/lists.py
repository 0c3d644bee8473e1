"""An answer that is a list: the same members in any order, none missing, none too many."""

from __future__ import annotations

import re
from collections.abc import Callable

from quizmill.bank.fold import fold
from quizmill.grade.judgement import RIGHT, Judgement, best, miss
from quizmill.grade.normalise import tokens
from quizmill.grade.reasons import Reason, because

_PART = re.compile(r" ?[;・] ?|,(?!\d{3}\b) ?(?:and |or |& ?)?| and | or | & | ?\+ | as well as | plus ")
_DECLARED = re.compile(r" and | or | & |;|,.*,(?!\d{3}\b)")

Judge = Callable[[str, str], Judgement]  # accepted member, given member


def is_list(accepted: str) -> bool:
    """Whether an accepted form declares a list: with "and", or with two commas or more."""
    return bool(_DECLARED.search(fold(accepted)))


def judge(accepted: str, given: str, same: Judge) -> Judgement:
    """Whether *given* names the members of *accepted*; *same* compares one with one.

    A slip in one of them is told of the whole.
    """
    wanted = members(accepted)
    typed = members(given)
    if len(typed) == 1 and len(wanted) > 1:
        typed = _parted(wanted, given) or typed
    if len(typed) > 2 * len(wanted) + 1:
        return miss(Reason.TOO_MANY_NAMED, n=len(wanted), named=len(typed))
    left = list(wanted)
    strangers = slips = 0
    for member in typed:
        match, judgement = _nearest(left, member, same)
        if judgement.right:
            left.remove(match)
            slips += judgement.reason is not None
        else:
            strangers += 1
    found = len(wanted) - len(left)
    if not left and not strangers:
        return Judgement(True, because(Reason.MISSPELT, form=accepted)) if slips else RIGHT
    if not found:
        return Judgement(False)
    if strangers:
        return miss(Reason.NAMED_SOME_WRONG, right=found, n=len(wanted), wrong=strangers)
    return miss(Reason.NAMED, right=found, n=len(wanted))


def _nearest(left: list[str], given: str, same: Judge) -> tuple[str, Judgement]:
    """Which of the members that are left *given* is best taken for, and how it does as that."""
    judged = {one: same(one, given) for one in left}
    judgement = best(judged.values())
    return next((one for one, found in judged.items() if found == judgement), ""), judgement


def members(text: str) -> list[str]:
    """What a list names, each folded."""
    return [part for part in (piece.strip(" .") for piece in _PART.split(fold(text))) if part]


def _parted(wanted: list[str], given: str) -> list[str]:
    """The members that *given* strings together without a comma, when it is nothing but members."""
    typed, found = tokens(given), []
    spelt = {tokens(member): member for member in wanted}
    while typed:
        lengths = (length for length in range(len(typed), 0, -1) if typed[:length] in spelt)
        length = next(lengths, 0)
        if not length:
            return []
        found.append(spelt[typed[:length]])
        typed = typed[length:]
    return found
