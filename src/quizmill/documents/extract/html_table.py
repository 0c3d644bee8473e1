"""Whether a table holds data, or only places things on the page as old pages do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEADS = ("th", "caption", "thead")
_TEXTS = ("table", "h1", "h2", "h3", "h4", "pre", "article", "section")


def is_layout(table: Element) -> bool:
    """Whether the cells of a table are to be read as blocks of their own, since they are no row of data."""
    if table.get("role") in ("presentation", "none"):
        return True
    nested = next(table.iterdescendants(*_TEXTS), None) is not None
    if nested:
        return True
    if next(table.iterdescendants(*_HEADS), None) is not None:
        return False
    return all(len(row.findall("td")) < 2 for row in table.iter("tr"))
