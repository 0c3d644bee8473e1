"""From a bank's markup to runs of characters, each in a face that has them, lest one be an empty box."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

from quizmill.bank.listing_colours import CodeLine, TokenKind, coloured
from quizmill.bank.markup import Span, Spans, Style, kept_spaces
from quizmill.bank.printable import unprintable
from quizmill.export.fonts import Face, faces_for

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

_LINES = re.compile("[^\n]+|\n")
_HAN = re.compile("[\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]")


class Run(msgspec.Struct, frozen=True):
    """Characters of one face; a line break is a run of its own."""

    face: Face
    text: str
    underlined: bool = False


def runs(text: Spans, faces: Faces) -> tuple[Run, ...]:
    """The spans of a text, in reading order."""
    return tuple(_runs(text, faces))


def code_runs(code: str, language: str = "") -> tuple[Run, ...]:
    """Lines of code as they are, spaces too; keywords are bold and comments slanted."""
    return tuple(_code_runs(coloured(code, language)))


def mostly_han(text: str) -> bool:
    """Whether lines may end between any two characters, as in Chinese and Japanese."""
    return 3 * len(_HAN.findall(text)) > len(text)


def _runs(text: Spans, faces: Faces) -> Iterator[Run]:
    for span in text:
        content = _content(span)
        for line in _LINES.findall(content):
            yield from _faced(line, faces[span.style], span.style)


def _code_runs(lines: Iterable[CodeLine]) -> Iterator[Run]:
    for number, line in enumerate(lines):
        if number:
            yield Run(Face.CODE, "\n")
        for face, parts in groupby(line, key=lambda part: _CODE.get(part.kind, Face.CODE)):
            yield from _faced("".join(part.text for part in parts), face, Style.CODE)


def _content(span: Span) -> str:
    if span.style is Style.CODE:
        return kept_spaces(span.text)
    return rf"\({span.text}\)" if unprintable(span.said) else span.said


def _faced(text: str, face: Face, style: Style) -> Iterator[Run]:
    """One run for each face that the characters come from."""
    found = [other or face for other in map(faces_for(face).__getitem__, text)]
    start = 0
    for other, same in groupby(found):
        end = start + len(list(same))
        # The face of Chinese is neither heavy nor slanted.
        stressed = other is Face.HAN and style in (Style.EMPHASIS, Style.STRONG)
        yield Run(other, text[start:end], stressed)
        start = end
