"""Strict YAML as a plain tree: mappings, lists and text, nothing guessed.

Every scalar stays the text it is written as. Anchors, aliases, tags, duplicate keys and further
documents are refused. The tree is built from the C parser's events, which is five times faster than
composing nodes; places are kept only when asked for, since only a file with faults pays for them.
After a syntax error reading resumes at the next entry, so that one slip hides nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec
import yaml

from quizmill.bank.reader import traps
from quizmill.bank.reader.fault import Fault, Path, Place
from quizmill.bank.reader.quick_tree import Unexpected, quick_tree
from quizmill.bank.reader.tree import Tree

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # without libyaml in pure Python: slow, but right
_DEEPEST = 12  # levels; a question file has five
# Beside what YAML refuses: a mark inside the text, and what YAML takes for line ends and editors do not.
_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_PRINTABLE = b"\t\n\r" + bytes(range(0x20, 0x7F))
_TOP_KEY = re.compile(r"^[^\s#\-\[\]{}][^:\n]*:(?=\s|$)", re.MULTILINE)
_FIELD = re.compile(r"[\w-]+")
_FEATURE_HELP = "write the value out; to begin a text with this character put it in double quotes"


class Marks(msgspec.Struct):
    """Where each value, and each key, of a tree begins."""

    values: dict[Path, Place]
    keys: dict[Path, Place]

    def find(self, path: Path, *, key: bool = False) -> Place:
        """The place of *path*, or of the nearest thing around it that has one."""
        if key and path in self.keys:
            return self.keys[path]
        while path not in self.values and path:
            path = path[:-1]
        return self.values.get(path, Place(1, 1))


def parse(text: str, marks: Marks | None = None) -> tuple[Tree, tuple[Fault, ...]]:
    """The tree of *text*, and what cannot stand in it; fills *marks* when given.

    Faults carry their own place. What cannot be parsed is None in its list or mapping.
    """
    if unprintable := _unprintable(text):
        place = _place_of(text, unprintable.start())
        char = unprintable[0]
        message = f"the character U+{ord(char):04X} cannot stand in a text file"
        return None, (Fault((), "syntax", message, "delete it", place),)
    try:
        if marks is None:
            return _quickly(text), ()
    except Unexpected:
        pass
    except yaml.YAMLError:
        return _parse_piecewise(text, marks)
    builder = _Builder(marks, 0, text)
    try:
        return builder.document(text), tuple(builder.faults)
    except (yaml.YAMLError, _TooDeep):
        return _parse_piecewise(text, marks)


def _quickly(text: str) -> Tree:
    loader = _LOADER(text)
    try:
        return quick_tree(text, loader, _DEEPEST)
    finally:
        loader.dispose()


def _unprintable(text: str) -> re.Match[str] | None:
    if text.isascii() and not text.encode().translate(None, _PRINTABLE):  # quicker by far
        return None
    return _UNPRINTABLE.search(text)


def _place_of(text: str, offset: int) -> Place:
    line_start = text.rfind("\n", 0, offset) + 1
    return Place(text.count("\n", 0, offset) + 1, offset - line_start + 1)


class _TooDeep(Exception):
    """Raised at once: the parser's time grows with the square of the depth."""

    def __init__(self, event: yaml.Event) -> None:
        super().__init__()
        self.event = event


class _Builder:
    """Turns one run of parser events into a tree."""

    def __init__(self, marks: Marks | None, lines_before: int, text: str) -> None:
        self.marks = marks
        self.lines_before = lines_before
        self.lines = text.split("\n")
        self.faults: list[Fault] = []
        self.next: Any = None  # the loader's get_event; yaml has no types for it

    def document(self, text: str, path: Path = ()) -> Tree:
        loader = _LOADER(text)
        self.next = loader.get_event
        try:
            self.next()  # stream start
            event = self.next()
            if isinstance(event, yaml.StreamEndEvent):
                return None
            tree = self.node(self.next(), path)
            self.next()  # document end
            event = self.next()
            if not isinstance(event, yaml.StreamEndEvent):
                help = "one file is one document: delete `---`"
                self.fault("syntax", "a second document begins here", help, event, ())
            return tree
        finally:
            loader.dispose()

    def fault(self, rule: str, message: str, help: str, event: yaml.Event, path: Path) -> None:
        self.faults.append(Fault(path, rule, message, help, self.place(event)))

    def place(self, event: Any) -> Place:
        return Place(event.start_mark.line + self.lines_before + 1, event.start_mark.column + 1)

    def node(self, event: Any, path: Path) -> Tree:
        if self.marks is not None:
            self.marks.values[path] = self.place(event)
        if event.anchor is not None or event.tag is not None:
            self.refuse(event, path)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, path)
        if isinstance(event, yaml.AliasEvent):
            return None
        if len(path) >= _DEEPEST:
            raise _TooDeep(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.flow(path) if event.flow_style else self.sequence(path)
        return self.mapping(path)

    def refuse(self, event: Any, path: Path) -> None:
        """Name the feature of YAML that a bank does not use."""
        if isinstance(event, yaml.AliasEvent):
            said = f"`*{event.anchor}` is an alias, which is refused"
        elif event.anchor is not None:
            said = f"`&{event.anchor}` is an anchor, which is refused"
        else:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            said = f"`{tag}` is a tag, which is refused"
        self.fault("yaml-feature", said, _FEATURE_HELP, event, path)

    def scalar(self, event: Any, path: Path) -> str:
        if event.style in ("|", ">"):
            return str(event.value.rstrip("\n"))
        if event.value and not event.style:
            rest = self.lines[event.end_mark.line][event.end_mark.column :]
            if "#" in rest:
                field = next((part for part in reversed(path) if isinstance(part, str)), "")
                if found := traps.cut_short(field, event.value, rest):
                    self.fault("cut-short", *found, event, path)
        return str(event.value)

    def sequence(self, path: Path) -> list[Tree]:
        found: list[Tree] = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            found.append(self.node(event, (*path, len(found))))
        return found

    def flow(self, path: Path) -> list[Tree]:
        """A list in brackets, watched for a comma that parts a number."""
        found: list[Tree] = []
        before: Any = None
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            touching = before and (before.end_mark.line, before.end_mark.column + 1) == (
                event.start_mark.line,
                event.start_mark.column,
            )
            if touching and isinstance(event, yaml.ScalarEvent):
                parted = traps.split_number(before.value, event.value)
                if parted:
                    self.fault("split-number", *parted, before, path)
            before = event if isinstance(event, yaml.ScalarEvent) and not event.style else None
            found.append(self.node(event, (*path, len(found))))
        return found

    def mapping(self, path: Path) -> dict[str, Tree]:
        found: dict[str, Tree] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self.key(event, path)
            if key in found:
                help = "keep one of them; if two values belong together, write a list"
                self.fault("duplicate-key", f'"{key}" stands here a second time', help, event, (*path, key))
                self.discard()
                continue
            if self.marks is not None:
                self.marks.keys[(*path, key)] = self.place(event)
            found[key] = self.node(self.next(), (*path, key))
        return found

    def key(self, event: Any, path: Path) -> str:
        if isinstance(event, yaml.ScalarEvent):
            return str(event.value)
        message = "a list or mapping cannot be a field's name"
        self.fault("syntax", message, "put the text in double quotes", event, path)
        if not isinstance(event, yaml.AliasEvent):
            self.skip()
        return "?"

    def discard(self) -> None:
        """Read past the next node."""
        event = self.next()
        if isinstance(event, yaml.CollectionStartEvent):
            self.skip()

    def skip(self) -> None:
        """Read past the rest of the collection that has just begun."""
        depth = 1
        while depth:
            event = self.next()
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)


