"""Outcomes summed up in a table, with what they prove."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator

from .judged import Outcome

_HEADS = ("", "sheets", "answers", "wrong at first", "silent", "per 10,000", "shown", "lost", "s a page")
_SURE = 0.05  # one in twenty such measures would show as few, if the rate were at the bound


def bound(count: int, of: int) -> float:
    """The rate that is not exceeded, with 95 % certainty, after *count* rare events among so many."""
    if not of:
        return 1.0
    low, high = 0.0, 10.0 + 5 * count
    for _ in range(60):
        middle = (low + high) / 2
        at_most = sum(math.exp(k * math.log(middle) - middle - math.lgamma(k + 1)) for k in range(count + 1))
        low, high = (middle, high) if at_most > _SURE else (low, middle)
    return min(1.0, high / of)


def table(outcomes: Iterable[Outcome], group: Callable[[Outcome], str]) -> str:
    """A row for each group in the order in which they come, and one for all, in Markdown."""
    groups: dict[str, list[Outcome]] = {}
    for each in outcomes:
        groups.setdefault(group(each), []).append(each)
    every = [each for members in groups.values() for each in members]
    rows = [_row(name, members) for name, members in groups.items()]
    if len(groups) > 1:
        rows.append(_row("all", every))
    return "\n".join(_lined([_HEADS, *rows]))


def _row(name: str, members: list[Outcome]) -> tuple[str, ...]:
    read = [each for each in members if not each.lost]
    answers = sum(each.answers for each in read)
    silent = sum(len(each.silent) for each in read)
    shown = sum(each.shown for each in read) / answers if answers else 0
    rate = f"{10_000 * silent / answers:.1f} (< {10_000 * bound(silent, answers):.1f})" if answers else "-"
    return (
        name,
        f"{len(members):,}",
        f"{answers:,}",
        f"{sum(len(each.wrong) for each in read):,}",
        str(silent),
        rate,
        f"{shown:.1%}".replace("%", " %"),
        str(len(members) - len(read)),
        f"{sum(each.seconds for each in members) / len(members):.2f}",
    )


def _lined(rows: list[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(len(row[k]) for row in rows) for k in range(len(_HEADS))]
    for place, row in enumerate(rows):
        cells = [
            row[0].ljust(widths[0]),
            *(cell.rjust(wide) for cell, wide in zip(row[1:], widths[1:], strict=True)),
        ]
        yield f"| {' | '.join(cells)} |"
        if place == 0:
            dashes = ["-" * widths[0], *("-" * (wide - 1) + ":" for wide in widths[1:])]
            yield f"| {' | '.join(dashes)} |"


def listed(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """Each sheet that was lost and each error that nobody would have seen, to be drawn again."""
    for each in outcomes:
        if each.lost:
            yield f"LOST {each.sheet}: {each.fate} ({each.hand})"
        for wrong in each.silent:
            place = f"{wrong.question}.{wrong.part}" if wrong.part else str(wrong.question)
            dark = " ".join(f"{value:.3f}" for value in wrong.darkness)
            yield f"{each.sheet} question {place}: {wrong.drawn}; read {wrong.read} [{dark}]"
