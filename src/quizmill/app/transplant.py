"""A change of what a card shows, carried into what the bank's author wrote.

The two may differ: a card shows no facts of a point, no other forms of a blank, no notes of an author's. So
only what differs between the card before and after is carried over, entry by entry and word by word.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from quizmill.bank.edit import Edit
from quizmill.bank.markup import plain
from quizmill.bank.reader.fault import Path

Ways = list[Edit]

_TOKEN = re.compile(r"\w+|\s+|.", re.DOTALL)
_TEXTS = ("text", "point")  # what an entry is called by that may be a text alone


def ways(path: Path, written: Any, before: Any, after: Any) -> Iterator[Ways]:
    """The edits by which what is *written* at *path* comes to say *after*, where a card said *before*.

    None where the place of a change is not certain.
    """
    if after is None or before is None or written is None:
        yield [Edit(path, after)]
        return
    if isinstance(after, list) and not isinstance(written, list):
        return
    try:
        if path[-1] in ("accept", "tags") or (isinstance(after, list) and len(after) != len(before)):
            gone, come = _differing(before, after)
            if not come:
                yield [Edit((*path, _place(written, each)), None) for each in gone]
            yield [Edit(path, _with_changed(written, gone, come))]
        else:
            yield list(_edits(path, written, before, after))
    except LookupError:
        return


def _edits(path: Path, written: Any, before: Any, after: Any) -> Iterator[Edit]:
    """Raises LookupError where a place is not certain."""
    if before == after:
        return
    if isinstance(after, Mapping) or isinstance(before, Mapping):
        yield from _of_record(path, written, _record(before), _record(after))
    elif isinstance(after, list):
        yield from _of_list(path, written, before, after)
    elif isinstance(written, Mapping):
        name = next((name for name in _TEXTS if name in written), "")
        yield from _edits((*path, name), written[name], before, after)
    else:
        yield Edit(path, transplanted(str(written), str(before), str(after)))


def _record(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {"text": value}


def _of_record(
    path: Path, written: Any, before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[Edit]:
    if not isinstance(written, Mapping):
        text = transplanted(str(written), str(before["text"]), str(after["text"]))
        yield Edit(path, {**after, "text": text})
        return
    for name in dict.fromkeys([*before, *after]):
        if before.get(name) == after.get(name):
            continue
        if name not in before or name not in after:
            yield Edit((*path, name), after.get(name))
        else:
            yield from _edits((*path, name), written[name], before[name], after[name])


def _of_list(path: Path, written: Any, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Edit]:
    """Entry by entry: those that are the same stay, and the others are paired in their order."""
    gone, come = _differing(before, after)
    if len(gone) != len(come):
        raise LookupError
    for old, new in zip(gone, come, strict=True):
        at = _place(written, old)
        yield from _edits((*path, at), written[at], old, new)


def _with_changed(written: Any, gone: Sequence[Any], come: Sequence[Any]) -> list[Any]:
    """The list with what is new at its end, what took another's place there, and without what is gone."""
    found = list(written)
    for at, old in enumerate(gone):
        place = _place(found, old)
        found[place : place + 1] = come[at : at + 1]
    return found + list(come[len(gone) :])


def _differing(before: Sequence[Any], after: Sequence[Any]) -> tuple[list[Any], list[Any]]:
    """What is only in the one, and only in the other, paired by what they still share where they do."""
    gone, come = list(before), list(after)
    for each in before:
        if each in come:
            come.remove(each)
            gone.remove(each)
    for at, old in enumerate(gone):
        like = next((new for new in come[at:] if _shares(old, new)), None)
        if like is not None:
            come.remove(like)
            come.insert(at, like)
    return gone, come


def _shares(old: Any, new: Any) -> bool:
    parts = [
        set(map(str, each.values() if isinstance(each, Mapping) else each))
        for each in (old, new)
        if not isinstance(each, str)
    ]
    return len(parts) == 2 and bool(parts[0] & parts[1])


def _place(written: Sequence[Any], shown: Any) -> int:
    """Where the entry stands that a card shows so; raises LookupError where none or several do."""
    found = [at for at, entry in enumerate(written) if _text(entry) == _text(shown)]
    found = found or [at for at, entry in enumerate(written) if plain(_text(entry)) == plain(_text(shown))]
    if len(found) != 1:
        raise LookupError
    return found[0]


def _text(entry: Any) -> str:
    if isinstance(entry, Mapping):
        return next((str(entry[name]) for name in _TEXTS if name in entry), "")
    return "\0".join(map(str, entry)) if isinstance(entry, list | tuple) else str(entry)


def transplanted(written: str, before: str, after: str) -> str:
    """What is *written*, with the changes from *before* to *after*.

    Raises LookupError where one of them has no place.
    """
    if written == before:
        return after
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    own = _TOKEN.findall(written)
    kept = difflib.SequenceMatcher(None, old, own, autojunk=False).get_matching_blocks()
    result = list(own)
    changes = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for tag, i, j, k, end in reversed(changes):
        if tag != "equal":
            first, last = _mapped(kept, i, j)
            result[first:last] = new[k:end]
    return "".join(result)


def _mapped(kept: Sequence[difflib.Match], i: int, j: int) -> tuple[int, int]:
    """The same stretch in the other text; one that is not whole there raises LookupError."""
    for a, b, size in kept:
        if a <= i and j <= a + size and size:
            return b + i - a, b + j - a
    raise LookupError
