"""From a bank's markup to runs of characters, each in a face that has them, lest one be an empty box."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

import msgspec

from quizmill.bank.listing_colours import CodeLine, TokenKind, coloured
from quizmill.bank.markup import Span, Spans, Style, kept_spaces
from quizmill.bank.printable import unprintable
from quizmill.export.fonts import Face, advances, faces_for
from quizmill.export.paper.outline import Outline

LIGHT = {
    Style.PLAIN: Face.REGULAR,
    Style.EMPHASIS: Face.ITALIC,
    Style.STRONG: Face.BOLD,
    Style.CODE: Face.CODE,
    Style.MATHEMATICS: Face.REGULAR,
}
HEAVY = {
    Style.PLAIN: Face.BOLD,
    Style.EMPHASIS: Face.BOLD_ITALIC,
    Style.STRONG: Face.BOLD_ITALIC,
    Style.CODE: Face.CODE,
    Style.MATHEMATICS: Face.BOLD,
}
SLANTED = {
    Style.PLAIN: Face.ITALIC,
    Style.EMPHASIS: Face.REGULAR,
    Style.STRONG: Face.BOLD_ITALIC,
    Style.CODE: Face.CODE,
    Style.MATHEMATICS: Face.ITALIC,
}
# Colour is not sure on paper, nor is grey after a photocopier.
_CODE = {TokenKind.KEYWORD: Face.CODE_BOLD, TokenKind.COMMENT: Face.CODE_SLANTED}
Faces = dict[Style, Face]

BOX = "\N{OBJECT REPLACEMENT CHARACTER}"  # in the place of a drawn formula

_LINES = re.compile("[^\n]+|\n")
_HAN = re.compile("[\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]")


class Run(msgspec.Struct, frozen=True):
    """Characters of one face; a line break is a run of its own, and so is a drawn formula."""

    face: Face
    text: str
    underlined: bool = False
    box: FormulaBox | None = None

    @property
    def steps(self) -> Iterable[float]:
        """How far each of its characters moves the next one, in thousandths of the type size."""
        return (self.box.width,) if self.box else map(advances(self.face).__getitem__, self.text)


class FormulaBox(msgspec.Struct, frozen=True):
    """A drawn formula, *scale* times as large as the text around it, and what it says in characters."""

    outline: Outline
    scale: float
    told: str
    said: tuple[Run, ...]  # the same as far as there are fonts for it

    @property
    def width(self) -> float:
        """In thousandths of the type size, as all lengths of a text."""
        return self.outline.width * self.scale

    @property
    def ascent(self) -> float:
        """Above the baseline."""
        return self.outline.ascent * self.scale

    @property
    def descent(self) -> float:
        """Below it."""
        return self.outline.descent * self.scale


# A formula's source in a text of a face as boxes, between which lines may end; none where it is not drawn.
Boxes = Callable[[str, Face], tuple[FormulaBox, ...]]


def undrawn(source: str, face: Face) -> tuple[FormulaBox, ...]:
    """No box: a formula is set as the text that it says."""
    return ()


def runs(text: Spans, faces: Faces, boxes: Boxes = undrawn) -> tuple[Run, ...]:
    """The spans of a text, in reading order."""
    return tuple(_runs(text, faces, boxes))


def boxed(boxes: Iterable[FormulaBox], face: Face) -> list[Run]:
    """Boxes in a text of that face."""
    return [Run(face, BOX, box=box) for box in boxes]


def code_runs(code: str, language: str = "") -> tuple[Run, ...]:
    """Lines of code as they are, spaces too; keywords are bold and comments slanted."""
    return tuple(_code_runs(coloured(code, language)))


def mostly_han(text: str) -> bool:
    """Whether lines may end between any two characters, as in Chinese and Japanese."""
    return 3 * len(_HAN.findall(text)) > len(text)


def _runs(text: Spans, faces: Faces, boxes: Boxes) -> Iterator[Run]:
    for span in text:
        face = faces[span.style]
        if span.style is Style.MATHEMATICS and (drawn := boxes(span.text, face)):
            for run in boxed(drawn, face):
                yield from (run,) if run.box is drawn[0] else (Run(face, " "), run)
            continue
        content = _content(span)
        for line in _LINES.findall(content):
            yield from faced(line, face, span.style)


def _code_runs(lines: Iterable[CodeLine]) -> Iterator[Run]:
    for number, line in enumerate(lines):
        if number:
            yield Run(Face.CODE, "\n")
        for face, parts in groupby(line, key=lambda part: _CODE.get(part.kind, Face.CODE)):
            yield from faced("".join(part.text for part in parts), face, Style.CODE)


def _content(span: Span) -> str:
    if span.style is Style.CODE:
        return kept_spaces(span.text)
    return rf"\({span.text}\)" if unprintable(span.said) else span.said


def faced(text: str, face: Face, style: Style = Style.PLAIN) -> Iterator[Run]:
    """One run for each face that the characters come from."""
    found = [other or face for other in map(faces_for(face).__getitem__, text)]
    start = 0
    for other, same in groupby(found):
        end = start + len(list(same))
        # The face of Chinese is neither heavy nor slanted.
        stressed = other is Face.HAN and style in (Style.EMPHASIS, Style.STRONG)
        yield Run(other, text[start:end], stressed)
        start = end
