"""Questions that may give each other away, and a choice without two of them.

One may answer another when both rest on one fact, or when the text of one says what the other asks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import combinations

import msgspec

from quizmill.bank.model import Question, references_of

Pair = frozenset[str]  # the ids of two questions
Leaks = Callable[[Sequence[Question]], Collection[Pair]]  # of some questions, those of which a text tells

_LOOKED = 200  # of the first drawn, at least, that are set side by side
_SOME = 3  # pairs that are named


class GiveAways:
    """Which of some questions may answer which: those of one fact, and those that *leaks* finds."""

    def __init__(self, questions: Iterable[Question], leaks: Leaks) -> None:
        asked = tuple(questions)
        sharing: defaultdict[str, set[str]] = defaultdict(set)
        for question in asked:
            for fact in facts_of(question):
                sharing[fact].add(question.id)
        self._near: defaultdict[str, set[str]] = defaultdict(set)  # with itself
        for ids in (*sharing.values(), *leaks(asked)):
            for id in ids:
                self._near[id] |= ids

    def apart(self, order: Iterable[Question], count: int, beside: Iterable[Question] = ()) -> list[Question]:
        """The first *count* in that order of which none answers one before it, or one *beside* them."""
        told = set[str]().union(*(self._near[each.id] for each in beside))
        picked: list[Question] = []
        for question in order:
            if len(picked) == count:
                break
            if question.id not in told:
                picked.append(question)
                told |= self._near[question.id]
        return picked

    def most_apart(
        self, order: Sequence[Question], count: int, beside: Sequence[Question] = ()
    ) -> list[Question]:
        """As `apart`, or what comes to more: within an importance first what the fewest may answer."""
        picked = self.apart(order, count, beside)
        if len(picked) == count:
            return picked
        ids = {question.id for question in order}
        fewest = sorted(order, key=lambda each: (each.importance.rank, len(self._near[each.id] & ids)))
        return max(picked, self.apart(fewest, count, beside), key=len)

    def filled(self, picked: Sequence[Question], order: Iterable[Question], count: int) -> list[Question]:
        """The *picked* and others of *order*, *count* in all: each the first that the fewest may answer."""
        found, ids = list(picked), {question.id for question in picked}
        waiting = [question for question in order if question.id not in ids]
        while waiting and len(found) < count:
            least = min(range(len(waiting)), key=lambda place: len(self._near[waiting[place].id] & ids))
            found.append(waiting.pop(least))
            ids.add(found[-1].id)
        return found

    def pairs(self, questions: Iterable[Question]) -> Iterator[tuple[str, str]]:
        """The ids of each two of *questions* of which one may answer the other."""
        ids = [question.id for question in questions]
        return ((one, other) for one, other in combinations(ids, 2) if other in self._near[one])


class Parted(msgspec.Struct, frozen=True):
    """The questions picked, and what is to be said where some may answer others."""

    questions: tuple[Question, ...]
    notes: tuple[str, ...] = ()


def parted(order: Sequence[Question], count: int, leaks: Leaks) -> Parted:
    """The first *count* of *order* that do not answer each other; where there are too few, others too."""
    first = near(order, count)
    given = GiveAways(first, leaks)
    apart = given.most_apart(first, count)
    picked = given.filled(apart, first, count)
    told = told_of(given, picked)
    return Parted(tuple(picked), (f"{told}; -n {len(apart)} leaves them out",) if told else ())


def near(order: Sequence[Question], count: int) -> Sequence[Question]:
    """Those among which *count* that stand apart are looked for: never fewer than *count*, if there are."""
    return order[: max(_LOOKED, 2 * count)]


def told_of(given: GiveAways, picked: Sequence[Question]) -> str:
    """What a person should know of *picked*, where one of them may answer another; else nothing."""
    found = [f"{one} and {other}" for one, other in given.pairs(picked)]
    if not found:
        return ""
    if len(found) == 1:
        return f"{found[0]} may answer each other"
    more = f", and {len(found) - _SOME} more" if len(found) > _SOME else ""
    return f"{len(found)} pairs of questions may answer each other ({', '.join(found[:_SOME])}{more})"


def facts_of(question: Question) -> frozenset[str]:
    """The facts a question rests on, those of an essay's points included."""
    return frozenset(references_of(question))
