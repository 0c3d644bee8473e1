"""Lists: two items or more in a row, each behind its marker; their numbers follow each other.

One item alone is text: what begins with `- 40 degrees` or `1. FC Köln` says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from quizmill.bank.markup.block import ItemList
from quizmill.bank.markup.inline import inline
from quizmill.bank.markup.lines import MARKER, Line
from quizmill.bank.markup.span import Span, Spans, joined
from quizmill.pattern import pattern

_MARKER = pattern(MARKER)
_SPACES = pattern("[ \t]*")


class _Item(NamedTuple):
    marker: re.Match[str]
    spans: Spans
    end: int  # in the text
    after: int  # the line


def list_at(text: str, lines: Sequence[Line], at: int) -> tuple[ItemList, Spans, int] | None:
    """The list that begins with the line *at*, the spans it is in a run of text, and the line after it."""
    items: list[_Item] = []
    while item := _item_at(text, lines, items[-1].after if items else at, items[-1:]):
        items.append(item)
    if len(items) < 2:
        return None
    first = items[0].marker["number"]
    made = ItemList(tuple(item.spans for item in items), int(first) if first else None)
    run: list[Span] = []
    end = lines[at].start
    for item in items:
        run += [Span(text[end : item.marker.end()]), *item.spans]
        end = item.end
    run.append(Span(text[end : lines[items[-1].after - 1].end]))
    return made, joined(run), items[-1].after


def _item_at(text: str, lines: Sequence[Line], at: int, before: Sequence[_Item]) -> _Item | None:
    """The item that begins with the line *at*, if it goes on after the one *before*."""
    if at == len(lines) or lines[at].block:
        return None
    marker = _MARKER.match(text, lines[at].start, lines[at].end)
    if marker is None or not all(_follows(marker, item.marker) for item in before):
        return None
    after = at + 1
    while after < len(lines) and _is_deeper(text, lines[after], len(marker["indent"])):
        after += 1
    start = marker.end()
    end = start + len(text[start : lines[after - 1].end].rstrip())
    return _Item(marker, inline(text, start, end), end, after)


def _follows(marker: re.Match[str], before: re.Match[str]) -> bool:
    if marker["number"] and before["number"] and int(marker["number"]) != int(before["number"]) + 1:
        return False
    return marker.group("indent", "bullet", "stop") == before.group("indent", "bullet", "stop")


def _is_deeper(text: str, line: Line, indent: int) -> bool:
    """Whether the line goes on with an item: it is indented further than the marker."""
    spaces = _SPACES.match(text, line.start, line.end)
    return not line.block and spaces is not None and indent < len(spaces[0]) < line.end - line.start
