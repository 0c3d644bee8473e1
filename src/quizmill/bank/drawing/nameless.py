"""A drawing that says nothing but what it shows: no titles, no remarks, and names that are numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizmill.bank.drawing.as_svg import as_svg
from quizmill.bank.drawing.svg_tree import Node

_SAYING = ("title", "desc")
_COLOUR = re.compile(r"(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)  # #fade is one


def nameless(root: Node) -> bytes:
    """The cleaned drawing at *root*, anew, with all that nobody sees left out or numbered."""
    names = {name: f"n{number}" for number, name in enumerate(_ids(root), start=1)}
    classes = {name: f"c{number}" for number, name in enumerate(_classes(root), start=1)}
    return as_svg(_renamed(root, names, classes))


def _ids(root: Node) -> Iterable[str]:
    """Longest first, so that none is taken for the beginning of another; not what may be a colour."""
    found = {each.attributes["id"]: None for each in root.walk() if each.attributes.get("id")}
    return sorted((name for name in found if not _COLOUR.fullmatch(name)), key=len, reverse=True)


def _classes(root: Node) -> Iterable[str]:
    found = {name: None for each in root.walk() for name in each.attributes.get("class", "").split()}
    return sorted(found, key=len, reverse=True)


def _renamed(node: Node, names: dict[str, str], classes: dict[str, str]) -> Node:
    attributes = {name: _in_attribute(name, value, names, classes) for name, value in node.attributes.items()}
    children = [
        child if isinstance(child, str) else _renamed(child, names, classes)
        for child in node.children
        if isinstance(child, str) or child.name not in _SAYING
    ]
    if node.name == "style":
        children = [
            _in_sheet(child, names, classes) if isinstance(child, str) else child for child in children
        ]
    return Node(node.name, attributes, children)


def _in_attribute(name: str, value: str, names: dict[str, str], classes: dict[str, str]) -> str:
    if name == "id":
        return names.get(value, value)
    if name == "class":
        return " ".join(classes[each] for each in value.split())
    if name in ("begin", "end"):
        return _replaced(value, names, r"(?<![\w.-]){}(?=\.)")
    return _references(value, names)


def _in_sheet(text: str, names: dict[str, str], classes: dict[str, str]) -> str:
    return _replaced(_references(text, names), classes, r"(?<=\.){}(?![\w-])")


def _references(text: str, names: dict[str, str]) -> str:
    return _replaced(text, names, r"(?<=#){}(?![\w-])")


def _replaced(text: str, names: dict[str, str], place: str) -> str:
    """All at once, so that no new name is taken for an old one."""
    known = "|".join(map(re.escape, names))
    if not known:
        return text
    return re.sub(place.format(f"(?:{known})"), lambda found: names[found[0]], text)
