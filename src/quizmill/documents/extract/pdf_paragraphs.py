"""The lines of a PDF as paragraphs, by their distances, indents and letters."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from quizmill.documents.extract.furniture import marked
from quizmill.documents.extract.hyphens import Hyphens
from quizmill.documents.extract.parts import Kind, Part
from quizmill.documents.extract.pdf_lines import Line
from quizmill.documents.extract.whitespace import tidied, tidied_listing

_LARGER = 1.12  # times the text's height: a heading
_SMALLER = 0.93  # times the text's height: a note at the foot
_APART = 1.3  # times the usual distance of lines: another paragraph
_COMMON = 0.3  # of the commonest distance's letters: paragraphs may be further apart, never closer
_ALIKE = 0.8  # of each other's width have columns that a text goes through
_INDENT = 0.8  # heights by which a paragraph's first line stands in
_LONGEST = 160  # letters of a heading
_BULLET = re.compile(r"[•▪◦●‣⁃■□○·∙\uf0b7\uf0a7–—*-]\s+(?=\S)")
_ITEM = re.compile(r"(?:\(?\d{1,3}[.)]|\(?[a-z][.)]|\[\d{1,3}\])\s")
_CAPTION = re.compile(
    r"(?:fig(?:ure|\.)|tab(?:le|elle|\.|leau)|abb(?:ildung|\.)|figura|tabla|listing|图|圖|表|شكل|جدول)\s?\d+(?:\.\d+)*\s?[.:：–—]?(?:\s|$)",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"(?:\. ?){4,}\s*\w{1,5}$|…{2,}\s*\w{1,5}$")
_ENDS = tuple(".!?:;。！？：；؟…")
_CLOSING = "\"'”’»)]」』）0123456789⁰¹²³⁴⁵⁶⁷⁸⁹"
_NUMBERING = re.compile(r"^(?:[\dA-Z]{1,3}(?:\.\d+)*\.?|[IVX]+\.)\s+")


class _Paragraph(msgspec.Struct):
    lines: list[Line]
    kind: Kind = "text"

    @property
    def last(self) -> Line:
        return self.lines[-1]


class _Usual(msgspec.Struct, frozen=True):
    """How most of the document is set, in points."""

    height: float
    distance: float  # from a line to the next, by heights


def bare(text: str) -> str:
    """A heading without its number, as it is compared with a bookmark."""
    return _NUMBERING.sub("", text).strip().lower()


def parts(lines: Sequence[Line], outline: dict[str, int]) -> Iterator[Part]:
    """The paragraphs of all pages; notes at the feet of pages come last.

    *outline* are the bookmarks: levels by what they say.
    """
    if not lines:
        return
    usual = _usual(lines)
    text, notes = (_paragraphs(each, usual, outline) for each in _without_notes(lines, usual))
    hyphens = Hyphens(line.text for line in lines)
    levels = _levels(text, usual, outline)
    yield from marked(part for each in text for part in _parts(each, hyphens, levels, outline))
    yield from (part for each in notes for part in _parts(each, hyphens, {}, outline))


def _usual(lines: Sequence[Line]) -> _Usual:
    heights: Counter[float] = Counter()
    for line in lines:
        heights[round(line.height * 2) / 2] += len(line.text)
    height = heights.most_common(1)[0][0] or 1.0
    distances: Counter[float] = Counter()
    for above, below in itertools.pairwise(lines):
        distance = round((above.top - below.top) / height, 1)
        if above.page == below.page and 0.5 < distance < 2.5:
            distances[distance] += len(above.text)  # a line that another follows in its paragraph is long
    common = _COMMON * max(distances.values(), default=0)
    return _Usual(height, min((each for each, times in distances.items() if times >= common), default=1.2))


def _without_notes(lines: Sequence[Line], usual: _Usual) -> tuple[list[Line], list[Line]]:
    """The lines of the text, and those in small letters below it at the feet of pages."""
    body: list[Line] = []
    notes: list[Line] = []
    for _, group in itertools.groupby(lines, lambda line: line.page):
        page = list(group)
        large = [line.bottom for line in page if line.height >= _SMALLER * usual.height]
        for line in page:
            is_note = large and line.top < min(large) + 1 and line.height < _SMALLER * usual.height
            (notes if is_note and not _CAPTION.match(line.text) else body).append(line)
    return body, notes


def _paragraphs(lines: Sequence[Line], usual: _Usual, outline: dict[str, int]) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    text: _Paragraph | None = None  # the last that is
    for at, line in enumerate(lines):
        kind = _kind(line, lines[max(0, at - 1) : at + 2])
        begun = found[-1] if found else None
        if begun and _is_of(begun, line, kind, usual, outline):
            begun.lines.append(line)
        elif text and kind == "text" and text is not begun and _goes_on(text.last, line):
            text.lines.append(line)  # a picture with its caption, or a page's end, stands between
        else:
            found.append(_Paragraph([line], kind))
            text = found[-1] if kind == "text" else text
    return found


def _is_of(begun: _Paragraph, line: Line, kind: Kind, usual: _Usual, outline: dict[str, int]) -> bool:
    """Whether a line belongs to the paragraph before it."""
    match begun.kind, kind:
        case "text", "text":
            return not _begins(begun.last, line, usual, outline)
        case "caption", "text":
            return _is_below(begun.last, line, usual)
        case _:
            return begun.kind == kind == "listing"


def _kind(line: Line, near: Sequence[Line]) -> Kind:
    if _CONTENTS.search(line.text):
        return "furniture"
    if line.is_fixed:
        return "listing"
    if _CAPTION.match(line.text):
        return "caption"
    if any(each is not line and _is_aligned(each, line) for each in near):
        return "table"
    return "text"


def _is_aligned(one: Line, two: Line) -> bool:
    """Whether two lines have a cell that begins or ends at the same place, beside their first."""
    near = 0.5 * one.height
    pairs = itertools.product(one.places[1:], two.places[1:])
    return any(abs(a[0] - b[0]) < near or abs(a[1] - b[1]) < near for a, b in pairs)


def _begins(before: Line, line: Line, usual: _Usual, outline: dict[str, int]) -> bool:
    """Whether a line begins another paragraph than the line before it."""
    if abs(line.height - before.height) > 0.08 * before.height or line.is_bold != before.is_bold:
        return not _goes_on(before, line) or max(line.height, before.height) > _LARGER * usual.height
    if bare(tidied(line.text)) in outline or bare(tidied(before.text)) in outline:
        return True
    if line.page != before.page or line.top > before.top or line.column != before.column:
        return _is_ended(before) or _is_item(line) or _is_elsewhere(before, line)
    if (before.top - line.top) / before.height > _APART * usual.distance:
        return True
    if _is_item(line) and (_is_ended(before) or line.left <= before.left + 1):
        return True
    room = before.column[1] - before.right
    first = line.text.split(" ", 1)[0]
    taken = (line.right - line.left) * (len(first) + 1) / max(1, len(line.text))
    if line.left - before.left > _INDENT * line.height and (_is_ended(before) or room > 2 * line.height):
        return not _is_item(before)
    return room > taken + (1 if _is_ended(before) else 6) * line.height


def _is_elsewhere(before: Line, line: Line) -> bool:
    """Whether two lines of a page stand in columns that are not equally wide: a sidebar and the text."""
    widths = sorted(right - left for left, right in (before.column, line.column))
    return line.page == before.page and widths[0] < _ALIKE * widths[1]


def _is_below(before: Line, line: Line, usual: _Usual) -> bool:
    """Whether a line goes on right below the one before, in the same letters."""
    near = 0 < (before.top - line.top) / before.height < _APART * usual.distance
    return near and line.page == before.page and abs(line.height - before.height) < 0.08 * before.height


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a sentence that was broken off goes on, on whatever page."""
    return not _is_ended(before) and line.text[:1].islower() and not _is_item(line)


