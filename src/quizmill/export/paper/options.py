"""What can be chosen about a worksheet."""

from __future__ import annotations

from typing import Literal

import msgspec


class WorksheetOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How worksheet and key are printed."""

    size: Literal["a4", "letter"] = "a4"
