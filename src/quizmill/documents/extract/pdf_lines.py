"""The pieces of a page as lines, in the order in which one reads: one column after the other."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from quizmill.documents.extract.pdf_pieces import Piece

_FEWEST = 4  # lines on either side of a gutter
_WIDE = 0.22  # of the text's width: a piece that is prose and no cell of a table
_CROSSING = 0.3  # of all pieces may reach over a gutter: headings, wide tables
_BESIDE = 0.3  # of their heights have columns in common
_LEVEL = 0.3  # heights by which cells of a row may differ
_STEPS = 120  # places at which a gutter is looked for
_GLUED = 0.12  # heights between signs of one word
MARK = re.compile(r"[•▪◦●‣⁃■□○·∙\uf0b7\uf0a7–—*-]|\(?(?:\d{1,3}|[a-z])[.)]")  # before an item of a list
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


class Line(msgspec.Struct, frozen=True):
    """A line of a column; `cells` are its pieces, `column` the edges of what is around it."""

    cells: tuple[str, ...]
    left: float
    right: float
    bottom: float
    top: float
    column: tuple[float, float]
    places: tuple[tuple[float, float], ...]  # the edges of each cell
    is_bold: bool = False
    is_fixed: bool = False
    page: int = 0

    @property
    def text(self) -> str:
        """What it says."""
        return " ".join(self.cells)

    @property
    def height(self) -> float:
        """How high its letters are."""
        return self.top - self.bottom


def lines_of(pages: Sequence[Sequence[Piece]]) -> list[Line]:
    """The lines of all pages."""
    return [line for number, page in enumerate(pages) for line in _lines_of(page, number)]


def _lines_of(pieces: Sequence[Piece], number: int) -> Iterator[Line]:
    backwards = _is_backwards(pieces)
    for column in _columns(list(pieces), backwards):
        yield from (msgspec.structs.replace(line, page=number) for line in _lines(column, backwards))


def _is_backwards(pieces: Sequence[Piece]) -> bool:
    letters = sum(len(piece.text) for piece in pieces)
    return 2 * sum(len(_RIGHT_TO_LEFT.findall(piece.text)) for piece in pieces) > letters


def _columns(pieces: list[Piece], backwards: bool) -> Iterator[list[Piece]]:
    """The pieces by columns; what reaches over the gutter parts those above from those below."""
    gutter = _gutter(pieces)
    if gutter is None:
        if pieces:
            yield pieces
        return
    band: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: -piece.top):
        if not piece.left < gutter < piece.right:
            band.append(piece)
            continue
        yield from _halves(band, gutter, backwards)
        band = []
        yield [piece]
    yield from _halves(band, gutter, backwards)


def _halves(band: list[Piece], gutter: float, backwards: bool) -> Iterator[list[Piece]]:
    halves = (
        [piece for piece in band if piece.right <= gutter],
        [piece for piece in band if piece.left >= gutter],
    )
    for half in reversed(halves) if backwards else halves:
        yield from _columns(half, backwards)


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """Where a gutter parts two columns; None where there is none."""
    if len(pieces) < 2 * _FEWEST:
        return None
    lefts, rights = sorted(piece.left for piece in pieces), sorted(piece.right for piece in pieces)
    begin, width = lefts[0], rights[-1] - lefts[0]
    places = [begin + width * step / _STEPS for step in range(_STEPS // 6, _STEPS - _STEPS // 6 + 1)]
    crossing = {x: bisect_left(lefts, x) - bisect_right(rights, x) for x in places}
    best = min(places, key=lambda x: (crossing[x], abs(x - begin - width / 2)))
    if crossing[best] > _CROSSING * len(pieces):
        return None
    sides = [p for p in pieces if p.right <= best], [p for p in pieces if p.left >= best]
    prose = [[p for p in side if p.right - p.left > _WIDE * width] for side in sides]
    if min(map(len, prose)) >= _FEWEST and _is_beside(*prose):
        return best
    are_columns = min(map(len, sides)) >= _FEWEST and _is_beside(*sides) and not _are_rows(*sides)
    return best if are_columns else None


def _is_beside(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Whether the two sides stand beside each other, rather than below."""
    bottoms = [min(piece.bottom for piece in side) for side in (left, right)]
    tops = [max(piece.top for piece in side) for side in (left, right)]
    return min(tops) - max(bottoms) > _BESIDE * (max(tops) - min(bottoms))


def _are_rows(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Whether most lines of the shorter side have one of the other on their height, as cells do."""
    fewer, more = sorted((left, right), key=len)
    middles = sorted(piece.top + piece.bottom for piece in more)
    rows = 0
    for piece in fewer:
        at = bisect_left(middles, piece.top + piece.bottom - _LEVEL * piece.height)
        rows += at < len(middles) and middles[at] <= piece.top + piece.bottom + _LEVEL * piece.height
    return 2 * rows >= len(fewer)


def _lines(column: Sequence[Piece], backwards: bool) -> Iterator[Line]:
    edges = min(piece.left for piece in column), max(piece.right for piece in column)
    return (_line(row, edges, backwards) for row in rows(column))


def rows(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces that stand on one height, from the highest to the lowest."""
    row: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: -(piece.top + piece.bottom)):
        if row and not _is_on(piece, row):
            yield row
            row = []
        row.append(piece)
    if row:
        yield row


def _is_on(piece: Piece, row: Sequence[Piece]) -> bool:
    """Whether a piece stands on the line of the others."""
    highest = max(row, key=lambda each: each.height)
    shared = min(piece.top, highest.top) - max(piece.bottom, highest.bottom)
    return shared > 0.5 * min(piece.height, highest.height)


def _line(row: list[Piece], edges: tuple[float, float], backwards: bool) -> Line:
    ordered = sorted(row, key=lambda piece: -piece.right if backwards else piece.left)
    widest = max(ordered, key=lambda piece: len(piece.text))
    cells: list[str] = []
    places: list[tuple[float, float]] = []
    for piece in ordered:
        gap = max(piece.left - places[-1][1], places[-1][0] - piece.right) if places else widest.height + 1
        if gap > widest.height and not (cells and MARK.fullmatch(cells[-1])):
            cells.append(piece.text)
            places.append((piece.left, piece.right))
        else:
            cells[-1] += piece.text if gap < _GLUED * widest.height else f" {piece.text}"
            places[-1] = min(piece.left, places[-1][0]), max(piece.right, places[-1][1])
    return Line(
        cells=tuple(cells),
        places=tuple(places),
        left=min(piece.left for piece in row),
        right=max(piece.right for piece in row),
        bottom=widest.bottom,
        top=widest.top,
        column=edges,
        is_bold=all(piece.is_bold for piece in row),
        is_fixed=all(piece.is_fixed for piece in row),
    )
