"""The texts of one item of QTI 1.2 as our markup, with the pictures that they show."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from quizmill.formats.from_html import from_html
from quizmill.formats.in_markup import literal
from quizmill.formats.media import Pictures
from quizmill.formats.report import Report

_BASE = re.compile(r"(?:\$|%24)IMS-CC-FILEBASE(?:\$|%24)/")
_SOURCE = re.compile(r'(?<=src=")(?P<path>[^"?]*)(?:\?[^"]*)?')
_EQUATION = re.compile(r'<img\b[^>]*\bdata-equation-content="(?P<tex>[^"]*)"[^>]*>')
_OCTETS = re.compile(r"(?:%[0-9A-Fa-f]{2})+")


class QtiTexts:
    """Reads the texts of one `item` element; what cannot be kept of them is told."""

    def __init__(self, item: Element, called: str, report: Report, pictures: Pictures) -> None:
        self.item = item
        self.called = called
        self.report = report
        self._pictures = pictures
        self._said = {each.get("ident", ""): each for each in item.iter("itemfeedback")}
        self.taken: set[str] = set()

    def about(self, label: str) -> str:
        """What the item's metadata say of it."""
        for field in self.item.iter("qtimetadatafield"):
            if (field.findtext("fieldlabel") or "").strip() == label:
                return (field.findtext("fieldentry") or "").strip()
        return ""

    def prompt(self) -> str:
        """What is asked."""
        return self.markup(self.item.find("presentation"), "prompt")

    def explanation(self) -> str:
        """What is said to everybody; where that is nothing, what is said to who is right."""
        general, right = self.said("general_fb", "explanation"), self.said("correct_fb", "explanation")
        rule = "what is said to who is right is the explanation, since there is no other"
        if right and not general:
            self.report.changed(self.called, "explanation", rule, right)
        elif right:
            self.report.lost(self.called, "why", "what is said to who is right is left out", right)
        for ident in self._said:
            if ident not in self.taken and (left := self.said(ident, "why")):
                self.report.lost(self.called, "why", "this feedback has no place", left)
        return general or right

    def said(self, ident: str, field: str) -> str:
        """The feedback of that name."""
        self.taken.add(ident)
        held = self._said.get(ident)
        return "" if held is None else self.markup(next(held.iter("flow_mat"), held), field)

    def markup(self, holder: Element | None, field: str) -> str:
        """The text of an element's own material as markup; *field* is what the report calls it."""
        found = None if holder is None else holder.find("material/mattext")
        if found is None or not found.text:
            return ""
        if found.get("texttype") != "text/html":
            return literal(found.text)
        html = _EQUATION.sub(lambda each: rf"\({each['tex']}\)", found.text)
        html = _SOURCE.sub(lambda each: _address(each["path"]), html)
        return from_html(
            html, lambda rule, was: self.report.changed(self.called, field, rule, was), self._pictures
        )


def _address(path: str) -> str:
    bare = _BASE.sub("", path)
    return _OCTETS.sub(lambda found: bytes.fromhex(found[0].replace("%", "")).decode(errors="replace"), bare)
