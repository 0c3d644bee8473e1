"""The questions that a blueprint asks for: each part its own, by the seed, and none twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from quizmill.bank.model import Bank, Question
from quizmill.compose.apart import GiveAways, Leaks, near, told_of
from quizmill.compose.blueprint import Part
from quizmill.compose.selection import Asked, Chosen, Selection, drawn, fitting
from quizmill.compose.traits import unknown_traits
from quizmill.errors import QuizmillError


def choose_by(parts: Sequence[Part], bank: Bank, selection: Selection, *, seed: int, leaks: Leaks) -> Chosen:
    """For each part so many questions of those that fit the *selection* too, in the order of the parts.

    Core comes first in each part, the rest by chance; none answers another, as far as there are enough
    others. Raises the refusal of a part that names what there is not, or of all that too few questions fit,
    and BadRequest as `choose` does.
    """
    for part in parts:
        for _, told in unknown_traits(bank, part.traits):
            raise part.refusal(told)
    found = fitting(bank, replace(selection, electives=True, count=None))
    fitting_parts = [[asked for asked in found.asked if part.fits(asked, selection)] for part in parts]
    if short := [
        (part, fit) for part, fit in zip(parts, fitting_parts, strict=True) if part.count > len(fit)
    ]:
        everything = fitting(bank, replace(selection, electives=True, count=None, earlier=())).asked
        stood = [sum(part.fits(asked, selection) for asked in everything) - len(fit) for part, fit in short]
        raise _of_all(
            part.refusal(f"{part.count} are asked for; {_there(len(fit), old)}")
            for (part, fit), old in zip(short, stood, strict=True)
        )
    seating = _Seating(parts, fitting_parts, seed, leaks)
    seating.fill()
    told = told_of(seating.given, seating.seated)
    notes = (*found.notes, f"{told}; too few others fit the blueprint") if told else found.notes
    return Chosen(tuple(seating.asked()), notes)


class _Seating:
    """Which part has which question."""

    def __init__(
        self, parts: Sequence[Part], fit: Sequence[Sequence[Asked]], seed: int, leaks: Leaks
    ) -> None:
        self._parts = parts
        self._fit = fit
        total = sum(part.count for part in parts)
        self._pools = [near(drawn([question for _, question in each], seed), total) for each in fit]
        several = {question.id: question for pool in self._pools for question in pool}
        self._known = several
        self._held: dict[str, int] = {}  # by question, the place of the part that has it
        self.given = GiveAways(several.values(), leaks)

    @property
    def seated(self) -> list[Question]:
        """All that are held by a part."""
        return [self._known[id] for id in self._held]

    def asked(self) -> list[Asked]:
        """The questions part by part, and in each as they fit."""
        return [
            asked
            for place, fit in enumerate(self._fit)
            for asked in fit
            if self._held.get(asked[1].id) == place
        ]

    def fill(self) -> None:
        """Give every part its number: the scarce first, and what answers no other as long as there is any."""
        for place in sorted(range(len(self._parts)), key=self._to_spare):
            free = [each for each in self._pools[place] if each.id not in self._held]
            apart = self.given.most_apart(free, self._parts[place].count, self.seated)
            self._held |= {question.id: place for question in apart}
        for place, part in enumerate(self._parts):
            while (has := list(self._held.values()).count(place)) < part.count:
                if not self._seat(place, set()):
                    left = "1 is" if has == 1 else f"{has} are"
                    why = f"{part.count} are asked for; {left} left that no other part has"
                    raise part.refusal(why)

    def _to_spare(self, place: int) -> int:
        return len(self._pools[place]) - self._parts[place].count

    def _seat(self, place: int, tried: set[str]) -> bool:
        """One question more for a part; who holds it takes another (an augmenting path)."""
        for question in self._pools[place]:
            if question.id in tried or self._held.get(question.id) == place:
                continue
            tried.add(question.id)
            holder = self._held.get(question.id)
            if holder is None or self._seat(holder, tried):
                self._held[question.id] = place
                return True
        return False


def _there(number: int, stood: int) -> str:
    """How many fit, and how many more would but stood on earlier papers."""
    told = "nothing fits" if number == 0 else "1 fits" if number == 1 else f"{number} fit"
    if not stood:
        return told
    papers = "an earlier paper (--not-in)" if stood == 1 else "earlier papers (--not-in)"
    if number == 0:
        return (
            f"{told}, since {'the only one' if stood == 1 else f'all {stood}'} that would stood on {papers}"
        )
    return f"{told}, and {stood} more stood on {papers}"


def _of_all(refusals: Iterable[QuizmillError]) -> QuizmillError:
    """One refusal that says what each of them says, a line for each."""
    first, *others = refusals
    first.args = ("\n".join(map(str, (first, *others))),)
    return first
