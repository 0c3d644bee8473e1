"""A drawing (SVG) from a bank, which may hold scripts, links and references to anywhere: what of it is shown.

A browser runs a drawing like a page. What goes out is only what draws: elements, attributes and properties
of a list, references to what is in the drawing itself, and pictures (PNG, JPEG) that it holds.
"""

from __future__ import annotations

import msgspec

from quizmill.bank.drawing.as_svg import as_svg
from quizmill.bank.drawing.cleaning import clean
from quizmill.bank.drawing.svg_tree import Node, NoDrawing, TooMuch, read_tree
from quizmill.bank.drawing.uses import without_circles

__all__ = ["Drawing", "NoDrawing", "TooMuch", "read"]


class Drawing(msgspec.Struct, frozen=True):
    """A drawing of which nothing does more than draw.

    Attributes:
        data: The author's bytes where nothing had to be removed, so that an old file stays what it was.
        removed: What was taken out, by name.
        root: The tree of it, without what nobody sees.
    """

    data: bytes
    removed: tuple[str, ...]
    root: Node


def read(data: bytes) -> Drawing:
    """The drawing that these bytes hold, cleaned; equal in, equal out.

    Raises NoDrawing where they are no XML whose root is svg; TooMuch, saying why, for more than is sane.
    """
    document = read_tree(data)
    root, removed = clean(document)
    removed += without_circles(root)
    same = document.common and not removed
    return Drawing(data if same else as_svg(root), removed, root)
