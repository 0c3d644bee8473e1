"""Pictures and sounds that come with other programs' files, called by what they are and kept once."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Mapping

from quizmill.bank import guard

_EMBEDDED = re.compile(r"data:[\w/+.-]+;base64,(?P<data>[A-Za-z0-9+/=\s%]*)")


class Pictures:
    """The pictures of one file: those that come with it by name, and those that stand in its texts."""

    def __init__(self, files: Mapping[str, bytes] | None = None) -> None:
        """*files* are those that texts may name, by the names they use."""
        self._files = files or {}
        self.found: dict[str, bytes] = {}  # by the path that a bank gives

    def kept(self, source: str) -> str:
        """The path of the picture that an `img` names; empty where there is none, or it is no picture."""
        if embedded := _EMBEDDED.fullmatch(source):
            try:
                data = base64.b64decode(embedded["data"], validate=False)
            except (binascii.Error, ValueError):
                return ""
        else:
            data = self._files.get(source, b"")
        return self.keep(data)

    def keep(self, data: bytes) -> str:
        """The path by which a bank is to call a picture or sound; empty for what is neither."""
        suffix = guard.media_suffix(data) if data else ""
        if not suffix:
            return ""
        path = f"pictures/{hashlib.blake2b(data, digest_size=6).hexdigest()}{suffix}"
        self.found[path] = data
        return path
