"""How what is only read is printed: study sheets and discussion guides."""

from __future__ import annotations

from typing import Literal

import msgspec


class SheetOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The size of the pages and of their letters, and the language of the sheets' own words."""

    size: Literal["a4", "letter"] = "a4"
    large_print: bool = False
    language: str = ""  # the bank's when there are words for it, else English, unless it is said