def _parse_piecewise(text: str, marks: Marks | None) -> tuple[Tree, tuple[Fault, ...]]:
    """Read a file with syntax errors field by field and entry by entry, each error reported once."""
    tree: dict[str, Tree] = {}
    faults: list[Fault] = []
    for key, line, body, entries in _pieces(text):
        if not entries:
            piece = _parse_piece(body, line, marks, (), faults)
            if isinstance(piece, dict):
                tree.update(piece)
            elif _FIELD.fullmatch(key):
                tree[key] = None
            continue
        listed: list[Tree] = []
        for at, entry in entries:
            parsed = _parse_piece(entry, at, marks, (key,), faults, offset=len(listed))
            listed.append(parsed[0] if isinstance(parsed, list) and parsed else None)
        tree[key] = listed
    return tree or None, tuple(faults)


def _parse_piece(
    text: str, line: int, marks: Marks | None, path: Path, faults: list[Fault], offset: int = 0
) -> Tree:
    own = Marks({}, {})
    builder = _Builder(own, line, text)
    try:
        tree = builder.document(text)
    except _TooDeep as error:
        message = f"this is nested more than {_DEEPEST} levels deep"
        builder.fault("syntax", message, "bank files are flat", error.event, ())
        tree = None
    except yaml.MarkedYAMLError as error:
        message, help, at_line, at_column = traps.explain_syntax_error(error, text)
        place = Place(at_line + line + 1, at_column + 1)
        # What the builder made of the broken line itself is noise.
        builder.faults = [fault for fault in builder.faults if fault.place and fault.place.line != place.line]
        builder.faults.append(Fault((), "syntax", message, help, place))
        tree = None
    # A piece of a list is a list of one: its first index becomes the entry's own.
    moved = (lambda p: (*path, offset, *p[1:])) if path else (lambda p: p)
    faults.extend(msgspec.structs.replace(fault, path=moved(fault.path)) for fault in builder.faults)
    if marks is not None:
        marks.values.update({moved(p): place for p, place in own.values.items() if p or not path})
        marks.keys.update({moved(p): place for p, place in own.keys.items()})
    return tree


def _pieces(text: str) -> Iterator[tuple[str, int, str, list[tuple[int, str]]]]:
    """Each top-level field: its key, its line (from 0), its text, and its list entries with their lines."""
    starts = [match.start() for match in _TOP_KEY.finditer(text)]
    if not starts or text[: starts[0]].strip():
        starts.insert(0, 0)
    for line, body in _cut(text, starts, 0):
        yield body.partition(":")[0].strip(), line, body, _entries(body, line)


def _entries(body: str, line: int) -> list[tuple[int, str]]:
    first = re.search(r"^( *)- ", body, re.MULTILINE)
    head = body.partition("\n")[0].partition(":")[2].partition("#")[0].strip()
    if not first or head:
        return []
    starts = [m.start() for m in re.finditer(rf"^{first[1]}-(?= |$)", body, re.MULTILINE)]
    return list(_cut(body, starts, line))


def _cut(text: str, starts: list[int], line: int) -> Iterator[tuple[int, str]]:
    """The pieces of *text* that begin at *starts*, each with its line; the text itself begins on *line*."""
    before = 0
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        line += text.count("\n", before, start)
        before = start
        yield line, text[start:end]
