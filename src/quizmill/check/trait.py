"""What rules over the whole bank look at in each question: made from it alone, so that it can be kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

import msgspec

from quizmill.bank.model import Question
from quizmill.check.grounds import Grounds

TraitT = TypeVar("TraitT")
Column = bytes | msgspec.Raw  # a trait of each question in turn, as msgpack


class Trait(Generic[TraitT]):
    """A value of every question, by name.

    *of* makes it from a question and its grounds; *shape* is its type, as msgspec reads what was kept.
    """

    def __init__(self, name: str, of: Callable[[Question, Grounds], TraitT], shape: object) -> None:
        self.name = name
        self.of = of
        self._column = msgspec.msgpack.Decoder(list[shape])  # type: ignore[valid-type]  # known at run time alone

    def column(self, kept: Column) -> list[TraitT]:
        """The trait of each question, as :func:`msgspec.msgpack.encode` wrote them; raises MsgspecError."""
        found: list[TraitT] = self._column.decode(kept)
        return found
