"""Changing one field of one record in a file: every other byte stays as its author left it, comments too.

A value is replaced where it stands and in its manner, lines by lines and brackets by brackets. A field that
is new stands behind the record's last one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from quizmill.bank import yaml_out
from quizmill.bank.reader.extents import Extent, extents
from quizmill.bank.reader.fault import Path
from quizmill.bank.reader.tree import Tree
from quizmill.bank.reader.yaml_tree import parse
from quizmill.bank.yaml_out import Value

_STEP = 2  # columns that what belongs to a field stands further right


class NotEditable(Exception):
    """A file in which the field cannot be changed at its place, and why."""


class _Change(NamedTuple):
    start: int
    end: int
    text: str


def with_value(text: str, path: Path, value: Value) -> str:
    """*text* with *value* as what stands at *path*, such as ("questions", 3, "hint").

    Raises NotEditable for a file that is no YAML, that has no record there, or whose other fields would then
    be read as something else; and for a value that no text can have.
    """
    mark, body = _bare(text)
    record = _record(body, path)
    name = str(path[-1])
    known = record.fields.get(name)
    change = _replaced(body, known, value) if known else _added(body, record, name, value)
    return mark + _changed(body, change, path, lambda before: _with(before, path, value))


def with_entries(text: str, path: Path, values: Sequence[Mapping[str, Any]]) -> str:
    """*text* with *values* as records behind the last one of the list at *path*, such as ("questions",).

    Raises NotEditable as `with_value` does, and for a list that does not stand on lines of its own.
    """
    mark, body = _bare(text)
    listed = _record(body, path).fields.get(str(path[-1]))
    if listed is None:
        return with_value(text, path, values)
    if not (listed.is_block and listed.entries):
        raise NotEditable(f'"{path[-1]}" is no list on lines of its own')
    at = _end_of_line(body, listed.entries[-1].end)
    lines = [line for value in values for line in ("", *yaml_out.item(value))]
    change = _Change(at, at, _under(["", *lines], listed.column))
    return mark + _changed(body, change, path, lambda before: _with_more(before, path, values))


def without(text: str, path: Path) -> str:
    """*text* without the field at *path*. Raises NotEditable where it has not a line of its own."""
    mark, body = _bare(text)
    found = _record(body, path).fields.get(str(path[-1]))
    if found is None:
        return text
    line = re.compile(r"[ \t]*[^\s#-][^\r\n]*(?:\r?\n|\Z)").match(body, body.rfind("\n", 0, found.start) + 1)
    if line is None or found.in_brackets or found.end > line.end():
        raise NotEditable(f'"{path[-1]}" stands on no line of its own')
    return mark + _changed(body, _Change(*line.span(), ""), path, lambda before: _less(before, path))


def _bare(text: str) -> tuple[str, str]:
    """The mark of the byte order, if there is one, and the text."""
    return ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)


def _record(body: str, path: Path) -> Extent:
    """The record that has what is at *path*."""
    try:
        return _at(extents(body), path[:-1])
    except ValueError as error:
        raise NotEditable(str(error)) from error


def _changed(body: str, change: _Change, path: Path, expected: Callable[[Tree], Any]) -> str:
    """The text after the change, when nothing else is read in another way."""
    name = path[-1]
    end = "\r\n" if "\r\n" in body else "\n"
    changed = body[: change.start] + change.text.replace("\n", end) + body[change.end :]
    (before, faults), (after, left) = parse(_unix(body)), parse(_unix(changed))
    if len(left) > len(faults):
        raise NotEditable(f'"{name}" cannot be that: {left[-1].message}')
    if after != expected(before):
        raise NotEditable(f'"{name}" cannot be changed at its place: other fields would be read differently')
    return changed


def _at(extent: Extent | None, path: Path) -> Extent:
    """The record at *path*."""
    for step in path:
        if extent is None:
            break
        if isinstance(step, int):
            extent = extent.entries[step] if step < len(extent.entries) else None
        else:
            extent = extent.fields.get(step)
    if extent is None or not extent.is_mapping:
        raise NotEditable(f"there is no record at {'/'.join(map(str, path)) or 'the top of the file'}")
    return extent


def _replaced(body: str, old: Extent, value: Value) -> _Change:
    if old.in_brackets:
        return _Change(old.start, old.end, yaml_out.inline(value))
    deeper = max(old.column, old.key_column + _STEP)  # where what is no list must stand
    commented = re.match(
        r"[ \t]*#", body[old.end :]
    )  # a text of several lines, or a bare one, would take it up
    listed = None if isinstance(value, str) or not isinstance(value, Mapping | Sequence) else value
    if old.is_block and listed and not (commented and _ends_in_lines(listed)):
        column = deeper if isinstance(value, Mapping) else old.column
        new = " " * (column - old.column) + _under(yaml_out.block(listed), column)
        return _Change(old.start, old.end, new)
    if old.is_literal and isinstance(value, str):
        return _Change(old.start, old.end, _under(yaml_out.text_lines(value), old.key_column + _STEP))
    new = yaml_out.scalar(value) if isinstance(value, str) else yaml_out.inline(value)
    if isinstance(value, str) and commented:
        new = yaml_out.quoted(value)
    if old.is_block:
        new = " " * (deeper - old.column) + new
    space = " " if body[: old.start].endswith(":") else ""
    return _Change(old.start, old.end, space + new)


def _ends_in_lines(value: Value) -> bool:
    """Whether the last text in a value has several lines."""
    while not isinstance(value, str) and isinstance(value, Mapping | Sequence) and value:
        value = list(value.values())[-1] if isinstance(value, Mapping) else value[-1]
    return isinstance(value, str) and "\n" in value


def _added(body: str, record: Extent, name: str, value: Value) -> _Change:
    last = list(record.fields.values())[-1:]
    if not record.is_block:
        before = ", " if last else ""
        at = last[0].end if last else record.start + 1
        return _Change(at, at, f"{before}{yaml_out.inline({name: value})[1:-1]}")
    at = _end_of_line(body, last[0].end)
    return _Change(at, at, _under(["", *yaml_out.entry(name, value)], record.column))


def _end_of_line(body: str, at: int) -> int:
    """Behind a comment that stands beside what ends at *at*."""
    rest = re.match(r"[ \t]*(?:#[^\r\n]*)?(?=\r?\n|$)", body[at:])
    return at + rest.end() if rest else at


def _under(lines: list[str], column: int) -> str:
    """The first line where it is to stand, the others from *column* on."""
    first, *others = lines
    return "".join([first, *("\n" + " " * column + line if line else "\n" for line in others)])


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _with(tree: Tree, path: Path, value: Value) -> Any:
    """The tree with the value, as it is read, at *path*."""
    if not path:
        return _as_read(value)
    if isinstance(tree, list) and isinstance(path[0], int):
        return [_with(each, path[1:], value) if i == path[0] else each for i, each in enumerate(tree)]
    own = tree if isinstance(tree, dict) else {}
    return {**own, str(path[0]): _with(own.get(str(path[0])), path[1:], value)}


def _with_more(tree: Tree, path: Path, values: Sequence[Mapping[str, Any]]) -> Any:
    """The tree with *values* behind the last entry of the list at *path*."""
    listed: Any = tree
    for step in path:
        listed = listed[step]
    return _with(tree, path, [*listed, *values])


def _less(tree: Tree, path: Path) -> Any:
    """The tree without what is at *path*."""
    record: Any = tree
    for step in path[:-1]:
        record = record[step]
    kept = {name: value for name, value in record.items() if name != path[-1]}
    return _with(tree, path[:-1], kept)


def _as_read(value: Any) -> Tree:
    if isinstance(value, Mapping):
        return {key: _as_read(each) for key, each in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_as_read(each) for each in value]
    return str(value).lower() if isinstance(value, bool) else str(value)
