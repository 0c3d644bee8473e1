"""The elements of one item of QTI 2, its texts as our markup, and what of them cannot be kept."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from html import escape
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from quizmill.formats.from_html import from_html
from quizmill.formats.media import Pictures
from quizmill.formats.report import Report

_ASIDE = {"rubricBlock", "feedbackInline", "feedbackBlock", "prompt"}  # which is no part of what is asked
_INTERACTION = "Interaction"


def bare_names(root: Element) -> None:
    """Take the namespaces away: QTI 2.0, 2.1 and 2.2 have one of their own each."""
    for each in root.iter():
        each.tag = each.tag.rpartition("}")[2]


def elements(holder: Element, *tags: str) -> Iterator[Element]:
    """All elements with one of these names, in reading order."""
    return (each for each in holder.iter() if each.tag in tags)


def is_interaction(element: Element) -> bool:
    """Whether something is answered in it."""
    return element.tag.endswith(_INTERACTION)


class QtiItem:
    """One `assessmentItem`, its names bare."""

    def __init__(self, root: Element, place: str, folder: str, report: Report, pictures: Pictures) -> None:
        """*folder* is where the item lies in its package: its texts name files from there."""
        ident, title = root.get("identifier", ""), root.get("title", "")
        self.id = title if title and ident.endswith(f"-{title}") else ident  # which is one that we wrote
        self.is_ours = root.get("toolName") == "quizmill"
        self.place = place
        self.called = self.id or place
        self.root = root
        self.body = next(iter(root.iter("itemBody")), Element("itemBody"))
        self.interactions = [each for each in self.body.iter() if is_interaction(each)]
        self.report = report
        self.pictures = pictures
        self._folder = folder

    def markup(self, holder: Element | None, field: str, mark: str = "") -> str:
        """What an element says, as markup; each field to type into is the *mark* with its number, from 1."""
        if holder is None:
            return ""
        shown = copy.deepcopy(holder)
        self._strip(shown, iter(range(1, 1000)), mark)
        for each in shown.iter("img"):
            each.set("src", self.path(each.get("src", "")))
        told = "".join(
            [
                escape(shown.text or "", quote=False),
                *(ElementTree.tostring(each, encoding="unicode") for each in shown),
            ]
        )
        return from_html(
            told, lambda rule, was: self.report.changed(self.called, field, rule, was), self.pictures
        ).strip()

    def part(self, name: str) -> Element | None:
        """A part of the body of one of our items."""
        found = (each for each in self.body.iter() if f"quizmill-{name}" in each.get("class", "").split())
        return next(found, None)

    def path(self, source: str) -> str:
        """Where a file lies in the package."""
        return f"{self._folder}{source}" if source and ":" not in source else source

    def right(self, name: str) -> list[str]:
        """What is right of a response."""
        declared = self.declared(name)
        return (
            []
            if declared is None
            else [(each.text or "").strip() for each in declared.iterfind("correctResponse/value")]
        )

    def declared(self, name: str) -> Element | None:
        """What declares a response."""
        found = (each for each in self.root.iter("responseDeclaration") if each.get("identifier") == name)
        return next(found, None)

    def _strip(self, holder: Element, numbers: Iterator[int], mark: str) -> None:
        """Take out what is answered in and what is said later; what stands behind it stays."""
        for each in list(holder):
            is_field = mark and each.tag in ("textEntryInteraction", "inlineChoiceInteraction")
            if not (is_interaction(each) or each.tag in _ASIDE):
                self._strip(each, numbers, mark)
                continue
            at = list(holder).index(each)
            kept = (mark.format(next(numbers)) if is_field else "") + (each.tail or "")
            if at:
                holder[at - 1].tail = (holder[at - 1].tail or "") + kept
            else:
                holder.text = (holder.text or "") + kept
            holder.remove(each)
