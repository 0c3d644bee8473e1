"""The bar beside a long text, for terminals that have no blocks to draw it with."""

from __future__ import annotations

from typing import ClassVar

from textual.scrollbar import ScrollBar, ScrollBarRender


class AsciiBar(ScrollBarRender):
    """A bar whose ends are whole cells."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "] * 8
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "] * 8


def draw_bars(*, ascii_only: bool) -> None:
    """Have every bar of this process drawn so: Textual knows no other place to say it."""
    ScrollBar.renderer = AsciiBar if ascii_only else ScrollBarRender
