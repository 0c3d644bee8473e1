"""Broken texts as the operators of a PDF that show them (ISO 32000-1, 9.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from reportlab.lib.rl_accel import escapePDF, fp_str

from quizmill.export.fonts import Face, advances, font
from quizmill.export.paper.line_breaking import Line, Passage, spaces
from quizmill.export.paper.line_heights import growths
from quizmill.export.paper.look import Look
from quizmill.export.paper.outline import Outline
from quizmill.export.paper.runs import FormulaBox, Run

_NOTHING = 1e-6  # points
_BEFORE = {"left": 0.0, "center": 0.5, "right": 1.0}  # of the room that a line leaves, what is before it
_UNDER = 0.125  # of the type size, from the baseline to a line under it


@lru_cache(maxsize=1 << 12)  # sizes, greys and the places of columns and lines come again and again
def spelled(number: float) -> str:
    """A number as a PDF has it."""
    return str(fp_str(number))


class FontSubsets:
    """What one document shows of each font: characters get their codes in the order they are shown."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._codes: dict[Face, _Codes] = {}

    def shown(self, face: Face, text: str, indent: int = 0) -> list[tuple[str, str]]:
        """The parts of the text: the document's name of a font, and the operator that shows a part in it.

        Of *indent* spaces at its beginning each is one in what a reader copies.
        """
        codes = self._codes.get(face)
        if codes is None:
            codes = self._codes[face] = _Codes(face, self._document)
        if indent > 1:
            return [codes.kept(indent), *self.shown(face, text[indent:])]
        coded = [codes[character] for character in text]
        return [
            (name, f"({''.join([code for _, code in part])}) Tj")
            for name, part in groupby(coded, key=itemgetter(0))
        ]


class _Codes(dict[str, tuple[str, str]]):
    """By character, the document's name of a font that shows it, and its code there as PDF spells it."""

    def __init__(self, face: Face, document: Any) -> None:
        self._face = face
        self._font = font(face)
        self._document = document

    def kept(self, spaces: int) -> tuple[str, str]:
        """The font, and the operators that show so many spaces.

        PDFium, and so Chrome and Edge, copies a row of spaces as one. Between them stands U+0000, which no
        reader copies: unseen, and taken back by its own width.
        """
        name, space = self[" "]
        _, nothing = self["\0"]
        back = spelled(advances(self._face)["\0"])
        return name, f"3 Tr [{f'({space}{nothing}) {back} ' * (spaces - 1)}({space})] TJ 0 Tr"

    def __missing__(self, character: str) -> tuple[str, str]:
        ((subset, code),) = self._font.splitString(character, self._document)
        name = self._font.getSubsetInternalName(subset, self._document)
        found = self[character] = name, escapePDF(code)
        return found


def operators(
    passage: Passage,
    lines: Sequence[Line],
    look: Look,
    width: float,
    subsets: FontSubsets,
    named: Callable[[Outline], str],
) -> Iterator[str]:
    """The lines of a passage, *width* points wide, the lower left corner of the last one at the origin.

    *named* is what the document calls an outline.
    """
    writer = _LineWriter(passage, look, width, subsets)
    grown = growths(passage, lines, look)
    for number, line in enumerate(lines):
        writer.line(line, number, grown[number - 1].below + grown[number].above if grown and number else 0.0)
    colour = _colour(look)
    if not passage.mixed:
        yield f"{colour} rg"
    base = len(lines) * look.leading - look.size
    if grown:
        base += sum(map(sum, grown)) - grown[0].above
    if writer.under:
        yield f"{colour} RG"
    for start, end, down in writer.under:
        level = base - down
        yield f"n {fp_str(start, level)} m {fp_str(end, level)} l S"
    yield f"BT 1 0 0 1 0 {spelled(base)} Tm {' '.join(writer.finished())} ET"
    for box, left, down in writer.boxes:
        scale = fp_str(box.scale * look.size / 1000)
        place = fp_str(left + box.outline.before * box.scale * look.size / 1000, base - down)
        yield f"q {scale} 0 0 {scale} {place} cm /{named(box.outline)} Do Q"


