"""Reading a bank: its sound questions, and everything that is wrong with the rest.

This is the only module that opens bank files. A fault gets its line and column here, and only files
that have faults are read a second time for them.
"""

from __future__ import annotations

import os
from pathlib import Path as FilePath
from typing import Any, TypeVar

import msgspec

from quizmill.bank import links, sound
from quizmill.bank.decode import decode, decode_question
from quizmill.bank.fault import Fault, Path
from quizmill.bank.model import Bank, Fact, Name, Question, Record, Source, Text, Topic
from quizmill.bank.origins import Origin, Origins
from quizmill.bank.text_file import read_text
from quizmill.bank.yaml_tree import Tree, parse
from quizmill.errors import BankUnreadable, Diagnostic, Severity

RecordT = TypeVar("RecordT", bound=msgspec.Struct)
BANK_FILE = "bank.yaml"
NAMES_FILE = "names.yaml"


class LoadedBank(msgspec.Struct, frozen=True, kw_only=True):
    """A bank as read: what is sound, what is wrong with the rest, and where everything was written."""

    folder: FilePath
    bank: Bank
    origins: Origins
    diagnostics: tuple[Diagnostic, ...]  # in the order of their places

    @property
    def bank_file(self) -> str:
        """The path of bank.yaml, as diagnostics show it."""
        return str(self.folder / BANK_FILE)


def load_bank(folder: FilePath) -> LoadedBank:
    """Read the bank in *folder*, and the seeds it names.

    Raises BankUnreadable when *folder* is no folder with a bank.yaml in it. Everything else that is
    wrong is a diagnostic, and a sound question is not lost because another is broken.
    """
    if not folder.is_dir():
        reason = "this is a file, not a folder with bank.yaml" if folder.exists() else "there is no such folder"
        raise BankUnreadable(str(folder), f"{reason}; `quizmill init` starts a bank")
    if not (folder / BANK_FILE).is_file():
        raise BankUnreadable(str(folder), f"there is no {BANK_FILE} in it; `quizmill init` starts a bank")
    return _Reading(folder).bank()


class _Head(Bank, frozen=True, kw_only=True):
    """What bank.yaml says: a bank's own fields, and where its seeds are."""

    seeds: str = ""


