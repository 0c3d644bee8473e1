"""Whether difficulties can be estimated: not of what all or none solve, nor of parts without a link."""

from __future__ import annotations

from collections.abc import Sequence

from quizmill.analysis.lack import Lack

Patterns = Sequence[Sequence[int]]


def without_constant(patterns: Patterns) -> tuple[list[int], dict[int, Lack], list[list[int]]]:
    """The questions that some solve and some do not, why others are none, and who has some right, some wrong.

    A score of 0 or all says nothing of which question is harder; without such persons another question may
    be solved by all, and is left out in turn.
    """
    kept = list(range(len(patterns[0]))) if patterns else []
    left_out: dict[int, Lack] = {}
    persons = [list(pattern) for pattern in patterns]
    while kept:
        persons = [pattern for pattern in persons if 0 < sum(pattern) < len(pattern)]
        solved = [sum(column) for column in zip(*persons, strict=True)]
        if not solved:
            break
        constant = {
            at: Lack.ALL_RIGHT if right else Lack.ALL_WRONG
            for at, right in enumerate(solved)
            if right in (0, len(persons))
        }
        if not constant:
            break
        left_out |= {kept[at]: lack for at, lack in constant.items()}
        kept = [question for at, question in enumerate(kept) if at not in constant]
        persons = [[mark for at, mark in enumerate(own) if at not in constant] for own in persons]
    return (kept if persons else []), left_out, persons


def connected(persons: Patterns) -> list[int]:
    """The questions that have no link both ways with most of the others; none where an estimate exists.

    Two are linked where somebody has the first right and the second wrong. An estimate exists where from each
    question links lead to every other (Fischer 1981).
    """
    solvers = [sum(mark << at for at, mark in enumerate(column)) for column in zip(*persons, strict=True)]
    size = len(solvers)
    links = [{j for j in range(size) if solvers[i] & ~solvers[j]} for i in range(size)]
    back = [{j for j in range(size) if i in links[j]} for i in range(size)]
    left, parts = set(range(size)), []
    while left:
        start = min(left)
        part = _reached(start, links) & _reached(start, back)
        parts.append(part)
        left -= part
    most = max(parts, key=len)
    return sorted(set(range(size)) - most)


def _reached(start: int, links: list[set[int]]) -> set[int]:
    reached, waiting = {start}, [start]
    while waiting:
        new = links[waiting.pop()] - reached
        reached |= new
        waiting += sorted(new)
    return reached