class _LineWriter:
    """Writes lines, and remembers in which font, how far to the right, and what is to be underlined."""

    def __init__(self, passage: Passage, look: Look, width: float, subsets: FontSubsets) -> None:
        self.under: list[tuple[float, float, float]] = []  # from, to, and below the first baseline
        self.boxes: list[
            tuple[FormulaBox, float, float]
        ] = []  # where it begins, and below the first baseline
        self._grown = 0.0  # points that the lines so far have more than their leading
        self._passage = passage
        self._look = look
        self._width = width
        self._subsets = subsets
        self._written: list[str] = []
        self._leading = f"{spelled(look.leading)} TL"
        self._size = f"{spelled(look.size)} Tf {self._leading}"
        self._face: Face | None = None
        self._font = ""
        self._back = 0.0  # points to the left edge, as they would be written

    def line(self, line: Line, number: int, further: float) -> None:
        """Write the next line, *further* down than its leading."""
        if further:
            self._grown += further
            self._written.append(f"0 {fp_str(-further)} Td")
        spare = self._width - line.width * self._look.size / 1000
        gaps = self._passage.gaps(line) if spare < -_NOTHING else 0
        squeeze = spare / gaps if gaps else 0.0
        left = 0.0 if gaps else spare * _BEFORE[self._look.align]
        back = -left
        self._move(left)
        if squeeze:
            self._written.append(f"{fp_str(squeeze)} Tw")
        if number == 0 and self._passage.mixed:
            self._written += [self._leading, f"{_colour(self._look)} rg"]
        indent = self._passage.indent(line)
        for fragment in self._passage.fragments(line):
            across = fragment.width * self._look.size / 1000 + squeeze * spaces(fragment.text)
            if fragment.run.box and fragment.text:
                self.boxes.append((fragment.run.box, left, number * self._look.leading + self._grown))
                self._say(fragment.run.box, squeeze)
            else:
                self._show(fragment.run, fragment.text, indent)
            indent = 0
            if fragment.run.underlined and fragment.text:
                down = number * self._look.leading + self._grown + _UNDER * self._look.size
                self.under.append((left, left + across, down))
            left += across
        self._written[-1] += " T*"
        if squeeze:
            self._written.append("0 Tw")
        self._back = float(fp_str(back)) if abs(back) > _NOTHING else 0.0

    def finished(self) -> list[str]:
        """What was written, back at the left edge."""
        self._move(0)
        return self._written

    def _move(self, left: float) -> None:
        """To that many points from the left edge."""
        if abs(left) > _NOTHING or self._back:
            self._written.append(f"{fp_str(left + self._back)} 0 Td")
            self._back = 0.0

    def _say(self, box: FormulaBox, squeeze: float) -> None:
        """What a drawn formula says, unseen, as wide as it is drawn: what a reader copies and speaks."""
        natural = sum(sum(run.steps) for run in box.said)
        wide = fp_str(100 * box.width / natural) if natural else "100"
        self._written.append(f"/Span <</ActualText <{_utf16(box.told)}>>> BDC 3 Tr {wide} Tz")
        if squeeze:
            self._written.append("0 Tw")
        for run in box.said:
            self._show(run, run.text, 0)
        if squeeze:
            self._written.append(f"{fp_str(squeeze)} Tw")
        self._written.append("100 Tz 0 Tr EMC")

    def _show(self, run: Run, text: str, indent: int) -> None:
        """Write a text that begins with *indent* spaces, and change the font where that is needed."""
        if run.face is not self._face:
            self._face, self._font = run.face, ""
        parts: list[str] = []
        for name, shown in self._subsets.shown(run.face, text, indent):
            if name != self._font:
                self._font = name
                parts.append(f"{name} {self._size}")
            parts.append(shown)
        self._written.append(" ".join(parts))


def _utf16(text: str) -> str:
    """A text as a PDF spells any (ISO 32000-1, 7.9.2.2)."""
    return f"FEFF{text.encode('utf-16-be').hex().upper()}"


def _colour(look: Look) -> str:
    return " ".join([spelled(look.grey)] * 3)
