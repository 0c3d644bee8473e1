"""Text on a page."""

from __future__ import annotations

from quizmill.export.paper.elements import Element, Surface
from quizmill.export.paper.line_breaking import Line, Passage
from quizmill.export.paper.look import Look


class Text(Element):
    """A passage broken to lines of a width, or those of the lines that one page shows."""

    def __init__(
        self, passage: Passage, lines: list[Line], look: Look, width: float, shown: range | None = None
    ) -> None:
        self._passage = passage
        self._lines = lines
        self._look = look
        self._shown = range(len(lines)) if shown is None else shown
        self.width = width
        self.height = len(self._shown) * look.leading

    def draw(self, surface: Surface) -> None:
        """The lines."""
        lines = self._lines[self._shown.start : self._shown.stop]
        surface.write(self._passage, lines, self._look, self.width)

    def split(self, height: float) -> tuple[Element, Element] | None:
        """The lines that fit in *height*, and the rest; neither is a line alone."""
        fitting = min(int(height / self._look.leading), len(self._shown) - 2)
        if fitting < 2:
            return None
        return self._of(self._shown[:fitting]), self._of(self._shown[fitting:])

    def _of(self, shown: range) -> Text:
        return Text(self._passage, self._lines, self._look, self.width, shown)
