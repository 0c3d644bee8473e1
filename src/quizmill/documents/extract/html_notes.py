"""Notes at the foot of a page of HTML, and the marks that lead to them and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TYPE = "{http://www.idpf.org/2007/ops}type"
_NOTES = frozenset("doc-endnotes doc-footnote footnote footnotes endnote endnotes rearnote rearnotes".split())
_BACK = frozenset("doc-backlink backlink footnote-backref".split())
_BACK_SIGNS = frozenset("↩ ↩︎ ↩️ ^ ↑ ⤴ ⏎".split())


def are_notes(element: Element) -> bool:
    """Whether an element holds a note, or all of them."""
    return element.tag in ("section", "aside", "div", "li", "ol") and not _NOTES.isdisjoint(_kinds(element))


def is_mark(element: Element) -> bool:
    """Whether an element only leads to a note, or from it back to the text: a figure or sign that links."""
    kinds = _kinds(element)
    if "doc-noteref" in kinds or "noteref" in kinds or not _BACK.isdisjoint(kinds):
        return True
    says = "".join(element.itertext()).strip().strip("[]()")
    if element.tag == "a" and says in _BACK_SIGNS:
        return True
    is_high = element.tag == "sup" or (
        not (element.text or "").strip() and [each.tag for each in element] == ["sup"]
    )
    if not is_high or not (says.isdigit() or len(says) <= 2):
        return False
    return any("#" in (link.get("href") or "") for link in element.iter("a"))


def _kinds(element: Element) -> list[str]:
    """What a page says that an element is, by role, type and class."""
    told = (element.get(key) or "" for key in ("role", _TYPE, "epub:type", "class"))
    return " ".join(told).split()
