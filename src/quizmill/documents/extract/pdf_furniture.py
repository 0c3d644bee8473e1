"""What stands on every page of a PDF: running heads and feet, and the numbers of the pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from quizmill.documents.extract.parts import counted
from quizmill.documents.extract.pdf_lines import Line

_EDGE = 2  # lines at the head and at the foot of a page that may run
_FEWEST = 3  # pages on which a line runs
_NUMBER = re.compile(
    r"(?:[-–—|·•]\s*)?(?:(?:page|seite|p\.?|s\.|pág(?:ina)?\.?|第)\s*)?(\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:of|von|de|sur|/|页|頁|页,?\s*共)\s*\d{0,4}\s*页?)?(?:\s*[-–—|·•])?",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_LONGEST = 60  # letters of a head that are told


def without(pages: Sequence[Sequence[Line]]) -> tuple[list[Line], tuple[str, ...]]:
    """The lines of all pages but those that run, and sentences that say which those were."""
    running = _running(pages)
    offset = _offset(pages)
    told: dict[str, tuple[str, int]] = {}
    kept: list[Line] = []
    numbers = 0
    for number, page in enumerate(pages):
        edge = _edges(page)
        for at, line in enumerate(page):
            key = _key(line)
            if at in edge and key in running:
                told[key] = (told.get(key, (line.text, 0))[0], told.get(key, ("", 0))[1] + 1)
            elif at in edge and _is_number(line, number, offset):
                numbers += 1
            else:
                kept.append(msgspec.structs.replace(line, page=number))
    return kept, tuple(_sentences(told.values(), numbers))


def _offset(pages: Sequence[Sequence[Line]]) -> int | None:
    """By how much the numbers on the pages differ from their places in the file; None if there are none."""
    found: Counter[int] = Counter()
    for number, page in enumerate(pages):
        figures = {
            cell for at in _edges(page) for cell in page[at].cells if cell.isdecimal() and len(cell) < 5
        }
        found.update({int(each) - number for each in figures})
    offset, times = found.most_common(1)[0] if found else (0, 0)
    return offset if times >= min(_FEWEST, len(pages)) and len(pages) > 1 else None


def _is_number(line: Line, number: int, offset: int | None) -> bool:
    """Whether a line at a page's edge is its number, by itself or beside a head that changes."""
    if offset is None:
        return False
    found = _NUMBER.fullmatch(line.text)
    said = found[1] if found else ""
    return str(number + offset) in (said, *line.cells) or said.isalpha()


def _running(pages: Sequence[Sequence[Line]]) -> set[str]:
    """What stands at the head or foot of several pages but for its figures, at one height or on more."""
    heights: defaultdict[str, Counter[int]] = defaultdict(Counter)
    times: Counter[str] = Counter()
    for page in pages:
        found = {(_key(page[at]), round(page[at].top / 4)) for at in _edges(page)}
        times.update({key for key, _ in found})
        for key, height in found:
            heights[key][height] += 1
    least = max(_FEWEST, len(pages) // 10) if len(pages) > _FEWEST else max(2, len(pages))
    return {
        key
        for key, number in times.items()
        if re.search(r"[^\W\d]", key) and (max(heights[key].values()) >= least or number >= 2 * least)
    }


def _edges(page: Sequence[Line]) -> set[int]:
    """The places of the highest and lowest lines of a page."""
    by_height = sorted(range(len(page)), key=lambda at: -page[at].top)
    return {*by_height[:_EDGE], *by_height[-_EDGE:]}


def _key(line: Line) -> str:
    """What a line says but for its figures, and how large: a title is no running head that says the same."""
    return f"{_FIGURES.sub('#', ' '.join(line.text.split())).lower()} {round(line.height)}"


def _sentences(told: Iterable[tuple[str, int]], numbers: int) -> Iterable[str]:
    for text, times in told:
        shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        yield f'"{shown}" at the head or foot of {counted(times, "page")}'
    if numbers:
        yield counted(numbers, "page number")
