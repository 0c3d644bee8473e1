"""What a column of the history can hold. SQLite keeps whatever was written: anything else is damage."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from quizmill.bank.model import Id

__all__ = ["Count", "Difficulty", "Id", "Marks", "Milliseconds", "Number", "Ordinal", "Seconds", "Stability"]

Number = Annotated[int, Meta(ge=1)]
Count = Annotated[int, Meta(ge=0)]
Milliseconds = Annotated[int, Meta(ge=-(10**13), le=10**14)]  # since 1970: the years 1653 to 5138
Ordinal = Annotated[int, Meta(ge=1, le=2_000_000)]  # a day, as date.toordinal() counts: up to the year 5476
Seconds = Annotated[float, Meta(ge=0, le=1e10)]
Marks = Annotated[float, Meta(ge=0, le=1e9)]
Stability = Annotated[float, Meta(gt=0, le=1e9)]
Difficulty = Annotated[float, Meta(ge=1, le=10)]
