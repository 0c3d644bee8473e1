"""A listing on the screen: verbatim, on a ground of its own."""

from __future__ import annotations

from itertools import accumulate

from textual.content import Content

from quizmill.faces.screen.lines import Lines
from quizmill.faces.screen.prose import GROUND
from quizmill.faces.screen.signs import Signs
from quizmill.faces.text import cut

_EDGES = 3  # columns: the sign, and a space at either side


class Code(Lines):
    """Lines of code behind an edge. One that is too long goes on below, behind a sign that says so."""

    def __init__(self, code: Content, signs: Signs) -> None:
        super().__init__()
        self._code = code.split(allow_blank=True)
        self._signs = signs

    def widest(self) -> int:
        """The longest line."""
        return max(line.cell_length for line in self._code) + _EDGES

    def made_for(self, width: int) -> list[Content]:
        """The ground reaches over the whole width."""
        return [
            Content.assemble(f"{self._signs.goes_on if number else self._signs.edge} ", part)
            .truncate(width, pad=True)
            .stylize_before(GROUND)
            for line in self._code
            for number, part in enumerate(_folded(line, max(2, width - _EDGES)))
        ]


def _folded(line: Content, width: int) -> list[Content]:
    """The line in parts that fit; Textual's own way of folding loses what follows a letter without width."""
    return line.divide(list(accumulate(map(len, cut(line.plain, width)[:-1]))))
