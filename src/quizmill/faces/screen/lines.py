"""What is laid out line by line for the width there is."""

from __future__ import annotations

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style as Look
from textual.visual import RenderOptions, Visual


class Lines(Visual):
    """Lines none of which is wider than the width for which they are made."""

    def __init__(self) -> None:
        self._made: tuple[int, list[Content]] = (-1, [])

    def made_for(self, width: int) -> list[Content]:
        """The lines for this width."""
        raise NotImplementedError

    def widest(self) -> int:
        """The columns in which nothing is wrapped."""
        raise NotImplementedError

    def _lines(self, width: int) -> list[Content]:
        if self._made[0] != width:
            self._made = width, self.made_for(width)
        return self._made[1]

    def render_strips(
        self, width: int, height: int | None, style: Look, options: RenderOptions
    ) -> list[Strip]:
        """The lines."""
        return [
            strip
            for line in self._lines(width)[:height]
            for strip in line.render_strips(width, 1, style, options)
        ]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The columns in which nothing is wrapped."""
        return self.widest()

    def get_height(self, rules: RulesMap, width: int) -> int:
        """As many as there are lines."""
        return len(self._lines(width))
