"""What checking keeps from one run to the next: parts by name, as bytes. Where they lie is not told here."""

from __future__ import annotations

import contextlib
from typing import Protocol, TypeVar

import msgspec

PartT = TypeVar("PartT")


class Store(Protocol):
    """Where the parts lie. What it does not have, or cannot vouch for, is None; a dictionary will do."""

    def get(self, part: str, /) -> bytes | None: ...

    def __setitem__(self, part: str, data: bytes, /) -> None: ...


class Cache:
    """Parts as values. One that is lost, or is not what was kept, is None: it costs time, never truth."""

    def __init__(self, store: Store | None = None) -> None:
        self._store: Store = {} if store is None else store

    def recall(self, part: str, shape: type[PartT]) -> PartT | None:
        """The part as it was kept, of that type."""
        data = self._store.get(part)
        if data is None:
            return None
        try:
            return msgspec.msgpack.decode(data, type=shape)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            return None

    def keep(self, part: str, value: object) -> None:
        """Keep the part, in place of what was kept under that name; nothing of a path that is no UTF-8."""
        with contextlib.suppress(UnicodeEncodeError):
            self._store[part] = msgspec.msgpack.encode(value)
