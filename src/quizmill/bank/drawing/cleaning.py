"""A drawing without what does more than draw; says by name what that was."""

from __future__ import annotations

import base64
import binascii
import re

from quizmill.bank.drawing import allowed, css
from quizmill.bank.drawing.svg_tree import SVG, Node, SvgDocument

_XHTML = "http://www.w3.org/1999/xhtml"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_PREFIXES = {_XLINK: "xlink:", _XML: "xml:"}
_RASTER = re.compile(r"data:image/(?:png|jpe?g)\s*(?:;[^,;]*)*;\s*base64\s*,", re.IGNORECASE)
_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_LONGEST = 60  # characters of an address that are told
_FRAGMENT = re.compile(r"#[^\s\"'()<>\\]*")
_SHEET_TYPES = ("", "text/css")


def clean(document: SvgDocument) -> tuple[Node, tuple[str, ...]]:
    """The tree of what may stay, its names without namespaces, and each thing that may not, told once."""
    cleaner = _Cleaner()
    cleaner.removed += document.asides
    root = cleaner.kept("svg", document.root)
    return root, tuple(dict.fromkeys(cleaner.removed))


def raster(address: str) -> bytes | None:
    """The bytes of the PNG or JPEG that a `data:` address holds; None where it is none."""
    head = _RASTER.match(address.lstrip())
    if not head:
        return None
    try:
        data = base64.b64decode("".join(address.lstrip()[head.end() :].split()), validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if data.startswith(_SIGNATURES) else None


class _Cleaner:
    """Goes through a tree, and remembers what it left out."""

    def __init__(self) -> None:
        self.removed: list[str] = []

    def element(self, found: Node, parent: str) -> Node | None:
        """The element as it may stay; None where it may not, or nobody sees it."""
        namespace, _, name = found.name.rpartition(" ")
        if namespace == SVG and name == "a":
            self.removed.append("a link <a>")
            name = "tspan" if parent in allowed.WITH_TEXT else "g"
            return self.kept(name, found, linked=True)
        if namespace == SVG and name == "style":
            return self._sheet(found) if self._is_sound(name, found) else None
        if namespace == SVG and name in allowed.ELEMENTS:
            return self.kept(name, found) if self._is_sound(name, found) else None
        idle = namespace.startswith(allowed.EDITORS) or (namespace == SVG and name in allowed.IDLE_ELEMENTS)
        if idle:
            for child in found.elements:  # a browser runs a script wherever it stands
                self.element(child, name)
        else:
            self.removed.append(f"<{_prefixed(namespace, name)}>")
        return None

    def _is_sound(self, name: str, found: Node) -> bool:
        """Whether it is what its name says, and no way to change a link or a style later."""
        if name in allowed.MOVING:
            target = found.attributes.get("attributeName", "transform" if name == "animateTransform" else "")
            if target not in allowed.MOVED and name != "animateMotion":
                self.removed.append(f'<{name}> of "{_short(target)}"')
                return False
        if name == "style" and found.attributes.get("type", "").strip().lower() not in _SHEET_TYPES:
            self.removed.append(f'<style> of type "{_short(found.attributes["type"])}"')
            return False
        return True

    def kept(self, name: str, found: Node, *, linked: bool = False) -> Node:
        """An element with what of its attributes and children may stay."""
        children: list[Node | str] = []
        attributes = self._attributes(name, found, linked=linked)
        for child in found.children:
            if isinstance(child, Node):
                if kept := self.element(child, name):
                    children.append(kept)
            elif name in allowed.WITH_TEXT:
                children.append(child)
        return Node(name, attributes, children)

    def _attributes(self, name: str, found: Node, *, linked: bool) -> dict[str, str]:
        attributes: dict[str, str] = {}
        for written, value in found.attributes.items():
            own = _own_name(written)
            if linked and (own is None or own in allowed.LINKS or own in ("target", "rel", "download")):
                continue  # the link was told already
            if self._may_stay(name, written, own, value) and own in allowed.ATTRIBUTES:
                attributes[own] = self._value(own, value)
        return attributes

    def _may_stay(self, element: str, written: str, own: str | None, value: str) -> bool:
        """Whether an attribute does no harm; it is told where it may."""
        if own is None:  # of another namespace
            namespace, _, name = written.rpartition(" ")
            if namespace.startswith(allowed.EDITORS):
                return False
            self.removed.append(f"the attribute {_prefixed(namespace, name)}")
            return False
        if own in allowed.IDLE_ATTRIBUTES or own.startswith(allowed.IDLE_BEGINNINGS):
            return False
        if own in allowed.LINKS:
            return self._leads_inside(element, value)
        if own == "style" or own in allowed.PLAIN:
            return True
        if own not in allowed.ATTRIBUTES:
            self.removed.append(f"the attribute {_short(own)}")
            return False
        if not css.is_within(value):
            self.removed.append(f"{own}: {_short(value)}")
            return False
        return True

    def _leads_inside(self, element: str, value: str) -> bool:
        if not value.strip() or _FRAGMENT.fullmatch(value.strip()):
            return True
        if element == "image" and raster(value) is not None:
            return True
        self.removed.append(f"a reference to {_short(value)}")
        return False

    def _value(self, own: str, value: str) -> str:
        return css.written(css.declarations(value, self.removed)) if own == "style" else value

    def _sheet(self, found: Node) -> Node | None:
        attributes = self._attributes("style", found, linked=False)
        for child in found.elements:
            self.removed.append(f"<{child.name.rpartition(' ')[2]}> in a style sheet")
        rules = css.rules(found.text, self.removed)
        text = "\n".join(f"{selector}{{{css.written(declared)}}}" for selector, declared in rules)
        return Node("style", attributes, [text]) if rules else None


def _own_name(written: str) -> str | None:
    """An attribute's name as it is written here; None where it is of a namespace that none of ours has."""
    namespace, _, name = written.rpartition(" ")
    if not namespace:
        return name
    prefix = _PREFIXES.get(namespace)
    return prefix + name if prefix else None


def _prefixed(namespace: str, name: str) -> str:
    prefix = {SVG: "", _XHTML: "html:"}.get(namespace)
    return _short(name if prefix is None else prefix + name)


def _short(text: str) -> str:
    told = " ".join(text.split())
    return told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1]}…"
