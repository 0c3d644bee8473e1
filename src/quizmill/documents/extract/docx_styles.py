"""What a paragraph of a word processor is, by its style."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizmill.documents.extract.docx_text import W
from quizmill.documents.extract.parts import Kind

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element as Element

_HEADING = re.compile(r"heading (\d)")
_TITLES = ("title", "doctitle")
_FURNITURE = re.compile(r"(?:toc|contents|index|table of figures|table of authorities)(?: .*)?|header|footer")
_LISTING = re.compile(
    r"html preformatted|preformatted text|plain text|macro.*|.*source ?code.*|code.*|listing"
)
_CAPTION = re.compile(r"caption|illustration|figure|drawing|table")
_DEEPEST = 20  # styles that are each made of the next


class Styles:
    """The styles of a document."""

    def __init__(self, document: Document) -> None:
        self._styles = {
            style.get(f"{W}styleId", ""): style for style in document.styles.element.iter(f"{W}style")
        }
        tongue = document.styles.element.find(f"{W}docDefaults//{W}lang")
        self.language = "" if tongue is None else tongue.get(f"{W}val", "")

    def kind(self, paragraph: Element) -> tuple[Kind, int]:
        """What a paragraph is; of a heading its level, counted from 1, else 0."""
        own = paragraph.find(f"{W}pPr")
        levels = [] if own is None else [_outline(own)]
        used = None if own is None else own.find(f"{W}pStyle")
        style = None if used is None else self._styles.get(used.get(f"{W}val", ""))
        for _ in range(_DEEPEST):
            if style is None:
                break
            found = _by_name(_value(style.find(f"{W}name")).lower())
            if found:
                return found
            about = style.find(f"{W}pPr")
            levels.append(None if about is None else _outline(about))
            style = self._styles.get(_value(style.find(f"{W}basedOn")))
        level = next((each for each in levels if each is not None), 0)
        return ("heading", level) if level else ("text", 0)


def _by_name(name: str) -> tuple[Kind, int] | None:
    if found := _HEADING.fullmatch(name):
        return "heading", int(found[1])
    if name in _TITLES:
        return "heading", 1
    kinds: tuple[tuple[re.Pattern[str], Kind], ...] = (
        (_FURNITURE, "furniture"),
        (_LISTING, "listing"),
        (_CAPTION, "caption"),
    )
    return next(((kind, 0) for pattern, kind in kinds if pattern.fullmatch(name)), None)


def _outline(about: Element) -> int | None:
    """The level in the outline, from 1; 0 for text, None where it is not said."""
    told = _value(about.find(f"{W}outlineLvl"))
    return None if not told.isdecimal() else int(told) + 1 if int(told) < 9 else 0


def _value(element: Element | None) -> str:
    return "" if element is None else element.get(f"{W}val", "")
