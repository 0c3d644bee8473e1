"""CSV as it is read."""

from __future__ import annotations

import csv


def allow_fields_of(text: str) -> None:
    """Let a field be as long as *text*, which is in memory already; Python's limit is the whole process's."""
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
