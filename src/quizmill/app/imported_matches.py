"""Which question of a bank each item of a file is, so that a second import doubles nothing.

Where a question came from tells first, then its id. In a file that calls its questions nothing, what is asked
or what is answered tells, so that a slip mended there is mended here.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from quizmill.bank.fold import fold
from quizmill.formats.field_digests import digest, digests
from quizmill.formats.item import Item
from quizmill.formats.questions import fields_of, of_wording, own_id

_ALIKE = 0.6  # of the letters of two prompts: below that it is another question
_SAME = 0.9  # of the letters of two texts that have no answers beside them to be known by
_ASKED = ("prompt", "text")
_ANSWERED = ("answer", "answers", "accept", "distractors", "pairs", "extra", "sequence", "points")
_TELLING = {*_ANSWERED} - {"answer"}  # true and false are the answers of too many

Fields = Mapping[str, Any]  # of a question, as its entry in the bank has them


class Matches:
    """The questions of a bank, each of which is at most one item of a file."""

    def __init__(self, bank: Mapping[str, Fields], before: Mapping[str, Mapping[str, str]]) -> None:
        """*bank* has the entries by their ids, *before* the digests of what earlier imports wrote."""
        self._bank = bank
        self._before = before
        self._files: dict[tuple[str, str], list[str]] = {}
        self._called: dict[tuple[str, ...], list[str]] = {}
        for id, entry in bank.items():
            if isinstance(origin := entry.get("origin"), Mapping):
                format, file, name = (str(origin.get(part, "")) for part in ("format", "file", "id"))
                self._files.setdefault((format, file), []).append(id)
                if name:
                    self._called.setdefault((format, file, name), []).append(id)
                    self._called.setdefault((format, name), []).append(id)

    def from_file(self, format: str, file: str) -> Sequence[str]:
        """The ids of the questions that came from that file."""
        return self._files.get((format, file), ())

    def of(self, items: Sequence[Item], format: str, file: str, *, ours: bool) -> list[str]:
        """For each item the id of the question that it is; empty for a new one.

        In a format that is *ours* an id can only be that of a question in a bank.
        """
        found = [""] * len(items)
        taken: set[str] = set()
        for way in (self._by_origin, self._by_id, self._by_former_file):
            for at, item in enumerate(items):
                if not found[at]:
                    ids = (id for id in way(item, format, file, ours) if id not in taken)
                    found[at] = next(ids, "")
                    taken.add(found[at])
        nameless = [at for at, item in enumerate(items) if not (found[at] or item.id)]
        left = [id for id in self.from_file(format, file) if id not in taken and not self._name(id)]
        for at, id in self._by_content({at: items[at] for at in nameless}, left):
            found[at] = id
        return found

    def _by_origin(self, item: Item, format: str, file: str, ours: bool) -> Iterable[str]:
        return self._called.get((format, file, item.id), ()) if item.id else ()

    def _by_id(self, item: Item, format: str, file: str, ours: bool) -> Iterator[str]:
        id = own_id(item)
        if id in self._bank and (ours or id != item.id or self._may_be(id, item)):
            yield id
        if (id := of_wording(item)) in self._bank:
            yield id

    def _by_former_file(self, item: Item, format: str, file: str, ours: bool) -> Iterator[str]:
        """Questions called alike of a file with another name, which may have been this one's."""
        for id in self._called.get((format, item.id), ()) if item.id else ():
            if self._is_same(id, item, digests(fields_of(item))):
                yield id

    def _may_be(self, id: str, item: Item) -> bool:
        """Whether a question of that id is the item; every other file may have a first question."""
        if self._name(id):
            return self._is_same(id, item, digests(fields_of(item)))
        return self._is_alike(id, item, _ALIKE)

    def _is_same(self, id: str, item: Item, own: Mapping[str, str]) -> bool:
        return _parts(own, _ASKED) in self._asked(id) or self._answers_alike(id, item, own)

    def _by_content(self, items: Mapping[int, Item], left: Sequence[str]) -> Iterator[tuple[int, str]]:
        """Those of the *items* that ask, or else answer, what one of the questions that are *left* did."""
        fields = {at: digests(fields_of(item)) for at, item in items.items()}
        free = dict.fromkeys(left)
        for at, own in fields.items():
            same = [id for id in free if _parts(own, _ASKED) in self._asked(id)]
            alike = [id for id in free if self._answers_alike(id, items[at], own)]
            if len(same) == 1 or len(alike) == 1:
                id = same[0] if len(same) == 1 else alike[0]
                del free[id]
                yield at, id

    def _asked(self, id: str) -> tuple[object, ...]:
        """What a question asks, and asked when it was imported."""
        now = {name: digest(value) for name, value in self._bank[id].items() if name in _ASKED}
        return _parts(now, _ASKED), _parts(self._before.get(id, {}), _ASKED)

    def _answers_alike(self, id: str, item: Item, own: Mapping[str, str]) -> bool:
        """Whether it has the answers that were imported, and asks something alike."""
        if self._bank[id].get("type") != item.kind:
            return False
        answers = _parts(own, _ANSWERED)
        enough = _ALIKE if _TELLING & own.keys() or item.answers else _SAME
        return answers == _parts(self._before.get(id, {}), _ANSWERED) and self._is_alike(id, item, enough)

    def _is_alike(self, id: str, item: Item, enough: float) -> bool:
        entry = self._bank[id]
        asked = str(entry.get("prompt") or entry.get("text") or "")
        matcher = difflib.SequenceMatcher(None, fold(asked), fold(item.prompt), autojunk=False)
        return matcher.quick_ratio() >= enough and matcher.ratio() >= enough

    def _name(self, id: str) -> object:
        origin = self._bank[id].get("origin")
        return isinstance(origin, Mapping) and origin.get("id")


def _parts(fields: Mapping[str, str], names: Iterable[str]) -> tuple[str, ...]:
    return tuple(fields.get(name, "") for name in names)
