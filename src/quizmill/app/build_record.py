"""What was made of what: so that a product which is there, and would be made the same, need not be made.

The record tells for every product a digest of all it was made of and one of what came out. It lies in the
user's cache folder, not beside the products: those are committed, copied, checked out and edited without it.
So it is believed only where the file on the disk is, byte for byte, what came out then; one that is lost or
stale costs time, never truth.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from quizmill.app.store import Store
from quizmill.export.publish import Product


class Made(msgspec.Struct, frozen=True):
    """Products by where they go, and what was to be said of them."""

    products: Mapping[Path, Product]
    notes: tuple[str, ...] = ()


class Step(msgspec.Struct, frozen=True):
    """Products that are made together, and a digest of everything that they are made of."""

    paths: tuple[Path, ...]
    inputs: bytes
    make: Callable[[], Made]


class _Entry(msgspec.Struct, frozen=True):
    inputs: bytes
    outcome: dict[str, bytes]  # by path
    notes: tuple[str, ...]


class BuildRecord:
    """What the last build into the folder *output* has made."""

    def __init__(self, store: Store, output: Path) -> None:
        self._store = store
        self._output = output
        self._name = f"build {os.path.realpath(output)}"
        self._known = _decoded(store.get(self._name))
        self._next: dict[str, _Entry] = {}

    def recall(self, step: Step) -> tuple[str, ...] | None:
        """The notes on products that lie there as the step would make them; None where it must make them."""
        entry = self._known.get(self._key(step.paths[0]))
        if entry is None or entry.inputs != step.inputs:
            return None
        if entry.outcome != {self._key(path): _content(path) for path in step.paths}:
            return None
        self._next[self._key(step.paths[0])] = entry
        return entry.notes

    def note(self, step: Step, made: Made) -> None:
        """Remember what has come out of a step."""
        outcome = {self._key(path): digest(product.data) for path, product in made.products.items()}
        self._next[self._key(step.paths[0])] = _Entry(step.inputs, outcome, made.notes)

    def keep(self) -> None:
        """Keep what was recalled and noted, once it is written."""
        self._store[self._name] = msgspec.msgpack.encode(self._next)

    def _key(self, path: Path) -> str:
        return path.relative_to(self._output).as_posix()


def digest(*parts: bytes) -> bytes:
    """Tells *parts* from all others, however they are cut."""
    made = hashlib.blake2b(digest_size=16)
    for part in parts:
        made.update(len(part).to_bytes(8, "big") + part)
    return made.digest()


def _content(path: Path) -> bytes:
    try:
        return digest(path.read_bytes())
    except OSError:
        return b""


def _decoded(kept: bytes | None) -> dict[str, _Entry]:
    try:
        return msgspec.msgpack.decode(kept or b"", type=dict[str, _Entry])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return {}
