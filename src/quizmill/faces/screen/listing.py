"""A listing on the screen: verbatim, on a ground of its own, in the colours of its language."""

from __future__ import annotations

from itertools import accumulate

from textual.content import Content

from quizmill.bank.listing_colours import TokenKind, coloured
from quizmill.bank.markup import Listing
from quizmill.faces.screen.lines import Lines
from quizmill.faces.screen.prose import GROUND, Pen
from quizmill.faces.screen.signs import Signs
from quizmill.faces.text import cut

_EDGES = 3  # columns: the sign, and a space at either side
_LOOKS = {
    TokenKind.KEYWORD: "bold $code-keyword",
    TokenKind.NAME: "$code-name",
    TokenKind.STRING: "$code-string",
    TokenKind.NUMBER: "$code-number",
    TokenKind.COMMENT: "italic $code-comment",
    TokenKind.PLAIN: "",
}


def in_colours(listing: Listing, pen: Pen) -> Content:
    """The code of a listing, a tab as four spaces; a gap in it stays as the pen writes it."""
    lines = coloured(listing.code.expandtabs(4), listing.language)
    parts = ([pen.literal(part.text, _LOOKS[part.kind]) for part in line] for line in lines)
    return Content("\n").join([Content.assemble(*line) for line in parts])


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
