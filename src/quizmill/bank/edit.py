"""Changing fields of records in a file: every other byte stays as its author left it, comments too.

A value is replaced where it stands and in its manner, lines by lines and brackets by brackets. A field that
is new stands behind the record's last one.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from quizmill.bank import yaml_out
from quizmill.bank.reader.extents import Extent, extents
from quizmill.bank.reader.fault import Path
from quizmill.bank.reader.tree import Tree
from quizmill.bank.reader.yaml_tree import parse
from quizmill.bank.yaml_out import Value

_LINE = re.compile(r"\n[ \t]*[^\s#-][^\r\n]*")
_BESIDE_SIGN = re.compile(r"[ \t]+#.*")  # of a text of lines
_GONE = object()  # stands for an entry that is to go, until all edits are made
_STEP = 2  # columns that what belongs to a field stands further right


class NotEditable(Exception):
    """A file in which the field cannot be changed at its place, and why."""


class _Change(NamedTuple):
    start: int
    end: int
    text: str


class Edit(NamedTuple):
    """What is to stand at a path such as ("questions", 3, "hint"); None has it go.

    A path may lead to an entry that a list has, as ("questions", 3, "tags", 0) does.
    """

    path: Path
    value: Value | None


def with_value(text: str, path: Path, value: Value) -> str:
    """*text* with *value* as what stands at *path*. Raises NotEditable as `with_edits` does."""
    return with_edits(text, [Edit(path, value)])


def with_edits(text: str, edits: Sequence[Edit]) -> str:
    """*text* with all the *edits*, no two of which are of one field.

    Raises NotEditable for a file that is no YAML, that has no record there, or whose other fields would then
    be read as something else; for a value that no text can have, and what is to go but shares its line.
    """
    mark, body = _bare(text)
    whole = _whole(body)
    records = [_around(whole, edit.path) for edit in edits]
    changes = [_change(body, record, edit) for record, edit in zip(records, edits, strict=True)]
    # What is added goes behind what takes the place of nothing.
    changes.sort(key=lambda each: (each.start, each.end, each.text.startswith(("\n", ","))))
    names = dict.fromkeys(str(edit.path[-1]) for edit in edits)
    return mark + _changed(body, changes, ", ".join(names), lambda before: _edited(before, edits))


def with_entries(text: str, path: Path, values: Sequence[Mapping[str, Any]]) -> str:
    """*text* with *values* as records behind the last one of the list at *path*, such as ("questions",).

    Raises NotEditable as `with_value` does, and for a list that does not stand on lines of its own.
    """
    return with_written(text, path, [yaml_out.item(value) for value in values])


def with_written(text: str, path: Path, entries: Sequence[Sequence[str]]) -> str:
    """*text* with *entries*, each the lines of a record with comments among them, at the end of that list.

    Raises NotEditable as `with_entries` does.
    """
    mark, body = _bare(text)
    name = str(path[-1])
    lines = [line for entry in entries for line in ("", *entry)]
    values, faults = parse("\n".join(lines))
    if faults:
        raise NotEditable(f'"{name}" cannot be that: {faults[-1].message}')
    change = _more(body, _at(_whole(body), path[:-1]), name, lines)
    return mark + _changed(body, [change], name, lambda before: _with_more(before, path, values))


def _more(body: str, record: Extent, name: str, lines: Sequence[str]) -> _Change:
    """The lines, the first of which is empty, behind the last entry of the list of that name."""
    listed = record.fields.get(name)
    if listed and listed.is_block and listed.entries:
        at = _end_of_line(body, listed.entries[-1].end)
        return _Change(at, at, _under(["", *lines], listed.column))
    inside = [f"  {line}" if line else "" for line in lines[1:]]
    if listed is None:
        if not record.is_block:
            raise NotEditable(f'"{name}" cannot be put on lines of its own here')
        at = _end_of_line(body, list(record.fields.values())[-1].end)
        return _Change(at, at, _under(["", f"{name}:", *inside], record.column))
    if listed.entries or body[listed.start : listed.end] not in ("", "[]"):
        raise NotEditable(f'"{name}" is no list on lines of its own')
    return _Change(
        len(body[: listed.start].rstrip(" ")), listed.end, _under(["", *inside], listed.key_column)
    )


def _bare(text: str) -> tuple[str, str]:
    """The mark of the byte order, if there is one, and the text."""
    return ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)


def _whole(body: str) -> Extent:
    try:
        return extents(body)
    except ValueError as error:
        raise NotEditable(str(error)) from error


def _changed(body: str, changes: Sequence[_Change], name: str, expected: Callable[[Tree], Any]) -> str:
    """The text after the changes, in the order of their places, when nothing else is read in another way."""
    end = "\r\n" if "\r\n" in body else "\n"
    changed = body
    for change in reversed(changes):
        changed = changed[: change.start] + change.text.replace("\n", end) + changed[change.end :]
    (before, faults), (after, left) = parse(_unix(body)), parse(_unix(changed))
    if len(left) > len(faults):
        raise NotEditable(f'"{name}" cannot be that: {left[-1].message}')
    if after != expected(before):
        raise NotEditable(f'"{name}" cannot be changed at its place: other fields would be read differently')
    return changed


def _at(whole: Extent, path: Path) -> Extent:
    """The record at *path*."""
    extent = _found(whole, path)
    if extent is None or not extent.is_mapping:
        raise NotEditable(f"there is no record at {'/'.join(map(str, path)) or 'the top of the file'}")
    return extent


def _around(whole: Extent, path: Path) -> Extent:
    """The record or the list that *path* leads into."""
    if not isinstance(path[-1], int):
        return _at(whole, path[:-1])
    listed = _found(whole, path[:-1])
    if listed is None or path[-1] >= len(listed.entries):
        raise NotEditable(f"there is no entry at {'/'.join(map(str, path))}")
    return listed


def _found(extent: Extent | None, path: Path) -> Extent | None:
    for step in path:
        if extent is None:
            break
        if isinstance(step, int):
            extent = extent.entries[step] if step < len(extent.entries) else None
        else:
            extent = extent.fields.get(step)
    return extent


def _change(body: str, record: Extent, edit: Edit) -> _Change:
    if isinstance(step := edit.path[-1], int):
        entry = record.entries[step]
        return _without(body, record, entry) if edit.value is None else _replaced(body, entry, edit.value)
    name = step
    known = record.fields.get(name)
    if edit.value is None:
        return _removed(body, known, name) if known else _Change(0, 0, "")
    return _replaced(body, known, edit.value) if known else _added(body, record, name, edit.value)


def _removed(body: str, old: Extent, name: str) -> _Change:
    """The line of a field, with the break before it."""
    line = _LINE.match(body, max(body.rfind("\n", 0, old.start), 0))
    if line is None or old.in_brackets or old.end > line.end():
        raise NotEditable(f'"{name}" stands on no line of its own')
    return _Change(line.start() - body[: line.start()].endswith("\r"), line.end(), "")


def _without(body: str, listed: Extent, entry: Extent) -> _Change:
    """The lines of an entry, with the break before them."""
    at = body.rfind("\n", 0, entry.start)
    end = _end_of_line(body, entry.end)
    alone = re.fullmatch(r"[ \t]*-[ \t]+", body[at + 1 : entry.start]) and body[end : end + 1] in "\r\n"
    if at < 0 or not alone or not listed.is_block or len(listed.entries) == 1:
        raise NotEditable("an entry stands on no line of its own")
    return _Change(at - body[:at].endswith("\r"), end, "")


def _replaced(body: str, old: Extent, value: Value) -> _Change:
    if old.in_brackets:
        return _Change(old.start, old.end, yaml_out.inline(value))
    deeper = max(old.column, old.key_column + _STEP)  # where what is no list must stand
    commented = re.match(r"[ \t]*#", body[old.end :])  # a text of several lines would take it up
    listed = None if isinstance(value, str) or not isinstance(value, Mapping | Sequence) else value
    if old.is_block and listed and not (commented and _ends_in_lines(listed)):
        column = deeper if isinstance(value, Mapping) else old.column
        new = " " * (column - old.column) + _under(yaml_out.block(listed), column)
        return _Change(old.start, old.end, new)
    if old.is_literal:
        return _Change(old.start, old.end, _in_place_of_lines(body, old, value))
    new = yaml_out.scalar(value) if isinstance(value, str) else yaml_out.inline(value)
    if isinstance(value, str) and body[old.start : old.start + 1] in ('"', "'"):
        new = yaml_out.quoted(value)
    if old.is_block:
        new = " " * (deeper - old.column) + new
    space = " " if body[: old.start].endswith(":") else ""
    return _Change(old.start, old.end, space + new)


def _in_place_of_lines(body: str, old: Extent, value: Value) -> str:
    """The value where a text of lines stood, with the comment beside its sign, as in `>-  # folded`."""
    sign = body[old.start : old.end].splitlines()[0]
    comment = found[0] if (found := _BESIDE_SIGN.search(sign)) else ""
    lines = yaml_out.text_lines(value) if isinstance(value, str) else [yaml_out.inline(value)]
    return _under([lines[0] + comment, *lines[1:]], old.key_column + _STEP)


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


def _edited(tree: Tree, edits: Sequence[Edit]) -> Any:
    """The tree as it is to be read after the edits."""
    edited: Any = copy.deepcopy(tree)
    for path, value in sorted(edits, key=lambda edit: edit.value is None):
        record = edited
        for step in path[:-1]:
            record = record[step]
        if value is not None:
            record[path[-1]] = _as_read(value)
        elif isinstance(record, dict):
            record.pop(path[-1], None)
        else:
            record[path[-1]] = _GONE
    return _without_gone(edited) if any(isinstance(edit.path[-1], int) for edit in edits) else edited


def _without_gone(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {key: _without_gone(each) for key, each in tree.items()}
    return [_without_gone(each) for each in tree if each is not _GONE] if isinstance(tree, list) else tree


def _with_more(tree: Tree, path: Path, values: Any) -> Any:
    """The tree with *values* behind the last entry of the list at *path*, which may be missing or empty."""
    record: Any = tree
    for step in path[:-1]:
        record = record[step]
    return _edited(tree, [Edit(path, [*(record.get(path[-1]) or ()), *values])])


def _as_read(value: Any) -> Tree:
    if isinstance(value, Mapping):
        return {key: _as_read(each) for key, each in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_as_read(each) for each in value]
    return str(value).lower() if isinstance(value, bool) else str(value)
