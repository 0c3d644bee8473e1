"""What reading any bank file takes: its tree, its records, and every fault reported with its place."""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import TypeVar

import msgspec

from quizmill.bank.decode import decode
from quizmill.bank.fault import Fault
from quizmill.bank.origins import Origin, Origins
from quizmill.bank.text_file import read_text
from quizmill.bank.yaml_tree import Tree, parse
from quizmill.errors import Diagnostic, Severity

RecordT = TypeVar("RecordT", bound=msgspec.Struct)


class Reading:
    """One reading of one bank: its methods return what is sound and note the rest."""

    def __init__(self) -> None:
        self.origins = Origins()
        self.found: list[Diagnostic] = []

    def fields(self, path: FilePath, what: str) -> dict[str, Tree] | None:
        """The file's top-level fields; None when it has none, with the reason reported once."""
        origin = Origin(str(path))
        text = read_text(path)
        if isinstance(text, Fault):
            self.report(origin, text)
            return None
        self.origins.texts[origin.file] = text
        tree, faults = parse(text)
        for fault in faults:
            self.report(origin, fault)
        if isinstance(tree, dict):
            return tree
        if not faults:
            self.report(
                origin, Fault((), "wrong-type", f"this is no {what}", f"a {what} is a mapping of fields")
            )
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
        numbered = enumerate(listed)
        return [(Origin(origin.file, (field, i)), entry) for i, entry in numbered if entry is not None]

    def record(self, tree: Tree, kind: type[RecordT], origin: Origin) -> RecordT | None:
        """The record *tree* describes, or None with its faults reported."""
        found = decode(tree, kind, ())
        if not isinstance(found, tuple):
            return found
        for fault in found:
            self.report(origin, fault)
        return None

    def taken(self, id: str, first: Origin) -> Fault:
        """The fault of an id that *first* bears already."""
        place = self.origins.locate(first, ("id",))
        help = f"its first place is {place}; an id names one thing for ever, so give this one another"
        return Fault(("id",), "duplicate-id", f'the id "{id}" is taken', help)

    def report(self, origin: Origin, fault: Fault, question: str | None = None) -> None:
        """Note a fault of the record from *origin*, as an error at its place."""
        location = self.origins.locate(origin, fault.path, at_key=fault.at_key)
        if fault.place:
            location = msgspec.structs.replace(location, line=fault.place.line, column=fault.place.column)
        self.found.append(
            Diagnostic(
                location=location,
                severity=Severity.ERROR,
                rule=fault.rule,
                message=fault.message,
                help=fault.help,
                question=question,
            )
        )


def id_of(tree: Tree) -> str | None:
    """The id a record gives itself, sound or not."""
    id = tree.get("id") if isinstance(tree, dict) else None
    return id if isinstance(id, str) and id else None
