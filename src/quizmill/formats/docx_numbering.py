"""The numbers that a word processor sets before the paragraphs of a list, which are nowhere in its text."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

import msgspec

from quizmill.formats.docx_styles import Styles

_MOST_LEVELS = 9
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


class ListLevel(msgspec.Struct, frozen=True):
    """A level of a list: where it starts, how its numbers look, what stands around them, how far in it is."""

    start: int = 1
    form: str = "decimal"
    text: str = "%1."
    restarts: bool = True
    style: str = ""
    indent: int = 0  # twentieths of a point


class Label(msgspec.Struct, frozen=True):
    """What stands before a paragraph: its text as it is seen, its number, form and level, and the list."""

    text: str
    number: int
    form: str
    level: int
    of: str


class Place(msgspec.Struct, frozen=True):
    """Where a paragraph stands in a list: the list, its number (`w-num`), the level, its form, how far in."""

    of: str
    id: str
    level: int
    form: str
    indent: int  # twentieths of a point


class Numbering:
    """The lists of a document, each as far as it has been counted."""

    def __init__(self, part: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, dict[int, ListLevel]] = {}
        self._links: dict[str, str] = {}
        self._lists: dict[str, tuple[str, dict[int, int]]] = {}
        self._counts: dict[str, list[int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if part is not None:
            self._read(part)

    def label(self, properties: Element | None, style: str) -> Label | None:
        """Count a paragraph on and say what stands before it; None for one that is in no list."""
        place = self.place(properties, style)
        if place is None:
            return None
        starts = self._lists[place.id][1]
        return self._counted(place.id, place.of, self._levels(place.of), starts, place.level)

    def place(self, properties: Element | None, style: str) -> Place | None:
        """Where a paragraph stands; None for one that is in no list."""
        own = None if properties is None else properties.find("w-numPr")
        inherited, giver = self._styles.listed(style)
        id = _value(own, "numId") or _value(inherited, "numId")
        if id not in self._lists:  # "0" takes a paragraph out of the list of its style
            return None
        abstract, _ = self._lists[id]
        levels = self._levels(abstract)
        told = _value(own, "ilvl") or _value(inherited, "ilvl")
        by_style = [level for level, each in levels.items() if giver and each.style == giver]
        at = by_style[0] if by_style and not _value(own, "ilvl") else _number(told, 0)
        if not levels or not 0 <= at < _MOST_LEVELS:
            return None
        level = levels.get(at, ListLevel())
        return Place(abstract, id, at, level.form, _indent(properties, level.indent))

    def _counted(
        self, id: str, abstract: str, levels: dict[int, ListLevel], starts: dict[int, int], at: int
    ) -> Label:
        counts = self._counts.setdefault(abstract, [0] * _MOST_LEVELS)
        first = [starts.get(each, levels.get(each, ListLevel()).start) for each in range(_MOST_LEVELS)]
        if at in starts and (id, at) not in self._begun:
            counts[at] = 0
        self._begun.add((id, at))
        for each in range(at):
            counts[each] = counts[each] or first[each]  # a level that was passed over counts as begun
        counts[at] = counts[at] + 1 if counts[at] else first[at]
        for below in range(at + 1, _MOST_LEVELS):
            if levels.get(below, ListLevel()).restarts:
                counts[below] = 0
        level = levels.get(at, ListLevel())

        def shown(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            form = levels.get(place, ListLevel()).form if 0 <= place < _MOST_LEVELS else "none"
            return numeral(counts[place], form) if form != "none" else ""

        text = level.text if level.form == "bullet" else re.sub(r"%(\d)", shown, level.text)
        return Label(text.strip(), counts[at], level.form, at, abstract)

    def _levels(self, abstract: str) -> dict[int, ListLevel]:
        for _ in range(3):  # a list may be one by a style, which is one of another list
            if levels := self._abstract.get(abstract):
                return levels
            id = _value(self._styles.listed(self._links.get(abstract, ""))[0], "numId")
            abstract = self._lists.get(id, ("", {}))[0]
        return {}

    def _read(self, part: Element) -> None:
        for each in part.findall("w-abstractNum"):
            id = each.get("w-abstractNumId", "")
            levels = {_number(level.get("w-ilvl", ""), 0): _level(level) for level in each.findall("w-lvl")}
            self._abstract[id] = levels
            self._links[id] = _value(each, "numStyleLink")
        for each in part.findall("w-num"):
            abstract, starts = _value(each, "abstractNumId"), {}
            for over in each.findall("w-lvlOverride"):
                at = _number(over.get("w-ilvl", ""), 0)
                if start := _value(over, "startOverride"):
                    starts[at] = _number(start, 1)
                if (level := over.find("w-lvl")) is not None:
                    own = f"{abstract}/{each.get('w-numId', '')}"
                    levels = self._abstract.get(own) or dict(self._abstract.get(abstract, {}))
                    self._abstract[own] = levels | {at: _level(level)}
                    abstract = own
            self._lists[each.get("w-numId", "")] = (abstract, starts)


def _level(node: Element) -> ListLevel:
    restart = _value(node, "lvlRestart")
    text = node.find("w-lvlText")
    return ListLevel(
        start=_number(_value(node, "start"), 1),
        form=_value(node, "numFmt") or "decimal",
        text="" if text is None else text.get("w-val", ""),
        restarts=restart != "0",
        style=_value(node, "pStyle"),
        indent=_indent(node.find("w-pPr"), 0),
    )


def _indent(properties: Element | None, otherwise: int) -> int:
    found = None if properties is None else properties.find("w-ind")
    told = "" if found is None else found.get("w-left") or found.get("w-start") or ""
    return _number(told, otherwise)


def _value(node: Element | None, name: str) -> str:
    found = None if node is None else node.find(f"w-{name}")
    return "" if found is None else found.get("w-val", "")


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else otherwise


def numeral(number: int, form: str) -> str:
    """A number as a list of that *form* (`w-numFmt`) shows it."""
    return _FORMS.get(form, str)(number)


def _letters(number: int) -> str:
    """a to z, then aa, bb …: as word processors count."""
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9) if number else ""


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * min(number // value, 9)
        number %= value
    return text


_FORMS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
    "none": lambda number: "",
}