class _Reading:
    """One reading of one bank. Methods return what is sound and report the rest."""

    def __init__(self, folder: FilePath) -> None:
        self.folder = folder
        self.origins = Origins()
        self.broken: set[str] = set()  # ids and references that are written but unsound
        self.found: list[Diagnostic] = []

    def bank(self) -> LoadedBank:
        """Read it all."""
        head = self.head()
        sources, names = self.seeds(head) if head.seeds else ((), ())
        topics = tuple(self.topic(path) for path in self.topic_files())
        fields = {name: getattr(head, name) for name in Bank.__struct_fields__}
        bank = Bank(**{**fields, "topics": topics, "sources": sources, "names": names})
        bank = self.keep_linked(bank, has_seeds=bool(head.seeds))
        if not any(topic.questions for topic in topics) and not self.found:
            self.report(Origin(str(self.folder / BANK_FILE)), links.EMPTY)
        self.found.sort(key=lambda diagnostic: diagnostic.location)
        return LoadedBank(
            folder=self.folder, bank=bank, origins=self.origins, diagnostics=tuple(self.found)
        )

    def head(self) -> _Head:
        path = self.folder / BANK_FILE
        tree = self.tree(path)
        origin = Origin(str(path))
        head = None
        if isinstance(tree, dict):
            for name in ("topics", "sources", "names"):  # fields of a bank, but not of its file
                if name in tree:
                    fault = Fault((name,), "unknown-field", f'unknown field "{name}"', at_key=True)
                    self.report(origin, fault)
                    del tree[name]
            head = self.record(tree, _Head, origin)
        elif not self.found:
            self.report(origin, Fault((), "missing-field", '"title" and "namespace" are missing', "see `quizmill init`"))
        return head or _Head(title=self.folder.resolve().name or "bank", namespace="unnamed", seeds=_seeds_of(tree))

    def topic_files(self) -> list[FilePath]:
        for path in sorted(self.folder.glob("*.yml")):
            help = "rename it to end in .yaml, the one ending that is read"
            self.report(Origin(str(path)), Fault((), "bad-file-name", "this file is not read", help))
        return sorted(path for path in self.folder.glob("*.yaml") if path.name != BANK_FILE)

    def topic(self, path: FilePath) -> Topic:
        origin = Origin(str(path))
        empty = Topic(id="unnamed", title=path.stem)
        tree = self.tree(path)
        if not isinstance(tree, dict):
            if isinstance(tree, str) or (tree is None and not self.has_faults(origin.file)):
                self.report(origin, Fault((), "not-a-topic", "a topic file has `title:` and `questions:`"))
            return empty
        entries = self.entries(tree, "questions", origin)
        topic = self.record({**tree, "id": path.stem}, Topic, origin) or empty
        questions = tuple(q for place, entry in entries if (q := self.question(entry, place)))
        return msgspec.structs.replace(topic, questions=questions)

    def question(self, tree: Tree, origin: Origin) -> Question | None:
        found = decode_question(tree, ())
        id = tree.get("id") if isinstance(tree, dict) else None
        named = id if isinstance(id, str) else None
        faults = found if isinstance(found, tuple) else tuple(sound.faults_in(found))
        for fault in faults:
            self.report(origin, fault, named)
        if named in self.origins.questions:
            first = self.origins.locate(self.origins.questions[named], ("id",))
            help = f"its first place is {first}; an id names one question for ever, so give this one another"
            self.report(origin, Fault(("id",), "duplicate-id", f'the id "{named}" is taken', help), named)
            return None
        if named:
            self.origins.questions[named] = origin
        return None if faults or isinstance(found, tuple) else found

    def seeds(self, head: _Head) -> tuple[tuple[Source, ...], tuple[Name, ...]]:
        folder = FilePath(os.path.normpath(self.folder / head.seeds))
        if not folder.is_dir():
            help = f"`seeds:` is read from the folder of {BANK_FILE}"
            fault = Fault(("seeds",), "no-seeds", f"there is no folder {folder}", help)
            self.report(Origin(str(self.folder / BANK_FILE)), fault)
            return (), ()
        names = self.names(folder / NAMES_FILE) if (folder / NAMES_FILE).exists() else ()
        files = sorted(path for path in folder.glob("*.yaml") if path.name != NAMES_FILE)
        return tuple(source for path in files if (source := self.source(path))), names

    def source(self, path: FilePath) -> Source | None:
        tree = self.tree(path)
        origin = Origin(str(path))
        if not isinstance(tree, dict):
            if not self.has_faults(origin.file):
                self.report(origin, Fault((), "not-a-source", "a source file has `id:`, `title:` and `facts:`"))
            return None
        entries = self.entries(tree, "facts", origin)
        source = self.record(tree, Source, origin)
        id = tree.get("id")
        if not isinstance(id, str):
            return None
        if id in self.origins.sources:
            first = self.origins.sources[id].file
            self.report(origin, Fault(("id",), "duplicate-id", f'the source "{id}" is already in {first}'))
            return None
        self.origins.sources[id] = origin
        facts = tuple(fact for place, entry in entries if (fact := self.fact(id, entry, place)))
        return msgspec.structs.replace(source, facts=facts) if source else None

    def fact(self, source: str, tree: Tree, origin: Origin) -> Fact | None:
        fact = self.record(tree, Fact, origin)
        id = tree.get("id") if isinstance(tree, dict) else None
        reference = f"{source}/{id}"
        if isinstance(id, str) and reference in self.origins.facts:
            first = self.origins.locate(self.origins.facts[reference], ("id",))
            self.report(origin, Fault(("id",), "duplicate-id", f'the id "{id}" is taken', f"its first place is {first}"))
            return None
        if isinstance(id, str):
            self.origins.facts[reference] = origin
        return fact

    def names(self, path: FilePath) -> tuple[Name, ...]:
        tree = self.tree(path)
        origin = Origin(str(path))
        if not isinstance(tree, dict):
            return ()
        found = []
        for place, entry in self.entries(tree, "names", origin):
            name = self.record(entry, Name, place)
            if name:
                found.append(name)
                self.origins.names.append(place)
        for field in tree:
            self.report(origin, Fault((field,), "unknown-field", f'unknown field "{field}"', at_key=True))
        return tuple(found)

    def keep_linked(self, bank: Bank, *, has_seeds: bool) -> Bank:
        """The bank without questions whose facts do not exist, each missing link reported."""
        faults = links.faults_in(bank, known=set(self.origins.facts), has_seeds=has_seeds)
        for id, found in faults.items():
            for fault in found:
                self.report(self.origins.questions[id], fault, id)
        for index, fault in links.name_faults(bank.names):
            self.report(self.origins.names[index], fault)
        if not faults:
            return bank
        topics = tuple(
            msgspec.structs.replace(topic, questions=tuple(q for q in topic.questions if q.id not in faults))
            for topic in bank.topics
        )
        return msgspec.structs.replace(bank, topics=topics)

    def tree(self, path: FilePath) -> Tree:
        """The file's tree; None when it has none, with the reason reported."""
        text = read_text(path)
        origin = Origin(str(path))
        if isinstance(text, Fault):
            self.report(origin, text)
            return None
        self.origins.texts[origin.file] = text
        tree, faults = parse(text)
        for fault in faults:
            self.report(origin, fault)
        return tree

    def entries(self, tree: dict[str, Tree], field: str, origin: Origin) -> list[tuple[Origin, Tree]]:
        """The records listed under *field*, taken out of *tree*; those the parser lost are left out."""
        listed = tree.pop(field, None)
        if listed is None or listed == "":
            return []
        if not isinstance(listed, list):
            help = "begin each entry with `- id: …`"
            self.report(origin, Fault((field,), "wrong-type", f'"{field}" is a list', help))
            return []
        return [
            (Origin(origin.file, (field, i)), entry) for i, entry in enumerate(listed) if entry is not None
        ]

    def record(self, tree: Tree, kind: type[RecordT], origin: Origin) -> RecordT | None:
        found = decode(tree, kind, ())
        if not isinstance(found, tuple):
            return found
        for fault in found:
            self.report(origin, fault)
        return None

    def has_faults(self, file: str) -> bool:
        return any(diagnostic.location.file == file for diagnostic in self.found)

    def report(self, origin: Origin, fault: Fault, question: str | None = None) -> None:
        path: Path = fault.path
        location = self.origins.locate(origin, path, at_key=fault.at_key)
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


def _seeds_of(tree: Any) -> str:
    """Where the seeds are, even when bank.yaml is otherwise unsound: one fault is one diagnostic."""
    seeds = tree.get("seeds") if isinstance(tree, dict) else None
    return seeds if isinstance(seeds, str) else ""
