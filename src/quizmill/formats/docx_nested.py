"""Which numbered lists of a document hold options: those set further in between the numbers of another."""

from __future__ import annotations

from itertools import pairwise
from xml.etree.ElementTree import Element

import msgspec

from quizmill.formats.docx_numbering import Numbering, Place
from quizmill.formats.docx_styles import Styles
from quizmill.formats.text_signs import CHOICE

NUMBERS = ("decimal", "decimalZero", "decimalFullWidth", "chineseCounting", "ideographDigital")


class _Paragraph(msgspec.Struct, frozen=True):
    text: str
    place: Place | None

    def holds(self, after: _Paragraph) -> bool:
        """Whether what comes after it is an option of it, typed or further in."""
        inside = self.place and after.place and after.place.indent > self.place.indent
        return bool(inside) or CHOICE.fullmatch(after.text.strip()) is not None


def nested(body: Element, numbering: Numbering, styles: Styles) -> frozenset[str]:
    """The lists whose numbers are those of options.

    Each begins between two paragraphs of a list that is not so far in, and has no options of its own: else
    it holds questions below the numbers of sections.
    """
    found = [_read(node, numbering, styles) for node in body.iter("w-p")]
    said = [each for each in found if each.text.strip()]
    holding = {each.place.of for each, after in pairwise(said) if each.place and each.holds(after)}
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    indents: dict[str, int] = {}
    for at, each in enumerate(said):
        if each.place and each.place.form in NUMBERS:
            last[each.place.of] = at
            first.setdefault(each.place.of, at)
            indents.setdefault(each.place.of, each.place.indent)

    def is_within(inner: str, outer: str) -> bool:
        return indents[outer] < indents[inner] and first[outer] < first[inner] < last[outer]

    return frozenset(
        inner
        for inner in indents
        if inner not in holding and any(is_within(inner, outer) for outer in holding & indents.keys())
    )


def _read(node: Element, numbering: Numbering, styles: Styles) -> _Paragraph:
    properties = node.find("w-pPr")
    named = None if properties is None else properties.find("w-pStyle")
    style = styles.default if named is None else named.get("w-val", "")
    text = "".join(each.text or "" for each in node.iter("w-t"))
    return _Paragraph(text, numbering.place(properties, style))