def _is_ended(line: Line) -> bool:
    return line.text.rstrip(_CLOSING).endswith(_ENDS)


def _is_item(line: Line) -> bool:
    return bool(_BULLET.match(line.text) or _ITEM.match(line.text))


def _is_heading(paragraph: _Paragraph, usual: _Usual, outline: dict[str, int]) -> bool:
    text = tidied(" ".join(line.text for line in paragraph.lines))
    if paragraph.kind != "text" or len(text) > _LONGEST or not any(map(str.isalpha, text)):
        return False
    if bare(text) in outline:
        return True
    if text.endswith((".", ",", ";")) or _BULLET.match(text):
        return False
    is_large = all(line.height > _LARGER * usual.height for line in paragraph.lines)
    return is_large or (all(line.is_bold for line in paragraph.lines) and len(paragraph.lines) < 3)


def _levels(found: Sequence[_Paragraph], usual: _Usual, outline: dict[str, int]) -> dict[int, int]:
    """The levels of the headings, by the places of their paragraphs in memory: the larger, the higher."""
    heads = [each for each in found if _is_heading(each, usual, outline)]
    sizes = sorted({_size(each) for each in heads}, reverse=True)
    return {id(each): min(6, 1 + sizes.index(_size(each))) for each in heads}


def _size(paragraph: _Paragraph) -> float:
    return round(max(line.height for line in paragraph.lines))


def _parts(
    paragraph: _Paragraph, hyphens: Hyphens, levels: dict[int, int], outline: dict[str, int]
) -> Iterator[Part]:
    if paragraph.kind == "listing":
        yield from _listing(paragraph.lines)
        return
    if paragraph.kind == "table":
        yield Part(" | ".join(map(tidied, paragraph.lines[0].cells)), "table")
        return
    text = tidied(hyphens.joined([line.text for line in paragraph.lines]))
    level = levels.get(id(paragraph), 0)
    kind: Kind = "heading" if level else paragraph.kind
    if shown := _BULLET.sub("", text, count=1) if kind == "text" and _BULLET.match(text) else text:
        yield Part(shown, kind, outline.get(bare(text), level) if level else 0)


def _listing(lines: Sequence[Line]) -> Iterator[Part]:
    """The lines of a listing, indented as they stand."""
    longest = max(lines, key=lambda line: len(line.text))
    width = max(0.1, (longest.right - longest.left) / len(longest.text))  # of a letter
    margin = min(line.left for line in lines)
    for line in lines:
        yield Part(tidied_listing(" " * round((line.left - margin) / width) + line.text), "listing")
