"""Pseudonyms: who has the key can tell whose they are, and nobody can find that out by trying names."""

from __future__ import annotations

import hashlib
import hmac

import msgspec

LENGTH = 32  # bytes of a key
_ID = "\0id"  # what no name is


class Key(msgspec.Struct, frozen=True):
    """A school's secret, from which every name gets its pseudonym."""

    secret: bytes

    @property
    def id(self) -> str:
        """What tells this key from others, and nothing of its secret."""
        return self.pseudonym(_ID)

    def pseudonym(self, name: str) -> str:
        """Sixteen characters for that name; the caller says which typings of a name are one."""
        return hmac.new(self.secret, name.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()[:16]


def as_text(key: Key) -> bytes:
    """The key as a file has it."""
    return f"quizmill answers key {key.secret.hex()}\n".encode()


def key_in(data: bytes) -> Key | None:
    """The key in a file; None when it holds none."""
    words = data.decode("ascii", "replace").split()
    if words[:3] != ["quizmill", "answers", "key"] or len(words) != 4:
        return None
    try:
        secret = bytes.fromhex(words[3])
    except ValueError:
        return None
    return Key(secret) if len(secret) == LENGTH else None
