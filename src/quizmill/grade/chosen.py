"""What a response chose by its places in the bank's order, so that answers on all forms agree."""

from __future__ import annotations

from typing import assert_never

from quizmill.compose.exercise import Exercise, options_of, places_among
from quizmill.grade.response import Blanks, Choice, Order, Pairing, Response, Skipped, Text, Written

NONE = -1  # for a left that is joined to nothing


def chosen(exercise: Exercise, response: Response | None) -> tuple[int, ...]:
    """Places among `options_of` the question, the key of a choice first.

    The options picked, ascending; for each left of a matching its right; the steps in the order given.
    Nothing for what is typed or written. Raises LookupError for a response to other options.
    """
    places = places_among(options_of(exercise.question), exercise.options)
    match response:
        case Choice(picks):
            return tuple(sorted(_at(places, pick) for pick in picks))
        case Pairing(rights):
            return tuple(NONE if right is None else _at(places, right) for right in rights)
        case Order(steps):
            return tuple(_at(places, step) for step in steps)
        case Text() | Blanks() | Written() | Skipped() | None:
            return ()
        case _:
            assert_never(response)


def _at(places: tuple[int, ...], shown: int) -> int:
    if shown < 0:
        raise LookupError(shown)
    return places[shown]
