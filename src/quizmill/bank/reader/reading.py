"""What reading any bank file takes: its tree, its records, and every fault reported with its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from quizmill.bank.reader.decode import decode
from quizmill.bank.reader.fault import Fault
from quizmill.bank.reader.origins import Origin, Origins, file_record
from quizmill.bank.reader.schema_line import schema_fault
from quizmill.bank.reader.text_file import read_text
from quizmill.bank.reader.tree import Tree
from quizmill.bank.reader.yaml_tree import parse
from quizmill.errors import Diagnostic, Location, Severity, clipped

RecordT = TypeVar("RecordT", bound=msgspec.Struct)
_LISTS = (("questions",), ("facts",), ("names",))  # fields of a file that list its records


class Reading:
    """One reading of one bank: its methods return what is sound and note the rest."""

    def __init__(self) -> None:
        self.origins = Origins()
        self.found: list[tuple[Origin, Diagnostic]] = []
        self.inside: dict[Origin, list[Fault]] = {}  # what the parser found inside entries not yet looked at

    def fields(self, folder: FilePath, path: FilePath, what: str) -> dict[str, Tree] | None:
        """The top-level fields of a file in *folder*; None, with the reason reported once, without any."""
        origin = Origin(str(path))
        text = read_text(folder, path)
        if isinstance(text, Fault):
            self.report(origin, text)
            return None
        self.origins.texts[origin.file] = text
        if moved := schema_fault(text, path):
            self.report(origin, moved)
        tree, faults = parse(text)
        for fault in faults:
            if fault.path[:1] in _LISTS and len(fault.path) > 1:
                self.inside.setdefault(Origin(origin.file, fault.path[:2]), []).append(fault)
            else:
                self.report(origin, fault)
        if isinstance(tree, dict):
            return tree
        if not faults:
            self.report(origin, _no_fields(tree, what))
        return None

    def entries(self, tree: dict[str, Tree], field: str, origin: Origin) -> list[tuple[Origin, Tree]]:
        """The records listed under *field*, taken out of *tree*; those the parser lost are left out."""
        listed = tree.pop(field, None)
        if listed is None or listed == "":
            return []
        if not isinstance(listed, list):
            help = "begin each entry with `- id: …`"
            self.report(origin, Fault((field,), "wrong-type", f'"{field}" is a list', help))
            return []
        placed = [(Origin(origin.file, (field, i)), entry) for i, entry in enumerate(listed)]
        for place, _ in (lost for lost in placed if lost[1] is None):
            for fault in self.parsed(place):
                self.report(place, fault)
        return [(place, entry) for place, entry in placed if entry is not None]

    def parsed(self, origin: Origin) -> list[Fault]:
        """What the parser found inside that entry: with any of it, the entry is not what its author meant."""
        return self.inside.pop(origin, []) if self.inside else []

    def record(self, tree: Tree, kind: type[RecordT], origin: Origin) -> RecordT | None:
        """The record *tree* describes, or None with its faults reported."""
        found, faults = decode(tree, kind, ()), self.parsed(origin)
        if isinstance(found, tuple):
            faults += found
        for fault in faults:
            self.report(origin, fault)
        return None if isinstance(found, tuple) or any(map(is_error, faults)) else found

    def taken(self, id: str, first: Origin) -> Fault:
        """The fault of an id that *first* bears already."""
        place = self.origins.locate(first, ("id",))
        help = f"its first place is {place}; an id names one thing for ever, so give this one another"
        return Fault(("id",), "duplicate-id", f'the id "{id}" is taken', help)

    def has_faults(self, path: FilePath) -> bool:
        """Whether an error was noted in that file."""
        return any(error.location.file == str(path) for error in self.errors())

    def errors(self) -> Iterator[Diagnostic]:
        """What was noted and keeps something from being asked."""
        return (diagnostic for _, diagnostic in self.found if diagnostic.severity is Severity.ERROR)

    def diagnostics(self, folder: FilePath) -> tuple[Diagnostic, ...]:
        """Everything noted of the bank in *folder*, in the order of its places, each with its record."""
        for origin in list(self.inside):  # lists that nobody reads, such as facts in a topic file
            for fault in self.parsed(origin):
                self.report(origin, fault)
        records = self.origins.records()
        found = [
            each
            if each.question is not None
            else replace(each, within=records.get(origin) or file_record(folder, origin.file))
            for origin, each in self.found
        ]
        return tuple(sorted(found, key=lambda diagnostic: diagnostic.location))

    def report(self, origin: Origin, fault: Fault, question: str | None = None) -> None:
        """Note a fault of the record from *origin*, at its place."""
        if fault.place:
            location = Location(origin.file, *fault.place)
        else:
            location = self.origins.locate(origin, fault.path, at_key=fault.at_key)
        noted = Diagnostic(
            location=location,
            severity=fault.severity,
            rule=fault.rule,
            message=clipped(fault.message),
            help=fault.help,
            question=question,
        )
        self.found.append((origin, noted))


def is_error(fault: Fault) -> bool:
    """Whether it keeps its record from being used."""
    return fault.severity is Severity.ERROR


def id_of(tree: Tree) -> str | None:
    """The id a record gives itself, sound or not."""
    id = tree.get("id") if isinstance(tree, dict) else None
    return id if isinstance(id, str) and id else None


def _no_fields(tree: Tree, what: str) -> Fault:
    """The fault of a file that has no fields."""
    if not tree:
        return Fault((), "wrong-type", "this file is empty", "begin it with `title: …`, or delete the file")
    help = f"a {what} is a mapping of fields"
    if isinstance(tree, list):
        help = "begin it with `title: …` and a line `questions:`, below which the list stands"
    return Fault((), "wrong-type", f"this is no {what}", help)
