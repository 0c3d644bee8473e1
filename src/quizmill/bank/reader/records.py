"""What stands in a bank's files, record by record, under the names that diagnostics have for them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from quizmill.bank.reader.reading import id_of
from quizmill.bank.reader.tree import Tree
from quizmill.bank.reader.yaml_tree import parse


def changed(before: Mapping[str, str], now: Mapping[str, str]) -> frozenset[str]:
    """The records that say something else *now* than *before*, or are new; both are texts by file record.

    One that moved, to another file even, has not changed, nor one beside which a comment came.
    """
    known = set(_records(before.items() - now.items()))
    return frozenset(
        name for name, content in _records(now.items() - before.items()) if (name, content) not in known
    )


def _records(files: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for file, text in files:
        for name, content in _trees(file, text):
            yield name, json.dumps(content, sort_keys=True)


def _trees(file: str, text: str) -> Iterator[tuple[str, object]]:
    """Each record in the file; what is in no entry with an id is the file's own."""
    tree, faults = parse(text)
    fields: dict[str, Tree] = dict(tree) if isinstance(tree, dict) else {"": tree}
    source, nameless = id_of(tree), list[Tree]()
    for field, kind in (("questions", "question "), ("facts", f"fact {source}/")):
        if isinstance(listed := fields.get(field), list):
            del fields[field]
            for entry in listed:
                if id := id_of(entry):
                    yield f"{kind}{id}", entry
                else:
                    nameless.append(entry)
    own = (fields, nameless, [(fault.rule, fault.message) for fault in faults])
    yield file, own
    if source:
        yield f"source {source}", own
