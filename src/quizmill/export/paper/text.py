"""Text on a page."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from quizmill.export.paper.elements import Element, Surface
from quizmill.export.paper.line_breaking import Line, Passage
from quizmill.export.paper.line_heights import growths
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
        self._heights = [look.leading + sum(each) for each in growths(passage, self._visible, look)]
        self.height = sum(self._heights) if self._heights else len(self._shown) * look.leading
        first = growths(passage, self._visible[:1], look)
        self.lead = first[0].above if first else 0.0

    @property
    def _visible(self) -> list[Line]:
        return self._lines[self._shown.start : self._shown.stop]

    def draw(self, surface: Surface) -> None:
        """The lines."""
        surface.write(self._passage, self._visible, self._look, self.width)

    def split(self, height: float) -> tuple[Element, Element] | None:
        """The lines that fit in *height*, and the rest; neither is a line alone."""
        fitting = min(self._fitting(height), len(self._shown) - 2)
        if fitting < 2:
            return None
        return self._of(self._shown[:fitting]), self._of(self._shown[fitting:])

    def _fitting(self, height: float) -> int:
        """How many lines are no higher than that."""
        if not self._heights:
            return int(height / self._look.leading)
        return bisect_right(list(accumulate(self._heights)), height)

    def _of(self, shown: range) -> Text:
        return Text(self._passage, self._lines, self._look, self.width, shown)
