"""What stands on every page of a PDF: running heads and feet, and the numbers of the pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from quizmill.documents.extract.parts import counted
from quizmill.documents.extract.pdf_lines import rows
from quizmill.documents.extract.pdf_pieces import Piece

_EDGE = 2  # lines at the head and at the foot of a page that may run
_FEWEST = 3  # pages on which a line runs
_NUMBER = re.compile(
    r"(?:[-–—|·•]\s*)?(?:(?:page|seite|p\.?|s\.|pág(?:ina)?\.?|第)\s*)?(\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:of|von|de|sur|/|页|頁|页,?\s*共)\s*\d{0,4}\s*页?)?(?:\s*[-–—|·•])?",
    re.IGNORECASE,
)
_PRINTED = re.compile(  # what a browser prints above and below a page, be it the only one
    r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d\d\b.*|(?:https?|file)://\S+(?: \d+(?:/| of )\d+)?"
)
_FIGURES = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_LONGEST = 60  # letters of a head that are told


class _Row:
    """What stands on one height at the head or foot of a page."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.cells = [piece.text for piece in sorted(pieces, key=lambda piece: piece.left)]
        self.text = " ".join(self.cells)
        self.top = max(piece.top for piece in pieces)
        said = _FIGURES.sub("#", self.text).lower()
        self.key = f"{said} {round(max(piece.height for piece in pieces))}"  # a title is larger than a head


def without(pages: Sequence[Sequence[Piece]]) -> tuple[list[list[Piece]], tuple[str, ...]]:
    """The pieces of all pages but those that run, and sentences that say which those were."""
    grouped = [list(rows(page)) for page in pages]
    edges = [{at: _Row(page[at]) for at in _edges(page)} for page in grouped]
    running, offset = _running(edges), _offset(edges)
    told: dict[str, list[str]] = defaultdict(list)
    numbers = 0
    kept: list[list[Piece]] = []
    for number, (page, edge) in enumerate(zip(grouped, edges, strict=True)):
        gone = {at for at, row in edge.items() if row.key in running or _PRINTED.fullmatch(row.text)}
        for at in sorted(gone):
            told[edge[at].key].append(edge[at].text)
        alone = {at for at, row in edge.items() if at not in gone and _is_number(row, number, offset)}
        numbers += len(alone)
        kept.append([piece for at, row in enumerate(page) if at not in gone | alone for piece in row])
    return kept, tuple(_sentences(told.values(), numbers))


def _edges(page: Sequence[object]) -> set[int]:
    """The places of the highest and lowest rows of a page."""
    return {*range(min(_EDGE, len(page))), *range(max(0, len(page) - _EDGE), len(page))}


def _offset(edges: Sequence[dict[int, _Row]]) -> int | None:
    """By how much the numbers on the pages differ from their places in the file; None if there are none."""
    found: Counter[int] = Counter()
    for number, edge in enumerate(edges):
        said = {cell for row in edge.values() for cell in row.cells}
        said |= {alone[1] for row in edge.values() if (alone := _NUMBER.fullmatch(row.text))}
        found.update({int(each) - number for each in said if each.isdecimal() and len(each) < 5})
    offset, times = found.most_common(1)[0] if found else (0, 0)
    return offset if times >= min(_FEWEST, len(edges)) and len(edges) > 1 else None


def _is_number(row: _Row, number: int, offset: int | None) -> bool:
    """Whether a row at a page's edge is its number, by itself or beside a head that changes."""
    if offset is None:
        return False
    found = _NUMBER.fullmatch(row.text)
    said = found[1] if found else ""
    return str(number + offset) in (said, *row.cells) or said.isalpha()


def _running(edges: Sequence[dict[int, _Row]]) -> set[str]:
    """What is at the head or foot of several pages but for figures, at one height or on more."""
    heights: defaultdict[str, Counter[int]] = defaultdict(Counter)
    times: Counter[str] = Counter()
    for edge in edges:
        found = {(row.key, round(row.top / 4)) for row in edge.values()}
        times.update({key for key, _ in found})
        for key, height in found:
            heights[key][height] += 1
    least = max(_FEWEST, len(edges) // 10) if len(edges) > _FEWEST else max(2, len(edges))
    return {
        key
        for key, number in times.items()
        if re.search(r"[^\W\d]", key) and (max(heights[key].values()) >= least or number >= 2 * least)
    }


def _sentences(told: Iterable[Sequence[str]], numbers: int) -> Iterable[str]:
    for texts in told:
        shown = texts[0] if len(texts[0]) <= _LONGEST else f"{texts[0][:_LONGEST]}…"
        yield f'"{shown}" at the head or foot of {counted(len(texts), "page")}'
    if numbers:
        yield counted(numbers, "page number")
