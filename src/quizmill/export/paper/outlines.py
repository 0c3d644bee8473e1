"""Formulas as outlines: each drawn once, and kept for the next document where there is a store for them.

What is kept is told by the MathML it was drawn from and by what drew it. What is lost, damaged or of another
version is drawn again: that costs time, never truth.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from typing import Protocol

import msgspec

from quizmill.export.paper.outline import Outline

_DRAWN_AS = "1"  # another for each change of `drawing` or `ziamath_dialect` that a page would show
_PARTS = 64  # files that they are spread over, so that a sheet of few formulas reads little
_MOST = 1 << 19  # bytes of one; what was used longest ago goes
_Known = dict[bytes, Outline | None]


class Store(Protocol):
    """Bytes by name; what it does not have, or cannot vouch for, is None. A dictionary will do."""

    def get(self, name: str, /) -> bytes | None: ...

    def __setitem__(self, name: str, data: bytes, /) -> None: ...


class Outlines:
    """The outlines of one document, or of several that are made together."""

    def __init__(self, store: Store | None = None) -> None:
        self._store: Store = {} if store is None else store
        self._known: dict[str, _Known] = {}  # by the part it is in, as they were kept
        self._used: dict[str, _Known] = {}
        self._fresh: set[str] = set()

    def of(self, mathml: str) -> Outline | None:
        """The formula that is a `math` element as outlines; None where it cannot be drawn."""
        key = _digest(mathml)
        part = f"formulas {key[0] % _PARTS}"
        if part not in self._known:
            self._known[part] = _decoded(self._store.get(part))
        used = self._used.setdefault(part, {})
        if key not in used:
            used[key] = self._known[part][key] if key in self._known[part] else self._drawn(mathml, part)
        return used[key]

    def keep(self) -> None:
        """Keep what was drawn; what the store has already is not written again."""
        for part in sorted(self._fresh):
            used = self._used[part]
            before = {key: outline for key, outline in self._known[part].items() if key not in used}
            self._store[part] = _encoded({**before, **used})
        self._fresh.clear()

    def _drawn(self, mathml: str, part: str) -> Outline | None:
        from quizmill.export.paper.formula_drawing import draw  # with ziamath, which takes a second to load

        self._fresh.add(part)
        return draw(mathml)


def _digest(mathml: str) -> bytes:
    return hashlib.blake2b(mathml.encode(), digest_size=16, key=_drawer()).digest()


@cache
def _drawer() -> bytes:
    """What draws them."""
    return f"{_DRAWN_AS} {version('ziamath')} {version('ziafont')}".encode()


def _encoded(known: _Known) -> bytes:
    """As many of them as there is room for, the last first."""
    room = _MOST
    kept: _Known = {}
    for key, outline in reversed(known.items()):
        size = len(key) + len(outline.paths if outline else "") + 60
        if size <= room:
            kept[key] = outline
            room -= size
    return msgspec.msgpack.encode(dict(reversed(kept.items())))


def _decoded(kept: bytes | None) -> _Known:
    try:
        return msgspec.msgpack.decode(kept or b"\x80", type=_Known)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return {}
