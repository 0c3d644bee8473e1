"""The careful way from YAML to a tree: with the place of everything, and every fault told.

The tree is built from the C parser's events, which is five times faster than composing nodes.
"""

from __future__ import annotations

from typing import Any

import msgspec
import yaml

from quizmill.bank.model import OWN
from quizmill.bank.reader import escapes, quotations, traps
from quizmill.bank.reader.fault import Fault, Path, Place
from quizmill.bank.reader.tree import Tree
from quizmill.errors import Severity

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # without libyaml in pure Python: slow, but right
DEEPEST = 12  # levels; a question file has five
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


class TooDeep(Exception):
    """Raised at once: the parser's time grows with the square of the depth."""

    def __init__(self, event: yaml.Event) -> None:
        super().__init__()
        self.event = event


class CarefulTree:
    """Turns one run of parser events into a tree."""

    def __init__(self, marks: Marks | None, lines_before: int, text: str) -> None:
        self.marks = marks
        self.lines_before = lines_before
        self.lines = text.split("\n")
        self.faults: list[Fault] = []
        self.next: Any = None  # the loader's get_event; yaml has no types for it
        self.undashed: Any = None  # the event of the name with which an entry begins without its dash

    def document(self, text: str, path: Path = ()) -> Tree:
        loader = LOADER(text)
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

    def fault(
        self,
        rule: str,
        message: str,
        help: str,
        event: yaml.Event,
        path: Path,
        severity: Severity = Severity.ERROR,
    ) -> None:
        self.faults.append(Fault(path, rule, message, help, self.place(event), severity=severity))

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
        if len(path) >= DEEPEST:
            raise TooDeep(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.flow(path) if event.flow_style else self.sequence(path)
        in_list = bool(path) and isinstance(path[-1], int) and not event.flow_style
        return self.mapping(path, in_list=in_list)

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
        if event.style == '"' and escapes.is_suspicious(event.value):
            self.escaped(event, path)
        if event.value and not event.style:
            rest = self.lines[event.end_mark.line][event.end_mark.column :]
            if "#" in rest:
                field = next((part for part in reversed(path) if isinstance(part, str)), "")
                if found := traps.cut_short(field, event.value, rest):
                    self.fault("cut-short", *found, event, path)
        return str(event.value)

    def escaped(self, event: Any, path: Path) -> None:
        """Tell of a backslash in double quotes that has become what it was not meant to be."""
        if any(isinstance(part, str) and part.startswith(OWN) for part in path):
            return
        field = path[-1] if path and isinstance(path[-1], str) else ""
        found = escapes.trap(field, event.value, self.source(event))
        if found and found.certain:
            self.fault("control-character", found.message, found.help, event, path)
        elif found:
            self.fault("lost-backslash", found.message, found.help, event, path, Severity.WARNING)

    def source(self, event: Any) -> str:
        """The scalar as it is written, its quotes included."""
        start, end = event.start_mark, event.end_mark
        lines = self.lines[start.line : end.line + 1]
        lines[-1] = lines[-1][: end.column]
        return "\n".join([lines[0][start.column :], *lines[1:]])

    def sequence(self, path: Path) -> list[Tree]:
        found: list[Tree] = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            found.append(self.node(event, (*path, len(found))))
            while self.undashed:
                self.undashed_entry(found, path)
        return found

    def undashed_entry(self, found: list[Tree], path: Path) -> None:
        """Read what follows a name that its entry has already: the next entry, or that name alone."""
        event, self.undashed = self.undashed, None
        own = (*path, len(found))
        entry = self.mapping(own, in_list=True, first=event)
        if len(entry) == 1:
            self.twice(event, (*path, len(found) - 1, event.value))
            return
        column, line = event.start_mark.column, self.lines[event.start_mark.line]
        help = f"write `{' ' * (column - 2)}- {line[column:].rstrip()}`"
        self.fault("syntax", "another entry begins here, without its dash", help, event, own)
        found.append(entry)

    def flow(self, path: Path) -> list[Tree]:
        """A list in brackets, watched for a comma that parts a number or a quotation."""
        found: list[Tree] = []
        events: list[Any] = []
        before: Any = None
        parted: list[tuple[Any, str, str]] = []  # where a number may be parted
        spaced = False  # whether items stand a space apart, as those do that touch another without
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            touching = before and (before.end_mark.line, before.end_mark.column + 1) == (
                event.start_mark.line,
                event.start_mark.column,
            )
            spaced |= bool(found) and not touching
            if (
                touching
                and isinstance(event, yaml.ScalarEvent)
                and traps.may_be_split(before.value, event.value)
            ):
                parted.append((before, before.value, event.value))
            before = event if isinstance(event, yaml.ScalarEvent) and not event.style else None
            events.append(before)
            found.append(self.node(event, (*path, len(found))))
        for place, one, other in parted:
            sure = spaced or other.startswith("0")
            severity = Severity.ERROR if sure else Severity.WARNING
            told = traps.split_number(one, other, sure=sure)
            self.fault("split-number", *told, place, path, severity=severity)
        for split in quotations.split_quotations([each and each.value for each in events]):
            self.fault("split-quotation", split.message, split.help, events[split.first], path)
        return found

    def mapping(self, path: Path, *, in_list: bool = False, first: Any = None) -> dict[str, Tree]:
        """The fields up to the mapping's end; *in_list*, to where the first of them comes once more."""
        found: dict[str, Tree] = {}
        event = first or self.next()
        while not isinstance(event, yaml.MappingEndEvent):
            key = self.key(event, path)
            if in_list and len(found) > 1 and key == next(iter(found)):
                self.undashed = event
                break
            if key in found:
                self.twice(event, (*path, key))
                self.discard()
            else:
                if self.marks is not None:
                    self.marks.keys[(*path, key)] = self.place(event)
                found[key] = self.node(self.next(), (*path, key))
            event = self.next()
        return found

    def twice(self, event: Any, path: Path) -> None:
        help = "keep one of them; if two values belong together, write a list"
        self.fault("duplicate-key", f'"{event.value}" stands here a second time', help, event, path)

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
