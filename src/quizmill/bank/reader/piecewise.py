"""Reading a file with syntax errors field by field and entry by entry: one slip hides nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import yaml

from quizmill.bank.model import KINDS, Bank, Source, Topic
from quizmill.bank.reader import slips
from quizmill.bank.reader.careful_tree import DEEPEST, CarefulTree, Marks, TooDeep
from quizmill.bank.reader.fault import Fault, Path, Place
from quizmill.bank.reader.tree import Tree

_TOP_KEY = re.compile(r"^(?P<name>[^\s#\-\[\]{}][^:\n]*):(?=\s|$)", re.MULTILINE)
_FIELD = re.compile(r"[\w-]+")

# Fields of questions alone: one at the start of a line has lost its indentation, and is no field of the file.
_INSIDE = frozenset(name for kind in KINDS.values() for name in kind.__struct_encode_fields__).difference(
    *(each.__struct_encode_fields__ for each in (Bank, Source, Topic))
)


def parse_piecewise(
    text: str, error: Exception, marks: Marks | None = None
) -> tuple[Tree, tuple[Fault, ...]]:
    """The tree of *text*, which as a whole is no YAML for the reason *error*; each slip is told once.

    What cannot be parsed is None in its list or mapping.
    """
    tree: dict[str, Tree] = {}
    faults: list[Fault] = []
    for key, line, body, entries in _pieces(text):
        if not entries:
            piece = _parse_piece(body, line, marks, (), faults)
            if isinstance(piece, dict):
                tree.update(piece)
            elif piece is not None:
                faults.append(_stray(body, line))
            if not isinstance(piece, dict) and (name := _FIELD.match(key)):
                tree[name[0]] = None
            continue
        head = body[: body.index(entries[0][1])]
        own = _parse_piece(head, line, marks, (), faults)
        if isinstance(own, dict) and any(own.values()):
            faults.append(_stray(head.partition("\n")[2], line + 1))
        listed: list[Tree] = []
        for at, entry in entries:
            parsed = _parse_piece(entry, at, marks, (key,), faults, offset=len(listed))
            listed += parsed if isinstance(parsed, list) and parsed else [None]
        tree[key] = listed
    if not faults and isinstance(error, yaml.MarkedYAMLError):  # the pieces are sound, the whole is not
        faults.append(_fault(slips.explain(error, text), 0))
    return tree or None, tuple(faults)


def _fault(slip: slips.Slip, line: int) -> Fault:
    """The slip in a piece that begins on *line*, from 0."""
    place = Place(slip.line + line + 1, slip.column + 1)
    return Fault((), "syntax", slip.message, slip.help, place)


def _stray(text: str, line: int) -> Fault:
    return _fault(slips.of_stray(text), line)


def _parse_piece(
    text: str, line: int, marks: Marks | None, path: Path, faults: list[Fault], offset: int = 0
) -> Tree:
    own = Marks({}, {})
    builder = CarefulTree(own, line, text)
    try:
        tree = builder.document(text)
    except TooDeep as error:
        message = f"this is nested more than {DEEPEST} levels deep"
        builder.fault("syntax", message, "bank files are flat", error.event, ())
        tree = None
    except yaml.MarkedYAMLError as error:
        told = _fault(slips.explain(error, text), line)
        # What the builder made of the broken line itself is noise.
        builder.faults = [each for each in builder.faults if not _on_one_line(each, told)]
        builder.faults.append(told)
        tree = None
    # A piece of a list is a list: its entries stand behind those of the pieces before.
    moved = (lambda p: (*path, offset + (p[0] if p else 0), *p[1:])) if path else (lambda p: p)
    faults.extend(msgspec.structs.replace(fault, path=moved(fault.path)) for fault in builder.faults)
    if marks is not None:
        marks.values.update({moved(p): place for p, place in own.values.items() if p or not path})
        marks.keys.update({moved(p): place for p, place in own.keys.items()})
    return tree


def _on_one_line(one: Fault, other: Fault) -> bool:
    return one.place is not None and other.place is not None and one.place.line == other.place.line


def _pieces(text: str) -> Iterator[tuple[str, int, str, list[tuple[int, str]]]]:
    """Each top-level field: its key, its line (from 0), its text, and its list entries with their lines."""
    starts = [match.start() for match in _TOP_KEY.finditer(text) if match["name"] not in _INSIDE]
    if not starts or text[: starts[0]].strip():
        starts.insert(0, 0)
    for line, body in _cut(text, starts, 0):
        yield body.partition(":")[0].strip(), line, body, _entries(body, line)


def _entries(body: str, line: int) -> list[tuple[int, str]]:
    indents = re.findall(r"^( *)-(?= |$)", body, re.MULTILINE)
    head = body.partition("\n")[0].partition(":")[2].partition("#")[0].strip()
    if not indents or head:
        return []
    starts = [m.start() for m in re.finditer(rf"^{min(indents)}-(?= |$)", body, re.MULTILINE)]
    return list(_cut(body, starts, line))


def _cut(text: str, starts: list[int], line: int) -> Iterator[tuple[int, str]]:
    """The pieces of *text* that begin at *starts*, each with its line; the text itself begins on *line*."""
    before = 0
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        line += text.count("\n", before, start)
        before = start
        yield line, text[start:end]
