"""A formula as it is drawn: the outlines of its glyphs and rules, as the operators of a PDF."""

from __future__ import annotations

import msgspec


class Outline(msgspec.Struct, frozen=True, array_like=True, cache_hash=True, gc=False):
    """Outlines to be filled, the baseline at zero; all lengths in thousandths of the type size."""

    paths: str
    before: float  # how far they reach to the left of where they begin
    width: float
    ascent: float  # above the baseline
    descent: float  # below it
