"""Clauses: whether a text says one thing or two, told by its finite verbs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizmill.bank.fold import fold

_AUXILIARY = frozenset(
    """am is are was were has have had do does did can could will would shall should may might must isn't
    aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't can't couldn't won't wouldn't""".split()
)
# Forms that are seldom anything but a finite verb.
_FINITE = frozenset(
    """ate became began bore broke brought built burnt came caught chose crept dealt drank drew drove dug
    fed fell felt fled flew forbade forgot fought froze gave got grew heard held hid hung kept knew
    laid led lent lost made meant met paid ran rang rode rose said sang sank sat saw sent shook shot
    slept sold sought spent spoke sprang stole stood struck stuck swam swept swore taught thought
    threw told took understood went withdrew woke won wore wrote bought allows becomes begins belongs
    brings builds buys causes comes consists contains decreases gets gives goes grows happens includes
    increases keeps leads makes means occurs owns produces provides remains requires sells takes""".split()
)
_PRONOUNS = frozenset("it he she they".split())
_AFTER_VERB = frozenset(
    """a an the its his her their this that these those all both each some many in on at to into from by
    with for out up down off over about as more less no two three four five six seven eight nine ten
    only""".split()
)
_RELATIVE = frozenset("that which who whom whose where when if whether".split())
_PREPOSED = frozenset("of in on at by for from to with under through during".split())
_JOIN = re.compile(r"[;:]\s|,?\s(?:and|but|because|whereas|although|though|while)\s|,\s(?:which|so|who)\s")
_BECAUSE_OF = re.compile(r"^of\s")
_TOKEN = re.compile(r"[^\W_]+(?:[-'.][^\W_]+)*|[\d][\d.,]*")
_NEAR = 8  # words after a joining word within which its clause has its verb


def second_claim(text: str) -> str | None:
    """The word that joins a second finite clause to a first, as in `it bought A and sold B`; else None."""
    folded = fold(text)
    for match in _JOIN.finditer(folded):
        joint = match[0].strip(" ,") or match[0].strip()
        before = _tokens(folded[: match.start()])
        after = folded[match.end() :].partition(",")[0]
        if joint == "and" and not before:
            continue
        if joint == "because" and _BECAUSE_OF.match(after):
            continue
        if _states(before) and _begins_clause(_tokens(after), joint):
            return joint
    return None


def is_finite(word: str) -> bool:
    """Whether a folded word is an auxiliary or another form that is finite for certain."""
    return word in _AUXILIARY or word in _FINITE


def _tokens(folded: str) -> list[str]:
    return _TOKEN.findall(folded)


def _states(words: Sequence[str]) -> bool:
    """Whether the words hold a finite verb of their main clause, not of a subordinate one left open."""
    at = max((i for i, word in enumerate(words) if word in _RELATIVE and i), default=-1)
    if "both" in words[at + 1 :] or "between" in words[at + 1 :]:
        return False
    return any(_is_verb(words, i, sure=False) for i in range(at + 1, len(words)))


def _begins_clause(words: Sequence[str], joint: str) -> bool:
    """Whether a clause begins here: a verb at once, or a subject and then its verb."""
    if len(words) > 1 and words[0] in _PRONOUNS:
        return True
    for i, word in enumerate(words[:_NEAR]):
        if word in _RELATIVE:
            return False
        if _is_verb(words, i):
            return i == 0 or joint != "and" or not _PREPOSED.intersection(words[:1])
    return False


def _is_verb(words: Sequence[str], at: int, *, sure: bool = True) -> bool:
    """Whether the word there is finite; unless *sure*, a form in -ed may have a bare object."""
    word = words[at]
    if is_finite(word):
        return True
    if not word.endswith("ed") or len(word) < 5:
        return False
    follower = words[at + 1] if at + 1 < len(words) else ""
    passive = at and words[at - 1] in ("by", "the", "a", "an", "its", "their", "being", "newly", "of")
    return not passive and (not sure or not follower or follower in _AFTER_VERB or follower[0].isdigit())
