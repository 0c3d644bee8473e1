"""What earlier commands have kept, to be read; what is made now is kept in memory alone."""

from __future__ import annotations

from typing import Protocol


class Parts(Protocol):
    """Bytes by name."""

    def get(self, name: str, /) -> bytes | None: ...


class Borrowed:
    """A store that takes from another what it has not been given itself, and gives it nothing."""

    def __init__(self, other: Parts) -> None:
        self._other = other
        self._own: dict[str, bytes] = {}

    def get(self, name: str, /) -> bytes | None:
        """The part that was kept here last, else the other's."""
        return self._own[name] if name in self._own else self._other.get(name)

    def __setitem__(self, name: str, data: bytes, /) -> None:
        """Keep the part as long as this program runs."""
        self._own[name] = data
