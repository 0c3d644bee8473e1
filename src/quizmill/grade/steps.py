"""Which steps of an ordering stand right. Equal steps may stand in each other's places."""

from __future__ import annotations

from collections.abc import Sequence

from quizmill.compose.exercise import Exercise


def are_right(exercise: Exercise, steps: Sequence[int]) -> tuple[bool, ...]:
    """For each place of the right order, whether what belongs there stands there."""
    options, key = exercise.options, exercise.key
    return tuple(i < len(steps) and options[steps[i]] == options[step] for i, step in enumerate(key))


def in_order(exercise: Exercise, steps: Sequence[int]) -> list[int]:
    """The places in which the steps may stand, one step after the other, the last place of each first.

    The longest rising run of them is the longest run of steps that stand in order among themselves.
    """
    places = _places(exercise)
    return [place for step in steps for place in reversed(places[exercise.options[step]])]


def belong(exercise: Exercise, steps: Sequence[int]) -> list[int]:
    """For each of the steps the place where it belongs: its own where it is right, else one that is free."""
    right = are_right(exercise, steps)
    free = {
        text: [place for place in places if not right[place]] for text, places in _places(exercise).items()
    }
    return [
        place if place < len(right) and right[place] else free[exercise.options[step]].pop(0)
        for place, step in enumerate(steps)
    ]


def _places(exercise: Exercise) -> dict[str, list[int]]:
    """By the text of a step, where it stands in the right order."""
    found: dict[str, list[int]] = {}
    for place, step in enumerate(exercise.key):
        found.setdefault(exercise.options[step], []).append(place)
    return found
