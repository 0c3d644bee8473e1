"""What the results say to the learner: where it went well, and what to look at again."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from quizmill.study.results import Outcome, Tally, tally
from quizmill.words import Words


class Group(msgspec.Struct, frozen=True):
    """The questions of one topic or kind, taken together."""

    name: str
    questions: int
    total: Tally


def by_topic(found: tuple[Outcome, ...]) -> tuple[Group, ...]:
    """The questions reached, by topic, in the order in which topics came up."""
    return _grouped(found, lambda outcome: outcome.exercise.topic_title)


def by_kind(found: tuple[Outcome, ...], words: Words) -> tuple[Group, ...]:
    """The questions reached, by kind of question as *words* name it."""
    return _grouped(found, lambda outcome: words(f"sheet.kind.{outcome.exercise.kind}"))


def look_again(found: tuple[Outcome, ...]) -> tuple[Outcome, ...]:
    """The questions reached that were not fully right, and those with a flag."""
    return tuple(each for each in found if each.missed or (each.reached and each.flagged))


def slips(found: tuple[Outcome, ...]) -> tuple[Outcome, ...]:
    """The questions with a slip in the spelling that was forgiven."""
    return tuple(outcome for outcome in found if outcome.mark.slips)


def reached(found: tuple[Outcome, ...]) -> tuple[Outcome, ...]:
    """Those that were answered or left behind."""
    return tuple(outcome for outcome in found if outcome.reached)


def _grouped(found: tuple[Outcome, ...], name: Callable[[Outcome], str]) -> tuple[Group, ...]:
    groups: dict[str, list[Outcome]] = {}
    for outcome in reached(found):
        groups.setdefault(name(outcome), []).append(outcome)
    return tuple(Group(each, len(members), tally(tuple(members))) for each, members in groups.items())
