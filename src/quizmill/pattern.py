"""Regular expressions that are compiled when they are first used.

All that the first question of a quiz imports would take 12 ms to compile, and it uses few. What it waits for
has `pattern` in place of `re.compile`, and `tests/architecture/test_imports.py` holds it.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Uncompiled:
    """Becomes a pattern bit by bit: what was asked of it once is its own, and as quick as the pattern's."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, found)
        return found


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """The regular expression *source*; using it raises what `re.compile` would raise at once.

    It has all that a pattern has, but the functions of `re` do not take it for one.
    """
    return cast("re.Pattern[str]", _Uncompiled(source, flags))
