"""Where in a file every value begins and ends, for those who change one of them."""

from __future__ import annotations

from typing import Any

import msgspec
import yaml

from quizmill.bank.reader.careful_tree import DEEPEST, LOADER


class Extent(msgspec.Struct):
    """A value in a text: its first character and the one behind its last, and what it is made of."""

    start: int
    end: int
    column: int  # in which it begins, from 0
    key_column: int  # in which its field's name begins
    is_mapping: bool = False
    is_block: bool = False  # a list or mapping of lines
    is_literal: bool = False  # a text of lines
    in_brackets: bool = False  # inside a list or mapping on one line
    fields: dict[str, Extent] = {}
    entries: list[Extent] = []


def extents(text: str) -> Extent:
    """The whole of *text*. Raises ValueError when it is empty, no YAML, or deeper than any bank file."""
    loader = LOADER(text)
    try:
        loader.get_event()  # stream start
        loader.get_event()  # document start
        return _Extents(loader, text).of(loader.get_event(), 0, 0, in_brackets=False)
    except yaml.YAMLError as error:
        raise ValueError(f"the file is no YAML: {error}") from error
    finally:
        loader.dispose()


class _Extents:
    def __init__(self, loader: Any, text: str) -> None:
        self.next = loader.get_event
        self.text = text

    def of(self, event: Any, key_column: int, depth: int, *, in_brackets: bool) -> Extent:
        """The extent of the node that begins with *event*."""
        if event is None:
            raise ValueError("the file is empty")
        if depth > DEEPEST:
            raise ValueError(f"the file is nested more than {DEEPEST} levels deep")
        begin, end = event.start_mark, event.end_mark.index
        extent = Extent(begin.index, end, begin.column, key_column, in_brackets=in_brackets)
        if isinstance(event, yaml.CollectionStartEvent):
            extent.is_block = not event.flow_style
            self.fill(extent, event, depth, in_brackets=in_brackets or not extent.is_block)
        elif isinstance(event, yaml.ScalarEvent) and event.style in ("|", ">"):
            extent.is_literal = True
            extent.end = begin.index + len(self.text[begin.index : end].rstrip())
        return extent

    def fill(self, extent: Extent, event: yaml.Event, depth: int, *, in_brackets: bool) -> None:
        """The parts of a collection; one of lines ends with its last part."""
        extent.is_mapping = isinstance(event, yaml.MappingStartEvent)
        extent.fields = {}
        parts: list[Extent] = []
        while not isinstance(following := self.next(), yaml.CollectionEndEvent):
            column = following.start_mark.column if extent.is_mapping else extent.column
            node = self.next() if extent.is_mapping else following
            part = self.of(node, column, depth + 1, in_brackets=in_brackets)
            if extent.is_mapping:
                extent.fields[getattr(following, "value", "")] = part
            parts.append(part)
        if not extent.is_mapping:
            extent.entries = parts
        extent.end = parts[-1].end if extent.is_block else _end(following)


def _end(event: Any) -> int:
    return int(event.end_mark.index)
