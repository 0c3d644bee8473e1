"""Quotations in typographic marks that a comma in a list has parted: `[“Camellia, japonica”, x]`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizmill.bank.quotation import AMBIGUOUS, CLOSING, inside
from quizmill.bank.reader.traps import quoted
from quizmill.bank.reader.written import said

# A mark that is an apostrophe: ’tis typed as ‘tis, the ‘80s, the dogs’.
_ELIDED = re.compile(r"‘(?:\d|(?:tis|twas|til|till|em|cause|bout|round|n)\b)", re.IGNORECASE)


class Split(NamedTuple):
    """The item that the parted one begins with, and what to write."""

    first: int
    message: str
    help: str


def split_quotations(items: Sequence[str | None]) -> Iterator[Split]:
    """Each quotation in the list that a comma has parted; what is no bare text is None in it."""
    first = 0
    while first < len(items):
        last = _end(items, first)
        if last > first:
            whole = ", ".join(item for item in items[first : last + 1] if item)
            count = {1: "two"}.get(last - first, last - first + 1)
            help = f"write {quoted(inside(whole) or whole)}"
            yield Split(first, f"{said(whole)} has become {count} items of the list", help)
        first = max(first, last) + 1


def _end(items: Sequence[str | None], first: int) -> int:
    """The item in which the quotation ends that begins in the *first* and does not end there; -1 for none."""
    mark = _unclosed(items[first] or "")
    for at in range(first + 1, len(items) if mark else 0):
        item = items[at]
        if item is None:
            break
        if _is_closed(item, mark):
            return at
        if mark in item:
            break
    return -1


def _unclosed(item: str) -> str:
    """The mark of the quotation that begins in the item and does not end in it; "" for none."""
    for mark, closing in CLOSING.items():
        _, found, after = item.rpartition(mark)
        if found and after.strip() and not any(each in after for each in closing):
            return mark
    mark, after = item[:1], item[1:]
    if mark in AMBIGUOUS and not _ELIDED.match(item):
        return "" if re.search(rf"[{AMBIGUOUS[mark]}](?!\w)", after) or not after.strip() else mark
    return ""


def _is_closed(item: str, mark: str) -> bool:
    """Whether a quotation that began with the mark ends in the item."""
    if mark in AMBIGUOUS:
        return item[-1:] in AMBIGUOUS[mark] and item[1:] != "" and not item.endswith("s’")
    before = re.split(f"[{CLOSING[mark]}]", item, maxsplit=1)
    return len(before) > 1 and before[0].strip() != "" and mark not in before[0]
