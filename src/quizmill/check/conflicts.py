"""Where documents disagree: things of which facts of the same time give different values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from quizmill.bank.model import Bank, Fact
from quizmill.check.grounds import Claim, claim_of


class Claimed(msgspec.Struct, frozen=True):
    """One of the values that documents give for the same thing."""

    value: str
    facts: tuple[str, ...]  # source/fact


class Conflict(msgspec.Struct, frozen=True):
    """A thing on which facts of the same time disagree."""

    about: str
    claims: tuple[Claimed, ...]


def conflicts_of(bank: Bank) -> Iterator[Conflict]:
    """The things of which two facts of the same time, or of none, give different values."""
    by_about: defaultdict[str, list[tuple[str, Fact]]] = defaultdict(list)
    for reference, (_, fact) in bank.facts().items():
        if fact.about and fact.value:
            by_about[fact.about].append((reference, fact))
    for about, members in by_about.items():
        claims = [claim_of(fact) for _, fact in members]
        at_odds = _at_odds(claims)
        groups: dict[object, list[tuple[str, Fact]]] = {}
        for member, claim in zip(members, claims, strict=True):
            if claim.key in at_odds:
                groups.setdefault(claim.key, []).append(member)
        if groups:
            claimed = (Claimed(each[0][1].value, tuple(ref for ref, _ in each)) for each in groups.values())
            yield Conflict(about, tuple(claimed))


def _at_odds(claims: list[Claim]) -> set[object]:
    """What is claimed while something else is claimed of the same time; one without a time is of any."""
    by_time: defaultdict[str, set[object]] = defaultdict(set)
    for claim in claims:
        by_time[claim.as_of].add(claim.key)
    every, timeless = {claim.key for claim in claims}, by_time[""]
    return {
        claim.key
        for claim in claims
        for others in ((by_time[claim.as_of], timeless) if claim.as_of else (every,))
        if others and others != {claim.key}
    }
