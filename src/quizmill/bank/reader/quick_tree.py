"""The quick way from YAML to a tree, for a text in which nothing must be told.

It follows no path and keeps no place. What it does not expect, be it a trap or a feature that is refused,
makes it give up, and the text is read again with care.
"""

from __future__ import annotations

import itertools
import re
from typing import Any

from yaml import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, StreamEndEvent

from quizmill.bank import quotation
from quizmill.bank.reader import escapes, quotations, traps
from quizmill.bank.reader.tree import Tree

_BLOCKS = frozenset("|>")
_PARTED = re.compile(r",\d{3}")


class Unexpected(Exception):
    """The text is to be read with care."""


def quick_tree(text: str, loader: Any, deepest: int) -> Tree:
    """The tree of *text*, whose events *loader* gives. Raises Unexpected, or what the parser raises."""
    return _Builder(text, loader, deepest).document()


class _Builder:
    def __init__(self, text: str, loader: Any, deepest: int) -> None:
        self.next = loader.get_event
        self.deepest = deepest
        self.hashes = traps.lines_with_hashes(text)  # on which a comment may have cut a text short
        self.numbers = bool(_PARTED.search(text))  # that a comma in a list may have parted
        self.quotations = quotation.may_be_in(text)  # likewise
        self.escapes = escapes.may_hide(text)  # that a text in double quotes may not have meant

    def document(self) -> Tree:
        self.next()  # stream start
        if isinstance(self.next(), StreamEndEvent):
            return None
        tree = self.node(self.next(), 0)
        self.next()  # document end
        if not isinstance(self.next(), StreamEndEvent):
            raise Unexpected
        return tree

    def node(self, event: Any, depth: int) -> Tree:
        if event.anchor is not None or event.tag is not None:
            raise Unexpected
        kind = event.__class__
        if kind is ScalarEvent:
            if self.hashes and not event.style and event.end_mark.line in self.hashes:
                raise Unexpected
            value: str = event.value
            if self.escapes and event.style == '"' and escapes.is_suspicious(value):
                raise Unexpected
            return value.rstrip("\n") if event.style in _BLOCKS else value
        if depth >= self.deepest:
            raise Unexpected
        if kind is MappingStartEvent:
            return self.mapping(depth + 1)
        found = self.sequence(depth + 1)
        if event.flow_style and self._may_be_parted(found):
            raise Unexpected
        return found

    def mapping(self, depth: int) -> dict[str, Tree]:
        found: dict[str, Tree] = {}
        following, node = self.next, self.node
        while (event := following()).__class__ is not MappingEndEvent:
            if event.__class__ is not ScalarEvent or event.value in found:
                raise Unexpected
            found[event.value] = node(following(), depth)
        return found

    def sequence(self, depth: int) -> list[Tree]:
        found: list[Tree] = []
        following, node = self.next, self.node
        while (event := following()).__class__ is not SequenceEndEvent:
            found.append(node(event, depth))
        return found

    def _may_be_parted(self, found: list[Tree]) -> bool:
        """Whether items look as if they had been one number or quotation; the careful look knows."""
        if self.numbers and any(
            isinstance(one, str) and isinstance(other, str) and traps.may_be_split(one, other)
            for one, other in itertools.pairwise(found)
        ):
            return True
        texts = [each if isinstance(each, str) else None for each in found] if self.quotations else []
        return any(quotations.split_quotations(texts))
