"""Reading the seeds: what each document says, and the names."""

from __future__ import annotations

from pathlib import Path

import msgspec

from quizmill.bank.closest import closest
from quizmill.bank.model import DraftFact, Fact, Name, Source
from quizmill.bank.ranges import spread
from quizmill.bank.reader import links
from quizmill.bank.reader.draft_facts import Begun, is_first
from quizmill.bank.reader.draft_state import is_draft, unknown_state
from quizmill.bank.reader.fault import Fault
from quizmill.bank.reader.origins import Origin
from quizmill.bank.reader.reading import Reading, id_of
from quizmill.bank.reader.tree import Tree

NAMES_FILE = "names.yaml"


class Seeds(msgspec.Struct, frozen=True):
    """The sound part of a seeds folder, and what references may lead to."""

    sources: tuple[Source, ...]
    drafts: tuple[DraftFact, ...]
    names: tuple[Name, ...]
    known: links.Known


def read_seeds(reading: Reading, folder: Path) -> Seeds:
    """Every source file in *folder*, in the order of their names, and names.yaml where there is one."""
    every = sorted(path for path in folder.glob("*.yaml") if not path.name.startswith("."))
    files = [path for path in every if path.name != NAMES_FILE]
    half_read: set[str] = set()
    drafts: dict[Origin, DraftFact] = {}
    sources = tuple(source for path in files if (source := _source(reading, path, half_read, drafts)))
    names = _names(reading, folder / NAMES_FILE) if len(files) < len(every) else ()
    complete = len(reading.origins.sources) == len(files)
    origins = {origin: reference for reference, origin in reading.origins.facts.items()}
    begun = {reference: origin.file for origin in drafts if (reference := origins.get(origin))}
    known = links.Known(reading.origins.facts, half_read, complete, begun)
    return Seeds(sources, tuple(drafts.values()), names, known)


def _source(
    reading: Reading, path: Path, half_read: set[str], drafts: dict[Origin, DraftFact]
) -> Source | None:
    """The source in the file at *path*; its unfinished facts go to *drafts*."""
    tree = reading.fields(path.parent, path, "source file")
    if tree is None:
        return None
    origin, id = Origin(str(path)), id_of(tree)
    if id and _has_lost_ids(tree.get("facts")):
        half_read.add(id)
    entries = reading.entries(tree, "facts", origin)
    if "states_nothing" in tree:
        tree["states_nothing"] = _spread(tree["states_nothing"])
    source = reading.record(tree, Source, origin)
    if id is None:
        return None
    if id in reading.origins.sources:
        reading.report(origin, reading.taken(id, reading.origins.sources[id]))
        return None
    reading.origins.sources[id] = origin
    facts: list[Fact] = []
    begun = Begun(reading, id)
    for place, entry in entries:
        if isinstance(entry, dict) and is_draft(entry):
            begun.add(entry, place)
        elif fact := _fact(reading, id, entry, place):
            facts.append(fact)
    if source:
        drafts.update(begun.drafts)
        begun.tell()
    return msgspec.structs.replace(source, facts=tuple(facts)) if source else None


def _has_lost_ids(listed: Tree) -> bool:
    """Whether a fact could not be read, or two have one id: nobody knows what it was to be called."""
    ids = [each and id_of(each) for each in listed] if isinstance(listed, list) else []
    return None in ids or len(set(ids)) < len(ids)


def _spread(written: Tree) -> Tree:
    """The numbers with every range spread out; beside one that is none, ranges keep to one place each."""
    if isinstance(written, str):  # as a message lists them
        return list(spread(written) or ()) or written
    if not isinstance(written, list):
        return written
    parts = [spread(each) or [each] if isinstance(each, str) else [each] for each in written]
    if all(isinstance(part[0], str) and part[0].isdecimal() for part in parts):
        return [number for part in parts for number in part]
    return [part[0] for part in parts]


def _fact(reading: Reading, source: str, tree: Tree, origin: Origin) -> Fact | None:
    if isinstance(tree, dict) and "state" in tree:
        reading.report(origin, unknown_state(tree.pop("state"), "fact"))
    fact = reading.record(tree, Fact, origin)
    return fact if is_first(reading, source, id_of(tree), origin) else None


def _names(reading: Reading, path: Path) -> tuple[Name, ...]:
    tree = reading.fields(path.parent, path, "names file")
    if tree is None:
        return ()
    origin = Origin(str(path))
    found: list[Name] = []
    for place, entry in reading.entries(tree, "names", origin):
        if name := reading.record(entry, Name, place):
            found.append(name)
            reading.origins.names.append(place)
    for field in tree:
        near = closest(field, ("names",))
        help = f'did you mean "{near}"?' if near else "delete it: a names file has `names` alone"
        reading.report(
            origin, Fault((field,), "unknown-field", f'unknown field "{field}"', help, at_key=True)
        )
    for index, fault in links.name_faults(tuple(found)):
        reading.report(reading.origins.names[index], fault)
    return tuple(found)
