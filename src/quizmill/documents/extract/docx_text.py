"""What a paragraph of a word processor shows: with what was inserted, without what was deleted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizmill.documents.extract.whitespace import lowered, raised

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_BOX = f"{W}txbxContent"
_AROUND = (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag", f"{W}ins", f"{W}moveTo")
_UNSEEN = (f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{_MC}Fallback", _BOX, f"{W}instrText", f"{W}rt")
_SIGNS = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_LEFT = {
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip": "picture",
    "{urn:schemas-microsoft-com:vml}imagedata": "picture",
    f"{W}commentReference": "comment",
    f"{W}del": "deleted passage",
}


def blocks(within: Element, *tags: str) -> Iterator[Element]:
    """The paragraphs and tables in an element, or what else has one of the *tags*, in order."""
    for each in within:
        if each.tag in (tags or (f"{W}p", f"{W}tbl")):
            yield each
        elif each.tag in _AROUND:
            yield from blocks(each, *tags)


def boxes(paragraph: Element) -> Iterator[Element]:
    """The boxes of text that hang on a paragraph, each once: an old form of the same stands beside it."""
    for each in paragraph.iter(_BOX):
        above = [outer.tag for outer in each.iterancestors()]
        if (
            f"{_MC}Fallback" not in above[: above.index(f"{W}p")]
            and _BOX not in above[: above.index(f"{W}p")]
        ):
            yield each


def said(paragraph: Element, left: Counter[str]) -> str:
    """What a paragraph or table says; *left* counts what was met and not taken."""
    return "".join(_said(paragraph, left))


def _said(element: Element, left: Counter[str]) -> Iterator[str]:
    todo = [element]
    while todo:
        each = todo.pop()
        if each.tag in _LEFT:
            left[_LEFT[each.tag]] += 1
        if each.tag in _UNSEEN:
            continue
        if each.tag == f"{W}r":
            yield from _run(each, left)
        elif each.tag == f"{_M}t":
            yield each.text or ""
        else:
            todo += reversed(each)


def _run(run: Element, left: Counter[str]) -> Iterator[str]:
    """A stretch of letters that look alike."""
    style = run.find(f"{W}rPr")
    if style is not None and _is_on(style.find(f"{W}vanish")):
        return
    shift = None if style is None else style.find(f"{W}vertAlign")
    place = "" if shift is None else shift.get(f"{W}val")
    for each in run.iter():
        if any(outer.tag in _UNSEEN for outer in _between(each, run)):
            continue
        if each.tag in _LEFT:
            left[_LEFT[each.tag]] += 1
        if each.tag == f"{W}t":
            text = each.text or ""
            yield raised(text) if place == "superscript" else lowered(text) if place == "subscript" else text
        else:
            yield _SIGNS.get(each.tag, "")


def _between(element: Element, run: Element) -> Iterator[Element]:
    for each in element.iterancestors():
        if each is run:
            return
        yield each


def _is_on(switch: Element | None) -> bool:
    return switch is not None and switch.get(f"{W}val", "true") not in ("0", "false", "off")
