"""What the styles of a document give to those who use them: the look of letters, and a place in a list."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

_HEADING = re.compile(r"heading (\d)")
_OFF = ("0", "false", "off", "none")
_TOGGLES = {"w-b": "b", "w-i": "i", "w-strike": "s", "w-dstrike": "s", "w-vanish": "hidden"}
_BLACK = ("auto", "000000", "")
_WHITE = ("auto", "FFFFFF", "ffffff", "", "none")

Look = dict[str, str]  # tags, and what they say; an empty text takes one off


def look_of(properties: Element | None) -> Look:
    """How letters look whose properties (`w-rPr`) are these, as the tags of coded text."""
    found: Look = {}
    for each in () if properties is None else properties:
        value = each.get("w-val", "")
        match each.tag:
            case tag if tag in _TOGGLES:
                found[_TOGGLES[tag]] = "" if value in _OFF else "1"
            case "w-u":
                found["u"] = "" if value in _OFF else "1"
            case "w-highlight":
                found["mark"] = "" if value in (*_OFF, "white") else value
            case "w-shd":
                found["mark"] = "" if each.get("w-fill", "") in _WHITE else each.get("w-fill", "")
            case "w-color":
                found["font"] = "" if value in _BLACK else value
            case "w-vertAlign":
                found["shift"] = {"superscript": "sup", "subscript": "sub"}.get(value, "")
            case "w-position" if properties is not None and properties.find("w-sz") is not None:
                found["shift"] = "sub" if value.startswith("-") else "sup" if value.strip("0") else ""
            case _:
                continue
    return found


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, part: Element | None) -> None:
        found = [] if part is None else part.findall("w-style")
        self._styles = {each.get("w-styleId", ""): each for each in found}
        defaults = [each.get("w-styleId", "") for each in found if _is_default(each)]
        self.default = defaults[0] if defaults else ""

    def look(self, id: str) -> Look:
        """How letters look in that style."""
        look: Look = {}
        for style in reversed(self._line(id)):
            look |= look_of(style.find("w-rPr"))
        return look

    def heading(self, id: str) -> int | None:
        """The level of a heading from 1, 0 for the title of the whole; None for other paragraphs."""
        for style in self._line(id):
            name = style.find("w-name")
            called = "" if name is None else name.get("w-val", "").lower()
            if called in ("title", "subtitle"):
                return 0
            if named := _HEADING.fullmatch(called):
                return int(named[1])
            level = style.find("w-pPr/w-outlineLvl")
            if level is not None and level.get("w-val", "9") in "012345678":
                return int(level.get("w-val", "0")) + 1
        return None

    def listed(self, id: str) -> tuple[Element | None, str]:
        """The place in a list (`w-numPr`) that a style gives, and the style that gives it."""
        for style in self._line(id):
            found = style.find("w-pPr/w-numPr")
            if found is not None:
                return found, style.get("w-styleId", "")
        return None, ""

    def _line(self, id: str) -> list[Element]:
        """The style, and those it is based on."""
        line: list[Element] = []
        while id in self._styles and self._styles[id] not in line:
            line.append(self._styles[id])
            based = line[-1].find("w-basedOn")
            id = "" if based is None else based.get("w-val", "")
        return line


def _is_default(style: Element) -> bool:
    return style.get("w-type") == "paragraph" and style.get("w-default", "0") in ("1", "true")
