"""A cleaned tree as SVG: equal in, equal out."""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.drawing.allowed import WITH_TEXT
from quizmill.bank.drawing.svg_tree import SVG, Node

_XLINK = "http://www.w3.org/1999/xlink"
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})


def as_svg(root: Node) -> bytes:
    """The drawing in UTF-8."""
    return "".join([*_element(root, _spaces(root)), "\n"]).encode()


def _spaces(root: Node) -> str:
    linked = any(name.startswith("xlink:") for element in root.walk() for name in element.attributes)
    return f' xmlns="{SVG}"' + (f' xmlns:xlink="{_XLINK}"' if linked else "")


def _element(element: Node, spaces: str = "") -> Iterator[str]:
    yield f"<{element.name}{spaces}"
    for name, value in element.attributes.items():
        yield f' {name}="{value.translate(_ESCAPES)}"'
    if not element.children:
        yield "/>"
        return
    yield ">"
    apart = "" if element.name in WITH_TEXT else "\n"
    for child in element.children:
        yield apart
        if isinstance(child, str):
            yield child.translate(_IN_TEXT)
        else:
            yield from _element(child)
    yield f"{apart}</{element.name}>"
