"""Elements of WordprocessingML and OfficeMath (ECMA-376), and text as they can hold it."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from quizmill.bank.html import printable

_NO_CHARACTERS = str.maketrans(dict.fromkeys("\ufffe\uffff", "\ufffd"))


def element(tag: str, *within: Any, **attributes: object) -> Any:
    """The element *tag* (`w:p`) with what stands within it; its attributes are of the same namespace."""
    made = OxmlElement(tag)
    prefix = tag.partition(":")[0]
    for name, value in attributes.items():
        made.set(qn(f"{prefix}:{name}"), str(value))
    made.extend(within)
    return made


def texted(tag: str, text: str) -> Any:
    """The element *tag* with a text in which every space counts."""
    made = element(tag)
    made.text = literal(text)
    made.set(qn("xml:space"), "preserve")
    return made


def literal(text: str) -> str:
    """The text with a visible sign for every character that XML cannot hold."""
    return printable(text).translate(_NO_CHARACTERS)
