"""The whole bank as rules over it see it: its grounds, its questions, and what was read in each of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from quizmill.bank.document import Documents
from quizmill.bank.model import Bank, Question
from quizmill.check.grounds import Grounds, grounds_of
from quizmill.check.trait import Column, Trait, TraitT

if TYPE_CHECKING:
    from typing import Any


MadeT = TypeVar("MadeT")


class Context(Grounds, frozen=True, kw_only=True, dict=True):
    """Everything there is to know; *traits* are those of its questions that have been read already."""

    grounds: Grounds
    kept: Mapping[str, Column] = {}  # by trait: its column
    documents: Documents | None = None

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question, in the bank's order."""
        return tuple(question for _, question in self.bank.questions())

    def traits(self, trait: Trait[TraitT]) -> list[TraitT]:
        """The trait of each question, in the bank's order; made or decoded once."""
        if trait.name not in self._traits:
            kept = self.kept.get(trait.name)
            self._traits[trait.name] = (
                [trait.of(question, self.grounds) for question in self.questions]
                if kept is None
                else trait.column(kept)
            )
        found: list[TraitT] = self._traits[trait.name]
        return found

    def once(self, make: Callable[[Context], MadeT]) -> MadeT:
        """What *make* makes of the context; made once, since several rules may ask for it."""
        if make not in self._made:
            self._made[make] = make(self)
        made: MadeT = self._made[make]
        return made

    @cached_property
    def _made(self) -> dict[object, Any]:
        return {}

    @cached_property
    def _traits(self) -> dict[str, list[Any]]:
        return {}


def context_of(bank: Bank, folder: Path, documents: Documents | None = None) -> Context:
    """The context of a bank whose question files lie in *folder*; looks there for its pictures and sounds."""
    return context_over(bank, grounds_of(bank, folder), documents)


def context_over(
    bank: Bank,
    grounds: Grounds,
    documents: Documents | None,
    kept: Mapping[str, Column] | None = None,
) -> Context:
    """The context of a bank over its *grounds*, with the columns of traits that were *kept*."""
    own = {name: getattr(grounds, name) for name in Grounds.__struct_fields__}
    return Context(**(own | {"bank": bank}), grounds=grounds, kept=kept or {}, documents=documents)
